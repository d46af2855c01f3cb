// What stands outside the organisation's own pages: the demo's mail, its clock, its receipts and its files.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mentions } from "./words.mjs";

/** All mails to an address so far, once one has gone out: their text and the link of the invitation or the latest. */
export async function mailTo(visitor, demo, email) {
  for (let tries = 0; tries < 60; tries += 1) {
    await visitor.goto(`${demo.home}/_demo/mail`);
    const letters = visitor.page.locator("main li").filter({ hasText: email });
    const paths = await letters.locator("a").evaluateAll((all) => all.map((one) => one.href));
    if (paths.length > 0) {
      const found = [];
      for (const path of paths) {
        await visitor.goto(path);
        const links = await visitor.page.locator(".mail-text a").evaluateAll((all) => all.map((one) => one.href));
        found.push({ text: await visitor.page.locator("main").innerText(), link: links[0] });
      }
      const texts = found.map((one) => one.text).join("\n");
      return { text: texts, link: found.map((one) => one.link).find((one) => one?.includes("/invitation/")) ?? found[0].link };
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`no mail to ${email}`);
}

/** The day that the demo's clock shows. */
export async function today(demo) {
  const answer = await fetch(`${demo.home}/_demo/clock?lang=en`);
  const text = (await answer.text()).replace(/<[^>]+>/g, " ");
  const found = /(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})/.exec(text);
  return new Date(`${found[1]} 12:00 UTC`);
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
