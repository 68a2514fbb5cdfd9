// @ts-check
/** One session at a time on a phone, whatever number of tabs. A browser without locks lets every tab play. */
const SESSION = "unknot.session";
const NOTHING = () => {};

export class Tabs {
  /** @type {() => void} */
  #letGo = NOTHING;

  /** @param {LockManager | undefined} locks */
  constructor(locks = navigator.locks) {
    this.locks = locks;
  }

  /** Whether a session runs in another tab. */
  async elsewhere() {
    const { held = [] } = (await this.locks?.query()) ?? {};
    return this.#letGo === NOTHING && held.some((lock) => lock.name === SESSION);
  }

  /**
   * Takes the session into this tab. Held until it is let go, which also keeps a browser from freezing the page.
   * @param {boolean} evenFromAnother @param {() => void} onTaken when another tab takes it from here
   * @returns {Promise<boolean>} whether it is here now
   */
  hold(evenFromAnother, onTaken) {
    const { locks } = this;
    if (!locks) return Promise.resolve(true);
    this.letGo();
    return new Promise((resolve) => {
      const options = evenFromAnother ? { steal: true } : { ifAvailable: true };
      locks
        .request(SESSION, options, (lock) => {
          resolve(lock !== null);
          return lock === null ? undefined : new Promise((done) => (this.#letGo = () => done(undefined)));
        })
        .catch(onTaken);
    });
  }

  letGo() {
    this.#letGo();
    this.#letGo = NOTHING;
  }
}

