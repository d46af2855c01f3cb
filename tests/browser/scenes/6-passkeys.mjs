// Passkeys, with an authenticator that Chromium plays itself (UC17, S7).
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { person } from "../house/browser.mjs";
import { browser, demo } from "../house/open.mjs";
import { close, look, report } from "../house/look.mjs";
import { PASSWORD, signInAs, signOut } from "../house/people.mjs";

after(close);

/** Gives a person a device that makes passkeys, and whose owner is always there. */
async function withDevice(who) {
  const devtools = await who.context.newCDPSession(who.page);
  await devtools.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true,
    isUserVerified: true, automaticPresenceSimulation: true,
  };
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", { options });
  return {
    passkeys: async () => (await devtools.send("WebAuthn.getCredentials", { authenticatorId })).credentials.length,
    verifies: (isUserVerified) => devtools.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

/** Presses a button of the page's script, and waits for the page to which it leads. */
async function pressOn(who, key, path) {
  await who.press("button", key);
  await who.page.waitForURL((url) => url.pathname === path);
}

async function enter(who) {
  await who.goto(`${demo.at("campus")}/sign-in`);
  await pressOn(who, "accounts-passkey-enter", "/");
}

test("a passkey is added, signs in alone and as the second step, and is taken away", async () => {
  const who = await person(browser);
  const device = await withDevice(who);
  const faults = [];
  const { email } = await signInAs(who, demo, "participant");
  await who.goto(`${demo.at("campus")}/profile`);
  await who.press("link", "accounts-passkeys-title");
  await look(who.page, "passkeys none", faults);
  await who.write(who.page.locator("#name"), "The desk at home");
  await who.write(who.page.locator("#password"), PASSWORD);
  await who.press("button", "accounts-passkey-add");
  assert.ok(await who.sees("accounts-passkey-new-title"));
  await look(who.page, "passkeys new", faults);
  await pressOn(who, "accounts-passkey-make", "/profile/passkeys/made");
  assert.equal(await device.passkeys(), 1);
  assert.equal(await who.page.locator(".codes code").count(), 8, "recovery codes come with the first second step");
  await who.press("link", "accounts-recovery-done");
  assert.match(await who.text(), /The desk at home/);
  await look(who.page, "passkeys one", faults);
  await signOut(who);

  // Alone.
  await look(who.page, "sign-in passkey", faults);
  await enter(who);
  await signOut(who);
  // Not without its owner.
  await device.verifies(false);
  await who.goto(`${demo.at("campus")}/sign-in`);
  await who.press("button", "accounts-passkey-enter");
  await who.page.locator(".passkey [role=status]").filter({ hasText: /./ }).waitFor();
  assert.ok(await who.sees("accounts-passkey-failed"));
  await device.verifies(true);

  // After the password.
  await who.write(who.page.locator("#email"), email);
  await who.write(who.page.locator("#password"), PASSWORD);
  await who.press("button", "accounts-sign-in");
  assert.ok(await who.sees("accounts-second-lead"), "the password alone is not enough");
  await look(who.page, "second-step passkey", faults);
  await pressOn(who, "accounts-passkey-show", "/");

  // One device makes one passkey for an account.
  await who.goto(`${demo.at("campus")}/profile/passkeys`);
  await who.write(who.page.locator("#password"), PASSWORD);
  await who.press("button", "accounts-passkey-confirm");
  await who.page.locator(".passkey [role=status]").filter({ hasText: /./ }).waitFor();
  await who.press("button", "accounts-passkey-add");
  await who.press("button", "accounts-passkey-make");
  await who.page.locator(".passkey [role=status]").filter({ hasText: /./ }).waitFor();
  assert.ok(await who.sees("accounts-passkey-there"));

  // And away again.
  await who.goto(`${demo.at("campus")}/profile/passkeys`);
  await who.press("link", "accounts-passkey-remove");
  await look(who.page, "passkeys removal", faults);
  await who.write(who.page.locator("#password"), PASSWORD);
  await who.press("button", "accounts-passkey-confirm");
  await who.page.locator(".passkey [role=status]").filter({ hasText: /./ }).waitFor();
  await who.press("button", "accounts-passkey-remove");
  assert.ok(await who.sees("accounts-passkeys-none"));
  await signOut(who);
  await who.press("button", "accounts-passkey-enter");
  await who.page.waitForURL((url) => url.pathname === "/sign-in/passkey");
  assert.ok(await who.sees("accounts-passkey-wrong"), "it opens nothing any more");
  await look(who.page, "sign-in passkey refused", faults);
  await who.leave();
  report(faults);
});

test("without script the door has no button for passkeys, and the password works as before", async () => {
  const who = await person(browser, { script: false });
  await who.goto(`${demo.at("campus")}/sign-in`);
  assert.ok(await who.page.locator(".passkey").isHidden());
  await signInAs(who, demo, "participant");
  await who.goto(`${demo.at("campus")}/profile/passkeys`);
  assert.ok(await who.sees("accounts-passkey-without"));
  await who.leave();
});
