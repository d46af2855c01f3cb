// The story of one trajectory: invite, accept, write, share, note, end, turn the clock by two years and a day; all is
// gone, and there is a receipt. In each language, with a mouse, by keyboard alone on a desk, and on a phone without
// script. Nobody types an address: each comes in by the first page or a mail's link and finds the way from there.
// All are told at the same time in one demo, with one turn of its clock.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser, person } from "../house/browser.mjs";
import { startDemo } from "../house/demo.mjs";
import { KeyboardPerson } from "../house/keyboard.mjs";
import { peopleWith, signIn, signOut } from "../house/people.mjs";
import { SharedClock, Stage } from "../house/together.mjs";
import * as steps from "../house/steps.mjs";
import * as world from "../house/world.mjs";

const LANGUAGES = ["en", "nl", "sv"];
const LOCALES = { en: "en-GB", nl: "nl-NL", sv: "sv-SE" };
const MANNERS = {
  "with a mouse": {},
  "by keyboard alone": { kind: KeyboardPerson },
  "without script on a phone": { script: false, viewport: { width: 390, height: 844 } },
};
const PASSWORD = "Kwart voor 9 gaat de bel";
// Names that nobody else in the demo has: coach and participant of each story.
const CAST = {
  "en with a mouse": ["Marigold Ashby", "Wren Calloway"],
  "nl with a mouse": ["Liesbeth Korenaar", "Teun Wijnbergh"],
  "sv with a mouse": ["Solveig Rönnbäck", "Ture Björkegren"],
  "en by keyboard alone": ["Odette Fairweather", "Jasper Lockhart"],
  "nl by keyboard alone": ["Machteld Zonderland", "Gijs Polderman"],
  "sv by keyboard alone": ["Gunhild Åkerblom", "Folke Strandh"],
  "en without script on a phone": ["Philippa Thornbury", "Rowan Kettle"],
  "nl without script on a phone": ["Dieuwke Hazelhoff", "Sietse Vaartjes"],
  "sv without script on a phone": ["Ragnhild Sjölander", "Torkel Envall"],
};
const address = (name) => `${name.toLowerCase().normalize("NFD").replace(/[^a-z ]/g, "").replace(" ", ".")}@story.example`;

/** What two people write to each other; each story has canaries of its own. */
function said(mark) {
  return {
    question: `Quiet canary ${mark} one: I would like to speak up sooner.`,
    answer: `Quiet canary ${mark} two: begin with one sentence on Thursday.`,
    hidden: `Quiet canary ${mark} three: ask about the family another time.`,
    shared: `Quiet canary ${mark} four: you prepare well and wait for permission.`,
  };
}

let demo, browser, stage, clock, twoYears, managers, folder;

before(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  stage = new Stage(3);
  clock = new SharedClock((days) => world.turn(demo, days));
  twoYears = await world.daysUntil(demo, 2);
  managers = await hireManagers();
  folder = mkdtempSync(join(tmpdir(), "troth-story-"));
});

after(async () => {
  await browser?.close();
  await demo?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** The demo's manager speaks one language: a colleague is invited for each of the three, and chooses it. */
async function hireManagers() {
  const chief = await person(browser);
  const [first] = await peopleWith(chief, demo, "manager");
  await signIn(chief, demo, first.email);
  const hired = {};
  for (const language of LANGUAGES) {
    const email = `manager.${language}@story.example`;
    await steps.invite(chief, { name: `Manager of ${language}`, email, role: "manager", language: "en" });
    const newcomer = await person(browser, { locale: LOCALES[language] });
    await steps.accept(newcomer, (await world.mailTo(demo, email)).link, PASSWORD);
    await steps.speak(newcomer, language);
    await newcomer.leave();
    hired[language] = email;
  }
  await chief.leave();
  return hired;
}

describe("the story of a trajectory", { concurrency: true }, () => {
  for (const [manner, how] of Object.entries(MANNERS)) {
    for (const language of LANGUAGES) {
      test(`in ${language} ${manner}`, { timeout: 420_000 }, () => tell(language, manner, how));
    }
  }
});

async function tell(language, manner, how) {
  const name = `${language} ${manner}`;
  const [coach, participant] = CAST[name];
  const story = {
    name, language, manner, ...said(name.split(" ").slice(0, 2).join("-")),
    coach: { name: coach, email: address(coach) },
    participant: { name: participant, email: address(participant) },
  };
  clock.join(story);
  const people = {};
  try {
    await stage.act(async () => {
      for (const role of ["manager", "coach", "participant"]) people[role] = await person(browser, { ...how, locale: LOCALES[language] });
      await begins(story, people);
      await ends(story, people);
    });
    // Two years less a day: still there. Two years and a day: gone.
    await clock.turned(story, twoYears - 1);
    await stage.act(() => stays(story, people));
    await clock.turned(story, 2);
    await stage.act(() => isGone(story, people));
    if (people.participant.keys) console.log(`${name}: ${keysOf(people)}`);
  } catch (error) {
    const where = await Promise.all(Object.entries(people).map(([role, who]) => steps.whereabouts(role, who)));
    throw new Error(`${error.message}${where.join("")}`, { cause: error });
  } finally {
    clock.leave(story);
    for (const who of Object.values(people)) await who.leave();
  }
}

function keysOf(people) {
  const all = [people.manager, people.coach, people.participant];
  const longest = all.map((who) => who.longest).sort((one, other) => other.tabs - one.tabs)[0];
  return `${all.reduce((sum, who) => sum + who.keys, 0)} keys; at most ${longest.tabs} Tabs to one thing: ${longest.to}`;
}

/** From the invitation to a dialogue with notes. */
async function begins(story, { manager, coach, participant }) {
  const { language } = story;
  await signIn(manager, demo, managers[language], PASSWORD);
  assert.equal(await manager.language(), language);
  for (const role of ["coach", "participant"]) await steps.invite(manager, { ...story[role], role, language });

  // Each opens the link of the mail, which tells nothing, and chooses a password.
  for (const [who, { email }] of [[coach, story.coach], [participant, story.participant]]) {
    await steps.accept(who, (await world.mailTo(demo, email)).link, PASSWORD);
    assert.equal(await who.language(), language, "the person's own language");
    await steps.begin(who);
  }
  story.id = await steps.link(manager, story.coach.name, story.participant.name);

  // They write; each sees what the other wrote.
  await steps.openToWrite(participant);
  await steps.send(participant, story.question);
  await steps.openDialogue(coach, story.participant.name);
  assert.ok((await coach.text()).includes(story.question));
  await steps.send(coach, story.answer);
  await steps.openDialogue(participant, story.coach.name);
  assert.ok((await participant.text()).includes(story.answer));
  await steps.readSeal(participant);
  await keepWhatIsTyped(story, participant);

  // Private notes stay private; a shared note says first who will read it.
  await steps.notePrivately(coach, story.hidden);
  await steps.share(coach, story.shared);
  await steps.openTab(participant, "coaching-tab-notes");
  assert.ok((await participant.text()).includes(story.shared));
  await isAbsent(participant, story, "private-notes"); // UC6
  await isAbsent(manager, story, "dialogue"); // UC3
}

/** Somebody types an address that is not for them: it looks like nothing, and leads back to the first page. */
async function isAbsent(who, story, part) {
  const answer = await who.page.goto(`${demo.at("campus")}/trajectories/${story.id}/${part}`);
  assert.equal(answer.status(), 404, `${part} looks absent`);
  await who.press("link", "ui-problem-home");
}

/** Without script there is nobody to save while one types: what was typed stays by the form's own ways. */
async function keepWhatIsTyped(story, participant) {
  if (story.manner !== "without script on a phone") return;
  await steps.draft(participant, story.coach.name, `Quiet canary, a draft of ${story.name}.`);
  const film = join(folder, `film-${story.language}.mp3`);
  writeFileSync(film, Buffer.alloc(60 * 1024 * 1024, "ID3"));
  await steps.sendTooMuch(participant, `Quiet canary, too much of ${story.name}.`, [film]);
  rmSync(film);
}

/** The trajectory ends; what was said can still be read, and says when it goes. */
async function ends(story, { manager, coach, participant }) {
  for (const { email } of [story.coach, story.participant]) {
    const mails = await world.mailTo(demo, email);
    assert.doesNotMatch(mails.text, /canary/i, "confidential content in a mail"); // UC13
  }
  await steps.end(coach);
  await steps.openDialogue(participant, story.coach.name);
  assert.ok((await participant.text()).includes(story.answer));
  const year = String((await world.today(demo)).getUTCFullYear() + 2);
  assert.ok((await participant.text()).includes(year), `the seal names the day in ${year}`);
  await participant.go("accounts-nav-my-data");
  assert.ok((await participant.text()).includes(year), "my data names the day");
  for (const who of [manager, coach, participant]) await signOut(who);
}

/** On the last day nothing has gone yet. */
async function stays(story, { coach }) {
  await signIn(coach, demo, story.coach.email, PASSWORD);
  await steps.openDialogue(coach, story.participant.name);
  assert.ok((await coach.text()).includes(story.question), "nothing goes before its day"); // I8
  await signOut(coach);
}

/** The day after, all is gone, and there is a receipt. UC7 */
async function isGone(story, { coach, participant }) {
  await signIn(coach, demo, story.coach.email, PASSWORD);
  await coach.go("coaching-nav-mine");
  assert.ok(!(await coach.text()).includes(story.participant.name), "the dialogue is not listed any more");
  await isAbsent(coach, story, "dialogue");
  await assert.rejects(signIn(participant, demo, story.participant.email, PASSWORD), /cannot sign in/, "the participant's account is gone");
  const receipt = await world.latestReceipt(participant, demo);
  const names = [story.coach, story.participant].flatMap((one) => [one.name, one.email]);
  assert.doesNotMatch(receipt, new RegExp([...names, "canary"].join("|")), "a receipt names nobody");
  assert.deepEqual(world.inFolder(demo.folder, ["Quiet canary", story.participant.email, story.participant.name]), []);
}

// UC10
describe("a participant deletes the account with two clicks and the password", { concurrency: true }, () => {
  for (const [position, [manner, how]] of Object.entries(MANNERS).entries()) {
    test(manner, { timeout: 240_000 }, () => stage.act(() => leaves(position, how)));
  }
});

async function leaves(position, how) {
  const who = await person(browser, how);
  const first = (await peopleWith(who, demo, "participant"))[position];
  await signIn(who, demo, first.email);
  await steps.deleteAccount(who);
  assert.deepEqual((await who.context.cookies()).filter((one) => one.name === "__Host-troth" && one.value !== ""), []);
  await assert.rejects(signIn(who, demo, first.email), /cannot sign in/, "the account is gone");
  await who.leave();
}
