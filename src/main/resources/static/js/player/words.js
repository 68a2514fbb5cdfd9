// @ts-check
/**
 * The words of the player, which the page brings in a template, so that they are translated and reviewed with all others.
 * @typedef {(word: string, ...args: (string | number)[]) => string} Say
 *
 * @param {HTMLTemplateElement} template with one element per word
 * @returns {Say}
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
