//! What signing in costs: three hundred people at once, with pages beside it; and whether time tells who is known (S4).

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Instant,
};

use accounts::{Hasher, Resident, settle, store::people::NewPerson};
use axum::{
    Router,
    body::Body,
    http::{Request, StatusCode, header},
};
use http::{Edge, EdgeSettings};
use kernel::{Actor, Archetype, Clock as _, Language, SecretString, jiff::SignedDuration};
use post::Outbox;
use tower::ServiceExt as _;
use troth::{
    assemble::{self, Services},
    problems::Problems,
    system::SystemRng,
};

use crate::{Failure, table::Table, world::World};

const PASSWORD: &str = "Harbour-7-lantern";
/// How many sign in at once.
const PEOPLE: usize = 300;
/// Where somebody who has signed in asks for another address.
const OWN_ADDRESS: &str = "/profile/address";
/// How many tries the classifier sees.
const TRIES: usize = 2_000;

/// Measures all.
pub(crate) async fn measure(table: &mut Table) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    // Where people register by themselves, too.
    let world = World::under(folder.path(), "selfhelp")?;
    let hasher = Hasher::new(SecretString::from("a pepper for measuring"));
    settle_all(&world, &hasher).await?;
    let services = Services {
        hasher,
        carrier: Arc::new(Outbox::new()),
        sender: "no-reply@campus.example".parse().map_err(|_| "an address")?,
        providers: accounts::provider::Providers::default(),
        texting: None,
    };
    let doors = assemble::doors(&services, &world.campus.inventory).map_err(|faults| format!("{faults:?}"))?;
    let sites = [("campus.localhost".to_owned(), Arc::clone(&world.campus))];
    let problems = Arc::new(Problems::new(Arc::clone(&world.campus.words)));
    let router = Edge::new(sites, problems, EdgeSettings { tls: false }).router(doors);
    rush(&router, table).await?;
    let doors = [
        ("sign-in", "/sign-in"),
        ("link for a new password", "/sign-in/help"),
        ("registering", "/register"),
        ("another address", OWN_ADDRESS),
    ];
    for (what, path) in doors {
        let told = told_by_time(&world, &router, path).await?;
        let what = format!("{what}: how well time tells a known address (AUC over {TRIES} tries)");
        table.add(&what, format!("{told:.3}"), "≤ 0.55", Some(told <= 0.55));
    }
    Ok(())
}

fn address(number: usize) -> String {
    format!("person-{number}@bench.example")
}

async fn settle_all(world: &World, hasher: &Hasher) -> Result<(), Failure> {
    let role = world.campus.plan.roles_of(Archetype::Participant).next().ok_or("the role")?.key.clone();
    let hash = hasher.hash(SecretString::from(PASSWORD), &SystemRng).await?;
    let (scope, organisation, now) =
        (world.campus.scope(Actor::Job(accounts::actions::FOUND.name)), Arc::clone(&world.campus), world.clock.now());
    let all = move |work: &mut store::Work<'_>| -> Result<(), Failure> {
        for number in 0..PEOPLE {
            let new = NewPerson {
                name: format!("Person {number}"),
                email: address(number).parse().map_err(|_| "an address")?,
                language: Language::En,
                role: role.clone(),
            };
            let hash = Some(hash.clone());
            settle(
                work,
                &organisation,
                &Resident { new, invited_at: now, accepted_at: Some(now), left_at: None, hash },
            )?;
        }
        Ok(())
    };
    world.campus.store.write(&scope, all).await
}

/// What came back: the status, and the cookie of a session.
async fn ask(router: &Router, request: Request<Body>) -> Result<(StatusCode, String), Failure> {
    let answer = router.clone().oneshot(request).await?;
    let status = answer.status();
    let set = answer.headers().get_all(header::SET_COOKIE).iter().filter_map(|line| line.to_str().ok());
    let cookies: Vec<_> = set.filter_map(|line| line.split(';').next()).map(ToOwned::to_owned).collect();
    axum::body::to_bytes(answer.into_body(), usize::MAX).await?;
    Ok((status, cookies.join("; ")))
}

async fn send(router: &Router, path: &str, email: &str, password: &str) -> Result<StatusCode, Failure> {
    Ok(send_as(router, path, "", (email, password)).await?.0)
}

async fn send_as(
    router: &Router,
    path: &str,
    cookie: &str,
    (email, password): (&str, &str),
) -> Result<(StatusCode, String), Failure> {
    let request = Request::post(path)
        .header(header::HOST, "campus.localhost")
        .header(header::COOKIE, cookie)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    ask(router, request.body(Body::from(format!("age=yes&email={email}&password={password}")))?).await
}

/// Everybody signs in at once, while somebody goes on looking at pages.
async fn rush(router: &Router, table: &mut Table) -> Result<(), Failure> {
    let begun = Instant::now();
    let people: Vec<_> = (0..PEOPLE)
        .map(|number| {
            let router = router.clone();
            tokio::spawn(async move { send(&router, "/sign-in", &address(number), PASSWORD).await })
        })
        .collect();
    let rushing = Arc::new(AtomicBool::new(true));
    let looker = tokio::spawn(look(router.clone(), Arc::clone(&rushing)));
    let mut served = 0;
    for person in people {
        served += usize::from(person.await?? == StatusCode::SEE_OTHER);
    }
    let took = begun.elapsed().as_secs_f64();
    rushing.store(false, Ordering::Relaxed);
    let mut times = looker.await??;
    times.sort_by(f64::total_cmp);
    let slow = times[(times.len() - 1) * 99 / 100];
    let all = format!("{took:.1} s, {served} served");
    table.add("300 people sign in at once", all, "≤ 10 s", Some(took <= 10.0 && served == PEOPLE));
    let what = format!("a page meanwhile (99th of 100, of {})", times.len());
    table.add(&what, format!("{slow:.0} ms"), "≤ 200 ms", Some(slow <= 200.0));
    Ok(())
}

/// Looks at a page again and again; how long it took each time, in milliseconds.
async fn look(router: Router, rushing: Arc<AtomicBool>) -> Result<Vec<f64>, Failure> {
    let mut times = Vec::new();
    while rushing.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let request = Request::get("/sign-in").header(header::HOST, "campus.localhost").body(Body::empty())?;
        ask(&router, request).await?;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    Ok(times)
}

/// How well the time of an answer tells a known address from an unknown one: the chance that a known one took longer
/// than an unknown one, or the other way round, whichever is more.
async fn told_by_time(world: &World, router: &Router, path: &str) -> Result<f64, Failure> {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    let (mut cookie, own) = (String::new(), path == OWN_ADDRESS);
    let password = if own { PASSWORD } else { "Not-this-one-7" };
    for number in 0..TRIES {
        // Everybody's attempts have come back.
        world.clock.advance(SignedDuration::from_hours(1));
        if own && number % 10 == 0 {
            cookie = send_as(router, "/sign-in", "", (&address(PEOPLE - 1), PASSWORD)).await?.1;
        }
        let [coin]: [u8; 1] = kernel::rng::bytes(&SystemRng);
        let (email, times) = match coin % 2 {
            0 => (address(number % (PEOPLE - 1)), &mut known),
            _ => (format!("nobody-{}@bench.example", number % PEOPLE), &mut unknown),
        };
        let begun = Instant::now();
        let (status, _) = send_as(router, path, &cookie, (&email, password)).await?;
        times.push(begun.elapsed());
        if own && status != StatusCode::SEE_OTHER {
            return Err(format!("{path} answered {status}").into());
        }
    }
    let wins: f64 = known.iter().map(|one| unknown.iter().map(|other| rank(one.cmp(other))).sum::<f64>()).sum();
    #[allow(clippy::cast_precision_loss, reason = "counts of a benchmark")]
    let auc = wins / (known.len() * unknown.len()) as f64;
    Ok(auc.max(1.0 - auc))
}

fn rank(order: std::cmp::Ordering) -> f64 {
    match order {
        std::cmp::Ordering::Greater => 1.0,
        std::cmp::Ordering::Equal => 0.5,
        std::cmp::Ordering::Less => 0.0,
    }
}
