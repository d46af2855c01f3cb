//! The links of a mail, without signing in.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use tower::ServiceExt as _;

use crate::{
    stage::Stage,
    world::{Browser, links},
};

async fn mailed() -> Stage {
    let mut stage = Stage::set().await;
    stage.two_agree().await;
    stage.send().await;
    stage.campus.run_jobs().await;
    stage
}

// TF13: mail scanners open every link, so that opening one does nothing; the button does.
#[tokio::test(flavor = "multi_thread")]
async fn opening_the_stop_link_changes_nothing_and_its_button_stops_at_once() {
    let mut stage = mailed().await;
    let (link, mut nobody) = (stage.link("Maria", "/stop-mailings/"), Browser::default());
    for _ in 0..2 {
        let page = stage.campus.page(&mut nobody, &link).await;
        assert!(page.contains("Stop these mails?") && page.contains("invitations and offers"), "{page}");
        assert!(!page.contains("Maria"), "{page}");
        assert_eq!(page.matches("<button").count(), 1, "one button: {page}");
    }
    let own = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(own.contains("You agreed on"), "{own}");
    let answer = stage.campus.post(&mut nobody, &link, &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert!(answer.text().contains("You get no invitations and offers from Keel Coaching any more."));
    assert!(nobody.cookie.is_none());
    let own = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(own.contains("You withdrew your consent on"), "{own}");
    // It says so as often as it is opened, and goes on working after years.
    assert!(stage.campus.page(&mut nobody, &link).await.contains("<h1>Stopped</h1>"));
    stage.send().await;
    stage.campus.run_jobs().await;
    assert_eq!((stage.received("Maria").len(), stage.received("Noor").len()), (1, 2));
}

// RFC 8058: the mail program's own button, which sends no cookie, no origin, and follows no redirect.
#[tokio::test(flavor = "multi_thread")]
async fn the_mail_programs_own_button_stops_a_mailing_and_opens_no_other_door() {
    let mut stage = mailed().await;
    let url = stage.received("Maria")[0].stop().unwrap().to_owned();
    let host = stage.campus.site.base_url.trim_start_matches("http://").to_owned();
    let path = url.strip_prefix(stage.campus.site.base_url.as_str()).unwrap().to_owned();
    let knock = async |path: &str, extra: Option<(&str, &str)>| {
        let mut request = Request::post(path)
            .header(header::HOST, &host)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some((name, value)) = extra {
            request = request.header(name, value);
        }
        let request = request.body(Body::from("List-Unsubscribe=One-Click")).unwrap();
        stage.campus.router.clone().oneshot(request).await.unwrap().status()
    };
    // A page of another site cannot do it, even if it knew the link.
    assert_eq!(knock(&path, Some(("origin", "https://evil.example"))).await, StatusCode::FORBIDDEN);
    assert_eq!(knock(&path, Some(("sec-fetch-site", "cross-site"))).await, StatusCode::FORBIDDEN);
    assert_eq!(knock(&path, None).await, StatusCode::OK);
    let own = stage.campus.page(&mut stage.maria, "/my-data/consents").await;
    assert!(own.contains("You withdrew your consent on"), "{own}");
    // The other link of the same mail, and all other doors, stay shut to whoever comes from no page.
    for other in [stage.link("Noor", "/erase-contact/").as_str(), "/sign-in", "/ask", "/my-data/objection", "/nowhere"]
    {
        assert_eq!(knock(other, None).await, StatusCode::FORBIDDEN, "{other}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_does_what_it_is_for_and_nothing_else() {
    let stage = mailed().await;
    let token = |link: String| link.rsplit('/').next().unwrap().to_owned();
    let (stop, erase) = (token(stage.link("Maria", "/stop-mailings/")), token(stage.link("Maria", "/erase-contact/")));
    for path in [format!("/stop-mailings/{erase}"), format!("/erase-contact/{stop}")] {
        assert_eq!(stage.campus.get(&mut Browser::default(), &path).await.status, StatusCode::GONE, "{path}");
        assert_eq!(stage.campus.post(&mut Browser::default(), &path, &[]).await.status, StatusCode::GONE, "{path}");
    }
}

// TF13, TF18: mailings stop at once; a person at the rights desk carries the erasure out, in time, with a receipt.
#[tokio::test(flavor = "multi_thread")]
async fn the_erasure_link_stops_mailings_at_once_and_asks_the_desk_which_erases_and_answers() {
    let mut stage = mailed().await;
    let (link, mut nobody) = (stage.link("Maria", "/erase-contact/"), Browser::default());
    let page = stage.campus.page(&mut nobody, &link).await;
    assert!(page.contains("so your account goes") && page.contains("Nothing is erased before that."), "{page}");
    assert!(
        !stage.campus.page(&mut stage.olaf, "/requests").await.contains("To delete my data"),
        "opening asks nothing"
    );
    let told = stage.campus.done(&mut nobody, &link, &[]).await;
    let told = stage.campus.page(&mut nobody, &told).await;
    assert!(told.contains("by 22 December 2026 at the latest"), "{told}");
    // Pressed twice, asked once.
    stage.campus.done(&mut nobody, &link, &[]).await;
    let desk = stage.campus.page(&mut stage.olaf, "/requests").await;
    let open: Vec<_> = links(&desk, "/requests/", "").into_iter().filter(|path| path.len() > 40).collect();
    assert_eq!(open.len(), 1, "{desk}");
    let one = stage.campus.page(&mut stage.olaf, &open[0]).await;
    for shown in ["Maria", "By the link of a mailing", "Please erase my contact details."] {
        assert!(one.contains(shown), "{shown}: {one}");
    }
    let own = stage.campus.page(&mut stage.maria, "/my-data/requests").await;
    assert!(own.contains("To delete my data"), "{own}");
    assert!(stage.campus.page(&mut stage.maria, "/my-data/consents").await.contains("You withdrew your consent on"));
    let fields = [("outcome", "granted"), ("text", "It is done."), ("confirmed", "yes")];
    stage.campus.done(&mut stage.olaf, &format!("{}/answer", open[0]), &fields).await;
    assert!(stage.campus.person(&crate::world::address("Maria")).await.is_none());
    assert_eq!(stage.campus.get(&mut nobody, &link).await.status, StatusCode::GONE);
}

// Where the statement has no desk for it, the page says whom to write to, and asks for nothing.
#[tokio::test(flavor = "multi_thread")]
async fn without_a_rights_desk_the_erasure_link_says_whom_to_write_to() {
    let source =
        crate::world::statement("training").replace("\"erasure\" \"erasure-but-contact\"", "\"erasure-but-contact\"");
    let mut stage = Stage::with(&source).await;
    stage.two_agree().await;
    stage.send().await;
    stage.campus.run_jobs().await;
    let (link, mut nobody) = (stage.link("Maria", "/erase-contact/"), Browser::default());
    let page = stage.campus.page(&mut nobody, &link).await;
    assert!(page.contains("Write to privacy@keel.example") && !page.contains("<button"), "{page}");
    assert_eq!(stage.campus.post(&mut nobody, &link, &[]).await.status, StatusCode::NOT_FOUND);
}
