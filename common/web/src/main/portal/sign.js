// Forms that the person's wallet signs: fetch what is to be signed, show it in words, sign, post.
import { hashTypedData } from "viem/utils";
import { confirm } from "./dialogs.js";
import { announce } from "./elements.js";
import { clearErrors, showErrors } from "./field-errors.js";
import { showProgress } from "./progress.js";
import { post, Refused } from "./requests.js";
import { ask, connect, requireChain } from "./wallets.js";

const RECEIPT_MILLIS = 1000;

function say(form, text, tone = "") {
  const status = form.querySelector(".sign-status");
  status.textContent = text;
  status.className = `sign-status ${tone}`;
}

// Some hardware wallets count the recovery id from 0; contracts take 27 and 28.
function normalized(signature) {
  const v = parseInt(signature.slice(-2), 16);
  return v < 27 ? signature.slice(0, -2) + (v + 27).toString(16) : signature;
}

async function signed(wallet, request) {
  if (request.typedData) {
    await requireChain(wallet, request.typedData.domain.chainId);
    const params = [wallet.account, JSON.stringify(request.typedData)];
    return { signature: normalized(await ask(wallet, "eth_signTypedData_v4", params)) };
  }
  if (request.message) {
    const bytes = new TextEncoder().encode(request.message);
    const hex = `0x${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
    return { signature: normalized(await ask(wallet, "personal_sign", [hex, wallet.account])) };
  }
  const { to, data, value, chainId } = request.transaction;
  await requireChain(wallet, chainId);
  const transaction = { from: wallet.account, to, data, value: `0x${BigInt(value).toString(16)}` };
  return { transactionHash: await ask(wallet, "eth_sendTransaction", [transaction]) };
}

async function mined(wallet, hash) {
  for (;;) {
    const receipt = await ask(wallet, "eth_getTransactionReceipt", [hash]);
    if (receipt) return BigInt(receipt.status) === 1n;
    await new Promise((done) => setTimeout(done, RECEIPT_MILLIS));
  }
}

async function finish(form, wallet, proof, outcome) {
  if (outcome.submission) {
    say(form, outcome.notice ?? "");
    form.append(showProgress(outcome.submission, form.dataset.label, outcome.location));
    return;
  }
  if (proof.transactionHash) {
    say(form, `Sent as ${proof.transactionHash}. Waiting until it is in a block.`);
    if (!(await mined(wallet, proof.transactionHash))) {
      throw new Refused("The contract refused the transaction. Nothing was changed but the gas paid.");
    }
  }
  if (outcome.notice) {
    say(form, outcome.notice, "good");
    announce(outcome.notice);
    return;
  }
  say(form, "Done.", "good");
  if (outcome.location) location.assign(outcome.location);
  else location.reload();
}

async function run(form, direct) {
  const action = form.getAttribute("action");
  const fields = Object.fromEntries(new FormData(form));
  say(form, "Asking your wallet for its address.");
  const wallet = await connect(form);
  say(form, "Preparing what you sign.");
  const own = { ...fields, wallet: wallet.account };
  const request = await post(`${action}/${direct ? "transaction" : "request"}`, own);
  const digest = request.typedData ? hashTypedData(request.typedData) : "";
  say(form, "Read what you are about to sign.");
  if (!(await confirm(request, wallet, digest))) {
    throw new Refused("You cancelled. Nothing was sent.");
  }
  say(form, `Confirm in ${wallet.info.name}.`);
  const proof = await signed(wallet, request);
  say(form, "Sending it in.");
  const outcome = await post(action, { ...own, ...request.fields, ...proof });
  await finish(form, wallet, proof, outcome);
}

async function submit(event) {
  const form = event.target;
  if (!form.matches?.("form[data-sign]")) return;
  event.preventDefault();
  if (form.getAttribute("aria-busy") === "true") return;
  form.dataset.label = event.submitter?.textContent.trim() ?? "Your transaction";
  form.setAttribute("aria-busy", "true");
  clearErrors(form);
  try {
    await run(form, event.submitter?.hasAttribute("data-direct") ?? false);
  } catch (error) {
    if (!(error instanceof Refused)) console.warn(error);
    showErrors(form, error.errors);
    say(form, error instanceof Refused ? error.message : `This did not work: ${error.message}`, "bad");
  } finally {
    form.removeAttribute("aria-busy");
  }
}

export function startSigning() {
  document.addEventListener("submit", submit);
}
