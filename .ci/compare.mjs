// Compares the outcomes in a report of deploy/demo with those that the CSV file of bids publishes.
// Usage: node .ci/compare.mjs REPORT BIDS
import { readFileSync } from "node:fs";

/** One CSV record (RFC 4180) as its fields. */
const fields = (line) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1].replace(/^"|"$/g, ""));

const [reportFile, bidsFile] = process.argv.slice(2);
const report = JSON.parse(readFileSync(reportFile, "utf8"));
const [header, ...rows] = readFileSync(bidsFile, "utf8").trim().split(/\r?\n/).map(fields);
const bids = rows
  .map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])))
  .filter((bid) => bid.workstream_id === report.workstream);
const reported = new Map(report.bids.map((bid) => [bid.bid_id, bid]));
const wrong = bids.filter((bid) => {
  const own = reported.get(bid.bid_id);
  return !own || ["yes", "no", "abstain", "requested", "outcome", "reason"].some((name) => own[name] !== bid[name]);
});
const paid = report.agreements.every((agreement) => agreement.milestones.every((m) => m.state === "PAID"));
console.log(`${report.workstream}: ${bids.length - wrong.length} of ${bids.length} bids as published, all milestones paid: ${paid}`);
wrong.forEach((bid) => console.error(`  differs: ${bid.bid_id}`));
process.exit(wrong.length === 0 && paid && report.bids.length === bids.length ? 0 : 1);
