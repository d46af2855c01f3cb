//! Mails say that something waits, and nothing of what it is, in the language of whoever gets them (UC13).

use kernel::{Archetype, Language, manifest::OutputKind};
use testkit::Canaries;
use troth::system::SystemRng;

use crate::world::{Browser, Campus, links};

#[tokio::test(flavor = "multi_thread")]
async fn every_mail_of_a_story_is_in_its_readers_language_and_holds_nothing() {
    let campus = Campus::new().await;
    let mut canaries = Canaries::new();
    let mut plant = |field: &str| canaries.plant(field, &SystemRng);
    campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let mut people = Vec::new();
    for (role, language) in [
        ("coach", Language::Nl),
        ("participant", Language::Sv),
        ("participant", Language::En),
        ("officer", Language::Nl),
    ] {
        let email = format!("{}@canary.example", plant("address"));
        let (name, note, tag) = (plant("name"), plant("note"), language.tag());
        let fields =
            [("name", name.as_str()), ("email", &email), ("role", role), ("language", tag), ("note", note.as_str())];
        campus.done(&mut manager, "/people/invitation", &fields).await;
        campus.run_jobs().await;
        let link = campus.mailed_link(&email);
        let mut browser = Browser::default();
        let password = format!("{}7", plant("password"));
        campus.done(&mut browser, &link, &[("password", &password)]).await;
        campus.post(&mut Browser::default(), "/sign-in/help", &[("email", &email)]).await;
        campus.run_jobs().await;
        let next = format!("{}7", plant("next password"));
        campus.done(&mut Browser::default(), &campus.mailed_link(&email), &[("password", &next)]).await;
        let mut browser = campus.sign_in_with(&campus.site, &email, &next).await.expect("the new password");
        campus.set_up_second_step(&mut browser, &next).await;
        people.push((campus.person(&email).await.unwrap(), email, language, browser));
    }
    let coach = people[0].clone();
    let mut hanna = coach.3.clone();
    campus.promise(&mut hanna).await;
    for (id, _, _, browser) in &people[1..3] {
        let trajectory = campus.link(&mut manager, coach.0, *id).await;
        let mut browser = browser.clone();
        for writer in [&mut hanna, &mut browser] {
            let (text, file) = (plant("message"), format!("{}.txt", plant("file name")));
            campus.send(writer, &trajectory, &text, &[(&file, &plant("file"))]).await;
            let notes = format!("{trajectory}/notes");
            let sharing = campus.done(writer, &notes, &[("text", &plant("shared note")), ("share", "yes")]).await;
            campus.done(writer, &sharing, &[]).await;
        }
        for writer in [&mut hanna, &mut browser] {
            let notes = format!("{trajectory}/notes");
            let door = links(&campus.page(writer, &notes).await, &format!("{notes}/"), "/view").remove(0);
            campus.done(writer, &door, &[("text", &plant("view"))]).await;
        }
        let goals = format!("{trajectory}/goals");
        let start = format!("{goals}/");
        let goal = plant("goal");
        let add = campus.make(&mut hanna, (&goals, &[("title", &goal)]), &goals, (&start, "/tasks")).await;
        campus.done(&mut hanna, &add, &[("title", &plant("task")), ("doer", "participant")]).await;
        campus.done(&mut browser, &add, &[("title", &plant("task")), ("doer", "coach")]).await;
        let appointments = format!("{trajectory}/appointments");
        let (title, place) = (plant("title"), plant("place"));
        let mut fields = [
            ("title", title.as_str()),
            ("place", place.as_str()),
            ("date", "2026-12-01"),
            ("from", "10:00"),
            ("until", "11:00"),
        ];
        let start = format!("{appointments}/");
        let file = campus.make(&mut browser, (&appointments, &fields), &appointments, (&start, "/calendar")).await;
        fields[2].1 = "2026-12-02";
        campus.done(&mut hanna, file.trim_end_matches("/calendar"), &fields).await;
        campus.done(&mut hanna, &format!("{trajectory}/closure"), &[]).await;
        campus.run_jobs().await;
    }
    let (held, reason) = (people[1].0.to_string(), plant("hold reason"));
    let fields = [
        ("kind", "person"),
        ("number", held.as_str()),
        ("ground", "claim"),
        ("reason", reason.as_str()),
        ("until", "2026-11-30"),
    ];
    campus.done(&mut people[3].3.clone(), "/holds/laying", &fields).await;
    assert_eq!(oversight::remind(&campus.site).await.unwrap(), 1);
    assert_eq!(oversight::remind(&campus.site).await.unwrap(), 0, "once is enough");
    campus.run_jobs().await;
    assert!(!links(&campus.page(&mut hanna, "/trajectories/mine").await, "/trajectories/", "").is_empty());
    let mut readers: Vec<_> = people.iter().map(|(_, email, language, _)| (email.clone(), *language)).collect();
    readers.push(requests(&campus, &mut canaries, &people[1].3, &people[3].3).await);
    campus.run_jobs().await;

    let mails = campus.outbox.mails();
    let mut told: Vec<&str> = Vec::new();
    for mail in &mails {
        for part in [mail.subject(), mail.text(), mail.html(), mail.message_id()] {
            assert_eq!(canaries.in_bytes(part.as_bytes()), [], "{part}");
        }
        let (_, language) = readers.iter().find(|(email, _)| email == mail.to().as_str()).expect("one of them");
        assert_eq!(mail.language(), *language, "{}", mail.subject());
        // Its words are those of a declared mail, in that language; its links lead to the campus and nowhere else.
        let voice = campus.site.voice(*language);
        let name = campus.site.name(*language);
        let outputs = campus.common.inventory.outputs().filter(|output| output.kind == OutputKind::Mail);
        let declared: Vec<_> = outputs
            .filter(|output| {
                let says = |part: &str| voice.say1(&format!("{}-{part}", output.name), "organisation", &name);
                says("subject") == mail.subject() && mail.text().contains(&says("body"))
            })
            .collect();
        assert_eq!(declared.len(), 1, "{} {declared:?}", mail.subject());
        told.push(declared[0].name);
        let addresses = mail.text().matches("://").count();
        assert_eq!((addresses, mail.text().matches(&campus.site.base_url).count()), (1, 1), "{}", mail.text());
        for sign in ["<img", "<script", "<link", "src=", "url("] {
            assert!(!mail.html().contains(sign), "a mail loads nothing: {}", mail.html());
        }
    }
    let never: Vec<_> = campus
        .common
        .inventory
        .outputs()
        .filter(|output| output.kind == OutputKind::Mail && !told.contains(&output.name))
        .map(|output| output.name)
        // The keeper's announcements need two years: they are held by its own tests.
        .filter(|name| !name.starts_with("keeper-"))
        // Those of the registers, too: see `registers`.
        .filter(|name| !name.starts_with("registers-"))
        // An alternative is asked for elsewhere: see `requests::alternatives`.
        .filter(|name| !name.starts_with("requests-mail-alt-"))
        // Those of exceptions go to people outside, too: they have a story of their own.
        .filter(|name| !name.starts_with("exceptions-"))
        // A change of address, a lost second step, registering and a copied passkey have stories of their own: see the tests of the accounts.
        .filter(|name| !name.starts_with("accounts-mail-address-") && !name.starts_with("accounts-mail-renewal-"))
        .filter(|name| !["accounts-mail-register", "accounts-mail-passkey-copied"].contains(name))
        // Nor does anybody sign in with another provider at the campus.
        .filter(|name| *name != "accounts-mail-provider-changed")
        // Of an address that is tried again, see `mailings::bounces`.
        .filter(|name| *name != "accounts-mail-trial")
        // Technicians are told of what visits leave where the statement speaks of visits: see the tests of visits.
        .filter(|name| !name.starts_with("visits-"))
        // Mailings hold the organisation's own words, and the campus sends none: see `mailings`.
        .filter(|name| !name.starts_with("mailings-") && !name.starts_with("programmes-"))
        .collect();
    assert!(never.is_empty(), "the story leaves out {never:?}");
}

/// A request from an account and one without, with steps, more time, and answers; who asked without one.
async fn requests(campus: &Campus, canaries: &mut Canaries, maria: &Browser, officer: &Browser) -> (String, Language) {
    let mut plant = |field: &str| canaries.plant(field, &SystemRng);
    let guest = format!("{}@canary.example", plant("guest's address"));
    let (mut maria, mut officer, mut nobody) = (maria.clone(), officer.clone(), Browser::default());
    let own = campus
        .done(&mut maria, "/my-data/requests", &[("kind", "inspection"), ("words", &plant("asked from the account"))])
        .await;
    let words = plant("asked without an account");
    let fields = [("kind", "erasure"), ("email", guest.as_str()), ("words", &words)];
    assert_eq!(campus.post(&mut nobody, "/ask?lang=sv", &fields).await.status, 200);
    campus.run_jobs().await;
    let link = campus.mailed_link(&guest);
    assert!(campus.page(&mut nobody, &link).await.contains(&words));
    let asked = campus.done(&mut nobody, &link, &[]).await;
    campus.done(&mut nobody, &asked, &[("text", &plant("a line"))]).await;
    let own = own.trim_start_matches("/my-data").split('?').next().unwrap().to_owned();
    let all = links(&campus.page(&mut officer, "/requests").await, "/requests/", "");
    let other = all.into_iter().find(|path| path.len() == own.len() && *path != own).expect("the other one");
    for path in [&own, &other] {
        campus.done(&mut officer, &format!("{path}/steps"), &[("text", &plant("step"))]).await;
        campus.run_jobs().await;
    }
    campus.done(&mut officer, &format!("{own}/extension"), &[("reason", &plant("reason"))]).await;
    let fields = [("outcome", "refused"), ("ground", "identity"), ("text", &plant("answer"))];
    campus.done(&mut officer, &format!("{other}/answer"), &fields).await;
    campus.clock.advance_days(91);
    assert_eq!(requests::remind(&campus.site).await.unwrap(), 1);
    assert_eq!(requests::remind(&campus.site).await.unwrap(), 0, "once a day is enough");
    (guest, Language::Sv)
}
