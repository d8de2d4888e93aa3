// The clock control of the local stack: at the foot of every page, moves the chain's clock forward.
import { make, mount } from "./dom.js";

const STEPS = [
  ["1 minute", 60],
  ["10 minutes", 600],
  ["1 hour", 3600],
  ["1 day", 86400],
];

async function move(seconds, status, buttons) {
  buttons.forEach((button) => (button.disabled = true));
  status.textContent = "Moving the clock …";
  const answer = await fetch("/local/clock", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ seconds }),
  });
  if (answer.ok) {
    location.reload();
    return;
  }
  const { title } = await answer.json();
  status.textContent = title;
  buttons.forEach((button) => (button.disabled = false));
}

const status = make("p", { class: "hint", role: "status" },
  "Only this local chain has it: deadlines pass at once instead of in real time.");
const buttons = STEPS.map(([name]) => make("button", { type: "button" }, `+ ${name}`));
buttons.forEach((button, index) => button.addEventListener("click", () => move(STEPS[index][1], status, buttons)));
mount(document.querySelector("footer") ?? document.body, "spheron-clock",
  make("details", { class: "clock" },
    make("summary", {}, "Local chain: move the clock"),
    make("div", { class: "row" }, ...buttons),
    status));
