// Quiet minutes that are led, in a hidden tab with the browser's throttling as it is: does the one sound with the bells go on?
//
//   node bench/hidden-calm.mjs [address of a running start] [seconds]
//
// Prints Markdown. Ends with 1 when the sound stood still, when there was more than one, or when the page was ever seen.
import { Chromium } from "./chromium.mjs";

const OFF_S = 1;
const address = process.argv[2] ?? "http://localhost:8080";
const seconds = Number(process.argv[3] ?? 200);
const minutes = 3;

/** Runs before any script of ours: holds on to the sounds that are made. */
const KEEP_SOUNDS = `(() => {
  window.sounds = [];
  const Own = window.Audio;
  window.Audio = class extends Own { constructor(source) { super(source); window.sounds.push(this); } };
})()`;

const browser = new Chromium(["--autoplay-policy=no-user-gesture-required"]);
const page = await browser.tab("about:blank");
await page.send("Page.enable");
await page.send("Page.addScriptToEvaluateOnNewDocument", { source: KEEP_SOUNDS });
await page.send("Page.navigate", { url: `${address}/quiet?minutes=${minutes}` });
await page.until(`document.querySelector("[data-ready]")`);
await page.ask(`document.querySelector("button[name=go]").click()`);
await page.until(`window.sounds[0]?.currentTime > 0`);
const began = Date.now() - (await page.ask(`window.sounds[0].currentTime`)) * 1000;
const other = await browser.tab("about:blank");
const length = minutes * 60 + 6;
const off = [];
let hidden = true;
for (let at = 10; at <= Math.min(seconds, length - 2); at += 10) {
  await new Promise((resolve) => setTimeout(resolve, began + at * 1000 - Date.now()));
  hidden &&= await page.ask("document.hidden");
  off.push(Math.abs((await page.ask("window.sounds[0].currentTime")) - (Date.now() - began) / 1000));
}
const sounds = await page.ask("window.sounds.length");
await other.send("Page.enable");
await browser.close();

const worst = Math.max(...off);
console.log("| quiet minutes, led, in a hidden tab | looked at | farthest off | sounds | hidden |");
console.log("| --- | --- | --- | --- | --- |");
console.log(`| one sound with its bells | ${off.length} times in ${off.length * 10} s | ${worst.toFixed(2)} s | ${sounds} | ${hidden ? "yes" : "NO"} |`);
process.exitCode = worst < OFF_S && sounds === 1 && hidden ? 0 : 1;
