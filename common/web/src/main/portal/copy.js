// Buttons that copy a whole address or hash.
import { announce } from "./elements.js";

async function copy(button) {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.classList.add("copied");
    announce("Copied");
    setTimeout(() => button.classList.remove("copied"), 1500);
  } catch {
    announce("Copying is not allowed here; the whole value is in the title");
  }
}

export function startCopying() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy]");
    if (button) copy(button);
  });
}
