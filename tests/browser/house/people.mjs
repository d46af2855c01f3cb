// The people of the demo, and how to sign in as one of them: at the door, with address and password, as anybody would.
import assert from "node:assert/strict";

export const ORGANISATIONS = ["campus", "selfhelp", "training", "lectures", "education"];
/** What the demo's first page says that everybody's password is. */
export const PASSWORD = "Try-Troth-2026";

/** The people of an organisation with this role: what the demo's first page tells of them. */
export async function peopleWith(who, demo, role, organisation = "campus") {
  await who.goto(`${demo.home}/_demo`);
  const items = who.page.locator(`[data-people="${organisation}"] [data-role="${role}"]`);
  return items.evaluateAll((all) =>
    all.map((one) => ({
      name: one.querySelector(".item-title")?.textContent.trim(),
      email: one.querySelector("code")?.textContent.trim(),
    })),
  );
}

/** Comes to an organisation's first page, which is the door for a guest, and signs in there; whether a second step was asked for. */
export async function signIn(who, demo, email, password = PASSWORD, organisation = "campus") {
  await who.goto(demo.at(organisation));
  const form = who.page.locator("main form").filter({ has: who.page.locator('input[type="password"]') });
  await who.write(form.locator('input[type="email"]'), email);
  await who.write(form.locator('input[type="password"]'), password);
  await who.activate(form.locator('button[type="submit"]').last());
  const second = (await who.page.locator('input[name="code"]').count()) > 0;
  if (second) await secondStep(who, demo, email);
  if (new URL(who.page.url()).pathname.startsWith("/sign-in")) {
    throw new Error(`${email} cannot sign in: ${(await who.text()).slice(0, 400)}`);
  }
  return second;
}

/** The second step, with the code that the demo shows. It counts once: when it was used, the next one comes within half a minute. */
async function secondStep(who, demo, email) {
  for (let tries = 0; tries < 3; tries += 1) {
    const front = await (await fetch(`${demo.home}/_demo`)).text();
    const code = front.split(email)[1]?.match(/\b\d{6}\b/)?.[0];
    const field = who.page.locator('input[name="code"]');
    await who.write(field, code ?? "");
    await who.activate(who.page.locator("main form").filter({ has: field }).locator('button[type="submit"]').first());
    if (!(await field.count())) return;
    await new Promise((done) => setTimeout(done, 31_000));
  }
}

/** Open sessions of those who are asked for a second step: a code counts once, and the next one comes half a minute later. */
const sessions = new Map();

/** Signs in as the first person of an organisation who has this role, or goes on in a session of that person that is open. */
export async function signInAs(who, demo, role, organisation = "campus") {
  const [first] = await peopleWith(who, demo, role, organisation);
  if (!first) throw new Error(`the demo has nobody with the role ${role} in ${organisation}`);
  const key = demo.at(organisation) + first.email;
  if (sessions.has(key)) {
    await who.context.addCookies(sessions.get(key));
    await who.goto(demo.at(organisation));
    if (!new URL(who.page.url()).pathname.startsWith("/sign-in")) return first;
    await who.context.clearCookies();
  }
  if (await signIn(who, demo, first.email, PASSWORD, organisation)) sessions.set(key, await who.context.cookies(demo.at(organisation)));
  return first;
}

/** Signs out with the button that stands on every page. */
export async function signOut(who) {
  await who.press("button", "ui-sign-out");
  assert.equal(new URL(who.page.url()).pathname, "/sign-in", "signing out ends at the door");
}
