// Shows the player without the server: its real template, words, styles and modules, with scripts made up here. Standard library only.
//   node src/test/js/pages/serve.mjs [port]    then open /sessions/demo, /ease/demo; /sessions/demo?invented as a start with --demo shows it
// Records put to it are kept in memory and shown at /records. POST /offline?on=1 makes its API fail as a cut network would.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { getReady, ID, kneeToChest, pressUp, script, step } from "../player-scripts.mjs";

const MAIN = new URL("../../../main/", import.meta.url);
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const POLICY = "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Fills in the few JTE constructs that the section uses, so that there is no second copy of the markup to drift from it. */
function section(scriptUrl, invented) {
  const words = Object.fromEntries(
    ["session", "demo"].flatMap((file) => [...read(`resources/messages/${file}.properties`).matchAll(/^([\w.-]+)=(.*)$/gm)]).map(([, key, text]) => [key, text]),
  );
  const fill = (html, word, i) =>
    html
      .replaceAll(/\$\{page\.asset\("([^"]+)"\)\}/g, "/$1")
      .replaceAll(/\$\{page\.text\("([^"]+)"(?: \+ (\w+))?(?: \+ "([^"]+)")?\)\}/g, (_, key, more, end) => words[key + (more ? word : "") + (end ?? "")])
      .replace('hidden="${needs.isEmpty()}">${needs}', "hidden>")
      .replaceAll("${page.figures()}", "/f/none/")
      .replaceAll("${page.build().word()}", "middle")
      .replaceAll("${scriptUrl}", scriptUrl)
      .replaceAll("${page.figures()}", "/f/demo/")
      .replaceAll("${page.build().word()}", "middle")
      .replaceAll(/\$\{(word|part|key)\}/g, word)
      .replaceAll("${i}", i);
  return fill(
    read("jte/session/player-section.jte")
      .replaceAll(/^@(import|param).*$/gm, "")
      .replaceAll(/@if\(page\.demo\(\)\)(.*?)@endif/gs, invented ? "$1" : "")
      .replaceAll(/@for\(int i = 0; i <= 10; i\+\+\)(.*?)@endfor/gs, (_, body) => Array.from({ length: 11 }, (_, i) => fill(body, "", i)).join(""))
      .replaceAll(/@for\(String \w+ : java\.util\.List\.of\((.*?)\)\)(.*?)@endfor/gs, (_, list, body) =>
        [...list.matchAll(/"([^"]+)"/g)].map(([, word]) => fill(body, word)).join(""),
      ),
  );
}

/** Where the page does not say where figures are, it is said here. @param {string} html */
function withFigures(html) {
  return html.includes("data-figures") ? html : html.replace('id="player"', 'id="player" data-figures="/f/demo/" data-build="middle"');
}

function page(scriptUrl, invented = false) {
  return `<!doctype html><html lang="en-AU"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"><title>Player</title>
<link rel="stylesheet" href="/css/index.css">${invented ? '<link rel="stylesheet" href="/css/modules/demo.css">' : ""}</head><body><header class="site-header"><a class="brand" href="/">Unknot</a> <a class="get-help" href="/emergency">Get help</a></header>
<main id="main"><h1>Today’s session</h1>${withFigures(section(scriptUrl, invented))}</main></body></html>`;
}

/** Scripts as the server writes them; ?fast makes the seconds short. */
export function scripts(seconds) {
  const validUntil = new Date(Date.now() + 20 * 3_600_000).toISOString();
  const cues = (s) => [
    { atMs: 0, text: "Hold. Breathe out slowly.", tone: "start" },
    { atMs: s * 500, text: "Let your leg get heavy.", tone: "half" },
    { atMs: Math.max(0, s - 3) * 1000, text: "", tone: "last" },
    { atMs: s * 1000, text: "", tone: "end" },
  ];
  const named = { "knee-to-chest": "Knee to chest", "knee-to-chest-behind-thigh": "Knee to chest, hands behind the thigh", "knee-to-chest-side": "Knee to chest on your side", "press-up": "Press up", "press-up-elbows": "Press up on your elbows", rest: "Rest" };
  const real = (one) => ({
    ...one,
    figure: one.role === "get-ready" ? { ...PICTURE, to: "start" } : PICTURE,
    title: named[one.exercise] ?? one.title,
    seconds: one.role === "get-ready" ? Math.min(one.seconds, seconds) : Math.min(one.seconds, seconds * 3),
    needs: one.role === "get-ready" ? ["a mat", "a pillow"] : [],
    cues: one.role === "get-ready" ? READY : one.role === "hold" ? cues(Math.min(one.seconds, seconds * 3)) : [],
    easier: one.easier && real(one.easier),
    onStop: one.onStop.map((rule) => ({ ...rule, replaceWith: rule.replaceWith && real(rule.replaceWith) })),
  });
  const session = script([...kneeToChest("left"), ...kneeToChest("right"), ...pressUp()].map(real), { validUntil });
  const ease = [
    getReady("ready", "ease", null, { title: "On your back, knees up", seconds: Math.min(10, seconds), needs: ["a chair or pillows"], cues: READY }),
    step("ease", { exercise: "ease", role: "breathe", title: "On your back, knees up", seconds: seconds * 9, cues: [{ atMs: 0, text: "Breathe in. Breathe out slowly.", tone: "start" }] }),
  ];
  const many = Array.from({ length: 63 }, (_, i) => ({ atMs: (i + 1) * 10_000, text: `Cue ${i + 1}`, tone: null }));
  const long = [getReady("ready", "ease", null, { seconds: 10 }), step("ease", { exercise: "ease", role: "breathe", title: "Long", seconds: 640, cues: many })];
  return { "/scripts/ease-cues.json": script(long, { id: ID.replace(/1$/, "3"), validUntil }), "/api/scripts/demo": { ...session, id: ID }, "/scripts/ease-demo.json": script(ease, { id: ID.replace(/1$/, "2"), validUntil }) };
}

const READY = [
  { atMs: 0, text: "Lie on your back.", tone: "ready" },
  { atMs: 3000, text: "Bend both knees, feet on the floor.", tone: null },
  { atMs: 6000, text: "Hold your left knee with both hands.", tone: null },
];

/** A figure as small as can be: a thick line that tilts, on a mat. */
const FIGURE = {
  v: 1,
  id: "demo",
  side: null,
  build: "middle",
  view: [0, 0, 320, 160],
  r: [14, 14, 4, 4],
  parts: [{ n: "mat", t: "mat", h: [[2, 3]] }, { n: "leg", t: "near", h: [[0, 1]] }],
  frames: [{ id: "start", title: "Lying" }, { id: "hold", title: "Knee to chest" }],
  moves: [{ from: "start", to: "hold", ms: 2000, ease: "in-out", xy: [[800, 1200, 2400, 1200, 100, 1400, 3100, 1400], [0, 0, -400, -800, 0, 0, 0, 0]], ops: ["0 1", ""] }],
  marks: {},
};
const PICTURE = { id: "demo", side: null, from: "start", to: "hold", words: "The knee comes up." };

const records = new Map();
let offline = false;

export const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? "/", "http://localhost");
  const answer = (status, body, type = "application/json") =>
    response.writeHead(status, { "Content-Type": type, "Content-Security-Policy": POLICY }).end(typeof body === "string" ? body : JSON.stringify(body));
  const seconds = Number(process.env.SECONDS ?? 10);
  const known = scripts(seconds)[url.pathname];
  const body = await text(request);
  if (url.pathname === "/offline") return answer(200, `${(offline = url.searchParams.get("on") === "1")}`, "text/plain");
  if (url.pathname === "/records") return answer(200, Object.fromEntries(records));
  if (offline && url.pathname.startsWith("/api/")) return request.socket.destroy();
  if (known) return answer(200, known);
  if (url.pathname.endsWith("/start")) return answer(200, {});
  if (url.pathname.startsWith("/api/records/")) {
    const first = !records.has(url.pathname);
    records.set(url.pathname, JSON.parse(body));
    return answer(first ? 201 : 200, { id: url.pathname, stored: true, first, stale: false, forbidden: [], heldSeconds: {} });
  }
  if (url.pathname === "/sessions/demo") return answer(200, page("/api/scripts/demo", url.searchParams.has("invented")), "text/html; charset=utf-8");
  if (url.pathname.startsWith("/f/demo/")) return answer(200, FIGURE);
  if (url.pathname === "/ease/cues") return answer(200, page("/scripts/ease-cues.json"), "text/html; charset=utf-8");
  if (url.pathname === "/ease/demo") return answer(200, page("/scripts/ease-demo.json"), "text/html; charset=utf-8");
  if (TYPES[extname(url.pathname)]) return file(url.pathname, response);
  answer(200, `<!doctype html><title>${url.pathname}</title><h1>${url.pathname}</h1>`, "text/html; charset=utf-8");
});

function file(path, response) {
  for (const folder of [new URL("resources/static/", MAIN), ...(process.env.STATIC ? [new URL(`file://${process.env.STATIC}/`)] : [])]) {
    try {
      const content = readFileSync(new URL(`.${path}`, folder));
      return response.writeHead(200, { "Content-Type": TYPES[extname(path)] }).end(content);
    } catch (problem) {
      if (problem.code !== "ENOENT") throw problem;
    }
  }
  response.writeHead(404).end();
}

function read(path) {
  return readFileSync(new URL(path, MAIN), "utf8");
}

async function text(request) {
  let all = "";
  for await (const part of request) all += part;
  return all;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const port = Number(process.argv[2] ?? 8099);
  server.listen(port, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/sessions/demo`));
}
