// What people do in the story, step by step, in any language and any manner. Each begins where the person is and finds
// its page by what stands on the screen: the rail, tabs, links and buttons; no address is typed.
import assert from "node:assert/strict";
import { mentions, says } from "./words.mjs";

const form = (who, action) => who.page.locator(`main form:is([action$="${action}"], [action*="${action}#"])`).first();
const submit = (who, within) => who.activate(within.locator('button[type="submit"]').first());
const path = (who) => new URL(who.page.url()).pathname;

/** Chooses a value, whether it is offered as a list or as round buttons. */
async function pick(who, within, name, value) {
  const select = within.locator(`select[name="${name}"]`);
  if ((await select.count()) > 0) return who.choose(select, value);
  return who.tick(within.locator(`input[name="${name}"][value="${value}"]`));
}

/** Where somebody stood when something went wrong. */
export async function whereabouts(name, who) {
  const text = await who.text().catch(() => "(no page)");
  return `\n  ${name} at ${who.page.url().replace(/^.*?\w\//, "/")}: ${text.slice(0, 700)}`;
}

/** Fails with what the page says when a form was not taken. */
async function taken(who, what) {
  const faults = who.page.locator("#faults");
  if ((await faults.count()) > 0) throw new Error(`${what}: ${await faults.innerText()}`);
}

/** The page says what has just been done. */
async function told(who, key) {
  const said = await who.page.locator(".news").innerText();
  assert.match(said, mentions(await who.language(), key), `after the step the page says so: ${key}`);
}

/** A manager invites one person by mail. */
export async function invite(manager, { name, email, role, language }) {
  await manager.go("accounts-nav-people");
  await manager.press("link", "accounts-invite-one");
  const fields = form(manager, "/people/invitation");
  await manager.write(fields.locator('[name="name"]'), name);
  await manager.write(fields.locator('[name="email"]'), email);
  await pick(manager, fields, "role", role);
  await pick(manager, fields, "language", language);
  await manager.press("button", "accounts-invite-button", fields);
  await taken(manager, `inviting ${name}`);
  await told(manager, "accounts-done-invited");
  assert.ok((await manager.text()).includes(name), `${name} stands in the list of people`);
}

/** An invited person opens the link of the mail, chooses a password, reads the rights and begins. */
export async function accept(who, link, password) {
  await who.goto(link);
  const fields = who.page.locator("main form").filter({ has: who.page.locator('input[name="password"]') }).first();
  await who.write(fields.locator('input[name="password"]'), password);
  await submit(who, fields);
  await taken(who, "accepting");
  assert.equal(path(who), "/welcome", `still at the invitation: ${await who.text()}`);
}

/** From the page of welcome to the first page. */
export async function begin(who) {
  await who.press("link", "accounts-welcome-button");
  assert.equal(path(who), "/");
}

/** Chooses another language at the foot of the page; it holds on the next page, too. */
export async function speak(who, language) {
  const choices = who.page.locator('form[action="/profile/language"]');
  await who.activate(choices.locator(`button[value="${language}"]`));
  assert.equal(await who.language(), language);
  await who.go("accounts-nav-my-data");
  assert.equal(await who.language(), language, "the language is kept");
}

/** A manager brings two people together; answers with the trajectory's id, as the list's link to its end shows it. */
export async function link(manager, coach, participant) {
  await manager.go("coaching-nav-trajectories");
  await manager.press("link", "coaching-link-do");
  const fields = form(manager, "/trajectories");
  for (const [name, label] of [["coach", coach], ["participant", participant]]) {
    const options = fields.locator(`select[name="${name}"] option`);
    const value = await options.evaluateAll((all, label) => all.find((one) => one.textContent.includes(label))?.value, label);
    assert.ok(value, `${label} can be chosen as ${name}`);
    await manager.choose(fields.locator(`select[name="${name}"]`), value);
  }
  await manager.press("button", "coaching-link-keep", fields);
  await taken(manager, "linking");
  await told(manager, "coaching-linked");
  const row = manager.page.locator("tr").filter({ hasText: participant });
  const href = await row.locator("a").first().getAttribute("href");
  return /trajectories\/([0-9a-f-]{36})/.exec(href)[1];
}

/** From anywhere to one's dialogue with somebody. */
export async function openDialogue(who, name) {
  await who.go("coaching-nav-mine");
  // Who has not promised yet what the own role promises is led there first, and back.
  if (path(who) === "/undertakings") await who.press("button", "registers-accept");
  await who.activate(who.page.locator("main").getByRole("link", { name }).first());
  // What has ended opens with what is kept and until when; the dialogue is the first tab.
  if (!path(who).endsWith("/dialogue")) await openTab(who, "coaching-tab-dialogue");
}

/** Another part of the trajectory that is open. */
export async function openTab(who, key) {
  await who.press("link", key, await who.thing("navigation", "coaching-tabs"));
}

/** A participant's shortest way to writing: the first page offers it. */
export async function openToWrite(participant) {
  await participant.go("coaching-nav-start");
  await participant.press("link", "coaching-write-to");
}

/** The form for a message, with a text in it; the page says before who will read it. */
export async function compose(who, text) {
  const fields = form(who, "/messages");
  await who.write(fields.locator('textarea[name="text"]'), text);
  const sharing = says(await who.language(), "ui-sharing");
  const notes = (await fields.locator("p").allInnerTexts()).map((one) => one.replace(/\s+/g, " ").trim());
  assert.ok(notes.some((one) => sharing.test(one)), "before sending stands who will be able to read it");
  return fields;
}

/** Writes a message in the dialogue that is open. */
export async function send(who, text) {
  const fields = await compose(who, text);
  await who.press("button", "coaching-send-to", fields);
  await taken(who, "sending");
  const latest = who.page.locator(".message.mine").last();
  assert.ok((await latest.innerText()).includes(text), "the message stands in the dialogue");
}

/** Keeps a text as a draft, leaves, and finds it again. */
export async function draft(who, name, text) {
  await who.press("button", "coaching-keep-draft", await compose(who, text));
  await told(who, "coaching-draft-kept");
  await openTab(who, "coaching-tab-notes");
  await openDialogue(who, name);
  assert.equal(await who.page.locator('textarea[name="text"]').inputValue(), text, "the draft is there again");
}

/** Sends files that are more than fits: the page says what is wrong, and the text is still there. */
export async function sendTooMuch(who, text, files) {
  const fields = await compose(who, text);
  await fields.locator('input[type="file"]').setInputFiles(files);
  await who.press("button", "coaching-send-to", fields);
  const language = await who.language();
  assert.match(await who.page.locator("#faults").innerText(), mentions(language, "coaching-files-heavy"));
  assert.equal(await who.page.locator('textarea[name="text"]').inputValue(), text, "what was typed is not lost");
}

/** Opens the seal of the latest message: why it is held stands there. */
export async function readSeal(who) {
  const seal = who.page.locator(".message .seal").last();
  await who.unfold(seal.locator("summary"));
  const why = seal.locator(".seal-why");
  await why.waitFor();
  for (const key of ["ui-seal-purpose", "ui-seal-basis", "ui-seal-clause"]) {
    assert.match(await why.innerText(), mentions(await who.language(), key), "the seal says why");
  }
  await who.unfold(seal.locator("summary"));
}

/** A note for oneself. */
export async function notePrivately(coach, text) {
  await openTab(coach, "coaching-tab-private-notes");
  const fields = form(coach, "/private-notes");
  await coach.write(fields.locator('textarea[name="text"]'), text);
  await coach.press("button", "coaching-private-keep", fields);
  await taken(coach, "keeping a private note");
  assert.ok((await coach.text()).includes(text));
}

/** A note that is shared: kept, looked at once more with its reader, and shared. */
export async function share(coach, text) {
  await openTab(coach, "coaching-tab-notes");
  const fields = form(coach, "/notes");
  await coach.write(fields.locator('textarea[name="text"]'), text);
  await coach.press("button", "coaching-note-keep-share", fields);
  await taken(coach, "keeping a note");
  assert.match(await coach.text(), mentions(await coach.language(), "ui-sharing"), "who will be able to read it");
  await coach.press("button", "coaching-note-share");
  await told(coach, "coaching-note-shared");
  assert.ok((await coach.text()).includes(text));
}

/** Ends the trajectory that is open. */
export async function end(coach) {
  await openTab(coach, "coaching-tab-about");
  await coach.press("link", "coaching-end-look");
  await coach.press("button", "coaching-end-do");
  await told(coach, "coaching-ended-news");
  assert.match(await coach.text(), mentions(await coach.language(), "coaching-ended-readonly"));
}

/** Deletes the own account: from my data, one look at what goes, the password. Answers with the receipt's address. */
export async function deleteAccount(who, password = "Try-Troth-2026") {
  await who.go("accounts-nav-my-data");
  await who.press("link", "accounts-my-data-delete");
  const fields = form(who, "/my-data/deletion");
  await who.write(fields.locator('input[type="password"]'), password);
  await who.press("button", "accounts-deletion-button", fields);
  await taken(who, "deleting the account");
  assert.match(path(who), /^\/receipts\//, "the account ends with a receipt");
  return who.page.url();
}
