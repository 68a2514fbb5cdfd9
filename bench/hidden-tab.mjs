// Ten and a half minutes in a hidden, silent tab, with the browser's throttling as it is: when does each of 63 cues, ten seconds
// apart, come? Beside it, in the same page, the usual way: an interval of a second that is counted.
//
//   node bench/hidden-tab.mjs [cues]
//
// Prints Markdown. Ends with 1 when a cue is missing, out of order, or 100 ms late or more, or when the page was ever seen.
import { server } from "../src/test/js/pages/serve.mjs";
import { Chromium } from "./chromium.mjs";

const BAR_MS = 100;
const APART_MS = 10_000;
const cues = Number(process.argv[2] ?? 63);

/** Runs in the page: notes when the line on the screen changes, and counts a second at a time beside it. */
const WATCH = `(() => {
  const seen = (window.seen = { cues: [], counted: [], shown: 0, audible: 0 });
  const main = document.querySelector('[data-part="main"]');
  let counted = 0;
  main.click();
  const began = performance.now();
  const line = document.querySelector('[data-part="cue"]');
  new MutationObserver(() => {
    const [, n] = /^Cue (\\d+)$/.exec(line.textContent) ?? [];
    if (n) seen.cues.push({ n: Number(n), atMs: performance.now() - began, hidden: document.hidden });
  }).observe(line, { childList: true, characterData: true, subtree: true });
  setInterval(() => ++counted % 10 === 0 && seen.counted.push(performance.now() - began), 1000);
  document.addEventListener("visibilitychange", () => document.hidden || seen.shown++);
})()`;

await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const browser = new Chromium();
const page = await browser.tab(`http://127.0.0.1:${server.address().port}/ease/cues`);
await page.until(`document.querySelector('[data-screen="start"]')?.hidden === false && !document.querySelector('[data-act="start"]').disabled`);
await page.ask(`document.querySelector('[data-act="mute"]').click()`); // silent: a tab that sounds is not throttled
await page.ask(`document.querySelector('[data-act="start"]').click()`);
await page.until(`document.querySelector('[data-screen="go"]')?.hidden === false`);
await page.ask(WATCH);
const other = await browser.tab("about:blank");
const hiddenAtFirst = await page.ask("document.hidden");
await new Promise((resolve) => setTimeout(resolve, cues * APART_MS + 3000));
const hiddenAtLast = await page.ask("document.hidden");
const seen = await page.ask("window.seen");
await other.send("Page.enable");
await browser.close();
server.close();

const late = seen.cues.map(({ n, atMs }) => atMs - n * APART_MS);
const inOrder = seen.cues.every(({ n }, i) => n === i + 1);
const hidden = hiddenAtFirst && hiddenAtLast && seen.shown === 0 && seen.cues.every((cue) => cue.hidden);
const countedLate = seen.counted.map((atMs, i) => atMs - (i + 1) * APART_MS);
const s = (ms) => (ms / 1000).toFixed(1);
console.log(`| in a hidden silent tab, ${s(cues * APART_MS)} s | fired | worst late | median late |`);
console.log("| --- | --- | --- | --- |");
console.log(`| cues of the player | ${seen.cues.length} of ${cues}${inOrder ? ", in order" : ", OUT OF ORDER"} | ${Math.round(Math.max(...late))} ms | ${Math.round(median(late))} ms |`);
console.log(`| an interval of a second, counted | ${seen.counted.length} of ${cues} | ${s(Math.max(0, ...countedLate))} s | ${s(median(countedLate))} s |`);
console.log(`\nHidden from the first cue to the last: ${hidden ? "yes" : "NO"}.`);
process.exitCode = seen.cues.length >= cues && inOrder && hidden && Math.max(...late) < BAR_MS ? 0 : 1;

function median(all) {
  return all.length === 0 ? NaN : [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];
}
