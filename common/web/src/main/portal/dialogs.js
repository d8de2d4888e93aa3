// Dialogs: which wallet, and what is going to be signed, in words first and then field by field.
import { make } from "./elements.js";
import { Refused } from "./requests.js";

/** Shows a dialog and waits for its answer; null when it was closed. */
function open(dialog) {
  return new Promise((answered) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      answered(dialog.returnValue || null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

export async function choose(wallets) {
  const buttons = wallets.map(({ info }) => {
    const icon = info.icon?.startsWith("data:") ? [make("img", { src: info.icon, alt: "" })] : [];
    return make("button", { class: "button quiet", value: info.rdns }, ...icon, info.name);
  });
  const dialog = make(
    "dialog",
    { "aria-labelledby": "choose-title" },
    make("form", { method: "dialog" },
      make("h2", { id: "choose-title" }, "Which wallet?"),
      make("div", { class: "wallets" }, ...buttons),
      make("div", { class: "row end" }, make("button", { class: "button quiet small", value: "", formnovalidate: true }, "Cancel"))),
  );
  const rdns = await open(dialog);
  const chosen = wallets.find((wallet) => wallet.info.rdns === rdns);
  if (!chosen) throw new Refused("No wallet was chosen. Nothing was sent.");
  return chosen;
}

/** Every field of a structure with its path, in order. */
function fields(value, path = "") {
  if (value !== null && typeof value === "object") {
    return Object.entries(value).flatMap(([key, inner]) => {
      const step = Array.isArray(value) ? `${path}[${Number(key) + 1}]` : path ? `${path}.${key}` : key;
      return fields(inner, step);
    });
  }
  return [[path, String(value)]];
}

function payload(pairs) {
  return make("dl", { class: "facts payload" },
    ...pairs.map(([label, value]) => make("div", {}, make("dt", {}, label), make("dd", {}, value))));
}

function details(request, digest) {
  if (request.typedData) {
    const { domain, primaryType, message } = request.typedData;
    return payload([
      ["contract", `${domain.name} ${domain.verifyingContract ?? ""}`],
      ["chain", String(domain.chainId)],
      ["type", primaryType],
      ...fields(message),
      ["digest", digest],
    ]);
  }
  if (request.transaction) {
    const { to, data, value, chainId } = request.transaction;
    return payload([["to", to], ["chain", String(chainId)], ["value", `${value} wei`], ["data", data]]);
  }
  return payload([["message", request.message]]);
}

/** Shows what is going to be signed or sent; true when the person goes on. */
export async function confirm(request, wallet, digest) {
  const verb = request.transaction ? "Send" : "Sign";
  const dialog = make(
    "dialog",
    { "aria-labelledby": "confirm-title" },
    make("form", { method: "dialog" },
      make("h2", { id: "confirm-title" }, request.transaction ? "You are about to send" : "You are about to sign"),
      make("ul", { class: "words" }, ...request.words.map((sentence) => make("li", {}, sentence))),
      make("p", { class: "muted" }, `With ${wallet.info.name}, account `, make("code", {}, wallet.account)),
      make("details", {}, make("summary", {}, "Every field, as the contract checks it"), details(request, digest)),
      make("div", { class: "row end" },
        make("button", { class: "button quiet", value: "" }, "Cancel"),
        make("button", { class: "button", value: "go", autofocus: true }, `${verb} with ${wallet.info.name}`))),
  );
  return (await open(dialog)) === "go";
}
