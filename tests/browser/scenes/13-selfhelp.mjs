// Self-help as one story of three people: somebody registers and begins, a manager says who coaches, something is shared, the coach
// answers, another coach is planned and objected to, and all of it goes. In each language and each manner. SH1, SH6, SH11, SH12
// And what goes with it: files that are handed in, goals that are asked about again, a coach who is away. CE10
import assert from "node:assert/strict";
import { test } from "node:test";
import { person } from "../house/browser.mjs";
import { KeyboardPerson } from "../house/keyboard.mjs";
import { browser, demo } from "../house/open.mjs";
import { peopleWith, signInAs } from "../house/people.mjs";
import { daysAhead, inFolder, mailTo } from "../house/world.mjs";

const MANNERS = [
  ["en", "with a mouse", "Marigold Ashby", {}],
  ["nl", "by keyboard alone", "Machteld Zonderland", { kind: KeyboardPerson }],
  ["sv", "without script on a phone", "Ragnhild Sjölander", { script: false, viewport: { width: 360, height: 740 } }],
];
const LOCALES = { en: "en-GB", nl: "nl-NL", sv: "sv-SE" };
const at = (path) => `${demo.at("selfhelp")}${path}`;
const path = (who) => new URL(who.page.url()).pathname;

/** Somebody of the demo, in this language. */
async function member(role, language, options) {
  const who = await person(browser, { ...options, locale: LOCALES[language] });
  await signInAs(who, demo, role, "selfhelp");
  await who.page.locator(`footer button[name=language][value=${language}]`).click();
  await who.page.waitForLoadState();
  await who.goto(at("/"));
  assert.equal(await who.language(), language);
  return who;
}

/** Registers without anybody's help. */
async function register(who, name, email) {
  await who.goto(at("/sign-in"));
  await who.press("link", "accounts-register-link");
  await who.write(who.page.locator("#email"), email);
  await who.press("button", "accounts-register-button");
  const { link } = await mailTo(demo, email);
  await who.goto(link);
  await who.write(who.page.locator("#name"), name);
  await who.write(who.page.locator("#age"), "23");
  await who.write(who.page.locator("#password"), "Drie blauwe reigers 3");
  await who.press("button", "accounts-register-rest-button");
}

/** Writes into today's entry of the diary. */
async function write(who, remark) {
  const diary = who.page.locator("#sleep-diary");
  await who.write(diary.locator("textarea"), remark);
  return diary;
}

/** Opens the manager's form that says who coaches somebody, and chooses. */
async function choose(manager, name, coach, button) {
  await manager.go("programmes-nav-enrolments");
  await manager.activate(manager.page.locator("tr", { hasText: name }).locator("a"));
  await manager.tick(manager.page.locator("label.choice", { hasText: coach }).locator("input"));
  await manager.press("button", button);
}

for (const [language, manner, name, options] of MANNERS) {
  test(`${language}, ${manner}: from registering to the last line that goes`, { timeout: 420_000 }, async () => {
    const [night, answer] = ["night", "answer"].map((what) => `Quiet canary ${language} ${what}: the owls were at it again.`);
    const email = `${language}-${name.split(" ")[0].toLowerCase()}@story.example`;
    const maria = await person(browser, { ...options, locale: LOCALES[language] });
    const [hanna, olaf] = await peopleWith(maria, demo, "coach", "selfhelp");

    await register(maria, name, email);
    await maria.go("programmes-nav-following");
    await maria.press("link", "programmes-offer-see");
    await maria.tick(maria.page.locator("#agree"));
    await maria.press("button", "programmes-begin-agree");
    const own = path(maria);
    await maria.press("link", "programmes-next-go");
    await maria.press("button", "programmes-finish", await write(maria, night));
    assert.ok(await maria.sees("programmes-done-finished"), await maria.text());

    const manager = await member("manager", language, options);
    await choose(manager, name, hanna.name, "programmes-assign");
    assert.ok(await manager.sees("programmes-news-assigned"), await manager.text());
    assert.ok(!(await manager.text()).includes(night), "managers read nothing");

    await maria.goto(at(`${own}/steps/nights`));
    const diary = await write(maria, night);
    await maria.tick(diary.locator("input[name=sharing][value=shared]"));
    await maria.press("button", "programmes-finish", diary);
    assert.ok(await maria.sees("programmes-done-shared"), await maria.text());

    const coach = await member("coach", language, options);
    await coach.go("programmes-nav-caseload");
    await coach.activate(coach.page.locator("main .list-item a", { hasText: name }));
    const room = path(coach);
    assert.ok((await coach.text()).includes(night), "the coach reads what was shared");
    const beside = coach.page.locator("main article", { hasText: night });
    await coach.unfold(beside.locator("details.more > summary"));
    await coach.write(beside.locator("textarea"), answer);
    await coach.press("button", "programmes-send-to", beside);
    assert.ok(await coach.sees("programmes-news-sent"), await coach.text());

    await maria.goto(at(own));
    await maria.press("link", "programmes-response-new");
    assert.ok((await maria.text()).includes(answer), "the answer stands beside the exercise");

    await choose(manager, name, olaf.name, "programmes-hand-over");
    assert.ok(await manager.sees("programmes-news-told"), await manager.text());
    await maria.goto(at(own));
    assert.ok(await maria.sees("programmes-handover-title"), await maria.text());
    await maria.press("button", "programmes-object");
    assert.ok(await maria.sees("programmes-news-objected"), await maria.text());
    await manager.go("programmes-nav-enrolments");
    assert.ok(await manager.sees("programmes-objected-on"), await manager.text());

    const { text } = await mailTo(demo, email);
    for (const secret of [night, answer, hanna.name, olaf.name]) assert.ok(!text.includes(secret), `a mail says ${secret}`);
    assert.deepEqual(inFolder(demo.folder, [night, answer]), [], "nothing stands on the disk in plain");

    await maria.press("link", "programmes-ending-link");
    await maria.press("button", "programmes-ending-delete-do");
    assert.ok(await maria.sees("programmes-done-withdrawn"), await maria.text());
    await coach.page.goto(at(room));
    const left = await coach.text();
    assert.ok(!left.includes(night) && !left.includes(answer), "the coach finds nothing of it");
    for (const who of [maria, manager, coach]) await who.leave();
  });
}

/** Fetches a file as somebody, from the page where that person is. */
function fetchAs(who, href) {
  return who.page.evaluate(async (file) => {
    const answer = await fetch(file);
    const begin = new TextDecoder("latin1").decode((await answer.arrayBuffer()).slice(1, 4));
    return { status: answer.status, disposition: answer.headers.get("content-disposition") ?? "", begin };
  }, href);
}

/** A picture of one dot. */
const DOT = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

test("files are handed in and looked at, and one that lies about its kind is refused with nothing lost", { timeout: 240_000 }, async () => {
  const remark = "Quiet canary: the page beside my bed.";
  const maria = await member("participant", "sv", { script: false, viewport: { width: 360, height: 740 } });
  await maria.go("programmes-nav-following");
  await maria.press("link", "programmes-next-go");
  const own = path(maria).split("/steps/")[0];
  await maria.goto(at(`${own}/exercises/paper-diary`));
  await maria.write(maria.page.locator("textarea"), remark);
  await maria.tick(maria.page.locator("input[name=sharing][value=shared]"));
  const file = maria.page.locator("input[type=file]");
  await file.setInputFiles({ name: "night.png", mimeType: "image/png", buffer: Buffer.from("MZ\u0000 this is no picture") });
  await maria.press("button", "programmes-finish");
  assert.equal(await maria.page.locator("#faults").count(), 1, await maria.text());
  assert.equal(await maria.page.locator("textarea").inputValue(), remark, "what was typed beside it stands there still");
  await file.setInputFiles({ name: "night.png", mimeType: "image/png", buffer: DOT });
  await maria.press("button", "programmes-finish");
  assert.ok(await maria.sees("programmes-done-shared"), await maria.text());
  assert.equal(await maria.page.locator("a", { hasText: "night.png" }).count(), 1);

  const coach = await member("coach", "nl");
  await coach.go("programmes-nav-caseload");
  await coach.activate(coach.page.locator("main .list-item a", { hasText: (await peopleWith(maria, demo, "participant", "selfhelp"))[0].name }));
  const shared = coach.page.locator("main article", { hasText: remark });
  const href = await shared.locator("a", { hasText: "night.png" }).getAttribute("href");
  const got = await fetchAs(coach, href);
  assert.equal(got.status, 200);
  assert.match(got.disposition, /^attachment/);
  assert.equal(got.begin, "PNG");
  assert.deepEqual(inFolder(demo.folder, [remark, "night.png"]), [], "neither the words nor the file's name stand on the disk in plain");
  const manager = await member("manager", "en");
  assert.equal((await fetchAs(manager, href)).status, 404, "managers get no file");
  for (const who of [maria, coach, manager]) await who.leave();
});

test("goals are asked about again, and whoever coaches says when nobody answers", { timeout: 240_000 }, async () => {
  const remark = "Quiet canary: the rain kept me in.";
  const maria = await member("participant", "nl", { kind: KeyboardPerson });
  await maria.activate(maria.page.locator('main a[href*="/exercises/day-goals?day="]').first());
  await maria.tick(maria.page.locator("input[type=radio][value=partly]").first());
  await maria.write(maria.page.locator("form:has(input[value=partly]) textarea").first(), remark);
  await maria.press("button", "programmes-finish", maria.page.locator("form:has(input[value=partly])").first());
  assert.ok((await maria.text()).includes(remark), "how it went stands in a table");
  await maria.goto(at("/"));
  assert.ok(!(await maria.sees("programmes-check-in-asked")), "it is asked once");

  const coach = await member("coach", "nl");
  await coach.go("programmes-nav-caseload");
  await coach.press("link", "programmes-leave");
  const [since, until] = [await daysAhead(demo, 2), await daysAhead(demo, 5)];
  await coach.write(coach.page.locator("#since"), until);
  await coach.write(coach.page.locator("#until"), since);
  await coach.press("button", "programmes-leave-keep");
  assert.ok(await coach.sees("programmes-leave-order"), "the last day is before the first");
  await coach.write(coach.page.locator("#since"), since);
  await coach.write(coach.page.locator("#until"), until);
  await coach.press("button", "programmes-leave-keep");
  assert.ok(await coach.sees("programmes-leave-done-told"), await coach.text());

  const [{ email }] = await peopleWith(maria, demo, "participant", "selfhelp");
  const [hanna] = await peopleWith(maria, demo, "coach", "selfhelp");
  await maria.goto(at("/programmes"));
  await maria.press("link", "programmes-next-go");
  await maria.goto(at(path(maria).split(/\/(?:steps|exercises)\//)[0]));
  assert.ok(await maria.sees("programmes-away"), await maria.text());
  const { text } = await mailTo(demo, email);
  for (const secret of [remark, hanna.name]) assert.ok(!text.includes(secret), `a mail says ${secret}`);
  for (const who of [maria, coach]) await who.leave();
});
