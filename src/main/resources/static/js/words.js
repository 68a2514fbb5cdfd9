// @ts-check
/** The words of a page that a script needs; the page brings them in a template, so that they are reviewed with all others. */

/** @typedef {(word: string, ...args: (string | number)[]) => string} Say */

/** @param {HTMLTemplateElement} template with one element per word @returns {Say} */
export function wordsOf(template) {
  const texts = new Map([...template.content.querySelectorAll("[data-word]")].map((each) => [each.getAttribute("data-word"), each.textContent ?? ""]));
  return (word, ...args) => {
    const text = texts.get(word);
    if (text === undefined) throw new Error(`The page brings no word ${word}`);
    return text.replace(/\{(\d)\}/g, (_, i) => String(args[Number(i)]));
  };
}
