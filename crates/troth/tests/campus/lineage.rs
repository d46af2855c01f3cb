//! What each query reads and writes is what its actions and jobs declare, by SQLite's own word (I2, design §6).

use kernel::{
    Archetype, Inventory, Slice,
    manifest::{Action, ActionKind, By, Sql},
};
use troth::assemble;

#[test]
fn every_query_of_every_slice_reads_and_writes_what_its_actions_declare() {
    let inventory = assemble::inventory().unwrap();
    let faults = store::lineage::faults(&inventory).unwrap();
    assert!(faults.is_empty(), "{faults:#?}");
    // It really looked: slices read sealed content, by queries that are found by name.
    let lineage = store::lineage::of(&inventory).unwrap();
    assert_eq!(lineage.len(), inventory.queries().count());
    let reads = |table: &str, column: &str| {
        lineage.iter().filter(|one| one.reads.iter().any(|(t, c)| t == table && c == column)).count()
    };
    for (table, column) in
        [("message", "body"), ("private_note", "body"), ("account", "name"), ("credential", "password")]
    {
        assert!(reads(table, column) > 0, "nobody reads {table}.{column}");
    }
    let writes = lineage.iter().filter(|one| one.writes.iter().any(|(t, c)| t == "message" && c == "body")).count();
    assert!(writes > 0);
}

#[test]
fn every_action_that_shows_or_stores_an_item_has_a_query_that_runs_for_it() {
    let inventory = assemble::inventory().unwrap();
    let runs: Vec<_> = inventory.queries().flat_map(|sql| sql.runs_for).copied().collect();
    let idle: Vec<_> = inventory
        .actions()
        .filter(|action| !action.writes.is_empty() && !runs.contains(&action.name))
        .map(|action| action.name)
        // Erasure is the keeper's: texts made of the inventory, in a job's name.
        .filter(|name| *name != "account.delete")
        .collect();
    assert!(idle.is_empty(), "{idle:?}");
}

static NOSY: Sql = Sql {
    name: "fault.nosy",
    text: "SELECT m.id, m.body FROM message m WHERE m.trajectory = $1",
    runs_for: &["people.list"],
};
static NOSY_BY_STAR: Sql =
    Sql { name: "fault.star", text: "SELECT * FROM private_note WHERE trajectory = $1", runs_for: &["dialogue.read"] };
static MEDDLING: Sql =
    Sql { name: "fault.meddling", text: "UPDATE goal SET title = $2 WHERE id = $1", runs_for: &["goal.read"] };
static CONTENT: Slice = Slice { name: "fault", queries: &[&NOSY, &NOSY_BY_STAR, &MEDDLING], ..Slice::EMPTY };

// A seeded fault: the check above can fail.
#[test]
fn a_query_that_touches_what_its_action_does_not_declare_is_found() {
    let inventory = Inventory::new(assemble::SLICES.iter().copied().chain([&CONTENT])).unwrap();
    let faults = store::lineage::faults(&inventory).unwrap();
    let found = |start: &str| faults.iter().any(|fault| fault.starts_with(start));
    for expected in [
        "fault.nosy reads message.body (message.body)",
        "fault.star reads private_note.body",
        "fault.meddling writes goal.title",
    ] {
        assert!(found(expected), "{expected}: {faults:#?}");
    }
    assert!(faults.iter().all(|fault| fault.starts_with("fault.")), "{faults:#?}");
}

static OVERSEER: Slice = Slice {
    name: "fault",
    actions: &[Action {
        name: "dialogue.oversee",
        container: "trajectory",
        kind: ActionKind::Read,
        discloses: &["message.body"],
        writes: &[],
        by: &[By::Archetype(Archetype::Manager)],
        states: &[],
    }],
    queries: &[&Sql {
        name: "fault.oversee",
        text: "SELECT body FROM message WHERE trajectory = $1",
        runs_for: &["dialogue.oversee"],
    }],
    ..Slice::EMPTY
};

// What is declared passes here, and is then held against the statement: no net rests on another.
#[tokio::test]
async fn an_action_opened_too_wide_is_declared_and_still_refused_by_the_statement() {
    let inventory = Inventory::new(assemble::SLICES.iter().copied().chain([&OVERSEER])).unwrap();
    assert_eq!(store::lineage::faults(&inventory).unwrap(), [""; 0]);
    let source = crate::world::statement("campus");
    let plan = statement::check(&source, Some(&inventory)).plan.unwrap();
    let access = access::Access::new(&plan, &inventory).unwrap();
    let campus = crate::world::Campus::new().await;
    let manager = campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let about = access::Resource {
        container: "trajectory",
        id: kernel::Uuid::from_u128(1),
        parties: vec![("coach", kernel::id::Id::from_uuid(kernel::Uuid::from_u128(2)))],
        state: Some("open"),
    };
    let scope = campus.scope_of(manager, Archetype::Manager);
    assert!(!access.would_allow(&scope, inventory.action("dialogue.oversee").unwrap(), &about));
    assert!(access.would_allow(&scope, inventory.action("trajectory.end").unwrap(), &about), "the others stand");
}
