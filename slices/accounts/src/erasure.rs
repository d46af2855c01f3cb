//! Erasure of a person by the keeper, from the slice's pages.

use http::Problem;
use keeper::{Extent, KeeperError, Receipt};
use kernel::{PersonId, Scope};
use organisation::Organisation;

/// What a person wishes gone goes; what began is finished by the keeper even if this fails in the middle.
pub(crate) async fn erase(
    organisation: &Organisation,
    scope: &Scope,
    person: PersonId,
    extent: Extent,
) -> Result<Receipt, Problem> {
    organisation.keeper().erase(scope, person, extent).await.map_err(problem)
}

/// What a page says when the keeper cannot.
pub(crate) fn problem(error: KeeperError) -> Problem {
    Problem::internal(error)
}
