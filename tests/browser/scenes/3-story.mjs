// The story of one trajectory: invite, accept, write, share, note, end, turn the clock by two years and a day; all is
// gone, and there is a receipt. In each language, by keyboard alone, and without script.
import assert from "node:assert/strict";
import { test } from "node:test";
import { startBrowser, person } from "../house/browser.mjs";
import { startDemo } from "../house/demo.mjs";
import { peopleWith, signIn } from "../house/people.mjs";
import * as steps from "../house/steps.mjs";

const CAST = {
  en: { coach: ["Marigold Ashby", "marigold.ashby@story.example"], participant: ["Wren Calloway", "wren.calloway@story.example"] },
  nl: { coach: ["Liesbeth Korenaar", "liesbeth.korenaar@story.example"], participant: ["Teun Wijnbergh", "teun.wijnbergh@story.example"] },
  sv: { coach: ["Solveig Rönnbäck", "solveig.ronnback@story.example"], participant: ["Ture Björkegren", "ture.bjorkegren@story.example"] },
};
const MESSAGE = "Quiet canary one: I would like to speak up sooner.";
const ANSWER = "Quiet canary two: begin with one sentence on Thursday.";
const PRIVATE = "Quiet canary three: ask about the family another time.";
const SHARED = "Quiet canary four: you prepare well and wait for permission.";

for (const [language, how] of [
  ["en", {}],
  ["nl", {}],
  ["sv", {}],
  ["en", { keyboard: true }],
  ["en", { script: false }],
]) {
  const manner = how.keyboard ? ", by keyboard alone" : how.script === false ? ", without script" : "";
  test(`the story of a trajectory in ${language}${manner}`, { timeout: 420_000 }, async () => {
    const demo = await startDemo();
    const browser = await startBrowser();
    try {
      await tell({ demo, browser, language, how });
    } finally {
      await browser.close();
      await demo.stop();
    }
  });
}

async function tell({ demo, browser, language, how }) {
  const locale = { en: "en-GB", nl: "nl-NL", sv: "sv-SE" }[language];
  const people = await Promise.all([0, 1, 2, 3].map(() => person(browser, { ...how, locale })));
  try {
    await act(demo, language, people);
  } catch (error) {
    const names = ["manager", "coach", "participant", "visitor"];
    const where = await Promise.all(people.map((who, n) => steps.whereabouts(names[n], who)));
    throw new Error(`${error.message}${where.join("")}`, { cause: error });
  }
}

async function act(demo, language, [manager, coach, participant, visitor]) {
  const cast = CAST[language];
  const campus = demo.at("campus");

  // The manager invites both.
  const [chief] = await peopleWith(visitor, demo, "manager");
  await signIn(manager, demo, chief.email);
  await steps.invite(manager, campus, { name: cast.coach[0], email: cast.coach[1], role: "coach", language });
  await steps.invite(manager, campus, { name: cast.participant[0], email: cast.participant[1], role: "participant", language });

  // Each opens the link of the mail, which tells nothing, and chooses a password.
  const mails = [];
  for (const [who, [, email]] of [[coach, cast.coach], [participant, cast.participant]]) {
    const mail = await steps.mailTo(visitor, demo, email);
    mails.push(mail.text);
    await steps.accept(who, mail.link, "Kwart voor 9 gaat de bel");
    assert.equal(await who.language(), language, "the person's own language");
  }

  // The manager brings them together.
  const trajectory = await steps.link(manager, campus, cast.coach[0], cast.participant[0]);

  // They write; each sees what the other wrote.
  await steps.send(participant, campus, trajectory, MESSAGE);
  await steps.send(coach, campus, trajectory, ANSWER);
  assert.match(await coach.text(), /Quiet canary one/);
  await participant.goto(`${campus}/trajectories/${trajectory}/dialogue`);
  assert.match(await participant.text(), /Quiet canary two/);

  // Private notes stay private; a shared note says first who will read it.
  await steps.notePrivately(coach, campus, trajectory, PRIVATE);
  await steps.share(coach, campus, trajectory, SHARED);
  await participant.goto(`${campus}/trajectories/${trajectory}/notes`);
  assert.match(await participant.text(), /Quiet canary four/);
  const closed = await participant.page.goto(`${campus}/trajectories/${trajectory}/private-notes`);
  assert.equal(closed.status(), 404, "private notes look absent to the participant"); // UC6
  const managers = await manager.page.goto(`${campus}/trajectories/${trajectory}/dialogue`);
  assert.equal(managers.status(), 404, "the dialogue looks absent to the manager"); // UC3

  // The notification mails say nothing of it. UC13
  for (const [, email] of [cast.coach, cast.participant]) mails.push((await steps.mailTo(visitor, demo, email)).text);
  for (const text of mails) assert.doesNotMatch(text, /canary/i, "confidential content in a mail");

  // The trajectory ends; what was said can still be read, and says when it goes.
  await steps.end(coach, campus, trajectory);
  await participant.goto(`${campus}/trajectories/${trajectory}/dialogue`);
  assert.match(await participant.text(), /Quiet canary two/);
  const year = String((await steps.today(visitor, demo)).getUTCFullYear() + 2);
  assert.ok((await participant.text()).includes(year), `the seal names the day in ${year}`);
  await participant.goto(`${campus}/my-data`);
  assert.ok((await participant.text()).includes(year), "my data names the day");

  // Two years less a day: still there. Two years and a day: gone.
  const days = await steps.daysUntil(visitor, demo, { years: 2, days: 0 });
  await steps.turn(visitor, demo, days - 1);
  await signIn(coach, demo, cast.coach[1], "Kwart voor 9 gaat de bel");
  await coach.goto(`${campus}/trajectories/${trajectory}/dialogue`);
  assert.match(await coach.text(), /Quiet canary one/, "nothing goes before its day"); // I8
  await steps.turn(visitor, demo, 2);
  await signIn(coach, demo, cast.coach[1], "Kwart voor 9 gaat de bel");
  const gone = await coach.page.goto(`${campus}/trajectories/${trajectory}/dialogue`);
  assert.equal(gone.status(), 404, "the dialogue is gone"); // UC7
  await assert.rejects(signIn(participant, demo, cast.participant[1], "Kwart voor 9 gaat de bel"), "the participant's account is gone");
  const receipt = await steps.latestReceipt(visitor, demo);
  assert.doesNotMatch(receipt, new RegExp([...cast.coach, ...cast.participant, "canary"].join("|")), "a receipt names nobody");
  assert.deepEqual(await steps.inFolder(demo.folder, ["Quiet canary", cast.participant[1], cast.participant[0]]), []);
  for (const who of [manager, coach, participant, visitor]) await who.leave();
}

// UC10
for (const how of [{}, { keyboard: true }, { script: false }]) {
  const manner = how.keyboard ? ", by keyboard alone" : how.script === false ? ", without script" : "";
  test(`a participant deletes the account with two clicks and the password${manner}`, { timeout: 240_000 }, async () => {
    const demo = await startDemo();
    const browser = await startBrowser();
    try {
      const who = await person(browser, how);
      const [first] = await peopleWith(who, demo, "participant");
      await signIn(who, demo, first.email);
      const receipt = await steps.deleteAccount(who, demo.at("campus"));
      assert.ok(receipt.length > 0, "there is a receipt");
      assert.deepEqual((await who.context.cookies()).filter((one) => one.name === "__Host-troth" && one.value !== ""), []);
      await assert.rejects(signIn(who, demo, first.email), "the account is gone");
    } finally {
      await browser.close();
      await demo.stop();
    }
  });
}
