// Hashes a file that stays on the person's computer, for evidence and long texts.
import { keccak256 } from "viem/utils";

async function hash(input) {
  const [file] = input.files;
  const target = document.getElementById(input.dataset.hashInto);
  if (file && target) {
    target.value = keccak256(new Uint8Array(await file.arrayBuffer()));
  }
}

export function startFileHashes() {
  document.addEventListener("change", (event) => {
    if (event.target.matches?.("input[data-hash-into]")) hash(event.target);
  });
}
