//! Taking the package, once, by the one who proposed it.

use access::Resource;
use http::{
    At, Problem,
    axum::{
        http::{HeaderValue, header},
        response::{IntoResponse, Response},
    },
    streamed,
};
use keeper::export::Package;
use kernel::{Attempt, id::Id as _};
use organisation::{Desk as _, Organisation, Visit, notify};
use store::{StoreError, Work};

use super::{Failure, disclosure::term, items};
use crate::{actions::DISCLOSURE_HAND_OVER, inventory::MAIL_HANDED, model::DisclosureId, store as kept};

/// Pieces of a package that wait to be sent.
const PIECES: usize = 4;

/// `POST /exceptions/disclosures/{disclosure}/package`: made while it is sent, kept nowhere, and not made again.
pub(super) async fn take(visit: Visit, At(id): At<DisclosureId>) -> Result<Response, Problem> {
    visit.decide(&DISCLOSURE_HAND_OVER, &Resource::organisation())?;
    let read = move |reader: &mut store::Reader<'_>| Ok::<_, Failure>((term(reader, id)?, kept::agreed(reader, id)?));
    let (disclosure, others) = visit.site.store.read(&visit.scope, read).await?;
    let exception = disclosure.exception(visit.scope.now, others);
    let items = items(&visit.site.plan, &visit.site.inventory, &disclosure.categories);
    let package = visit
        .site
        .keeper()
        .package(&visit.scope, &visit.site.access, &exception, (disclosure.subject, &items))
        .await
        .map_err(Problem::internal)?;
    // No policy lets anything leave: not agreed to, not by this visitor, too late, taken before.
    if package.is_empty() {
        let of_person = (Resource::PERSON, disclosure.subject.uuid());
        let attempt = Attempt::of(&visit.scope, DISCLOSURE_HAND_OVER.name, of_person);
        return Err(Problem::Refused(Some(Box::new(attempt))));
    }
    note(&visit, id, &package).await?;
    let (sender, pieces) = tokio::sync::mpsc::channel(PIECES);
    let asker = visit.clone();
    tokio::spawn(async move {
        if let Err(error) = asker.site.keeper().send(&asker.scope, package, sender).await {
            tracing::warn!(request.id = %asker.scope.request, %error, "a package was not finished");
        }
    });
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/zip")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"package.zip\"")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    ];
    Ok((headers, streamed(pieces)).into_response())
}

/// It leaves now: noted before the first byte is sent. The person hears of it, unless the law forbids that.
async fn note(visit: &Visit, id: DisclosureId, package: &Package) -> Result<(), Problem> {
    let (asker, parts) = (visit.clone(), package.holds());
    let write = move |work: &mut Work<'_>| {
        let grant = asker.site.access.decide(&asker.scope, &DISCLOSURE_HAND_OVER, &Resource::organisation())?;
        // Agreed to in one moment, it could be taken back in the next.
        let (disclosure, others) = (term(work, id)?, kept::agreed(work, id)?);
        let exception = disclosure.exception(work.now(), others);
        let items = items(&asker.site.plan, &asker.site.inventory, &disclosure.categories);
        for (container, about) in reached(&asker.site, work, &parts)? {
            asker.site.access.decide_by_exception(&asker.scope, &exception, &about, &items).inspect_err(|_| {
                tracing::info!(request.id = %asker.scope.request, container, "a package was taken back");
            })?;
        }
        if !kept::sent(work, &grant, id, &parts)? {
            return Err(Failure::Conflict);
        }
        if let Some(person) = disclosure.person {
            notify(work, person, MAIL_HANDED, "/my-data/recipients")?;
        }
        Ok(())
    };
    Ok(visit.site.store.write(&visit.scope, write).await?)
}

/// The containers of what is in a package.
fn reached(
    site: &Organisation,
    work: &mut Work<'_>,
    parts: &[(&'static str, kernel::Uuid)],
) -> Result<Vec<(&'static str, Resource)>, StoreError> {
    let mut reached: Vec<(&'static str, Resource)> = Vec::new();
    for (class, holder) in parts {
        let container = site.inventory.class(class).and_then(|class| site.inventory.container(class.container));
        let Some(container) = container.filter(|_| reached.iter().all(|(_, known)| known.id != *holder)) else {
            continue;
        };
        let parties = store::derived::parties(work, container, *holder)?;
        reached.push((container.name, Resource { container: container.name, id: *holder, parties, state: None }));
    }
    Ok(reached)
}
