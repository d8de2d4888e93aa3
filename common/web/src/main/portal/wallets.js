// Wallets in this browser: found by EIP-6963 announcements, or window.ethereum (EIP-1193) where nothing announces itself.
import { choose } from "./dialogs.js";
import { shortened } from "./elements.js";
import { Refused } from "./requests.js";

const REMEMBERED = "portal.wallet";
const ANNOUNCING_MILLIS = 80;
const USER_SAID_NO = 4001;

const announced = new Map();

export function listenForWallets() {
  window.addEventListener("eip6963:announceProvider", (event) => {
    announced.set(event.detail.info.rdns, event.detail);
  });
  window.dispatchEvent(new Event("eip6963:requestProvider"));
}

async function available() {
  window.dispatchEvent(new Event("eip6963:requestProvider"));
  await new Promise((done) => setTimeout(done, ANNOUNCING_MILLIS));
  if (announced.size > 0) return [...announced.values()];
  return window.ethereum ? [{ info: { rdns: "injected", name: "Browser wallet" }, provider: window.ethereum }] : [];
}

/** The wallet to use: the only one, the one used before in this tab, or the person's choice. */
async function pick() {
  const wallets = await available();
  if (wallets.length === 0) {
    throw new Refused("There is no wallet in this browser. Install one (any EIP-6963 wallet will do), then repeat this.");
  }
  if (wallets.length === 1) return wallets[0];
  const remembered = wallets.find((wallet) => wallet.info.rdns === sessionStorage.getItem(REMEMBERED));
  const chosen = remembered ?? (await choose(wallets));
  sessionStorage.setItem(REMEMBERED, chosen.info.rdns);
  return chosen;
}

/** Asks a wallet for something; errors become sentences. */
export async function ask(wallet, method, params = []) {
  try {
    return await wallet.provider.request({ method, params });
  } catch (error) {
    if (error?.code === USER_SAID_NO) throw new Refused("You declined in the wallet. Nothing was sent.");
    throw new Refused(`${wallet.info.name} says: ${error?.message ?? error}`);
  }
}

function linkedWallets() {
  return (document.body.dataset.wallets ?? "").split(" ").filter(Boolean);
}

/**
 * Which of the connected accounts signs: the one that is needed, for linking one that is not linked yet, otherwise one
 * that is linked. All addresses are in lower case.
 */
export function signer(accounts, linked, { needed, linking }) {
  const connected = accounts.map(shortened).join(", ");
  if (needed) {
    if (accounts.includes(needed)) return needed;
    throw new Refused(`This needs wallet ${shortened(needed)}; connected is ${connected}. Switch the account in your wallet, then repeat this.`);
  }
  const fitting = accounts.find((account) => linked.includes(account) !== linking);
  if (!fitting && !linking && linked.length > 0) {
    throw new Refused(`Connected is ${connected}, which is not linked to you. Switch the account in your wallet, or link it in your profile.`);
  }
  return fitting ?? accounts[0];
}

/** Connects a wallet for a form, with the account that signs it. */
export async function connect(form) {
  const wallet = await pick();
  const accounts = (await ask(wallet, "eth_requestAccounts")).map((account) => account.toLowerCase());
  if (accounts.length === 0) throw new Refused(`${wallet.info.name} opened no account for this page.`);
  try {
    const wanted = { needed: form.dataset.wallet?.toLowerCase(), linking: "linking" in form.dataset };
    return { ...wallet, account: signer(accounts, linkedWallets(), wanted) };
  } catch (refused) {
    sessionStorage.removeItem(REMEMBERED);
    throw refused;
  }
}

/** Makes sure that the wallet is on the portal's chain. */
export async function requireChain(wallet, chainId) {
  const wanted = BigInt(chainId);
  if (BigInt(await ask(wallet, "eth_chainId")) === wanted) return;
  try {
    await wallet.provider.request({
      method: "wallet_switchEthereumChain",
      params: [{ chainId: `0x${wanted.toString(16)}` }],
    });
  } catch {
    throw new Refused(`${wallet.info.name} is on another chain. Switch it to chain ${wanted} and repeat this.`);
  }
}
