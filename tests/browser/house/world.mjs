// What stands outside the organisation's own pages: the demo's mail, its clock, its receipts and its files.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mentions } from "./words.mjs";

const page = async (demo, path) => (await fetch(`${demo.home}${path}`)).text();

/** A page of the demo without its marks. */
const plain = (html) => html.replace(/<[^>]+>/g, " ").replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).replace(/\s+/g, " ");

/** All mails to an address so far, once one has gone out: their text, and the link of the invitation or the latest. */
export async function mailTo(demo, email) {
  for (let tries = 0; tries < 60; tries += 1) {
    const items = (await page(demo, "/_demo/mail")).match(/<li class="item">.*?<\/li>/gs) ?? [];
    const paths = items.filter((item) => item.includes(`>${email}<`)).map((item) => /href="([^"]+)"/.exec(item)[1]);
    const mails = await Promise.all(paths.map((path) => page(demo, path)));
    if (mails.length > 0) {
      const links = mails.map((mail) => /<p class="mail-text">.*?<a href="([^"]+)"/s.exec(mail)?.[1]);
      return { text: mails.map(plain).join("\n"), link: links.find((link) => link?.includes("/invitation/")) ?? links[0] };
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`no mail to ${email}`);
}

/** The day that the demo's clock shows. */
export async function today(demo) {
  const text = plain(await page(demo, "/_demo/clock?lang=en"));
  const found = /(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})/.exec(text);
  return new Date(`${found[1]} 12:00 UTC`);
}

/** The day so many days after the demo's today, as a field of a date takes it. */
export async function daysAhead(demo, days) {
  return new Date((await today(demo)).getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days from the demo's today to the same calendar day some years later. */
export async function daysUntil(demo, years) {
  const from = await today(demo);
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  return Math.round((until - from) / 86_400_000);
}

/** Turns the demo's clock. */
export async function turn(demo, days) {
  const answer = await fetch(`${demo.home}/_demo/clock`, {
    method: "POST",
    body: new URLSearchParams({ days: String(days) }),
    headers: { Origin: demo.home },
  });
  assert.ok(answer.ok, `turning the clock answers ${answer.status}`);
}

/** Opens the latest receipt of what went because its time was over; answers with its text. */
export async function latestReceipt(visitor, demo) {
  await visitor.goto(`${demo.home}/_demo/clock`);
  await visitor.activate(visitor.page.locator(".receipts a").first());
  assert.match(await visitor.text(), mentions(await visitor.language(), "accounts-receipt-retention"));
  return visitor.text();
}

/** Which of these strings stand in plain in a file of the folder. */
export function inFolder(folder, strings) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...inFolder(path, strings));
    else if (entry.isFile()) {
      const bytes = readFileSync(path);
      for (const text of strings) if (bytes.includes(text)) found.push(`${entry.name}: ${text}`);
    }
  }
  return found;
}
