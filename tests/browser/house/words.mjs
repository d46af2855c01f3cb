// The words of the interface, read from the Fluent files: scenes look for buttons and links by key, in any language.
import { readFileSync, readdirSync } from "node:fs";
import { join, dirname } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Every folder called `words` under crates and slices. */
function* folders(at) {
  for (const entry of readdirSync(at, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === "node_modules" || entry.name.startsWith("target")) continue;
    const path = join(at, entry.name);
    if (entry.name === "words") yield path;
    else yield* folders(path);
  }
}

/** @returns {Map<string, string>} the pattern of each key */
function read(text) {
  const found = new Map();
  let key = null;
  for (const line of text.split("\n")) {
    const start = /^([a-zA-Z][\w-]*)\s*=\s?(.*)$/.exec(line);
    if (start) {
      key = start[1];
      found.set(key, start[2]);
    } else if (key && /^(\s|\}|$)/.test(line)) {
      found.set(key, `${found.get(key)}\n${line.trim()}`);
    } else key = null;
  }
  return found;
}

const languages = Object.fromEntries(["en", "nl", "sv"].map((language) => [language, new Map()]));
for (const part of ["crates", "slices"]) {
  for (const folder of folders(join(root, part))) {
    for (const [language, all] of Object.entries(languages)) {
      for (const file of readdirSync(folder).filter((name) => name === `${language}.ftl` || name.endsWith(`.${language}.ftl`))) {
        for (const [key, pattern] of read(readFileSync(join(folder, file), "utf8"))) all.set(key, pattern);
      }
    }
  }
}

const literal = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");

/** A Fluent pattern as a regular expression: variables match anything, plurals any of their forms. */
function expression(language, pattern) {
  let out = "";
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf("{", at);
    if (open < 0) return out + literal(pattern.slice(at));
    out += literal(pattern.slice(at, open));
    let depth = 1;
    let end = open + 1;
    while (depth > 0 && end < pattern.length) {
      if (pattern[end] === "{") depth += 1;
      if (pattern[end] === "}") depth -= 1;
      end += 1;
    }
    const inside = pattern.slice(open + 1, end - 1).trim();
    at = end;
    if (inside.includes("->")) {
      const forms = inside.slice(inside.indexOf("->") + 2).split(/\n?\s*\*?\[[\w.]+\]\s*/).slice(1);
      out += `(?:${forms.map((form) => expression(language, form.trim())).join("|")})`;
    } else if (/^["']/.test(inside)) out += literal(inside.slice(1, -1));
    else if (/^[a-z][\w-]*$/.test(inside)) out += expression(language, languages[language].get(inside) ?? "");
    else out += ".+?";
  }
  return out;
}

/** What a key says in a language, as a regular expression that matches the whole of it. */
export function says(language, key) {
  const pattern = languages[language]?.get(key);
  if (pattern === undefined) throw new Error(`there is no word ${key} in ${language}`);
  return new RegExp(`^\\s*${expression(language, pattern.trim())}\\s*$`, "s");
}

/** The same, anywhere in a text. */
export function mentions(language, key) {
  return new RegExp(says(language, key).source.replace(/^\^\\s\*/, "").replace(/\\s\*\$$/, ""), "s");
}

/** Whether a key exists. */
export const known = (key) => languages.en.has(key);
