//! A stolen database yields nothing that opens a door (S5): all that stands in it is tried at every door.
use crate::house::{CAMPUS, House, read, stolen};
use access::Resource;
use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use kernel::{Actor, Clock as _, PersonId};
use store::{Cell, Reader, Sealed, StoreError};
use troth_accounts::{
    actions::SIGN_IN,
    factors::{actions::CHECK, codes},
    store::people,
};

const PASSWORD: &str = "Blue heron on 3 legs";
const MANAGERS: &str = "Seven green kites 7";
const MANAGER: &str = "ingrid@example.org";
const MARIA: &str = "maria@example.org";

/// Somebody with a session, with a second step, with links of every kind.
struct Scene {
    house: House,
    session: String,
    links: Vec<String>,
    recovery: Vec<String>,
}

fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    page.split(&field).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_else(|| panic!("{page}")).to_owned()
}

async fn set() -> Scene {
    let house = House::with(CAMPUS);
    let session = house.manager().await;
    let link = house.invite(&session, "Maria de Vries", MARIA, "participant", "").await;
    let maria = house.post(&link, "", &[("password", PASSWORD)]).await.cookie;
    let mut links = vec![house.invite(&session, "Otto Berg", "otto@example.org", "participant", "").await];
    let asked = [("email", "maria@elsewhere.example"), ("password", PASSWORD)];
    assert_eq!(house.post("/profile/address", &maria, &asked).await.status, 303);
    house.post("/sign-in/help", "", &[("email", MANAGER)]).await;
    house.deliver().await;
    links.extend(["maria@elsewhere.example", MARIA, MANAGER].map(|address| house.link_to(address)));
    let secret = hidden(&house.get("/profile/second-step", &session).await.body, "secret");
    let code = codes::shown(&codes::secret_of(&secret).unwrap(), codes::step(house.clock.now()));
    let fields = [("secret", secret.as_str()), ("code", &code), ("password", MANAGERS)];
    let made = house.post("/profile/second-step", &session, &fields).await.body;
    let recovery = made.split("<code>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect();
    Scene { house, session, links, recovery }
}

/// What a thief would make of a value: the value in the letters of links and codes, and its hash.
fn forms(value: &[u8]) -> Vec<String> {
    let hex = value.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let letters = URL_SAFE_NO_PAD.encode(value);
    let again = URL_SAFE_NO_PAD.encode(http::cookie::hash(&letters));
    vec![STANDARD.encode(value).replace(['/', '+', '='], ""), hex, letters, again]
}

/// The paths of single-use links.
const PATHS: [&str; 5] = ["/invitation", "/new-password", "/new-address", "/old-address", "/register"];

// S5
#[tokio::test]
async fn nothing_that_stands_in_a_stolen_database_is_a_session_a_link_or_a_password() {
    let Scene { house, session, links, .. } = set().await;
    let mut tried = 0;
    for text in stolen::QUERIES {
        for form in read(&house, text).await.iter().flat_map(|value| forms(value)) {
            let cookie = format!("__Host-troth={form}");
            assert_eq!(house.get("/profile", &cookie).await.status, 303, "{} is a session", text.name);
            for path in PATHS {
                let status = house.get(&format!("{path}/{form}"), "").await.status;
                assert!([404, 410].contains(&status), "{} is a link of {path}: {status}", text.name);
            }
            tried += 1;
        }
    }
    assert!(tried > 60, "the database held {tried} values to try");
    let hash = URL_SAFE_NO_PAD.encode(&read(&house, &stolen::PASSWORDS).await[0]);
    assert_eq!(house.post("/sign-in", "", &[("email", MARIA), ("password", &hash)]).await.status, 422);
    // What was stolen from would have opened them all.
    assert_eq!(house.get("/profile", &session).await.status, 200);
    for link in &links {
        assert_eq!(house.get(link, "").await.status, 200, "{link}");
    }
}

// S5
#[tokio::test]
async fn nothing_that_stands_in_a_stolen_database_is_a_code_or_makes_one() {
    let Scene { house, recovery, .. } = set().await;
    let mut typed: Vec<String> = Vec::new();
    for value in read(&house, &stolen::CODES).await {
        typed.extend(forms(&value));
    }
    let seeds = read(&house, &stolen::SEEDS).await;
    assert_eq!((typed.len(), seeds.len()), (8 * 4, 1));
    let step = codes::step(house.clock.now());
    // The sealed secret, whole and at each place where twenty bytes could be the secret.
    let guesses = seeds[0].windows(codes::SECRET).map(|secret| codes::shown(secret, step));
    let right = step_of_the_app(&house).await;
    assert!(guesses.clone().all(|code| code != right), "the seed stands in the database");
    typed.extend(guesses.take(8));
    let enters = async |code: &str| {
        house.clock.advance_days(1);
        let halfway = house.post("/sign-in", "", &[("email", MANAGER), ("password", MANAGERS)]).await;
        let proof = hidden(&halfway.body, "proof");
        house.post("/sign-in/second-step", "", &[("proof", &proof), ("code", code), ("next", "")]).await.status == 303
    };
    for code in &typed {
        assert!(!enters(code).await, "{code} lets somebody in");
    }
    assert!(enters(&recovery[0]).await, "a code that was shown does");
}

/// What the app would show, by the secret that only the keyring opens.
async fn step_of_the_app(house: &House) -> String {
    let (person, sealed) = manager(house).await;
    let scope = house.organisation.scope(Actor::Job(CHECK.name));
    let grant = house.organisation.access.decide_job(&scope, &CHECK, &Resource::person(person)).unwrap();
    let kept = house.organisation.store.opener(&scope, &grant).bytes(&sealed).unwrap();
    codes::shown(&kept[1..], codes::step(house.clock.now()))
}

/// The manager, and the sealed secret of the app.
async fn manager(house: &House) -> (PersonId, Sealed) {
    let scope = house.organisation.scope(Actor::Job(SIGN_IN.name));
    let look = |reader: &mut Reader<'_>| {
        let person = people::by_email(reader, &MANAGER.parse().unwrap())?.expect("the manager");
        let row = reader.one(&stolen::SEEDS, &[])?.expect("an app");
        let (row_id, holder) = (kernel::id::Id::uuid(person), kernel::id::Id::uuid(person));
        let cell = Cell { table: "authenticator", column: "secret", row: row_id, holder, also: None };
        Ok((person, row.sealed(0, cell)?))
    };
    house.organisation.store.read::<_, StoreError, _>(&scope, look).await.unwrap()
}

// S5
#[tokio::test]
async fn the_keyring_of_another_organisation_opens_nothing_of_a_stolen_database() {
    let Scene { house, .. } = set().await;
    let other = House::seeded(CAMPUS, 8);
    other.manager().await;
    let (person, seed) = manager(&house).await;
    let scope = house.organisation.scope(Actor::Job(SIGN_IN.name));
    let look = move |reader: &mut Reader<'_>| people::credential(reader, person);
    let password = house.organisation.store.read::<_, StoreError, _>(&scope, look).await.unwrap().unwrap();
    for (job, sealed) in [(&CHECK, seed), (&SIGN_IN, password)] {
        let opened = |house: &House| {
            let scope = house.organisation.scope(Actor::Job(job.name));
            let grant = house.organisation.access.decide_job(&scope, job, &Resource::person(person)).unwrap();
            house.organisation.store.opener(&scope, &grant).bytes(&sealed).map(drop)
        };
        assert_eq!(opened(&other), Err(StoreError::Gone), "{}", job.name);
        assert_eq!(opened(&house), Ok(()), "its own opens it");
    }
}
