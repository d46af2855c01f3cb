//! The days on which a coach is away: the coach's own, read by those who are coached, gone with the coach.

use access::Resource;
use keeper::Extent;
use kernel::Scope;
use store::Work;
use troth_programmes::{
    actions,
    model::{Enrolment, Leave},
    store::{
        enrolments,
        leaves::{self, Said},
    },
};

use crate::house::{HANNA, House, MARIA, OLAF, On, Who, day};

fn leave(since: &str, until: &str) -> Leave {
    Leave { since: day(since), until: day(until) }
}

async fn say(house: &House, who: Who, leave: Leave) -> Said {
    let grant = house.grant(who, &actions::LEAVE_WRITE, &Resource::person(house.id(who)));
    house.write(who, move |s: &Scope, work: &mut Work<'_>| leaves::add(s, work, &grant, leave)).await
}

/// What Maria reads of it beside her programme.
async fn read(house: &House, of: &Enrolment) -> Option<Leave> {
    let id = of.id;
    let (_, away) = house.read(MARIA, move |s, reader| enrolments::find_with_leave(s, reader, id)).await.unwrap();
    let about = away.resource();
    assert!(!house.may(HANNA, &actions::LEAVE_SEE, &about), "a coach reads the own days elsewhere");
    away.check(&house.grant(MARIA, &actions::LEAVE_SEE, &about)).unwrap().leave
}

// SH12
#[tokio::test]
async fn a_leave_is_its_coachs_own_and_the_next_one_is_read_by_those_who_are_coached() {
    for on in On::each() {
        let house = House::open(&on).await;
        let maria = house.enrol(MARIA).await;
        assert_eq!(read(&house, &maria).await, None);
        let (later, sooner) = (leave("2026-04-01", "2026-04-05"), leave("2026-03-04", "2026-03-06"));
        assert_eq!(say(&house, HANNA, later).await, Said::Kept);
        assert_eq!(say(&house, HANNA, sooner).await, Said::Told(vec![(house.id(MARIA), maria.id)]));
        for meets in [leave("2026-03-06", "2026-03-08"), leave("2026-03-01", "2026-05-01")] {
            assert_eq!(say(&house, HANNA, meets).await, Said::Meets);
        }
        assert_eq!(
            say(&house, OLAF, leave("2026-03-02", "2026-03-02")).await,
            Said::Told(vec![]),
            "everybody for oneself"
        );
        assert_eq!(read(&house, &maria).await, Some(sooner));

        let own = house.read(HANNA, leaves::own).await;
        assert_eq!(own.iter().map(|(_, leave)| *leave).collect::<Vec<_>>(), [sooner, later]);
        let first = own[0].0;
        let remove = async |who: Who| {
            let grant = house.grant(who, &actions::LEAVE_WRITE, &Resource::person(house.id(who)));
            house.write(who, move |s, work| leaves::remove(s, work, &grant, first)).await
        };
        assert_eq!(remove(OLAF).await, None, "nobody takes back another's");
        assert_eq!(remove(HANNA).await, Some(vec![(house.id(MARIA), maria.id)]), "whoever was told is told again");
        assert_eq!(remove(HANNA).await, None);
        assert_eq!(read(&house, &maria).await, Some(later));
        assert_eq!(house.read(HANNA, leaves::next).await.len(), 2);
        house.clock.set("2026-04-06T08:00:00Z".parse().unwrap());
        assert_eq!(read(&house, &maria).await, None, "what is over is nobody's leave");
    }
}

// I9
#[tokio::test]
async fn a_leave_goes_with_its_coach() {
    let house = House::open(&On::Sqlite).await;
    say(&house, HANNA, leave("2026-03-04", "2026-03-06")).await;
    say(&house, OLAF, leave("2026-03-04", "2026-03-06")).await;
    house.keeper.erase(&house.scope(HANNA), house.id(HANNA), Extent::Everything).await.unwrap();
    assert_eq!(house.leaves().await, 1);
}
