// The proof of a receipt, on a person's own device: the page and the file come from the site once, and then no server is
// needed. X5
import assert from "node:assert/strict";
import { test } from "node:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser, person } from "../house/browser.mjs";
import { startDemo } from "../house/demo.mjs";
import { peopleWith, signIn } from "../house/people.mjs";
import * as steps from "../house/steps.mjs";

const GOOD = { en: "This receipt holds.", nl: "Dit ontvangstbewijs klopt.", sv: "Kvittot stämmer." };
const BAD = { en: "This receipt does not hold.", nl: "Dit ontvangstbewijs klopt niet.", sv: "Kvittot stämmer inte." };

/** Keeps what a link gives as a file. */
async function keep(who, link, folder, name) {
  const [download] = await Promise.all([who.page.waitForEvent("download"), link.click()]);
  await download.saveAs(join(folder, name));
  return join(folder, name);
}

/** Opens the page from disk, gives it a file, and reads what it says. */
async function checked(who, page, file, key = "") {
  await who.page.goto(`file://${page}`);
  await who.page.locator("#file").setInputFiles(file);
  await who.page.locator("#key").fill(key);
  await who.page.locator("button").click();
  await who.page.locator("#result h2").waitFor();
  return who.page.locator("#result").innerText();
}

test("a person checks a receipt from disk, and sees that a changed one does not hold", { timeout: 240_000 }, async () => {
  const demo = await startDemo();
  const browser = await startBrowser();
  const folder = mkdtempSync(join(tmpdir(), "troth-receipt-"));
  try {
    const who = await person(browser);
    const [first] = await peopleWith(who, demo, "participant");
    await signIn(who, demo, first.email);
    await steps.deleteAccount(who);
    const file = await keep(who, who.page.locator('a[href$="/file"]'), folder, "receipt.json");
    const pages = {};
    const receipt = who.page.url();
    for (const language of ["en", "nl", "sv"]) {
      await who.page.goto(`${receipt}?lang=${language}`);
      pages[language] = await keep(who, who.page.locator('a[href^="/check-receipt"]'), folder, `check-${language}.html`);
    }
    await who.page.goto(`${demo.at("campus")}/.well-known/troth-key`);
    const { key } = JSON.parse(await who.page.locator("body").innerText());
    await demo.stop();

    const requests = [];
    who.page.on("request", (request) => requests.push(request.url()));
    for (const language of ["en", "nl", "sv"]) {
      const said = await checked(who, pages[language], file, key);
      assert.ok(said.includes(GOOD[language]), `${language}: ${said}`);
      assert.ok(said.includes(key), "it shows the key");
    }
    const whole = readFileSync(file, "utf8");
    const proof = JSON.parse(whole);
    const forgeries = {
      content: { ...proof, content: proof.content.replace('"rows":', '"rows":1') },
      entry: { ...proof, entry: { ...proof.entry, at: proof.entry.at + 1 } },
      head: { ...proof, head: { ...proof.head, sequence: proof.head.sequence + 1 } },
      signature: { ...proof, head: { ...proof.head, signature: proof.head.signature.replace(/.$/, (last) => (last === "0" ? "1" : "0")) } },
      nothing: {},
    };
    for (const [what, forged] of Object.entries(forgeries)) {
      const path = join(folder, `${what}.json`);
      writeFileSync(path, JSON.stringify(forged));
      const said = await checked(who, pages.en, path);
      assert.ok(said.includes(BAD.en), `${what}: ${said}`);
    }
    assert.ok((await checked(who, pages.en, file, key.replace(/^04/, "05"))).includes(BAD.en), "another key is told");
    assert.deepEqual(requests.filter((url) => !url.startsWith("file:")), [], "it asks nobody");
  } finally {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
