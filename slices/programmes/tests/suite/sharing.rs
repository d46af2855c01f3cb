//! What the coach finds: what was shared, as long as it is, and nothing else.

use access::Guarded as _;
use programme::Sharing;
use troth_programmes::{
    actions,
    model::{Enrolment, Place, proposes_sharing},
    store::{enrolments, revisions},
};

use crate::house::{HANNA, House, MANAGER, MARIA, OLAF, On, PIET, day, hand, name, words};

fn evening() -> Place {
    Place::Answer(name("my-evening"), None)
}

fn diary() -> Place {
    Place::Diary(name("evening-diary"), day("2026-03-01"))
}

// SH12
#[tokio::test]
async fn what_is_being_written_or_finished_for_oneself_is_found_by_no_query_of_the_coach() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        house.save(&maria, &evening(), (hand(1), &[]), words("I type"), None).await;
        house.finish(&maria, &diary(), "A dark day", false).await;
        house.finish(&maria, &Place::Mood(day("2026-03-01")), "Low", false).await;
        assert!(house.coach_reads(HANNA, &maria).await.is_empty());
        let current = house.current(&maria).await;
        assert_eq!(house.opened(&maria, &current), ["I type", "Low", "A dark day"]);
    }
}

#[tokio::test]
async fn what_is_shared_is_read_until_it_is_taken_back_and_the_writer_is_told_when_it_was_seen() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        house.finish(&maria, &evening(), "It was long", true).await;
        house.finish(&maria, &diary(), "A good day", true).await;
        house.finish(&maria, &Place::Mood(day("2026-03-01")), "Fine", true).await;
        assert_eq!(house.coach_reads(HANNA, &maria).await, ["It was long", "A good day", "Fine"]);

        let looked = house.scope(HANNA).now;
        house.clock.advance(jiff::SignedDuration::from_mins(5));
        let later = Place::Mood(day("2026-03-02"));
        house.finish(&maria, &later, "Shared after the look", true).await;
        assert_eq!(mark(&house, &maria, looked).await, 3, "what came after the look was not seen");
        let at = house.scope(MARIA).now;
        house.clock.advance(jiff::SignedDuration::from_mins(5));
        assert!(close(&house, &maria, &evening()).await);
        assert!(!close(&house, &maria, &evening()).await, "there is nothing left to take back");
        assert_eq!(house.coach_reads(HANNA, &maria).await, ["A good day", "Shared after the look", "Fine"]);
        let left = house.history(&maria, &evening()).await;
        assert!(left[0].shared.is_none() && left[0].seen == Some(at), "what was seen is not denied");
    }
}

/// The coach's mark on what had been shared by then.
async fn mark(house: &House, of: &Enrolment, until: kernel::Timestamp) -> u64 {
    let (grant, of) = (house.grant(HANNA, &actions::SELF_HELP_MARK, &of.resource()), of.clone());
    house.write(HANNA, move |s, work| revisions::mark_seen(s, work, &grant, &of, until)).await
}

async fn close(house: &House, of: &Enrolment, place: &Place) -> bool {
    let grant = house.grant(MARIA, &actions::SELF_HELP_CLOSE, &of.resource());
    let (of, place) = (of.clone(), place.clone());
    house.write(MARIA, move |s, work| revisions::take_back(s, work, &grant, &of, &place)).await
}

#[tokio::test]
async fn writing_on_is_not_shared_before_it_is_finished_and_then_the_coach_reads_the_newer_alone() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let first = house.finish(&maria, &evening(), "It was long, and I cried", true).await;
        house.clock.advance(jiff::SignedDuration::from_mins(1));
        house.save(&maria, &evening(), (hand(1), &[first]), words("It was"), None).await;
        assert_eq!(house.coach_reads(HANNA, &maria).await, ["It was long, and I cried"]);
        house.finish(&maria, &evening(), "It was long", true).await;
        assert_eq!(house.coach_reads(HANNA, &maria).await, ["It was long"], "what was left out is not read any more");
        house.finish(&maria, &evening(), "It was long, and nobody's business", false).await;
        assert!(house.coach_reads(HANNA, &maria).await.is_empty());
        assert_eq!(house.history(&maria, &evening()).await.iter().filter(|row| row.finished.is_some()).count(), 3);
    }
}

#[tokio::test]
async fn a_form_proposes_what_was_chosen_last_and_at_first_what_the_programme_says() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let last_of = async |exercise: &str| {
            let of = maria.clone();
            let all = house.read(MARIA, move |s, reader| revisions::shared_last(s, reader, &of)).await;
            all.get(&Some(name(exercise))).copied()
        };
        let last = async || last_of("my-evening").await;
        assert_eq!(last().await, None);
        assert!(proposes_sharing(None, Sharing::Shared) && !proposes_sharing(None, Sharing::Private));
        house.finish(&maria, &evening(), "It was long", true).await;
        assert_eq!(last().await, Some(true));
        close(&house, &maria, &evening()).await;
        assert_eq!(last().await, Some(false));
        assert!(!proposes_sharing(Some(false), Sharing::Shared), "who took it back is not asked to share again");
        for (on, is_shared) in [("2026-02-27", true), ("2026-02-28", false), ("2026-03-01", true)] {
            house.finish(&maria, &Place::Diary(name("evening-diary"), day(on)), "x", is_shared).await;
        }
        assert_eq!(last_of("evening-diary").await, Some(false), "in doubt it is not shared");
    }
}

#[tokio::test]
async fn only_the_participant_and_the_own_coach_come_near_and_each_only_to_what_is_theirs() {
    let house = House::open(&On::Sqlite).await;
    let maria = house.enrol(MARIA).await;
    let about = maria.resource();
    let (own, coach) = (
        [&actions::SELF_HELP_READ, &actions::SELF_HELP_WRITE, &actions::SELF_HELP_CLOSE, &actions::ENROLMENT_END],
        [
            &actions::ANSWER_LOOK,
            &actions::DIARY_LOOK,
            &actions::MOOD_LOOK,
            &actions::STEP_OPEN,
            &actions::RESPONSE_WRITE,
        ],
    );
    assert!(own.iter().all(|action| house.may(MARIA, action, &about)));
    assert!(coach.iter().all(|action| house.may(HANNA, action, &about)));
    assert!(!own.iter().any(|action| house.may(HANNA, action, &about)));
    assert!(!coach.iter().any(|action| house.may(MARIA, action, &about)));
    for who in [MANAGER, OLAF, PIET] {
        assert!(!own.iter().chain(&coach).any(|action| house.may(who, action, &about)));
        assert!(!house.may(who, &actions::ENROLMENT_READ, &about));
    }
    assert!(house.may(MANAGER, &actions::ENROLMENT_ASSIGN, &about), "and sees nothing by it");
}

#[tokio::test]
async fn what_is_frozen_is_read_by_nobody_else_and_written_by_nobody() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        house.finish(&maria, &evening(), "It was long", true).await;
        let id = house.id(MARIA);
        house.write(MARIA, move |_, work| keeper::restrict(work, id)).await;
        let about = maria.resource();
        assert!(!house.may(HANNA, &actions::ANSWER_LOOK, &about));
        assert!(!house.may(MARIA, &actions::SELF_HELP_WRITE, &about));
        assert!(house.may(MARIA, &actions::SELF_HELP_READ, &about));
    }
}

#[tokio::test]
async fn an_ended_enrolment_is_read_and_taken_back_and_not_written() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        house.finish(&maria, &evening(), "It was long", true).await;
        let (grant, of) = (house.grant(MARIA, &actions::ENROLMENT_END, &maria.resource()), maria.clone());
        assert!(house.write(MARIA, move |s, work| enrolments::end(s, work, &grant, &of)).await);
        let ended = house.enrolment(maria.id).await;
        assert_eq!(ended.state(), "ended");
        assert!(!house.may(MARIA, &actions::SELF_HELP_WRITE, &ended.resource()));
        assert_eq!(house.coach_reads(HANNA, &ended).await, ["It was long"]);
        assert_eq!(mark(&house, &ended, house.scope(HANNA).now).await, 1, "and its writer is told that it was");
        assert!(close(&house, &ended, &evening()).await);
        assert!(house.coach_reads(HANNA, &ended).await.is_empty());
    }
}
