//! Goals and the tasks that lead to them.

use askama::Template;
use http::axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use http::{At, Form, Problem, see_other};
use kernel::page::Seal;
use organisation::{Desk as _, Visit, notify};
use ui::{Choice, Page};

use super::{
    Failure, draw, local,
    room::{Frame, Place, Room, path, text},
    said,
};
use crate::{
    actions::{GOAL_READ, GOAL_WRITE, TASK_WRITE},
    forms::{GoalForm, TaskForm},
    inventory::MAIL_TASK,
    model::{GoalId, Part, Task, TaskId, TrajectoryId},
    store::goals,
};

#[derive(Template)]
#[template(path = "coaching/goals.html")]
struct GoalsPage {
    page: Page,
    frame: Frame,
    open: Vec<GoalView>,
    reached: Vec<GoalView>,
    seal: Seal,
    faults: ui::Faults,
    /// The title in the form for a goal.
    typed: String,
}

struct GoalView {
    id: String,
    title: String,
    said: String,
    open: bool,
    tasks: Vec<TaskView>,
    completion: String,
    reopening: String,
    add_task: String,
    seal: Seal,
    /// The form for a task beneath this goal.
    task_form: TaskFormView,
}

#[derive(Default)]
struct TaskFormView {
    title: String,
    title_fault: String,
    doers: Vec<Choice>,
}

struct TaskView {
    title: String,
    said: String,
    done: bool,
    completion: String,
    reopening: String,
}

/// What was sent and came back.
#[derive(Default)]
struct Sent {
    goal: Option<GoalId>,
    title: String,
    doer: String,
    faults: http::Faults,
}

/// `GET /trajectories/{trajectory}/goals`
pub(super) async fn show(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    draw(&compose(&visit, id, Sent::default()).await?)
}

async fn compose(visit: &Visit, id: TrajectoryId, sent: Sent) -> Result<GoalsPage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, found) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &GOAL_READ)?;
            let (opener, names) = room.open(&asker, reader)?;
            let mut opened = Vec::new();
            for goal in goals::goals(&asker.scope, reader, &room.trajectory)? {
                let title = text(&opener, &goal.title)?;
                let tasks = goal.tasks.iter().map(|task| text(&opener, &task.title)).collect::<Result<Vec<_>, _>>()?;
                opened.push((goal, title, tasks));
            }
            Ok::<_, Failure>((room.trajectory, names, opened))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::Goals)?;
    let voice = visit.voice();
    let (goal_seal, task_seal) = (frame.seal(visit, "goal.title"), frame.seal(visit, "task.title"));
    let (mut open, mut reached) = (Vec::new(), Vec::new());
    for (goal, title, titles) in found {
        let set = voice.date(local(&visit.scope, goal.set_at).date());
        let by = if goal.set_by == frame.me { "coaching-goal-set-mine" } else { "coaching-goal-set-theirs" };
        let goal_said = match goal.reached {
            Some(at) => voice.say1("coaching-goal-reached-on", "date", voice.date(local(&visit.scope, at).date())),
            None => voice.say2(by, "name", frame.name(goal.set_by), "date", set),
        };
        let asked = sent.goal == Some(goal.id);
        let tasks = goal.tasks.iter().zip(titles).map(|(task, title)| task_view(visit, &frame, task, title)).collect();
        let view = GoalView {
            id: goal.id.to_string(),
            title,
            said: goal_said,
            open: goal.reached.is_none(),
            tasks,
            completion: frame.path(&format!("/goals/{}/completion", goal.id)),
            reopening: frame.path(&format!("/goals/{}/reopening", goal.id)),
            add_task: frame.path(&format!("/goals/{}/tasks", goal.id)),
            seal: if goal.tasks.is_empty() { goal_seal.clone() } else { task_seal.clone() },
            task_form: TaskFormView {
                title: if asked { sent.title.clone() } else { String::new() },
                title_fault: sent.faults.say("title", &voice).filter(|_| asked).unwrap_or_default(),
                doers: doers(visit, &frame, if asked { &sent.doer } else { "" }),
            },
        };
        if goal.reached.is_some() { reached.push(view) } else { open.push(view) }
    }
    let title = voice.say1("coaching-goals-title", "name", &frame.other);
    let news = [("goal", "coaching-goal-kept"), ("task", "coaching-task-kept"), ("done", "coaching-task-done-news")];
    let mut faults = said(&sent.faults, &voice);
    if let Some(goal) = sent.goal {
        for fault in &mut faults.0 {
            fault.field = format!("{}-{goal}", fault.field);
        }
    }
    Ok(GoalsPage {
        page: frame.page(visit, title, &news),
        open,
        reached,
        seal: goal_seal,
        faults,
        typed: if sent.goal.is_none() { sent.title } else { String::new() },
        frame,
    })
}

fn doers(visit: &Visit, frame: &Frame, chosen: &str) -> Vec<Choice> {
    let voice = visit.voice();
    let (me, other) = match frame.trajectory.part_of(frame.me) {
        Some(Part::Coach) => ("coach", "participant"),
        _ => ("participant", "coach"),
    };
    let chosen = if chosen.is_empty() { "participant" } else { chosen };
    vec![
        Choice::new(me, voice.say("coaching-task-doer-me")).chosen_if(chosen),
        Choice::new(other, frame.other.clone()).chosen_if(chosen),
    ]
}

fn task_view(visit: &Visit, frame: &Frame, task: &Task, title: String) -> TaskView {
    let voice = visit.voice();
    let mine = task.doer == frame.me;
    let said = match (task.done, task.done_by) {
        (Some(at), Some(by)) => {
            let date = voice.date(local(&visit.scope, at).date());
            let word = if by == frame.me { "coaching-task-done-mine" } else { "coaching-task-done-theirs" };
            voice.say2(word, "name", frame.name(by), "date", date)
        }
        _ if mine => voice.say("coaching-task-for-me"),
        _ => voice.say1("coaching-task-for", "name", frame.name(task.doer)),
    };
    TaskView {
        title,
        said,
        done: task.done.is_some(),
        completion: frame.path(&format!("/tasks/{}/completion", task.id)),
        reopening: frame.path(&format!("/tasks/{}/reopening", task.id)),
    }
}

async fn again(visit: &Visit, id: TrajectoryId, sent: Sent) -> Result<Response, Problem> {
    let page = compose(visit, id, sent).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, draw(&page)?).into_response())
}

/// `POST /trajectories/{trajectory}/goals`
pub(super) async fn add(visit: Visit, At(id): At<TrajectoryId>, form: Form<GoalForm>) -> Result<Response, Problem> {
    let goal = match form.checked {
        Ok(goal) => goal,
        Err(faults) => {
            let title = form.typed.get("title").to_owned();
            return again(&visit, id, Sent { title, faults, ..Sent::default() }).await;
        }
    };
    Room::write(&visit, id, &GOAL_WRITE, move |asker, work, Room { trajectory, grant }| {
        goals::add_goal(&asker.scope, work, &grant, &trajectory, &goal.title)?;
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/goals?done=goal")))
}

/// `POST /trajectories/{trajectory}/goals/{goal}/completion`
pub(super) async fn reach(visit: Visit, At((id, goal)): At<(TrajectoryId, GoalId)>) -> Result<Response, Problem> {
    set_reached(visit, id, goal, true).await
}

/// `POST /trajectories/{trajectory}/goals/{goal}/reopening`
pub(super) async fn reopen(visit: Visit, At((id, goal)): At<(TrajectoryId, GoalId)>) -> Result<Response, Problem> {
    set_reached(visit, id, goal, false).await
}

async fn set_reached(visit: Visit, id: TrajectoryId, goal: GoalId, reached: bool) -> Result<Response, Problem> {
    Room::write(&visit, id, &GOAL_WRITE, move |asker, work, Room { trajectory, grant }| {
        let found = goals::reach_goal(&asker.scope, work, &grant, &trajectory, goal, reached)?;
        if found { Ok(()) } else { Err(Failure::Absent) }
    })
    .await?;
    Ok(see_other(&path(id, "/goals")))
}

/// `POST /trajectories/{trajectory}/goals/{goal}/tasks`
pub(super) async fn add_task(
    visit: Visit,
    At((id, goal)): At<(TrajectoryId, GoalId)>,
    form: Form<TaskForm>,
) -> Result<Response, Problem> {
    let task = match form.checked {
        Ok(task) => task,
        Err(faults) => {
            let (title, doer) = (form.typed.get("title").to_owned(), form.typed.get("doer").to_owned());
            return again(&visit, id, Sent { goal: Some(goal), title, doer, faults }).await;
        }
    };
    Room::write(&visit, id, &TASK_WRITE, move |asker, work, Room { trajectory, grant }| {
        let doer = match task.doer {
            Part::Coach => trajectory.coach,
            Part::Participant => trajectory.participant,
        };
        let added = goals::add_task(&asker.scope, work, &grant, &trajectory, goal, doer, &task.title)?;
        added.ok_or(Failure::Conflict)?;
        if asker.person() != Some(doer) {
            notify(work, doer, MAIL_TASK, &path(id, "/goals"))?;
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, &format!("/goals?done=task#goal-{goal}"))))
}

/// `POST /trajectories/{trajectory}/tasks/{task}/completion`
pub(super) async fn do_task(visit: Visit, At((id, task)): At<(TrajectoryId, TaskId)>) -> Result<Response, Problem> {
    set_done(visit, id, task, true).await
}

/// `POST /trajectories/{trajectory}/tasks/{task}/reopening`
pub(super) async fn reopen_task(visit: Visit, At((id, task)): At<(TrajectoryId, TaskId)>) -> Result<Response, Problem> {
    set_done(visit, id, task, false).await
}

async fn set_done(visit: Visit, id: TrajectoryId, task: TaskId, done: bool) -> Result<Response, Problem> {
    Room::write(&visit, id, &TASK_WRITE, move |asker, work, Room { trajectory, grant }| {
        let found = goals::do_task(&asker.scope, work, &grant, &trajectory, task, done)?;
        if found { Ok(()) } else { Err(Failure::Absent) }
    })
    .await?;
    Ok(see_other(&path(id, if done { "/goals?done=done" } else { "/goals" })))
}
