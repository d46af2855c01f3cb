//! Asking: from an account, without one, and by a letter that an officer enters.

use access::Grant;
use jiff::{SignedDuration, Timestamp, ToSpan as _, civil::Date, tz::TimeZone};
use kernel::{PersonId, Value};
use post::Address;
use statement::plan::{Right, rule::Rights};
use store::{StoreError, Work, params};

use super::add_step;
use crate::{
    forms::{AskForm, EntryForm, OpenForm},
    inventory::REQUEST_ASKED,
    model::{Channel, Identity, RightsRequestId, StepKind, cell},
    queries,
};

/// How many requests one address may write within an hour, and all addresses together.
pub const MOST_BY_ONE: i64 = 3;
/// See [`MOST_BY_ONE`].
pub const MOST_BY_ALL: i64 = 60;

/// Who asks, as the officer will read it.
pub struct Asker {
    /// The name.
    pub name: String,
    /// How the asker is reached.
    pub address: String,
}

/// What a new row holds beside the words.
struct New<'a> {
    person: Option<PersonId>,
    kind: Right,
    channel: Channel,
    name: &'a str,
    address: &'a str,
    address_hash: Value,
    clock: Option<(Timestamp, Timestamp)>,
    identity: Option<Identity>,
}

fn insert(work: &mut Work<'_>, grant: &Grant, id: RightsRequestId, new: New<'_>) -> Result<(), StoreError> {
    let mut sealed = |column: &'static str, text: &str| match text {
        "" => Ok(Value::Null),
        text => work.seal(grant, &cell(column, id), text.as_bytes()),
    };
    let (name, address) = (sealed("name", new.name)?, sealed("address", new.address)?);
    let (now, language) = (work.now(), work.scope().language.tag());
    let (received, due) = new.clock.unzip();
    let (kind, channel, identity) = (new.kind.key(), new.channel.key(), new.identity.map(Identity::key));
    let hash = new.address_hash;
    work.run(
        &queries::REQUEST_NEW,
        params![id, new.person, kind, channel, name, address, hash, language, now, received, due, identity],
    )
    .map(drop)
}

/// Somebody with an account asks; the clock begins.
pub fn by_account(
    work: &mut Work<'_>,
    grant: &Grant,
    id: RightsRequestId,
    asker: (PersonId, &Asker),
    form: &AskForm,
    clock: (&Rights, &TimeZone),
) -> Result<(), StoreError> {
    by_person(work, grant, id, asker, form, (Channel::Account, Identity::Account), clock)
}

/// Somebody with an account asks without signing in, by the link of a mailing; the clock begins.
pub fn by_mailing(
    work: &mut Work<'_>,
    grant: &Grant,
    id: RightsRequestId,
    asker: (PersonId, &Asker),
    form: &AskForm,
    clock: (&Rights, &TimeZone),
) -> Result<(), StoreError> {
    by_person(work, grant, id, asker, form, (Channel::Mailing, Identity::Link), clock)
}

fn by_person(
    work: &mut Work<'_>,
    grant: &Grant,
    id: RightsRequestId,
    (person, asker): (PersonId, &Asker),
    form: &AskForm,
    (channel, identity): (Channel, Identity),
    (rights, zone): (&Rights, &TimeZone),
) -> Result<(), StoreError> {
    let now = work.now();
    let new = New {
        person: Some(person),
        kind: form.kind,
        channel,
        name: &asker.name,
        address: &asker.address,
        address_hash: Value::Null,
        clock: Some((now, rights.due(now, false, zone))),
        identity: Some(identity),
    };
    insert(work, grant, id, new)?;
    add_step(work, grant, id, StepKind::Received, Some(person), &form.words)
}

/// An officer enters what came by letter or telephone; the clock began on that day.
pub fn by_hand(
    work: &mut Work<'_>,
    grant: &Grant,
    id: RightsRequestId,
    officer: PersonId,
    form: &EntryForm,
    (rights, zone): (&Rights, &TimeZone),
) -> Result<(), StoreError> {
    let received = noon(form.received, zone).min(work.now());
    let new = New {
        person: None,
        kind: form.ask.kind,
        channel: form.channel,
        name: &form.name,
        address: &form.address,
        address_hash: Value::Null,
        clock: Some((received, rights.due(received, false, zone))),
        identity: None,
    };
    insert(work, grant, id, new)?;
    add_step(work, grant, id, StepKind::Received, Some(officer), &form.ask.words)
}

/// The middle of a day: whatever clocks do, it lies on that day.
fn noon(day: Date, zone: &TimeZone) -> Timestamp {
    day.at(12, 0, 0, 0).to_zoned(zone.clone()).map_or(Timestamp::MAX, |noon| noon.timestamp())
}

/// Somebody without an account asks. Nobody sees it until the mailed link confirms it; without that it goes the day
/// after.
pub fn by_page(work: &mut Work<'_>, grant: &Grant, id: RightsRequestId, form: &OpenForm) -> Result<(), StoreError> {
    let address_hash = hash(work, &form.email);
    let new = New {
        person: None,
        kind: form.ask.kind,
        channel: Channel::Page,
        name: "",
        address: form.email.as_str(),
        address_hash,
        clock: None,
        identity: None,
    };
    insert(work, grant, id, new)?;
    add_step(work, grant, id, StepKind::Received, None, &form.ask.words)?;
    let now = work.now();
    work.emit(REQUEST_ASKED, kernel::id::Id::uuid(id), now)
}

fn hash(work: &Work<'_>, address: &Address) -> Value {
    work.keyed_hash("request.address", address.as_str())
}

/// Whether an address, or everybody together, has asked often enough within the last hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crowd {
    /// There is room.
    Room,
    /// This address wrote [`MOST_BY_ONE`].
    One,
    /// All together wrote [`MOST_BY_ALL`].
    All,
}

/// How many ask on the public page.
pub fn crowd(work: &mut Work<'_>, address: &Address) -> Result<Crowd, StoreError> {
    let hour_ago = work.now().checked_sub(1.hour()).unwrap_or(Timestamp::MIN);
    let hash = hash(work, address);
    let count = |row: Option<store::Row>| row.map_or(Ok(0), |row| row.int(0));
    if count(work.one(&queries::ASKED_SINCE, params![hour_ago])?)? >= MOST_BY_ALL {
        return Ok(Crowd::All);
    }
    let own = count(work.one(&queries::ASKED_BY, params![hash, hour_ago])?)?;
    Ok(if own >= MOST_BY_ONE { Crowd::One } else { Crowd::Room })
}

/// The link confirms a request: it is received, and the clock begins. `false` when that was done before.
pub fn confirm(
    work: &mut Work<'_>,
    id: RightsRequestId,
    (rights, zone): (&Rights, &TimeZone),
) -> Result<bool, StoreError> {
    let now = work.now();
    let due = rights.due(now, false, zone);
    if work.run(&queries::CONFIRMED, params![id, now, due, Identity::Link.key()])? == 0 {
        return Ok(false);
    }
    work.retract(REQUEST_ASKED, kernel::id::Id::uuid(id))?;
    Ok(true)
}

/// How long the link that confirms a request works.
pub const CONFIRM_WITHIN: SignedDuration = SignedDuration::from_hours(24);
/// How long a link to a request works, if no later mail replaces it.
pub const FOLLOW_WITHIN: SignedDuration = SignedDuration::from_hours(24 * 90);
