//! Where it can be done. Paths hold ids and nothing else (I6).

use kernel::manifest::{get, post};

use crate::actions::{
    APPOINTMENT_READ, APPOINTMENT_WRITE, DIALOGUE_READ, DIALOGUE_WRITE, GOAL_READ, GOAL_WRITE, MINE_READ,
    NOTE_VIEW_WRITE, PRIVATE_NOTE_READ, PRIVATE_NOTE_WRITE, SHARED_NOTE_READ, SHARED_NOTE_WRITE, START_READ,
    TASK_WRITE, TRAJECTORY_END, TRAJECTORY_LINK, TRAJECTORY_LIST, TRAJECTORY_READ,
};

kernel::routes! {
    /// The start page.
    START = get("/", &START_READ);
    /// All trajectories, for who sets them up.
    LIST = get("/trajectories", &TRAJECTORY_LIST);
    /// One's own trajectories.
    MINE = get("/trajectories/mine", &MINE_READ);
    /// The form for a trajectory.
    LINK_FORM = get("/trajectories/new", &TRAJECTORY_LINK);
    /// Links a coach and a participant.
    LINK = post("/trajectories", &TRAJECTORY_LINK);
    /// One trajectory.
    ABOUT = get("/trajectories/{trajectory}", &TRAJECTORY_READ);
    /// The form for its end.
    END_FORM = get("/trajectories/{trajectory}/closure", &TRAJECTORY_END);
    /// Ends it.
    END = post("/trajectories/{trajectory}/closure", &TRAJECTORY_END);

    /// The dialogue.
    DIALOGUE = get("/trajectories/{trajectory}/dialogue", &DIALOGUE_READ);
    /// Sends a message.
    MESSAGE_SEND = post("/trajectories/{trajectory}/messages", &DIALOGUE_WRITE);
    /// Keeps what is being written.
    DRAFT_KEEP = post("/trajectories/{trajectory}/draft", &DIALOGUE_WRITE);
    /// A file that came with a message.
    ATTACHMENT = get("/trajectories/{trajectory}/attachments/{attachment}", &DIALOGUE_READ);

    /// A coach's private notes.
    PRIVATE_NOTES = get("/trajectories/{trajectory}/private-notes", &PRIVATE_NOTE_READ);
    /// Writes one.
    PRIVATE_NOTE_ADD = post("/trajectories/{trajectory}/private-notes", &PRIVATE_NOTE_WRITE);
    /// The form for a change of one.
    PRIVATE_NOTE_FORM = get("/trajectories/{trajectory}/private-notes/{note}", &PRIVATE_NOTE_WRITE);
    /// Changes one.
    PRIVATE_NOTE_CHANGE = post("/trajectories/{trajectory}/private-notes/{note}", &PRIVATE_NOTE_WRITE);
    /// Removes one.
    PRIVATE_NOTE_REMOVE = post("/trajectories/{trajectory}/private-notes/{note}/removal", &PRIVATE_NOTE_WRITE);

    /// The notes that may be shared.
    NOTES = get("/trajectories/{trajectory}/notes", &SHARED_NOTE_READ);
    /// Writes one.
    NOTE_ADD = post("/trajectories/{trajectory}/notes", &SHARED_NOTE_WRITE);
    /// The form for a change of one.
    NOTE_FORM = get("/trajectories/{trajectory}/notes/{note}", &SHARED_NOTE_WRITE);
    /// Changes one.
    NOTE_CHANGE = post("/trajectories/{trajectory}/notes/{note}", &SHARED_NOTE_WRITE);
    /// Asks before one is shared.
    NOTE_SHARE_FORM = get("/trajectories/{trajectory}/notes/{note}/sharing", &SHARED_NOTE_WRITE);
    /// Shares one.
    NOTE_SHARE = post("/trajectories/{trajectory}/notes/{note}/sharing", &SHARED_NOTE_WRITE);
    /// Removes one.
    NOTE_REMOVE = post("/trajectories/{trajectory}/notes/{note}/removal", &SHARED_NOTE_WRITE);
    /// The form for one's own view beside a note.
    VIEW_FORM = get("/trajectories/{trajectory}/notes/{note}/view", &NOTE_VIEW_WRITE);
    /// Keeps that view.
    VIEW_KEEP = post("/trajectories/{trajectory}/notes/{note}/view", &NOTE_VIEW_WRITE);
    /// Removes it.
    VIEW_REMOVE = post("/trajectories/{trajectory}/notes/{note}/view/removal", &NOTE_VIEW_WRITE);

    /// Goals and tasks.
    GOALS = get("/trajectories/{trajectory}/goals", &GOAL_READ);
    /// Sets a goal.
    GOAL_ADD = post("/trajectories/{trajectory}/goals", &GOAL_WRITE);
    /// A goal is reached.
    GOAL_REACH = post("/trajectories/{trajectory}/goals/{goal}/completion", &GOAL_WRITE);
    /// And is open again.
    GOAL_REOPEN = post("/trajectories/{trajectory}/goals/{goal}/reopening", &GOAL_WRITE);
    /// Adds a task to a goal.
    TASK_ADD = post("/trajectories/{trajectory}/goals/{goal}/tasks", &TASK_WRITE);
    /// A task is done.
    TASK_DO = post("/trajectories/{trajectory}/tasks/{task}/completion", &TASK_WRITE);
    /// And is open again.
    TASK_REOPEN = post("/trajectories/{trajectory}/tasks/{task}/reopening", &TASK_WRITE);

    /// Appointments.
    APPOINTMENTS = get("/trajectories/{trajectory}/appointments", &APPOINTMENT_READ);
    /// Makes one.
    APPOINTMENT_ADD = post("/trajectories/{trajectory}/appointments", &APPOINTMENT_WRITE);
    /// The form for a change of one.
    APPOINTMENT_FORM = get("/trajectories/{trajectory}/appointments/{appointment}", &APPOINTMENT_WRITE);
    /// Changes one.
    APPOINTMENT_CHANGE = post("/trajectories/{trajectory}/appointments/{appointment}", &APPOINTMENT_WRITE);
    /// Cancels one.
    APPOINTMENT_CANCEL = post("/trajectories/{trajectory}/appointments/{appointment}/cancellation", &APPOINTMENT_WRITE);
    /// One as a file for a calendar.
    CALENDAR_FILE = get("/trajectories/{trajectory}/appointments/{appointment}/calendar", &APPOINTMENT_READ);
}
