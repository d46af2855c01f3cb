// @ts-check
// Keeps an exercise while one types: one save at a time, each naming what the page showed. What cannot be sent stays on the
// device, sealed, until it can. Without script there is a button.

const PAUSE = 1500;
const SOON = 300;
/** For how long a save may stay unanswered before it is kept here as well; and before it counts as not sent. */
const SLOW = 2000;
const PATIENCE = 20_000;

/** @typedef {"kept" | "refused" | "away"} Sent */

/** @type {Device | null} */
let device = null;

class Keeping {
  /** @type {Promise<Sent> | null} */ running = null;
  /** What the server has, and what the device has: as written. */ kept = "";
  sealed = "";
  /** Whether something stands on the device. */ isHeld = false;
  /** Whether it came from there when the page was opened. */ isRestored = false;
  isLeaving = false;
  timer = 0;
  soon = 0;
  /** @type {Promise<unknown>} */ turn = Promise.resolve();
  id = crypto.randomUUID?.() ?? "";

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    this.said = form.querySelector("[data-keeping-said]");
    this.urgent = form.querySelector("[data-urgent]");
    this.kept = written(form);
    this.hand = numbers(form);
    form.addEventListener("input", () => this.type());
    form.addEventListener("submit", (event) => this.submit(event));
    window.addEventListener("online", () => void this.send());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.isDirty()) void this.seal().then(() => this.send());
    });
    window.addEventListener("pageshow", (event) => {
      if (!event.persisted) return;
      this.isLeaving = false;
      form.removeAttribute("aria-busy");
    });
    window.addEventListener("beforeunload", (event) => {
      const isHere = this.isHeld && this.sealed === written(form);
      if (!this.isLeaving && this.isDirty() && !isHere) event.preventDefault();
    });
  }

  /** @param {string | undefined} text */
  say(text) {
    if (this.said && this.said.textContent !== (text ?? "")) this.said.textContent = text ?? "";
  }

  isDirty() {
    return written(this.form) !== this.kept;
  }

  type() {
    clearTimeout(this.timer);
    clearTimeout(this.soon);
    if (this.isHeld) this.soon = window.setTimeout(() => void this.seal(), SOON);
    else this.say("");
    this.timer = window.setTimeout(() => void this.send(), PAUSE);
  }

  /**
   * One thing after the other on the device.
   * @param {() => Promise<unknown>} run
   */
  inTurn(run) {
    this.turn = this.turn.then(run).catch(() => {});
    return this.turn;
  }

  /** Keeps on the device what the server has not. */
  seal() {
    return this.inTurn(async () => {
      const now = written(this.form);
      if (!device || now === this.kept || (this.isHeld && now === this.sealed)) return;
      const body = fields(this.form);
      for (const name of ["reader", "sharing"]) body.delete(name);
      await device.keep(this.id, { title: title(this.form), action: address(this.form), body: body.toString() });
      this.sealed = now;
      this.isHeld = true;
    });
  }

  /** The server has it: it goes from the device. */
  release() {
    return this.inTurn(async () => {
      if (!device || !this.isHeld || this.isDirty()) return;
      await device.forget(this.id);
      this.isHeld = false;
      this.id = crypto.randomUUID();
    });
  }

  /** @returns {Promise<Sent>} */
  send() {
    this.running ??= this.sendNow().finally(() => (this.running = null));
    return this.running;
  }

  /** @returns {Promise<Sent>} */
  async sendNow() {
    clearTimeout(this.timer);
    const { form } = this;
    const now = written(form);
    if (now === this.kept) return "kept";
    const slow = window.setTimeout(() => void this.seal(), SLOW);
    const { sent, revision, isUrgent } = await post(form.dataset.keeping ?? "", fields(form));
    clearTimeout(slow);
    if (this.urgent instanceof HTMLElement && isUrgent) this.urgent.hidden = false;
    if (sent === "kept") {
      const { kept, restored, sent: gone } = form.dataset;
      const word = this.isRestored ? restored : this.isHeld ? gone : kept;
      this.kept = now;
      show(form, [revision], this.hand.hand);
      await this.release();
      this.isRestored &&= this.isHeld;
      this.say(this.isDirty() ? "" : word);
    } else {
      await this.seal();
      this.say(this.isHeld && this.sealed === written(form) ? form.dataset.sealed : form.dataset.unkept);
    }
    if (!this.isLeaving && this.isDirty()) this.timer = window.setTimeout(() => void this.send(), 3 * PAUSE);
    return sent;
  }

  /**
   * What is to be finished is sent first, as it would be while one types: so a line that fails takes nothing along.
   * @param {SubmitEvent} event
   */
  submit(event) {
    clearTimeout(this.timer);
    if (this.isLeaving || (!this.isDirty() && !this.isHeld)) {
      this.isLeaving = true;
      return;
    }
    event.preventDefault();
    this.form.setAttribute("aria-busy", "true");
    void this.flush().then((sent) => {
      if (sent === "away") this.form.removeAttribute("aria-busy");
      if (sent === "away" || this.isLeaving) return;
      this.isLeaving = true;
      this.form.requestSubmit(event.submitter);
    });
  }

  async flush() {
    await this.running;
    return this.send();
  }

  /**
   * Puts what the device had back into the form, and sends it as it would have been sent then: from what was shown then, so that
   * what another device wrote meanwhile stays beside it.
   * @param {Opened[]} found
   */
  async restore(found) {
    const [one, ...others] = found;
    if (!one || !device) return;
    let isElsewhere = false;
    for (const other of others) {
      const { sent } = await post(this.form.dataset.keeping ?? "", new URLSearchParams(other.body));
      if (sent === "kept") await device.forget(other.id);
      isElsewhere = true;
    }
    const body = new URLSearchParams(one.body);
    if (!this.isDirty()) fill(this.form, body);
    this.id = one.id;
    this.isHeld = this.isRestored = true;
    this.sealed = written(this.form);
    if (!this.isDirty()) return this.release();
    const from = body.getAll("from");
    isElsewhere ||= from.join() !== this.hand.from.join();
    show(this.form, from, body.get("hand") ?? this.hand.hand);
    const sent = await this.send();
    // Both are shown, as the server has them.
    if (sent === "kept" && isElsewhere && !this.isDirty()) {
      this.isLeaving = true;
      location.reload();
    }
  }
}

/**
 * One save.
 * @param {string} url
 * @param {URLSearchParams} body
 * @returns {Promise<{ sent: Sent, revision: string, isUrgent: boolean }>}
 */
async function post(url, body) {
  try {
    const answer = await fetch(url, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout?.(PATIENCE) });
    const revision = answer.ok ? await answer.text() : "";
    return { sent: answer.ok ? "kept" : "refused", revision, isUrgent: answer.headers.has("x-urgent-help") };
  } catch {
    return { sent: "away", revision: "", isUrgent: false };
  }
}

/**
 * What is filled in, without what the page adds.
 * @param {HTMLFormElement} form
 */
function written(form) {
  const body = fields(form);
  for (const name of ["from", "hand", "reader", "sharing"]) body.delete(name);
  return body.toString();
}

/**
 * The form's fields; no button is among them.
 * @param {HTMLFormElement} form
 */
function fields(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") body.append(name, value);
  }
  return body;
}

/**
 * What the page says of itself: its hand, and the revisions that it shows.
 * @param {HTMLFormElement} form
 */
function numbers(form) {
  const body = fields(form);
  return { hand: body.get("hand") ?? "", from: body.getAll("from") };
}

/**
 * The next save goes on from these.
 * @param {HTMLFormElement} form
 * @param {string[]} from
 * @param {string} hand
 */
function show(form, from, hand) {
  for (const old of form.querySelectorAll('input[name="from"]')) old.remove();
  for (const revision of from) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: "from", value: revision });
    form.append(field);
  }
  const field = form.querySelector('input[name="hand"]');
  if (field instanceof HTMLInputElement) field.value = hand;
}

/**
 * @param {HTMLFormElement} form
 * @param {URLSearchParams} body
 */
function fill(form, body) {
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) field.value = body.get(field.name) ?? "";
    if (!(field instanceof HTMLInputElement) || field.type === "hidden" || field.name === "sharing") continue;
    if (field.type === "radio" || field.type === "checkbox") field.checked = body.getAll(field.name).includes(field.value);
    else field.value = body.get(field.name) ?? "";
  }
}

/**
 * Where somebody finds it again.
 * @param {HTMLFormElement} form
 */
function address(form) {
  const day = fields(form).get("day");
  return new URL(form.action).pathname + (day ? `?day=${encodeURIComponent(day)}` : "");
}

/** @param {HTMLFormElement} form */
function title(form) {
  return form.closest("section")?.querySelector("h1, h2, h3")?.textContent ?? "";
}

/**
 * What belongs to exercises that this page does not show.
 * @param {Opened[]} unsent
 */
function list(unsent) {
  const box = document.querySelector("[data-device]");
  if (!(box instanceof HTMLElement) || unsent.length === 0) return;
  const items = [...new Map(unsent.map((one) => [one.action, one])).values()].map((one) => {
    const link = document.createElement("a");
    link.href = one.action.startsWith("/programmes/") ? one.action : "";
    link.textContent = one.title;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  box.querySelector("ul")?.replaceChildren(...items);
  box.hidden = false;
}

/** @param {HTMLFormElement} form */
function forgetAfter(form) {
  let isDone = false;
  form.addEventListener("submit", (event) => {
    if (isDone || !device) return;
    event.preventDefault();
    form.setAttribute("aria-busy", "true");
    const go = () => {
      isDone = true;
      form.requestSubmit(event.submitter);
    };
    void device.forgetAll().then(go, go);
  });
}

async function begin() {
  const forms = [...document.querySelectorAll("form[data-keeping]")].filter((form) => form instanceof HTMLFormElement);
  const all = forms.map((form) => new Keeping(form));
  try {
    device = await Device.open();
    if (!device) return;
    for (const told of document.querySelectorAll("[data-device-told]")) told.toggleAttribute("hidden", false);
    for (const form of document.querySelectorAll("form[data-forgets]")) if (form instanceof HTMLFormElement) forgetAfter(form);
    const unsent = await device.all();
    const isHere = (/** @type {Keeping} */ one, /** @type {Opened} */ kept) => address(one.form) === kept.action;
    list(unsent.filter((kept) => !all.some((one) => isHere(one, kept))));
    for (const one of all) await one.restore(unsent.filter((kept) => isHere(one, kept)));
  } catch {
    // A browser that keeps nothing: the page says so when a save fails.
  }
}

void begin();
