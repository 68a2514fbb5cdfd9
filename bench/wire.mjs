// One page loaded by itself, with nothing kept from before: what it asked for, what came over the wire, and what the browser
// complained about.
const QUIET_MS = 1500;
/** The page is told when it asks for a worker's script, never when that has come. */
const SILENT_MS = 4000;

/** Told by the page itself, because a violation reaches no log of the protocol in every version. */
const LISTEN = `addEventListener("securitypolicyviolation", (event) =>
  console.error("policy: " + event.violatedDirective + " " + event.blockedURI + " " + event.sourceFile));`;

export class PageLoad {
  /** @type {{url: string, bytes: number, body: number}[]} */
  requests = [];
  /** @type {string[]} */
  complaints = [];
  /** Over the wire before anything was done on the page. */
  atFirst = 0;
  #open = new Map();
  #lastHeard = Date.now();

  /**
   * @param {import("./chromium.mjs").Tab} tab @param {string} url
   * @param {(tab: import("./chromium.mjs").Tab) => Promise<void>} [act] what is done on the page before it is left alone
   */
  static async of(tab, url, act = async () => {}) {
    const load = new PageLoad();
    tab.browser.onEvent = (method, params, session) => session === tab.session && load.#heard(method, params);
    for (const domain of ["Network", "Log", "Runtime", "Page", "Audits"]) await tab.send(`${domain}.enable`);
    await tab.send("Network.setCacheDisabled", { cacheDisabled: true });
    await tab.send("Network.setBypassServiceWorker", { bypass: true });
    const { identifier } = await tab.send("Page.addScriptToEvaluateOnNewDocument", { source: LISTEN });
    await tab.send("Page.navigate", { url });
    await tab.until(`location.href === ${JSON.stringify(url)} && document.readyState === "complete"`);
    await load.#quiet();
    load.atFirst = load.bytes;
    await act(tab);
    await load.#quiet();
    await tab.send("Page.removeScriptToEvaluateOnNewDocument", { identifier });
    for (const domain of ["Audits", "Log", "Runtime", "Network"]) await tab.send(`${domain}.disable`);
    await tab.send("Page.navigate", { url: "about:blank" }); // it must not go on beside what is measured next
    return load;
  }

  async #quiet() {
    const silent = () => Date.now() - this.#lastHeard;
    while (silent() < (this.#open.size > 0 ? SILENT_MS : QUIET_MS)) await new Promise((soon) => setTimeout(soon, 50));
  }

  #heard(method, params) {
    switch (method) {
      case "Network.requestWillBeSent":
        this.#lastHeard = Date.now();
        if (/^(https?|wss?):/.test(params.request.url)) this.#open.set(params.requestId, { url: params.request.url, bytes: 0, body: 0 });
        return;
      case "Network.dataReceived":
        if (this.#open.has(params.requestId)) this.#open.get(params.requestId).body += params.encodedDataLength;
        return;
      case "Network.loadingFinished":
      case "Network.loadingFailed":
        return this.#done(params);
      case "Runtime.consoleAPICalled":
        if (params.type === "error") this.complaints.push(params.args.map(({ value, description }) => value ?? description).join(" "));
        return;
      case "Runtime.exceptionThrown":
        return void this.complaints.push(params.exceptionDetails.exception?.description ?? params.exceptionDetails.text);
      case "Log.entryAdded":
        if (params.entry.level === "error" || params.entry.source === "security") this.complaints.push(params.entry.text);
        return;
      case "Audits.issueAdded":
        return void (params.issue.code === "ContentSecurityPolicyIssue" && this.complaints.push(JSON.stringify(params.issue.details)));
    }
  }

  #done({ requestId, encodedDataLength = 0, errorText = null }) {
    const request = this.#open.get(requestId);
    if (!request) return;
    this.#lastHeard = Date.now();
    this.#open.delete(requestId);
    this.requests.push({ ...request, bytes: encodedDataLength });
    if (errorText) this.complaints.push(`${request.url}: ${errorText}`);
  }

  get bytes() {
    return this.bytesOf(() => true);
  }

  bytesOf(which) {
    return this.requests.filter(which).reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** What was asked of anybody but the server. */
  foreign = (origin) => this.requests.filter(({ url }) => new URL(url).origin !== origin);
}
