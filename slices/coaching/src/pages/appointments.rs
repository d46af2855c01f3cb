//! Appointments, and the calendar file that holds nothing confidential.

use askama::Template;
use http::axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};
use http::{At, Fields, Form, Problem, see_other};
use jiff::civil::{Date, DateTime};
use kernel::{id::Id as _, page::Seal};
use organisation::{Desk as _, Visit, notify};
use store::Opener;
use ui::Page;

use super::{
    Failure, draw, draw_faulty, hours, local,
    room::{Frame, Place, Room, path, text},
    said,
};
use crate::{
    actions::{APPOINTMENT_READ, APPOINTMENT_WRITE},
    calendar::CalendarEvent,
    forms::{AppointmentForm, LONGEST_LINE},
    inventory::{MAIL_APPOINTMENT, MAIL_APPOINTMENT_CHANGED},
    model::{Appointment, AppointmentId, TrajectoryId},
    store::appointments,
};

#[derive(Template)]
#[template(path = "coaching/appointments.html")]
struct AppointmentsPage {
    page: Page,
    frame: Frame,
    next: Vec<AppointmentView>,
    past: Vec<AppointmentView>,
    seal: Seal,
    form: FormView,
}

/// An appointment, opened.
pub(super) struct AppointmentView {
    pub(super) date: Date,
    pub(super) hours: String,
    pub(super) title: String,
    pub(super) place: String,
    pub(super) cancelled: bool,
    path: String,
}

#[derive(Template)]
#[template(path = "coaching/appointment.html")]
struct AppointmentPage {
    page: Page,
    frame: Frame,
    seal: Seal,
    form: FormView,
    cancellation: String,
}

/// The form for an appointment.
#[derive(Default)]
struct FormView {
    action: String,
    title: String,
    place: String,
    date: String,
    from: String,
    until: String,
    today: String,
    zone: String,
    faults: ui::Faults,
}

impl FormView {
    /// The longest title or place.
    fn most_line(&self) -> usize {
        LONGEST_LINE
    }

    fn new(visit: &Visit, action: String, typed: &Fields, faults: &http::Faults) -> Self {
        Self {
            action,
            title: typed.get("title").to_owned(),
            place: typed.get("place").to_owned(),
            date: typed.get("date").to_owned(),
            from: typed.get("from").to_owned(),
            until: typed.get("until").to_owned(),
            today: visit.scope.today().to_string(),
            zone: visit.scope.zone.iana_name().unwrap_or("UTC").replace('_', " "),
            faults: said(faults, &visit.voice()),
        }
    }
}

/// Opens an appointment for a page.
pub(super) fn view(visit: &Visit, opener: &Opener, found: &Appointment) -> Result<AppointmentView, Failure> {
    let (begins, ends) = (local(&visit.scope, found.begins), local(&visit.scope, found.ends));
    Ok(AppointmentView {
        date: begins.date(),
        hours: hours(&visit.voice(), begins, ends),
        title: text(opener, &found.title)?,
        place: found.place.as_ref().map(|place| text(opener, place)).transpose()?.unwrap_or_default(),
        cancelled: found.cancelled.is_some(),
        path: path(found.trajectory, &format!("/appointments/{}", found.id)),
    })
}

/// `GET /trajectories/{trajectory}/appointments`
pub(super) async fn show(visit: Visit, At(id): At<TrajectoryId>) -> Result<Response, Problem> {
    draw(&compose(&visit, id, &Fields::default(), &http::Faults::none()).await?)
}

async fn compose(
    visit: &Visit,
    id: TrajectoryId,
    typed: &Fields,
    faults: &http::Faults,
) -> Result<AppointmentsPage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, next, past) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &APPOINTMENT_READ)?;
            let (opener, names) = room.open(&asker, reader)?;
            let next = appointments::next(&asker.scope, reader, &room.trajectory)?;
            let past = appointments::past(&asker.scope, reader, &room.trajectory)?;
            let views = |found: Vec<Appointment>| {
                found.iter().map(|found| view(&asker, &opener, found)).collect::<Result<Vec<_>, _>>()
            };
            Ok::<_, Failure>((room.trajectory, names, views(next)?, views(past)?))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::Appointments)?;
    let title = visit.voice().say1("coaching-appointments-title", "name", &frame.other);
    let news = [
        ("made", "coaching-appointment-made"),
        ("changed", "coaching-appointment-changed"),
        ("cancelled", "coaching-appointment-cancelled-news"),
    ];
    Ok(AppointmentsPage {
        page: frame.page(visit, title, &news),
        next,
        past,
        seal: frame.seal(visit, "appointment.title"),
        form: FormView::new(visit, frame.path("/appointments#write"), typed, faults),
        frame,
    })
}

/// `POST /trajectories/{trajectory}/appointments`
pub(super) async fn add(
    visit: Visit,
    At(id): At<TrajectoryId>,
    form: Form<AppointmentForm>,
) -> Result<Response, Problem> {
    let plan = match form.checked.and_then(|form| form.in_zone(&visit.scope.zone, visit.scope.now)) {
        Ok(plan) => plan,
        Err(faults) => {
            let page = compose(&visit, id, &form.typed, &faults).await?;
            return draw_faulty(&page);
        }
    };
    Room::write(&visit, id, &APPOINTMENT_WRITE, move |asker, work, Room { trajectory, grant }| {
        appointments::add(&asker.scope, work, &grant, &trajectory, &plan)?;
        if let Some(me) = asker.person() {
            notify(work, trajectory.other(me), MAIL_APPOINTMENT, &path(id, "/appointments"))?;
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/appointments?done=made")))
}

/// `GET /trajectories/{trajectory}/appointments/{appointment}`
pub(super) async fn form(
    visit: Visit,
    At((id, appointment)): At<(TrajectoryId, AppointmentId)>,
) -> Result<Response, Problem> {
    draw(&compose_form(&visit, id, appointment, None).await?)
}

async fn compose_form(
    visit: &Visit,
    id: TrajectoryId,
    appointment: AppointmentId,
    sent: Option<(Fields, http::Faults)>,
) -> Result<AppointmentPage, Problem> {
    let asker = visit.clone();
    let (trajectory, names, kept) = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &APPOINTMENT_WRITE)?;
            let (opener, names) = room.open(&asker, reader)?;
            let found = appointments::find(&asker.scope, reader, &room.trajectory, appointment)?;
            let found = found.filter(|found| found.cancelled.is_none()).ok_or(Failure::Absent)?;
            let opened = view(&asker, &opener, &found)?;
            let (begins, ends) = (local(&asker.scope, found.begins), local(&asker.scope, found.ends));
            let clock = |at: DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
            let kept = [
                ("title", opened.title),
                ("place", opened.place),
                ("date", opened.date.to_string()),
                ("from", clock(begins)),
                ("until", clock(ends)),
            ];
            let kept = Fields::new(kept.map(|(name, value)| (name.to_owned(), value)));
            Ok::<_, Failure>((room.trajectory, names, kept))
        })
        .await?;
    let frame = Frame::new(visit, trajectory, names, Place::Appointments)?;
    let voice = visit.voice();
    let (typed, faults) = sent.unwrap_or((kept, http::Faults::none()));
    let page = frame.page(visit, voice.say("coaching-appointment-change-title"), &[]);
    let up = voice.say1("coaching-appointments-title", "name", &frame.other);
    let here = frame.path(&format!("/appointments/{appointment}"));
    Ok(AppointmentPage {
        page: page.crumb(frame.path("/appointments"), up),
        seal: frame.seal(visit, "appointment.title"),
        cancellation: format!("{here}/cancellation"),
        form: FormView::new(visit, here, &typed, &faults),
        frame,
    })
}

/// `POST /trajectories/{trajectory}/appointments/{appointment}`
pub(super) async fn change(
    visit: Visit,
    At((id, appointment)): At<(TrajectoryId, AppointmentId)>,
    form: Form<AppointmentForm>,
) -> Result<Response, Problem> {
    let plan = match form.checked.and_then(|form| form.in_zone(&visit.scope.zone, visit.scope.now)) {
        Ok(plan) => plan,
        Err(faults) => {
            let page = compose_form(&visit, id, appointment, Some((form.typed, faults))).await?;
            return draw_faulty(&page);
        }
    };
    Room::write(&visit, id, &APPOINTMENT_WRITE, move |asker, work, Room { trajectory, grant }| {
        if !appointments::change(&asker.scope, work, &grant, &trajectory, appointment, &plan)? {
            return Err(Failure::Conflict);
        }
        if let Some(me) = asker.person() {
            notify(work, trajectory.other(me), MAIL_APPOINTMENT_CHANGED, &path(id, "/appointments"))?;
        }
        Ok(())
    })
    .await?;
    Ok(see_other(&path(id, "/appointments?done=changed")))
}

/// `POST /trajectories/{trajectory}/appointments/{appointment}/cancellation`
pub(super) async fn cancel(
    visit: Visit,
    At((id, appointment)): At<(TrajectoryId, AppointmentId)>,
) -> Result<Response, Problem> {
    Room::write(&visit, id, &APPOINTMENT_WRITE, move |asker, work, Room { trajectory, grant }| {
        if appointments::cancel(&asker.scope, work, &grant, &trajectory, appointment)?
            && let Some(me) = asker.person()
        {
            notify(work, trajectory.other(me), MAIL_APPOINTMENT_CHANGED, &path(id, "/appointments"))?;
        }
        Ok::<_, Failure>(())
    })
    .await?;
    Ok(see_other(&path(id, "/appointments?done=cancelled")))
}

/// `GET /trajectories/{trajectory}/appointments/{appointment}/calendar` (RFC 5545): a time and neutral words.
pub(super) async fn calendar_file(
    visit: Visit,
    At((id, appointment)): At<(TrajectoryId, AppointmentId)>,
) -> Result<Response, Problem> {
    let asker = visit.clone();
    let found = visit
        .site
        .store
        .glance(&visit.scope, move |reader| {
            let room = Room::enter(&asker, reader, id, &APPOINTMENT_READ)?;
            let found = appointments::find(&asker.scope, reader, &room.trajectory, appointment)?;
            found.ok_or(Failure::Absent)
        })
        .await?;
    let event = CalendarEvent {
        uid: found.id.uuid(),
        stamp: found.changed,
        begins: found.begins,
        ends: found.ends,
        sequence: found.revision,
        cancelled: found.cancelled.is_some(),
        summary: visit.voice().say("coaching-calendar-summary"),
    };
    let mut response = Response::new(Body::from(event.to_ics()));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8; method=PUBLISH"));
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment; filename=\"calendar.ics\""));
    Ok(response)
}
