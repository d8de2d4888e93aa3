// The portal's script: everything it adds works on top of pages that are complete without it.
import { startClock } from "./clock.js";
import { startCopying } from "./copy.js";
import { startFileHashes } from "./file-hash.js";
import { startProgress } from "./progress.js";
import { startSigning } from "./sign.js";
import { listenForWallets } from "./wallets.js";

listenForWallets();
startClock();
startCopying();
startFileHashes();
startProgress();
startSigning();
