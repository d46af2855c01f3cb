//! A change of address, confirmed at both mailboxes, through the front door (S4).
use crate::house::House;
use jiff::SignedDuration;
use kernel::{Clock as _, Language};
use post::{Link, Mail, Notice, Sender};
use troth_accounts::address::{
    inventory::OUTPUTS,
    store::{Side, Stage},
};

const PASSWORD: &str = "Blue heron on 3 legs";
const MANAGERS: &str = "Seven green kites 7";
const OLD: &str = "maria@example.org";
const NEW: &str = "maria@elsewhere.example";

/// A campus with a manager and a coachee; both signed in.
async fn campus() -> (House, String, String) {
    let house = House::new();
    let manager = house.manager().await;
    let link = house.invite(&manager, "Maria de Vries", OLD, "participant", "").await;
    let maria = house.post(&link, "", &[("password", PASSWORD)]).await.cookie;
    (house, manager, maria)
}

async fn asks(house: &House, cookie: &str, email: &str) {
    let asked = house.post("/profile/address", cookie, &[("email", email), ("password", PASSWORD)]).await;
    assert_eq!((asked.status, asked.to.as_str()), (303, "/profile/address?done=asked"), "{}", asked.body);
    house.deliver().await;
}

async fn signs_in(house: &House, email: &str) -> bool {
    house.post("/sign-in", "", &[("email", email), ("password", PASSWORD)]).await.status == 303
}

async fn confirms(house: &House, link: &str) -> String {
    let said = house.post(link, "", &[("do", "confirm")]).await;
    assert_eq!(said.status, 200, "{}", said.body);
    said.body
}

/// The number of a person, as the manager's list links to it.
async fn number(house: &House, manager: &str) -> String {
    let people = house.get("/people", manager).await.body;
    let before = people.split("Maria de Vries").next().unwrap();
    before.rsplit("href=\"/people/").next().unwrap()[..36].to_owned()
}

fn subjects_to(house: &House, address: &str) -> Vec<String> {
    let mails = house.outbox.mails();
    mails.iter().filter(|mail| mail.to().as_str() == address).map(|mail| mail.subject().to_owned()).collect()
}

#[tokio::test]
async fn an_address_changes_only_when_both_mailboxes_have_confirmed_in_either_order() {
    for new_first in [true, false] {
        let (house, _, maria) = campus().await;
        let elsewhere = house.post("/sign-in", "", &[("email", OLD), ("password", PASSWORD)]).await.cookie;
        asks(&house, &maria, NEW).await;
        let (new, old) = (house.link_to(NEW), house.link_to(OLD));
        assert!(new.contains("/new-address/") && old.contains("/old-address/"));
        // Looking changes nothing, and the new mailbox is not told whose account it is.
        for _ in 0..2 {
            let page = house.get(&new, "").await;
            assert!(page.status == 200 && page.body.contains(NEW) && !page.body.contains(OLD), "{}", page.body);
            assert!(house.get(&old, "").await.body.contains("Stop the change"));
        }
        let (first, second) = if new_first { (&new, &old) } else { (&old, &new) };
        assert!(confirms(&house, first).await.contains("Nothing has changed yet"));
        assert_eq!(house.post(first, "", &[("do", "confirm")]).await.status, 410, "a link works once");
        assert!(house.get("/profile/address", &maria).await.body.contains("Confirmed"));
        assert!(signs_in(&house, OLD).await && !signs_in(&house, NEW).await);
        // The one who confirms last has signed in here: this session goes on, all others end.
        let said = house.post(second, &maria, &[("do", "confirm")]).await;
        assert!(said.body.contains("The address is changed"), "{}", said.body);
        assert!(signs_in(&house, NEW).await && !signs_in(&house, OLD).await);
        assert_eq!(house.get("/profile", &maria).await.status, 200);
        assert_eq!(house.get("/profile", &elsewhere).await.status, 303);
        house.deliver().await;
        for address in [NEW, OLD] {
            assert!(subjects_to(&house, address)[0].contains("was changed"), "{address} is told");
        }
        assert_eq!(house.post(second, "", &[("do", "confirm")]).await.status, 410);
    }
}

#[tokio::test]
async fn the_old_mailbox_stops_a_change_and_so_does_its_person_or_a_new_password() {
    let (house, _, maria) = campus().await;
    asks(&house, &maria, NEW).await;
    let (new, old) = (house.link_to(NEW), house.link_to(OLD));
    assert_eq!(house.post(&old, "", &[]).await.status, 400, "no word, no step");
    confirms(&house, &new).await;
    assert!(house.post(&old, "", &[("do", "stop")]).await.body.contains("The change is stopped"));
    asks(&house, &maria, NEW).await;
    let (new, old) = (house.link_to(NEW), house.link_to(OLD));
    house.post("/profile/address/stop", &maria, &[]).await;
    for link in [&new, &old] {
        assert_eq!(house.get(link, "").await.status, 410);
    }
    // Whoever fears for the account chooses a new password: nothing that somebody else asked for goes on.
    asks(&house, &maria, NEW).await;
    let (new, old) = (house.link_to(NEW), house.link_to(OLD));
    let fields = [("present", PASSWORD), ("password", "Another heron on 4 legs")];
    assert_eq!(house.post("/profile/password", &maria, &fields).await.status, 303);
    for link in [&new, &old] {
        assert_eq!(house.post(link, "", &[("do", "confirm")]).await.status, 410);
    }
    house.deliver().await;
    assert!(!signs_in(&house, NEW).await);
}

#[tokio::test]
async fn a_change_asks_for_the_password_lasts_two_hours_and_a_later_one_ends_the_earlier_links() {
    let (house, _, maria) = campus().await;
    for (email, password) in [(NEW, "Not the password 1"), (OLD, PASSWORD), ("no address", PASSWORD)] {
        let fields = [("email", email), ("password", password)];
        let refused = house.post("/profile/address", &maria, &fields).await;
        assert!(refused.status == 422 && refused.body.contains(&format!("value=\"{email}\"")), "{}", refused.body);
    }
    house.deliver().await;
    assert_eq!(subjects_to(&house, NEW).len(), 0);
    asks(&house, &maria, "maria@mistyped.example").await;
    let mistyped = house.link_to("maria@mistyped.example");
    asks(&house, &maria, NEW).await;
    assert_eq!(house.post(&mistyped, "", &[]).await.status, 410);
    let new = house.link_to(NEW);
    house.clock.advance(SignedDuration::from_mins(121));
    assert_eq!(house.post(&new, "", &[]).await.status, 410);
    house.deliver().await;
    assert!(!house.get("/profile/address", &maria).await.body.contains(NEW), "nothing of it is kept");
}

// S4
#[tokio::test]
async fn an_address_that_somebody_has_looks_like_one_that_is_free_and_its_owner_is_told() {
    let (house, _, maria) = campus().await;
    let mut pages = Vec::new();
    for email in ["ingrid@example.org", "nobody@example.org"] {
        let asked = house.post("/profile/address", &maria, &[("email", email), ("password", PASSWORD)]).await;
        house.deliver().await;
        let page = house.get(&asked.to, &maria).await;
        pages.push((asked.status, asked.to, page.body.replace(email, "the address")));
    }
    assert_eq!(pages[0], pages[1]);
    assert!(subjects_to(&house, "ingrid@example.org")[0].contains("have an account"));
    assert!(house.link_to("ingrid@example.org").ends_with("/sign-in"), "there is nothing to confirm");
    assert!(house.link_to("nobody@example.org").contains("/new-address/"));
    // Both are told in the old mailbox alike.
    let old = subjects_to(&house, OLD);
    assert_eq!(old[0], old[1]);
}

#[tokio::test]
async fn an_address_that_was_taken_meanwhile_is_left_to_its_owner() {
    let (house, manager, maria) = campus().await;
    asks(&house, &maria, NEW).await;
    let (new, old) = (house.link_to(NEW), house.link_to(OLD));
    house.invite(&manager, "Somebody Else", NEW, "participant", "").await;
    confirms(&house, &new).await;
    let said = confirms(&house, &old).await;
    assert!(said.contains("Nothing has changed"), "{said}");
    assert!(signs_in(&house, OLD).await && !signs_in(&house, NEW).await);
}

#[tokio::test]
async fn a_manager_who_saw_the_person_asks_for_an_address_and_the_old_mailbox_has_a_week_to_stop_it() {
    for stops in [false, true] {
        let (house, manager, _) = campus().await;
        let person = format!("/people/{}", number(&house, &manager).await);
        let mut fields = vec![("name", "Maria de Vries"), ("email", NEW), ("language", "en")];
        let unseen = house.post(&person, &manager, &fields).await;
        assert!(unseen.status == 422 && unseen.body.contains("somebody whom you saw"), "{}", unseen.body);
        fields.push(("saw", "yes"));
        let asked = house.post(&person, &manager, &fields).await;
        assert_eq!(asked.to, format!("{person}?done=address"), "{}", asked.body);
        house.deliver().await;
        assert!(!house.get(&person, &manager).await.body.contains(NEW), "it has not moved");
        let (new, old) = (house.link_to(NEW), house.link_to(OLD));
        confirms(&house, &new).await;
        house.clock.advance_days(6);
        house.deliver().await;
        assert!(signs_in(&house, OLD).await && !signs_in(&house, NEW).await);
        if stops {
            house.post(&old, "", &[("do", "stop")]).await;
        }
        house.clock.advance(SignedDuration::from_hours(25));
        house.deliver().await;
        assert_eq!((signs_in(&house, NEW).await, signs_in(&house, OLD).await), (!stops, stops));
        assert_eq!(house.post(&old, "", &[("do", "stop")]).await.status, 410);
    }
}

#[tokio::test]
async fn a_manager_moves_no_address_alone_neither_anothers_nor_the_own_and_mends_that_of_an_invitation() {
    let (house, manager, _) = campus().await;
    let person = format!("/people/{}", number(&house, &manager).await);
    let fields = [("name", "Maria de Vries"), ("email", NEW), ("language", "en"), ("saw", "yes")];
    house.post(&person, &manager, &fields).await;
    house.deliver().await;
    house.clock.advance_days(8);
    house.deliver().await;
    assert!(signs_in(&house, OLD).await && !signs_in(&house, NEW).await, "the new mailbox never confirmed");
    let manager = house.post("/sign-in", "", &[("email", "ingrid@example.org"), ("password", MANAGERS)]).await.cookie;
    let wrong = house.invite(&manager, "Otto Berg", "oto@example.org", "participant", "").await;
    let people = house.get("/people?state=invited", &manager).await.body;
    let otto = people.split("href=\"/people/").find_map(|part| part.get(..36).filter(|id| !id.contains('"'))).unwrap();
    let fields = [("name", "Otto Berg"), ("email", "otto@example.org"), ("language", "en")];
    assert_eq!(house.post(&format!("/people/{otto}"), &manager, &fields).await.status, 303);
    house.deliver().await;
    assert_eq!(house.get(&wrong, "").await.status, 410, "whoever reads the wrong mailbox is not invited");
    assert!(house.link_to("otto@example.org").contains("/invitation/"));
    let own = house.get("/people", &manager).await.body;
    let own = own.split("Ingrid Berg").next().unwrap().rsplit("href=\"/people/").next().unwrap()[..36].to_owned();
    let fields = [("name", "Ingrid Berg"), ("email", "i@elsewhere.example"), ("language", "en"), ("saw", "yes")];
    let own = house.post(&format!("/people/{own}"), &manager, &fields).await;
    assert!(own.status == 422 && own.body.contains("under My account"), "{}", own.body);
}

#[test]
fn every_mail_of_a_change_in_every_language() {
    let house = House::new();
    let mut text = String::new();
    for output in OUTPUTS {
        for language in [Language::En, Language::Nl, Language::Sv] {
            let voice = house.organisation.voice(language);
            let from = Sender {
                organisation: house.organisation.name(language),
                address: "post@campus.example".parse().unwrap(),
            };
            let notice = Notice {
                words: output.name,
                day: Some("2026-11-29".parse().unwrap()),
                to: NEW.parse().unwrap(),
                link: Link::new("https://campus.example", "/link").unwrap(),
                job: kernel::Uuid::nil(),
                at: house.clock.now(),
            };
            let mail = Mail::compose(notice, &from, &voice);
            text.push_str(&format!("== {} {language}: {}\n{}\n\n", output.name, mail.subject(), mail.text()));
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn an_address_is_confirmed_only_by_both_in_either_order() {
    let [new, old] = [Side::New, Side::Old];
    for (first, second) in [(new, old), (old, new)] {
        let waits = Stage::Both.with(first).unwrap();
        assert!(waits.has(first) && !waits.has(second));
        assert_eq!(waits.with(first), Some(waits), "nobody confirms for the other");
        assert_eq!(waits.with(second), None);
        assert_eq!(Stage::from_key(waits.key()), waits);
    }
}
