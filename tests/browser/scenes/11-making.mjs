// Writing a programme: the faults and how it looks beside the text while one types, a translation side by side, publishing; in
// English with a mouse, in Dutch by keyboard alone, in Swedish on a phone without script. SH12
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { person } from "../house/browser.mjs";
import { KeyboardPerson } from "../house/keyboard.mjs";
import { close, look, report } from "../house/look.mjs";
import { browser, demo } from "../house/open.mjs";
import { signInAs } from "../house/people.mjs";

after(close);

const area = (who) => who.page.locator("#text");

/** A manager with a new draft open. */
async function author(language, options = {}) {
  const who = await person(browser, options);
  await signInAs(who, demo, "manager", "selfhelp");
  await who.page.locator(`footer button[name=language][value=${language}]`).click();
  await who.page.waitForLoadState();
  await who.goto(`${demo.at("selfhelp")}/making`);
  assert.equal(await who.language(), language);
  await who.press("button", "programmes-making-begin");
  return who;
}

/** The text with something in it that nobody could follow. */
const faulty = (text) => text.replace("\n::: writing", "\nRead it [here](https://example.org).\n\n::: writing");

test("while an author types, the faults and how it looks stand beside the text", { timeout: 240_000 }, async () => {
  const who = await author("en");
  const faults = [];
  const draft = who.page.url().split("?")[0];
  await look(who.page, "making editor", faults);
  const sound = await area(who).inputValue();
  await area(who).fill(faulty(sound));
  const place = who.page.locator("#findings a[data-line]").first();
  await place.waitFor();
  assert.match(await who.page.locator("#findings .preview").innerText(), /Read it/);
  await look(who.page, "making editor with faults", faults);
  await place.click();
  const chosen = await area(who).evaluate((one) => one.value.slice(one.selectionStart, one.selectionEnd));
  assert.match(chosen, /here/, "the place is chosen in the text");

  await area(who).fill(sound.replace("title: ", "title: Otherwise "));
  await who.page.locator("#findings .notice.success").waitFor();
  await who.goto(draft);
  assert.match(await area(who).inputValue(), /title: Otherwise/, "what was typed is kept");

  const own = await who.page.locator("input[name=in]").inputValue();
  const other = own === "sv" ? "nl" : "sv";
  await who.goto(`${draft}?in=${other}&beside=${own}&from=${own}`);
  const [left, right] = await Promise.all(["#beside", "#text"].map((one) => who.page.locator(one).boundingBox()));
  assert.ok(left.x + left.width <= right.x && Math.abs(left.y - right.y) < 40, "both stand side by side");
  await look(who.page, "making translation", faults);
  for (const rest of ["/files", "/publication", "/removal"]) {
    await who.goto(draft + rest);
    await look(who.page, `making ${rest.slice(1)}`, faults);
  }
  for (const path of ["/making", "/making/import"]) {
    await who.goto(demo.at("selfhelp") + path);
    await look(who.page, path, faults);
  }
  await who.leave();
  report(faults);
});

test("without script an author sees the same after pressing a button, and publishes", { timeout: 240_000 }, async () => {
  const who = await author("sv", { script: false, viewport: { width: 360, height: 740 } });
  const draft = who.page.url().split("?")[0];
  const sound = await area(who).inputValue();
  await area(who).fill(faulty(sound));
  await who.press("button", "programmes-making-keep");
  assert.ok((await who.page.locator("#findings .finding").count()) > 0, await who.text());
  await area(who).fill(sound.replace("programme: my-programme", "programme: by-hand"));
  await who.press("button", "programmes-making-keep");
  await who.press("link", "programmes-making-to-publication");
  await who.activate(who.page.locator(`form[action$="/publication"] button`));
  assert.ok(await who.sees("programmes-making-published"), await who.text());
  assert.equal(await who.page.locator(`a[href="${new URL(draft).pathname}"]`).count(), 0, "the draft has become a version");
  await who.leave();
});

test("an author who uses the keyboard alone keeps a text and goes on to publishing", { timeout: 240_000 }, async () => {
  const who = await author("nl", { kind: KeyboardPerson });
  const sound = await area(who).inputValue();
  await who.write(area(who), sound.replace("programme: my-programme", "programme: by-keys"));
  await who.press("button", "programmes-making-keep");
  await who.press("link", "programmes-making-to-publication");
  assert.match(who.page.url(), /\/publication$/);
  await who.leave();
});
