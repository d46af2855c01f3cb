//! Setting up the second step again, for whoever has lost every factor, through the front door (ASVS 6.4.4).
use crate::house::{Answer, House};
use jiff::SignedDuration;
use kernel::Clock as _;
use troth_accounts::factors::codes;

const PASSWORD: &str = "Blue heron on 3 legs";
const NEXT: &str = "Green heron on 4 legs";
const CARLA: &str = "carla@example.org";
const OTTO: &str = "otto@example.org";
const HOW: &str = "Seen at the desk, with her identity card.";

fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    page.split(&field).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("{page}")).to_owned()
}

/// A manager, perhaps a second one, and Carla, who has a second step by choice.
struct Stage {
    house: House,
    ingrid: String,
    otto: String,
    carla: String,
    secret: String,
    /// Where managers see Carla's second step.
    path: String,
}

impl Stage {
    async fn set(second_manager: bool) -> Self {
        let house = House::new();
        let ingrid = house.manager().await;
        let otto =
            if second_manager { join(&house, &ingrid, "Otto Quist", OTTO, "manager").await } else { String::new() };
        let carla = join(&house, &ingrid, "Carla Sund", CARLA, "participant").await;
        let people = house.get("/people", &ingrid).await.body;
        let before = people.split("Carla Sund").next().unwrap();
        let path = format!("/people/{}/second-step", &before.rsplit("href=\"/people/").next().unwrap()[..36]);
        let page = house.get("/profile/second-step", &carla).await.body;
        let secret = hidden(&page, "secret");
        let code = shown(&house, &secret);
        let fields = [("secret", secret.as_str()), ("code", &code), ("password", PASSWORD)];
        assert_eq!(house.post("/profile/second-step", &carla, &fields).await.status, 200);
        house.deliver().await;
        Self { house, ingrid, otto, carla, secret, path }
    }

    async fn ask(&self) {
        let asked = self.house.post(&self.path, &self.ingrid, &[("how", HOW)]).await;
        assert_eq!((asked.status, asked.to), (303, format!("{}?done=asked", self.path)), "{}", asked.body);
        self.house.deliver().await;
    }

    async fn answer(&self, cookie: &str, word: &str) -> Answer {
        let answer = self.house.post(&format!("{}/answer", self.path), cookie, &[("do", word)]).await;
        self.house.deliver().await;
        answer
    }

    async fn sign_in(&self, password: &str) -> Answer {
        self.house.post("/sign-in", "", &[("email", CARLA), ("password", password)]).await
    }

    /// The second step is asked for and no session begins: whoever has the password alone comes no further.
    async fn keeps(&self) {
        let halfway = self.sign_in(PASSWORD).await;
        assert_eq!((halfway.status, halfway.cookie.as_str()), (200, ""));
        assert!(!halfway.body.contains("name=\"secret\""), "nothing is set up anew: {}", halfway.body);
    }

    /// Factors, password and sessions are gone; a new password by mail leads to setting up, and not to a session.
    async fn sets_up_again(&self) {
        assert_eq!(self.house.get("/profile", &self.carla).await.status, 303, "her devices are signed out");
        assert_eq!(self.sign_in(PASSWORD).await.status, 422, "the password alone opens nothing, and sets nothing up");
        self.house.post("/sign-in/help", "", &[("email", CARLA)]).await;
        self.house.deliver().await;
        let link = self.house.link_to(CARLA);
        assert_eq!(self.house.post(&link, "", &[("password", NEXT)]).await.status, 303);
        let halfway = self.sign_in(NEXT).await;
        assert_eq!((halfway.status, halfway.cookie.as_str()), (200, ""), "no session before the second step");
        let (proof, secret) = (hidden(&halfway.body, "proof"), hidden(&halfway.body, "secret"));
        assert_ne!(secret, self.secret);
        let code = shown(&self.house, &secret);
        let fields = [("proof", proof.as_str()), ("secret", &secret), ("code", &code)];
        let entered = self.house.post("/sign-in/second-step/app", "", &fields).await;
        assert!(entered.status == 200 && !entered.cookie.is_empty(), "{}", entered.body);
        self.house.deliver().await;
        assert!(self.page(&self.ingrid).await.contains("Set up again"));
    }

    async fn page(&self, cookie: &str) -> String {
        let page = self.house.get(&self.path, cookie).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.body
    }

    /// The subjects of the mails to an address, the latest first.
    fn told(&self, address: &str) -> Vec<String> {
        let mails = self.house.outbox.mails();
        mails.iter().filter(|mail| mail.to().as_str() == address).map(|mail| mail.subject().to_owned()).collect()
    }
}

fn shown(house: &House, secret: &str) -> String {
    codes::shown(&codes::secret_of(secret).unwrap(), codes::step(house.clock.now()))
}

async fn join(house: &House, manager: &str, name: &str, email: &str, role: &str) -> String {
    let link = house.invite(manager, name, email, role, "").await;
    let joined = house.post(&link, "", &[("password", PASSWORD)]).await;
    assert_eq!(joined.status, 303, "{}", joined.body);
    joined.cookie
}

#[tokio::test]
async fn whoever_has_lost_every_factor_sets_it_up_again_after_two_managers_said_so() {
    let stage = Stage::set(true).await;
    let silent = stage.house.post(&stage.path, &stage.ingrid, &[("how", " ")]).await;
    assert_eq!(silent.status, 422, "how the person was known is asked for");
    stage.ask().await;
    assert_eq!(stage.told(CARLA)[0], "Did you lose your second step?");
    assert_eq!(stage.told(OTTO)[0], "Your word is asked for");
    assert_eq!(stage.house.post(&stage.path, &stage.ingrid, &[("how", HOW)]).await.status, 409, "one at a time");
    assert_eq!(stage.answer(&stage.ingrid, "agree").await.status, 409, "nobody is the second one of the own word");
    stage.keeps().await;
    let page = stage.page(&stage.otto).await;
    assert!(page.contains(HOW) && page.contains("value=\"agree\""), "{page}");
    assert_eq!(stage.answer(&stage.otto, "agree").await.status, 303);
    assert_eq!(stage.told(CARLA)[0], "You can set up your second step again");
    stage.sets_up_again().await;
    assert!(stage.page(&stage.otto).await.contains(HOW), "how she was known is kept");
    let told = &stage.told(CARLA)[0];
    assert!(told.starts_with("The second step of your account"), "{told}");
}

#[tokio::test]
async fn where_there_is_one_manager_it_waits_three_days_in_which_a_password_alone_never_suffices() {
    let stage = Stage::set(false).await;
    stage.ask().await;
    let mail = stage.house.outbox.mails()[0].text().to_owned();
    assert!(mail.contains("On 25 November 2026"), "{mail}");
    for _ in 0..2 {
        stage.house.clock.advance(SignedDuration::from_hours(35));
        stage.house.deliver().await;
        stage.keeps().await;
    }
    stage.house.clock.advance(SignedDuration::from_hours(3));
    stage.house.deliver().await;
    let stage = Stage { ingrid: ingrid(&stage.house).await, ..stage };
    stage.sets_up_again().await;
}

/// The manager, signed in anew: three days end a session.
async fn ingrid(house: &House) -> String {
    house.post("/sign-in", "", &[("email", "ingrid@example.org"), ("password", "Seven green kites 7")]).await.cookie
}

#[tokio::test]
async fn the_person_stops_it_by_the_link_of_the_mail_and_looking_changes_nothing() {
    let stage = Stage::set(false).await;
    stage.ask().await;
    let link = stage.house.link_to(CARLA);
    for _ in 0..2 {
        let page = stage.house.get(&link, "").await;
        assert!(page.status == 200 && page.body.contains("Stop it"), "{}", page.body);
    }
    assert!(stage.page(&stage.ingrid).await.contains("unless it is stopped"));
    assert_eq!(stage.house.post(&link, "", &[]).await.status, 200);
    stage.house.deliver().await;
    assert_eq!(stage.told("ingrid@example.org")[0], "What you asked for was stopped");
    assert_ne!(stage.house.post(&link, "", &[]).await.status, 200, "it works once");
    stage.house.clock.advance(SignedDuration::from_hours(80));
    stage.house.deliver().await;
    stage.keeps().await;
}

#[tokio::test]
async fn a_second_step_that_is_shown_after_all_stops_it_and_so_does_a_week_without_a_second_word() {
    let stage = Stage::set(true).await;
    stage.ask().await;
    stage.house.clock.advance(SignedDuration::from_mins(5));
    let halfway = stage.sign_in(PASSWORD).await;
    let (proof, code) = (hidden(&halfway.body, "proof"), shown(&stage.house, &stage.secret));
    let entered = stage.house.post("/sign-in/second-step", "", &[("proof", &proof), ("code", &code)]).await;
    assert_eq!(entered.status, 303, "{}", entered.body);
    assert!(stage.page(&stage.ingrid).await.contains("Stopped"));
    assert_eq!(stage.answer(&stage.otto, "agree").await.status, 409);
    stage.keeps().await;
    // Nobody says a second word: it is over.
    stage.ask().await;
    stage.house.clock.advance(SignedDuration::from_hours(24 * 7 + 1));
    stage.house.deliver().await;
    stage.keeps().await;
    let again = ingrid(&stage.house).await;
    assert!(stage.page(&again).await.contains("nobody agreed in time"));
}

#[tokio::test]
async fn only_managers_ask_and_never_for_themselves() {
    let stage = Stage::set(true).await;
    assert_eq!(stage.house.post(&stage.path, &stage.carla, &[("how", HOW)]).await.status, 404);
    assert_eq!(stage.house.get(&stage.path, &stage.carla).await.status, 404);
    let people = stage.house.get("/people", &stage.ingrid).await.body;
    let before = people.split("Ingrid Berg").next().unwrap();
    let own = format!("/people/{}/second-step", &before.rsplit("href=\"/people/").next().unwrap()[..36]);
    assert_eq!(stage.house.post(&own, &stage.ingrid, &[("how", HOW)]).await.status, 409);
    let person = stage.path.trim_end_matches("/second-step");
    assert!(stage.house.get(person, &stage.ingrid).await.body.contains(&format!("href=\"{}\"", stage.path)));
}
