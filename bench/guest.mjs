// A guest who said no to every question and that every position can be taken: the shortest way to a plan with stretches.

export class Guest {
  #cookie = "";

  constructor(address) {
    this.address = address;
  }

  static async withAPlan(address) {
    const guest = new Guest(address);
    const { questions } = await (await guest.ask("/api/triage/questionnaire")).json();
    const answers = Object.fromEntries(questions.map(({ id }) => [id, id.startsWith("can-lie-") ? "yes" : "no"]));
    await guest.ask("/api/answers", { method: "POST", body: JSON.stringify({ age: 35, pain: 4, durationDays: 1, answers }) });
    return guest;
  }

  async ask(path, { headers = { Accept: "application/json", "Content-Type": "application/json" }, ...request } = {}) {
    const answer = await fetch(this.address + path, { redirect: "manual", headers: { ...headers, Origin: this.address, Cookie: this.#cookie }, ...request });
    if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    for (const made of answer.headers.getSetCookie()) [this.#cookie] = made.split(";");
    return answer;
  }

  /** Begins a session of today's plan. @returns {Promise<string>} the path of its page */
  async begin() {
    const answer = await this.ask("/sessions", { method: "POST", headers: {} });
    return new URL(answer.headers.get("Location"), this.address).pathname;
  }

  /** As a browser keeps it. */
  get cookie() {
    const [name, ...value] = this.#cookie.split("=");
    return { name, value: value.join("="), url: this.address, httpOnly: true };
  }
}
