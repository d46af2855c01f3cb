// Signing in with an organisation's own provider (CE19): the demo's made-up one, and one that others wrote.
import assert from "node:assert/strict";
import { test } from "node:test";
import { person } from "../house/browser.mjs";
import { startUniversity } from "../house/elsewhere.mjs";
import { look } from "../house/look.mjs";
import { browser, demo } from "../house/open.mjs";
import { PASSWORD, signInAs } from "../house/people.mjs";

const PHONE = { width: 360, height: 740 };
const path = (who) => new URL(who.page.url()).pathname;
/** By its form: “Sign in with …” is what the button for a passkey says, too. */
const goElsewhere = (who) => who.activate(who.page.locator("form[action*='/sign-in/provider'] button"));

test("a student links an account elsewhere and signs in with it, on a phone without script", async () => {
  const who = await person(browser, { script: false, locale: "sv-SE", viewport: PHONE });
  const site = demo.at("lectures");
  await signInAs(who, demo, "student", "lectures");
  await who.goto(`${site}/profile/provider`);
  await who.write(who.page.locator("#password"), PASSWORD);
  await who.press("button", "accounts-provider-link");
  // The page leads on by itself.
  await who.page.waitForURL(`${demo.home}/_elsewhere/**`);
  await who.activate(who.page.locator("main .actions a").first());
  assert.equal(path(who), "/profile/provider");
  assert.ok(await who.sees("accounts-provider-linked"));
  await who.press("button", "ui-sign-out");
  assert.equal(path(who), "/sign-in/provider/out");
  assert.deepEqual((await who.context.cookies(site)).map((one) => one.name), ["__Host-troth-device"]);
  await who.goto(`${site}/sign-in?next=/my-data`);
  await goElsewhere(who);
  await who.page.waitForURL(`${demo.home}/_elsewhere/**`);
  await who.activate(who.page.locator("main .actions a").first());
  assert.equal(path(who), "/my-data");
  await who.leave();
});

test("an account elsewhere that belongs to nobody here leads to a page that says how to link it", async () => {
  const who = await person(browser, { locale: "nl-NL" });
  const faults = [];
  await who.goto(`${demo.at("education")}/sign-in`);
  await look(who.page, "provider sign-in", faults);
  await goElsewhere(who);
  await who.page.waitForURL(`${demo.home}/_elsewhere/**`);
  await look(who.page, "provider made-up", faults, { themes: ["light"] });
  await who.activate(who.page.locator("main .actions a").last());
  assert.ok(await who.sees("accounts-provider-unlinked-way"));
  await look(who.page, "provider unlinked", faults);
  assert.deepEqual(await who.context.cookies(demo.at("education")), [], "nothing is left of it");
  assert.deepEqual(faults, []);
  await who.leave();
});

test("with a provider that others wrote, an invitation is accepted, and one signs out and in again", async () => {
  const university = await startUniversity();
  try {
    const who = await person(browser);
    const elsewhere = async (name) => {
      await who.page.waitForURL(`${university.issuer}/interaction/**`);
      await who.page.locator("input[name=login]").fill(name);
      await who.page.locator("input[name=password]").fill("any");
      await who.page.locator("button[type=submit]").click();
      await who.page.locator("button[type=submit]", { hasText: "Continue" }).click();
      await who.page.waitForURL(`${university.site}/**`);
    };
    await who.goto(university.invitation);
    await who.press("button", "accounts-provider-invitation-button");
    await elsewhere("ada");
    assert.equal(path(who), "/welcome");
    await who.press("button", "ui-sign-out");
    assert.equal(path(who), "/sign-in/provider/out");
    await who.press("link", "accounts-provider-out-link");
    await who.page.waitForURL(`${university.issuer}/session/end**`);
    await who.page.locator("button[name=logout]").click();
    await who.page.waitForURL(`${university.site}/sign-in`);
    await goElsewhere(who);
    await elsewhere("grace");
    assert.ok(await who.sees("accounts-provider-unlinked-way"), "nobody here has that account");
    await who.leave();
    const again = await person(browser);
    Object.assign(who, again);
    await who.goto(`${university.site}/sign-in?next=/profile`);
    await goElsewhere(who);
    await elsewhere("ada");
    assert.equal(path(who), "/profile");
    assert.match(await who.text(), /ada@example\.org/);
    await who.leave();
  } finally {
    await university.stop();
  }
});
