// @ts-check
/** The screens of the player and their words. Changes the page, knows no rule. What a session looks like is in painter.js. */

export class View {
  /** @param {HTMLElement} section @param {Play.Say} say */
  constructor(section, say) {
    this.section = section;
    this.say = say;
  }

  /** @param {string} name @returns {HTMLElement} */
  part(name) {
    const found = this.section.querySelector(`[data-part="${name}"]`);
    if (!(found instanceof HTMLElement)) throw new Error(`The page has no part ${name}`);
    return found;
  }

  /** @param {string} act @returns {HTMLElement[]} */
  buttons(act) {
    return [...this.section.querySelectorAll(`[data-act="${act}"]`)].filter((one) => one instanceof HTMLElement);
  }

  /** @param {Play.Screen} screen */
  show(screen) {
    for (const one of this.section.querySelectorAll("[data-screen]")) {
      if (one instanceof HTMLElement) one.hidden = one.dataset.screen !== screen;
    }
    const shown = /** @type {HTMLElement | null} */ (this.section.querySelector(`[data-screen="${screen}"]`));
    const first = screen === "go" ? this.part("main") : shown?.querySelector("h2");
    if (first instanceof HTMLElement && !shown?.contains(document.activeElement)) first.focus({ preventScroll: true });
  }

  /** @param {string} name @param {string | null} text none hides it */
  write(name, text) {
    const part = this.part(name);
    if (part.textContent !== (text ?? "")) part.textContent = text ?? "";
    if (part.hidden !== (text === null)) part.hidden = text === null;
  }
}

/** @param {string} text */
export function listItem(text) {
  const item = document.createElement("li");
  item.textContent = text;
  return item;
}

/**
 * The words of the player, which the page brings in a template, so that they are translated and reviewed with all others.
 * @param {HTMLTemplateElement} template with one element per word
 * @returns {Play.Say}
 */
export function wordsOf(template) {
  const texts = new Map(
    [...template.content.querySelectorAll("[data-word]")].map((element) => [element.getAttribute("data-word"), element.textContent ?? ""]),
  );
  return (word, ...args) => {
    const text = texts.get(word);
    if (text === undefined) throw new Error(`The page brings no word ${word}`);
    return text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)]));
  };
}

/** Only the player can be reached, by finger, key or screen reader. @param {HTMLElement} element @param {boolean} alone */
export function setAlone(element, alone) {
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other !== at && other instanceof HTMLElement) other.inert = alone;
    }
  }
  document.documentElement.toggleAttribute("data-playing", alone);
}
