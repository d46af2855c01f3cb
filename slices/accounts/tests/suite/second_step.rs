//! The second step at signing in, through the front door (UC17, S7).
use crate::house::{Answer, House};
use jiff::SignedDuration;
use kernel::Clock as _;
use troth_accounts::factors::codes;

const PASSWORD: &str = "Blue heron on 3 legs";
const MANAGERS: &str = "Seven green kites 7";
const IN: [(&str, &str); 2] = [("email", "ingrid@example.org"), ("password", MANAGERS)];

/// The value of a hidden field.
fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    page.split(&field).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("{page}")).to_owned()
}

/// What an app with this secret shows, so many half minutes from now.
fn shown(house: &House, secret: &str, later: i64) -> String {
    let secret = codes::secret_of(secret).unwrap();
    codes::shown(&secret, codes::step(house.clock.now()) + later)
}

fn recovery_codes(page: &str) -> Vec<String> {
    page.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// Sets an app up in the profile; its secret and the recovery codes.
async fn set_up(house: &House, cookie: &str) -> (String, Vec<String>) {
    let page = house.get("/profile/second-step", cookie).await.body;
    let secret = hidden(&page, "secret");
    assert!(page.contains("<svg class=\"scan\""), "{page}");
    let code = shown(house, &secret, 0);
    let fields = [("secret", secret.as_str()), ("code", &code), ("password", MANAGERS)];
    let done = house.post("/profile/second-step", cookie, &fields).await;
    assert_eq!(done.status, 200, "{}", done.body);
    let codes = recovery_codes(&done.body);
    assert_eq!(codes.len(), 8, "{}", done.body);
    (secret, codes)
}

async fn second(house: &House, halfway: &Answer, code: &str) -> Answer {
    assert_eq!((halfway.status, halfway.cookie.as_str()), (200, ""), "no session before the second step");
    let proof = hidden(&halfway.body, "proof");
    house.post("/sign-in/second-step", "", &[("proof", &proof), ("code", code), ("next", "/profile")]).await
}

#[tokio::test]
async fn a_second_step_is_asked_for_once_it_is_set_up_and_no_code_counts_twice() {
    let house = House::new();
    let manager = house.manager().await;
    let elsewhere = house.post("/sign-in", "", &IN).await.cookie;
    let page = house.get("/profile/second-step", &manager).await.body;
    let secret = hidden(&page, "secret");
    let code = shown(&house, &secret, 0);
    for (code, password) in [("000000", MANAGERS), (code.as_str(), "Not this 1")] {
        let fields = [("secret", secret.as_str()), ("code", code), ("password", password)];
        let refused = house.post("/profile/second-step", &manager, &fields).await;
        assert!(refused.status == 422 && hidden(&refused.body, "secret") == secret, "{}", refused.body);
    }
    let (secret, recovery) = set_up(&house, &manager).await;
    house.deliver().await;
    assert!(house.outbox.mails()[0].subject().contains("second step"));
    assert_eq!(house.get("/profile", &elsewhere).await.status, 303, "other sessions end");
    assert!(house.get("/profile/second-step", &manager).await.body.contains("set up on 22 November 2026"));
    // The code that set it up is spent; the next one works, and once.
    let halfway = house.post("/sign-in", "", &IN).await;
    assert_eq!(second(&house, &halfway, &shown(&house, &secret, 0)).await.status, 422);
    house.clock.advance(SignedDuration::from_secs(30));
    let next = shown(&house, &secret, 0);
    let entered = second(&house, &halfway, &next).await;
    assert_eq!((entered.status, entered.to.as_str()), (303, "/profile?cookie=given"), "{}", entered.body);
    assert_eq!(house.get("/profile", &entered.cookie).await.status, 200);
    let again = house.post("/sign-in", "", &IN).await;
    assert_eq!(second(&house, &again, &next).await.status, 422, "a code works once");
    // A recovery code takes its place, once, however it is typed.
    let typed = recovery[3].to_uppercase().replace('-', " ");
    assert_eq!(second(&house, &again, &typed).await.status, 303);
    assert_eq!(second(&house, &again, &typed).await.status, 422);
    assert!(house.get("/profile/second-step", &manager).await.body.contains("7 are left"));
}

#[tokio::test]
async fn a_new_password_by_mail_never_skips_the_second_step() {
    let house = House::new();
    let manager = house.manager().await;
    let (secret, _) = set_up(&house, &manager).await;
    house.deliver().await;
    house.post("/sign-in/help", "", &[("email", "ingrid@example.org")]).await;
    house.deliver().await;
    let changed = house.post(&house.link_to("ingrid@example.org"), "", &[("password", PASSWORD)]).await;
    assert_eq!((changed.to.as_str(), changed.cookie.as_str()), ("/sign-in?done=password", "__Host-troth="));
    assert_eq!(house.get("/profile", &manager).await.status, 303);
    let halfway = house.post("/sign-in", "", &[("email", "ingrid@example.org"), ("password", PASSWORD)]).await;
    house.clock.advance(SignedDuration::from_secs(30));
    assert_eq!(second(&house, &halfway, &shown(&house, &secret, 0)).await.status, 303);
}

#[tokio::test]
async fn whoever_has_the_password_alone_comes_no_further() {
    let house = House::new();
    let manager = house.manager().await;
    let (secret, _) = set_up(&house, &manager).await;
    let halfway = house.post("/sign-in", "", &IN).await;
    let proof = hidden(&halfway.body, "proof");
    // Another app cannot be put in the place of the one that there is.
    let other = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    let fields = [("proof", proof.as_str()), ("secret", other), ("code", &shown(&house, other, 0))];
    let replaced = house.post("/sign-in/second-step/app", "", &fields).await;
    assert_eq!((replaced.status, replaced.cookie.as_str()), (410, ""));
    // Codes cannot be guessed: ten attempts, then one every six minutes.
    for _ in 0..10 {
        assert_eq!(second(&house, &halfway, "123456").await.status, 422);
    }
    house.clock.advance(SignedDuration::from_secs(30));
    let slow = second(&house, &halfway, &shown(&house, &secret, 0)).await;
    assert!(slow.status == 429 && slow.body.contains("try again at 11:06"), "{}", slow.body);
    house.clock.advance(SignedDuration::from_mins(6));
    assert_eq!(second(&house, &halfway, &shown(&house, &secret, 0)).await.status, 303);
    // What says that the password was right holds for ten minutes, and only as it was given.
    house.clock.advance(SignedDuration::from_mins(4));
    let late = house.post("/sign-in/second-step", "", &[("proof", &proof), ("code", "1")]).await;
    assert_eq!((late.status, late.to.as_str()), (303, "/sign-in"));
    let fresh = hidden(&house.post("/sign-in", "", &IN).await.body, "proof");
    let (person, rest) = fresh.split_once('.').unwrap();
    let forged = format!("{}0.{rest}", &person[..35]);
    for proof in [forged.as_str(), "", "x.y.z"] {
        let answer = house.post("/sign-in/second-step", "", &[("proof", proof), ("code", "1")]).await;
        assert_eq!((answer.status, answer.to.as_str()), (303, "/sign-in"), "{proof}");
    }
}

#[tokio::test]
async fn a_role_that_demands_it_gets_no_session_without_a_second_step() {
    let house = House::new();
    let manager = house.manager().await;
    let link = house.invite(&manager, "Hanna Coach", "hanna@example.org", "coach", "").await;
    let accepted = house.post(&link, "", &[("password", PASSWORD)]).await;
    assert_eq!((accepted.status, accepted.cookie.as_str()), (200, ""), "{}", accepted.body);
    assert!(accepted.body.contains("You sign in with a second step from now on"), "{}", accepted.body);
    // Whoever leaves here is asked again at the next sign-in.
    let halfway = house.post("/sign-in", "", &[("email", "hanna@example.org"), ("password", PASSWORD)]).await;
    let (proof, secret) = (hidden(&halfway.body, "proof"), hidden(&halfway.body, "secret"));
    let code = shown(&house, &secret, 0);
    let wrong = [("proof", proof.as_str()), ("secret", &secret), ("code", "000000")];
    let wrong = house.post("/sign-in/second-step/app", "", &wrong).await;
    assert!(wrong.status == 422 && hidden(&wrong.body, "secret") == secret, "{}", wrong.body);
    let fields = [("proof", proof.as_str()), ("secret", &secret), ("code", &code), ("next", "/welcome")];
    let done = house.post("/sign-in/second-step/app", "", &fields).await;
    assert_eq!((done.status, recovery_codes(&done.body).len()), (200, 8), "{}", done.body);
    assert!(done.body.contains("href=\"/welcome\""), "{}", done.body);
    let coach = done.cookie;
    let own = house.get("/profile/second-step", &coach).await.body;
    assert!(own.contains("so it cannot be taken away") && !own.contains("value=\"removal\""), "{own}");
    house.clock.advance(SignedDuration::from_secs(30));
    let next = shown(&house, &secret, 0);
    let removal = [("do", "removal"), ("code", next.as_str()), ("password", PASSWORD)];
    assert_eq!(house.post("/profile/second-step/change", &coach, &removal).await.status, 404);
    // A change of the password keeps this session, which has shown the second step.
    let change = [("present", PASSWORD), ("password", "Another heron on 4 legs")];
    let changed = house.post("/profile/password", &coach, &change).await;
    assert_eq!(house.get("/profile", &changed.cookie).await.status, 200, "{}", changed.body);
}

#[tokio::test]
async fn new_recovery_codes_replace_the_old_ones_and_without_a_second_step_the_password_is_enough() {
    let house = House::new();
    let manager = house.manager().await;
    let (secret, old) = set_up(&house, &manager).await;
    house.clock.advance(SignedDuration::from_secs(30));
    let fields = [("do", "codes"), ("code", &*shown(&house, &secret, 0)), ("password", MANAGERS)];
    let anew = recovery_codes(&house.post("/profile/second-step/change", &manager, &fields).await.body);
    assert!(anew.len() == 8 && anew.iter().all(|code| !old.contains(code)));
    let fields = [("do", "removal"), ("code", old[0].as_str()), ("password", MANAGERS)];
    assert_eq!(house.post("/profile/second-step/change", &manager, &fields).await.status, 422);
    let fields = [("do", "removal"), ("code", anew[0].as_str()), ("password", MANAGERS)];
    let removed = house.post("/profile/second-step/change", &manager, &fields).await;
    assert_eq!(removed.to, "/profile/second-step?done=removed", "{}", removed.body);
    let told = house.outbox.mails().len();
    house.deliver().await;
    assert_eq!(house.outbox.mails().len(), told + 3, "each change is told");
    assert_eq!(house.post("/sign-in", "", &IN).await.status, 303);
}
