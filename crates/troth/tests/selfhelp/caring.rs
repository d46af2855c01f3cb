//! Coaching people who follow a programme, and saying who coaches.

use axum::http::StatusCode;
use kernel::Archetype;

use crate::{
    archive,
    stage::Stage,
    walk::{Walk, begin},
    world::{Browser, address},
};

/// Maria has begun, and Hanna coaches her.
struct Way {
    stage: Stage,
    walk: Walk,
    path: String,
}

impl Way {
    async fn begun() -> Self {
        let mut stage = Stage::set().await;
        let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
        let (path, hanna) = (walk.path.clone(), stage.ids["Hanna"].to_string());
        let assign = format!("/enrolments/{}/coach", walk.id);
        stage.campus.done(&mut stage.mia, &assign, &[("coach", &hanna)]).await;
        Self { stage, walk, path }
    }

    async fn page(&self, browser: &Browser, rest: &str) -> String {
        self.stage.campus.page(&mut browser.clone(), &format!("{}{rest}", self.path)).await
    }

    /// Maria writes a remark into the diary of today and shares it.
    async fn share(&self, remark: &str) {
        let fields = [("remark", remark), ("do", "finish"), ("sharing", "shared")];
        let answer = self.walk.fill(&self.stage, &mut self.stage.maria.clone(), "sleep-diary", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    }

    /// Nights end sessions.
    async fn days(&mut self, days: i64) {
        self.stage.later(days).await;
        self.stage.maria = self.stage.campus.sign_in(&self.stage.campus.site, "Maria").await;
        self.stage.hanna = self.stage.campus.sign_in(&self.stage.campus.site, "Hanna").await;
    }

    /// What Hanna sees.
    async fn seen(&self) -> String {
        self.stage.campus.page(&mut self.stage.hanna.clone(), &case(self)).await
    }
}

/// The subjects of the mails to somebody, the latest first.
fn mails(way: &Way, name: &str) -> Vec<String> {
    let (to, mails) = (address(name), way.stage.campus.outbox.mails());
    mails.iter().filter(|mail| mail.to().as_str() == to).map(|mail| mail.subject().to_owned()).collect()
}

fn case(way: &Way) -> String {
    way.path.replace("/programmes/", "/caseload/")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coach_answers_beside_what_is_shared_and_is_told_once_that_something_waits() {
    let way = Way::begun().await;
    way.stage.campus.run_jobs().await;
    let waits = |way: &Way| mails(way, "Hanna").iter().filter(|subject| *subject == "Something waits for you").count();
    for remark in ["rain", "more rain"] {
        way.share(remark).await;
    }
    way.stage.campus.run_jobs().await;
    assert_eq!(waits(&way), 1, "two things wait, and one mail says so");
    let list = way.stage.campus.page(&mut way.stage.hanna.clone(), "/caseload").await;
    assert!(list.contains("Waits for your answer") && list.contains("Maria"), "{list}");
    let page = way.seen().await;
    let day = page.split("name=\"day\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let to = format!("{}/responses", case(&way));
    let fields = |text: &'static str, what: &'static str, day: &str| {
        [
            ("exercise", "sleep-diary".to_owned()),
            ("day", day.to_owned()),
            ("text", text.to_owned()),
            ("do", what.to_owned()),
        ]
    };
    let send = async |text, what| {
        let fields = fields(text, what, &day);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        way.stage.campus.post(&mut way.stage.hanna.clone(), &to, &fields).await
    };
    assert_eq!(send("", "send").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(send("Well observed", "keep").await.status, StatusCode::SEE_OTHER);
    let step = "/steps/nights";
    assert!(!way.page(&way.stage.maria, step).await.contains("Well observed"), "a draft is its writer's alone");
    assert!(way.seen().await.contains("Well observed"));
    send("Well observed.", "send").await;
    way.stage.campus.run_jobs().await;
    assert!(mails(&way, "Maria").contains(&"Your coach has answered".to_owned()));
    assert!(way.page(&way.stage.maria, step).await.contains("Well observed."));
    assert!(way.seen().await.contains("seen on"), "the coach sees that it was seen");
    let list = way.stage.campus.page(&mut way.stage.hanna.clone(), "/caseload").await;
    assert!(!list.contains("Waits for your answer"), "{list}");
    // After it was taken back nothing is answered, and what was typed comes back.
    let back = format!("{}/exercises/sleep-diary/taking-back", way.path);
    way.stage.campus.done(&mut way.stage.maria.clone(), &back, &[("day", &day)]).await;
    let late = send("Too late", "send").await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
}

// Sleeping better opens its second step after five days.
#[tokio::test(flavor = "multi_thread")]
async fn a_step_that_opens_by_its_day_is_told_once_and_whoever_has_seen_it_is_not_told() {
    let mut way = Way::begun().await;
    let told =
        |way: &Way, name| mails(way, name).iter().filter(|subject| *subject == "A new step is open to you").count();
    way.page(&way.stage.maria, "").await;
    let piet = begin(&way.stage, &mut way.stage.piet.clone(), "Piet").await;
    way.stage.campus.page(&mut way.stage.piet.clone(), &piet.path).await;
    way.days(4).await;
    way.stage.campus.run_jobs().await;
    assert_eq!(told(&way, "Maria"), 0, "not before its day");
    // Piet comes on the day itself, before the night's look; Maria does not.
    way.stage.campus.clock.advance_days(1);
    let mut anew = way.stage.campus.sign_in(&way.stage.campus.site, "Piet").await;
    way.stage.campus.page(&mut anew, &piet.path).await;
    for _ in 0..3 {
        way.days(1).await;
        way.stage.campus.run_jobs().await;
        assert_eq!((told(&way, "Maria"), told(&way, "Piet")), (1, 0));
    }
    let sent = way.stage.campus.outbox.mails();
    let mail = sent.iter().find(|mail| mail.subject() == "A new step is open to you").unwrap();
    assert!(mail.text().contains(&way.path) && !mail.text().contains("Sleeping"), "{}", mail.text());

    // The next one counts from when she has seen this one; a coach who opens it first tells her of it, and nobody a second time.
    let maria = way.stage.maria.clone();
    way.page(&maria, "").await;
    let steps = way.stage.campus.page(&mut way.stage.hanna.clone(), &format!("{}/steps", case(&way))).await;
    let open = steps.split("action=\"").find(|part| part.contains("/opening\"")).unwrap();
    let open = open.split('"').next().unwrap().to_owned();
    way.stage.campus.done(&mut way.stage.hanna.clone(), &open, &[]).await;
    for _ in 0..8 {
        way.days(1).await;
        way.stage.campus.run_jobs().await;
    }
    assert_eq!(told(&way, "Maria"), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_quiet_stands_apart_and_is_reminded_three_times_at_the_most() {
    let mut way = Way::begun().await;
    let mut reminded = 0;
    for _ in 0..6 {
        way.days(8).await;
        way.stage.campus.run_jobs().await;
        reminded = mails(&way, "Maria").iter().filter(|subject| *subject == "You can go on whenever you like").count();
    }
    assert_eq!(reminded, 3);
    let list = way.stage.campus.page(&mut way.stage.hanna.clone(), "/caseload").await;
    assert!(list.contains("Quiet for two weeks or longer"), "{list}");
}

// SH12
#[tokio::test(flavor = "multi_thread")]
async fn each_list_of_a_coach_has_an_address_of_its_own_and_says_how_many_are_in_it() {
    let mut way = Way::begun().await;
    let shown = async |way: &Way, show: &str| {
        way.stage.campus.page(&mut way.stage.hanna.clone(), &format!("/caseload?show={show}")).await
    };
    let current = |page: &str| {
        let marked: Vec<_> = page.match_indices("href=\"/caseload").map(|(at, _)| &page[at..]).collect();
        let marked = marked.into_iter().filter(|link| link.split('>').next().unwrap().contains("aria-current"));
        marked.map(|link| link.split('"').nth(1).unwrap().to_owned()).next_back().unwrap_or_default()
    };
    let page = shown(&way, "waiting").await;
    assert!(page.contains("Nobody waits for your answer.") && !page.contains("Maria"), "{page}");
    assert_eq!(current(&page), "/caseload?show=waiting");
    way.share("rain").await;
    let page = shown(&way, "waiting").await;
    assert!(page.contains("Maria") && page.contains("Waiting <span class=\"count\" aria-hidden=\"true\">1<"), "{page}");
    for (show, empty) in [
        ("danger", "No answer has meant danger"),
        ("moved", "No shared result has moved"),
        ("quiet", "Everybody has written something"),
        ("handover", "You hand nobody over."),
    ] {
        let page = shown(&way, show).await;
        assert!(page.contains(empty) && !page.contains("Maria"), "{show}: {page}");
    }
    // An address that means nothing shows everybody.
    let page = shown(&way, "nonsense").await;
    assert!(page.contains("Maria"), "{page}");
    assert_eq!(current(&page), "/caseload");
    let (olaf, change) = (way.stage.ids["Olaf"].to_string(), format!("/enrolments/{}/coach", way.walk.id));
    way.stage.campus.done(&mut way.stage.mia.clone(), &change, &[("coach", &olaf)]).await;
    let page = shown(&way, "handover").await;
    assert!(page.contains("Maria") && page.contains("Olaf takes over on"), "{page}");
    way.days(20).await;
    let mut olaf = way.stage.campus.sign_in(&way.stage.campus.site, "Olaf").await;
    let page = way.stage.campus.page(&mut olaf, "/caseload?show=quiet").await;
    assert!(page.contains("Everybody has written something"), "whoever waits is not quiet: {page}");
    let page = way.stage.campus.page(&mut way.stage.hanna.clone(), "/caseload?show=quiet").await;
    assert!(page.contains("Nobody is here yet"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_manager_says_who_coaches_and_sees_nothing_of_the_way() {
    let way = Way::begun().await;
    way.share("rain").await;
    let list = way.stage.campus.page(&mut way.stage.mia.clone(), "/enrolments").await;
    assert!(list.contains("Maria") && list.contains("Hanna") && list.contains("Sleeping better"), "{list}");
    assert!(!list.contains("rain"));
    for path in [case(&way), format!("{}/steps", case(&way)), "/caseload".to_owned(), way.path.clone()] {
        let answer = way.stage.campus.get(&mut way.stage.mia.clone(), &path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
    }
    // Somebody without a coach stands first.
    begin(&way.stage, &mut way.stage.piet.clone(), "Piet").await;
    let list = way.stage.campus.page(&mut way.stage.mia.clone(), "/enrolments").await;
    assert!(list.find("Piet").unwrap() < list.find("Maria").unwrap(), "{list}");
}

// Whoever has many coaches to choose from sees first those whom the fewest follow.
#[tokio::test(flavor = "multi_thread")]
async fn coaches_with_the_fewest_people_come_first_and_the_others_are_a_page_further() {
    let mut way = Way::begun().await;
    let nora = way.stage.campus.resident(&way.stage.campus.site, "Nora", Archetype::Participant).await;
    way.stage.ids.insert("Nora", nora);
    let (campus, mut mia) = (&way.stage.campus, way.stage.mia.clone());
    let change = format!("/enrolments/{}/coach", way.walk.id);
    // Olaf coaches one, and 26 others nobody.
    begin(&way.stage, &mut way.stage.piet.clone(), "Piet").await.assign(&way.stage, "Olaf").await;
    for number in 10..36 {
        campus.resident(&campus.site, &format!("Coach{number}"), Archetype::Coach).await;
    }
    // Whoever has not joined has nobody either, and comes last.
    campus
        .done(
            &mut mia,
            "/people/invitation",
            &[("name", "Ines"), ("email", "ines@example.org"), ("role", "coach"), ("language", "en")],
        )
        .await;
    let listed = |page: &str| page.matches("<label class=\"choice\">").count();
    let first = campus.page(&mut mia, &change).await;
    assert_eq!(listed(&first), 25, "{first}");
    assert!(!first.contains("Olaf") && first.contains("More coaches") && !first.contains("fewer people"), "{first}");
    let next = format!("{change}?page=2");
    assert!(first.contains(&format!("href=\"{next}\"")), "{first}");
    let second = campus.page(&mut mia, &next).await;
    assert_eq!(listed(&second), 3, "{second}");
    assert!(second.find("Olaf").unwrap() < second.find("Ines").unwrap(), "{second}");
    assert_eq!(second.matches("has not joined yet").count(), 1, "{second}");
    assert!(second.contains("fewer people") && !second.contains("More coaches"), "{second}");
    assert!(second.find("Coaches nobody now").unwrap() < second.find("Olaf").unwrap(), "{second}");
    for number in 10..36 {
        let name = format!("Coach{number}");
        assert!(first.contains(&name) != second.contains(&name), "{name} stands on one of the two");
    }
    let beyond = campus.page(&mut mia, &format!("{change}?page=99")).await;
    assert!(beyond.contains("Olaf"), "past the last page is the last: {beyond}");
    // Nothing chosen: said where one is. Then somebody of the second page.
    let answer = campus.post(&mut mia, &next, &[]).await;
    assert!(
        answer.text().contains("Olaf") && answer.text().contains("class=\"field choices faulty\""),
        "{}",
        answer.text()
    );
    let olaf = way.stage.ids["Olaf"].to_string();
    campus.done(&mut mia, &next, &[("coach", &olaf)]).await;
    let page = way.page(&way.stage.maria, "").await;
    assert!(page.contains("Olaf coaches you"), "{page}");
    // The order may be some minutes old; what is said of those who are shown is not.
    let chosen = first.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(!first.contains("Coaches one person now"), "{first}");
    let other = begin(&way.stage, &mut campus.sign_in(&campus.site, "Nora").await, "Nora").await;
    campus.done(&mut mia, &format!("/enrolments/{}/coach", other.id), &[("coach", &chosen)]).await;
    let again = campus.page(&mut mia, &change).await;
    assert_eq!(again.matches("Coaches one person now").count(), 1, "{again}");
    assert!(again.rfind("Coaches nobody now") < again.find("Coaches one person now"), "and stand last: {again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn handing_over_is_told_before_and_happens_on_its_day_unless_the_participant_objects() {
    for objects in [true, false] {
        let mut way = Way::begun().await;
        way.share("rain").await;
        let olaf = way.stage.ids["Olaf"].to_string();
        let change = format!("/enrolments/{}/coach", way.path.rsplit('/').next().unwrap());
        way.stage.campus.done(&mut way.stage.mia.clone(), &change, &[("coach", &olaf)]).await;
        way.stage.campus.run_jobs().await;
        assert!(mails(&way, "Maria").contains(&"You are to get another coach".to_owned()));
        assert!(mails(&way, "Hanna").contains(&"A colleague is to go on for you".to_owned()));
        let page = way.page(&way.stage.maria, "").await;
        assert!(page.contains("Olaf coaches you"), "{page}");
        let path = case(&way);
        assert_eq!(way.stage.campus.get(&mut way.stage.olaf.clone(), &path).await.status, StatusCode::NOT_FOUND);
        if objects {
            way.stage.campus.done(&mut way.stage.maria.clone(), &format!("{}/objection", way.path), &[]).await;
            way.stage.campus.run_jobs().await;
            for name in ["Hanna", "Mia"] {
                assert!(mails(&way, name).contains(&"Somebody objected to another coach".to_owned()), "{name}");
            }
        }
        way.days(8).await;
        let mut olaf = way.stage.campus.sign_in(&way.stage.campus.site, "Olaf").await;
        let old = way.stage.campus.get(&mut way.stage.hanna.clone(), &path).await;
        let new = way.stage.campus.get(&mut olaf, &path).await;
        let (reads, absent) = if objects { (&old, &new) } else { (&new, &old) };
        assert_eq!((reads.status, absent.status), (StatusCode::OK, StatusCode::NOT_FOUND), "objects: {objects}");
        assert!(reads.text().contains("rain"));
    }
}

// UC12, X4
#[tokio::test(flavor = "multi_thread")]
async fn all_of_a_programme_goes_along_with_its_participant_but_what_the_coach_has_not_sent() {
    let way = Way::begun().await;
    way.page(&way.stage.maria, "").await;
    way.share("rain on the roof").await;
    let mood =
        [("hand", "00000000-0000-0000-0000-000000000007"), ("point", "4"), ("sharing", "private"), ("reader", "")];
    way.stage.campus.done(&mut way.stage.maria.clone(), &way.walk.at("/mood"), &mood).await;
    let day = way.stage.campus.site.scope(kernel::Actor::Job("keeper.keep")).today().to_string();
    for (text, what) in [("a sent answer", "send"), ("an unsent answer", "keep")] {
        let fields = [("exercise", "sleep-diary"), ("day", &*day), ("text", text), ("do", what)];
        way.stage.campus.done(&mut way.stage.hanna.clone(), &format!("{}/responses", case(&way)), &fields).await;
    }
    let files = archive::take(&way.stage.campus, &mut way.stage.maria.clone()).await;
    let text = String::from_utf8(files["my-data.json"].clone()).unwrap();
    for table in ["enrolment", "step_opening", "revision", "response"] {
        assert!(
            text.contains(&format!("\"table\": \"{table}\"")) || text.contains(&format!("\"table\":\"{table}\"")),
            "{table}"
        );
    }
    assert!(text.contains("rain on the roof") && text.contains("a sent answer"), "{text}");
    assert!(!text.contains("an unsent answer"));
}

// UC13, I6
#[tokio::test(flavor = "multi_thread")]
async fn no_mail_of_a_programme_says_who_what_or_which() {
    let mut way = Way::begun().await;
    way.share("rain on the roof").await;
    let day = way.stage.campus.site.scope(kernel::Actor::Job("keeper.keep")).today().to_string();
    let answer = [("exercise", "sleep-diary"), ("day", &*day), ("text", "well observed"), ("do", "send")];
    way.stage.campus.done(&mut way.stage.hanna.clone(), &format!("{}/responses", case(&way)), &answer).await;
    way.stage.campus.done(&mut way.stage.hanna.clone(), &format!("{}/steps/bed/opening", case(&way)), &[]).await;
    let (olaf, change) = (way.stage.ids["Olaf"].to_string(), format!("/enrolments/{}/coach", way.walk.id));
    way.stage.campus.done(&mut way.stage.mia.clone(), &change, &[("coach", &olaf)]).await;
    way.stage.campus.done(&mut way.stage.maria.clone(), &way.walk.at("/objection"), &[]).await;
    way.stage.campus.run_jobs().await;
    way.days(9).await;
    way.stage.campus.run_jobs().await;
    let subjects: Vec<String> = ["Maria", "Hanna", "Mia"].into_iter().flat_map(|name| mails(&way, name)).collect();
    for told in [
        "Something waits for you",
        "Your coach has answered",
        "A new step is open to you",
        "Who coaches whom has changed",
        "You are to get another coach",
        "Somebody objected to another coach",
        "You can go on whenever you like",
    ] {
        assert!(subjects.iter().any(|subject| subject == told), "{told}: {subjects:?}");
    }
    for mail in way.stage.campus.outbox.mails() {
        for part in [mail.subject(), mail.text(), mail.html()] {
            for word in ["rain", "observed", "Maria", "Hanna", "Olaf", "Sleeping", "sleep-diary"] {
                assert!(!part.contains(word), "{word}: {part}");
            }
        }
    }
}
