// A coach at self-help: who needs something today comes first; an answer beside what was shared, with a text of one's own; on a
// phone without script, and by keyboard alone. SH12
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { person } from "../house/browser.mjs";
import { KeyboardPerson } from "../house/keyboard.mjs";
import { close, look, report } from "../house/look.mjs";
import { browser, demo } from "../house/open.mjs";
import { signInAs } from "../house/people.mjs";

after(close);

const ENROLMENT = /\/caseload\/[0-9a-f-]{36}$/;

/** The coach of the demo, at the list. */
async function coach(options = {}) {
  const who = await person(browser, options);
  await signInAs(who, demo, "coach", "selfhelp");
  await who.goto(`${demo.at("selfhelp")}/caseload`);
  return who;
}

/** Those in the list, the first on top. */
const cases = (who) => who.page.locator("main .list-item a");

/** Opens the form beside the first thing that is shared. */
async function answering(who) {
  const summary = who.page.locator("main details.more:has(form) > summary").first();
  await who.unfold(summary);
  return who.page.locator("main details.more:has(form) form").first();
}

test("pages of a coach have no fault that axe-core knows, and fit on a phone", { timeout: 480_000 }, async () => {
  const who = await coach();
  const faults = [];
  await look(who.page, "caseload", faults);
  const all = await cases(who).evaluateAll((links) => links.map((link) => link.href));
  assert.ok(all.length >= 2, await who.text());
  for (const [number, href] of all.entries()) {
    await who.goto(href);
    await look(who.page, `case ${number}`, faults);
  }
  const rests = ["/texts", "/leave", "?show=handover"].map((rest) => `${demo.at("selfhelp")}/caseload${rest}`);
  for (const path of [`${all[0]}/steps`, `${all[0]}/colleague`, ...rests]) {
    await who.goto(path);
    await look(who.page, new URL(path).pathname.split("/").pop(), faults);
  }
  await who.leave();
  report(faults);
});

test("a coach who uses the keyboard alone sees to whoever may be in danger", { timeout: 240_000 }, async () => {
  const who = await coach({ kind: KeyboardPerson });
  assert.ok(await who.sees("programmes-caseload-danger"), await who.text());
  await who.activate(cases(who).first());
  assert.match(new URL(who.page.url()).pathname, ENROLMENT);
  await who.press("button", "programmes-warning-settle");
  assert.ok(await who.sees("programmes-news-settled"), await who.text());
  await who.goto(`${demo.at("selfhelp")}/caseload`);
  assert.equal(await who.sees("programmes-caseload-danger"), false);
  await who.leave();
});

test("without script a coach puts a text of one's own into an answer, on a phone, and sends it", { timeout: 240_000 }, async () => {
  const who = await coach({ script: false, viewport: { width: 360, height: 740 } });
  await who.activate(cases(who).first());
  const form = await answering(who);
  await who.write(form.locator("textarea"), "Hello!");
  await who.activate(form.locator('button[value="texts"]'));
  await who.press("button", "programmes-texts-put-in");
  const area = who.page.locator("main details[open] textarea");
  const words = await area.inputValue();
  assert.match(words, /^Hello!\n\n\S/, "what was typed stands before the text");
  await who.activate(who.page.locator('main details[open] button[value="send"]'));
  assert.ok(await who.sees("programmes-news-sent"), await who.text());
  assert.ok((await who.text()).includes(words.replace(/\s+/g, " ")));
  await who.leave();
});
