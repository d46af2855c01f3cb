//! Placeholder until the statement room speaks these phrases itself.

use kernel::Language;
use statement::{Category, Keep, Plan};

pub(crate) fn period(_plan: &Plan, keep: &Keep, _language: Language) -> String {
    format!("{} · {}", keep.period, keep.after)
}
pub(crate) fn category(category: &Category, language: Language) -> String {
    category.names.get(language).unwrap_or(&category.key).to_owned()
}
pub(crate) fn purpose(plan: &Plan, category: &Category, language: Language) -> String {
    plan.purpose(category.purpose()).and_then(|purpose| purpose.texts.get(language)).unwrap_or_default().to_owned()
}
pub(crate) fn basis(category: &Category, _language: Language) -> String {
    format!("{:?}", category.basis())
}
pub(crate) fn all_in_role(plan: &Plan, role: &str, language: Language) -> String {
    plan.role(role).and_then(|role| role.definite_plurals.get(language)).unwrap_or(role).to_owned()
}
