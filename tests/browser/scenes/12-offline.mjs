// Somebody writes in an exercise and the line is gone: what was typed stays on the device, sealed, until it is sent.
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { Person, flags, person } from "../house/browser.mjs";
import { close, look, report } from "../house/look.mjs";
import { browser, demo } from "../house/open.mjs";
import { PASSWORD, peopleWith, signIn, signOut } from "../house/people.mjs";
import { says } from "../house/words.mjs";
import { inFolder } from "../house/world.mjs";

const path = (who) => new URL(who.page.url()).pathname;
const home = () => demo.at("selfhelp");
const said = (who) => who.page.locator("[data-keeping-said]");

after(close);

/** The participant of this number, on the way in an own programme; answers with where that is. */
const enter = async (who, number = 0) => {
  const { email } = (await peopleWith(who, demo, "participant", "selfhelp"))[number];
  await signIn(who, demo, email, PASSWORD, "selfhelp");
  await who.goto(`${home()}/programmes`);
  await who.press("link", "programmes-next-go");
  return `${home()}${path(who).split("/steps/")[0]}`;
};

/** Waits until the page says what a key says. */
const waitFor = async (who, key) => {
  const words = says(await who.language(), key);
  await who.page.waitForFunction(
    ([pattern, flags]) => new RegExp(pattern, flags).test(document.querySelector("[data-keeping-said]")?.textContent ?? ""),
    [words.source, words.flags],
  );
};

/** What stands in the browser's store, as text. */
const records = (who) =>
  who.page.evaluate(async () => {
    const base = await new Promise((resolve) => (indexedDB.open("unsent").onsuccess = (event) => resolve(event.target.result)));
    if (![...base.objectStoreNames].includes("records")) return [];
    const asked = base.transaction("records").objectStore("records").getAll();
    const all = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    base.close();
    const plain = (bytes) => String.fromCharCode(...new Uint8Array(bytes));
    return all.map((one) => ({ ...one, nonce: one.nonce.length, sealed: plain(one.sealed), length: one.sealed.byteLength }));
  });

/** Types at the end of what stands in a field, while the line is gone, until it is kept here. */
const typeOffline = async (who, field, text) => {
  await who.context.setOffline(true);
  await field.press("End");
  await field.pressSequentially(text);
  await waitFor(who, "programmes-device-sealed");
};

/** Closes the page and opens it anew, with the line back. */
const comeBack = async (who, url) => {
  await who.page.close();
  who.page = await who.context.newPage();
  await who.context.setOffline(false);
  if (url) await who.goto(url);
};

test("what is typed without a line stays on the device, sealed, survives the closed tab, and is sent and removed", async () => {
  const folder = mkdtempSync(join(tmpdir(), "troth-profile-"));
  const context = await chromium.launchPersistentContext(folder, { ...flags(), locale: "en-GB", reducedMotion: "reduce" });
  try {
    context.setDefaultTimeout(30_000);
    const who = new Person(context, context.pages()[0] ?? (await context.newPage()));
    const own = await enter(who);
    const url = `${own}/exercises/thought-record`;
    await who.goto(url);
    const field = who.page.locator("#thought-record-1-thought");
    await who.write(field, "Tonight");
    await waitFor(who, "programmes-keeping-kept");
    await typeOffline(who, field, " canaryheron");
    const [record] = await records(who);
    assert.deepEqual(Object.keys(record).sort(), ["goes", "id", "length", "mark", "nonce", "sealed"]);
    assert.ok(record.goes <= Date.now() + 14 * 86_400_000 && record.goes % 86_400_000 === 0, "the day alone is told");
    assert.ok(!JSON.stringify(record).includes("canaryheron") && !JSON.stringify(record).includes("thought-record"));
    assert.equal((record.length - 16) % 512, 0);
    const key = await who.page.evaluate(() => document.querySelector("[data-device]").dataset.deviceKey ?? "");
    assert.equal(key, "", "no part of the page holds the key any more");
    await comeBack(who, "");
    await who.page.waitForTimeout(1_000);
    assert.ok(existsSync(join(folder, "Default")));
    assert.deepEqual(inFolder(folder, ["canaryheron"]), [], "nowhere on the disk");

    // Elsewhere in the programme it is said where it waits.
    await who.goto(own);
    const link = who.page.locator("[data-device] a");
    await link.waitFor();
    await who.activate(link);
    assert.equal(path(who), new URL(url).pathname);
    await waitFor(who, "programmes-device-restored");
    assert.equal(await who.page.locator("#thought-record-1-thought").inputValue(), "Tonight canaryheron");
    assert.deepEqual(await records(who), []);
    await who.goto(url);
    assert.equal(await who.page.locator("#thought-record-1-thought").inputValue(), "Tonight canaryheron");
    assert.equal(await said(who).textContent(), "");
  } finally {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a line that comes back while the page is open sends it, and one does not finish into nothing", async () => {
  const faults = [];
  const who = await person(browser);
  const own = await enter(who);
  await who.goto(`${own}/exercises/bed-thought`);
  await who.goto(`${own}/exercises/thought-record`);
  const field = who.page.locator("#thought-record-1-thought");
  await typeOffline(who, field, " and more");
  await look(who.page, "kept on the device", faults);
  const finish = await who.thing("button", "programmes-finish");
  await finish.click();
  await waitFor(who, "programmes-device-sealed");
  assert.match(await field.inputValue(), /and more$/);
  await who.context.setOffline(false);
  await waitFor(who, "programmes-device-sent");
  assert.deepEqual(await records(who), []);
  await who.activate(finish);
  assert.ok(await who.sees("programmes-done-finished"));
  report(faults);
  await who.leave();
});

test("another person on the same device neither reads nor sends it, and it waits for whoever signs in anew", async () => {
  const who = await person(browser);
  const own = await enter(who);
  const url = `${own}/exercises/thought-record`;
  await who.goto(url);
  await typeOffline(who, who.page.locator("#thought-record-1-thought"), " until morning");
  const [kept] = await records(who);
  await comeBack(who, home());
  await signOut(who);
  await who.page.locator("[data-unsent]:not([hidden])").waitFor();
  assert.deepEqual((await records(who)).map((one) => one.id), [kept.id], "signing out takes nothing along");

  const others = await enter(who, 1);
  assert.notEqual(others, own);
  await who.goto(others);
  await who.page.waitForTimeout(500);
  assert.ok(await who.page.locator("[data-device]").isHidden());
  assert.equal((await records(who)).length, 1);
  const mark = await who.page.locator("[data-device]").getAttribute("data-device");
  assert.notEqual(mark, kept.mark);
  assert.equal((await who.page.goto(url)).status(), 404);
  await who.goto(home());
  await signOut(who);

  await enter(who);
  await who.goto(url);
  await waitFor(who, "programmes-device-restored");
  assert.match(await who.page.locator("#thought-record-1-thought").inputValue(), /until morning$/);
  assert.deepEqual(await records(who), []);
  await who.leave();
});

test("a session that ends meanwhile loses nothing, and what another device wrote stands beside it", async () => {
  const phone = await person(browser);
  const desk = await person(browser);
  const own = await enter(phone);
  await enter(desk);
  const url = `${own}/exercises/thought-record`;
  await phone.goto(url);
  await typeOffline(phone, phone.page.locator("#thought-record-1-thought"), " fromthephone");
  await desk.goto(url);
  await desk.page.locator("#thought-record-1-thought").press("End");
  await desk.page.locator("#thought-record-1-thought").pressSequentially(" fromthedesk");
  await waitFor(desk, "programmes-keeping-kept");

  // The session is gone while the page stays open: it is refused, and kept.
  await phone.context.clearCookies();
  await phone.context.setOffline(false);
  await phone.page.waitForTimeout(2_000);
  await waitFor(phone, "programmes-device-sealed");
  await comeBack(phone, "");
  await enter(phone);
  await phone.goto(url);
  await phone.page.waitForFunction((words) => document.body.innerText.includes(words), "fromthedesk");
  await phone.page.waitForFunction((words) => document.body.innerText.includes(words), "fromthephone");
  assert.ok(await phone.sees("programmes-several"));
  assert.deepEqual(await records(phone), []);
  await phone.leave();
  await desk.leave();
});

test("what has been here for too long goes at any visit, and deleting all of it takes it along", async () => {
  const who = await person(browser);
  const own = await enter(who);
  await who.goto(`${own}/exercises/thought-record`);
  await who.page.evaluate(async () => {
    const asked = indexedDB.open("unsent", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("records", { keyPath: "id" });
    const base = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    const unit = base.transaction("records", "readwrite");
    const record = { mark: "another", nonce: new Uint8Array(12), sealed: new ArrayBuffer(528) };
    unit.objectStore("records").put({ ...record, id: "old", goes: Date.now() - 1 });
    unit.objectStore("records").put({ ...record, id: "young", goes: Date.now() + 86_400_000 });
    await new Promise((resolve) => (unit.oncomplete = resolve));
    base.close();
  });
  await who.goto(own);
  await who.page.waitForFunction(async () => {
    const base = await new Promise((resolve) => (indexedDB.open("unsent").onsuccess = (event) => resolve(event.target.result)));
    const asked = base.transaction("records").objectStore("records").getAllKeys();
    const keys = await new Promise((resolve) => (asked.onsuccess = () => resolve(asked.result)));
    base.close();
    return keys.join() === "young";
  });
  await who.goto(`${own}/exercises/thought-record`);
  await typeOffline(who, who.page.locator("#thought-record-1-thought"), " and gone");
  await comeBack(who, `${own}/ending`);
  await who.page.locator("[data-device] a").waitFor();
  await who.press("button", "programmes-ending-delete-do");
  assert.deepEqual((await records(who)).map((one) => one.id), ["young"], "the own alone");
  await who.leave();
});

test("also before anything was ever written: the first word typed without a line survives the closed tab", async () => {
  const who = await person(browser);
  const { email } = (await peopleWith(who, demo, "participant", "selfhelp"))[0];
  await signIn(who, demo, email, PASSWORD, "selfhelp");
  // What this person had was deleted above.
  await who.goto(`${home()}/programmes/begin/sleeping-better`);
  await who.tick(who.page.locator("#agree"));
  await who.press("button", "programmes-begin-agree");
  await who.press("link", "programmes-next-go");
  const url = who.page.url();
  const field = () => who.page.locator("#sleep-diary-remark");
  await typeOffline(who, field(), "canaryplover");
  await comeBack(who, url);
  await waitFor(who, "programmes-device-restored");
  assert.equal(await field().inputValue(), "canaryplover");
  assert.deepEqual(await records(who), []);
  await who.leave();
});
