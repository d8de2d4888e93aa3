// A relayed transaction on its way: accepted, sent, in a block, final; or refused, with the reason.
import { announce, make, shortened } from "./elements.js";
import { get } from "./requests.js";

const STEPS = ["ACCEPTED", "SENT", "MINED", "FINAL"];
const LABELS = { ACCEPTED: "Accepted", SENT: "Sent", MINED: "In a block", FINAL: "Final" };
const POLL_MILLIS = 1200;
// The page's own figures follow the final block a moment later.
const SETTLE_MILLIS = 1500;

/** Draws a submission into its element. */
function draw(element, submission) {
  const reached = STEPS.indexOf(submission.status);
  element.dataset.status = submission.status;
  element.querySelectorAll("[data-step]").forEach((step, index) => {
    step.classList.toggle("reached", index <= reached);
    step.classList.toggle("next", reached >= 0 && index === reached + 1);
  });
  if (submission.status === "REFUSED") {
    element.querySelector(".outcome").textContent = `Refused: ${submission.reason ?? submission.error ?? "no reason given"}`;
  }
  if (submission.transactionHash && !element.querySelector(".hash")) {
    const code = make("code", {}, shortened(submission.transactionHash));
    element.append(make("p", { class: "hash", title: submission.transactionHash }, "Transaction ", code));
  }
}

function isSettled(status) {
  return status === "FINAL" || status === "REFUSED";
}

function leave(element) {
  if (element.dataset.location) {
    setTimeout(() => location.assign(element.dataset.location), SETTLE_MILLIS);
  } else if ("reload" in element.dataset) {
    setTimeout(() => location.reload(), SETTLE_MILLIS);
  }
}

async function follow(element) {
  const label = element.querySelector(".what").textContent;
  try {
    const before = element.dataset.status;
    const submission = await get(`/api/submissions/${encodeURIComponent(element.dataset.submission)}`);
    draw(element, submission);
    if (submission.status !== before) {
      announce(`${label}: ${LABELS[submission.status] ?? "refused"}`);
    }
    if (submission.status === "FINAL") leave(element);
    if (isSettled(submission.status)) return;
  } catch {
    announce(`${label}: the portal cannot be reached, trying again`);
  }
  setTimeout(() => follow(element), POLL_MILLIS);
}

/** Makes the element that shows a submission, and follows it. */
export function showProgress(submission, label, then) {
  const steps = STEPS.map((step) => make("li", { "data-step": step }, LABELS[step]));
  const element = make(
    "div",
    { class: "progress", "data-submission": submission.id, "data-location": then, "data-reload": !then },
    make("p", { class: "what" }, label),
    make("ol", { class: "steps" }, ...steps),
    make("p", { class: "outcome" }),
  );
  draw(element, submission);
  setTimeout(() => follow(element), POLL_MILLIS);
  return element;
}

export function startProgress() {
  for (const element of document.querySelectorAll("[data-submission]")) {
    draw(element, { status: element.dataset.status, reason: reasonShown(element) });
    if (!isSettled(element.dataset.status)) follow(element);
  }
}

function reasonShown(element) {
  return element.querySelector(".outcome").textContent.replace(/^Refused: /, "");
}
