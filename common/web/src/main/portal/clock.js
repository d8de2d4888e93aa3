// The chain's clock and the countdowns to its deadlines. The page brings the chain's time of when it was rendered; from
// there on a second is a second.

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function readableTime(seconds) {
  const t = new Date(seconds * 1000);
  const two = (n) => String(n).padStart(2, "0");
  const time = [t.getUTCHours(), t.getUTCMinutes(), t.getUTCSeconds()].map(two).join(":");
  return `${t.getUTCDate()} ${MONTHS[t.getUTCMonth()]} ${t.getUTCFullYear()}, ${time} UTC`;
}

/** The two largest units, as the server writes them. */
function readableDuration(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.floor((seconds % 86400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const part = (count, unit) => (count ? ` ${count} ${unit}` : "");
  if (days) return `${days} ${days === 1 ? "day" : "days"}${part(hours, "h")}`;
  if (hours) return `${hours} h${part(minutes, "min")}`;
  if (minutes) return `${minutes} min${part(rest, "s")}`;
  return `${rest} s`;
}

function tick(now) {
  for (const clock of document.querySelectorAll("[data-chain-clock]")) {
    clock.textContent = readableTime(now);
  }
  for (const countdown of document.querySelectorAll("[data-until]")) {
    const left = Number(countdown.dataset.until) - now;
    countdown.textContent = left > 0 ? `in ${readableDuration(left)}` : countdown.dataset.past;
  }
}

export function startClock() {
  const rendered = Number(document.body.dataset.chainNow);
  if (!rendered) return;
  const loaded = performance.now();
  setInterval(() => tick(rendered + Math.floor((performance.now() - loaded) / 1000)), 1000);
  for (const time of document.querySelectorAll("time[data-time]")) {
    time.title = `${new Date(time.dateTime).toLocaleString()} where you are`;
  }
}
