// Registering by oneself on a phone without script, and being too young for it (SH6, CE1).
import assert from "node:assert/strict";
import { test } from "node:test";
import { person } from "../house/browser.mjs";
import { browser, demo } from "../house/open.mjs";
import { mailTo } from "../house/world.mjs";

const PHONE = { width: 360, height: 740 };

test("somebody registers on a phone without script, and confirms the address before there is an account", async () => {
  const who = await person(browser, { script: false, locale: "nl-NL", viewport: PHONE });
  await who.goto(`${demo.at("selfhelp")}/sign-in`);
  await who.press("link", "accounts-register-link");
  const { x, width } = await who.page.locator("form[action^='/register']").boundingBox();
  assert.ok(x >= 0 && x + width <= PHONE.width, "the form fits");
  await who.write(who.page.locator("#email"), "noor@people.example");
  await who.press("button", "accounts-register-button");
  assert.ok(await who.sees("accounts-register-sent"));
  assert.deepEqual(await who.context.cookies(), [], "no cookie before there is an account");
  const { link } = await mailTo(demo, "noor@people.example");
  await who.goto(link);
  await who.write(who.page.locator("#name"), "Noor Visser");
  await who.write(who.page.locator("#age"), "23");
  await who.write(who.page.locator("#password"), "Drie blauwe reigers 3");
  await who.press("button", "accounts-register-rest-button");
  assert.equal(new URL(who.page.url()).pathname, "/welcome");
  await who.goto(`${demo.at("selfhelp")}/profile/age`);
  assert.match(await who.text(), /23, op \d/, "with the day on which it was said");
  await who.leave();
});

test("whoever is too young is told of a way on, and nothing is kept", async () => {
  const child = await person(browser, { script: false, locale: "sv-SE", viewport: PHONE });
  await child.goto(`${demo.at("selfhelp")}/register`);
  await child.write(child.page.locator("#email"), "kim@people.example");
  await child.press("button", "accounts-register-button");
  const { link } = await mailTo(demo, "kim@people.example");
  await child.goto(link);
  await child.write(child.page.locator("#name"), "Kim Vos");
  await child.write(child.page.locator("#age"), "15");
  await child.write(child.page.locator("#password"), "Tre blå hägrar 3");
  await child.press("button", "accounts-register-rest-button");
  assert.ok(await child.sees("accounts-register-young"));
  assert.deepEqual(await child.context.cookies(), []);
  await child.leave();
});
