//! What staff promise before they look at anyone's data (SH4, TF10): enforced by every decision, so by every door.

use access::text_hash;
use axum::http::StatusCode;
use kernel::{
    Archetype, Uuid,
    manifest::{Entry, Method},
};
use statement::{Rule, State, plan::Undertaking};
use testkit::Canaries;

use crate::{
    amending, story,
    world::{Browser, Campus, links, statement},
};

const TEXT: &str = "I keep to myself what a coachee entrusts to me.";
const NEW_TEXT: &str = "I keep to myself what a coachee entrusts to me, also when my work here is over.";

/// The hash in the page's form: the text as it was shown.
fn shown(page: &str) -> String {
    let after = page.split("name=\"text\" value=\"").nth(1).expect("something to accept");
    after.split('"').next().unwrap().to_owned()
}

/// The campus on the day on which a version with another text of the undertaking holds.
async fn with_another_text(mut campus: Campus) -> Campus {
    amending::publish(&campus, &amending::amended(12, "2026-11-23", &[(TEXT, NEW_TEXT)])).await.unwrap();
    campus.clock.set("2026-11-22T23:00:00Z".parse().unwrap());
    assert!(campus.amend().await);
    campus
}

/// Knocks at every door as the coach of Maria; the canaries of others that the answers tell, and how many doors led to
/// what is to be accepted.
async fn knock_everywhere(campus: &Campus, coach: &Browser, own: &str, others: &Canaries) -> (Vec<String>, usize) {
    let (mut told, mut led) = (Vec::new(), 0);
    for route in campus.common.inventory.routes() {
        let Entry::Action(action) = route.entry else { continue };
        // Signing out ends the session of the one who tries; accepting is tried apart.
        if route.path == "/sign-out" || (route.path == http::UNDERTAKINGS && route.method == Method::Post) {
            continue;
        }
        let path = route.path.replace("{trajectory}", own).replace("{class}/{holder}", &format!("dialogue/{own}"));
        let nothing = Uuid::from_u128(7).to_string();
        let part = |part: &str| if part.starts_with('{') { nothing.clone() } else { part.to_owned() };
        let path = path.split('/').map(part).collect::<Vec<_>>().join("/");
        let mut browser = coach.clone();
        let answer = match route.method {
            Method::Get => campus.get(&mut browser, &path).await,
            Method::Post => campus.post(&mut browser, &path, &[("text", ""), ("title", ""), ("name", "")]).await,
        };
        assert!(answer.status.as_u16() < 500, "{path}: {}", answer.status);
        led += usize::from(answer.location().starts_with(http::UNDERTAKINGS));
        told.extend(
            others.in_bytes(&answer.body).into_iter().map(|hit| format!("{path} ({}): {}", action.name, hit.0)),
        );
    }
    (told, led)
}

// SH4, X4: a new door of any slice is tried by itself.
#[tokio::test(flavor = "multi_thread")]
async fn no_door_of_any_slice_shows_others_data_before_the_undertaking_is_accepted() {
    let campus = Campus::new().await;
    let story = story::tell(&campus).await;
    let others = story.canaries.only(|field| field.starts_with("maria ") || field.starts_with("piet "));
    let own = story.trajectory.trim_start_matches("/trajectories/").to_owned();
    // The check can fail: who has accepted sees them.
    let (told, led) = knock_everywhere(&campus, &story.coach, &own, &others).await;
    assert!(told.len() > 10 && led == 0, "{} {led}", told.len());

    let campus = with_another_text(campus).await;
    let mut coach = campus.sign_in(&campus.site, &story.coach_name).await;
    let (told, led) = knock_everywhere(&campus, &coach, &own, &others).await;
    assert_eq!(told, [""; 0]);
    assert!(led > 8, "{led}");
    let page = campus.page(&mut coach, http::UNDERTAKINGS).await;
    assert!(page.contains(NEW_TEXT));
    campus.done(&mut coach, http::UNDERTAKINGS, &[("text", &shown(&page))]).await;
    let (told, led) = knock_everywhere(&campus, &coach, &own, &others).await;
    assert!(told.len() > 10 && led == 0, "{} {led}", told.len());
    // What was accepted outlives the process, the earlier text too.
    let campus = campus.restart();
    let page = campus.page(&mut coach, http::UNDERTAKINGS).await;
    assert!(page.contains("You accepted this on") && !page.contains("name=\"text\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_coach_is_led_to_the_text_and_back_and_loses_no_word() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach_id = campus.newcomer("Cora Coach", Archetype::Coach).await;
    let pia_id = campus.resident(&campus.site, "Pia Participant", Archetype::Participant).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let trajectory = campus.link(&mut manager, coach_id, pia_id).await;
    let mut coach = campus.sign_in(&campus.site, "Cora Coach").await;
    for path in ["/", "/trajectories/mine", &format!("{trajectory}/dialogue")] {
        let to = campus.get(&mut coach, path).await.location();
        assert!(to.starts_with(http::UNDERTAKINGS), "{path}: {to}");
    }
    // The own data, the statement and the way out stay reachable.
    for path in ["/my-data", "/my-data/file", "/profile", "/privacy", "/my-data/restriction", "/my-data/looks"] {
        campus.page(&mut coach, path).await;
    }
    let text = "A greeting that nobody must lose.";
    for answer in [
        campus.upload(&mut coach, &format!("{trajectory}/messages"), &[("text", text)], &[]).await,
        campus.post(&mut coach, &format!("{trajectory}/goals"), &[("title", text)]).await,
    ] {
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(answer.text().contains(text) && answer.text().contains(http::UNDERTAKINGS), "{}", answer.text());
    }
    let aim = format!("{trajectory}/dialogue");
    let to = campus.get(&mut coach, &aim).await.location();
    let page = campus.page(&mut coach, &to).await;
    assert!(page.contains(TEXT));
    let hash = shown(&page);
    // Another text than the one that was shown, and a way that leads elsewhere.
    let wrong = "0".repeat(64);
    let answer = campus.post(&mut coach, http::UNDERTAKINGS, &[("text", &wrong)]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(campus.get(&mut coach, &aim).await.status, StatusCode::SEE_OTHER);
    let to = campus.done(&mut coach.clone(), http::UNDERTAKINGS, &[("text", &hash), ("next", "//evil.example")]).await;
    assert_eq!(to, "/undertakings?done=accepted");
    assert_eq!(campus.done(&mut coach, http::UNDERTAKINGS, &[("text", &hash), ("next", &aim)]).await, aim);
    campus.page(&mut coach, &aim).await;
    // Once, however often it is pressed; with the clause and the date, in one's own data.
    let page = campus.page(&mut coach, "/my-data").await;
    let bundle = links(&page, "/my-data/undertakings/", "").remove(0);
    let page = campus.page(&mut coach, &bundle.replace("&amp;", "&")).await;
    assert!(page.contains("undertaking-secrecy") && page.matches("22 November 2026").count() == 1, "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_role_promises_nothing_is_asked_nothing() {
    let campus = Campus::new().await;
    campus.newcomer("Mia Manager", Archetype::Manager).await;
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    campus.page(&mut manager, "/people").await;
    assert!(campus.page(&mut manager, http::UNDERTAKINGS).await.contains("Your role has nothing to promise here."));
    let promise = campus.site.plan.first::<Undertaking>().unwrap();
    let hash = store::ledger::hex(&text_hash(promise));
    let answer = campus.post(&mut manager, http::UNDERTAKINGS, &[("text", &hash)]).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
}

// I8: an acceptance goes with the coach, and decisions forget it with the row.
#[tokio::test(flavor = "multi_thread")]
async fn an_acceptance_goes_when_the_coach_goes() {
    let campus = Campus::new().await;
    campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach_id = campus.resident(&campus.site, "Cora Coach", Archetype::Coach).await;
    let hash = text_hash(campus.site.plan.first::<Undertaking>().unwrap());
    let mut manager = campus.sign_in(&campus.site, "Mia Manager").await;
    campus.done(&mut manager, &format!("/people/{coach_id}/agreement-end"), &[]).await;
    assert!(campus.site.access.accepted(coach_id, &hash).is_some());
    campus.clock.advance_days(732);
    campus.keep().await;
    assert_eq!(campus.site.access.accepted(coach_id, &hash), None);
    let campus = campus.restart();
    assert_eq!(campus.site.access.accepted(coach_id, &hash), None);
}

#[test]
fn an_undertaking_is_enforced_where_acceptances_are_kept_and_nowhere_else() {
    let inventory = troth::assemble::inventory().unwrap();
    let state = |source: &str| {
        let plan = ::statement::check(source, Some(&inventory)).plan.unwrap();
        plan.clauses().iter().find(|clause| matches!(clause.rule, Rule::Undertaking(_))).unwrap().state.clone()
    };
    for name in ["campus", "selfhelp", "training"] {
        assert_eq!(state(&statement(name)), State::Enforced, "{name}");
    }
    let unkept = statement("campus").replace("includes \"undertaking.acceptance\"", "includes \"undertaking.other\"");
    assert!(matches!(state(&unkept), State::NotInUse { .. }));
}
