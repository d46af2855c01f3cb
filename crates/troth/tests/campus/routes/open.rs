//! Doors that need no decision about a container: those that stand open to everyone, and one's own data.

use kernel::{
    Uuid,
    manifest::{Entry, Method},
};

use super::Stage;
use crate::world::{Browser, PASSWORD, links};

// What needs no sign-in shows nothing of anybody; links that are not right open nothing.
#[tokio::test(flavor = "multi_thread")]
async fn open_doors_show_nothing_of_anybody_and_made_up_links_open_nothing() {
    let stage = Stage::set().await;
    let campus = &stage.campus;
    for route in campus.common.inventory.routes() {
        let mut nobody = Browser::default();
        let expected: &[u16] = match (route.entry, route.path) {
            (Entry::Action(_), _) => continue,
            (Entry::Link(_), _) | (Entry::Public(_), "/assets/{name}") => &[404, 410],
            // The campus invites people, so nobody registers alone, and has no programmes. Both have tests of their own.
            (Entry::Public(_), "/register" | "/help-now") => &[404],
            // Nor does anybody sign in there with another provider.
            (Entry::Public(_), path) if path.starts_with("/sign-in/provider") => &[404],
            (Entry::Public(_), "/sign-in" | "/sign-in/passkey" | "/sign-in/help" | "/ask")
                if route.method == Method::Post =>
            {
                &[422]
            }
            (Entry::Public(_), "/sign-in" | "/sign-in/help" | "/ask" | "/privacy" | "/privacy/text") => &[200],
            // Without a password that was right they lead to the beginning.
            (
                Entry::Public(_),
                "/sign-in/second-step"
                | "/sign-in/second-step/app"
                | "/sign-in/second-step/passkey"
                | "/sign-in/second-step/text",
            ) => &[303],
            (Entry::Public(_), "/privacy/versions" | "/privacy/versions/{version}" | "/privacy/changes") => &[200],
            (
                Entry::Public(_),
                "/check-receipt" | "/manifest.webmanifest" | "/.well-known/troth-key" | "/.well-known/gpc.json",
            ) => &[200],
            (Entry::Public(_), "/.well-known/security.txt") => &[404],
            (Entry::Public(_), "/.well-known/change-password") => &[303],
            (Entry::Public(_), keeper::export::SCHEMA_PATH) => &[200],
            (Entry::Public(_), path) => panic!("{path} has no entry in this test: say what it shows to everyone"),
        };
        let token = "A".repeat(43);
        let nil = Uuid::nil().to_string();
        let path = route.path.replace("{token}", &token).replace("{receipt}", &nil).replace("{name}", "none.css");
        let path = path.replace("{version}", "11");
        let answer = match route.method {
            Method::Get => campus.get(&mut nobody, &path).await,
            Method::Post => campus.post(&mut nobody, &path, &[("password", PASSWORD)]).await,
        };
        assert!(expected.contains(&answer.status.as_u16()), "{:?} {path}: {}", route.method, answer.status);
        let text = answer.text();
        assert_eq!(stage.canaries.in_bytes(text.as_bytes()), [], "{path}");
        assert!(!["Maria", "Hanna", "Mia Manager"].iter().any(|name| text.contains(name)), "{path}");
        // P12: no cookie on public pages.
        assert!(nobody.cookie.is_none() && !answer.headers.contains_key("set-cookie"), "{path}");
    }
}

// UC4, UC5, UC6, UC12: in My data, and in the file that one takes along, stands what one may read, and only that.
#[tokio::test(flavor = "multi_thread")]
async fn my_data_shows_ones_own_and_not_what_another_keeps_to_themselves() {
    let stage = Stage::set().await;
    for visitor in [&stage.manager, &stage.coach, &stage.maria] {
        let mut browser = visitor.browser.clone();
        let page = stage.campus.page(&mut browser, "/my-data").await;
        let bundles = links(&page, "/my-data/", "");
        let bundles: Vec<_> = bundles.into_iter().filter(|path| path.contains("?category=")).collect();
        assert!(bundles.len() >= 2, "{}: {bundles:?}", visitor.name);
        let mut shown = page;
        for bundle in bundles {
            let page = stage.campus.page(&mut browser, &bundle).await;
            for part in links(&page, "/my-data/brought-along/parts/", "") {
                shown.push_str(&stage.campus.page(&mut browser, &part).await);
            }
            shown.push_str(&page);
        }
        let file = stage.campus.page(&mut browser, "/my-data/file").await;
        for (text, has_files) in [(shown, false), (file, true)] {
            let mut seen: Vec<_> = stage.canaries.in_bytes(text.as_bytes()).into_iter().map(|hit| hit.0).collect();
            seen.sort();
            seen.dedup();
            // A file's bytes are given out one by one, and by the archive.
            let fields = visitor.may_see.iter().filter(|field| has_files || !["file", "brought file"].contains(field));
            let mut expected: Vec<_> = fields.copied().collect();
            expected.sort_unstable();
            assert_eq!(seen, expected, "{}", visitor.name);
        }
    }
}
