// Script time per frame of a moving figure at a quarter of the processor's speed, from a DevTools trace of Debian's Chromium.
//   node bench/frames.mjs [address of a running start] [figure ...]        bar: 4 ms (issue of the mannequin)
// Standard library only: the browser is spoken to over a pipe.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [address = "http://127.0.0.1:8080", ...wanted] = process.argv.slice(2);
const figures = wanted.length > 0 ? wanted : ["knee-to-chest-left", "piriformis-left", "trunk-rotation-left", "press-up", "childs-pose", "downward-dog"];
const SLOWER = 4;
const RUNS = 3;

const profile = mkdtempSync(join(tmpdir(), "frames-"));
const chromium = spawn(
  "/usr/bin/chromium",
  ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", `--user-data-dir=${profile}`, "--remote-debugging-pipe", "about:blank"],
  { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] },
);
const [toBrowser, fromBrowser] = [chromium.stdio[3], chromium.stdio[4]];
const waiting = new Map();
const trace = [];
let traced = () => {};
let id = 0;
let rest = "";

fromBrowser.on("data", (bytes) => {
  const messages = (rest + bytes).split("\0");
  rest = messages.pop();
  for (const message of messages.map((text) => JSON.parse(text))) {
    if (message.id) waiting.get(message.id)?.(message);
    else if (message.method === "Tracing.dataCollected") trace.push(...message.params.value);
    else if (message.method === "Tracing.tracingComplete") traced();
  }
});

function ask(method, params = {}, sessionId) {
  return new Promise((answer, refuse) => {
    waiting.set(++id, ({ result, error }) => (error ? refuse(new Error(`${method}: ${error.message}`)) : answer(result)));
    toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
  });
}

/** The ms of processor time that script took in each animation frame, but for the first, which compiles. */
async function frames(session, figure) {
  trace.length = 0;
  await ask("Tracing.start", { traceConfig: { includedCategories: ["devtools.timeline"] } }, session);
  const { result, exceptionDetails } = await ask(
    "Runtime.evaluate",
    {
      awaitPromise: true,
      expression: `(async () => {
        const at = (selector, name) => document.querySelector(selector).getAttribute(name);
        const assets = at('link[rel="stylesheet"]', "href").replace("css/index.css", "");
        const { FigureStage } = await import(assets + "js/figure/figure-stage.js");
        document.body.innerHTML = '<main><div id="host"></div></main>';
        const stage = new FigureStage(document.getElementById("host"));
        const samples = await (await fetch("/f/any/${figure}.json")).json();
        stage.take(samples);
        const all = samples.frames.map((frame) => frame.id);
        stage.play(all[0], all[0] === all.at(-1) ? all[0] : all.at(-1));
        while (stage.at < stage.length) await new Promise((soon) => setTimeout(soon, 50));
        return stage.length;
      })()`,
    },
    session,
  );
  if (exceptionDetails) throw new Error(`${figure}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  const complete = new Promise((done) => (traced = done));
  await ask("Tracing.end", {}, session);
  await complete;
  if (result.value === 0) throw new Error(`${figure} does not move`);
  return trace.filter((event) => event.name === "FireAnimationFrame").map((event) => event.tdur / 1000).slice(1);
}

try {
  const { targetId } = await ask("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await ask("Target.attachToTarget", { targetId, flatten: true });
  await ask("Page.navigate", { url: `${address}/offline` }, sessionId);
  await new Promise((loaded) => setTimeout(loaded, 1500));
  await ask("Emulation.setCPUThrottlingRate", { rate: SLOWER }, sessionId);
  console.log(`| figure, ${SLOWER} times slower | frames | median ms | p95 ms | worst ms |\n| --- | --- | --- | --- | --- |`);
  for (const figure of figures) {
    const all = [];
    for (let run = 0; run < RUNS; run++) all.push(...(await frames(sessionId, figure)));
    all.sort((a, b) => a - b);
    const at = (share) => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(2);
    console.log(`| \`${figure}\` | ${all.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
  }
} finally {
  const gone = new Promise((exit) => chromium.once("exit", exit));
  setTimeout(() => chromium.kill(), 5000).unref(); // should it not want to close
  ask("Browser.close").catch(() => {});
  await gone;
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 300 }); // its helpers write on for a moment
}
process.exit(0);
