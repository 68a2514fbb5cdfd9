// @ts-check
/**
 * The service worker, sent as /sw.js with this build's list in front of it (org.unknot.web.FirstScreensOffline): the first
 * screens, the ease scripts and what they need are on the phone before they are needed. Nothing about a person is ever kept here.
 *
 * [1] A new version waits until the last of our pages is closed, so that nothing changes under a person who holds a stretch.
 * [2] The cache is filled once, whole or not at all, and never written to afterwards: a page of a newer build must not stand in it
 *     beside files of an older one.
 * [3] A network that is there but does not answer is the common case in a basement; patience is short where help is concerned.
 * [4] Without a network a person's session is played by a page that is the same for everybody; its script is with the player.
 * [5] Pictures never change under their address; the plan page puts those of its sessions here.
 * [6] Where its script is not there to answer it, a form of a first screen that cannot be sent shows its page again, not an error.
 */
const worker = /** @type {any} */ (self);
/** @type {{version: string, pages: string[], files: string[], offline: string}} */
const build = worker.UNKNOT;
const CACHE = `unknot-${build.version}`;
const PATIENCE_MS = 2000;
const PLAYER = "/play";
const PICTURES = "unknot-pictures";

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(dropOlder().then(() => worker.clients.claim())));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const answer = answerTo(event.request);
  if (answer) {
    event.respondWith(answer);
  }
});

/** [2] */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...build.pages, ...build.files].map((address) => new Request(address, { cache: "no-cache" })));
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("unknot-") && name !== CACHE && name !== PICTURES).map((name) => caches.delete(name)));
}

/**
 * @param {Request} request
 * @returns {Promise<Response> | null} null leaves the request to the browser
 */
function answerTo(request) {
  const { origin, pathname, search } = new URL(request.url);
  if (origin === location.origin && request.mode === "navigate" && /^\/sessions(\/[^/]+)?$/.test(pathname)) {
    return networkOrPlayer(request);
  }
  if (origin === location.origin && request.method === "POST" && request.mode === "navigate" && build.pages.includes(pathname)) {
    return fetch(request).catch(() => Response.redirect(pathname, 303)); // [6]
  }
  if (request.method !== "GET" || origin !== location.origin) {
    return null;
  }
  if (pathname.startsWith("/a/") || pathname.startsWith("/f/")) {
    return kept(request).then((response) => response ?? fetch(request));
  }
  if (build.pages.includes(pathname + search) || build.pages.includes(pathname)) {
    return networkFirst(request);
  }
  return request.mode === "navigate" ? networkOrExplanation(request) : null;
}

/** @param {Request | string} request */
async function kept(request) {
  const cache = await caches.open(CACHE);
  const here = (await cache.match(request)) ?? (await cache.match(request, { ignoreSearch: true }));
  return here ?? (await caches.open(PICTURES)).match(request); // [5]
}

/** @param {Request} request */
async function networkFirst(request) {
  const fresh = fetch(request).catch(() => null);
  const soon = await Promise.race([fresh, new Promise((done) => setTimeout(done, PATIENCE_MS, null))]); // [3]
  if (soon !== null && soon.status < 500) {
    return soon;
  }
  return (await kept(request)) ?? (await fresh) ?? Response.error();
}

/** @param {Request} request */
async function networkOrExplanation(request) {
  const response = await fetch(request).catch(() => kept(build.offline));
  return response ?? Response.error();
}

/** [4] A session that was to be made is played from what is kept; one that was made is taken up where its address says. @param {Request} request */
async function networkOrPlayer(request) {
  const response = await fetch(request).catch(() => null);
  if (response !== null && response.status < 500) {
    return response;
  }
  if (request.method !== "GET") {
    return Response.redirect(PLAYER, 303);
  }
  return (await kept(PLAYER)) ?? response ?? Response.error();
}
