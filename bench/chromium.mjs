// Debian's Chromium driven over a pipe, with nothing of what test tools switch off in it: its timers are throttled in hidden
// tabs as on anybody's computer. Standard library only.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--remote-debugging-pipe"];

export class Chromium {
  #profile = mkdtempSync(join(tmpdir(), "unknot-chromium-"));
  #n = 0;
  #waiting = new Map();
  #heard = "";
  /** Whoever wants to know of an event: (method, params, session) */
  onEvent = (..._) => {};

  constructor(flags = []) {
    this.process = spawn("/usr/bin/chromium", [...FLAGS, `--user-data-dir=${this.#profile}`, ...flags, "about:blank"], {
      stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    });
    this.process.stdio[4].on("data", (part) => this.#hear(part));
  }

  /** One command of the DevTools protocol, to the browser or to a page. */
  send(method, params = {}, sessionId = undefined) {
    const id = ++this.#n;
    this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, method }));
  }

  #hear(part) {
    const messages = (this.#heard + part).split("\0");
    this.#heard = messages.pop();
    for (const { id, result, error, method, params, sessionId } of messages.map((one) => JSON.parse(one))) {
      if (id === undefined) this.onEvent(method, params, sessionId);
      else if (error) this.#waiting.get(id).reject(new Error(`${this.#waiting.get(id).method}: ${error.message}`));
      else this.#waiting.get(id).resolve(result);
    }
  }

  /** Where a tool of its own may speak to it too, when it was started with --remote-debugging-port=0. */
  get port() {
    return Number(readFileSync(join(this.#profile, "DevToolsActivePort"), "utf8").split("\n")[0]);
  }

  /** A tab of its own, in front of the others. */
  async tab(address) {
    const { targetId } = await this.send("Target.createTarget", { url: address });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    return new Tab(this, targetId, sessionId);
  }

  async close() {
    const gone = new Promise((resolve) => this.process.on("exit", resolve));
    await this.send("Browser.close");
    await gone;
    rmSync(this.#profile, { recursive: true, force: true });
  }
}

export class Tab {
  constructor(browser, target, session) {
    this.browser = browser;
    this.target = target;
    this.session = session;
  }

  send(method, params = {}) {
    return this.browser.send(method, params, this.session);
  }

  /** What an expression of the page says. */
  async ask(expression) {
    const { result, exceptionDetails } = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Until an expression of the page holds; while there is no page yet, it does not. */
  async until(expression, withinMs = 10_000) {
    const end = Date.now() + withinMs;
    const holds = () => this.ask(`Boolean(${expression})`).catch((no) => !/execution context/.test(no.message) && Promise.reject(no));
    while (!(await holds())) {
      if (Date.now() > end) throw new Error(`Never came true: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
