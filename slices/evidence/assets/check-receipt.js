// Checks a receipt with nothing but its file: the same steps as `troth receipt verify`.
// @ts-check
"use strict";

/** @typedef {{sequence: number, at: number, kind: string, class: string|null, clause: string|null, job: string|null, evidence: string, who: string, previous: string}} Entry */
/** @typedef {{troth: string, organisation: string, sequence: number, first: number, at: number, hash: string, key: string, signature: string}} Head */
/** @typedef {{troth: string, content: string, entry: Entry, chain: string[], head: Head}} Proof */

const utf8 = new TextEncoder();

/** @param {Uint8Array[]} parts */
function joined(parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param {Uint8Array} bytes */
async function sha256(bytes) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @param {string} text */
function unhex(text) {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw new Error("no hexadecimal digits");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
}

/** A whole number in eight bytes, big end first. @param {number} value */
function eight(value) {
  if (!Number.isSafeInteger(value)) throw new Error("no whole number");
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, BigInt(value));
  return bytes;
}

/** Fields, each with its length in front; an absent one has none. @param {(Uint8Array|null)[]} fields */
function framed(fields) {
  return joined(fields.flatMap((field) => (field ? [Uint8Array.of(1), eight(field.length), field] : [Uint8Array.of(0)])));
}

/** @param {string|null} text */
const field = (text) => (text === null ? null : utf8.encode(text));

/** @param {Entry} entry */
async function digestOf(entry) {
  const what = await sha256(framed([
    utf8.encode("troth ledger what 2"), eight(entry.sequence), eight(entry.at), field(entry.kind), field(entry.class),
    field(entry.clause), field(entry.job), field(entry.evidence),
  ]));
  return sha256(joined([utf8.encode("troth ledger entry 2"), unhex(entry.who), what]));
}

/** @param {Uint8Array} previous @param {Uint8Array} digest */
function link(previous, digest) {
  return sha256(joined([utf8.encode("troth ledger link 2"), previous, digest]));
}

/** @param {Head} head */
async function isSigned(head) {
  const text = `troth ledger head 1\n${head.organisation}\n${head.sequence}\n${head.first}\n${head.at}\n${head.hash}\n`;
  const curve = { name: "ECDSA", namedCurve: "P-256" };
  const key = await crypto.subtle.importKey("raw", unhex(head.key), curve, false, ["verify"]);
  return crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, unhex(head.signature), utf8.encode(text));
}

/**
 * Each step with whether it holds; the steps after one that fails are not tried.
 * @param {Proof} proof @param {string} known the key that the person knows, or nothing
 * @returns {Promise<[string, boolean][]>}
 */
async function check(proof, known) {
  const id = proof.content.split("\n")[1] ?? "";
  const evidence = `receipt ${id}; sha256 ${hex(await sha256(utf8.encode(proof.content)))}`;
  /** @type {[string, () => Promise<boolean>][]} */
  const steps = [
    ["content", async () => proof.troth === "receipt 1" && proof.entry.evidence === evidence],
    ["chain", async () => {
      let reached = await link(unhex(proof.entry.previous), await digestOf(proof.entry));
      for (const digest of proof.chain) reached = await link(reached, unhex(digest));
      return hex(reached) === proof.head.hash && proof.entry.sequence + proof.chain.length === proof.head.sequence;
    }],
    ["signature", () => isSigned(proof.head)],
  ];
  if (known) steps.push(["key", async () => known.replace(/\s/g, "").toLowerCase() === proof.head.key]);
  /** @type {[string, boolean][]} */
  const done = [];
  for (const [name, holds] of steps) {
    const good = await holds().catch(() => false);
    done.push([name, good]);
    if (!good) break;
  }
  return done;
}

/** The words of the page stand in its own templates. @param {string} name */
function word(name) {
  return document.querySelector(`[data-word="${name}"]`)?.textContent ?? name;
}

/** @param {string} tag @param {string} text */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** @param {Proof} proof @param {[string, boolean][]} done */
function show(proof, done) {
  const result = /** @type {HTMLElement} */ (document.getElementById("result"));
  const good = done.every(([, holds]) => holds);
  const list = document.createElement("ol");
  for (const [name, holds] of done) {
    const item = element("li", `${word(name)} ${word(holds ? "holds" : "fails")}`);
    item.className = holds ? "holds" : "fails";
    list.append(item);
  }
  const parts = [element("h2", word(good ? "good" : "bad")), list];
  if (good) {
    const when = new Date(Number(proof.content.split("\n")[2]) / 1000);
    parts.push(element("p", `${word("when")} ${when.toLocaleString(document.documentElement.lang)}`));
    parts.push(element("p", `${word("signer")} ${proof.head.organisation}`));
    parts.push(element("p", word("fingerprint")), element("code", proof.head.key));
    parts.push(element("p", word("said")), element("pre", proof.content));
  }
  result.replaceChildren(...parts);
  result.focus();
}

document.getElementById("check")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const file = /** @type {HTMLInputElement} */ (document.getElementById("file")).files?.[0];
  const known = /** @type {HTMLInputElement} */ (document.getElementById("key")).value.trim();
  if (!file) return;
  try {
    const proof = /** @type {Proof} */ (JSON.parse(await file.text()));
    show(proof, await check(proof, known));
  } catch {
    const result = /** @type {HTMLElement} */ (document.getElementById("result"));
    result.replaceChildren(element("h2", word("bad")), element("p", word("unreadable")));
    result.focus();
  }
});
