//! The coach's side: who waits, who went quiet, whose result moved; responses; opening a step by hand.

use std::collections::{BTreeMap, BTreeSet};

use access::{Guarded as _, Unchecked};
use jiff::SignedDuration;
use kernel::ExposeSecret as _;
use store::StoreError;
use troth_programmes::{
    actions,
    model::{Enrolment, Overview, Place, Response},
    store::{enrolments, responses, revisions},
};

use crate::house::{EVENINGS, HANNA, House, MANAGER, MARIA, OLAF, On, PIET, Who, day, hand, name, words};

fn evening() -> Place {
    Place::Answer(name("my-evening"), None)
}

fn check(on: &str) -> Place {
    Place::Answer(name("evening-check"), Some(day(on)))
}

/// The coach's list, each row decided for itself.
async fn caseload(house: &House, who: Who) -> Vec<Overview> {
    let rows: Vec<Unchecked<Overview>> = house.read(who, enrolments::caseload).await;
    let check = |row: Unchecked<Overview>| {
        let grant = house.grant(who, &actions::ENROLMENT_READ, &row.resource());
        row.check(&grant).unwrap()
    };
    rows.into_iter().map(check).collect()
}

async fn respond(house: &House, of: &Enrolment, text: &'static str, is_sent: bool) -> bool {
    let (grant, of) = (house.grant(HANNA, &actions::RESPONSE_WRITE, &of.resource()), of.clone());
    house
        .write(HANNA, move |s, work| responses::write(s, work, &grant, &of, &evening().spot(), text, is_sent))
        .await
        .is_some()
}

/// What somebody reads of responses.
async fn read(house: &House, who: Who, of: &Enrolment) -> Vec<(String, Response)> {
    let action = if who.is_coach() { &actions::ANSWER_LOOK } else { &actions::SELF_HELP_READ };
    let opener = house.store.opener(&house.scope(who), &house.grant(who, action, &of.resource()));
    let of = of.clone();
    let found = house.read(who, move |s, reader| responses::all(s, reader, &of)).await;
    found.into_iter().map(|row| (opener.text(&row.body).unwrap().expose_secret().to_owned(), row)).collect()
}

#[tokio::test]
async fn the_list_shows_who_waits_since_when_and_a_response_or_taking_back_ends_it() {
    for on in On::each() {
        let house = House::open(&on).await;
        let (maria, piet) = (house.enrol(MARIA).await, house.enrol(PIET).await);
        house.finish(&piet, &evening(), "For me", false).await;
        let first = house.scope(MARIA).now;
        house.finish(&maria, &evening(), "It was long", true).await;
        house.clock.advance(SignedDuration::from_mins(1));
        house.finish(&maria, &Place::Mood(day("2026-03-02")), "Low", true).await;
        let list = caseload(&house, HANNA).await;
        let waits = |of: &Enrolment| list.iter().find(|row| row.enrolment.id == of.id).unwrap().waits_since;
        assert_eq!((waits(&maria), waits(&piet)), (Some(first), None));
        assert!(caseload(&house, OLAF).await.is_empty());

        house.clock.advance(SignedDuration::from_mins(1));
        assert!(respond(&house, &maria, "I read it.", false).await);
        let waiting = async || caseload(&house, HANNA).await.iter().any(|row| row.waits_since.is_some());
        assert!(waiting().await, "what is not sent answers nothing");
        assert!(respond(&house, &maria, "I read it.", true).await);
        assert!(!waiting().await);

        house.clock.advance(SignedDuration::from_mins(1));
        house.finish(&maria, &evening(), "Shorter today", true).await;
        assert!(waiting().await);
        let (grant, of) = (house.grant(MARIA, &actions::SELF_HELP_CLOSE, &maria.resource()), maria.clone());
        house.write(MARIA, move |s, work| revisions::take_back(s, work, &grant, &of, &evening())).await;
        assert!(!waiting().await, "nobody waits with what was taken back");
    }
}

#[tokio::test]
async fn a_result_that_moved_shows_when_it_is_shared_and_who_went_quiet_by_the_day() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let moved = async || caseload(&house, HANNA).await[0].moved_at.is_some();
        for (day, is_shared, has_moved, shows) in
            [("2026-03-02", false, true, false), ("2026-03-03", true, false, false), ("2026-03-04", true, true, true)]
        {
            let finish = revisions::Finish { is_shared, has_moved };
            house.save(&maria, &check(day), (hand(1), &[]), words("x"), Some(finish)).await;
            assert_eq!(moved().await, shows, "{day}");
        }
        assert_eq!(caseload(&house, HANNA).await[0].enrolment.wrote, Some(day("2026-03-02")));
        house.save(&maria, &check("2026-03-05"), (hand(1), &[]), words("half of it"), None).await;
        let all = house.read(MARIA, {
            let of = maria.clone();
            move |s, reader| revisions::finished(s, reader, &of, &name("evening-check"))
        });
        let places: Vec<_> = all.await.into_iter().map(|revision| revision.place).collect();
        assert_eq!(places.len(), 3, "a result on another day overwrites none, and half of one is none");
        assert!(places.contains(&check("2026-03-02")) && places.contains(&check("2026-03-04")));

        // What moved before the coach's answer has been seen, also when something else waits since.
        house.finish(&maria, &evening(), "It was long", true).await;
        house.clock.advance(SignedDuration::from_mins(1));
        assert!(respond(&house, &maria, "I read it.", true).await && !moved().await);
        house.clock.advance(SignedDuration::from_mins(1));
        house.finish(&maria, &evening(), "Shorter today", true).await;
        assert!(caseload(&house, HANNA).await[0].waits_since.is_some() && !moved().await);
    }
}

#[tokio::test]
async fn a_response_is_its_coachs_until_it_is_sent_and_stands_only_beside_what_is_shared() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        house.finish(&maria, &evening(), "For me", false).await;
        assert!(!respond(&house, &maria, "What is it?", true).await, "nothing is shared there");
        house.finish(&maria, &evening(), "It was long", true).await;
        assert!(respond(&house, &maria, "I rea", false).await);
        assert!(read(&house, MARIA, &maria).await.is_empty());
        assert!(respond(&house, &maria, "I read it.", true).await);
        let (text, response) = read(&house, MARIA, &maria).await.pop().unwrap();
        assert_eq!((text.as_str(), response.spot.clone(), response.seen), ("I read it.", evening().spot(), None));
        assert_eq!(read(&house, HANNA, &maria).await.len(), 1, "the draft became the response");

        assert!(respond(&house, &maria, "One thing", false).await);
        let (grant, of) = (house.grant(MARIA, &actions::RESPONSE_MARK, &maria.resource()), maria.clone());
        let seen = house.write(MARIA, move |s, work| responses::mark_seen(s, work, &grant, &of, s.now)).await;
        let found = read(&house, HANNA, &maria).await;
        let is_seen = |(_, one): &(String, Response)| (one.sent.is_some(), one.seen.is_some());
        let states: BTreeSet<_> = found.iter().map(is_seen).collect();
        assert_eq!((seen, states), (1, BTreeSet::from([(true, true), (false, false)])), "and the draft was not");
        assert!(respond(&house, &maria, "One thing more.", true).await);
        assert_eq!(read(&house, MARIA, &maria).await.len(), 2, "what was sent is not written over");
    }
}

#[tokio::test]
async fn a_step_that_a_private_result_opened_is_not_told_to_the_coach_who_opens_any_by_hand() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let open = async |who: Who, step: &'static str, on: &'static str, is_told: bool| {
            let action = if who.is_coach() { &actions::STEP_OPEN } else { &actions::STEP_NOTE };
            let (grant, of) = (house.grant(who, action, &maria.resource()), maria.clone());
            let open = move |s: &kernel::Scope, work: &mut store::Work<'_>| {
                enrolments::open_step(s, work, &grant, &of, &name(step), day(on), is_told)
            };
            house.write(who, open).await;
        };
        let finds = async |who: Who| {
            let of = maria.clone();
            let found = house.read(who, move |s, reader| enrolments::openings(s, reader, &of)).await;
            found.into_iter().map(|opening| (opening.step, opening.day)).collect::<BTreeMap<_, _>>()
        };
        let (talk, calm) = ((name("talk"), day("2026-03-04")), (name("calm"), day("2026-03-05")));
        open(HANNA, "talk", "2026-03-04", true).await;
        open(MARIA, "talk", "2026-03-09", false).await;
        open(MARIA, "calm", "2026-03-05", false).await;
        assert_eq!(finds(MARIA).await, [talk.clone(), calm.clone()].into());
        assert_eq!(finds(HANNA).await, [talk.clone()].into());
        open(HANNA, "calm", "2026-03-11", true).await;
        assert_eq!(finds(HANNA).await, [talk, calm].into(), "and it keeps its first day");
    }
}

#[tokio::test]
async fn one_programme_is_followed_once_at_a_time_and_a_colleague_takes_over_whole() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let grant = house.grant(MARIA, &actions::ENROLMENT_BEGIN, &access::Resource::organisation());
        let again = house
            .write(MARIA, move |s, work| {
                let twice = enrolments::begin(s, work, &grant, &name("calm-evenings"))?;
                let unknown = enrolments::begin(s, work, &grant, &name("no-such"))?;
                Ok::<_, StoreError>(twice.or(unknown))
            })
            .await;
        assert_eq!(again, None);
        house.finish(&maria, &evening(), "It was long", true).await;
        let assign = async |coach: Who| {
            let grant = house.grant(MANAGER, &actions::ENROLMENT_ASSIGN, &maria.resource());
            let (id, coach) = (maria.id, house.id(coach));
            house.write(MANAGER, move |s, work| enrolments::assign(s, work, &grant, id, coach)).await
        };
        assert!(!assign(MARIA).await, "nobody coaches oneself");
        assert!(assign(OLAF).await);
        let now = house.enrolment(maria.id).await;
        assert_eq!(house.coach_reads(OLAF, &now).await, ["It was long"]);
        assert!(!house.may(HANNA, &actions::ANSWER_LOOK, &now.resource()));
        assert!(caseload(&house, HANNA).await.is_empty());
    }
}

#[tokio::test]
async fn periods_run_from_the_end_and_those_of_the_person_only_while_no_programme_goes_on() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let events = async |subject: kernel::Uuid| {
            let events = house.read(MANAGER, move |_, reader| store::derived::events_of(reader, subject)).await;
            events.into_iter().filter(|(event, _)| event == "enrolment-ended").count()
        };
        let person = kernel::id::Id::uuid(house.id(MARIA));
        let enrolment = kernel::id::Id::uuid(maria.id);
        house.publish(&crate::house::package(&EVENINGS.replace("calm-evenings", "other"), BTreeMap::new())).await;
        let begin = async |programme: &'static str| {
            let grant = house.grant(MARIA, &actions::ENROLMENT_BEGIN, &access::Resource::organisation());
            house.write(MARIA, move |s, work| enrolments::begin(s, work, &grant, &name(programme))).await.unwrap()
        };
        let end = async |of: Enrolment| {
            let grant = house.grant(MARIA, &actions::ENROLMENT_END, &of.resource());
            house.write(MARIA, move |s, work| enrolments::end(s, work, &grant, &of)).await
        };
        let other = begin("other").await;
        assert!(end(maria.clone()).await);
        assert_eq!((events(enrolment).await, events(person).await), (1, 0));
        assert!(end(other).await);
        assert_eq!(events(person).await, 1);
        assert!(!end(maria).await, "it had ended");
        begin("calm-evenings").await;
        assert_eq!(events(person).await, 0);
    }
}
