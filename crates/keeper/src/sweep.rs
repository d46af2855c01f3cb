//! Files that no row keeps: an upload that nobody confirmed, or one that was stopped between its bytes and its row.

use jiff::SignedDuration;
use kernel::Scope;

use crate::{Keeper, KeeperError};

/// How long a file may wait for its row.
const WAITS: SignedDuration = SignedDuration::from_hours(24);

impl Keeper {
    /// Removes files that have waited for their row for a day; gives how many.
    ///
    /// # Errors
    /// When the files cannot be listed or removed; what is left is tried again the next night.
    pub async fn sweep(&self, scope: &Scope) -> Result<usize, KeeperError> {
        let orphans = self.store.orphans(scope, scope.now - WAITS).await?;
        self.store.files().remove(&orphans).await?;
        Ok(orphans.len())
    }
}
