//! What a `break-glass` clause lets somebody see of one container: read through the inventory, never written.

use access::{Access, Exception, Refused, Resource};
use kernel::{PersonId, Scope, id::Id as _};
use statement::dates::Goes;
use store::{
    StoreError,
    derived::{self, Held},
};

use super::{Openers, Part, rows::Line};
use crate::{Keeper, KeeperError};

/// Rows that are shown of one table.
const MOST: u32 = 100;

/// A row as it is shown: each item with its value.
pub type OpenedRow = Vec<(String, String)>;

impl Keeper {
    /// Opens what an exception lets open of a container, table by table, the oldest rows first; one line in the access
    /// log names the exception and all that was opened.
    ///
    /// # Errors
    /// The inner one when the exception opens nothing; the outer one when the store cannot be read.
    pub async fn opened(
        &self,
        scope: &Scope,
        access: &Access,
        exception: &Exception,
        about: &Resource,
    ) -> Result<Result<Vec<OpenedRow>, Refused>, KeeperError> {
        let Some(container) = self.inventory.container(about.container) else { return Ok(Ok(Vec::new())) };
        let classes: Vec<_> = self.inventory.classes().filter(|class| class.container == container.name).collect();
        let items: Vec<_> = classes.iter().flat_map(|class| self.inventory.items_of(class.name)).collect();
        let grant = match access.decide_by_exception(scope, exception, about, &items) {
            Ok(grant) => grant,
            Err(refused) => return Ok(Err(refused)),
        };
        let opener = self.store.opener(scope, &grant);
        let openers: Openers = [(grant, opener)].into();
        let (mut opened, nobody) = (Vec::new(), PersonId::from_uuid(kernel::Uuid::nil()));
        for class in classes {
            for table in self.inventory.tables().filter(|table| table.class == Some(class.name)) {
                let holder = about.id;
                let read = move |reader: &mut store::Reader<'_>| derived::rows_after(reader, table, holder, None, MOST);
                let found = self.store.read::<_, StoreError, _>(scope, read).await?;
                let held = Held { container, holder, party: "", class, table, rows: 0 };
                let part = Part {
                    held,
                    goes: Goes::Unstated,
                    parties: about.parties.clone(),
                    openers: Openers::clone(&openers),
                };
                // What somebody wrote and has not shared is nobody's to mend.
                let rows = found.into_iter().filter(|row| !row.is_anothers(nobody));
                opened.extend(rows.filter_map(|row| Line::read(&part, row, &part.openers[..]).to_shown()));
            }
        }
        Ok(Ok(opened))
    }
}
