// Pages beside those of the campus's roles: of other organisations, of guests, of the demo itself, and those to which no
// link leads. Looked at as in the scene of pages.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";
import { person } from "../house/browser.mjs";
import { browser, demo } from "../house/open.mjs";
import { asIn, close, look, report } from "../house/look.mjs";
import { ORGANISATIONS, signInAs } from "../house/people.mjs";
import { kind, walk } from "../house/pages.mjs";
import * as steps from "../house/steps.mjs";
import { KeyboardPerson } from "../house/keyboard.mjs";
import { mailTo } from "../house/world.mjs";

after(close);

// What three more organisations show to people of theirs: once, on a phone, since the campus shows the rest of it.
for (const [organisation, role] of [["lectures", "student"], ["lectures", "study-adviser"], ["training", "office"], ["training", "officer"], ["education", "technician"]]) {
  test(`${organisation}: the ${role} finds every page whole`, async () => {
    const member = await person(browser);
    await signInAs(member, demo, role, organisation);
    if (role === "study-adviser") {
      await member.goto(`${demo.at(organisation)}/alternatives`);
      await member.press("button", "requests-alt-take");
    }
    const faults = [];
    const seen = await walk(member, [`${demo.at(organisation)}/`], {
      visit: (page, _, what) => look(page, `${organisation} ${role} ${what}`, faults, { themes: ["light"], sizes: ["phone"] }),
    });
    assert.ok(seen.length >= 4, `only ${seen.join(", ")}`);
    console.log(`${organisation}, ${role}: ${seen.join(" ")}`);
    await member.leave();
    report(faults);
  });
}

/** Follows every link with the visitor's session, two of each kind of page; answers with those that lead nowhere or to a fault. */
async function broken(who, first) {
  const [open, met, found] = [[first], new Map(), []];
  while (open.length > 0) {
    const { url, from } = open.shift();
    const what = kind(url);
    if ((met.get(what) ?? 0) >= 2) continue;
    met.set(what, (met.get(what) ?? 0) + 1);
    const { status, text } = await who.page.evaluate(async (url) => {
      const answer = await fetch(url);
      const isPage = (answer.headers.get("content-type") ?? "").startsWith("text/html");
      return { status: answer.status, text: isPage ? await answer.text() : "" };
    }, url);
    if (status >= 400) found.push(`${status} ${url}, from ${from}`);
    for (const [, link] of text.matchAll(/<a\b[^>]*? href="([^"]*)"/g)) {
      const next = new URL(link.replace(/&(amp|#38);/g, "&"), url);
      next.hash = "";
      if (next.origin === new URL(url).origin && !/[?&](lang|theme)=/.test(next.search)) open.push({ url: next.href, from: url });
    }
  }
  return { found, count: met.size };
}

test("no link of anybody's leads nowhere or to a fault, in any role of any organisation", async () => {
  const who = await person(browser);
  await who.goto(`${demo.home}/_demo`);
  const people = await who.page.locator("[data-people]").evaluateAll((all) =>
    all.map((one) => [one.dataset.people, [...new Set([...one.querySelectorAll("[data-role]")].map((role) => role.dataset.role))]]),
  );
  await who.leave();
  assert.equal(people.length, ORGANISATIONS.length);
  const faults = [];
  for (const [organisation, roles] of people) {
    for (const role of roles) {
      const member = await person(browser);
      await signInAs(member, demo, role, organisation);
      const { found, count } = await broken(member, { url: `${demo.at(organisation)}/`, from: "the first" });
      console.log(`${organisation}, ${role}: ${count} kinds of pages`);
      faults.push(...found.map((one) => `${organisation}, ${role}: ${one}`));
      await member.leave();
    }
  }
  assert.deepEqual(faults, []);
});

test("a guest finds every public page whole, of each organisation", async () => {
  const faults = [];
  for (const organisation of ORGANISATIONS) {
    const guest = await person(browser);
    const origin = demo.at(organisation);
    const seen = await walk(guest, [`${origin}/`, `${origin}/privacy`], {
      visit: async (page, url, what) => {
        // Each organisation offers languages of its own.
        const offered = await page.locator("a[hreflang]").evaluateAll((all) => all.map((one) => [one.hreflang, one.href]));
        for (const [language, href] of offered.length > 0 ? offered : [["only", url]]) {
          await page.goto(href);
          await look(page, `${organisation} ${what} ${language}`, faults, asIn(language));
        }
      },
    });
    console.log(`${organisation}: ${seen.join(" ")}`);
    await guest.leave();
  }
  report(faults);
});

test("the demo's own pages are whole", async () => {
  const faults = [];
  const guest = await person(browser);
  for (const path of ["/_demo", "/_demo/mail", "/_demo/clock", "/_gallery"]) {
    for (const language of ["en", "nl", "sv"]) {
      await guest.goto(`${demo.home}${path}?lang=${language}`);
      await look(guest.page, `demo ${path} ${language}`, faults, asIn(language));
    }
  }
  await guest.leave();
  report(faults);
});

// UC12: what one took along is shown before it is kept, here by the keyboard alone; each of the pages is whole.
for (const language of ["en", "nl", "sv"]) {
  test(`what was taken along comes back by keyboard, and its pages are whole in ${language}`, async () => {
    const faults = [];
    const who = await person(browser, { kind: KeyboardPerson });
    await signInAs(who, demo, "participant");
    await steps.speak(who, language);
    const see = async (what) => {
      assert.equal(await who.language(), language, `${what} is not in ${language}`);
      await look(who.page, `${what} ${language}`, faults, asIn(language));
      await who.page.setViewportSize({ width: 1280, height: 900 });
    };
    const coming = who.page.waitForEvent("download");
    await who.reach(await who.thing("link", "accounts-my-data-take"));
    await who.key("Enter");
    const taken = readFileSync(await (await coming).path());
    await who.press("link", "accounts-my-data-bring");
    await see("bring along");
    const choose = (buffer) =>
      who.page.locator("#archive").setInputFiles({ name: "my-data.zip", mimeType: "application/zip", buffer });
    await choose(Buffer.from("no archive at all"));
    await who.press("button", "moving-look");
    await see("bring along with a fault");
    await choose(taken);
    await who.press("button", "moving-look");
    await see("bring along, shown");
    await who.press("button", "moving-keep");
    assert.ok(await who.sees("moving-kept"), "it is kept");
    await see("brought along");
    for (const part of [1, 2]) {
      await who.activate(who.page.locator('a[href*="/brought-along/parts/"]').nth(part));
      await see(`brought along, part ${part}`);
      await who.page.goBack();
    }
    await who.unfold(who.page.locator("details.more summary").last());
    await who.press("button", "moving-remove-all-do");
    assert.ok(await who.sees("moving-removed-all"), "it is gone");
    await who.leave();
    report(faults);
  });
}

// Pages that no link of the site leads to: what comes by mail, what stands at an end, and what says that something is wrong.
for (const language of ["en", "nl", "sv"]) {
  test(`pages behind mails, ends and mistakes are whole in ${language}`, async () => {
    const faults = [];
    const campus = demo.at("campus");
    const [manager, guest] = [await person(browser), await person(browser, { locale: language })];
    const see = async (who, what) => {
      assert.equal(await who.language(), language, `${what} is not in ${language}`);
      await look(who.page, `${what} ${language}`, faults, asIn(language));
    };
    await signInAs(manager, demo, "manager");
    const email = `looked-at-${language}@story.example`;
    await steps.invite(manager, { name: "Robin Looked-At", email, role: "participant", language });
    const { link } = await mailTo(demo, email);
    await guest.goto(link);
    await see(guest, "invitation");
    await guest.goto(`${link}/refusal`);
    await see(guest, "refusal");
    await assert.rejects(steps.accept(guest, link, "kort"), "a password that is too short");
    await see(guest, "invitation with a fault");
    await steps.accept(guest, link, "Kwart voor 9 gaat de bel");
    await see(guest, "welcome");
    const page = async (path, what) => {
      await guest.page.goto(campus + path);
      await see(guest, what);
    };
    await page("/nowhere", "absent");
    await page("/my-data/deletion", "deletion");
    await assert.rejects(steps.deleteAccount(guest, "not the password"));
    await see(guest, "deletion with a fault");
    await steps.deleteAccount(guest, "Kwart voor 9 gaat de bel");
    await see(guest, "receipt");
    await page(`/sign-in/help?lang=${language}`, "sign-in help");
    await guest.page.goto(`${campus}/sign-in?lang=${language}`);
    const door = guest.page.locator("main form").first();
    await door.locator('input[type="email"]').fill(email);
    await door.locator('input[type="password"]').fill("Wrong 1 of them all");
    await door.locator('button[type="submit"]').last().click();
    await see(guest, "sign-in with a fault");
    await page(`/nowhere?lang=${language}`, "absent for a guest");
    await manager.leave();
    await guest.leave();
    report(faults);
  });
}
