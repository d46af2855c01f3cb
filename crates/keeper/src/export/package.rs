//! What is handed to somebody outside under a `disclose` clause: chosen categories of one person, and nothing else.

use access::{Access, Exception, Resource};
use kernel::{PersonId, Scope, Uuid, manifest::Content};
use tokio::sync::mpsc::Sender;

use super::{Form, Openers, Part, Taken, archive::Archive, frame, out::Out};
use crate::{Keeper, KeeperError};

/// What an exception lets leave, opened and ready to be sent.
pub struct Package {
    pub(super) disclosure: Uuid,
    person: PersonId,
    parts: Vec<Part>,
}

impl Package {
    /// Whether nothing is in it: then nothing is held, or nothing of it may leave.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What is in it: each class, and the container that holds it.
    pub fn holds(&self) -> Vec<(&'static str, Uuid)> {
        let mut holds: Vec<_> = self.parts.iter().map(|part| (part.held.class.name, part.held.holder)).collect();
        holds.sort_unstable();
        holds.dedup();
        holds
    }
}

impl Keeper {
    /// Gathers what an exception lets leave of a person: values of `items`, each container decided by itself, with a
    /// line in the access log that names the exception.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub async fn package(
        &self,
        scope: &Scope,
        access: &Access,
        exception: &Exception,
        (person, items): (PersonId, &[&'static str]),
    ) -> Result<Package, KeeperError> {
        let open = |about: &Resource| -> Openers {
            let grant = access.decide_by_exception(scope, exception, about, items).ok();
            let opened = grant.map(|grant| {
                let opener = self.store.opener(scope, &grant);
                (grant, opener)
            });
            opened.into_iter().collect()
        };
        let mut parts = self.parts(scope, person, open).await?;
        parts.retain(|part| {
            let mut columns = part.held.table.columns.iter();
            columns.any(|column| {
                let Content::Personal(item, _) = column.content else { return false };
                part.openers.iter().any(|(grant, _)| grant.items().contains(&item))
            })
        });
        Ok(Package { disclosure: exception.id, person, parts })
    }

    /// Sends a package as an archive: `data.json`, and the files themselves.
    ///
    /// # Errors
    /// When the store cannot be read, or nobody takes what is sent: then the archive has no end, and nothing opens it.
    pub async fn send(&self, scope: &Scope, package: Package, to: Sender<Vec<u8>>) -> Taken {
        let mut archive = Archive::new(Out::new(to), scope.now.to_zoned(scope.zone.clone()).datetime());
        archive.begin("data.json").await?;
        archive.put(&frame::outside(&self.plan, scope, &package)?).await?;
        let mut files = Vec::new();
        for (number, part) in package.parts.iter().enumerate() {
            archive.put(&frame::outside_opening(part, number == 0)?).await?;
            files.extend(self.rows(scope, part, package.person, Form::Outside, &mut archive).await?);
            archive.put(frame::CLOSING).await?;
        }
        archive.put(frame::END).await?;
        for (file, openers) in files {
            self.file(&file, &openers, &mut archive).await?;
        }
        archive.finish().await
    }
}
