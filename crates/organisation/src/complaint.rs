//! Where a person turns who disagrees: to the officer, and to the authority of the country (GDPR Art. 77).

use kernel::Language;
use statement::{
    Plan,
    render::{self, Authority},
};

/// The officer and the authority, as a page shows them.
pub struct ComplaintRoute {
    /// Who is responsible.
    pub organisation: String,
    /// The officer's mail address, else the organisation's own.
    pub officer: String,
    /// A telephone number; may be empty.
    pub phone: String,
    /// A postal address; may be empty.
    pub address: String,
    /// "the Dutch data protection authority (…)".
    pub authority_in_words: String,
    /// How it is reached, where that is known.
    pub authority: Option<Authority>,
}

impl ComplaintRoute {
    /// As the statement names them.
    pub fn of(plan: &Plan, language: Language) -> Self {
        let controller = plan.controller();
        Self {
            organisation: controller.name.clone(),
            officer: controller.officer.clone().unwrap_or_else(|| controller.contact.clone()),
            phone: controller.phone.clone().unwrap_or_default(),
            address: controller.address.clone().unwrap_or_default(),
            authority_in_words: render::authority_name(plan, language),
            authority: Authority::of(&controller.authority),
        }
    }
}
