//! Whoever would rather not take part in a recorded lecture asks for another way: lecturer, study adviser, officer (RL16).

use kernel::jiff::SignedDuration;
use statement::{Rule, State};
use testkit::Canaries;
use troth::system::SystemRng;

use crate::{
    archive,
    world::{Browser, Campus, address, statement},
};

const PEOPLE: [(&str, &str); 8] = [
    ("Sam Student", "student"),
    ("Sara Student", "student"),
    ("Lars Lecturer", "lecturer"),
    ("Lena Lecturer", "lecturer"),
    ("Ada Adviser", "study-adviser"),
    ("Stu Support", "support"),
    ("Ola Organiser", "organiser"),
    ("Ine Officer", "officer"),
];

/// A university with its people.
struct Scene {
    campus: Campus,
    canaries: Canaries,
}

impl Scene {
    async fn set() -> Self {
        let campus = Campus::with(&statement("lectures")).await;
        for (name, role) in PEOPLE {
            campus.resident_as(name, role).await;
        }
        Self { campus, canaries: Canaries::new() }
    }

    fn plant(&mut self, field: &str) -> String {
        self.canaries.plant(field, &SystemRng)
    }

    /// Sessions last half a day; so everybody signs in anew, a minute later each time, since no code of a second step
    /// counts twice.
    async fn as_(&self, name: &str) -> Browser {
        self.campus.clock.advance(SignedDuration::from_mins(1));
        self.campus.sign_in(&self.campus.site, name).await
    }

    async fn page(&self, name: &str, path: &str) -> String {
        self.campus.page(&mut self.as_(name).await, path).await
    }

    async fn status(&self, name: &str, path: &str) -> u16 {
        self.campus.get(&mut self.as_(name).await, path).await.status.as_u16()
    }

    async fn post(&self, name: &str, path: &str, fields: &[(&str, &str)]) -> u16 {
        self.campus.post(&mut self.as_(name).await, path, fields).await.status.as_u16()
    }

    /// Sam asks; the number.
    async fn asked(&self, words: &str) -> String {
        let fields = [("clause", "remote-lectures"), ("words", words)];
        let to = self.campus.done(&mut self.as_("Sam Student").await, "/my-data/alternatives", &fields).await;
        super::number(&to)
    }

    async fn answer(&self, name: &str, id: &str, outcome: &str, text: &str) -> u16 {
        self.post(name, &format!("/alternatives/{id}/answer"), &[("outcome", outcome), ("text", text)]).await
    }

    async fn takes(&self, name: &str, id: &str) -> u16 {
        self.post(name, &format!("/alternatives/{id}/taking"), &[]).await
    }

    /// How many mails about an alternative have gone to somebody; none of any holds a word of what was written.
    async fn mailed(&self, name: &str) -> usize {
        self.campus.run_jobs().await;
        let mails = self.campus.outbox.mails();
        for mail in &mails {
            assert_eq!(self.canaries.in_bytes(mail.text().as_bytes()), []);
            assert!(!mail.text().contains("Sam"), "{}", mail.text());
        }
        let voice = self.campus.site.voice(kernel::Language::En);
        let subjects = ["waits", "news", "over"].map(|mail| voice.say(&format!("requests-mail-alt-{mail}-subject")));
        let own = mails.iter().filter(|mail| mail.to().as_str() == address(name));
        own.filter(|mail| subjects.iter().any(|subject| subject == mail.subject())).count()
    }

    /// Who reads the texts: everybody tries every door that leads to them.
    async fn readers(&self, id: &str) -> Vec<&'static str> {
        let mut readers = Vec::new();
        for (name, _) in PEOPLE {
            let mut browser = self.as_(name).await;
            let mut reads = false;
            for path in [
                format!("/alternatives/{id}"),
                format!("/my-data/alternatives/{id}"),
                "/alternatives".to_owned(),
                "/my-data/alternatives".to_owned(),
                "/my-data".to_owned(),
                format!("/my-data/alternative/{id}?category=alternatives"),
                format!("/requests/{id}"),
            ] {
                let answer = self.campus.get(&mut browser, &path).await;
                reads |= !self.canaries.in_bytes(&answer.body).is_empty();
                if !reads && name != "Sam Student" {
                    assert!(!answer.text().contains("Sam"), "{name} at {path}");
                }
            }
            if reads {
                readers.push(name);
            }
        }
        let stranger = self.campus.get(&mut Browser::default(), &format!("/alternatives/{id}")).await;
        assert!(stranger.location().starts_with("/sign-in"));
        readers
    }

    async fn nights(&self, days: i64) {
        for _ in 0..days {
            self.campus.clock.advance_days(1);
            self.campus.keep().await;
        }
    }
}

// RL16: three steps, each a no; each reads it from when it is theirs, and the last one tells where to complain.
#[tokio::test(flavor = "multi_thread")]
async fn the_way_leads_from_lecturer_to_study_adviser_to_officer_and_each_reads_it_only_then() {
    let mut scene = Scene::set().await;
    let mine = scene.page("Sam Student", "/my-data").await;
    assert!(mine.contains("href=\"/my-data/alternatives\""), "{mine}");
    let form = scene.page("Sam Student", "/my-data/alternatives").await;
    assert!(form.contains("A lecture in which your picture and voice can be recorded"), "{form}");
    assert!(form.contains("One lecturer, and one person of each further step"), "{form}");
    let words = scene.plant("words");
    let id = scene.asked(&words).await;
    let (own, one) = (format!("/my-data/alternatives/{id}"), format!("/alternatives/{id}"));
    for name in ["Lars Lecturer", "Lena Lecturer"] {
        assert_eq!(scene.mailed(name).await, 1, "{name}");
        assert!(scene.page(name, "/alternatives").await.contains(&format!("{one}/taking")), "{name}");
    }
    for name in ["Ada Adviser", "Ine Officer"] {
        assert_eq!(scene.mailed(name).await, 0, "{name}");
        assert!(!scene.page(name, "/alternatives").await.contains(&id), "{name}");
    }
    for name in ["Sara Student", "Stu Support", "Ola Organiser"] {
        assert_eq!(scene.status(name, "/alternatives").await, 404, "{name}");
        assert!(!scene.page(name, "/my-data").await.contains("\"/alternatives\""), "{name}");
    }
    assert_eq!(scene.readers(&id).await, ["Sam Student"]);
    for page in [own.as_str(), "/my-data/alternatives"] {
        let page = scene.page("Sam Student", page).await;
        assert!(page.contains("Only you and whoever takes it up can read this"), "{page}");
    }
    for name in ["Ada Adviser", "Ine Officer", "Sara Student", "Stu Support", "Ola Organiser", "Sam Student"] {
        assert_eq!(scene.takes(name, &id).await, 404, "{name}");
    }

    // The first lecturer to take it up reads it; the other does not.
    assert_eq!(scene.takes("Lars Lecturer", &id).await, 303);
    assert_eq!(scene.takes("Lena Lecturer", &id).await, 409);
    assert_eq!(scene.readers(&id).await, ["Sam Student", "Lars Lecturer"]);
    assert!(scene.page("Lars Lecturer", &one).await.contains("Sam Student"));
    assert!(scene.page("Sam Student", &own).await.contains("Lars Lecturer"));
    assert_eq!(scene.answer("Lena Lecturer", &id, "refused", "No.").await, 404);
    assert_eq!(scene.answer("Lars Lecturer", &id, "refused", " ").await, 422);
    assert_eq!(scene.post("Sam Student", &format!("{own}/next-step"), &[]).await, 409, "not before an answer");
    let no = scene.plant("lecturer's no");
    assert_eq!(scene.answer("Lars Lecturer", &id, "refused", &no).await, 303);
    assert_eq!(scene.answer("Lars Lecturer", &id, "offered", "After all.").await, 404, "once");
    let page = scene.page("Sam Student", &own).await;
    assert!(page.contains(&no) && page.contains("One study adviser"), "{page}");
    assert_eq!(scene.readers(&id).await, ["Sam Student", "Lars Lecturer"]);
    assert_eq!(scene.mailed("Sam Student").await, 2);

    // Taken further, it is the next one's, and the lecturer's no more.
    for name in ["Sara Student", "Lars Lecturer"] {
        assert_eq!(scene.post(name, &format!("{own}/next-step"), &[]).await, 404, "{name}");
    }
    assert_eq!(scene.post("Sam Student", &format!("{own}/next-step"), &[]).await, 303);
    assert_eq!((scene.mailed("Ada Adviser").await, scene.mailed("Stu Support").await), (1, 0));
    assert_eq!(scene.readers(&id).await, ["Sam Student"]);
    assert_eq!(scene.takes("Stu Support", &id).await, 404);
    assert_eq!(scene.takes("Ada Adviser", &id).await, 303);
    let page = scene.page("Ada Adviser", &one).await;
    assert!(page.contains(&words) && page.contains(&no) && !page.contains("Lars"), "{page}");
    assert_eq!(scene.answer("Ada Adviser", &id, "refused", "I cannot change the room.").await, 303);
    assert_eq!(scene.post("Sam Student", &format!("{own}/next-step"), &[]).await, 303);
    assert!(scene.page("Ine Officer", "/requests").await.contains("href=\"/alternatives\""));
    assert!(scene.page("Ine Officer", "/alternatives").await.contains("answer due on 22 December 2026"));
    assert_eq!(scene.takes("Ine Officer", &id).await, 303);
    assert_eq!(scene.readers(&id).await, ["Sam Student", "Ine Officer"]);
    let taken = archive::take(&scene.campus, &mut scene.as_("Sam Student").await).await;
    let data = String::from_utf8_lossy(&taken["my-data.json"]).into_owned();
    assert!(data.contains(&words) && data.contains(&no), "what was written goes along: {data}");
    assert_eq!(scene.answer("Ine Officer", &id, "refused", "There is a seat out of the picture.").await, 303);
    let page = scene.page("Sam Student", &own).await;
    assert!(!page.contains("next-step") && page.contains("autoriteitpersoonsgegevens"), "{page}");
    assert_eq!(scene.post("Sam Student", &format!("{own}/next-step"), &[]).await, 409);
}

// RL16: without an answer in time it goes on by itself, the night after the last day; at the last step it stays.
#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_answers_goes_on_at_night_and_stays_with_the_officer() {
    let scene = Scene::set().await;
    let id = scene.asked("Please.").await;
    let own = format!("/my-data/alternatives/{id}");
    assert_eq!(scene.takes("Lars Lecturer", &id).await, 303);
    // Five days are over when the 27th is.
    scene.nights(5).await;
    assert_eq!(scene.mailed("Ada Adviser").await, 0);
    scene.nights(1).await;
    assert_eq!((scene.mailed("Ada Adviser").await, scene.mailed("Sam Student").await), (1, 2));
    assert_eq!(scene.mailed("Lars Lecturer").await, 2, "one that it waits, one that it is no longer his");
    assert_eq!(scene.answer("Lars Lecturer", &id, "offered", "Sit at the back.").await, 404);
    let page = scene.page("Sam Student", &own).await;
    assert!(page.contains("No answer in time; it went on to the study advisers"), "{page}");
    assert!(page.contains("With the study advisers, answer due on 8 December 2026"), "{page}");
    scene.nights(10).await;
    assert_eq!(scene.mailed("Ine Officer").await, 0);
    scene.nights(1).await;
    assert_eq!(scene.mailed("Ine Officer").await, 1);
    // The law's month; then it is overdue, and the officer hears of it each day.
    scene.nights(30).await;
    assert_eq!(scene.mailed("Ine Officer").await, 3, "a week and a day before");
    scene.nights(2).await;
    assert_eq!(scene.mailed("Ine Officer").await, 4);
    assert!(scene.page("Sam Student", &own).await.contains("overdue since 9 January 2027"));
    assert_eq!(scene.takes("Ine Officer", &id).await, 303);
    assert_eq!(scene.answer("Ine Officer", &id, "offered", "You follow it from home.").await, 303);
    assert!(scene.page("Sam Student", &own).await.contains("You follow it from home."));
}

// RL16: withdrawn by its asker alone, once.
#[tokio::test(flavor = "multi_thread")]
async fn its_asker_withdraws_it_and_whoever_had_it_is_told() {
    let scene = Scene::set().await;
    let id = scene.asked("Please.").await;
    let withdrawal = format!("/my-data/alternatives/{id}/withdrawal");
    assert_eq!(scene.takes("Lars Lecturer", &id).await, 303);
    for name in ["Sara Student", "Lars Lecturer", "Ine Officer"] {
        assert_eq!(scene.post(name, &withdrawal, &[]).await, 404, "{name}");
    }
    assert_eq!(scene.post("Sam Student", &withdrawal, &[]).await, 303);
    assert_eq!(scene.mailed("Lars Lecturer").await, 2);
    assert_eq!(scene.post("Sam Student", &withdrawal, &[]).await, 409);
    assert_eq!(scene.post("Sam Student", &format!("/my-data/alternatives/{id}/next-step"), &[]).await, 409);
    assert_eq!(scene.answer("Lars Lecturer", &id, "offered", "Sit at the back.").await, 404);
    scene.nights(8).await;
    assert_eq!(scene.mailed("Ada Adviser").await, 0, "what is withdrawn does not go on");
}

// GDPR Art. 18: what is frozen is shown to nobody else, goes nowhere, and is written by nobody.
#[tokio::test(flavor = "multi_thread")]
async fn while_its_asker_has_frozen_the_own_data_it_rests() {
    let mut scene = Scene::set().await;
    let words = scene.plant("words");
    let (id, other) = (scene.asked(&words).await, scene.asked(&words).await);
    assert_eq!(scene.takes("Lars Lecturer", &id).await, 303);
    assert_eq!(scene.post("Sam Student", "/my-data/restriction", &[]).await, 303);
    assert!(!scene.page("Lena Lecturer", "/alternatives").await.contains(&other));
    assert_eq!(scene.takes("Lena Lecturer", &other).await, 404);
    assert_eq!(scene.readers(&id).await, ["Sam Student"]);
    assert_eq!(scene.answer("Lars Lecturer", &id, "refused", "No.").await, 423);
    scene.nights(8).await;
    assert_eq!(scene.mailed("Ada Adviser").await, 0);
    assert_eq!(scene.post("Sam Student", "/my-data/restriction/lifting", &[]).await, 303);
    scene.nights(1).await;
    assert_eq!(scene.mailed("Ada Adviser").await, 2);
}

// I8: two years and a day after the answer it is gone; with its asker at once.
#[tokio::test(flavor = "multi_thread")]
async fn it_goes_two_years_after_the_answer_or_with_its_asker() {
    let scene = Scene::set().await;
    let (id, next) = (scene.asked("Please.").await, scene.asked("And this.").await);
    for id in [&id, &next] {
        assert_eq!(scene.takes("Lars Lecturer", id).await, 303);
    }
    assert_eq!(scene.answer("Lars Lecturer", &id, "offered", "Sit at the back.").await, 303);
    // Whoever signs in now and then keeps the account.
    scene.campus.clock.advance_days(500);
    scene.as_("Sam Student").await;
    scene.as_("Lars Lecturer").await;
    scene.campus.clock.set("2028-11-22T09:00:00Z".parse().unwrap());
    scene.campus.keep().await;
    assert_eq!(scene.status("Sam Student", &format!("/my-data/alternatives/{id}")).await, 200);
    scene.nights(1).await;
    assert_eq!(scene.status("Sam Student", &format!("/my-data/alternatives/{id}")).await, 404);
    assert_eq!(scene.status("Sam Student", &format!("/my-data/alternatives/{next}")).await, 200);
    let fields = [("password", crate::world::PASSWORD)];
    assert_eq!(scene.post("Sam Student", "/my-data/deletion", &fields).await, 303);
    assert!(!scene.page("Ine Officer", "/alternatives").await.contains(&next));
    assert_eq!(scene.status("Lars Lecturer", &format!("/alternatives/{next}")).await, 404);
}

// RL16: nothing of it is there where the statement has no such clause.
#[tokio::test(flavor = "multi_thread")]
async fn where_the_statement_offers_none_nothing_of_it_is_there() {
    let campus = Campus::new().await;
    for (name, role) in [("Cora Coach", "coach"), ("Pia Participant", "participant"), ("Ine Officer", "officer")] {
        campus.resident_as(name, role).await;
        let mut browser = campus.sign_in(&campus.site, name).await;
        for path in ["/alternatives", "/my-data/alternatives"] {
            assert_eq!(campus.get(&mut browser, path).await.status, 404, "{name} {path}");
        }
        assert!(!campus.page(&mut browser, "/my-data").await.contains("alternatives"), "{name}");
    }
}

#[test]
fn an_alternative_is_enforced_where_it_is_kept_and_nowhere_else() {
    let inventory = troth::assemble::inventory().unwrap();
    let state = |source: &str| {
        let plan = ::statement::check(source, Some(&inventory)).plan.unwrap();
        plan.clauses().iter().find(|clause| matches!(clause.rule, Rule::Alternative(_))).unwrap().state.clone()
    };
    let whole = statement("lectures");
    assert_eq!(state(&whole), State::Enforced);
    let unkept = whole.replace("includes \"alternative.words\" \"alternative.term\"", "includes \"wish.words\"");
    assert!(matches!(state(&unkept), State::NotInUse { .. }));
}
