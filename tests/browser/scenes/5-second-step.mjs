// The second step at signing in, with an app that takes what the page shows (UC17).
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { test } from "node:test";
import { person } from "../house/browser.mjs";
import { browser, demo } from "../house/open.mjs";
import { PASSWORD, peopleWith, signInAs, signOut } from "../house/people.mjs";

/** The code that an app shows now for a secret in letters (RFC 6238). */
function shown(letters) {
  const bits = [...letters.replace(/\s/g, "")].map((one) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one).toString(2).padStart(5, "0"));
  const secret = Buffer.from(bits.join("").match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const tag = createHmac("sha1", secret).update(counter).digest();
  const from = tag[19] & 15;
  return String((tag.readUInt32BE(from) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

test("whoever has set up a second step is asked for it, and a recovery code takes its place once", async () => {
  const who = await person(browser);
  const { email } = await signInAs(who, demo, "coach");
  await who.goto(`${demo.at("campus")}/profile/second-step`);
  const picture = await who.page.locator("svg.scan").boundingBox();
  assert.ok(picture.width > 150 && Math.abs(picture.width - picture.height) < 2, "the picture can be read by a phone");
  const letters = await who.page.locator("main ol code").textContent();
  await who.write(who.page.locator("#code"), shown(letters));
  await who.write(who.page.locator("#password"), PASSWORD);
  await who.press("button", "accounts-second-app-button");
  const codes = await who.page.locator(".codes code").allTextContents();
  assert.equal(codes.length, 8);
  const [file] = await Promise.all([who.page.waitForEvent("download"), who.press("link", "accounts-recovery-file")]);
  assert.equal(file.suggestedFilename(), "recovery-codes.txt");
  await who.press("link", "accounts-recovery-done");
  await signOut(who);
  for (const entered of [true, false]) {
    await who.goto(`${demo.at("campus")}/sign-in`);
    await who.write(who.page.locator("#email"), email);
    await who.write(who.page.locator("#password"), PASSWORD);
    await who.press("button", "accounts-sign-in");
    assert.ok(await who.sees("accounts-second-lead"), "the password alone is not enough");
    await who.write(who.page.locator("#code"), codes[0]);
    await who.press("button", "accounts-sign-in");
    assert.equal(new URL(who.page.url()).pathname === "/sign-in/second-step", !entered);
    if (entered) await signOut(who);
  }
  await who.leave();
});

test("whoever has to have a second step gets in with the code that the demo's page shows", async () => {
  const who = await person(browser);
  for (const [organisation, role] of [["lectures", "lecturer"], ["training", "trainer"]]) {
    const [{ email }] = await peopleWith(who, demo, role, organisation);
    await who.goto(`${demo.at(organisation)}/sign-in`);
    await who.write(who.page.locator("#email"), email);
    await who.write(who.page.locator("#password"), PASSWORD);
    await who.press("button", "accounts-sign-in");
    assert.ok(await who.sees("accounts-second-lead"), "the password alone is not enough");
    // The demo itself has used a code a moment ago; the next one comes within half a minute.
    const tab = await who.context.newPage();
    for (let tries = 0; tries < 8 && (await who.page.locator("#code").count()) > 0; tries += 1) {
      await tab.goto(`${demo.home}/_demo`);
      const item = tab.locator(`[data-people="${organisation}"] [data-role="${role}"]`);
      const [code] = /\b\d{6}\b/.exec(await item.textContent());
      await who.write(who.page.locator("#code"), code);
      await who.press("button", "accounts-sign-in");
      if (await who.page.locator("#code").count()) await who.page.waitForTimeout(5_000);
    }
    await tab.close();
    await signOut(who);
  }
  await who.leave();
});

test("a page tells that the session is about to end, and one stays with one press", async () => {
  const who = await person(browser);
  await who.page.clock.install();
  await signInAs(who, demo, "participant");
  const told = who.page.locator(".leaving");
  assert.ok(await told.isHidden());
  const left = Number(await told.getAttribute("data-left"));
  await who.page.clock.fastForward((left - 150) * 1000);
  await told.waitFor({ state: "visible" });
  await told.getByRole("button").click();
  await told.waitFor({ state: "hidden" });
  await who.page.clock.fastForward((left + 60) * 1000);
  assert.ok(await who.sees("ui-leaving-over"));
  await who.leave();
});
