// What a wallet request says, as pairs of a label and a text that people can read.
import { formatEther } from "viem/utils";

const SUPPORT = ["0 (against)", "1 (for)", "2 (abstain)"];
const LATEST_PLAUSIBLE_TIME = 32503680000n;
const EARLIEST_PLAUSIBLE_TIME = 1000000000n;

/** "milestoneReviewPeriod" as "Milestone review period". */
export function label(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isTime(name) {
  return /(deadline|expiry|expires|until|genesis|At|Time)$/i.test(name);
}

function text(name, type, value) {
  if (type === "bool") return value ? "yes" : "no";
  if (/^u?int/.test(type)) {
    const number = BigInt(value);
    if (name === "support" && SUPPORT[Number(number)]) return SUPPORT[Number(number)];
    if (isTime(name) && number > EARLIEST_PLAUSIBLE_TIME && number < LATEST_PLAUSIBLE_TIME) {
      return `${new Date(Number(number) * 1000).toISOString().replace("T", " ").replace(".000Z", " UTC")} (${number})`;
    }
    return number.toLocaleString("en");
  }
  return String(value);
}

/** Every field of a typed value with its path, down to the last one. */
function fields(types, type, value, path) {
  const list = type.match(/^(.*)\[\d*\]$/);
  if (list) {
    if (value.length === 0) return [[path.map(label).join(" › "), "none"]];
    return value.flatMap((item, index) => fields(types, list[1], item, [...path, `no. ${index + 1}`]));
  }
  if (types[type]) {
    return types[type].flatMap((field) => fields(types, field.type, value[field.name], [...path, field.name]));
  }
  return [[path.map(label).join(" › "), text(path.at(-1), type, value)]];
}

export function typedDataInWords({ domain, types, primaryType, message }) {
  return {
    title: `Sign “${label(primaryType)}”?`,
    pairs: [
      ["Asked by the contract", `${domain.name ?? "unnamed"}${domain.version ? `, version ${domain.version}` : ""}`],
      ...(domain.verifyingContract ? [["At the address", domain.verifyingContract]] : []),
      ...(domain.chainId ? [["On the chain", String(Number(domain.chainId))]] : []),
      ...fields(types, primaryType, message, []),
    ],
  };
}

export function transactionInWords({ to, value, data }) {
  return {
    title: to ? "Send this transaction?" : "Create this contract?",
    pairs: [
      ...(to ? [["To the contract", to]] : []),
      ["Coins sent along", `${formatEther(BigInt(value ?? 0))} ETH`],
      ["Call", data ?? "0x"],
    ],
  };
}
