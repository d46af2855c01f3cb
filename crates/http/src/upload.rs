//! Forms with files.

use std::fmt;

use axum::extract::{FromRequest, Multipart, Request, multipart::MultipartError};

use crate::{Faults, Fields, Problem};

/// A file that somebody sent.
pub struct Uploaded {
    /// The form's field.
    pub field: String,
    /// The file's name as the device knows it: without folders and control characters, at most 200 characters.
    pub name: String,
    /// What the device says that it is; never trusted for showing it in a page.
    pub content_type: String,
    /// The content.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Uploaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Uploaded").field("field", &self.field).field("size", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// A form sent as `multipart/form-data`: its text fields and its files. Bind its route by
/// [`Doors::on_upload`](crate::Doors::on_upload), which states the limit.
#[derive(Debug)]
pub struct Upload {
    /// The text fields.
    pub typed: Fields,
    /// The files that were chosen; a file field left empty leaves none.
    pub files: Vec<Uploaded>,
}

impl Upload {
    /// The file of a field, if one was chosen.
    pub fn file(&self, field: &str) -> Option<&Uploaded> {
        self.files.iter().find(|file| file.field == field)
    }

    /// The file of a field; a fault when none was chosen.
    pub fn required_file(&self, field: &'static str, faults: &mut Faults) -> Option<&Uploaded> {
        let file = self.file(field);
        if file.is_none() {
            faults.add(field, "form-file-missing");
        }
        file
    }
}

impl<State: Send + Sync> FromRequest<State> for Upload {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &State) -> Result<Self, Problem> {
        let limit = crate::doors::limit_of(&request);
        let refused = |error: MultipartError| match error.status() {
            axum::http::StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge(limit),
            _ => Problem::Unreadable,
        };
        let mut multipart = Multipart::from_request(request, state).await.map_err(|_| Problem::Unreadable)?;
        let mut typed = Vec::new();
        let mut files = Vec::new();
        while let Some(field) = multipart.next_field().await.map_err(refused)? {
            let name = field.name().unwrap_or_default().to_owned();
            let Some(file_name) = field.file_name().map(tidy_name) else {
                typed.push((name, field.text().await.map_err(refused)?));
                continue;
            };
            let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
            let bytes = field.bytes().await.map_err(refused)?.to_vec();
            if !(file_name.is_empty() && bytes.is_empty()) {
                files.push(Uploaded { field: name, name: file_name, content_type, bytes });
            }
        }
        Ok(Self { typed: Fields::new(typed), files })
    }
}

fn tidy_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control()).take(200).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::tidy_name;

    #[test]
    fn a_file_name_brings_no_folders_and_no_control_characters() {
        assert_eq!(tidy_name("C:\\Users\\maria\\plan\r\n.pdf"), "plan.pdf");
        assert_eq!(tidy_name("../../etc/passwd"), "passwd");
        assert_eq!(tidy_name(&"å".repeat(500)).chars().count(), 200);
    }
}
