//! Seals: only a grant opens them, only in their place, only while their keys are there.

use access::Resource;
use kernel::{PersonId, Uuid, id::Id as _};
use store::{Cell, Sealed, StoreError, params};

use crate::world::{On, World, expose, slice};

crate::on_both!(
    a_value_opens_in_its_own_cell_only,
    a_grant_opens_what_it_covers_and_nothing_else,
    sealing_needs_a_grant_for_the_holder,
    cells_must_name_the_party_their_class_is_sealed_for,
    two_seals_need_both_keys,
    a_devices_key_is_its_holders_alone_and_goes_with_the_keys_it_is_made_of,
    lists_of_the_organisation_open_names,
    keyed_hashes_find_addresses_and_rotate,
    seals_stay_whole_across_openings,
);

/// The stored bytes of a message as if they stood in `cell`.
async fn as_if_in(world: &World, trajectory: slice::TrajectoryId, cell: Cell) -> Sealed {
    let scope = world.scope(world.coach);
    let read: Result<Sealed, StoreError> = world
        .store
        .read(&scope, move |reader| {
            let rows = reader.all(&slice::MESSAGES, params![1, trajectory])?;
            rows[0].sealed(1, cell)
        })
        .await;
    read.unwrap_or_else(|error| panic!("{error}"))
}

// I2
async fn a_value_opens_in_its_own_cell_only(on: On) {
    let world = World::new(on);
    let (one, two) = (world.add_trajectory().await, world.add_trajectory().await);
    let message = world.say(one, "For this place alone.").await;
    world.say(two, "Another place.").await;
    let scope = world.scope(world.coach);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(one));
    let opener = world.store.opener(&scope, &grant);
    let own = world.body(one, message);
    let sealed = as_if_in(&world, one, own).await;
    assert_eq!(expose(&opener.text(&sealed).unwrap()), "For this place alone.");

    let row = Cell { row: Uuid::from_u128(99), ..own };
    assert_eq!(opener.text(&as_if_in(&world, one, row).await).err(), Some(StoreError::Tampered), "another row");
    let column = Cell { table: "attachment", column: "name", ..own };
    assert_eq!(opener.text(&as_if_in(&world, one, column).await).err(), Some(StoreError::Tampered), "another column");
    let holder = Cell { holder: two.uuid(), ..own };
    let other = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(two));
    let other = world.store.opener(&scope, &other);
    assert_eq!(other.text(&as_if_in(&world, one, holder).await).err(), Some(StoreError::Tampered), "another holder");
    let plain = Cell { column: "sent_at", ..own };
    assert!(matches!(opener.text(&as_if_in(&world, one, plain).await), Err(StoreError::Undeclared(_))));
}

// I2
async fn a_grant_opens_what_it_covers_and_nothing_else(on: On) {
    let world = World::new(on);
    let (one, two) = (world.add_trajectory().await, world.add_trajectory().await);
    let message = world.say(one, "Between the two of us.").await;
    let scope = world.scope(world.coach);
    let sealed = as_if_in(&world, one, world.body(one, message)).await;
    let refused = |grant| world.store.opener(&scope, grant).text(&sealed).err();
    let other_container = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(two));
    let other_item = world.grant(&scope, &slice::NOTES, &world.trajectory(one));
    let expected = |action| Some(StoreError::Refused { action, item: "message.body" });
    assert_eq!(refused(&other_container), expected("dialogue.write"));
    assert_eq!(refused(&other_item), expected("note.write"));
    // The opener's rule is the grant's own.
    for (item, holder) in [
        ("message.body", one.uuid()),
        ("message.body", two.uuid()),
        ("message.body", world.participant.uuid()),
        ("private-note.body", two.uuid()),
    ] {
        let cell = Cell {
            table: if item == "message.body" { "message" } else { "note" },
            column: "body",
            row: message.uuid(),
            holder,
            also: (item == "message.body").then_some(world.participant),
        };
        let sealed = as_if_in(&world, one, cell).await;
        let opened = world.store.opener(&scope, &other_container).bytes(&sealed);
        let refused = matches!(opened, Err(StoreError::Refused { .. }));
        assert_eq!(refused, !other_container.covers(item, holder), "{item} of {holder}");
    }
}

async fn sealing_needs_a_grant_for_the_holder(on: On) {
    let world = World::new(on);
    let (one, two) = (world.add_trajectory().await, world.add_trajectory().await);
    let scope = world.scope(world.coach);
    let grant = world.grant(&scope, &slice::DIALOGUE, &world.trajectory(one));
    let cell = Cell { holder: two.uuid(), ..world.body(two, scope.mint()) };
    let sealed = world.store.write(&scope, move |work| work.seal(&grant, &cell, b"text")).await;
    assert!(matches!(sealed, Err(StoreError::Refused { item: "message.body", .. })));
    assert!(!world.store.has_key("dialogue", two.uuid()));
}

async fn cells_must_name_the_party_their_class_is_sealed_for(on: On) {
    let world = World::new(on);
    let trajectory = world.add_trajectory().await;
    let scope = world.scope(world.coach);
    let without = Cell { also: None, ..world.body(trajectory, scope.mint()) };
    let with = Cell { table: "note", ..world.body(trajectory, scope.mint()) };
    for (action, cell) in [(&slice::DIALOGUE, without), (&slice::NOTES, with)] {
        let grant = world.grant(&scope, action, &world.trajectory(trajectory));
        let sealed = world.store.write(&scope, move |work| work.seal(&grant, &cell, b"text")).await;
        assert!(matches!(sealed, Err(StoreError::Undeclared(_))), "{}", action.name);
    }
}

// S4
async fn a_devices_key_is_its_holders_alone_and_goes_with_the_keys_it_is_made_of(on: On) {
    for lost in [0, 1] {
        let world = World::new(on);
        let (one, two) = (world.add_trajectory().await, world.add_trajectory().await);
        let scope = world.scope(world.coach);
        let grant = |trajectory| world.grant(&scope, &slice::DIALOGUE, &world.trajectory(trajectory));
        let cell = |trajectory| world.body(trajectory, scope.mint());
        let shown = |found: store::DeviceKey| (expose(&found.key()), found.mark());
        let handed = |world: &World, trajectory| {
            let found = world.store.device_key(&scope, &grant(trajectory), &cell(trajectory));
            found.map(|found| found.map(shown))
        };
        assert_eq!(handed(&world, one), Ok(None), "nothing was sealed yet");
        let (allowed, place) = (grant(one), cell(one));
        world.store.write(&scope, move |work| work.ready_device(&allowed, &place)).await.unwrap();
        let made = handed(&world, one).unwrap().unwrap();
        world.say(one, "Something.").await;
        assert_eq!(handed(&world, one), Ok(Some(made.clone())), "whichever row it is asked for");
        world.say(two, "Something else.").await;
        let other = handed(&world, two).unwrap().unwrap();
        assert!(made.0 != other.0 && made.1 != other.1 && made.0 != made.1);
        let not_covered = world.store.device_key(&scope, &grant(one), &cell(two));
        assert!(matches!(not_covered, Err(StoreError::Refused { item: "message.body", .. })));

        let holder = [one.uuid(), world.participant.uuid()][lost];
        world.store.destroy(&scope, vec![("dialogue", holder)]).await.unwrap();
        assert_eq!(handed(&world, one), Ok(None));
        world.say(one, "Something anew.").await;
        let anew = handed(&world, one).unwrap().unwrap();
        assert!(anew.0 != made.0 && anew.1 != made.1, "it never comes back");
    }
}

async fn two_seals_need_both_keys(on: On) {
    for lost in [0, 1] {
        let world = World::new(on);
        let trajectory = world.add_trajectory().await;
        world.say(trajectory, "Under two seals.").await;
        assert_eq!(world.read(trajectory).await.unwrap(), ["Under two seals."]);
        let scope = world.scope(world.coach);
        let holder = [trajectory.uuid(), world.participant.uuid()][lost];
        let destroyed = world.store.destroy(&scope, vec![("dialogue", holder)]).await.unwrap();
        assert_eq!((destroyed.generation, destroyed.keys), (2, 1));
        assert_eq!(world.read(trajectory).await, Err(StoreError::Gone));
        let world = world.reopen();
        assert_eq!(world.read(trajectory).await, Err(StoreError::Gone));
    }
}

async fn lists_of_the_organisation_open_names(on: On) {
    let world = World::new(on);
    world.add_person(world.participant, "Ada", "ada@example.org").await;
    let scope = world.scope(world.coach);
    let grant = world.grant(&scope, &slice::PEOPLE, &Resource::organisation());
    let opener = world.store.opener(&scope, &grant);
    let person = world.participant;
    let cell = move |column| Cell { table: "person", column, row: person.uuid(), holder: person.uuid(), also: None };
    let read: Result<_, StoreError> = world
        .store
        .read(&scope, move |reader| {
            let row = reader.one(&slice::PERSON, params![person])?.unwrap();
            Ok((row.sealed(0, cell("name"))?, row.sealed(1, cell("email"))?))
        })
        .await;
    let (name, email) = read.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(expose(&opener.text(&name).unwrap()), "Ada");
    assert!(matches!(opener.text(&email), Err(StoreError::Refused { item: "person.email", .. })));
}

async fn by_email(world: &World, text: &'static str) -> Option<PersonId> {
    let scope = world.scope(world.coach);
    let found: Result<_, StoreError> = world
        .store
        .read(&scope, move |reader| {
            let hash = reader.keyed_hash("person.email", text);
            reader.one(&slice::BY_EMAIL, &[hash])?.map(|row| row.id(0)).transpose()
        })
        .await;
    found.unwrap()
}

async fn keyed_hashes_find_addresses_and_rotate(on: On) {
    let world = World::new(on);
    world.add_person(world.participant, "Ada", "Ada@Example.org").await;
    assert_eq!(by_email(&world, " ada@example.ORG ").await, Some(world.participant));
    assert_eq!(by_email(&world, "eve@example.org").await, None);
    let scope = world.scope(world.coach);
    let hash = |world: &World| {
        let (store, scope) = (world.store.clone(), scope.clone());
        async move {
            let hash: Result<_, StoreError> =
                store.read(&scope, |reader| Ok(reader.keyed_hash("person.email", "ada@example.org"))).await;
            hash.unwrap()
        }
    };
    let before = hash(&world).await;
    assert_eq!(world.store.rotate_lookups(&scope).await.unwrap(), 1);
    assert!(hash(&world).await != before, "the key is another");
    assert_eq!(by_email(&world, "ada@example.org").await, Some(world.participant));
    let world = world.reopen();
    assert_eq!(by_email(&world, "ada@example.org").await, Some(world.participant));
    // A domain without a sealed twin keeps its key, and takes the text as it is.
    let tokens: Result<_, StoreError> =
        world.store.read(&scope, |reader| Ok(["a", "A"].map(|text| reader.keyed_hash("sign-in.link", text)))).await;
    let [small, capital] = tokens.unwrap();
    assert!(small != capital);
}

async fn seals_stay_whole_across_openings(on: On) {
    let mut world = World::new(on);
    let trajectory = world.add_trajectory().await;
    for n in 0..3 {
        world.say(trajectory, &format!("{n}")).await;
        let scope = world.scope(world.coach);
        world.store.destroy(&scope, vec![("private-notes", Uuid::from_u128(n))]).await.unwrap();
        world = world.reopen();
    }
    assert_eq!(world.read(trajectory).await.unwrap().len(), 3);
}
