//! Signing in with the organisation's own provider, through the front door, with a provider in memory (CE19).
use std::{future::Future, pin::Pin, sync::Arc};

use crate::house::{Answer, CAMPUS, House, inventory};
use jiff::SignedDuration;
use kernel::{Clock as _, OrganisationKey, SecretString};
use testkit::{
    Twist,
    provider::{CLIENT, SECRET},
};
use troth_accounts::{
    factors::codes,
    provider::{self as sign_in, Answered, Asked, Channel, Counts, Provider, Providers, Settings},
};

const ISSUER: &str = "https://sign-in.example/oidc";
const PASSWORD: &str = "Blue heron on 3 legs";
const MANAGERS: &str = "Seven green kites 7";
const BACK: &str = "/sign-in/provider/back";

/// The provider's end of the line.
struct Line(Arc<testkit::Provider>);

impl Channel for Line {
    fn ask<'a>(&'a self, asked: Asked) -> Pin<Box<dyn Future<Output = Result<Answered, String>> + Send + 'a>> {
        use kernel::ExposeSecret as _;
        let form = asked.form.as_ref().map(|form| form.expose_secret());
        let answer = self.0.answer(&asked.url, form, asked.authorization.as_ref().map(|own| own.expose_secret()));
        let answer = answer.map(|(status, body)| Answered { status, body: body.into_bytes() });
        Box::pin(async move { answer.ok_or_else(|| "it is not there".to_owned()) })
    }
}

fn settings() -> Settings {
    Settings {
        issuer: ISSUER.to_owned(),
        client: CLIENT.to_owned(),
        secret: SecretString::from(SECRET),
        recipient: "northgate".to_owned(),
        counts: Counts { acr: vec!["two".to_owned()], amr: vec!["mfa".to_owned()] },
    }
}

/// The campus's statement with a provider.
fn statement() -> String {
    let recipient = "recipient \"northgate\" role=\"controller\" country=\"NL\" {\n\
        name en=\"Northgate\" nl=\"Noorderpoort\" sv=\"Norrporten\"\n\
        about en=\"lets you sign in\" nl=\"laat je inloggen\" sv=\"låter dig logga in\"\n}\n\
        cookie \"provider\" where=\"sign-in\" purpose=\"service\" lasts=\"1 hour\"\n    cookie \"session\"";
    CAMPUS
        .replace("\"sign-in.factor\"", "\"sign-in.factor\" \"sign-in.provider\"")
        .replace("sign-in \"password\" \"passkey\"", "sign-in \"password\" \"passkey\" \"identity-provider\"")
        .replace("cookie \"session\"", recipient)
}

/// What the provider changes in what it claims.
type Change = fn(&mut serde_json::Value);

/// A campus and its provider.
struct Stage {
    house: House,
    provider: Arc<testkit::Provider>,
    manager: String,
}

impl Stage {
    async fn set() -> Self {
        let mut provider = None;
        let house = House::with_provider(&statement(), |clock| {
            let made = Arc::new(testkit::Provider::new(ISSUER, Arc::clone(clock) as _).unwrap());
            provider = Some(Arc::clone(&made));
            let key = OrganisationKey::new("campus").unwrap();
            Providers::new([(key, Provider::new(settings(), Arc::new(Line(made))))])
        });
        let manager = house.manager().await;
        Self { house, provider: provider.unwrap(), manager }
    }

    /// The way there from the sign-in page, and the cookie that goes along.
    async fn leave(&self) -> (String, String) {
        let answer = self.house.post("/sign-in/provider", "", &[]).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        (answer.onward, answer.cookie)
    }

    /// Signs in there as somebody, and comes back.
    async fn enter(&self, subject: &str) -> Answer {
        let (way, cookie) = self.leave().await;
        self.house.get(&self.provider.sign_in(&way, subject).unwrap(), &cookie).await
    }

    /// Links an account there in the profile of somebody who is signed in.
    async fn link(&self, cookie: &str, password: &str, subject: &str) -> Answer {
        let answer = self.house.post("/profile/provider", cookie, &[("password", password)]).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let back = self.provider.sign_in(&answer.onward, subject).unwrap();
        self.house.get(&back, &format!("{cookie}; {}", answer.cookie)).await
    }

    /// Somebody who has accepted an invitation with a password.
    async fn join(&self, name: &str, email: &str, role: &str) -> String {
        let link = self.house.invite(&self.manager, name, email, role, "").await;
        self.house.post(&link, "", &[("password", PASSWORD)]).await.cookie
    }
}

/// The session's cookie alone.
fn session(answer: &Answer) -> Option<&str> {
    answer.cookie.split("; ").find(|pair| pair.starts_with("__Host-troth=") && pair.len() > 20)
}

fn is_refused(answer: &Answer, title: &str) -> bool {
    session(answer).is_none() && answer.body.contains(title)
}

// CE19
#[tokio::test]
async fn one_signs_in_with_a_linked_account_and_not_before_it_is_linked() {
    let stage = Stage::set().await;
    assert!(stage.house.get("/sign-in", "").await.body.contains("Sign in with Northgate"));
    let stranger = stage.enter("subject-1").await;
    assert_eq!(stranger.status, 403);
    assert!(is_refused(&stranger, "We do not know this account yet"), "{}", stranger.body);
    let linked = stage.link(&stage.manager, MANAGERS, "subject-1").await;
    assert_eq!((linked.status, linked.to.as_str()), (303, "/profile/provider?done=linked"), "{}", linked.body);
    stage.house.deliver().await;
    let mails = stage.house.outbox.mails();
    assert!(mails.last().unwrap().text().contains("An account that you have elsewhere"), "the owner is told");
    let entered = stage.enter("subject-1").await;
    assert_eq!((entered.status, entered.to.as_str()), (303, "/?cookie=given"), "{}", entered.body);
    let own = session(&entered).unwrap();
    assert!(stage.house.get("/profile", own).await.body.contains("ingrid@example.org"));
    assert!(entered.cookie.contains("__Host-troth-provider=;") || entered.cookie.ends_with("__Host-troth-provider="));
    // What is kept of it is found, and taken along, by its person.
    let file = stage.house.get("/my-data/file", own).await;
    assert_eq!(file.status, 200);
    let held = stage.house.get("/my-data", own).await.body;
    let bundle = held.split("href=\"/my-data/sign-in/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let bundle = stage.house.get(&format!("/my-data/sign-in/{}", bundle.replace("&#38;", "&")), own).await.body;
    assert!(bundle.contains("Code of your account elsewhere"), "{bundle}");
    // Another subject, and the same number in other letters, are somebody else.
    for other in ["subject-2", "Subject-1"] {
        assert!(is_refused(&stage.enter(other).await, "We do not know this account yet"), "{other}");
    }
}

// CE19
#[tokio::test]
async fn linking_asks_for_the_password_again_and_happens_in_the_session_that_was_asked() {
    let stage = Stage::set().await;
    let maria = stage.join("Maria de Vries", "maria@example.org", "participant").await;
    let wrong = stage.house.post("/profile/provider", &maria, &[("password", "Another 9 birds")]).await;
    assert_eq!((wrong.status, wrong.onward.as_str()), (422, ""));
    // Begun in Maria's session, it is not finished in the manager's, nor without one.
    let begun = stage.house.post("/profile/provider", &maria, &[("password", PASSWORD)]).await;
    let back = stage.provider.sign_in(&begun.onward, "subject-1").unwrap();
    for cookie in [stage.manager.as_str(), ""] {
        let other = stage.house.get(&back, &format!("{cookie}; {}", begun.cookie)).await;
        assert!(is_refused(&other, "This cannot go on"), "{}", other.body);
    }
    assert!(is_refused(&stage.enter("subject-1").await, "We do not know this account yet"));
    // One account there belongs to one here.
    assert_eq!(stage.link(&maria, PASSWORD, "subject-1").await.status, 303);
    let taken = stage.link(&stage.manager, MANAGERS, "subject-1").await;
    assert_eq!(taken.status, 409);
    assert!(taken.body.contains("This account is linked already"));
    assert_eq!(
        stage.house.post("/profile/provider", &maria, &[("password", PASSWORD)]).await.status,
        409,
        "one at most"
    );
}

// CE19
#[tokio::test]
async fn an_invitation_is_accepted_with_the_account_there_and_its_link_works_once() {
    let stage = Stage::set().await;
    let link = stage.house.invite(&stage.manager, "Maria de Vries", "maria@example.org", "participant", "").await;
    assert!(stage.house.get(&link, "").await.body.contains("Take part with Northgate"));
    let begun = stage.house.post(&format!("{link}/provider"), "", &[]).await;
    let back = stage.provider.sign_in(&begun.onward, "subject-1").unwrap();
    let accepted = stage.house.get(&back, &begun.cookie).await;
    assert_eq!((accepted.status, accepted.to.as_str()), (303, "/welcome?cookie=given"), "{}", accepted.body);
    let own = session(&accepted).unwrap().to_owned();
    assert!(stage.house.get("/profile", &own).await.body.contains("maria@example.org"));
    assert_eq!(stage.house.get(&link, "").await.status, 410);
    assert!(session(&stage.enter("subject-1").await).is_some());
    // Without a password nothing is changed: it would be the last way in that is taken away.
    let page = stage.house.get("/profile/provider", &own).await.body;
    assert!(
        page.contains("linked on") && page.contains("you need a password here") && !page.contains("Take the link away")
    );
    let tried = stage.house.post("/profile/provider", &own, &[("do", "removal"), ("password", "")]).await;
    assert_eq!(tried.status, 422, "{}", tried.body);
    assert!(session(&stage.enter("subject-1").await).is_some());
    // The same account there accepts no second invitation.
    let other = stage.house.invite(&stage.manager, "Otto Berg", "otto@example.org", "participant", "").await;
    let begun = stage.house.post(&format!("{other}/provider"), "", &[]).await;
    let back = stage.provider.sign_in(&begun.onward, "subject-1").unwrap();
    assert!(is_refused(&stage.house.get(&back, &begun.cookie).await, "This account is linked already"));
    assert_eq!(stage.house.get(&other, "").await.status, 200, "it still waits");
}

// CE19
#[tokio::test]
async fn the_link_is_taken_away_with_the_password_and_ends_what_came_in_by_it() {
    let stage = Stage::set().await;
    stage.link(&stage.manager, MANAGERS, "subject-1").await;
    let elsewhere = session(&stage.enter("subject-1").await).unwrap().to_owned();
    let fields = [("do", "removal"), ("password", "wrong")];
    assert_eq!(stage.house.post("/profile/provider", &stage.manager, &fields).await.status, 422);
    let fields = [("do", "removal"), ("password", MANAGERS)];
    let gone = stage.house.post("/profile/provider", &stage.manager, &fields).await;
    assert_eq!((gone.status, gone.to.as_str()), (303, "/profile/provider?done=unlinked"), "{}", gone.body);
    stage.house.deliver().await;
    assert!(stage.house.outbox.mails().last().unwrap().text().contains("is linked no longer"));
    assert_eq!(stage.house.get("/profile", &elsewhere).await.status, 303, "that session has ended");
    assert_eq!(stage.house.get("/profile", &stage.manager).await.status, 200);
    assert!(is_refused(&stage.enter("subject-1").await, "We do not know this account yet"));
}

// CE19
#[tokio::test]
async fn what_comes_back_counts_once_in_the_browser_that_went_and_for_an_hour() {
    let stage = Stage::set().await;
    stage.link(&stage.manager, MANAGERS, "subject-1").await;
    let (way, cookie) = stage.leave().await;
    let back = stage.provider.sign_in(&way, "subject-1").unwrap();
    let (_, others) = stage.leave().await;
    for (wrong, browser) in [
        (back.clone(), ""),
        (back.clone(), others.as_str()),
        (back.replace("state=", "state=x"), cookie.as_str()),
        (back.replace("&state=", "&estate="), cookie.as_str()),
        (back.replace("&iss=https://sign-in", "&iss=https://elsewhere"), cookie.as_str()),
        (back.replace("&iss=", "&was="), cookie.as_str()),
        (back.replace("?code=", "?node="), cookie.as_str()),
        (BACK.to_owned(), cookie.as_str()),
    ] {
        let answer = stage.house.get(&wrong, browser).await;
        assert!(is_refused(&answer, "This cannot go on"), "{wrong}: {}", answer.body);
    }
    assert!(session(&stage.house.get(&back, &cookie).await).is_some());
    // Played again, also with a code that would be good.
    let again = stage.provider.sign_in(&way, "subject-1").unwrap();
    for replayed in [&back, &again] {
        assert!(is_refused(&stage.house.get(replayed, &cookie).await, "This cannot go on"), "{replayed}");
    }
    let (way, cookie) = stage.leave().await;
    let back = stage.provider.sign_in(&way, "subject-1").unwrap();
    stage.house.clock.advance(SignedDuration::from_mins(61));
    assert!(is_refused(&stage.house.get(&back, &cookie).await, "This cannot go on"), "too late");
}

// CE19
#[tokio::test]
async fn a_code_that_was_made_for_another_browser_lets_nobody_in() {
    let stage = Stage::set().await;
    stage.link(&stage.manager, MANAGERS, "subject-1").await;
    let ((way, _), (own_way, own_cookie)) = (stage.leave().await, stage.leave().await);
    let code = |back: &str| back.split_once("code=").unwrap().1.split('&').next().unwrap().to_owned();
    let caught = code(&stage.provider.sign_in(&way, "subject-1").unwrap());
    let own = stage.provider.sign_in(&own_way, "nobody").unwrap();
    let injected = own.replace(&code(&own), &caught);
    let answer = stage.house.get(&injected, &own_cookie).await;
    assert!(is_refused(&answer, "We do not trust this answer"), "{}", answer.body);
}

// CE19
#[tokio::test]
async fn a_provider_that_says_what_it_should_not_lets_nobody_in() {
    let stage = Stage::set().await;
    stage.link(&stage.manager, MANAGERS, "subject-1").await;
    let twists: [(&str, Change); 6] = [
        ("another client", |claims| claims["aud"] = "another".into()),
        ("two clients", |claims| claims["aud"] = serde_json::json!(["troth & co", "another"])),
        ("another issuer", |claims| claims["iss"] = "https://elsewhere.example".into()),
        ("another errand", |claims| claims["nonce"] = "n".into()),
        ("over", |claims| claims["exp"] = 1.into()),
        ("without a number", |claims| claims["sub"] = "".into()),
    ];
    for (what, claims) in twists {
        stage.provider.twist(Twist { claims: Some(claims), ..Twist::default() });
        let answer = stage.enter("subject-1").await;
        assert!(is_refused(&answer, "We do not trust this answer"), "{what}: {}", answer.body);
    }
    stage.provider.twist(Twist::default());
    let (way, cookie) = stage.leave().await;
    let refused = stage.house.get(&stage.provider.refuse(&way).unwrap(), &cookie).await;
    assert!(is_refused(&refused, "Northgate did not let you in"), "{}", refused.body);
    // A key that was published since is asked for; and it is asked for again at most once a minute.
    stage.provider.rotate();
    assert!(is_refused(&stage.enter("subject-1").await, "We do not trust this answer"), "asked a moment ago");
    stage.house.clock.advance(SignedDuration::from_mins(2));
    assert!(session(&stage.enter("subject-1").await).is_some());
}

// CE19
#[tokio::test]
async fn a_provider_that_is_not_there_or_speaks_for_another_is_told_and_the_password_works_on() {
    for twist in [
        Twist { is_down: true, ..Twist::default() },
        Twist { metadata: Some(|told| told["issuer"] = "https://elsewhere.example".into()), ..Twist::default() },
        Twist {
            metadata: Some(|told| told["token_endpoint"] = "https://elsewhere.example/t".into()),
            ..Twist::default()
        },
    ] {
        let stage = Stage::set().await;
        stage.provider.twist(twist);
        let answer = stage.house.post("/sign-in/provider", "", &[]).await;
        assert_eq!((answer.status, answer.onward.as_str(), answer.cookie.as_str()), (503, "", ""));
        assert!(answer.body.contains("Northgate does not answer"), "{}", answer.body);
        let fields = [("email", "ingrid@example.org"), ("password", MANAGERS)];
        assert_eq!(stage.house.post("/sign-in", "", &fields).await.status, 303);
    }
    // One that does not say whose its answers are need not begin to.
    let stage = Stage::set().await;
    stage.provider.twist(Twist { hides_issuer: true, ..Twist::default() });
    stage.link(&stage.manager, MANAGERS, "subject-1").await;
    assert!(session(&stage.enter("subject-1").await).is_some());
}

// CE19
#[tokio::test]
async fn our_own_second_step_follows_unless_what_the_provider_says_counts_as_two() {
    let stage = Stage::set().await;
    let link = stage.house.invite(&stage.manager, "Hanna Visser", "hanna@example.org", "coach", "").await;
    let begun = stage.house.post(&format!("{link}/provider"), "", &[]).await;
    let back = stage.provider.sign_in(&begun.onward, "subject-1").unwrap();
    let accepted = stage.house.get(&back, &begun.cookie).await;
    assert!(
        session(&accepted).is_none() && accepted.body.contains("name=\"proof\""),
        "a coach sets one up: {}",
        accepted.body
    );
    let again = stage.enter("subject-1").await;
    assert!(session(&again).is_none() && again.body.contains("name=\"proof\""), "{}", again.body);
    let said: [(Change, bool); 3] = [
        (|claims| claims["acr"] = "one".into(), false),
        (|claims| claims["acr"] = "two".into(), true),
        (|claims| claims["amr"] = serde_json::json!(["mfa"]), true),
    ];
    for (claims, counts) in said {
        stage.provider.twist(Twist { claims: Some(claims), ..Twist::default() });
        let entered = stage.enter("subject-1").await;
        assert_eq!(session(&entered).is_some(), counts, "{}", entered.body);
        if let Some(own) = session(&entered) {
            assert_eq!(stage.house.get("/profile", own).await.status, 200);
        }
    }
}

// ASVS 6.4.4: the account elsewhere alone must not set up the second step that stood beside it.
#[tokio::test]
async fn when_a_lost_second_step_is_set_up_again_the_account_elsewhere_is_linked_no_longer() {
    let stage = Stage::set().await;
    let carla = stage.join("Carla Sund", "carla@example.org", "participant").await;
    stage.link(&carla, PASSWORD, "subject-1").await;
    let page = stage.house.get("/profile/second-step", &carla).await.body;
    let secret = page.split("name=\"secret\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let code = codes::shown(&codes::secret_of(secret).unwrap(), codes::step(stage.house.clock.now()));
    let fields = [("secret", secret), ("code", &code), ("password", PASSWORD)];
    assert_eq!(stage.house.post("/profile/second-step", &carla, &fields).await.status, 200);
    let people = stage.house.get("/people", &stage.manager).await.body;
    let person = people.split("Carla Sund").next().and_then(|before| before.rsplit("href=\"/people/").next()).unwrap();
    let path = format!("/people/{}/second-step", &person[..36]);
    assert_eq!(stage.house.post(&path, &stage.manager, &[("how", "Seen at the desk.")]).await.status, 303);
    stage.house.deliver().await;
    assert!(stage.enter("subject-1").await.body.contains("name=\"proof\""), "her second step still follows");
    stage.house.clock.advance(SignedDuration::from_hours(73));
    stage.house.deliver().await;
    assert!(is_refused(&stage.enter("subject-1").await, "We do not know this account yet"));
}

// CE19
#[tokio::test]
async fn whoever_has_left_comes_in_no_more_and_signing_out_tells_of_the_other_door() {
    let stage = Stage::set().await;
    let maria = stage.join("Maria de Vries", "maria@example.org", "participant").await;
    let plain = stage.house.post("/sign-out", &maria, &[]).await;
    assert_eq!(plain.to, "/sign-in?done=out", "nothing is linked");
    let fields = [("email", "maria@example.org"), ("password", PASSWORD)];
    let maria = stage.house.post("/sign-in", "", &fields).await.cookie;
    stage.link(&maria, PASSWORD, "subject-1").await;
    let out = stage.house.post("/sign-out", &maria, &[]).await;
    assert_eq!(out.to, "/sign-in/provider/out");
    assert_eq!(stage.house.get("/profile", &maria).await.status, 303);
    let told = stage.house.get(&out.to, "").await.body;
    assert!(told.contains("you may still be signed in there") && told.contains(&format!("{ISSUER}/out?client_id=")));
    let people = stage.house.get("/people", &stage.manager).await.body;
    let person = people.split("/people/").find(|rest| rest.contains("Maria")).unwrap();
    let person = person.split('"').next().unwrap();
    stage.house.post(&format!("/people/{person}/agreement-end"), &stage.manager, &[]).await;
    assert!(is_refused(&stage.enter("subject-1").await, "We do not know this account yet"));
}

// CE19
#[tokio::test]
async fn where_statement_or_configuration_lack_the_provider_there_is_nothing_of_it() {
    let without_line = House::with(&statement());
    let without_clause = House::with_provider(CAMPUS, |clock| {
        let made = Arc::new(testkit::Provider::new(ISSUER, Arc::clone(clock) as _).unwrap());
        let key = OrganisationKey::new("campus").unwrap();
        Providers::new([(key, Provider::new(settings(), Arc::new(Line(made))))])
    });
    for house in [without_line, without_clause] {
        let manager = house.manager().await;
        assert!(!house.get("/sign-in", "").await.body.contains("/sign-in/provider"));
        assert!(!house.get("/profile", &manager).await.body.contains("/profile/provider"));
        assert_eq!(house.post("/sign-in/provider", "", &[]).await.status, 404);
        for path in [BACK, "/sign-in/provider/out"] {
            assert_eq!(house.get(path, "").await.status, 404, "{path}");
        }
        assert_eq!(house.get("/profile/provider", &manager).await.status, 404);
    }
}

// CE19
#[test]
fn statement_and_configuration_must_go_together() {
    let plan = |text: &str| {
        let checked = statement::check(text, Some(&inventory()));
        checked.plan.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
    };
    let (whole, settings) = (statement(), settings());
    let fault = |text: &str, settings| sign_in::fault(&plan(text), settings).unwrap_or_default();
    assert_eq!(fault(&whole, Some(&settings)), "");
    assert_eq!(fault(CAMPUS, None), "");
    assert!(fault(&whole, None).contains("the configuration names no provider: add the line"));
    assert!(fault(CAMPUS, Some(&settings)).contains("add the word to the clause"));
    let other = whole.replace("recipient \"northgate\"", "recipient \"southgate\"");
    assert!(fault(&other, Some(&settings)).contains("add recipient \"northgate\""));
    let unkept = whole.replace(" \"sign-in.provider\"", "");
    assert!(fault(&unkept, Some(&settings)).contains("includes \"sign-in.provider\""));
    let undeclared = whole.replace("cookie \"provider\" where=\"sign-in\" purpose=\"service\" lasts=\"1 hour\"", "");
    assert!(fault(&undeclared, Some(&settings)).contains("add cookie \"provider\""));
}
