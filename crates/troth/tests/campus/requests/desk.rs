//! Asking from the own account, and the officer's desk.

use super::Stage;
use crate::world::{Browser, address, links};

// UC12: whoever has an account asks for each right; it reaches the desk at once, with its clock.
#[tokio::test(flavor = "multi_thread")]
async fn each_right_is_asked_in_each_role_and_stands_on_the_desk_with_its_clock() {
    let stage = Stage::set().await;
    let kinds = [
        "inspection",
        "rectification",
        "erasure",
        "restriction",
        "portability",
        "objection",
        "withdrawal",
        "complaint",
    ];
    for who in [&stage.maria, &stage.coach, &stage.manager, &stage.officer] {
        let form = stage.campus.page(&mut who.clone(), "/my-data/requests").await;
        for kind in kinds {
            assert!(form.contains(&format!("value=\"{kind}\"")), "{kind} is offered");
            let id = stage.ask(who, kind, &format!("Please: {kind}.")).await;
            let own = stage.campus.page(&mut who.clone(), &format!("/my-data/requests/{id}")).await;
            assert!(own.contains("Due on 22 December 2026") && own.contains(&format!("Please: {kind}.")), "{own}");
            let seen = stage.desk(&format!("/requests/{id}")).await;
            assert!(seen.contains(&format!("Please: {kind}.")) && seen.contains("Shown by signing in"), "{seen}");
        }
        // The statement of the campus does not offer this one.
        let fields = [("kind", "erasure-but-contact"), ("words", "All but my address.")];
        let refused = stage.campus.post(&mut who.clone(), "/my-data/requests", &fields).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("All but my address."), "what was typed is kept");
    }
    let desk = stage.desk("/requests").await;
    assert_eq!(links(&desk, "/requests/", "").iter().filter(|path| path.len() > 30).count(), 4 * kinds.len());
    // The number beside the desk's entry.
    assert!(desk.contains(&format!("<span class=\"count\">{}", 4 * kinds.len())), "{desk}");
}

// UC12: the officer knows who asks; nobody else sees that anything was asked.
#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_seen_by_its_asker_and_by_officers_and_by_nobody_else() {
    let stage = Stage::set().await;
    let id = stage.ask(&stage.maria, "objection", "No mail about courses, please.").await;
    let seen = stage.desk(&format!("/requests/{id}")).await;
    assert!(seen.contains("Maria") && seen.contains(&address("Maria")), "{seen}");
    for other in [&stage.piet, &stage.coach, &stage.manager] {
        for path in [format!("/my-data/requests/{id}"), format!("/requests/{id}"), "/requests".to_owned()] {
            assert_eq!(stage.campus.get(&mut other.clone(), &path).await.status, 404, "{path}");
        }
        let line = [("text", "I am Maria, believe me.")];
        let path = format!("/my-data/requests/{id}/lines");
        assert_eq!(stage.campus.post(&mut other.clone(), &path, &line).await.status, 404);
        assert!(!stage.campus.page(&mut other.clone(), "/my-data/requests").await.contains(&id));
    }
    // An officer is no asker: the own page of somebody else's request is absent to officers, too.
    assert_eq!(stage.campus.get(&mut stage.officer.clone(), &format!("/my-data/requests/{id}")).await.status, 404);
    let stranger = stage.campus.get(&mut Browser::default(), &format!("/my-data/requests/{id}")).await;
    assert!(stranger.location().starts_with("/sign-in"));
}

// UC11: steps, with who and when; the asker reads each, and adds a line, until it is answered.
#[tokio::test(flavor = "multi_thread")]
async fn the_asker_sees_each_step_and_adds_lines_until_it_is_answered() {
    let stage = Stage::set().await;
    let (mut maria, id) = (stage.maria.clone(), stage.ask(&stage.maria, "inspection", "What do you hold?").await);
    let step = format!("/requests/{id}/steps");
    assert_eq!(stage.officer_posts(&step, &[("text", "")]).await.status, 422);
    assert_eq!(stage.officer_posts(&step, &[("text", "Do you mean the notes, too?")]).await.status, 303);
    stage.campus.run_jobs().await;
    assert_eq!(stage.campus.mailed_link(&address("Maria")), "/my-data/requests");
    let lines = format!("/my-data/requests/{id}/lines");
    stage.campus.done(&mut maria, &lines, &[("text", "Yes, the notes too.")]).await;
    let own = stage.campus.page(&mut maria, &format!("/my-data/requests/{id}")).await;
    for said in ["Do you mean the notes, too?", "Yes, the notes too.", "the data protection officer", "you"] {
        assert!(own.contains(said), "{said}: {own}");
    }
    let answer = [("outcome", "granted"), ("text", "It stands in My data.")];
    assert_eq!(stage.officer_posts(&format!("/requests/{id}/answer"), &answer).await.status, 303);
    let late = stage.campus.post(&mut maria, &lines, &[("text", "One more thing.")]).await;
    assert_eq!(late.status, 409);
    assert!(
        late.text().contains("One more thing.") && late.text().contains("It stands in My data."),
        "{}",
        late.text()
    );
    let closed = stage.desk("/requests?show=closed").await;
    assert!(closed.contains(&id) && !stage.desk("/requests").await.contains(&id));
}

// UC11, TF18: what came by letter; nothing is given out before it is known who asks.
#[tokio::test(flavor = "multi_thread")]
async fn what_came_by_letter_runs_from_its_day_and_is_granted_only_when_it_is_known_who_asks() {
    let stage = Stage::set().await;
    let mut entry = vec![
        ("kind", "restriction"),
        ("channel", "letter"),
        ("received", "2026-11-20"),
        ("name", "Maria"),
        ("address", "Singel 1, Amsterdam"),
        ("words", "Stop using my data."),
    ];
    let made = stage.officer_posts("/requests/entry", &entry).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let id = super::number(&made.location());
    assert!(stage.desk(&format!("/requests/{id}")).await.contains("Due on 20 December 2026"));
    for day in ["2026-11-23", "2025-11-01"] {
        entry[2].1 = day;
        let refused = stage.officer_posts("/requests/entry", &entry).await;
        assert!(refused.status == 422 && refused.text().contains("Stop using my data."), "{day}");
    }
    let (answer, granted) = (format!("/requests/{id}/answer"), [("outcome", "granted"), ("text", "Done.")]);
    let refused = stage.officer_posts(&answer, &granted).await;
    assert!(refused.status == 422 && refused.text().contains("First write down how"), "{}", refused.text());
    let identity = format!("/requests/{id}/identity");
    let nobody = [("how", "She came by."), ("number", "01890000-0000-7000-8000-000000000000")];
    assert_eq!(stage.officer_posts(&identity, &nobody).await.status, 422);
    let maria = stage.maria_id.to_string();
    assert_eq!(stage.officer_posts(&identity, &[("how", "She came by."), ("number", &maria)]).await.status, 303);
    // From then on it is hers, in her own account; and what is granted is carried out.
    let own = stage.campus.page(&mut stage.maria.clone(), "/my-data/requests").await;
    assert!(own.contains(&id), "{own}");
    assert_eq!(stage.officer_posts(&answer, &granted).await.status, 303);
    assert!(stage.campus.site.store.restrictions().hold(stage.maria_id));
}

// UC12, GDPR Art. 18: who has frozen the own data is answered all the same.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_froze_the_own_data_asks_and_is_answered() {
    let stage = Stage::set().await;
    let mut maria = stage.maria.clone();
    stage.campus.done(&mut maria, "/my-data/restriction", &[]).await;
    let id = stage.ask(&stage.maria, "rectification", "My name is spelt wrong.").await;
    assert!(stage.desk(&format!("/requests/{id}")).await.contains("My name is spelt wrong."));
    assert_eq!(stage.officer_posts(&format!("/requests/{id}/steps"), &[("text", "I look.")]).await.status, 303);
    let before = stage.mails_to(&address("Maria"));
    let answer = [("outcome", "granted"), ("text", "It is corrected.")];
    assert_eq!(stage.officer_posts(&format!("/requests/{id}/answer"), &answer).await.status, 303);
    stage.campus.run_jobs().await;
    assert!(stage.mails_to(&address("Maria")) > before, "she is told that there is news");
    let own = stage.campus.page(&mut maria, &format!("/my-data/requests/{id}")).await;
    assert!(own.contains("It is corrected."), "{own}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_speaks_three_languages() {
    let stage = Stage::set().await;
    let id = stage.ask(&stage.maria, "portability", "A file.").await;
    for (lang, words) in [
        ("en", ["Requests", "To take my data along", "Due on", "Add a step"]),
        ("nl", ["Verzoeken", "Mijn gegevens meenemen", "Uiterlijk", "Stap toevoegen"]),
        ("sv", ["Begäranden", "Att ta med mig mina uppgifter", "Senast", "Lägg till ett steg"]),
    ] {
        let desk = stage.desk(&format!("/requests?lang={lang}")).await;
        let one = stage.desk(&format!("/requests/{id}?lang={lang}")).await;
        for word in words {
            assert!(desk.contains(word) || one.contains(word), "{lang}: {word}");
        }
        let answer = stage.desk(&format!("/requests/{id}/answer?lang={lang}")).await;
        assert!(
            !desk.contains("[requests-") && !one.contains("[requests-") && !answer.contains("[requests-"),
            "{lang}"
        );
    }
}
