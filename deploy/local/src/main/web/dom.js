// Elements without HTML strings, in a shadow root with styles of its own: the page's rules and this script's do not mix,
// and the page's content security policy holds. Colours come from the page's custom properties.

const STYLES = `
  :host { font: 400 0.95rem/1.45 var(--body, system-ui, sans-serif); color: var(--ink, CanvasText); }
  dialog { box-sizing: border-box; width: min(34rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); overflow: auto;
    padding: 1.25rem; border: 1px solid var(--line, GrayText); border-radius: var(--radius, 14px);
    background: var(--surface, Canvas); color: inherit; }
  dialog::backdrop { background: rgb(10 16 14 / 55%); }
  h2 { margin: 0 0 0.5rem; font-size: 1.15rem; }
  p { margin: 0.4rem 0; }
  .origin, .hint { color: var(--muted, GrayText); font-size: 0.85rem; }
  dl { display: grid; gap: 0; margin: 0.9rem 0; border-top: 1px solid var(--line, GrayText); }
  dl > div { padding: 0.4rem 0; border-bottom: 1px solid var(--line, GrayText); }
  dt { color: var(--muted, GrayText); font-size: 0.8rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  dd.code, pre { font-family: var(--mono, monospace); font-size: 0.85rem; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0.6rem; border-radius: 8px; background: var(--sunk, Field); }
  .row { display: flex; flex-wrap: wrap; gap: 0.5rem; justify-content: flex-end; align-items: center; }
  button { font: inherit; min-height: 2.75rem; padding: 0.4rem 1rem; border-radius: 999px; cursor: pointer;
    border: 1px solid var(--line-strong, GrayText); background: transparent; color: inherit; }
  button.main { border-color: transparent; background: var(--accent, LinkText); color: var(--accent-ink, Canvas); }
  button:disabled { opacity: 0.6; cursor: progress; }
  button:focus-visible, summary:focus-visible, input:focus-visible { outline: 3px solid var(--accent, Highlight); outline-offset: 2px; }
  details.clock { max-width: 69rem; margin: 0 auto; }
  details.clock .row { justify-content: flex-start; }
  summary { cursor: pointer; padding: 0.5rem 0; color: var(--muted, GrayText); }
  input { font: inherit; width: 6rem; min-height: 2.75rem; box-sizing: border-box; padding: 0 0.6rem; border-radius: 8px;
    border: 1px solid var(--line-strong, GrayText); background: var(--surface, Field); color: inherit; }
`;

/** Makes an element with attributes and children (elements or text). */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Puts content at the end of a part of the page, styled apart from it; returns the element that holds it. */
export function mount(parent, id, ...content) {
  const host = make("div", { id });
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  root.append(...content);
  parent.append(host);
  return host;
}
