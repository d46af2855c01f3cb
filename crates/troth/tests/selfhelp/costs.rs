//! What pages cost in queries: it does not grow with what is on them (I14).

use kernel::Archetype;
use testkit::counting;

use crate::{
    stage::Stage,
    walk::{Walk, begin},
    world::Browser,
};

/// What a page costs on the second look: with the first, versions come into memory and openings are kept.
async fn cost(stage: &Stage, who: &mut Browser, path: &str) -> usize {
    stage.campus.page(who, path).await;
    stage.campus.site.store.flush().await.unwrap();
    tokio::time::sleep(std::time::Duration::from_millis(150)).await;
    let before = counting::queries();
    stage.campus.page(who, path).await;
    counting::queries() - before
}

/// So many whom Hanna coaches.
async fn forty_people(stage: &Stage) {
    for number in 0..39 {
        let name = format!("Person {number}");
        let who = stage.campus.resident(&stage.campus.site, &name, Archetype::Participant).await;
        let of = stage.begin(who).await;
        Walk { path: String::new(), id: of.id, who }.assign(stage, "Hanna").await;
    }
}

#[test]
fn pages_of_self_help_take_at_most_six_queries() {
    counting::alone("costs::pages_of_self_help_take_at_most_six_queries", || {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let stage = Stage::set().await;
            let mut maria = stage.maria.clone();
            let walk = begin(&stage, &mut maria, "Maria").await;
            walk.assign(&stage, "Hanna").await;
            for night in 0..20 {
                let remark = format!("night {night}");
                walk.fill(&stage, &mut maria, "sleep-diary", &[("remark", &remark), ("do", "finish")]).await;
            }
            let mut costs = Vec::new();
            let rests = [
                "",
                "/steps/nights",
                "/exercises/sleep-diary",
                "/exercises/sleep-diary/history",
                "/exercises/paper-diary",
                "/moods",
                "/ending",
            ];
            for path in rests
                .iter()
                .map(|rest| walk.at(rest))
                .chain(["/programmes", "/my-data/programmes", "/"].map(ToOwned::to_owned))
            {
                costs.push((cost(&stage, &mut maria, &path).await, path));
            }
            let mut hanna = stage.hanna.clone();
            forty_people(&stage).await;
            let case = walk.path.replace("/programmes/", "/caseload/");
            let lists =
                ["/caseload", "/caseload?show=waiting", "/caseload/texts", "/caseload/leave"].map(str::to_owned);
            for path in lists.into_iter().chain(["", "/steps", "/colleague"].map(|rest| format!("{case}{rest}"))) {
                let cost = cost(&stage, &mut hanna, &path).await;
                assert!((1..=6).contains(&cost), "{path}: {cost}");
            }
            let mut mia = stage.mia.clone();
            let listed = cost(&stage, &mut mia, "/enrolments").await;
            assert!((1..=6).contains(&listed), "/enrolments: {listed}");
            let whose = format!("/enrolments/{}/coach", walk.id);
            let (first, second) = (cost(&stage, &mut mia, &whose).await, cost(&stage, &mut mia, &whose).await);
            assert!((1..=6).contains(&first) && (1..=6).contains(&second), "{whose}: {first}, then {second}");
            let draft = stage.campus.done(&mut mia, "/making", &[("from", "shipped")]).await;
            let rests = ["", "?in=nl&beside=en", "/files", "/removal", "/publication"];
            let making = rests.iter().map(|rest| format!("{draft}{rest}"));
            for path in making.chain(["/making".to_owned(), "/making/import".to_owned()]) {
                let cost = cost(&stage, &mut mia, &path).await;
                assert!((1..=6).contains(&cost), "{path}: {cost}");
            }
            costs.push((cost(&stage, &mut maria, &walk.at("/newer")).await, walk.at("/newer")));
            assert!(costs.iter().all(|(cost, _)| (2..=6).contains(cost)), "{costs:?}");
        });
    })
    .unwrap();
}
