//! People of the university that offers self-help: *Sleeping better* is published; somebody is in the middle of it and waits for an answer,
//! a result has moved, somebody went quiet, somebody has no coach yet, somebody is to get another one,
//! an answer may have meant danger, and a coach is going to be away.

use std::sync::Arc;

use access::{Guarded as _, Resource};
use accounts::Hasher;
use jiff::{ToSpan as _, civil::Date};
use kernel::{Actor, Archetype, Language, Member, PersonId, Role, Scope, Timestamp, manifest::Action};
use organisation::Organisation;
use programme::Name;
use programmes::{
    actions, consent,
    model::{Enrolment, HandId, Leave, Place, Sheet},
    shipped,
    store::{enrolments, leaves, responses, revisions, texts, versions, warnings},
};
use store::{StoreError, Work};
use testkit::{SeededRng, people};

use super::{Acquaintance, ago, joining::Joining};
use crate::Failure;

/// For how many days everyone has been there.
const DAYS: i64 = 60;
/// The short name of the programme.
const PROGRAMME: &str = "sleeping-better";

/// The university, and what has happened there.
struct Past<'a> {
    university: &'a Arc<Organisation>,
    now: Timestamp,
}

/// Fills the university, and tells who is worth meeting.
pub(super) async fn fill(university: &Arc<Organisation>, hasher: &Hasher) -> Result<Vec<Acquaintance>, Failure> {
    let joining = Joining::new(university, hasher).await?;
    let seed = SeededRng::new(43);
    let [english, dutch, swedish] = Language::ALL.map(|language| people(language, 4, "westerveen", &seed));
    let mut made = Vec::new();
    for (person, role, about) in [
        (&english[0], "participant", "demo-about-follower"),
        (&dutch[0], "participant", "demo-about-handed-over"),
        (&swedish[0], "participant", "demo-about-silent"),
        (&dutch[1], "participant", "demo-about-no-coach"),
        (&dutch[2], "coach", "demo-about-caseload"),
        (&swedish[1], "coach", "demo-about-next-coach"),
        (&english[1], "manager", "demo-about-programmes"),
        (&dutch[3], "officer", "demo-about-officer"),
        (&english[2], "technician", "demo-about-technician"),
    ] {
        made.push(joining.join(person, role, DAYS, about).await?);
    }
    let past = Past { university, now: university.clock.now() };
    past.live(&made).await?;
    Ok(made)
}

impl Past<'_> {
    async fn live(&self, made: &[Acquaintance]) -> Result<(), Failure> {
        let [follower, handed, silent, alone, coach, next, manager, ..] = made else {
            return Err("there are nine of them".into());
        };
        let package =
            shipped::sleeping_better().map_err(|faults| format!("the programme has {} faults", faults.len()))?;
        let publish = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            versions::publish(scope, work, grant, &package).map(drop)
        };
        self.act(
            manager.id,
            Archetype::Manager,
            (50, 10),
            (&actions::PROGRAMME_PUBLISH, Resource::organisation()),
            publish,
        )
        .await?;
        let first = self.enrol(follower.id, 24, Some((manager.id, coach.id))).await?;
        self.nights(&first, Language::En).await?;
        let second = self.enrol(handed.id, 9, Some((manager.id, coach.id))).await?;
        self.check(&second, 8, ("often", "twice"), true).await?;
        self.pass_on(&second, manager.id, next.id).await?;
        let third = self.enrol(silent.id, 30, Some((manager.id, coach.id))).await?;
        self.check(&third, 29, ("nightly", "often"), true).await?;
        self.respond(&third, coach.id, 28, &Place::Answer(name("sleep-check")?, Some(self.day(29))), Language::Sv)
            .await?;
        self.warn(&second).await?;
        self.keep_text(coach.id, Language::Nl).await?;
        self.away(coach.id, 12, 26).await?;
        self.enrol(alone.id, 1, None).await?;
        Ok(())
    }

    /// Three weeks of somebody who writes, shares and gets on.
    async fn nights(&self, of: &Enrolment, language: Language) -> Result<(), Failure> {
        self.check(of, 23, ("nightly", "often"), true).await?;
        self.respond(
            of,
            of.coach.unwrap_or(of.participant),
            22,
            &Place::Answer(name("sleep-check")?, Some(self.day(23))),
            language,
        )
        .await?;
        for days in 1..=14_i64 {
            // Nights get a little better, with ups and downs.
            let rested = (2 + (14 - days) / 3 + days % 3).clamp(0, 10);
            let awake = 20 + 4 * days - 7 * (days % 3);
            let fields = [
                ("bed", "23:30".to_owned()),
                ("asleep-after", (awake / 2).to_string()),
                ("awake", awake.to_string()),
                ("up", "07:15".to_owned()),
                ("rested", rested.to_string()),
            ];
            self.write(of, days, Place::Diary(name("sleep-diary")?, self.day(days)), &fields, days % 4 == 0).await?;
            let mood = [("point", (rested + 1).clamp(0, 10).to_string())];
            self.write(of, days, Place::Mood(self.day(days)), &mood, false).await?;
        }
        let say = |word| self.university.voice(language).say(word);
        let habits = [("coffee", "yes".to_owned()), ("indoors", "yes".to_owned())];
        self.write(of, 16, Place::Answer(name("day-habits")?, None), &habits, false).await?;
        let goals = [("1", say("demo-sleep-goal"))];
        self.write(of, 15, Place::Answer(name("day-goals")?, None), &goals, true).await?;
        self.check(of, 3, ("twice", "never"), true).await?;
        let evening = [("text", say("demo-sleep-evening"))];
        self.write(of, 2, Place::Answer(name("evening")?, None), &evening, true).await
    }

    /// The sleep check, answered alike but for the two items that ask the other way round.
    async fn check(&self, of: &Enrolment, days: i64, (bad, good): (&str, &str), shared: bool) -> Result<(), Failure> {
        let items = ["falling", "waking", "early", "tired", "worry", "dread"].map(|item| (item, bad.to_owned()));
        let turned = ["rested", "ease"].map(|item| (item, good.to_owned()));
        let fields: Vec<_> = items.into_iter().chain(turned).chain([("dark", "never".to_owned())]).collect();
        self.write(of, days, Place::Answer(name("sleep-check")?, Some(self.day(days))), &fields, shared).await
    }

    fn day(&self, days: i64) -> Date {
        ago(self.now, days, 12).to_zoned(self.university.plan.zone().clone()).date()
    }

    async fn enrol(
        &self,
        person: PersonId,
        days: i64,
        coached: Option<(PersonId, PersonId)>,
    ) -> Result<Enrolment, Failure> {
        let (name, university) = (name(PROGRAMME)?, Arc::clone(self.university));
        let begin = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            let begun = enrolments::begin(scope, work, grant, &name)?;
            if let Some((begun, question)) = begun.as_ref().zip(consent::Question::of(&university.plan)) {
                consent::give(work, grant, begun, &question)?;
            }
            Ok(begun)
        };
        let about = (&actions::ENROLMENT_BEGIN, Resource::organisation());
        let begun = self.act(person, Archetype::Participant, (days, 20), about, begin).await?;
        let mut enrolment = begun.ok_or("the programme is published")?;
        if let Some((manager, coach)) = coached {
            let id = enrolment.id;
            let assign = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
                enrolments::assign(scope, work, grant, id, coach)
            };
            let about = (&actions::ENROLMENT_ASSIGN, enrolment.resource());
            self.act(manager, Archetype::Manager, (days, 21), about, assign).await?;
            enrolment.coach = Some(coach);
        }
        // Steps open every five days, and the first at once.
        let steps = ["nights", "days", "bed", "thoughts", "rest", "time-in-bed", "keep-going"];
        for (step, since) in steps.iter().zip((0..).map(|number| days - 5 * number)).filter(|(_, since)| *since >= 0) {
            let (of, step, day) = (enrolment.clone(), step.parse::<Name>(), self.day(since));
            let Ok(step) = step else { continue };
            let open = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
                enrolments::open_step(scope, work, grant, &of, &step, day, true)
            };
            let about = (&actions::STEP_NOTE, enrolment.resource());
            self.act(person, Archetype::Participant, (since, 20), about, open).await?;
        }
        Ok(enrolment)
    }

    async fn write(
        &self,
        of: &Enrolment,
        days: i64,
        place: Place,
        fields: &[(&str, String)],
        is_shared: bool,
    ) -> Result<(), Failure> {
        let text = serde_json::Value::Object(
            fields
                .iter()
                .map(|(field, value)| ((*field).to_owned(), serde_json::Value::from(value.as_str())))
                .collect(),
        );
        let sheet = Sheet::read(&text.to_string()).ok_or("a sheet is an object of texts")?;
        let own = of.clone();
        let save = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            // The check of three days ago is better than the one before.
            let finish = Some(revisions::Finish { is_shared, has_moved: days == 3 && is_shared });
            let hand = scope.mint::<HandId>();
            let saving =
                revisions::Saving { place: &place, version: own.version, hand, from: &[], sheet: &sheet, finish };
            revisions::save(scope, work, grant, &own, &saving).map(drop)
        };
        let about = (&actions::SELF_HELP_WRITE, of.resource());
        self.act(of.participant, Archetype::Participant, (days, 22), about, save).await
    }

    async fn respond(
        &self,
        of: &Enrolment,
        coach: PersonId,
        days: i64,
        place: &Place,
        language: Language,
    ) -> Result<(), Failure> {
        let (own, spot) = (of.clone(), place.spot());
        let text = self.university.voice(language).say("demo-sleep-response");
        let write = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            responses::write(scope, work, grant, &own, &spot, &text, true).map(drop)
        };
        let about = (&actions::RESPONSE_WRITE, of.resource());
        self.act(coach, Archetype::Coach, (days, 9), about, write).await
    }

    /// An answer of yesterday may mean danger; the coach has not seen to it.
    async fn warn(&self, of: &Enrolment) -> Result<(), Failure> {
        let own = of.clone();
        let raise = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            warnings::raise(scope, work, grant, &own).map(drop)
        };
        let about = (&actions::WARNING_RAISE, of.resource());
        self.act(of.participant, Archetype::Participant, (1, 22), about, raise).await
    }

    /// A text that a coach writes often.
    async fn keep_text(&self, coach: PersonId, language: Language) -> Result<(), Failure> {
        let words = self.university.voice(language).say("demo-sleep-response");
        let add = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            texts::add(scope, work, grant, &words).map(drop)
        };
        let about = (&actions::TEXT_BLOCK_WRITE, Resource::person(coach));
        self.act(coach, Archetype::Coach, (40, 9), about, add).await
    }

    /// A coach says from which day until which day to come nobody is there.
    async fn away(&self, coach: PersonId, since: i64, until: i64) -> Result<(), Failure> {
        let day = |days: i64| self.day(0).saturating_add(days.days());
        let leave = Leave { since: day(since), until: day(until) };
        let add = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            leaves::add(scope, work, grant, leave).map(drop)
        };
        let about = (&actions::LEAVE_WRITE, Resource::person(coach));
        self.act(coach, Archetype::Coach, (2, 9), about, add).await
    }

    async fn pass_on(&self, of: &Enrolment, manager: PersonId, next: PersonId) -> Result<(), Failure> {
        let (id, day) = (of.id, self.day(0).saturating_add(6.days()));
        let pass = move |work: &mut Work<'_>, scope: &Scope, grant: &access::Grant| {
            enrolments::pass_on(scope, work, grant, id, next, day).map(drop)
        };
        let about = (&actions::ENROLMENT_ASSIGN, of.resource());
        self.act(manager, Archetype::Manager, (1, 10), about, pass).await
    }

    /// Somebody did something so many days ago, at an hour.
    async fn act<T, F>(
        &self,
        who: PersonId,
        archetype: Archetype,
        (days, hour): (i64, i64),
        (action, about): (&'static Action, Resource),
        run: F,
    ) -> Result<T, Failure>
    where
        F: FnOnce(&mut Work<'_>, &Scope, &access::Grant) -> Result<T, StoreError> + Send + 'static,
        T: Send + 'static,
    {
        let role = self.university.plan.roles_of(archetype).next().ok_or("the statement has such a role")?;
        let roles = [Role { key: role.key.as_str().into(), archetype }];
        let member = Actor::Member(Member { id: who, roles: roles.into() });
        let scope = Scope { now: ago(self.now, days, hour), ..self.university.scope(member) };
        let grant = self.university.access.decide(&scope, action, &about).map_err(|refused| refused.to_string())?;
        let own = scope.clone();
        let done = move |work: &mut Work<'_>| run(work, &own, &grant);
        Ok(self.university.store.write(&scope, done).await?)
    }
}

fn name(text: &str) -> Result<Name, Failure> {
    text.parse().map_err(|_| format!("{text} is no short name").into())
}
