//! The doors of registering.

use kernel::manifest::{Entry, Method, Route};

const NO_ACCOUNT: &str = "somebody who has no account yet";
const CONFIRMS: &str = "the link of the mail that confirms an address";

const fn door(method: Method, path: &'static str, entry: Entry) -> Route {
    Route { method, path, entry }
}

kernel::routes! {
    /// What registering means, and the form for the address.
    BEGIN_FORM = door(Method::Get, "/register", Entry::Public(NO_ACCOUNT));
    /// Mails the link.
    BEGIN = door(Method::Post, "/register", Entry::Public(NO_ACCOUNT));
    /// The form for the rest, with the password.
    FINISH_FORM = door(Method::Get, "/register/{token}", Entry::Link(CONFIRMS));
    /// Makes the account.
    FINISH = door(Method::Post, "/register/{token}", Entry::Link(CONFIRMS));
}
