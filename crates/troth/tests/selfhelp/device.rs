//! What a page hands out so that what cannot be sent stays on the device, sealed: to whom, and how long.

use crate::{stage::Stage, walk::begin, world::statement};

/// The key and the mark in a page, where there are any.
fn handed(page: &str) -> Option<(String, String)> {
    let value = |name: &str| page.split_once(&format!(" {name}=\""))?.1.split('"').next().map(ToOwned::to_owned);
    Some((value("data-device-key")?, value("data-device")?))
}

// SH12, S4
#[tokio::test(flavor = "multi_thread")]
async fn only_whoever_may_write_there_is_handed_the_key_and_it_is_the_same_in_each_session() {
    let stage = Stage::set().await;
    let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
    let others = begin(&stage, &mut stage.piet.clone(), "Piet").await;
    walk.assign(&stage, "Hanna").await;
    let mut maria = stage.maria.clone();

    // Before a word is written, and on every page of the enrolment from then on.
    let first = handed(&stage.campus.page(&mut maria, &walk.path).await).expect("a key");
    walk.fill(&stage, &mut maria, "sleep-diary", &[("remark", "quiet"), ("do", "keep")]).await;
    assert_eq!((first.0.len(), first.1.len()), (64, 64));
    assert_ne!(first.0, first.1, "the mark tells nothing of the key");
    walk.fill(&stage, &mut maria, "sleep-diary", &[("remark", "awake"), ("sharing", "shared"), ("do", "finish")]).await;
    for path in ["", "/steps/nights", "/exercises/sleep-diary", "/ending"] {
        assert_eq!(handed(&stage.campus.page(&mut maria, &walk.at(path)).await).as_ref(), Some(&first), "{path}");
    }
    let mut anew = stage.campus.sign_in(&stage.campus.site, "Maria").await;
    let found = stage.campus.page(&mut anew, &walk.exercise("sleep-diary")).await;
    assert_eq!(handed(&found).as_ref(), Some(&first), "another session, the same key");

    let piets = handed(&stage.campus.page(&mut stage.piet.clone(), &others.path).await).expect("a key");
    assert!(piets.0 != first.0 && piets.1 != first.1, "each has an own one");
    let case = walk.path.replace("/programmes/", "/caseload/");
    for (who, path) in [(&stage.hanna, case.as_str()), (&stage.mia, "/enrolments")] {
        let page = stage.campus.page(&mut who.clone(), path).await;
        assert!(handed(&page).is_none() && !page.contains(&first.0) && !page.contains(&first.1), "{path}");
    }
    for who in [&stage.piet, &stage.hanna, &stage.olaf, &stage.mia] {
        let refused = stage.campus.get(&mut who.clone(), &walk.exercise("sleep-diary")).await;
        assert_eq!(refused.status, 404);
        assert!(!refused.text().contains(&first.0));
    }

    // Nobody is handed it once all of it was deleted; and with the account its keys go.
    stage.campus.done(&mut maria, &walk.at("/ending"), &[("do", "delete")]).await;
    for path in ["", "/ending"] {
        let page = stage.campus.get(&mut maria, &walk.at(path)).await;
        assert!(handed(&page.text()).is_none(), "{path}");
    }
    assert!(handed(&stage.campus.page(&mut stage.piet.clone(), &others.path).await).is_some());
    assert!(stage.has_key(others.id));
    stage.later(3 * 366).await;
    assert!(
        !stage.has_key(others.id),
        "no key is left of which it could be made again, though nothing was ever written"
    );
}

// SH12, Directive 2002/58 Art. 5(3)
#[tokio::test(flavor = "multi_thread")]
async fn a_device_keeps_something_only_where_the_statement_says_so_and_for_as_long_as_it_says() {
    let clause = "unsent purpose=\"programme\" lasts=\"14 days\"";
    let says = statement("selfhelp");
    assert!(says.contains(clause), "{says}");
    for (clause_there, days) in [("unsent purpose=\"programme\" lasts=\"1 week\"", Some("7")), ("", None)] {
        let stage = Stage::with(&says.replace(clause, clause_there)).await;
        let walk = begin(&stage, &mut stage.maria.clone(), "Maria").await;
        let mut maria = stage.maria.clone();
        stage.campus.page(&mut maria, &walk.path).await;
        assert_eq!(stage.has_key(walk.id), days.is_some(), "where nothing waits, no key is made for it");
        walk.fill(&stage, &mut maria, "sleep-diary", &[("remark", "quiet"), ("do", "keep")]).await;
        let page = stage.campus.page(&mut maria, &walk.exercise("sleep-diary")).await;
        assert_eq!(handed(&page).is_some(), days.is_some(), "{page}");
        let told = days.map(|days| format!("at most {days} days"));
        assert_eq!(page.contains("data-device-told"), told.is_some());
        assert!(told.is_none_or(|told| page.contains(&told) && page.contains("data-device-days=\"7\"")), "{page}");
        let public = stage.campus.page(&mut maria, "/privacy").await;
        assert_eq!(public.contains("waits on your own device"), days.is_some());
    }
}
