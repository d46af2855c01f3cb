//! Doors of the rights desk.

use super::{
    Aim, Stage, Visitor,
    forms::{asking, request_of},
};

/// Whether a path is one of them and wants more than its address.
pub(super) fn has(path: &str) -> bool {
    path.contains("{request}") || ["/my-data/requests", "/requests/entry"].contains(&path)
}

impl Stage {
    pub(super) async fn aim_at_request(
        &mut self,
        (is_get, path): (bool, &'static str),
        visitor: &Visitor,
        aim: &mut Aim,
    ) {
        match (is_get, path) {
            (true, "/my-data/requests/{request}" | "/requests/{request}" | "/requests/{request}/answer") => {
                aim.path = path.replace("{request}", &self.request);
            }
            (false, "/my-data/requests") => {
                aim.fields = asking("Please.");
                aim.about = visitor.known.map(|(id, _)| id);
            }
            (false, "/requests/entry") => {
                aim.fields = asking("By letter.");
                let more = [("channel", "letter"), ("received", "2026-11-20"), ("name", "Jo"), ("address", "Singel 1")];
                aim.fields.extend(more.map(|(name, value)| (name, value.to_owned())));
            }
            (false, path) if path.contains("{request}") => {
                let mut maria = self.maria.browser.clone();
                let request = request_of(&self.campus, &mut maria, "Please.").await;
                aim.path = path.replace("{request}", &request);
                aim.fields =
                    [("text", "Done."), ("how", "By phone."), ("reason", "Much to do."), ("outcome", "granted")]
                        .map(|(name, value)| (name, value.to_owned()))
                        .to_vec();
            }
            _ => {}
        }
    }
}
