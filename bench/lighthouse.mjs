// Home, plan and player as Lighthouse sees them on a mid-range phone, median of five, beside what they weigh and whether the
// browser had anything to complain about.
//
//   node bench/lighthouse.mjs http://127.0.0.1:8080 [runs]      of a running start; bin/bench lighthouse makes one
//
// Prints Markdown, one figure a line beside its bar. Ends with 1 when a bar is missed, and says which audits cost it.
import lighthouse from "lighthouse";
import { Chromium } from "./chromium.mjs";
import { Guest } from "./guest.mjs";
import { PageLoad } from "./wire.mjs";

const KIB = 1024;
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const FLAGS = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-port=0"];
const WARM_UP = 20;

const address = process.argv[2];
const runs = Number(process.argv[3] ?? 5);
let missed = 0;

const browser = new Chromium(FLAGS);
try {
  console.log("| page | what | bar | measured |\n| --- | --- | --- | --- |");
  const tab = await browser.tab("about:blank");
  const home = await PageLoad.of(tab, `${address}/`);
  const { cookies } = await browser.send("Storage.getCookies");
  await scores("home", "/", { "largest-contentful-paint": 1500, "total-blocking-time": 100 });
  figure("home", "over the wire, KiB", home.bytes / KIB, { most: 40 });
  figure("home", "cookies", cookies.length, { most: 0 });
  clean("home", home);

  const guest = await Guest.withAPlan(address);
  await browser.send("Storage.setCookies", { cookies: [guest.cookie] });
  const plan = await PageLoad.of(tab, `${address}/plan`);
  const ahead = plan.bytesOf(({ url }) => new URL(url).pathname.startsWith("/f/"));
  await scores("plan", "/plan");
  figure("plan", "over the wire, KiB", (plan.bytes - ahead) / KIB, { most: 90 });
  figure("plan", "figures put away for offline, KiB", ahead / KIB);
  clean("plan", plan);

  const session = await guest.begin();
  const player = await PageLoad.of(tab, address + session, begun);
  await scores("player", session);
  figure("player", "over the wire before the tap on Start, KiB", player.atFirst / KIB, { most: 90 });
  figure("player", "over the wire up to the first step, KiB", player.bytes / KIB);
  figure("player", "scripts in its folder, compressed, KiB", scripts(player, "/js/player/") / KIB, { most: 30 });
  figure("player", "all scripts, compressed, KiB", scripts(player, ".js") / KIB);
  clean("player", player);
} finally {
  await browser.close();
}
process.exitCode = missed > 0 ? 1 : 0;

/** Up to the first stretch, so that all that plays has been fetched. @param {import("./chromium.mjs").Tab} tab */
async function begun(tab) {
  await tab.until(`document.querySelector('[data-act="start"]:not([disabled])')?.checkVisibility()`);
  await tab.ask(`document.querySelector('[data-act="start"]').click()`);
  await tab.until(`document.querySelector('[data-screen="go"]')?.checkVisibility()`);
}

/** Medians of Lighthouse's scores, and of times in ms where the page has bars for them. */
async function scores(page, path, times = {}) {
  for (let n = 0; n < WARM_UP; n++) await fetch(address + path);
  const all = [];
  for (let tries = 0; all.length < runs; tries++) {
    const { lhr } = await lighthouse(address + path, { port: browser.port, logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError && tries < 2 * runs) continue; // its trace began too late, on a busy machine: that is no figure of ours
    if (lhr.runtimeError) throw new Error(`${page}: ${lhr.runtimeError.message}`);
    if (new URL(lhr.finalDisplayedUrl).pathname !== path) throw new Error(`${page}: Lighthouse was led to ${lhr.finalDisplayedUrl}`);
    all.push(lhr);
  }
  for (const id of CATEGORIES) {
    const held = figure(page, `${id}, ${runs} runs`, median(all.map(({ categories }) => categories[id].score)), { least: id === "performance" ? 0.98 : 1 });
    if (!held) all.forEach((lhr) => costs(lhr, id));
  }
  for (const id of ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time"]) {
    figure(page, `${id}, ms`, median(all.map(({ audits }) => audits[id].numericValue)), { most: times[id] });
  }
  figure(page, "cumulative-layout-shift", median(all.map(({ audits }) => audits["cumulative-layout-shift"].numericValue)));
}

/** Which audits cost a run its score. */
function costs({ categories, audits }, category) {
  const lost = categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id].score ?? 1) < 1);
  console.error(`${category}: ${lost.map(({ id }) => `${id} ${audits[id].score} (${audits[id].displayValue ?? audits[id].title})`).join(", ")}`);
}

/** @param {PageLoad} load */
function clean(page, { foreign, complaints }) {
  figure(page, "requests to others", foreign(new URL(address).origin).length, { most: 0 });
  figure(page, "complaints of the browser, of the policy too", complaints.length, { most: 0 });
  for (const complaint of complaints) console.error(`${page}: ${complaint}`);
}

/** @param {PageLoad} load @param {string} where */
function scripts({ requests }, where) {
  const found = requests.filter(({ url }) => url.endsWith(".js") && url.includes(where));
  return found.reduce((sum, { body }) => sum + body, 0);
}

/** One line of the table; without a bar it is only told. @returns {boolean} whether the bar holds */
function figure(page, what, value, { least = -Infinity, most = Infinity } = {}) {
  const held = value >= least && value <= most;
  if (!held) missed++;
  const bar = least > -Infinity ? `at least ${least}` : most < Infinity ? `at most ${most}` : "none";
  console.log(`| ${page} | ${what} | ${bar} | ${Number(value.toFixed(value < 10 ? 2 : 1))}${held ? "" : " **missed**"} |`);
  return held;
}

function median(all) {
  return all.sort((a, b) => a - b)[Math.floor(all.length / 2)];
}
