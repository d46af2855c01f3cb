//! Answers save themselves, from several devices: nothing is overwritten, and typing does not make a hundred rows.

use std::collections::BTreeMap;

use access::Guarded as _;
use jiff::SignedDuration;
use kernel::Rng as _;
use testkit::SeededRng;
use troth_programmes::{
    actions,
    model::{HandId, Place, RevisionId},
    store::revisions,
};

use crate::house::{HANNA, House, MARIA, On, hand, name, words};

fn evening() -> Place {
    Place::Answer(name("my-evening"), None)
}

#[tokio::test]
async fn two_devices_that_edit_one_answer_leave_both_until_a_save_names_both() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let (phone, desk, later) = (hand(1), hand(2), hand(3));
        let first = house.save(&maria, &evening(), (phone, &[]), words("Shared root"), None).await;
        house.clock.advance(SignedDuration::from_mins(20));
        house.save(&maria, &evening(), (desk, &[first]), words("From the desk"), None).await;
        house.save(&maria, &evening(), (hand(4), &[first]), words("From the train"), None).await;
        let both = house.current(&maria).await;
        let mut texts = house.opened(&maria, &both);
        texts.sort();
        assert_eq!(texts, ["From the desk", "From the train"]);

        let ids: Vec<_> = both.iter().map(|revision| revision.id).collect();
        house.save(&maria, &evening(), (later, &ids), words("From both"), None).await;
        assert_eq!(house.opened(&maria, &house.current(&maria).await), ["From both"]);
        let mut history = house.opened(&maria, &house.history(&maria, &evening()).await);
        history.sort();
        assert_eq!(history, ["From both", "From the desk", "From the train", "Shared root"], "nothing was overwritten");
    }
}

#[tokio::test]
async fn what_another_device_types_while_one_looks_is_not_overwritten_either() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let seen = house.save(&maria, &evening(), (hand(1), &[]), words("On the phone"), None).await;
        // The phone types on, within the minutes in which its own last state goes.
        house.save(&maria, &evening(), (hand(1), &[seen]), words("On the phone, and more"), None).await;
        house.save(&maria, &evening(), (hand(2), &[seen]), words("On the desk"), None).await;
        let mut texts = house.opened(&maria, &house.current(&maria).await);
        texts.sort();
        assert_eq!(texts, ["On the desk", "On the phone, and more"]);
    }
}

#[tokio::test]
async fn typing_for_an_hour_leaves_a_state_for_each_ten_minutes_and_loses_no_word() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        // Each save comes from the page as it was opened, and names nothing: answers may have been lost.
        for minute in 0..60 {
            house.save(&maria, &evening(), (hand(1), &[]), words(&format!("minute {minute}")), None).await;
            house.clock.advance(SignedDuration::from_mins(1));
        }
        let history = house.history(&maria, &evening()).await;
        let told = house.opened(&maria, &history);
        assert_eq!(told, ["minute 59", "minute 49", "minute 39", "minute 29", "minute 19", "minute 9"]);
        assert_eq!(house.opened(&maria, &house.current(&maria).await), ["minute 59"]);
    }
}

#[tokio::test]
async fn a_save_that_is_sent_twice_stands_there_once() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        for _ in 0..2 {
            house.save(&maria, &evening(), (hand(1), &[]), words("Kept on the phone until sent"), None).await;
        }
        assert_eq!(house.history(&maria, &evening()).await.len(), 1);
    }
}

#[tokio::test]
async fn what_was_finished_stays_in_the_history_however_soon_one_writes_on() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let finish = revisions::Finish { is_shared: false, has_moved: false };
        house.save(&maria, &evening(), (hand(1), &[]), words("Done"), Some(finish)).await;
        house.save(&maria, &evening(), (hand(1), &[]), words("Done, but"), None).await;
        let history = house.history(&maria, &evening()).await;
        assert_eq!(history.len(), 2);
        assert_eq!(history.iter().filter(|revision| revision.replaced.is_some()).count(), 1);
    }
}

#[tokio::test]
async fn a_diary_has_a_place_for_each_day_and_what_is_removed_goes_with_its_history() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        let of_day = |day: &str| Place::Diary(name("evening-diary"), day.parse().unwrap());
        for (number, day) in ["2026-03-01", "2026-03-02"].into_iter().enumerate() {
            house.finish(&maria, &of_day(day), &format!("day {number}"), false).await;
        }
        house.finish(&maria, &of_day("2026-03-02"), "day 1", true).await;
        house.finish(&maria, &of_day("2026-03-01"), "day 0 again", true).await;
        house.finish(&maria, &of_day("2026-03-01"), "day 0 again", false).await;
        assert_eq!(house.coach_reads(HANNA, &maria).await, ["day 1"], "each day is shared by itself");
        assert_eq!(house.opened(&maria, &house.current(&maria).await), ["day 0 again", "day 1"]);
        let grant = house.grant(MARIA, &actions::SELF_HELP_CLOSE, &maria.resource());
        let (of, place) = (maria.clone(), of_day("2026-03-01"));
        assert!(house.write(MARIA, move |s, work| revisions::remove(s, work, &grant, &of, &place)).await.is_some());
        assert!(house.history(&maria, &of_day("2026-03-01")).await.is_empty());
        assert_eq!(house.opened(&maria, &house.current(&maria).await), ["day 1"]);
    }
}

#[tokio::test]
async fn the_day_of_the_last_writing_is_kept_and_no_hour() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        assert_eq!(maria.wrote, None);
        // Half past midnight in Amsterdam is the day before in UTC.
        house.clock.set("2026-03-03T23:30:00Z".parse().unwrap());
        house.save(&maria, &evening(), (hand(1), &[]), words("Awake"), None).await;
        assert_eq!(house.enrolment(maria.id).await.wrote, Some("2026-03-04".parse().unwrap()));
    }
}

/// Saves by three devices in any order, each from what it saw at its last look, now and then finished.
#[tokio::test]
async fn whatever_devices_do_nothing_of_another_is_lost_and_what_a_page_did_not_show_stays_current() {
    let house = House::open(&On::Sqlite).await;
    let maria = house.enrol(MARIA).await;
    let rng = SeededRng::new(11);
    let draw = |most: u8| {
        let mut byte = [0];
        rng.fill(&mut byte);
        byte[0] % most
    };
    let (mut forks, mut gone) = (0, 0);
    for number in 0..30 {
        let place = Place::Answer(name("my-evening"), Some(jiff::civil::date(2026, 3, 1 + number)));
        let (mut of_hand, mut seen): (BTreeMap<RevisionId, HandId>, BTreeMap<u8, Vec<RevisionId>>) = Default::default();
        for save in 0..12 {
            house.clock.advance(SignedDuration::from_mins(draw(8).into()));
            let device = draw(3);
            let before = house.history(&maria, &place).await;
            let from = seen.entry(device).or_default().clone();
            let finish = (draw(5) == 0).then_some(revisions::Finish { is_shared: false, has_moved: false });
            let own = hand(u128::from(device) + 1);
            let id = house.save(&maria, &place, (own, &from), words(&format!("save {save}")), finish).await;
            of_hand.insert(id, own);
            let after: BTreeMap<_, _> =
                house.history(&maria, &place).await.into_iter().map(|row| (row.id, row.replaced)).collect();
            assert_eq!(after[&id], None);
            for row in before {
                let is_others = of_hand[&row.id] != own;
                assert!(after.contains_key(&row.id) || !is_others && row.finished.is_none());
                if row.replaced.is_none() && is_others && !from.contains(&row.id) {
                    assert_eq!(after[&row.id], None);
                    forks += 1;
                }
                gone += usize::from(!after.contains_key(&row.id));
            }
            // Now and then a device looks again.
            if draw(2) == 0 {
                let current = after.iter().filter(|(_, replaced)| replaced.is_none()).map(|(id, _)| *id);
                seen.insert(draw(3), current.collect());
            }
        }
    }
    assert!(forks > 30 && gone > 30, "the trial meets what it is about: {forks}, {gone}");
}
