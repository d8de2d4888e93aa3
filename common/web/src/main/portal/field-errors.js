// What the server says about single fields of a form, shown at the fields and told to screen readers.
import { make } from "./elements.js";

let shown = 0;

function describe(input, ids) {
  if (ids.length > 0) input.setAttribute("aria-describedby", ids.join(" "));
  else input.removeAttribute("aria-describedby");
}

function descriptions(input) {
  return (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
}

/** Shows errors by field name, each at its input. */
export function showErrors(form, errors = {}) {
  for (const [name, text] of Object.entries(errors)) {
    const escaped = CSS.escape(name);
    const input = form.querySelector(`[name="${escaped}"], [data-field="${escaped}"]`);
    const field = input?.closest(".field");
    if (!field) continue;
    field.closest("details")?.setAttribute("open", "");
    const id = `server-error-${++shown}`;
    field.classList.add("wrong");
    field.append(make("p", { class: "error", id, "data-from-server": true }, text));
    input.setAttribute("aria-invalid", "true");
    describe(input, [...descriptions(input), id]);
  }
}

export function clearErrors(form) {
  for (const error of form.querySelectorAll("[data-from-server]")) {
    const input = form.querySelector(`[aria-describedby~="${error.id}"]`);
    describe(input, descriptions(input).filter((id) => id !== error.id));
    error.remove();
  }
  form.querySelectorAll(".wrong").forEach((field) => field.classList.remove("wrong"));
  form.querySelectorAll("[aria-invalid]").forEach((input) => input.removeAttribute("aria-invalid"));
}
