//! The statement's public page.
