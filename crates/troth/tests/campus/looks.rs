//! Who looked: for the person within a minute, for the officer with what does not fit (CE3, CE21).

use axum::http::StatusCode;
use kernel::Archetype;
use troth::serve;

use crate::world::{Browser, Campus, links};

struct Stage {
    campus: Campus,
    manager: Browser,
    coach: Browser,
    maria: Browser,
    officer: Browser,
    /// The address of Maria's trajectory.
    trajectory: String,
    /// The address of Maria's profile, for the manager.
    profile: String,
}

impl Stage {
    async fn set() -> Self {
        let campus = Campus::new().await;
        campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
        campus.resident(&campus.site, "Olaf Officer", Archetype::Officer).await;
        let coach = campus.resident(&campus.site, "Hanna Coach", Archetype::Coach).await;
        let maria = campus.resident(&campus.site, "Maria", Archetype::Participant).await;
        let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
        let trajectory = campus.link(&mut manager, coach, maria).await;
        let (hanna, her) =
            (campus.sign_in(&campus.site, "Hanna Coach").await, campus.sign_in(&campus.site, "Maria").await);
        let officer = campus.sign_in(&campus.site, "Olaf Officer").await;
        Self { campus, manager, coach: hanna, maria: her, officer, trajectory, profile: format!("/people/{maria}") }
    }

    /// Turns the hands; sessions have ended meanwhile, and everyone signs in again.
    async fn turn(&mut self, to: &str) {
        self.campus.clock.set(to.parse().unwrap());
        for (name, browser) in [
            ("Mia Manager", &mut self.manager),
            ("Hanna Coach", &mut self.coach),
            ("Maria", &mut self.maria),
            ("Olaf Officer", &mut self.officer),
        ] {
            *browser = self.campus.sign_in(&self.campus.site, name).await;
        }
    }

    async fn night(&self) {
        serve::keep_now(&self.campus.site, false, true).await.unwrap();
    }

    /// The coach opens the dialogue a few times, a minute apart.
    async fn coach_reads(&mut self, times: usize) {
        for _ in 0..times {
            let dialogue = format!("{}/dialogue", self.trajectory);
            self.campus.page(&mut self.coach, &dialogue).await;
            self.campus.clock.advance(jiff::SignedDuration::from_mins(1));
        }
        self.campus.site.store.flush().await.unwrap();
    }

    async fn findings(&mut self) -> Vec<String> {
        let page = self.campus.page(&mut self.officer, "/access-review").await;
        links(&page, "/access-review/findings/", "")
    }
}

// C-579/21, NEN 7513: when, who, what, why, from which action.
#[tokio::test(flavor = "multi_thread")]
async fn a_person_sees_within_a_minute_who_looked_at_what_and_why() {
    let mut stage = Stage::set().await;
    stage.coach_reads(1).await;
    let (campus, maria) = (&stage.campus, &mut stage.maria);
    let mine = campus.page(maria, "/my-data").await;
    assert!(mine.contains("/my-data/looks"), "My data leads there");
    let page = campus.page(maria, "/my-data/looks").await;
    assert!(page.contains("22 November 2026") && page.contains("10:00"), "{page}");
    for part in ["Hanna Coach, coach", "saw", "the dialogue", "to make the coaching possible", "dialogue.read"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // Staff whom she does not meet, by role and without a name.
    campus.page(&mut stage.manager, &stage.profile).await;
    campus.site.store.flush().await.unwrap();
    let page = campus.page(maria, "/my-data/looks").await;
    assert!(page.contains("Somebody in the role of organisation manager") && page.contains("person.see"), "{page}");
    assert!(!page.contains("Mia Manager"), "{page}");
    // One's own looks stand behind a word, and only when asked for.
    assert!(!page.contains("You yourself"), "{page}");
    let all = campus.page(maria, "/my-data/looks?who=all").await;
    assert!(all.contains("<summary>You yourself or the program, ") && all.contains("Hanna Coach, coach"), "{all}");
    // One kind of data alone; the filter stands in the address, and stays there.
    let one = campus.page(maria, "/my-data/looks?what=profile&who=all").await;
    assert!(one.contains("person.see") && !one.contains("dialogue.read"), "{one}");
    assert!(one.contains("/my-data/looks?what=profile"), "{one}");
    let none = campus.page(maria, "/my-data/looks?what=private-notes").await;
    assert!(none.contains("Nobody has opened this."), "{none}");
    // In Dutch and Swedish, too.
    for (tag, title) in [("nl", "Wie keek"), ("sv", "Vem som tittade")] {
        let page = campus.page(maria, &format!("/my-data/looks?lang={tag}")).await;
        assert!(page.contains(title) && !page.contains("[evidence-"), "{tag}: {page}");
    }
    // Nobody else's page tells of it.
    campus.resident(&campus.site, "Piet", Archetype::Participant).await;
    let mut piet = campus.sign_in(&campus.site, "Piet").await;
    let page = campus.page(&mut piet, "/my-data/looks").await;
    assert!(page.contains("Nobody else has opened anything of yours."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_stands_on_one_page_and_none_on_two() {
    let mut stage = Stage::set().await;
    stage.coach_reads(120).await;
    let (mut path, mut times) = ("/my-data/looks".to_owned(), 0);
    let mut pages = 0;
    while !path.is_empty() {
        let page = stage.campus.page(&mut stage.maria, &path).await;
        times += page.matches("<code>dialogue.read</code>").count();
        pages += 1;
        assert!(pages <= 3, "it comes to an end");
        let on = links(&page, "/my-data/looks?before=", "");
        path = on.into_iter().find(|link| !link.contains("lang=")).unwrap_or_default();
    }
    assert_eq!((times, pages > 2), (120, true));
}

// CE3
#[tokio::test(flavor = "multi_thread")]
async fn looks_at_night_are_raised_answered_once_and_kept_with_who_and_when() {
    let mut stage = Stage::set().await;
    stage.turn("2026-11-23T01:00:00Z").await;
    stage.coach_reads(6).await;
    stage.night().await;
    let found = stage.findings().await;
    assert_eq!(found.len(), 1, "{found:?}");
    // A second night raises nothing twice.
    stage.night().await;
    assert_eq!(stage.findings().await, found);
    // While it waits for its answer it grows with the day.
    stage.coach_reads(2).await;
    stage.night().await;
    assert_eq!(stage.findings().await, found);
    let (campus, officer) = (&stage.campus, &mut stage.officer);
    let page = campus.page(officer, &found[0]).await;
    assert!(page.contains(", 8 times."), "{page}");
    assert!(page.contains("At an unusual hour") && page.contains("dialogue.read"), "{page}");
    assert!(!page.contains("Hanna") && !page.contains("Maria"), "by number and without a name: {page}");
    let empty = campus.post(officer, &found[0], &[("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = [("text", "She travelled; asked on Monday.")];
    assert_eq!(campus.post(officer, &found[0], &answer).await.status, StatusCode::SEE_OTHER);
    let page = campus.page(officer, &found[0]).await;
    assert!(page.contains("She travelled; asked on Monday.") && page.contains("Answered by person "), "{page}");
    assert_eq!(campus.post(officer, &found[0], &answer).await.status, StatusCode::NOT_FOUND);
    // The statement lets the officer read the log, and nobody else.
    for browser in [&mut stage.manager, &mut stage.coach, &mut stage.maria] {
        assert_eq!(campus.get(browser, "/access-review").await.status, StatusCode::NOT_FOUND);
        assert_eq!(campus.get(browser, &found[0]).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_by_day_in_a_living_relation_raise_nothing() {
    let mut stage = Stage::set().await;
    stage.coach_reads(30).await;
    stage.night().await;
    assert_eq!(stage.findings().await, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn looks_long_after_the_end_are_raised_and_a_goodbye_is_not() {
    let mut stage = Stage::set().await;
    stage.campus.post(&mut stage.manager, &format!("{}/closure", stage.trajectory), &[("sure", "yes")]).await;
    stage.turn("2026-11-25T09:00:00Z").await;
    stage.coach_reads(1).await;
    stage.night().await;
    assert_eq!(stage.findings().await, Vec::<String>::new());
    stage.turn("2026-12-12T09:00:00Z").await;
    stage.coach_reads(1).await;
    stage.night().await;
    let found = stage.findings().await;
    assert_eq!(found.len(), 1, "{found:?}");
    let page = stage.campus.page(&mut stage.officer, &found[0]).await;
    assert!(page.contains("After the end"), "{page}");
}

// CE21: the statement says every month.
#[tokio::test(flavor = "multi_thread")]
async fn the_review_falls_due_as_the_statement_says_and_goes_with_the_log() {
    let mut stage = Stage::set().await;
    stage.turn("2026-11-23T01:00:00Z").await;
    stage.coach_reads(6).await;
    stage.night().await;
    assert_eq!(stage.findings().await.len(), 1);
    let page = stage.campus.page(&mut stage.officer, "/access-review").await;
    assert!(page.contains("The next review is due by 22 December 2026."), "{page}");
    stage.turn("2026-12-24T09:00:00Z").await;
    let page = stage.campus.page(&mut stage.officer, "/access-review").await;
    assert!(page.contains("The review was due by 22 December 2026.") && page.contains("Overdue"), "{page}");
    let done = stage.campus.post(&mut stage.officer, "/access-review/completion", &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER);
    let page = stage.campus.page(&mut stage.officer, "/access-review").await;
    assert!(page.contains("The next review is due by 24 January 2027."), "{page}");
    // A year and a day later the log of that day is gone, and the finding with it.
    stage.turn("2027-11-24T09:00:00Z").await;
    stage.night().await;
    assert_eq!(stage.findings().await, Vec::<String>::new());
}
