// The demo wallet of the local stack: signs in the browser with the demo key of whoever is signed in, behind the
// interfaces of real wallets (EIP-1193, announced by EIP-6963). Its keys come from the launcher and are worth nothing
// anywhere else.
import { createWalletClient, custom, defineChain, fromHex, isHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { make, mount } from "./dom.js";
import { transactionInWords, typedDataInWords } from "./words.js";

const NAME = "Spheron demo wallet";
const ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0a6455"/>' +
    '<path d="M8 13h16v9a3 3 0 0 1-3 3H11a3 3 0 0 1-3-3zM8 13l12-6v6" fill="none" stroke="#fff" stroke-width="2"/>' +
    '<circle cx="20" cy="19" r="1.6" fill="#fff"/></svg>',
)}`;
const DECLINED = { code: 4001, message: "The person declined." };
const UNSUPPORTED = { code: 4200, message: "The demo wallet does not know this method." };

function failure({ code, message }) {
  return Object.assign(new Error(message), { code });
}

async function rpc(method, params = []) {
  const answer = await fetch("/local/rpc", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }),
  });
  const { result, error, title } = await answer.json();
  if (error) throw failure(error);
  if (!answer.ok) throw failure({ code: -32603, message: title });
  return result;
}

/** Shows what is asked and waits for the answer. */
function agreed(person, { title, pairs, body }, verb) {
  return new Promise((answered) => {
    const facts = pairs.map(([name, value]) => {
      const code = value.startsWith("0x") ? { class: "code" } : {};
      return make("div", {}, make("dt", {}, name), make("dd", code, value));
    });
    const dialog = make("dialog", { "aria-labelledby": "title" },
      make("form", { method: "dialog" },
        make("p", { class: "origin" }, `${NAME} · ${person}`),
        make("h2", { id: "title" }, title),
        ...(body ? [make("pre", {}, body)] : []),
        make("dl", {}, ...facts),
        make("div", { class: "row" },
          make("button", { value: "" }, "Decline"),
          make("button", { class: "main", value: "yes", autofocus: "" }, verb))));
    const host = mount(document.body, "spheron-demo-wallet", dialog);
    dialog.addEventListener("close", () => {
      host.remove();
      answered(dialog.returnValue === "yes");
    });
    dialog.showModal();
  });
}

async function ask(person, words, verb) {
  if (!(await agreed(person, words, verb))) throw failure(DECLINED);
}

function provider(person, account, chainId) {
  const chain = defineChain({
    id: chainId,
    name: "Local chain",
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: ["/local/rpc"] } },
  });
  const transport = custom({ request: ({ method, params }) => rpc(method, params) });
  const client = createWalletClient({ account, chain, transport });

  async function send({ to, data, value, gas }) {
    await ask(person, transactionInWords({ to, data, value }), "Send");
    const optional = gas ? { gas: BigInt(gas) } : {};
    return client.sendTransaction({ to, data, value: BigInt(value ?? 0), ...optional });
  }

  async function signTyped(payload) {
    const typedData = typeof payload === "string" ? JSON.parse(payload) : payload;
    await ask(person, typedDataInWords(typedData), "Sign");
    return account.signTypedData(typedData);
  }

  async function signText(payload) {
    const body = isHex(payload) ? fromHex(payload, "string") : payload;
    await ask(person, { title: "Sign this message?", pairs: [], body }, "Sign");
    return account.signMessage({ message: isHex(payload) ? { raw: payload } : payload });
  }

  const answers = {
    eth_requestAccounts: () => [account.address],
    eth_accounts: () => [account.address],
    eth_chainId: () => `0x${chainId.toString(16)}`,
    wallet_switchEthereumChain: ([wanted]) => {
      if (Number(wanted.chainId) !== chainId) throw failure({ code: 4902, message: "Only the local chain is known." });
      return null;
    },
    personal_sign: ([payload]) => signText(payload),
    eth_signTypedData_v4: ([, payload]) => signTyped(payload),
    eth_sendTransaction: ([transaction]) => send(transaction),
  };
  return {
    async request({ method, params = [] }) {
      if (answers[method]) return answers[method](params);
      if (method.startsWith("eth_sign")) throw failure(UNSUPPORTED);
      return rpc(method, params);
    },
    // The account and the chain never change while a page is open.
    on() {},
    removeListener() {},
  };
}

async function start() {
  const person = document.body.dataset.person;
  if (!person) return;
  const { mnemonic, chainId, accounts } = await (await fetch("/local/wallet.json")).json();
  if (accounts[person] === undefined) return;
  const account = mnemonicToAccount(mnemonic, { addressIndex: accounts[person] });
  const info = Object.freeze({ uuid: crypto.randomUUID(), name: NAME, icon: ICON, rdns: "network.spheron.demo" });
  const detail = Object.freeze({ info, provider: provider(person, account, chainId) });
  const announce = () => window.dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail }));
  window.addEventListener("eip6963:requestProvider", announce);
  announce();
}

start();
