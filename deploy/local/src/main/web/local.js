import "./wallet.js";
import "./clock.js";
