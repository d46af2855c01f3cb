//! The alternative (RL16): whoever would rather not take part in the way that the statement names asks for another, step
//! by step (`alternative`). A manifest of its own, so that only organisations that offer this have it.
//!
//! A step goes to everybody in its role, who see no more than that somebody asks. The first to take it up reads it and
//! answers. To choose among people by name, the asker would have to read the names of all of them; and whoever is chosen
//! may be away. Once it goes on to the next step, whoever had it reads it no longer: nothing is left to do there.

mod actions;
mod asking;
mod helping;
mod inventory;
mod model;
mod night;
mod store;
mod view;

pub use night::pass_on;

use kernel::{
    Archetype::{Coach, Manager, Officer, Support, Technician},
    Slice,
    manifest::{NavEntry, Route, get, post},
};
use organisation::Doors;

/// Where a person's own stand.
const OWN_PATH: &str = "/my-data/alternatives";
/// Where those stand that one is asked.
const PATH: &str = "/alternatives";

/// One's own, and the form for another.
static OWN: Route = get(OWN_PATH, &actions::OWN);
/// Asks.
static ASK: Route = post(OWN_PATH, &actions::ASK);
/// One of them.
static OWN_ONE: Route = get("/my-data/alternatives/{alternative}", &actions::FOLLOW);
/// Takes it to the next step.
static ONWARD: Route = post("/my-data/alternatives/{alternative}/next-step", &actions::ONWARD);
/// Withdraws it.
static WITHDRAWAL: Route = post("/my-data/alternatives/{alternative}/withdrawal", &actions::WITHDRAW);
/// What somebody in one's role is asked, and what one has taken up.
static LIST: Route = get(PATH, &actions::LIST);
/// Takes one up.
static TAKING: Route = post("/alternatives/{alternative}/taking", &actions::TAKE);
/// One that one has taken up.
static ONE: Route = get("/alternatives/{alternative}", &actions::SEE);
/// Answers it.
static ANSWER: Route = post("/alternatives/{alternative}/answer", &actions::ANSWER);

/// The manifest. Its words stand with those of requests.
pub static SLICE: Slice = Slice {
    name: "alternatives",
    migrations: inventory::MIGRATIONS,
    containers: inventory::CONTAINERS,
    classes: inventory::CLASSES,
    tables: inventory::TABLES,
    events: inventory::EVENTS,
    outputs: inventory::OUTPUTS,
    actions: actions::ACTIONS,
    routes: &[OWN, ASK, OWN_ONE, ONWARD, WITHDRAWAL, LIST, TAKING, ONE, ANSWER],
    queries: store::QUERIES,
    jobs: &[actions::NIGHT],
    // Officers come here from their desk.
    nav: &[NavEntry {
        path: PATH,
        word: "requests-alt-nav",
        icon: "inbox",
        by: &[Coach, Support, Manager, Technician],
        order: 46,
    }],
    ..Slice::EMPTY
};

/// Whoever can be asked at a step, at the very most.
const HELPERS: [kernel::Archetype; 5] = [Coach, Support, Manager, Technician, Officer];

pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .on(&OWN, asking::list)
        .on(&ASK, asking::ask)
        .on(&OWN_ONE, asking::show)
        .on(&ONWARD, asking::onward)
        .on(&WITHDRAWAL, asking::withdraw)
        .on(&LIST, helping::list)
        .on(&TAKING, helping::take)
        .on(&ONE, helping::show)
        .on(&ANSWER, helping::answer)
}

/// Where an officer's desk finds those that officers are asked; empty where there are none to see.
pub(crate) fn path_for(visit: &organisation::Visit) -> &'static str {
    use organisation::Desk as _;
    let may = visit.site.has_page(PATH) && visit.may(&actions::LIST, &access::Resource::organisation());
    if may { PATH } else { "" }
}
