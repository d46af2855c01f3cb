//! What stands around the texts of a programme, for whoever follows it.

use askama::Template as _;
use programme::{Around, Name};

use super::trail::way;
use crate::model::{EnrolmentId, VersionId};

/// Addresses within one enrolment.
pub(super) struct Within {
    pub(super) enrolment: EnrolmentId,
    pub(super) version: VersionId,
    pub(super) page: ui::Page,
}

/// The house's link to another site.
#[derive(askama::Template)]
#[template(path = "programmes/following-outside.html")]
struct Outside<'a> {
    page: &'a ui::Page,
    address: &'a str,
    words: &'a str,
}

impl Around for Within {
    fn step(&self, step: &Name) -> String {
        way(self.enrolment, &format!("/steps/{step}"))
    }

    fn file(&self, file: &str) -> String {
        let name = file.strip_prefix("media/").unwrap_or(file);
        way(self.enrolment, &format!("/media/{}/{name}", self.version))
    }

    fn elsewhere(&self, address: &str, words: &str) -> String {
        // It cannot fail: all that it draws is text.
        Outside { page: &self.page, address, words }.render().unwrap_or_default()
    }
}
