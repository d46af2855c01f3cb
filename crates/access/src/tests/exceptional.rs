//! What opens by exception, with each thing on which it depends taken away in turn.

use std::sync::Arc;

use kernel::{
    Actor,
    Archetype::{self, Officer, Technician},
    OrganisationKey, Uuid,
};

use statement::plan::Period;

use super::trajectory;
use crate::{
    Access, Exception, Grant, Over, Refused, Resource, Restrictions,
    fake::{self, find, member, person, plan, scope},
    rules::Rules,
};

/// The campus's rules, where no clause excepts anything.
fn rules() -> Rules {
    let rules = fake::campus();
    let doors = rules.doors.into_iter().map(|rule| crate::rules::DoorRule { except: Vec::new(), ..rule }).collect();
    Rules { doors, ..rules }
}

fn house() -> Access {
    Access::from_rules(&rules(), &fake::inventory()).unwrap()
}

fn file() -> Resource {
    Resource::person(person(2))
}

/// A technician's, agreed to by one, a minute ago.
fn mending() -> Exception {
    let over = Over::Container(file().id);
    Exception {
        id: Uuid::from_u128(77),
        action: find("person.see"),
        asker: person(5),
        over,
        agreed: 1,
        age: 60,
        ended: false,
    }
}

fn mending_by(agreed: u32) -> Exception {
    Exception { agreed, ..mending() }
}

/// An officer's, agreed to by two, a minute ago.
fn handing_over(ground: &str, consented: bool) -> Exception {
    let over = Over::Person { person: person(2), ground: ground.into(), consented };
    Exception { asker: person(4), over, agreed: 2, ..mending() }
}

fn opens(access: &Access, actor: Actor, exception: &Exception, about: &Resource) -> Result<Grant, Refused> {
    access.decide_by_exception(&scope(actor), exception, about, &["person.name", "message.body"])
}

fn technician() -> Actor {
    member(5, &[Technician])
}

fn officer() -> Actor {
    member(4, &[Officer])
}

// CE6
#[test]
fn a_technician_reads_what_was_agreed_to_and_the_log_can_name_the_ground() {
    let grant = opens(&house(), technician(), &mending(), &file()).unwrap();
    assert_eq!(grant.exception(), Some(Uuid::from_u128(77)));
    assert_eq!(grant.items(), ["person.name"], "what is not held there is not opened");
    assert_eq!((grant.resource(), grant.actor()), (&file(), &technician()));
    let usual = house().decide(&scope(officer()), find("person.see"), &file()).unwrap();
    assert_eq!(usual.exception(), None);
}

#[test]
fn each_thing_that_is_missing_keeps_the_glass_whole() {
    let access = house();
    let whole = |exception: Exception| opens(&access, technician(), &exception, &file()).is_err();
    assert!(!whole(mending()));
    assert!(whole(mending_by(0)));
    assert!(whole(Exception { ended: true, ..mending() }));
    assert!(whole(Exception { age: -1, ..mending() }));
    assert!(!whole(Exception { age: 3599, ..mending() }));
    assert!(whole(Exception { age: 3600, ..mending() }));
    assert!(whole(Exception { asker: person(6), ..mending() }), "another asked");
    assert!(whole(Exception { over: Over::Container(Uuid::from_u128(3)), ..mending() }), "it is over something else");
    for role in Archetype::ALL.into_iter().filter(|role| *role != Technician) {
        assert!(opens(&access, member(5, &[role]), &mending(), &file()).is_err(), "{role:?}");
    }
    assert!(opens(&access, Actor::Guest, &mending(), &file()).is_err());
    assert!(opens(&access, Actor::Job("mail.send"), &mending(), &file()).is_err());
}

// I13
#[test]
fn another_organisation_and_another_kind_of_container_stay_shut() {
    let elsewhere = house().within(OrganisationKey::new("elsewhere").unwrap());
    assert!(opens(&elsewhere, technician(), &mending(), &file()).is_err());
    assert!(opens(&house(), technician(), &mending(), &Resource::organisation()).is_err());
    assert!(opens(&house(), technician(), &mending(), &Resource::person(person(3))).is_err());
}

// UC6
#[test]
fn what_people_confide_opens_by_no_exception() {
    let access = house();
    let mending = Exception { over: Over::Container(trajectory("open").id), ..mending() };
    assert!(opens(&access, technician(), &mending, &trajectory("open")).is_err());
    let grounds = [("contract", true), ("consent", true), ("legal-claim", true)];
    for (ground, consented) in grounds {
        assert!(opens(&access, officer(), &handing_over(ground, consented), &trajectory("open")).is_err(), "{ground}");
    }
}

// CE4, TF12
#[test]
fn data_leaves_on_a_stated_ground_with_two_who_agree() {
    let access = house();
    let leaves = |exception: &Exception| opens(&access, officer(), exception, &file()).is_ok();
    assert!(leaves(&handing_over("legal-claim", false)) && leaves(&handing_over("contract", false)));
    assert!(!leaves(&handing_over("curiosity", false)));
    assert!(leaves(&handing_over("consent", true)) && !leaves(&handing_over("consent", false)));
    assert!(!leaves(&Exception { agreed: 1, ..handing_over("legal-claim", false) }));
    assert!(!leaves(&Exception { age: crate::HANDING_OVER, ..handing_over("legal-claim", false) }));
    assert!(opens(&access, technician(), &handing_over("legal-claim", false), &file()).is_err());
    assert!(opens(&access, officer(), &handing_over("legal-claim", false), &Resource::person(person(3))).is_err());
}

// GDPR Art. 18(2)
#[test]
fn frozen_data_leaves_on_few_grounds_and_mends_no_problem() {
    let restrictions = Arc::<Restrictions>::default();
    restrictions.begin(person(2));
    let access = house().heeding(restrictions);
    assert!(opens(&access, technician(), &mending(), &file()).is_err());
    assert!(opens(&access, officer(), &handing_over("contract", false), &file()).is_err());
    assert!(opens(&access, officer(), &handing_over("legal-claim", false), &file()).is_ok());
    assert!(opens(&access, officer(), &handing_over("consent", true), &file()).is_ok());
}

#[test]
fn the_clauses_of_a_statement_say_who_how_long_and_on_which_grounds() {
    let clauses = r#"
        break-glass by="our-technician" lasts="2 hours" approvals=2 tell { except "dialogue"; }
        disclose "law" "contract" approvals=2 tell
    "#;
    let access = Access::new(&plan(1, clauses), &fake::inventory()).unwrap();
    let mending = mending_by(2);
    let reads = |exception: &Exception| opens(&access, technician(), exception, &file()).is_ok();
    assert!(reads(&Exception { age: 7_199, ..mending.clone() }));
    assert!(!reads(&Exception { age: 7_200, ..mending.clone() }) && !reads(&Exception { agreed: 1, ..mending }));
    let leaves = |ground: &str| opens(&access, officer(), &handing_over(ground, true), &file()).is_ok();
    assert!(leaves("law") && leaves("contract") && !leaves("consent"));
    let none = Access::new(&plan(1, ""), &fake::inventory()).unwrap();
    assert!(opens(&none, technician(), &mending_by(2), &file()).is_err());
    assert!(opens(&none, officer(), &handing_over("law", true), &file()).is_err());
}

#[test]
fn what_a_clause_excepts_what_a_never_keeps_and_what_is_secret_stays_shut() {
    let with = |rules: &Rules| Access::from_rules(rules, &fake::inventory()).unwrap();
    let reads = |access: &Access| opens(access, technician(), &mending(), &file()).is_ok();
    let leaves = |access: &Access| opens(access, officer(), &handing_over("legal-claim", false), &file()).is_ok();
    let excepting = with(&fake::campus());
    assert!(!reads(&excepting) && leaves(&excepting), "the clause excepts the profile for technicians");
    let mut never = rules();
    never.categories[0].nevers.push(("our-technician".to_owned(), "never-profile-technician".to_owned()));
    assert!(!reads(&with(&never)) && leaves(&with(&never)));
    let mut secret = rules();
    secret.categories[0].secrecy = Some("category-profile".to_owned());
    assert!(!reads(&with(&secret)) && !leaves(&with(&secret)));
}

#[test]
fn what_people_confide_stays_shut_even_where_a_statement_excepts_nothing() {
    let clause = r#"break-glass by="our-technician" lasts="2 hours" approvals=1 tell"#;
    let access = Access::new(&plan(1, clause), &fake::inventory()).unwrap();
    assert!(opens(&access, technician(), &mending(), &file()).is_ok());
    let confided = Exception { over: Over::Container(trajectory("open").id), ..mending() };
    let opened = opens(&access, technician(), &confided, &trajectory("open"));
    assert!(opened.is_err());
    // The last is what only the person is shown; the others are confided.
    let closed = ["goal.title", "message.body", "private-note.body", "secret.unnamed"];
    assert_eq!(crate::closed_to_exceptions(&fake::inventory()).into_iter().collect::<Vec<_>>(), closed);
}

#[test]
fn a_period_is_counted_in_seconds_with_a_month_of_thirty_days() {
    let all = Period { years: 2, months: 3, weeks: 4, days: 5, hours: 6 };
    let days = 2 * 365 + 3 * 30 + 4 * 7 + 5;
    assert_eq!(crate::lasting(all).as_secs(), days * 24 * 3_600 + 6 * 3_600);
}
