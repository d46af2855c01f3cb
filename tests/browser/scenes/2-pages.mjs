// Every page, role, language and theme, on a phone and on a desk: no violation that axe-core knows, nothing that
// sticks out of a narrow screen; and a picture of each for people to look through, where they ask for it.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { person } from "../house/browser.mjs";
import { browser, demo } from "../house/open.mjs";
import { asIn, close, look, report } from "../house/look.mjs";
import { signInAs } from "../house/people.mjs";
import { walk } from "../house/pages.mjs";

after(close);

/** What each role has of its own; any other page is the same for all who reach it, and is read in other languages once. */
const OWN = ["/", "/my-data"];
const read = new Set();

for (const role of ["manager", "coach", "participant", "officer"]) {
  test(`a ${role} finds every page whole`, async () => {
    const member = await person(browser);
    await signInAs(member, demo, role);
    const faults = [];
    const seen = await walk(member, [`${demo.at("campus")}/`], {
      visit: async (page, url, what) => {
        for (const language of ["en", "nl", "sv"]) {
          const isNew = OWN.includes(what) || !read.has(`${what} ${language}`);
          read.add(`${what} ${language}`);
          if (language !== "en" && !isNew) continue;
          const address = new URL(url);
          address.searchParams.set("lang", language);
          if ((await member.language()) !== language) await page.goto(address.href);
          assert.equal(await member.language(), language, `${url} is not in ${language}`);
          await look(page, `${role} ${what} ${language}`, faults, asIn(language));
        }
      },
    });
    assert.ok(seen.length >= 4, `only ${seen.join(", ")}`);
    console.log(`${role}: ${seen.join(" ")}`);
    await member.leave();
    report(faults);
  });
}
