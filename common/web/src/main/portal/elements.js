// Small helpers to build elements without HTML strings: nothing from the network is ever parsed as HTML.

/** Makes an element with attributes and children (elements or text). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
  element.append(...children);
  return element;
}

/** Says something to people who listen to the page rather than look at it. */
export function announce(text) {
  const live = document.getElementById("portal-live");
  if (live) {
    live.textContent = text;
  }
}

/** Shortens an address or a hash as the pages do. */
export function shortened(hex) {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}
