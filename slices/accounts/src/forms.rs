//! What the forms of accounts mean, and everything that can be wrong with them.

use http::{Faults, Fields, FromFields, Theme};
use kernel::{Language, SecretString};
use post::Address;
use statement::{Plan, Role};

use crate::{
    csv::{self, Line, MOST_LINES},
    store::people::NewPerson,
};

/// The longest name, in signs.
pub const LONGEST_NAME: usize = 120;
/// The longest line to an invited person, in signs.
pub const LONGEST_NOTE: usize = 500;
/// The most bytes of an uploaded list.
pub const LARGEST_LIST: usize = 1024 * 1024;

pub(crate) fn secret(fields: &Fields, field: &'static str, faults: &mut Faults) -> SecretString {
    if !fields.has(field) {
        faults.add(field, "form-missing");
    }
    SecretString::from(fields.get(field))
}

fn address(fields: &Fields, field: &'static str, faults: &mut Faults) -> Option<Address> {
    let typed = fields.get(field).trim();
    let parsed = typed.parse().ok();
    if parsed.is_none() {
        faults.add(field, if typed.is_empty() { "form-missing" } else { "form-not-an-address" });
    }
    parsed
}

/// Signing in. An address that is none is as unknown as any other.
pub struct SignInForm {
    /// The address as typed.
    pub email: Option<Address>,
    /// The password as typed.
    pub password: SecretString,
}

impl FromFields for SignInForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        if !fields.has("email") {
            faults.add("email", "form-missing");
        }
        let password = secret(fields, "password", faults);
        Some(Self { email: fields.get("email").parse().ok(), password })
    }
}

/// Asking for a link.
pub struct ResetForm {
    /// The address.
    pub email: Address,
}

impl FromFields for ResetForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { email: address(fields, "email", faults)? })
    }
}

/// Choosing a password by a link.
pub struct PasswordForm {
    /// The password.
    pub password: SecretString,
}

impl FromFields for PasswordForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        Some(Self { password: secret(fields, "password", faults) })
    }
}

/// Changing the password.
pub struct ChangeForm {
    /// The present one.
    pub present: SecretString,
    /// The next one.
    pub password: SecretString,
}

impl FromFields for ChangeForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let present = secret(fields, "present", faults);
        Some(Self { present, password: secret(fields, "password", faults) })
    }
}

/// Another address, with the password and a code of the second step.
pub struct AddressForm {
    /// The new address.
    pub email: Address,
    /// The password.
    pub password: SecretString,
    /// The code; empty for whoever has no second step.
    pub code: SecretString,
}

impl FromFields for AddressForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let email = address(fields, "email", faults);
        let password = secret(fields, "password", faults);
        Some(Self { email: email?, password, code: SecretString::from(fields.get("code")) })
    }
}

/// One's own name and language.
pub struct ProfileForm {
    /// The name.
    pub name: String,
    /// The language.
    pub language: Language,
}

impl FromFields for ProfileForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let name = fields.line("name", LONGEST_NAME, faults);
        let language = fields.parse_with("language", faults, |tag| tag.parse().ok())?;
        Some(Self { name, language })
    }
}

/// A manager's correction.
pub struct CorrectionForm {
    /// Name and language.
    pub profile: ProfileForm,
    /// The address.
    pub email: Address,
    /// Whether the manager saw the person.
    pub saw: bool,
}

impl FromFields for CorrectionForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let email = address(fields, "email", faults);
        let profile = ProfileForm::from_fields(fields, faults)?;
        Some(Self { profile, email: email?, saw: fields.get("saw") == "yes" })
    }
}

/// Light or dark, and the page to go back to.
pub struct ThemeForm {
    /// The choice.
    pub theme: Theme,
    /// The page.
    pub back: String,
}

impl FromFields for ThemeForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let theme = fields.parse_with("theme", faults, Theme::from_key)?;
        Some(Self { theme, back: fields.get("back").to_owned() })
    }
}

/// The language of pages and mails, and the page to go back to.
pub struct LanguageForm {
    /// The choice.
    pub language: Language,
    /// The page.
    pub back: String,
}

impl FromFields for LanguageForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let language = fields.parse("language", faults)?;
        Some(Self { language, back: fields.get("back").to_owned() })
    }
}

/// One invitation. The role's word is held against the statement by [`InviteForm::read`].
pub struct InviteForm {
    /// Who.
    pub new: NewPerson,
    /// A line for the invited person; may be empty.
    pub note: String,
}

impl InviteForm {
    /// Reads the form against the statement's roles and languages.
    pub fn read(fields: &Fields, plan: &Plan) -> Result<Self, Faults> {
        let mut faults = Faults::none();
        let name = fields.line("name", LONGEST_NAME, &mut faults);
        let email = address(fields, "email", &mut faults);
        let role = fields.parse_with("role", &mut faults, |key| plan.role(key).map(|role| role.key.clone()));
        let language = fields.parse_with("language", &mut faults, |tag| offered(tag, plan));
        let note = fields.text_or_empty("note", LONGEST_NOTE, &mut faults);
        match (email, role, language) {
            (Some(email), Some(role), Some(language)) if faults.is_empty() => {
                Ok(Self { new: NewPerson { name, email, language, role }, note })
            }
            _ => Err(faults),
        }
    }
}

fn offered(tag: &str, plan: &Plan) -> Option<Language> {
    tag.parse().ok().filter(|language| plan.languages().contains(language))
}

/// What is wrong with a line of a list: the key of its sentence, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineFault {
    /// The sentence's key; it may use `$cell`.
    pub word: &'static str,
    /// The cell as it stands.
    pub cell: String,
}

/// One line of a list.
pub struct Entry {
    /// Its number in the text.
    pub number: usize,
    /// What it says, as typed: name and address, to show it again.
    pub shown: [String; 4],
    /// Who is meant, or everything that is wrong.
    pub person: Result<NewPerson, Vec<LineFault>>,
}

/// Reads a list: name, address, role, language; the language may be left out. Titles in any language of the
/// interface choose the order of the columns.
pub fn read_list(text: &str, plan: &Plan) -> Vec<Entry> {
    let lines = csv::lines(text);
    let order = lines.first().and_then(|line| titles(&line.cells));
    let skip = usize::from(order.is_some());
    let order = order.unwrap_or([Some(0), Some(1), Some(2), Some(3)]);
    let mut seen: Vec<String> = Vec::new();
    lines.iter().skip(skip).take(MOST_LINES + 1).map(|line| entry(line, order, plan, &mut seen)).collect()
}

const TITLES: [&[&str]; 4] = [
    &["name", "naam", "namn", "full name", "volledige naam"],
    &["e-mail", "email", "mail", "e-mail address", "e-mailadres", "emailadres", "e-post", "e-postadress", "epost"],
    &["role", "rol", "roll"],
    &["language", "taal", "språk", "sprak"],
];

/// The column of each part, when the line is one of titles: it must name at least the address.
fn titles(cells: &[String]) -> Option<[Option<usize>; 4]> {
    let places = TITLES.map(|names| cells.iter().position(|cell| names.contains(&cell.to_lowercase().as_str())));
    places[1].map(|_| places)
}

fn entry(line: &Line, order: [Option<usize>; 4], plan: &Plan, seen: &mut Vec<String>) -> Entry {
    let cell = |place: Option<usize>| place.and_then(|place| line.cells.get(place)).map_or("", String::as_str);
    let shown = order.map(|place| cell(place).to_owned());
    let [name, email, role, language] = &shown;
    let mut faults = Vec::new();
    let mut fault = |word, cell: &str| faults.push(LineFault { word, cell: cell.to_owned() });
    if name.is_empty() {
        fault("accounts-list-no-name", "");
    } else if name.chars().count() > LONGEST_NAME {
        fault("accounts-list-long-name", "");
    }
    let address: Option<Address> = email.parse().ok();
    match &address {
        None if email.is_empty() => fault("accounts-list-no-email", ""),
        None => fault("accounts-list-bad-email", email),
        Some(address) if seen.contains(&address.normalised()) => fault("accounts-list-twice", email),
        Some(address) => seen.push(address.normalised()),
    }
    let found = role_of(role, plan);
    if found.is_none() {
        fault(if role.is_empty() { "accounts-list-no-role" } else { "accounts-list-bad-role" }, role);
    }
    let spoken = match language.as_str() {
        "" => plan.languages().first().copied(),
        typed => language_of(typed).filter(|language| plan.languages().contains(language)),
    };
    if spoken.is_none() {
        fault("accounts-list-bad-language", language);
    }
    let person = match (address, found, spoken) {
        (Some(email), Some(role), Some(language)) if faults.is_empty() => {
            Ok(NewPerson { name: name.clone(), email, language, role: role.key.clone() })
        }
        _ => Err(faults),
    };
    Entry { number: line.number, shown, person }
}

/// A role by its key, its archetype, or a name in any language, in any case.
fn role_of<'a>(typed: &str, plan: &'a Plan) -> Option<&'a Role> {
    let typed = typed.to_lowercase();
    let matches = |role: &&Role| {
        let named = [&role.names, &role.plurals].into_iter().flat_map(|texts| texts.iter());
        role.key == typed
            || role.archetype.key() == typed
            || named.into_iter().any(|(_, name)| name.to_lowercase() == typed)
    };
    plan.roles().iter().find(matches)
}

/// A language by its tag or one of its names.
fn language_of(typed: &str) -> Option<Language> {
    let typed = typed.to_lowercase();
    match typed.as_str() {
        "english" | "engels" | "engelska" => Some(Language::En),
        "dutch" | "nederlands" | "nederländska" => Some(Language::Nl),
        "swedish" | "zweeds" | "svenska" => Some(Language::Sv),
        tag => tag.get(..2).filter(|_| tag.len() == 2 || tag.as_bytes().get(2) == Some(&b'-'))?.parse().ok(),
    }
}

/// The longest reason, in signs.
pub const LONGEST_REASON: usize = 2000;

/// A reason that nobody has to give.
pub struct ReasonForm {
    /// The reason; `None` when none was given.
    pub reason: Option<String>,
}

impl FromFields for ReasonForm {
    fn from_fields(fields: &Fields, faults: &mut Faults) -> Option<Self> {
        let reason = fields.text_or_empty("reason", LONGEST_REASON, faults);
        Some(Self { reason: Some(reason).filter(|reason| !reason.is_empty()) })
    }
}
