// Somebody follows a self-help programme (SH12): on a phone without script, with the keyboard alone, and with a line that fails.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { person } from "../house/browser.mjs";
import { KeyboardPerson } from "../house/keyboard.mjs";
import { asIn, close, look, report } from "../house/look.mjs";
import { browser, demo } from "../house/open.mjs";
import { signInAs } from "../house/people.mjs";

const PHONE = { width: 360, height: 740 };
const path = (who) => new URL(who.page.url()).pathname;
const enrolment = async (who) => {
  await who.goto(`${demo.at("selfhelp")}/programmes`);
  await who.press("link", "programmes-next-go");
  return path(who).split("/steps/")[0];
};

after(close);

test("every page of a participant is well made, at both sizes, in both themes and in three languages", async () => {
  const who = await person(browser);
  const faults = [];
  await signInAs(who, demo, "participant", "selfhelp");
  const own = await enrolment(who);
  const pages = ["", "/steps/nights", "/steps/days", "/steps/bed", "/steps/thoughts", "/steps/rest", "/exercises/sleep-diary",
    "/exercises/sleep-check", "/exercises/paper-diary", "/exercises/day-goals", "/moods", "/exercises/evening/history", "/exercises/evening/removal", "/ending"];
  for (const language of ["en", "nl", "sv"]) {
    await who.page.locator(`footer button[name=language][value=${language}]`).click();
    await who.page.waitForLoadState();
    for (const rest of ["/", "/programmes", "/my-data/programmes", ...pages.map((one) => own + one)]) {
      await who.goto(`${demo.at("selfhelp")}${rest}`);
      const name = rest.replace(/[0-9a-f]{8}-[0-9a-f-]+/, "one");
      await look(who.page, `programme ${name} ${language}`, faults, asIn(language));
    }
  }
  await who.page.locator("footer button[name=language][value=en]").click();
  report(faults);
  await who.leave();
});

test("a night goes into the diary on a phone, without script", async () => {
  const who = await person(browser, { script: false, viewport: PHONE });
  await signInAs(who, demo, "participant", "selfhelp");
  const own = await enrolment(who);
  await who.goto(`${demo.at("selfhelp")}${own}/exercises/sleep-diary`);
  await who.write(who.page.locator("#sleep-diary-asleep-after"), "20");
  await who.tick(who.page.locator("input[name=rested][value='7']"));
  await who.press("button", "programmes-finish");
  assert.match(path(who), /\/steps\/nights$/);
  assert.ok(await who.sees("programmes-done-finished"));
  await who.leave();
});

test("with the keyboard alone one writes, and what a failing line could not take is kept when it is back", async () => {
  const who = await person(browser, { kind: KeyboardPerson });
  await signInAs(who, demo, "participant", "selfhelp");
  const own = await enrolment(who);
  await who.goto(`${demo.at("selfhelp")}${own}/exercises/thought-record`);
  const field = who.page.locator("#thought-record-1-thought");
  const said = who.page.locator("[data-keeping-said]");
  await who.write(field, "I shall be tired");
  await who.page.waitForFunction(() => document.querySelector("[data-keeping-said]")?.textContent?.startsWith("Kept"));
  await who.context.setOffline(true);
  await field.press("End");
  await field.pressSequentially(" all day");
  await who.page.waitForFunction(() => document.querySelector("[data-keeping-said]")?.textContent?.startsWith("Not sent"));
  await who.context.setOffline(false);
  await who.page.waitForFunction(() => document.querySelector("[data-keeping-said]")?.textContent?.startsWith("Kept"));
  assert.match((await said.textContent()) ?? "", /Only you/);
  await who.page.reload();
  assert.equal(await field.inputValue(), "I shall be tired all day");
  await who.leave();
});

test("film and sound play, and what the film says can be read", async () => {
  const who = await person(browser);
  await signInAs(who, demo, "participant", "selfhelp");
  const own = await enrolment(who);
  await who.goto(`${demo.at("selfhelp")}${own}/steps/rest`);
  for (const kind of ["video", "audio"]) {
    const player = who.page.locator(kind);
    assert.equal(await player.evaluate((one) => one.readyState), 0, `nothing of the ${kind} is fetched before somebody wants it`);
    await player.evaluate((one) => {
      one.muted = true;
      return one.play();
    });
    await who.page.waitForFunction((name) => document.querySelector(name).currentTime > 0.3, kind);
  }
  await who.page.waitForFunction(() => document.querySelector("video").textTracks[0].activeCues?.length === 1);
  assert.equal(await who.page.evaluate(() => document.querySelector("video").textTracks[0].activeCues[0].text), "Breathe in.");
  await who.leave();
});

test("urgent help is there for everyone, and shown at once when an answer gives reason for it", async () => {
  const faults = [];
  const guest = await person(browser, { locale: "sv-SE" });
  for (const language of ["en", "nl", "sv"]) {
    await guest.goto(`${demo.at("selfhelp")}/help-now?lang=${language}`);
    await look(guest.page, `help now ${language}`, faults);
    assert.equal(await guest.page.locator("a[href='tel:113']").count(), 1);
  }
  await guest.leave();
  const who = await person(browser, { viewport: PHONE });
  await signInAs(who, demo, "participant", "selfhelp");
  const own = await enrolment(who);
  await who.goto(`${demo.at("selfhelp")}${own}/exercises/heavy-thoughts`);
  await who.tick(who.page.locator("input[name=choice][value=dark]"));
  await who.press("button", "programmes-keep");
  assert.ok(await who.sees("programmes-urgent-title"));
  await look(who.page, "urgent", faults);
  assert.deepEqual(faults, []);
  await who.leave();
});
