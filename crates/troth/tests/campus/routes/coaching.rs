//! Doors of trajectories, and of what is in one.

use kernel::{
    Archetype,
    manifest::{Method, Route},
};

use super::{
    Aim, Stage, Visitor,
    forms::{appointment, borrowed, make, trimmed},
    no_entry,
};

impl Stage {
    /// With something of the visitor's own where the door wants that, and fresh where it is used up.
    pub(super) async fn aim_at_coaching(&mut self, route: &Route, visitor: &Visitor, fresh: bool, aim: &mut Aim) {
        let t = self.trajectory.clone();
        let own = usize::from(visitor.name == self.maria.name);
        let text = |text: &str| vec![("text", text.to_owned())];
        let title = |title: &str| vec![("title", title.to_owned())];
        let mut writer = visitor.browser.clone();
        let rest = route.path.strip_prefix("/trajectories/{trajectory}").unwrap_or(route.path);
        match (route.method == Method::Get, rest) {
            (true, "/attachments/{attachment}") => aim.path = self.attachment.clone(),
            (true, "/private-notes/{note}") => aim.path = self.private_note.clone(),
            (true, "/notes/{note}") => aim.path = self.notes[own].clone(),
            (true, "/notes/{note}/sharing") => aim.path = format!("{}/sharing", self.notes[own]),
            (_, "/notes/{note}/view" | "/notes/{note}/view/removal") => {
                aim.path = format!("{}{}", self.shared[1 - own], rest.trim_start_matches("/notes/{note}"));
                aim.fields = text("How I see it.");
            }
            (true, "/appointments/{appointment}") => aim.path = self.appointment.clone(),
            (true, "/appointments/{appointment}/calendar") => aim.path = format!("{}/calendar", self.appointment),
            (false, "/trajectories") => {
                let coach = self.somebody(Archetype::Coach, true).await;
                let participant = self.somebody(Archetype::Participant, true).await;
                aim.fields = vec![("coach", coach.to_string()), ("participant", participant.to_string())];
            }
            // Ends only at the end of the open part.
            (false, "/closure") => {}
            (false, "/messages") => aim.fields = text("Hello."),
            (false, "/draft") => aim.fields = text("Hel"),
            (false, "/private-notes" | "/notes") => aim.fields = text("A thought."),
            (false, "/private-notes/{note}" | "/private-notes/{note}/removal") => {
                let page = format!("{t}/private-notes");
                let note = if fresh {
                    trimmed(&make(&self.campus, &mut writer, "text", "Another.", &page, "").await)
                } else {
                    self.private_note.clone()
                };
                aim.path = if rest.ends_with("removal") { format!("{note}/removal") } else { note };
                aim.fields = text("Better.");
            }
            (false, "/notes/{note}" | "/notes/{note}/sharing" | "/notes/{note}/removal") => {
                let note = if fresh {
                    trimmed(&make(&self.campus, &mut writer, "text", "Another.", &format!("{t}/notes"), "").await)
                } else {
                    self.notes[1].clone()
                };
                aim.path = format!("{note}{}", rest.trim_start_matches("/notes/{note}"));
                aim.fields = text("Better.");
            }
            (false, "/goals") => aim.fields = title("Rest"),
            (false, "/goals/{goal}/completion" | "/goals/{goal}/reopening" | "/goals/{goal}/tasks") => {
                aim.path = format!("{}{}", self.goal, rest.trim_start_matches("/goals/{goal}"));
                aim.fields = title("Walk");
                aim.fields.push(("doer", "coach".to_owned()));
            }
            (false, "/tasks/{task}/completion" | "/tasks/{task}/reopening") => {
                aim.path = format!("{}{}", self.task, rest.trim_start_matches("/tasks/{task}"));
            }
            (false, "/appointments") => aim.fields = appointment("A talk", ""),
            (false, "/appointments/{appointment}" | "/appointments/{appointment}/cancellation") => {
                let one = if fresh {
                    let (page, fields) = (format!("{t}/appointments"), appointment("Another talk", ""));
                    let start = format!("{page}/");
                    let fields = borrowed(&fields);
                    let made = self.campus.make(&mut writer, (&page, &fields), &page, (&start, "/calendar")).await;
                    made.trim_end_matches("/calendar").to_owned()
                } else {
                    self.appointment.clone()
                };
                aim.path = format!("{one}{}", rest.trim_start_matches("/appointments/{appointment}"));
                aim.fields = appointment("A later talk", "");
            }
            _ => no_entry(route),
        }
    }
}
