//! Codes by text message, through the front door and a gateway over HTTP (UC17, ASVS 6.6).
use crate::house::{Answer, CAMPUS, House};
use jiff::SignedDuration;
use kernel::Clock as _;
use testkit::SmsGateway;
use troth_accounts::factors::codes;

const PASSWORD: &str = "Seven green kites 7";
const IN: [(&str, &str); 2] = [("email", "ingrid@example.org"), ("password", PASSWORD)];
const NUMBER: &str = "+31 6 1234 5678";

fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    page.split(&field).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("{page}")).to_owned()
}

/// A campus that offers codes by text message.
fn statement() -> String {
    let text = CAMPUS.replace("\"sign-in.factor\"", "\"sign-in.factor\" \"sign-in.phone\"");
    text.replace("\"totp\" \"recovery-codes\"", "\"totp\" \"sms\" \"recovery-codes\"")
}

struct Scene {
    house: House,
    gateway: SmsGateway,
    manager: String,
    secret: String,
    recovery: Vec<String>,
}

impl Scene {
    /// A manager with an app.
    async fn set() -> Self {
        let gateway = SmsGateway::start().await.unwrap();
        let house = House::with(&statement()).texting_by(&gateway.url());
        let manager = house.manager().await;
        let page = house.get("/profile/second-step", &manager).await.body;
        let secret = hidden(&page, "secret");
        let code = Self::shown(&house, &secret);
        let fields = [("secret", secret.as_str()), ("code", &code), ("password", PASSWORD)];
        let done = house.post("/profile/second-step", &manager, &fields).await;
        let recovery =
            done.body.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect();
        house.deliver().await;
        Self { house, gateway, manager, secret, recovery }
    }

    fn shown(house: &House, secret: &str) -> String {
        codes::shown(&codes::secret_of(secret).unwrap(), codes::step(house.clock.now()))
    }

    /// What the app shows next.
    fn app(&self) -> String {
        self.house.clock.advance(SignedDuration::from_secs(30));
        Self::shown(&self.house, &self.secret)
    }

    async fn asks_for(&self, number: &str) -> Answer {
        let fields = [("number", number), ("code", &self.app()), ("password", PASSWORD)];
        let asked = self.house.post("/profile/text-codes", &self.manager, &fields).await;
        self.house.deliver().await;
        asked
    }

    async fn confirms(&self, code: &str) -> Answer {
        self.house.post("/profile/text-codes/confirmation", &self.manager, &[("code", code)]).await
    }

    /// The number is added.
    async fn added(&self) {
        assert_eq!(self.asks_for(NUMBER).await.status, 200);
        let done = self.confirms(&self.code()).await;
        assert_eq!((done.status, done.to.as_str()), (303, "/profile/text-codes?done=added"), "{}", done.body);
        self.house.deliver().await;
    }

    /// The code that was sent last.
    fn code(&self) -> String {
        let asked = self.gateway.taken().pop().expect("a text was sent");
        assert_eq!(asked.of("to"), "+31612345678");
        let text = asked.of("text").to_owned();
        let code = text.rsplit_once('#').unwrap().1.to_owned();
        assert!(code.len() == 6 && text.ends_with(&format!("\n\n@campus.example #{code}")), "{text}");
        code
    }

    /// The password is typed; the signed field of the page that asks for the second step.
    async fn halfway(&self) -> String {
        let halfway = self.house.post("/sign-in", "", &IN).await;
        assert_eq!(halfway.cookie, "");
        hidden(&halfway.body, "proof")
    }

    async fn sends(&self, proof: &str) -> Answer {
        let sent = self.house.post("/sign-in/second-step/text", "", &[("proof", proof)]).await;
        self.house.deliver().await;
        sent
    }

    async fn types(&self, proof: &str, code: &str) -> Answer {
        self.house.post("/sign-in/second-step", "", &[("proof", proof), ("code", code), ("next", "/profile")]).await
    }
}

// UC17, ASVS 6.6.1, 6.6.2: validated before it counts, bound to the attempt, once.
#[tokio::test]
async fn a_code_by_text_message_signs_in_once_and_in_the_attempt_for_which_it_was_sent() {
    let scene = Scene::set().await;
    let page = scene.house.get("/profile/text-codes", &scene.manager).await.body;
    assert!(page.contains("can be intercepted") && page.contains("/profile/passkeys"), "{page}");
    // Until the number is confirmed it is none.
    assert_eq!(scene.asks_for(NUMBER).await.status, 200);
    let proof = scene.halfway().await;
    assert_eq!(scene.sends(&proof).await.status, 404);
    let confirming = scene.code();
    assert_eq!(scene.types(&proof, &confirming).await.status, 422, "that code was for something else");
    assert_eq!(scene.confirms(&confirming).await.status, 303);
    scene.house.deliver().await;
    assert!(scene.house.outbox.mails()[0].subject().contains("second step"), "the owner is told");
    let page = scene.house.get("/profile/text-codes", &scene.manager).await.body;
    assert!(page.contains("It ends in 78, confirmed on 22 November 2026"), "{page}");
    // Two attempts: the code of one opens no other.
    let (one, other) = (scene.halfway().await, {
        scene.house.clock.advance(SignedDuration::from_secs(1));
        scene.halfway().await
    });
    assert_ne!(one, other);
    let sent = scene.sends(&one).await;
    assert!(
        sent.status == 200 && sent.body.contains("ends in 78") && sent.body.contains("can be intercepted"),
        "{}",
        sent.body
    );
    assert!(!sent.body.contains("31612345678"), "{}", sent.body);
    let code = scene.code();
    assert_eq!(scene.types(&other, &code).await.status, 422);
    let entered = scene.types(&one, &code).await;
    assert_eq!((entered.status, entered.to.as_str()), (303, "/profile?cookie=given"), "{}", entered.body);
    assert_eq!(scene.types(&one, &code).await.status, 422, "once");
    // App and recovery codes work as before.
    assert_eq!(scene.types(&other, &scene.app()).await.status, 303);
    assert_eq!(scene.types(&other, &scene.recovery[0]).await.status, 303);
}

// ASVS 6.6.3, 6.5.5
#[tokio::test]
async fn a_code_lasts_ten_minutes_and_five_tries_and_few_are_sent() {
    let scene = Scene::set().await;
    scene.added().await;
    let proof = scene.halfway().await;
    assert_eq!(scene.sends(&proof).await.status, 200);
    let code = scene.code();
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        assert_eq!(scene.types(&proof, wrong).await.status, 422);
    }
    assert_eq!(scene.types(&proof, &code).await.status, 422, "after five tries it is none");
    scene.house.clock.advance(SignedDuration::from_hours(2));
    for (minutes, status) in [(9, 303), (10, 422)] {
        assert_eq!(scene.asks_for(NUMBER).await.status, 200);
        let sent = scene.code();
        scene.house.clock.advance(SignedDuration::from_mins(minutes));
        assert_eq!(scene.confirms(&sent).await.status, status, "after {minutes} minutes");
    }
    // Five an hour, whatever is typed in between; the page says what else there is.
    scene.house.clock.advance(SignedDuration::from_hours(2));
    let before = scene.gateway.taken().len();
    let proof = scene.halfway().await;
    let mut answers = Vec::new();
    for _ in 0..7 {
        answers.push(scene.sends(&proof).await.status);
    }
    assert_eq!(answers, [200, 200, 200, 200, 200, 429, 429]);
    assert_eq!(scene.gateway.taken().len() - before, 5);
    assert_eq!(scene.types(&proof, &scene.code()).await.status, 303, "the last one that was sent works");
}

// Adding and removing ask again for a factor, and a number stands beside something better only.
#[tokio::test]
async fn a_number_is_added_and_removed_with_another_factor_and_goes_with_the_last_of_them() {
    let scene = Scene::set().await;
    let fields = [("number", NUMBER), ("code", "000000"), ("password", PASSWORD)];
    assert_eq!(scene.house.post("/profile/text-codes", &scene.manager, &fields).await.status, 422);
    assert_eq!(scene.asks_for("0612345678").await.status, 422, "without its country");
    scene.house.deliver().await;
    assert!(scene.gateway.taken().is_empty(), "nothing was sent");
    scene.added().await;
    let removal = |code: String| {
        let house = &scene.house;
        let manager = scene.manager.clone();
        async move {
            let fields = [("code", code.as_str()), ("password", PASSWORD)];
            house.post("/profile/text-codes/removal", &manager, &fields).await.status
        }
    };
    assert_eq!(removal("000000".to_owned()).await, 422);
    assert_eq!(removal(scene.app()).await, 303);
    let proof = scene.halfway().await;
    assert_eq!(scene.sends(&proof).await.status, 404);
    // With the app the number goes, too.
    scene.added().await;
    let fields = [("code", &*scene.app()), ("password", PASSWORD), ("do", "removal")];
    assert_eq!(scene.house.post("/profile/second-step/change", &scene.manager, &fields).await.status, 303);
    let page = scene.house.get("/profile/text-codes", &scene.manager).await.body;
    assert!(page.contains("Set up a passkey or an app for codes first") && !page.contains("ends in 78"), "{page}");
    let alone = scene.house.post("/sign-in", "", &IN).await;
    assert_eq!(alone.status, 303, "nothing is asked for besides the password: {}", alone.body);
}

// What a gateway does not take is tried again with another code; what is over is not sent any more.
#[tokio::test]
async fn a_busy_gateway_gets_another_code_later_and_none_when_it_is_too_late() {
    let scene = Scene::set().await;
    scene.added().await;
    let before = scene.gateway.taken().len();
    let proof = scene.halfway().await;
    scene.gateway.answer(503);
    assert_eq!(scene.sends(&proof).await.status, 200);
    assert_eq!(scene.gateway.taken().len(), before);
    scene.gateway.answer(202);
    scene.house.clock.advance(SignedDuration::from_mins(1));
    scene.house.deliver().await;
    assert_eq!(scene.gateway.taken().len(), before + 1);
    assert_eq!(scene.types(&proof, &scene.code()).await.status, 303);
    scene.gateway.answer(503);
    let proof = scene.halfway().await;
    assert_eq!(scene.sends(&proof).await.status, 200);
    scene.gateway.answer(202);
    scene.house.clock.advance(SignedDuration::from_mins(11));
    scene.house.deliver().await;
    assert_eq!(scene.gateway.taken().len(), before + 1, "nobody waits for it any more");
}

// Where the statement does not offer it, there is none of it.
#[tokio::test]
async fn where_the_statement_does_not_offer_it_nobody_has_a_number() {
    let house = House::new();
    let manager = house.manager().await;
    assert!(!house.get("/profile", &manager).await.body.contains("text-codes"));
    for path in ["/profile/text-codes", "/profile/text-codes/confirmation", "/profile/text-codes/removal"] {
        assert_eq!(house.post(path, &manager, &[("number", NUMBER)]).await.status, 404, "{path}");
    }
    assert_eq!(house.get("/profile/text-codes", &manager).await.status, 404);
}
