// @ts-check
// What could not be sent stays on the device, sealed. The key stands in the page of whoever may write there, never on the
// device; a record tells when it goes, and nothing else.

const DAY = 86_400_000;
const ROOM = 512;

/** @typedef {{ title: string, action: string, body: string }} Unsent What was typed, and where it belongs. */
/** @typedef {Unsent & { id: string }} Opened */
/** @typedef {{ id: string, mark: string, goes: number, nonce: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer }} Kept */

/**
 * Runs something on the records, in one transaction, and answers when it is durable.
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(records: IDBObjectStore) => IDBRequest<T> | void} run
 * @returns {Promise<T | undefined>}
 */
async function onRecords(mode, run) {
  const base = await new Promise((resolve, reject) => {
    const asked = indexedDB.open("unsent", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("records", { keyPath: "id" });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  try {
    return await new Promise((resolve, reject) => {
      const unit = base.transaction("records", mode, { durability: "strict" });
      const asked = run(unit.objectStore("records"));
      unit.oncomplete = () => resolve(asked ? asked.result : undefined);
      unit.onabort = () => reject(unit.error);
    });
  } finally {
    base.close();
  }
}

/**
 * Removes what has been here for too long, whoever's it is; answers with what is left, sealed.
 * @returns {Promise<Kept[]>}
 */
async function tidyRecords() {
  const bases = indexedDB.databases ? await indexedDB.databases() : [{ name: "unsent" }];
  if (!bases.some((base) => base.name === "unsent")) return [];
  const all = /** @type {Kept[]} */ (await onRecords("readonly", (records) => records.getAll())) ?? [];
  const left = all.filter((one) => one.goes > Date.now());
  for (const old of all) if (!left.includes(old)) await onRecords("readwrite", (records) => void records.delete(old.id));
  return left;
}

/** A person's own records on this device. */
class Device {
  /**
   * @param {string} mark
   * @param {CryptoKey} key
   * @param {number} days For how many days at most it keeps something.
   */
  constructor(mark, key, days) {
    this.mark = mark;
    this.key = key;
    this.days = days;
  }

  /**
   * The one whose key this page holds, or none: then nothing is kept.
   * @returns {Promise<Device | null>}
   */
  static async open() {
    const box = document.querySelector("[data-device]");
    if (!(box instanceof HTMLElement) || !globalThis.indexedDB || !globalThis.crypto?.subtle) return null;
    const digits = box.dataset.deviceKey ?? "";
    delete box.dataset.deviceKey;
    const bytes = Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    const key = await crypto.subtle.importKey("raw", bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
    return new Device(box.dataset.device ?? "", key, Number(box.dataset.deviceDays));
  }

  /** @param {Uint8Array<ArrayBuffer>} nonce */
  #how(nonce) {
    return { name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(`unsent 1 ${this.mark}`) };
  }

  /**
   * Seals it; how long it is shows in steps alone, and of when it was written the day.
   * @param {string} id
   * @param {Unsent} unsent
   */
  async keep(id, unsent) {
    const plain = new TextEncoder().encode(JSON.stringify(unsent));
    const padded = new Uint8Array(Math.ceil((plain.length + 1) / ROOM) * ROOM).fill(32);
    padded.set(plain);
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt(this.#how(nonce), this.key, padded);
    const goes = (Math.floor(Date.now() / DAY) + this.days) * DAY;
    await onRecords("readwrite", (records) => void records.put({ id, mark: this.mark, goes, nonce, sealed }));
  }

  /**
   * All that this key opens. What it does not open stays where it is, until its day.
   * @returns {Promise<Opened[]>}
   */
  async all() {
    const found = [];
    for (const one of await tidyRecords()) {
      if (one.mark !== this.mark) continue;
      try {
        const plain = await crypto.subtle.decrypt(this.#how(one.nonce), this.key, one.sealed);
        found.push({ ...JSON.parse(new TextDecoder().decode(plain)), id: one.id });
      } catch {
        // Changed by somebody: it opens for nobody.
      }
    }
    return found;
  }

  /** @param {string} id */
  async forget(id) {
    await onRecords("readwrite", (records) => void records.delete(id));
  }

  /** All of this person's, as when all that was written is deleted. */
  async forgetAll() {
    for (const one of await tidyRecords()) if (one.mark === this.mark) await this.forget(one.id);
  }
}
