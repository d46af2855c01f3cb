//! Doors to one's own data, and to the choice when the statement changes.

use kernel::{
    Uuid,
    manifest::{Method, Route},
};

use super::{Aim, Stage, Visitor, no_entry};

/// Whether a door that wants something belongs to these.
pub(super) fn has(path: &str) -> bool {
    path.starts_with("/my-data/") || path == "/changes"
}

impl Stage {
    pub(super) async fn aim_at_own(&self, route: &Route, visitor: &Visitor, aim: &mut Aim) {
        match (route.method == Method::Get, route.path) {
            (false, "/my-data/brought-along") => aim.good = 422,
            (false, "/my-data/brought-along/keeping") => {
                (aim.fields, aim.good) = (vec![("archive", Uuid::nil().to_string())], 409);
            }
            (false, "/my-data/brought-along/removal") => {}
            (true, "/my-data/brought-along/{holder}") => {
                let own = visitor.known.map_or_else(Uuid::nil, |(id, _)| kernel::id::Id::uuid(id));
                aim.path = format!("/my-data/brought-along/{own}");
            }
            (_, "/my-data/brought-along/parts/{part}" | "/my-data/brought-along/parts/{part}/removal") => {
                aim.path = self.part(visitor, route.path, 0).await;
            }
            (true, "/my-data/brought-along/files/{entry}") => aim.path = self.part(visitor, route.path, 1).await,
            (true, "/my-data/{class}/{holder}") => {
                let own = visitor.known.map_or_else(Uuid::nil, |(id, _)| kernel::id::Id::uuid(id));
                aim.path = format!("/my-data/account/{own}?category=names");
            }
            (false, "/my-data/deletion") => {
                aim.fields = vec![("password", "Not-this-one-7".to_owned())];
                aim.good = 422;
            }
            (false, "/my-data/restriction") => (aim.fields, aim.good) = (vec![("reason", "long ".repeat(500))], 422),
            (false, "/changes") => aim.fields = vec![("version", "12".to_owned())],
            (false, "/my-data/restriction/lifting") => {}
            _ => no_entry(route),
        }
    }
}
