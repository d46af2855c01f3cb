//! Forms with files.

use std::fmt;

use axum::{
    extract::{FromRequest, Multipart, Request, multipart::MultipartError},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use crate::{Faults, Fields, Problem, Scanner, portion, problem::Typed, scanner};

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
/// [`Doors::on_upload`](crate::Doors::on_upload), which states the limit. Where a [`Scanner`] is shared with the doors, it
/// has looked at every file.
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

/// Why a form with files did not arrive whole.
///
/// A handler that takes `Result<Upload, Unarrived>` can show its form again with what was typed; one that takes
/// [`Upload`] leaves it to the page of the [`Problem`].
#[derive(Debug)]
pub enum Unarrived {
    /// It cannot be understood; a page of ours never sends it.
    Unreadable,
    /// More was sent than the door lets in.
    TooLarge {
        /// What was typed in the fields that stand before the files: a form puts its texts first.
        typed: Fields,
        /// The limit in bytes.
        most: usize,
    },
    /// The scanner found harm in a file, or could not look at it; no file was taken.
    Unscanned {
        /// What was typed.
        typed: Fields,
        /// The key of the sentence that says why.
        word: &'static str,
    },
}

impl Unarrived {
    /// The status of an answer that says the same.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unscanned { word, .. } if *word == scanner::UNSEEN => StatusCode::SERVICE_UNAVAILABLE,
            Self::Unscanned { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

impl From<Unarrived> for Problem {
    fn from(unarrived: Unarrived) -> Self {
        match unarrived {
            Unarrived::Unreadable => Self::Unreadable,
            Unarrived::TooLarge { most, .. } => Self::TooLarge(most),
            Unarrived::Unscanned { .. } => Self::FileRefused,
        }
    }
}

impl IntoResponse for Unarrived {
    fn into_response(self) -> Response {
        Problem::from(self).into_response()
    }
}

impl<State: Send + Sync> FromRequest<State> for Upload {
    type Rejection = Unarrived;

    async fn from_request(request: Request, state: &State) -> Result<Self, Unarrived> {
        let scanner = request.extensions().get::<Scanner>().cloned();
        let Self { typed, files } = Self::arriving(request, state).await?;
        if let Some(scanner) = scanner
            && let Some(word) = scanner.refusal(&files).await
        {
            return Err(Unarrived::Unscanned { typed, word });
        }
        Ok(Self { typed, files })
    }
}

impl Upload {
    /// Takes a form in without having its files looked at: for whoever does nothing with them.
    pub(crate) async fn arriving<State: Send + Sync>(request: Request, state: &State) -> Result<Self, Unarrived> {
        let most = crate::doors::limit_of(&request);
        let kept = request.extensions().get::<Typed>().cloned();
        let (parts, body) = request.into_parts();
        let (body, rest) = portion::split(body, most);
        let request = Request::from_parts(parts, body);
        let multipart = Multipart::from_request(request, state).await.map_err(|_| Unarrived::Unreadable)?;
        let mut typed = Vec::new();
        let mut files = Vec::new();
        let read = read_parts(multipart, &mut typed, &mut files).await;
        if rest.was_cut() {
            rest.take_in();
            return Err(Unarrived::TooLarge { typed: Fields::new(typed), most });
        }
        let typed = Fields::new(typed);
        if let Some(kept) = kept {
            kept.leave(&typed, true, !files.is_empty());
        }
        read.map(|()| Self { typed, files }).map_err(|_| Unarrived::Unreadable)
    }
}

/// Reads part by part; what was read before a fault stays read.
async fn read_parts(
    mut multipart: Multipart,
    typed: &mut Vec<(String, String)>,
    files: &mut Vec<Uploaded>,
) -> Result<(), MultipartError> {
    while let Some(field) = multipart.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file_name) = field.file_name().map(tidy_name) else {
            typed.push((name, field.text().await?));
            continue;
        };
        let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
        let bytes = field.bytes().await?.to_vec();
        if !(file_name.is_empty() && bytes.is_empty()) {
            files.push(Uploaded { field: name, name: file_name, content_type, bytes });
        }
    }
    Ok(())
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
