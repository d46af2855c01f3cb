//! Goals, and the tasks that lead to them.

use access::Grant;
use kernel::{PersonId, Scope};
use store::{Reader, Row, StoreError, Value, Work, params};

use crate::{
    model::{Goal, GoalId, Task, TaskId, Trajectory},
    queries,
};

/// The goals of a trajectory, each with its tasks. Two queries.
pub fn goals(_: &Scope, reader: &mut Reader<'_>, trajectory: &Trajectory) -> Result<Vec<Goal>, StoreError> {
    let rows = reader.all(&queries::GOALS, params![trajectory.id])?;
    let mut goals = rows
        .iter()
        .map(|row| {
            let id: GoalId = row.id(0)?;
            Ok(Goal {
                id,
                set_by: row.id(1)?,
                set_at: row.time(2)?,
                reached: row.time_opt(3)?,
                title: row.sealed(4, trajectory.cell_of_both("goal", "title", id))?,
                tasks: Vec::new(),
            })
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    for row in reader.all(&queries::TASKS, params![trajectory.id])? {
        let task = task(trajectory, &row)?;
        if let Some(goal) = goals.iter_mut().find(|goal| goal.id == task.goal) {
            goal.tasks.push(task);
        }
    }
    Ok(goals)
}

fn task(trajectory: &Trajectory, row: &Row) -> Result<Task, StoreError> {
    let id: TaskId = row.id(0)?;
    Ok(Task {
        id,
        trajectory: row.id(1)?,
        goal: row.id(2)?,
        doer: row.id(3)?,
        set_by: row.id(4)?,
        done: row.time_opt(5)?,
        done_by: row.id_opt(6)?,
        title: row.sealed(7, trajectory.cell_of_both("task", "title", id))?,
    })
}

/// What the one who asks set out to do, in those of `trajectories` that it belongs to.
pub fn tasks_ahead(
    scope: &Scope,
    reader: &mut Reader<'_>,
    trajectories: &[Trajectory],
) -> Result<Vec<Task>, StoreError> {
    let me = super::actor(scope, "trajectory.read")?;
    let mut tasks = Vec::new();
    for row in reader.all(&queries::TASKS_AHEAD, params![me])? {
        let id = row.id(1)?;
        if let Some(trajectory) = trajectories.iter().find(|trajectory| trajectory.id == id) {
            tasks.push(task(trajectory, &row)?);
        }
    }
    Ok(tasks)
}

/// Sets a goal.
pub fn add_goal(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    title: &str,
) -> Result<GoalId, StoreError> {
    let me = super::actor(scope, "goal.write")?;
    let id: GoalId = scope.mint();
    let title = work.seal(grant, &trajectory.cell_of_both("goal", "title", id), title.as_bytes())?;
    work.run(&queries::GOAL_ADD, params![id, trajectory.id, me, scope.now, title])?;
    Ok(id)
}

/// Marks a goal as reached now, or takes it up again; `false` when there is none.
pub fn reach_goal(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    id: GoalId,
    reached: bool,
) -> Result<bool, StoreError> {
    let reached = reached.then_some(scope.now);
    Ok(work.run(&queries::GOAL_REACH, params![trajectory.id, id, reached])? == 1)
}

/// Sets a task for one of the two; `None` when the goal is not open or not of this trajectory.
pub fn add_task(
    scope: &Scope,
    work: &mut Work<'_>,
    grant: &Grant,
    trajectory: &Trajectory,
    goal: GoalId,
    doer: PersonId,
    title: &str,
) -> Result<Option<TaskId>, StoreError> {
    let me = super::actor(scope, "task.write")?;
    if trajectory.part_of(doer).is_none() || work.one(&queries::GOAL_OPEN, params![trajectory.id, goal])?.is_none() {
        return Ok(None);
    }
    let id: TaskId = scope.mint();
    let title = work.seal(grant, &trajectory.cell_of_both("task", "title", id), title.as_bytes())?;
    work.run(&queries::TASK_ADD, params![id, trajectory.id, goal, doer, me, scope.now, title])?;
    Ok(Some(id))
}

/// Marks a task as done now by the one who acts, or takes it up again; `false` when there is none.
pub fn do_task(
    scope: &Scope,
    work: &mut Work<'_>,
    _: &Grant,
    trajectory: &Trajectory,
    id: TaskId,
    done: bool,
) -> Result<bool, StoreError> {
    let me = super::actor(scope, "task.write")?;
    let (at, by): (Value, Value) = if done { (scope.now.into(), me.into()) } else { (Value::Null, Value::Null) };
    Ok(work.run(&queries::TASK_DO, params![trajectory.id, id, at, by])? == 1)
}
