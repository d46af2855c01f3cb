//! Holding the access log against the rules, day by day.

use std::collections::HashMap;

use access::Resource;
use jiff::Timestamp;
use kernel::{Archetype, Inventory, PersonId, Scope, Uuid, manifest::Container};
use organisation::Organisation;
use store::{Reader, StoreError, derived, params};

use crate::{
    inventory::WATCH,
    model::FindingId,
    queries::{DAY, DAYS, FINDING_NEW},
    rules::{self, Finding, Look},
};

/// How many days back the nightly watch looks: the night before, and one that a halt may have left out.
const BACK: u32 = 3;
/// Lines that are read at a time.
const PAGE: i64 = 2000;

/// Raises what does not fit in the access log of the last days; may run again.
///
/// # Errors
/// When the store cannot be read or written.
pub async fn watch(organisation: &Organisation) -> Result<usize, StoreError> {
    let scope = organisation.scope(kernel::Actor::Job(WATCH.name));
    let inventory = organisation.inventory.clone();
    let reading = scope.clone();
    let days = organisation
        .store
        .read(&scope, move |reader| {
            let mut days = Vec::new();
            for day in days_before(reader, reading.now, BACK)? {
                days.push((day, day_findings(reader, &reading, &inventory, day)?));
            }
            Ok::<_, StoreError>(days)
        })
        .await?;
    organisation
        .store
        .write(&scope, move |work| {
            let mut raised = 0;
            for (day, findings) in days {
                for Finding { person, rule, looks } in findings {
                    let (id, now): (FindingId, _) = (work.mint(), work.now());
                    let looks = i64::try_from(looks).unwrap_or(i64::MAX);
                    raised += work.run(&FINDING_NEW, params![id, day, rule.word(), person, looks, now])?;
                }
            }
            Ok(usize::try_from(raised).unwrap_or(usize::MAX))
        })
        .await
}

/// The days with lines that began before an instant, newest first.
pub(crate) fn days_before(reader: &mut Reader<'_>, at: Timestamp, limit: u32) -> Result<Vec<Uuid>, StoreError> {
    reader.all(&DAYS, params![at, limit])?.iter().map(|row| row.uuid(0)).collect()
}

fn day_findings(
    reader: &mut Reader<'_>,
    scope: &Scope,
    inventory: &Inventory,
    day: Uuid,
) -> Result<Vec<Finding>, StoreError> {
    let mut facts = Facts { inventory, known: HashMap::new() };
    let mut looks = Vec::new();
    let mut seen: i64 = 0;
    loop {
        let rows = reader.all(&DAY, params![day, PAGE, seen])?;
        for row in &rows {
            // Of a guest or a job there is nobody to ask.
            let Some(person) = row.id_opt::<PersonId>(1)? else { continue };
            let refused = row.int_opt(7)?.map_or(0, |times| u32::try_from(times).unwrap_or(u32::MAX));
            let look = facts.look(reader, (row.time(0)?, person), row.text(4)?, row.uuid(5)?)?;
            // A list of the organisation is nobody's in particular; to try for it without being let in is not one's own.
            let own = look.own && (refused == 0 || look.container != Resource::organisation().id);
            looks.push(Look { own, refused, ..look });
        }
        seen += i64::try_from(rows.len()).unwrap_or(i64::MAX);
        if rows.len() < PAGE as usize {
            return Ok(rules::findings(&looks, &scope.zone));
        }
    }
}

/// What the rules need of containers; each is asked for once.
struct Facts<'a> {
    inventory: &'a Inventory,
    known: HashMap<Uuid, Fact>,
}

/// Who plays which part in a container, and when the relation that it stands for ended.
struct Fact {
    parties: Vec<(&'static str, PersonId)>,
    ended: Option<Timestamp>,
}

impl Facts<'_> {
    fn look(
        &mut self,
        reader: &mut Reader<'_>,
        (at, person): (Timestamp, PersonId),
        container: &str,
        id: Uuid,
    ) -> Result<Look, StoreError> {
        let declared = self.inventory.container(container).filter(|own| own.name != Resource::ORGANISATION);
        let Some(declared) = declared else {
            // A list of the organisation is nobody's in particular.
            return Ok(Look { at, person, container: id, own: true, ended: None, refused: 0 });
        };
        if !self.known.contains_key(&id) {
            let parties = derived::parties(reader, declared, id)?;
            let ended = self.ended(reader, declared, id)?;
            self.known.insert(id, Fact { parties, ended });
        }
        let (parties, ended) = self.known.get(&id).map_or((&[][..], None), |fact| (&fact.parties[..], fact.ended));
        let cared_for = [Resource::SELF, Archetype::Participant.key()];
        let own = parties.iter().any(|(part, who)| *who == person && cared_for.contains(part));
        Ok(Look { at, person, container: id, own, ended: ended.filter(|ended| *ended <= at), refused: 0 })
    }

    /// When the relation that a container stands for ended: the latest event about it that says so.
    fn ended(&self, reader: &mut Reader<'_>, container: &Container, id: Uuid) -> Result<Option<Timestamp>, StoreError> {
        let ends = |name: &str| {
            name.ends_with("-ended")
                && self.inventory.event(name).is_some_and(|event| event.about.contains(&container.name))
        };
        let events = derived::events_of(reader, id)?;
        Ok(events.into_iter().filter(|(name, _)| ends(name)).map(|(_, at)| at).max())
    }
}
