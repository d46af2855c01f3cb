// What people do in the story, step by step. Each step takes a person and works in any language and any manner.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mentions, says } from "./words.mjs";

const form = (who, action) => who.page.locator(`main form:is([action$="${action}"], [action*="${action}#"])`).first();
const submit = (who, within) => who.activate(within.locator('button[type="submit"]').first());

/** Chooses a value, whether it is offered as a list or as round buttons. */
async function pick(who, within, name, value) {
  const select = within.locator(`select[name="${name}"]`);
  if ((await select.count()) > 0) return who.choose(select, value);
  return who.tick(within.locator(`input[name="${name}"][value="${value}"]`));
}

/** Where somebody stood when something went wrong. */
export async function whereabouts(name, who) {
  const text = await who.text().catch(() => "(no page)");
  return `\n  ${name} at ${new URL(who.page.url()).pathname}: ${text.slice(0, 700)}`;
}

/** Fails with what the page says when a form was not taken. */
async function taken(who, what) {
  const faults = who.page.locator("#faults");
  if ((await faults.count()) > 0) throw new Error(`${what}: ${await faults.innerText()}`);
}

/** A manager invites one person by mail. */
export async function invite(manager, campus, { name, email, role, language }) {
  await manager.goto(`${campus}/people/invitation`);
  const fields = form(manager, "/people/invitation");
  await manager.write(fields.locator('[name="name"]'), name);
  await manager.write(fields.locator('[name="email"]'), email);
  await pick(manager, fields, "role", role);
  await pick(manager, fields, "language", language);
  await submit(manager, fields);
  await taken(manager, `inviting ${name}`);
  await manager.goto(`${campus}/people`);
  assert.ok((await manager.text()).includes(name), `${name} stands in the list of people`);
}

/** The latest mail to an address, once it has gone out: its text and its link. */
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

/** An invited person opens the link and chooses a password. */
export async function accept(who, link, password) {
  await who.goto(link);
  const fields = who.page.locator("main form").filter({ has: who.page.locator('input[name="password"]') }).first();
  await who.write(fields.locator('input[name="password"]'), password);
  await submit(who, fields);
  await taken(who, "accepting");
  assert.ok(!who.page.url().includes("/invitation/"), `still at the invitation: ${await who.text()}`);
}

/** A manager brings two people together; answers with the trajectory's id. */
export async function link(manager, campus, coach, participant) {
  await manager.goto(`${campus}/trajectories/new`);
  const fields = form(manager, "/trajectories");
  for (const [name, label] of [["coach", coach], ["participant", participant]]) {
    const options = fields.locator(`select[name="${name}"] option`);
    const value = await options.evaluateAll((all, label) => all.find((one) => one.textContent.includes(label))?.value, label);
    assert.ok(value, `${label} can be chosen as ${name}`);
    await manager.choose(fields.locator(`select[name="${name}"]`), value);
  }
  await submit(manager, fields);
  await taken(manager, "linking");
  await manager.goto(`${campus}/trajectories`);
  const row = manager.page.locator("tr").filter({ hasText: participant });
  const href = await row.locator("a").first().getAttribute("href");
  return /trajectories\/([0-9a-f-]{36})/.exec(href)[1];
}

/** Writes a message; the page says before who will read it. */
export async function send(who, campus, trajectory, text) {
  await who.goto(`${campus}/trajectories/${trajectory}/dialogue`);
  const fields = form(who, "/messages");
  await who.write(fields.locator('textarea[name="text"]'), text);
  const sharing = says(await who.language(), "ui-sharing");
  const notes = (await fields.locator("p").allInnerTexts()).map((one) => one.replace(/\s+/g, " ").trim());
  assert.ok(notes.some((one) => sharing.test(one)), "before sending stands who will be able to read it");
  await who.press("button", "coaching-send-to", fields);
  await taken(who, "sending");
  assert.ok((await who.text()).includes(text), "the message stands in the dialogue");
}

/** A note for oneself. */
export async function notePrivately(coach, campus, trajectory, text) {
  await coach.goto(`${campus}/trajectories/${trajectory}/private-notes`);
  const fields = form(coach, "/private-notes");
  await coach.write(fields.locator('textarea[name="text"]'), text);
  await coach.press("button", "coaching-private-keep", fields);
  await taken(coach, "keeping a private note");
  assert.ok((await coach.text()).includes(text));
}

/** A note that is shared: kept, looked at once more with its reader, and shared. */
export async function share(coach, campus, trajectory, text) {
  await coach.goto(`${campus}/trajectories/${trajectory}/notes`);
  const fields = form(coach, "/notes");
  await coach.write(fields.locator('textarea[name="text"]'), text);
  await coach.press("button", "coaching-note-keep-share", fields);
  await taken(coach, "keeping a note");
  if (coach.page.url().endsWith("/sharing")) {
    assert.match(await coach.text(), mentions(await coach.language(), "ui-sharing"), "who will be able to read it");
    await coach.press("button", "coaching-note-share");
  }
  assert.ok((await coach.text()).includes(text));
}

/** Ends the trajectory. */
export async function end(coach, campus, trajectory) {
  await coach.goto(`${campus}/trajectories/${trajectory}/closure`);
  await coach.press("button", "coaching-end-do");
  await coach.goto(`${campus}/trajectories/${trajectory}`);
  assert.match(await coach.text(), mentions(await coach.language(), "coaching-ended-readonly"));
}

/** The day that the demo's clock shows. */
export async function today(visitor, demo) {
  const answer = await visitor.context.request.get(`${demo.home}/_demo/clock?lang=en`);
  const text = (await answer.text()).replace(/<[^>]+>/g, " ");
  const found = /(\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4})/.exec(text);
  return new Date(`${found[1]} 12:00 UTC`);
}

/** How many days from the demo's today to a calendar day later. */
export async function daysUntil(visitor, demo, { years, days }) {
  const from = await today(visitor, demo);
  const until = new Date(from);
  until.setUTCFullYear(until.getUTCFullYear() + years);
  until.setUTCDate(until.getUTCDate() + days);
  return Math.round((until - from) / 86_400_000);
}

/** Turns the demo's clock. */
export async function turn(visitor, demo, days) {
  const answer = await visitor.context.request.post(`${demo.home}/_demo/clock`, {
    form: { days: String(days) },
    headers: { Origin: demo.home, "Sec-Fetch-Site": "same-origin" },
    timeout: 120_000,
  });
  assert.ok(answer.ok(), `turning the clock answers ${answer.status()}`);
}

/** Which of these strings stand in plain in a file of the folder. */
export async function inFolder(folder, strings) {
  const found = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await inFolder(path, strings)));
    else if (entry.isFile()) {
      const bytes = readFileSync(path);
      for (const text of strings) if (bytes.includes(text)) found.push(`${entry.name}: ${text}`);
    }
  }
  return found;
}

/** Deletes the own account: from my data, one look at what goes, the password. Answers with the receipt's address. */
export async function deleteAccount(who, campus, password = "Try-Troth-2026") {
  await who.goto(`${campus}/my-data`);
  await who.activate(who.page.locator('main a[href$="/my-data/deletion"]').first());
  const fields = form(who, "/my-data/deletion");
  await who.write(fields.locator('input[type="password"]'), password);
  await submit(who, fields);
  await taken(who, "deleting the account");
  const receipt = who.page.url().includes("/receipts/")
    ? who.page.url()
    : await who.page.locator('a[href*="/receipts/"]').first().getAttribute("href");
  return receipt;
}

/** Opens the latest receipt of what went because its time was over; answers with its text. */
export async function latestReceipt(visitor, demo) {
  await visitor.goto(`${demo.home}/_demo/clock`);
  await visitor.activate(visitor.page.locator(".receipts a").first());
  assert.match(await visitor.text(), mentions(await visitor.language(), "accounts-receipt-retention"));
  return visitor.text();
}
