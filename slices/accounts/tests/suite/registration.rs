//! Registering by oneself, through the front door (SH6, CE1, S4).
use crate::house::{CAMPUS, House, read, stolen};
use jiff::SignedDuration;
use kernel::{Clock as _, Language};
use post::{Link, Mail, Notice, Sender};
use troth_accounts::registration::inventory::MAIL_CONFIRM;

const PASSWORD: &str = "Blue heron on 3 legs";
const MARIA: &str = "maria@example.org";

/// What the campus says besides, where people register by themselves.
const OPEN: &str = r#"
    category "sign-up" {
        name en="the sign-up" nl="de aanmelding" sv="anmälan"
        about en="An address until it is confirmed." nl="Een adres tot het is bevestigd." sv="En adress tills den är bekräftad."
        includes "registration.address"
        purpose "service"
        basis "contract"
    }
    keep "sign-up" for="1 day" after="registration-asked"
    field "person.name" form="registration" purpose="service" required {
        name en="Name" nl="Naam" sv="Namn"
    }
    field "person.email" form="registration" purpose="service" required {
        name en="E-mail address" nl="E-mailadres" sv="E-postadress"
    }
"#;

fn open_with(more: &str) -> House {
    let end = CAMPUS.trim_end().strip_suffix('}').unwrap();
    House::with(&format!("{end}{OPEN}{more}}}\n"))
}

async fn asks(house: &House, email: &str) {
    let sent = house.post("/register", "", &[("age", "yes"), ("email", email)]).await;
    assert_eq!(sent.status, 200, "{}", sent.body);
    assert_eq!(sent.cookie, "");
    house.deliver().await;
}

#[tokio::test]
async fn whoever_registers_sees_what_for_confirms_the_address_and_then_has_an_account() {
    let house = open_with("");
    assert!(house.get("/sign-in", "").await.body.contains("href=\"/register\""));
    let page = house.get("/register", "").await;
    for told in ["16 or older", "E-mail address", "We ask this to run the campus for you.", "href=\"/privacy"] {
        assert!(page.body.contains(told), "{told}: {}", page.body);
    }
    asks(&house, MARIA).await;
    let link = house.link_to(MARIA);
    for _ in 0..2 {
        assert!(house.get(&link, "").await.body.contains(MARIA), "looking does not use it up");
    }
    assert!(!house.get(&link, "").await.body.contains("name=\"language\""), "the statement names no such field");
    let before = house.post("/sign-in", "", &[("email", MARIA), ("password", PASSWORD)]).await;
    assert_eq!(before.status, 422, "there is no account yet");
    let weak = house.post(&link, "", &[("name", "Maria de Vries"), ("password", "Password1")]).await;
    assert!(weak.status == 422 && weak.body.contains("value=\"Maria de Vries\""), "{}", weak.body);
    let nameless = house.post(&link, "", &[("name", ""), ("password", PASSWORD)]).await;
    assert_eq!(nameless.status, 422, "a mandatory field is mandatory");
    let begun = house.post(&link, "", &[("name", "Maria de Vries"), ("password", PASSWORD)]).await;
    assert_eq!((begun.status, begun.to.as_str()), (303, "/welcome"), "{}", begun.body);
    let profile = house.get("/profile", &begun.cookie).await.body;
    assert!(profile.contains("Coachee") && profile.contains(MARIA), "{profile}");
    assert_eq!(house.get("/people", &begun.cookie).await.status, 404, "it is the role of a participant");
    for method in [house.get(&link, "").await, house.post(&link, "", &[("password", PASSWORD)]).await] {
        assert_eq!(method.status, 410, "the link works once");
    }
    assert_eq!(house.post("/sign-in", "", &[("email", MARIA), ("password", PASSWORD)]).await.status, 303);
}

#[tokio::test]
async fn a_child_below_the_statements_or_the_countrys_age_does_not_register_alone_and_nothing_is_kept() {
    for (more, country, age) in
        [("", "NL", 16), ("", "SE", 13), ("", "GB", 13), ("age 14 below=\"refuse\"\n", "NL", 14)]
    {
        let authority = if country == "SE" {
            "se-imy"
        } else if country == "GB" {
            "uk-ico"
        } else {
            "nl-ap"
        };
        let end = CAMPUS.trim_end().strip_suffix('}').unwrap();
        let text = format!("{end}{OPEN}{more}}}\n").replace("country=\"NL\"", &format!("country=\"{country}\""));
        let house = House::with(&text.replace("nl-ap", authority));
        assert!(house.get("/register", "").await.body.contains(&format!("{age} or older")));
        let young = house.post("/register", "", &[("age", "no"), ("email", MARIA)]).await;
        assert!(young.status == 200 && young.body.contains("We have kept nothing"), "{}", young.body);
        assert!(young.body.contains("privacy@campus.example") && !young.body.contains(MARIA), "{}", young.body);
        house.deliver().await;
        assert!(house.outbox.mails().is_empty());
        let silent = house.post("/register", "", &[("email", MARIA)]).await;
        assert_eq!(silent.status, 422, "the question is answered by everybody");
    }
}

// S4
#[tokio::test]
async fn registering_with_an_address_that_has_an_account_looks_like_any_other_and_its_owner_is_told() {
    let house = open_with("");
    house.manager().await;
    let mut pages = Vec::new();
    for email in ["ingrid@example.org", "nobody@example.org"] {
        let sent = house.post("/register", "", &[("age", "yes"), ("email", email)]).await;
        pages.push((sent.status, sent.cookie, sent.body));
    }
    assert_eq!(pages[0], pages[1]);
    house.deliver().await;
    assert!(house.link_to("ingrid@example.org").ends_with("/sign-in"), "there is nothing to confirm");
    assert!(house.link_to("nobody@example.org").contains("/register/"));
}

#[tokio::test]
async fn a_link_to_register_lasts_two_hours_and_of_an_address_that_is_not_confirmed_nothing_is_left_after_a_day() {
    let house = open_with("");
    asks(&house, MARIA).await;
    let link = house.link_to(MARIA);
    house.clock.advance(SignedDuration::from_mins(121));
    assert_eq!(house.get(&link, "").await.status, 410);
    let scope = || house.organisation.scope(kernel::Actor::Job(keeper::KEEP.name));
    let clock_is_right = keeper::Keeping { clock_is_right: true, ..keeper::Keeping::default() };
    let early = house.organisation.keeper().keep(&scope(), clock_is_right).await.unwrap();
    assert_eq!(early.holders(), 0);
    house.clock.advance_days(2);
    let late = house.organisation.keeper().keep(&scope(), clock_is_right).await.unwrap();
    assert!(late.is_done() && late.holders() == 1, "{late:?}");
    assert!(late.lines.iter().all(|line| line.class == "registration"), "{late:?}");
}

#[tokio::test]
async fn registering_too_often_with_one_address_waits_and_leaves_its_owner_the_attempts_at_signing_in() {
    let house = open_with("");
    house.manager().await;
    let fields = [("age", "yes"), ("email", "ingrid@example.org")];
    for _ in 0..10 {
        assert_eq!(house.post("/register", "", &fields).await.status, 200);
    }
    let slow = house.post("/register", "", &fields).await;
    assert!(slow.status == 429 && slow.body.contains("tried too often"), "{}", slow.body);
    let own = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    assert_eq!(house.post("/sign-in", "", &own).await.status, 303);
}

#[tokio::test]
async fn where_the_statement_has_no_form_for_it_nobody_registers() {
    let house = House::new();
    assert_eq!(house.get("/register", "").await.status, 404);
    assert_eq!(house.post("/register", "", &[("age", "yes"), ("email", MARIA)]).await.status, 404);
    assert!(!house.get("/sign-in", "").await.body.contains("/register"));
}

#[tokio::test]
async fn registering_speaks_every_language() {
    let house = open_with("");
    asks(&house, MARIA).await;
    let link = house.link_to(MARIA);
    for (language, word) in [("en", "Register at"), ("nl", "Meld je aan"), ("sv", "Registrera dig")] {
        let page = house.get(&format!("/register?lang={language}"), "").await;
        assert!(page.status == 200 && page.body.contains(word), "{}", page.body);
        let page = house.get(&format!("{link}?lang={language}"), "").await.body;
        assert!(page.contains(&format!("<html lang=\"{language}\"")), "{page}");
    }
}

#[test]
fn the_mail_that_confirms_in_every_language() {
    let house = open_with("");
    let mut text = String::new();
    for language in [Language::En, Language::Nl, Language::Sv] {
        let voice = house.organisation.voice(language);
        let address = "post@campus.example".parse().unwrap();
        let from = Sender { organisation: house.organisation.name(language), address };
        let (to, link) = (MARIA.parse().unwrap(), Link::new("https://campus.example", "/link").unwrap());
        let notice =
            Notice { words: MAIL_CONFIRM, day: None, to, link, job: kernel::Uuid::nil(), at: house.clock.now() };
        let mail = Mail::compose(notice, &from, &voice);
        text.push_str(&format!("== {language}: {}\n{}\n\n", mail.subject(), mail.text()));
    }
    insta::assert_snapshot!(text);
}

/// The campus with the age as a field, mandatory, from 16 years on.
fn asking_age() -> House {
    let field = r#"
    field "person.age" form="registration" purpose="service" required { name en="Age" nl="Leeftijd" sv="Ålder"; }
    age 16 below="refuse"
"#;
    let end = CAMPUS.trim_end().strip_suffix('}').unwrap();
    House::with(
        &format!("{end}{OPEN}{field}}}\n")
            .replace(r#""person.name" "person.email""#, r#""person.name" "person.email" "person.age""#),
    )
}

// SH6
#[tokio::test]
async fn an_age_that_the_statement_asks_for_is_asked_once_shown_with_its_day_and_corrected_and_taken_along() {
    let house = asking_age();
    house.manager().await;
    let page = house.get("/register", "").await.body;
    assert!(page.contains("from 16 years on") && !page.contains("name=\"age\""), "asked once: {page}");
    asks(&house, MARIA).await;
    let link = house.link_to(MARIA);
    assert!(house.get(&link, "").await.body.contains("We ask this to run the campus for you."));
    for wrong in ["", "about 20", "-3", "0", "121", "23.5"] {
        let answer = house.post(&link, "", &[("name", "Maria"), ("age", wrong), ("password", PASSWORD)]).await;
        assert!(answer.status == 422 && answer.body.contains("id=\"age-error\""), "{wrong}: {}", answer.body);
    }
    let begun = house.post(&link, "", &[("name", "Maria"), ("age", "23"), ("password", PASSWORD)]).await;
    assert_eq!((begun.status, begun.to.as_str()), (303, "/welcome"), "{}", begun.body);
    let maria = begun.cookie;
    assert!(house.get("/profile", &maria).await.body.contains("23, as of 22 November 2026"));
    assert!(house.get("/profile/age", &maria).await.body.contains("class=\"seal"), "who can see it, and until when");
    house.clock.advance_days(9);
    let own = [("email", MARIA), ("password", PASSWORD)];
    let maria = house.post("/sign-in", "", &own).await.cookie;
    let managers = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    let manager = house.post("/sign-in", "", &managers).await.cookie;
    let young = house.post("/profile/age", &maria, &[("age", "15")]).await;
    assert!(young.status == 422 && young.body.contains("We have not saved it"), "{}", young.body);
    assert_eq!(house.post("/profile/age", &maria, &[("age", "24")]).await.to, "/profile?done=corrected");
    let own = house.get("/profile", &maria).await.body;
    assert!(own.contains("24, as of 1 December 2026") && !own.contains("23, as of"), "{own}");

    let people = house.get("/people", &manager).await.body;
    let hrefs = people.split("href=\"").filter_map(|part| part.split('"').next());
    let mut seen = 0;
    for person in hrefs.filter(|href| href.starts_with("/people/") && href.len() == "/people/".len() + 36) {
        seen += usize::from(house.get(person, &manager).await.body.contains("24, as of 1 December 2026"));
    }
    assert_eq!(seen, 1, "the manager, who reads the registration, sees it, and hers alone: {people}");
    assert_eq!(house.get("/profile/age", &manager).await.status, 404, "managers are not asked");
    let file = house.get("/my-data/file", &maria).await;
    assert_eq!(file.status, 200);
    assert!(file.body.contains("person_age"), "it is in what one takes along");
}

// SH6
#[tokio::test]
async fn of_a_child_whose_age_is_too_low_neither_age_nor_address_is_kept_and_no_account_is_made() {
    let house = asking_age();
    asks(&house, MARIA).await;
    let link = house.link_to(MARIA);
    let young = house.post(&link, "", &[("name", "Maria"), ("age", "15"), ("password", PASSWORD)]).await;
    assert!(young.status == 200 && young.cookie.is_empty(), "{}", young.body);
    assert!(young.body.contains("We have kept nothing") && !young.body.contains(MARIA), "{}", young.body);
    assert_eq!(house.get(&link, "").await.status, 410, "the address is gone, and its link");
    assert!(read(&house, &stolen::REGISTRATIONS).await.is_empty());
    assert_eq!(house.post("/sign-in", "", &[("email", MARIA), ("password", PASSWORD)]).await.status, 422);
}

// SH6
#[tokio::test]
async fn an_invited_participant_is_asked_the_age_and_a_coach_is_not() {
    let house = asking_age();
    let manager = house.manager().await;
    let coach = house.invite(&manager, "Hanna", "hanna@example.org", "coach", "").await;
    assert!(!house.get(&coach, "").await.body.contains("name=\"age\""));
    let begun = house.post(&coach, "", &[("password", PASSWORD)]).await;
    assert!(begun.status == 200 && !begun.body.contains("name=\"age\""), "on to the second step: {}", begun.body);
    let link = house.invite(&manager, "Maria", MARIA, "participant", "").await;
    assert!(house.get(&link, "").await.body.contains("name=\"age\""));
    assert_eq!(house.post(&link, "", &[("password", PASSWORD)]).await.status, 422, "a mandatory field is mandatory");
    let young = house.post(&link, "", &[("age", "15"), ("password", PASSWORD)]).await;
    assert!(young.cookie.is_empty() && young.body.contains("We have kept nothing of what you typed"), "{}", young.body);
    let begun = house.post(&link, "", &[("age", "31"), ("password", PASSWORD)]).await;
    assert_eq!((begun.status, begun.to.as_str()), (303, "/welcome"), "{}", begun.body);
    assert!(house.get("/profile", &begun.cookie).await.body.contains("31, as of 22 November 2026"));
}

// SH6
#[tokio::test]
async fn an_age_goes_with_the_account() {
    let house = asking_age();
    asks(&house, MARIA).await;
    let fields = [("name", "Maria"), ("age", "23"), ("password", PASSWORD)];
    let maria = house.post(&house.link_to(MARIA), "", &fields).await.cookie;
    let kept = read(&house, &stolen::AGES).await;
    assert!(kept.len() == 1 && !kept[0].windows(2).any(|pair| pair == b"23"), "sealed: {kept:?}");
    let gone = house.post("/my-data/deletion", &maria, &[("password", PASSWORD)]).await;
    assert_eq!(gone.status, 303, "{}", gone.body);
    assert!(read(&house, &stolen::AGES).await.is_empty());
}
