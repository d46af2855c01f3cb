//! Passkeys, through the front door, with an authenticator in software (UC17, S7).
use crate::house::{Answer, House};
use jiff::SignedDuration;
use testkit::Passkey;

const PASSWORD: &str = "Blue heron on 3 legs";
const MANAGERS: &str = "Seven green kites 7";
const IN: [(&str, &str); 2] = [("email", "ingrid@example.org"), ("password", MANAGERS)];
const SITE: &str = "https://campus.example";

/// The value of an attribute on the page.
fn after<'a>(page: &'a str, before: &str) -> &'a str {
    page.split(before).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("{before}: {page}"))
}

fn challenge(page: &str) -> &str {
    after(page, "data-challenge=\"")
}

/// What the page's script sends for a new passkey.
fn make(device: &mut Passkey, page: &str) -> String {
    use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
    let user = URL_SAFE_NO_PAD.decode(after(page, "data-user=\"")).unwrap();
    device.make(challenge(page), &user)
}

fn recovery_codes(page: &str) -> Vec<String> {
    page.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
}

/// A second later, since no passkey answers two challenges of one instant.
fn later(house: &House) {
    house.clock.advance(SignedDuration::from_secs(1));
}

/// Adds a first passkey in the profile; the device, and what the page says at the end.
async fn first(house: &House, cookie: &str) -> (Passkey, Answer) {
    let mut device = Passkey::new(SITE).unwrap();
    let fields = [("name", "My phone"), ("password", MANAGERS)];
    let page = house.post("/profile/passkeys", cookie, &fields).await;
    assert_eq!(page.status, 200, "{}", page.body);
    let made = make(&mut device, &page.body);
    let added = house.post("/profile/passkeys/made", cookie, &[("name", "My phone"), ("passkey", &made)]).await;
    assert_eq!(added.status, 200, "{}", added.body);
    later(house);
    (device, added)
}

/// Signs in with a passkey alone.
async fn enter(house: &House, device: &mut Passkey) -> Answer {
    let page = house.get("/sign-in", "").await.body;
    let shown = device.show(challenge(&page));
    house.post("/sign-in/passkey", "", &[("passkey", &shown), ("next", "/profile")]).await
}

/// The page of the first passkey on the list, and its path.
async fn removal(house: &House, cookie: &str) -> (String, String) {
    let list = house.get("/profile/passkeys", cookie).await.body;
    let path = format!("/profile/passkeys/{}", after(&list, "href=\"/profile/passkeys/"));
    let page = house.get(&path, cookie).await.body;
    (path, page)
}

#[tokio::test]
async fn whoever_has_added_a_passkey_signs_in_with_it_alone_and_the_owner_is_told() {
    let house = House::new();
    let manager = house.manager().await;
    let elsewhere = house.post("/sign-in", "", &IN).await.cookie;
    let wrong = [("name", "My phone"), ("password", "Not this 1")];
    assert_eq!(house.post("/profile/passkeys", &manager, &wrong).await.status, 422);
    let (mut device, added) = first(&house, &manager).await;
    assert_eq!(recovery_codes(&added.body).len(), 8, "they come with the first second step");
    house.deliver().await;
    assert!(house.outbox.mails()[0].text().contains("a passkey"));
    assert_eq!(house.get("/profile", &elsewhere).await.status, 303, "sessions without a second step end");
    let list = house.get("/profile/passkeys", &manager).await.body;
    assert!(list.contains("My phone") && list.contains("22 November 2026") && list.contains("Not yet"), "{list}");
    house.clock.advance(SignedDuration::from_hours(24));
    let entered = enter(&house, &mut device).await;
    assert_eq!((entered.status, entered.to.as_str()), (303, "/profile?cookie=given"), "{}", entered.body);
    let list = house.get("/profile/passkeys", &entered.cookie).await.body;
    assert!(list.contains("23 November 2026") && !list.contains("Not yet"), "{list}");
}

// A recorded answer signs nobody in: not again, not elsewhere, not later, not for something else.
#[tokio::test]
async fn an_answer_counts_once_and_for_what_was_asked_alone() {
    let house = House::new();
    let manager = house.manager().await;
    let (mut device, _) = first(&house, &manager).await;
    let page = house.get("/sign-in", "").await.body;
    let shown = device.show(challenge(&page));
    let fields = [("passkey", shown.as_str())];
    assert_eq!(house.post("/sign-in/passkey", "", &fields).await.status, 303);
    let again = house.post("/sign-in/passkey", "", &fields).await;
    assert_eq!((again.status, again.cookie.as_str()), (422, ""), "it counts once");
    assert!(again.body.contains("This passkey did not work"), "{}", again.body);
    // A younger answer to the same challenge does not count either: the challenge is spent.
    let anew = device.show(challenge(&page));
    assert_eq!(house.post("/sign-in/passkey", "", &[("passkey", &anew)]).await.status, 422);
    // A challenge of another page, of nobody's, or one that is too old.
    later(&house);
    let confirm = house.get("/profile/passkeys", &manager).await.body;
    let forged = challenge(&page).replace('.', "0.");
    for other in [challenge(&confirm), "challenge", "1.2.3", &forged] {
        let shown = device.show(other);
        assert_eq!(house.post("/sign-in/passkey", "", &[("passkey", &shown)]).await.status, 422, "{other}");
    }
    let page = house.get("/sign-in", "").await.body;
    let shown = device.show(challenge(&page));
    house.clock.advance(SignedDuration::from_mins(10));
    assert_eq!(house.post("/sign-in/passkey", "", &[("passkey", &shown)]).await.status, 422, "ten minutes");
    assert_eq!(enter(&house, &mut device).await.status, 303);
}

#[tokio::test]
async fn a_passkey_shown_elsewhere_without_its_owner_or_of_nobody_signs_nobody_in() {
    let house = House::new();
    let manager = house.manager().await;
    let (mut device, _) = first(&house, &manager).await;
    let mut refused = Vec::new();
    let mut stranger = Passkey::new(SITE).unwrap();
    stranger.make("challenge", &[9; 16]);
    refused.push(enter(&house, &mut stranger).await);
    device.flags = 0x01;
    refused.push(enter(&house, &mut device).await);
    device.flags = 0x05;
    device.origin = "https://campus.example.org".to_owned();
    refused.push(enter(&house, &mut device).await);
    for nothing in ["", "a.b.c.d.e"] {
        refused.push(house.post("/sign-in/passkey", "", &[("passkey", nothing), ("next", "/profile")]).await);
    }
    // Nothing tells one reason from another, or whether somebody is known: but for the challenge, the page is the same.
    for answer in &refused {
        assert_eq!((answer.status, answer.cookie.as_str()), (422, ""));
        assert_eq!(answer.without_chance(), refused[0].without_chance());
    }
    device.origin = SITE.to_owned();
    assert_eq!(enter(&house, &mut device).await.status, 303);
}

#[tokio::test]
async fn a_copy_of_a_passkey_is_refused_and_its_owner_is_told_once() {
    let house = House::new();
    let manager = house.manager().await;
    let (mut device, _) = first(&house, &manager).await;
    device.counter = 7;
    assert_eq!(enter(&house, &mut device).await.status, 303);
    house.deliver().await;
    let told = house.outbox.mails().len();
    later(&house);
    device.counter = 3;
    let page = house.get("/sign-in", "").await.body;
    let shown = device.show(challenge(&page));
    for _ in 0..2 {
        let copied = house.post("/sign-in/passkey", "", &[("passkey", &shown)]).await;
        assert_eq!((copied.status, copied.cookie.as_str()), (422, ""));
    }
    house.deliver().await;
    assert_eq!(house.outbox.mails().len(), told + 1);
    assert!(house.outbox.mails().iter().any(|mail| mail.subject().contains("a copy of your passkey")));
}

#[tokio::test]
async fn a_passkey_is_the_second_step_after_a_password_and_a_recovery_code_takes_its_place() {
    let house = House::new();
    let manager = house.manager().await;
    let (mut device, added) = first(&house, &manager).await;
    let halfway = house.post("/sign-in", "", &IN).await;
    assert_eq!((halfway.status, halfway.cookie.as_str()), (200, ""), "no session before the second step");
    let proof = after(&halfway.body, "name=\"proof\" value=\"");
    let shown = device.show(challenge(&halfway.body));
    let fields = [("proof", proof), ("passkey", shown.as_str()), ("next", "/profile")];
    assert_eq!(house.post("/sign-in/passkey", "", &fields).await.status, 422, "it was asked for as a second step");
    let entered = house.post("/sign-in/second-step", "", &fields).await;
    assert_eq!((entered.status, entered.to.as_str()), (303, "/profile?cookie=given"), "{}", entered.body);
    assert_eq!(house.post("/sign-in/second-step", "", &fields).await.status, 422, "it counts once");
    let code = &recovery_codes(&added.body)[2];
    let typed = [("proof", proof), ("code", code)];
    assert_eq!(house.post("/sign-in/second-step", "", &typed).await.status, 303);
    assert_eq!(house.post("/sign-in/second-step", "", &typed).await.status, 422);
}

#[tokio::test]
async fn one_more_passkey_and_its_removal_ask_for_the_one_that_there_is() {
    let house = House::new();
    let manager = house.manager().await;
    let (mut device, added) = first(&house, &manager).await;
    let codes = recovery_codes(&added.body);
    let mut other = Passkey::new(SITE).unwrap();
    let page = house.get("/profile/passkeys", &manager).await.body;
    let alone = [("name", "Key"), ("password", MANAGERS)];
    assert_eq!(house.post("/profile/passkeys", &manager, &alone).await.status, 422, "the password is not enough");
    let shown = device.show(challenge(&page));
    later(&house);
    let fields = [("name", "Key"), ("password", MANAGERS), ("passkey", shown.as_str())];
    let begun = house.post("/profile/passkeys", &manager, &fields).await;
    assert!(!after(&begun.body, "data-known=\"").is_empty(), "the device is told of what there is: {}", begun.body);
    let made = make(&mut other, &begun.body);
    let fields = [("name", "Key"), ("passkey", made.as_str())];
    let second = house.post("/profile/passkeys/made", &manager, &fields).await;
    assert_eq!((second.status, second.to.as_str()), (303, "/profile/passkeys?done=added"), "{}", second.body);
    assert_eq!(house.post("/profile/passkeys/made", &manager, &fields).await.status, 410, "it counts once");
    later(&house);
    assert_eq!(enter(&house, &mut other).await.status, 303);
    // Taking the first away, with a recovery code; it opens nothing after that.
    let (path, page) = removal(&house, &manager).await;
    assert!(page.contains("My phone") && page.contains("Your other second steps stay"), "{page}");
    assert_eq!(house.post(&path, &manager, &[("password", MANAGERS)]).await.status, 422);
    let fields = [("password", MANAGERS), ("code", codes[0].as_str())];
    let removed = house.post(&path, &manager, &fields).await;
    assert_eq!(removed.to, "/profile/passkeys?done=removed", "{}", removed.body);
    later(&house);
    assert_eq!(enter(&house, &mut device).await.status, 422);
    assert_eq!(house.get(&path, &manager).await.status, 404);
    // The last one takes the recovery codes along.
    later(&house);
    let (path, page) = removal(&house, &manager).await;
    assert!(page.contains("It is your only second step"), "{page}");
    let shown = other.show(challenge(&page));
    let fields = [("password", MANAGERS), ("passkey", shown.as_str())];
    assert_eq!(house.post(&path, &manager, &fields).await.status, 303);
    house.deliver().await;
    assert_eq!(house.outbox.mails().iter().filter(|mail| mail.subject().contains("second step")).count(), 4);
    assert_eq!(house.post("/sign-in", "", &IN).await.status, 303, "the password is enough again");
}

#[tokio::test]
async fn an_app_beside_a_passkey_asks_for_the_passkey_and_each_can_go_alone() {
    use kernel::Clock as _;
    use troth_accounts::factors::codes;
    let house = House::new();
    let manager = house.manager().await;
    let (mut device, added) = first(&house, &manager).await;
    let page = house.get("/profile/second-step", &manager).await.body;
    let secret = after(&page, "name=\"secret\" value=\"");
    let code = codes::shown(&codes::secret_of(secret).unwrap(), codes::step(house.clock.now()));
    let fields = [("secret", secret), ("code", &code), ("password", MANAGERS)];
    assert_eq!(house.post("/profile/second-step", &manager, &fields).await.status, 422, "the passkey is missing");
    let shown = device.show(challenge(&page));
    let fields = [("secret", secret), ("code", &code), ("password", MANAGERS), ("passkey", &shown)];
    let set = house.post("/profile/second-step", &manager, &fields).await;
    assert_eq!(set.to, "/profile/second-step?done=set-up", "the recovery codes stay as they are: {}", set.body);
    later(&house);
    let fields = [("do", "removal"), ("password", MANAGERS), ("code", &recovery_codes(&added.body)[0])];
    assert_eq!(house.post("/profile/second-step/change", &manager, &fields).await.status, 303);
    assert!(house.get("/profile/passkeys", &manager).await.body.contains("7 are left"));
    // Without an app, recovery codes are made anew beside the passkeys.
    let page = house.get("/profile/passkeys", &manager).await.body;
    let shown = device.show(challenge(&page));
    let fields = [("do", "codes"), ("password", MANAGERS), ("passkey", &shown)];
    let anew = house.post("/profile/passkeys", &manager, &fields).await;
    assert_eq!(recovery_codes(&anew.body).len(), 8, "{}", anew.body);
}

#[tokio::test]
async fn a_role_that_demands_a_second_step_may_begin_with_a_passkey_and_keeps_it() {
    let house = House::new();
    let manager = house.manager().await;
    let link = house.invite(&manager, "Hanna Coach", "hanna@example.org", "coach", "").await;
    let accepted = house.post(&link, "", &[("password", PASSWORD)]).await;
    assert!(accepted.body.contains("You sign in with a second step from now on"), "{}", accepted.body);
    let proof = after(&accepted.body, "name=\"proof\" value=\"");
    let mut device = Passkey::new(SITE).unwrap();
    let nothing = house.post("/sign-in/second-step/passkey", "", &[("proof", proof), ("passkey", "x")]).await;
    assert_eq!((nothing.status, nothing.cookie.as_str()), (422, ""));
    let made = make(&mut device, &accepted.body);
    let fields = [("proof", proof), ("passkey", made.as_str())];
    let done = house.post("/sign-in/second-step/passkey", "", &fields).await;
    assert_eq!((done.status, recovery_codes(&done.body).len()), (200, 8), "{}", done.body);
    assert_eq!(house.post("/sign-in/second-step/passkey", "", &fields).await.status, 410, "there is one now");
    let list = house.get("/profile/passkeys", &done.cookie).await.body;
    assert!(list.contains("Firefox, Linux"), "it is called as the browser calls itself: {list}");
    let (path, page) = removal(&house, &done.cookie).await;
    assert!(page.contains("so it cannot be taken away"), "{page}");
    let code = &recovery_codes(&done.body)[0];
    let fields = [("password", PASSWORD), ("code", code)];
    assert_eq!(house.post(&path, &done.cookie, &fields).await.status, 404);
    later(&house);
    assert_eq!(enter(&house, &mut device).await.status, 303);
}

#[tokio::test]
async fn a_passkey_of_somebody_else_is_neither_seen_nor_taken_away_nor_a_second_step() {
    let house = House::new();
    let manager = house.manager().await;
    first(&house, &manager).await;
    let (path, _) = removal(&house, &manager).await;
    let link = house.invite(&manager, "Maria", "maria@example.org", "participant", "").await;
    let maria = house.post(&link, "", &[("password", PASSWORD)]).await.cookie;
    let fields = [("password", PASSWORD)];
    assert_eq!(house.get(&path, &maria).await.status, 404);
    assert_eq!(house.post(&path, &maria, &fields).await.status, 404);
    let begun = house.post("/profile/passkeys", &maria, &[("name", "Hers"), ("password", PASSWORD)]).await;
    let mut hers = Passkey::new(SITE).unwrap();
    let made = make(&mut hers, &begun.body);
    // Made in her session, it cannot be added in another.
    let fields = [("name", "Hers"), ("passkey", made.as_str())];
    assert_eq!(house.post("/profile/passkeys/made", &manager, &fields).await.status, 422);
    assert_eq!(house.post("/profile/passkeys/made", &maria, &fields).await.status, 200);
    later(&house);
    let halfway = house.post("/sign-in", "", &IN).await.body;
    let shown = hers.show(challenge(&halfway));
    let fields = [("proof", after(&halfway, "name=\"proof\" value=\"")), ("passkey", shown.as_str())];
    let other = house.post("/sign-in/second-step", "", &fields).await;
    assert_eq!((other.status, other.cookie.as_str()), (422, ""));
}
