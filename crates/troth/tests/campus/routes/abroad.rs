//! Doors of one organisation, tried by people of another.

use kernel::{Archetype, manifest::Method};

use super::{Stage, borrowed, guarded};
use crate::world::{Campus, PASSWORD, address};

// I13: to somebody of another organisation, on their own host, ids of this one lead nowhere.
#[tokio::test(flavor = "multi_thread")]
async fn ids_of_one_organisation_lead_nowhere_in_another() {
    let mut stage = Stage::on(Campus::pair().await).await;
    let other = stage.campus.other().clone();
    let mut browsers = Vec::new();
    for (name, archetype) in
        [("Mia Manager", Archetype::Manager), ("Hanna Coach", Archetype::Coach), ("Maria", Archetype::Participant)]
    {
        stage.campus.resident(&other, name, archetype).await;
        browsers.push(stage.campus.sign_in(&other, name).await);
    }
    let (manager, coach) = (stage.manager.clone(), stage.coach.clone());
    let mut tried = 0;
    for (route, _) in guarded(&stage.campus) {
        let of_people = route.path.contains("{person}");
        if !of_people && !route.path.contains("{trajectory}") {
            continue;
        }
        let aim = stage.aim(route, if of_people { &manager } else { &coach }, false).await;
        for browser in &mut browsers {
            let fields = borrowed(&aim.fields);
            let answer = match route.method {
                Method::Get => stage.campus.get_from(&other, browser, &aim.path).await,
                Method::Post => stage.campus.post_to(&other, browser, &aim.path, &fields).await,
            };
            let expected: &[u16] = if route.path.ends_with("/messages") { &[400, 404] } else { &[404] };
            assert!(expected.contains(&answer.status.as_u16()), "{:?} {}: {}", route.method, route.path, answer.status);
            assert_eq!(stage.canaries.in_bytes(&answer.body), []);
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
    assert!(stage.campus.sign_in_with(&other, &address("Piet"), PASSWORD).await.is_none());
}
