//! Setting an authenticator app up: its secret as a picture and in letters, and the first code.

use askama::Template;
use http::{Faults, Fields, FromFields, Problem, axum::response::Response, see_other};
use organisation::{Desk as _, Visit};
use qrcodegen::{QrCode, QrCodeEcc};
use ui::Page;
use zeroize::Zeroizing;

use super::super::draw;
use crate::factors::codes;

/// How much white is around the picture, in its own dots (ISO/IEC 18004 §6.3.8).
const EDGE: i32 = 4;

/// What an app takes in.
pub(super) struct Offered {
    /// The secret in letters, in groups.
    pub(super) letters: String,
    /// The same for the form.
    pub(super) secret: String,
    /// The side of the picture, in dots.
    pub(super) side: i32,
    /// The picture's dark dots, as a path of SVG.
    pub(super) dots: String,
}

impl Offered {
    /// A secret for this account.
    pub(super) fn of(visit: &Visit, secret: &[u8], account: &str) -> Self {
        let letters = codes::letters(secret);
        let groups = letters.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ");
        let organisation = visit.site.name(visit.scope.language);
        let pairs = [("secret".to_owned(), letters.clone()), ("issuer".to_owned(), organisation.clone())];
        let query = Fields::new(pairs).to_urlencoded().replace('+', "%20");
        // Whoever comes from the organisation's own provider has typed no address.
        let named = if account.is_empty() { organisation.clone() } else { format!("{organisation}:{account}") };
        let label = Fields::new([(named, String::new())]).to_urlencoded();
        let label = label.trim_end_matches('=').replace('+', "%20");
        let (side, dots) = picture(&format!("otpauth://totp/{label}?{query}")).unwrap_or_default();
        Self { letters: groups, secret: letters, side, dots }
    }
}

/// A text as a QR code; `None` when it is too long for one, and the letters have to do.
fn picture(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let dots = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
    let dots = dots.filter(|(x, y)| code.get_module(*x, *y));
    let path = dots.map(|(x, y)| format!("M{} {}h1v1h-1z", x + EDGE, y + EDGE)).collect();
    Some((code.size() + 2 * EDGE, path))
}

/// A form that sets an app up.
pub(super) struct AppForm {
    /// The secret that was offered.
    pub(super) secret: Zeroizing<Vec<u8>>,
    /// What the app shows.
    pub(super) code: String,
}

impl FromFields for AppForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let code = fields.line("code", 16, faults);
        let secret = codes::secret_of(fields.get("secret"));
        if secret.is_none() {
            faults.add("code", "form-unknown");
        }
        Some(Self { secret: secret?, code })
    }
}

/// The recovery codes, shown once.
#[derive(Template)]
#[template(path = "accounts/recovery-codes.html")]
struct CodesPage {
    page: Page,
    codes: Vec<String>,
    /// The codes, one a line, as an address that is a file.
    file: String,
    /// Where one goes on.
    next: String,
}

/// Shows new recovery codes where there are any, and goes on where there are none.
pub(super) fn shown_once(visit: &Visit, codes: Vec<String>, next: String) -> Result<Response, Problem> {
    if codes.is_empty() { Ok(see_other(&next)) } else { draw(&CodesPage::of(visit, codes, next)) }
}

impl CodesPage {
    /// The page with these codes.
    fn of(visit: &Visit, codes: Vec<String>, next: String) -> Self {
        let file = format!("data:text/plain;charset=utf-8,{}", codes.join("%0A"));
        Self { page: visit.page(visit.voice().say("accounts-recovery-title")), codes, file, next }
    }
}
