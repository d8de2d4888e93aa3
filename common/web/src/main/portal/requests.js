// Posts of this page to its own service, with the token of its form, and what went wrong in words.

/** A refusal with a sentence for the person and, where there are any, errors by field. */
export class Refused extends Error {
  constructor(sentence, errors = {}) {
    super(sentence);
    this.errors = errors;
  }
}

function token() {
  return document.querySelector('meta[name="csrf-token"]')?.content ?? "";
}

async function problem(response) {
  if (response.status === 499 || response.status === 401) {
    return new Refused("You are not signed in any more. Sign in again, then repeat this.");
  }
  try {
    const body = await response.json();
    return new Refused(body.detail ?? body.title ?? `The answer was ${response.status}.`, body.errors);
  } catch {
    return new Refused(`The portal answered with ${response.status}. Try again in a moment.`);
  }
}

/** Posts form fields and gives the JSON of the answer. */
export async function post(path, fields) {
  let response;
  try {
    response = await fetch(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { Accept: "application/json", "X-CSRF-Token": token(), "X-Requested-With": "JavaScript" },
      redirect: "manual",
    });
  } catch {
    throw new Refused("The portal cannot be reached. Check your connection and try again.");
  }
  if (response.type === "opaqueredirect") return {};
  if (!response.ok) throw await problem(response);
  return response.status === 204 ? {} : response.json();
}

/** Gets JSON. */
export async function get(path) {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  if (!response.ok) throw await problem(response);
  return response.json();
}
