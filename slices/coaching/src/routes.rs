//! Where it can be done. Paths hold ids and nothing else (I6).

use kernel::manifest::{
    Action, Entry,
    Method::{Get, Post},
    Route,
};

use crate::actions::{
    APPOINTMENT_READ, APPOINTMENT_WRITE, DIALOGUE_READ, DIALOGUE_WRITE, GOAL_READ, GOAL_WRITE, MINE_READ,
    NOTE_VIEW_WRITE, PRIVATE_NOTE_READ, PRIVATE_NOTE_WRITE, SHARED_NOTE_READ, SHARED_NOTE_WRITE, START_READ,
    TASK_WRITE, TRAJECTORY_END, TRAJECTORY_LINK, TRAJECTORY_LIST, TRAJECTORY_READ,
};

const fn get(path: &'static str, action: &'static Action) -> Route {
    Route { method: Get, path, entry: Entry::Action(action) }
}

const fn post(path: &'static str, action: &'static Action) -> Route {
    Route { method: Post, path, entry: Entry::Action(action) }
}

macro_rules! routes {
    ($($name:ident = $kind:ident($path:literal, $action:ident);)*) => {
        $(
            #[doc = concat!("`", $path, "`")]
            pub static $name: Route = $kind($path, &$action);
        )*
        /// All of them, for the manifest.
        pub static ROUTES: &[Route] = &[$($name),*];
    };
}

routes! {
    START = get("/", START_READ);
    LIST = get("/trajectories", TRAJECTORY_LIST);
    MINE = get("/trajectories/mine", MINE_READ);
    LINK_FORM = get("/trajectories/new", TRAJECTORY_LINK);
    LINK = post("/trajectories", TRAJECTORY_LINK);
    ABOUT = get("/trajectories/{trajectory}", TRAJECTORY_READ);
    END_FORM = get("/trajectories/{trajectory}/closure", TRAJECTORY_END);
    END = post("/trajectories/{trajectory}/closure", TRAJECTORY_END);

    DIALOGUE = get("/trajectories/{trajectory}/dialogue", DIALOGUE_READ);
    MESSAGE_SEND = post("/trajectories/{trajectory}/messages", DIALOGUE_WRITE);
    DRAFT_KEEP = post("/trajectories/{trajectory}/draft", DIALOGUE_WRITE);
    ATTACHMENT = get("/trajectories/{trajectory}/attachments/{attachment}", DIALOGUE_READ);

    PRIVATE_NOTES = get("/trajectories/{trajectory}/private-notes", PRIVATE_NOTE_READ);
    PRIVATE_NOTE_ADD = post("/trajectories/{trajectory}/private-notes", PRIVATE_NOTE_WRITE);
    PRIVATE_NOTE_FORM = get("/trajectories/{trajectory}/private-notes/{note}", PRIVATE_NOTE_WRITE);
    PRIVATE_NOTE_CHANGE = post("/trajectories/{trajectory}/private-notes/{note}", PRIVATE_NOTE_WRITE);
    PRIVATE_NOTE_REMOVE = post("/trajectories/{trajectory}/private-notes/{note}/removal", PRIVATE_NOTE_WRITE);

    NOTES = get("/trajectories/{trajectory}/notes", SHARED_NOTE_READ);
    NOTE_ADD = post("/trajectories/{trajectory}/notes", SHARED_NOTE_WRITE);
    NOTE_FORM = get("/trajectories/{trajectory}/notes/{note}", SHARED_NOTE_WRITE);
    NOTE_CHANGE = post("/trajectories/{trajectory}/notes/{note}", SHARED_NOTE_WRITE);
    NOTE_SHARE_FORM = get("/trajectories/{trajectory}/notes/{note}/sharing", SHARED_NOTE_WRITE);
    NOTE_SHARE = post("/trajectories/{trajectory}/notes/{note}/sharing", SHARED_NOTE_WRITE);
    NOTE_REMOVE = post("/trajectories/{trajectory}/notes/{note}/removal", SHARED_NOTE_WRITE);
    VIEW_FORM = get("/trajectories/{trajectory}/notes/{note}/view", NOTE_VIEW_WRITE);
    VIEW_KEEP = post("/trajectories/{trajectory}/notes/{note}/view", NOTE_VIEW_WRITE);
    VIEW_REMOVE = post("/trajectories/{trajectory}/notes/{note}/view/removal", NOTE_VIEW_WRITE);

    GOALS = get("/trajectories/{trajectory}/goals", GOAL_READ);
    GOAL_ADD = post("/trajectories/{trajectory}/goals", GOAL_WRITE);
    GOAL_REACH = post("/trajectories/{trajectory}/goals/{goal}/completion", GOAL_WRITE);
    GOAL_REOPEN = post("/trajectories/{trajectory}/goals/{goal}/reopening", GOAL_WRITE);
    TASK_ADD = post("/trajectories/{trajectory}/goals/{goal}/tasks", TASK_WRITE);
    TASK_DO = post("/trajectories/{trajectory}/tasks/{task}/completion", TASK_WRITE);
    TASK_REOPEN = post("/trajectories/{trajectory}/tasks/{task}/reopening", TASK_WRITE);

    APPOINTMENTS = get("/trajectories/{trajectory}/appointments", APPOINTMENT_READ);
    APPOINTMENT_ADD = post("/trajectories/{trajectory}/appointments", APPOINTMENT_WRITE);
    APPOINTMENT_FORM = get("/trajectories/{trajectory}/appointments/{appointment}", APPOINTMENT_WRITE);
    APPOINTMENT_CHANGE = post("/trajectories/{trajectory}/appointments/{appointment}", APPOINTMENT_WRITE);
    APPOINTMENT_CANCEL = post("/trajectories/{trajectory}/appointments/{appointment}/cancellation", APPOINTMENT_WRITE);
    CALENDAR_FILE = get("/trajectories/{trajectory}/appointments/{appointment}/calendar", APPOINTMENT_READ);
}
