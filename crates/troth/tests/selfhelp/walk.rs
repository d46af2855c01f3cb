//! Somebody who follows *Sleeping better* through the front door.

use access::Guarded as _;
use kernel::{Archetype, PersonId};
use programmes::{
    actions,
    model::{Enrolment, EnrolmentId, Shelf},
    store::{enrolments, revisions},
};
use store::{Reader, StoreError, Work};

use crate::{
    stage::Stage,
    world::{Answer, Browser},
};

/// The path of an enrolment, and who follows it.
pub struct Walk {
    pub path: String,
    pub id: EnrolmentId,
    pub who: PersonId,
}

/// The value of a page's hidden field, from a mark on.
pub fn hidden(page: &str, mark: &str, name: &str) -> String {
    let from = page.find(mark).unwrap_or_else(|| panic!("{mark} is not on {page}"));
    let field = format!("name=\"{name}\" value=\"");
    page[from..].split(&field).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

/// Reads the programme's question, says yes, and begins.
pub async fn begin(stage: &Stage, browser: &mut Browser, name: &'static str) -> Walk {
    let page = stage.campus.page(browser, "/programmes/begin/sleeping-better").await;
    let wording = hidden(&page, "<form", "wording");
    let fields = [("wording", wording.as_str()), ("agree", "yes")];
    let to = stage.campus.done(browser, "/programmes/begin/sleeping-better", &fields).await;
    let path = to.split('?').next().unwrap().to_owned();
    let id = path.rsplit('/').next().unwrap().parse().unwrap();
    Walk { path, id, who: stage.ids[name] }
}

impl Walk {
    /// A path below the enrolment.
    pub fn at(&self, rest: &str) -> String {
        format!("{}{rest}", self.path)
    }

    /// The path of an exercise.
    pub fn exercise(&self, name: &str) -> String {
        self.at(&format!("/exercises/{name}"))
    }

    /// Hanna, or somebody else, coaches from now on.
    pub async fn assign(&self, stage: &Stage, coach: &'static str) {
        let scope = stage.campus.scope_of(stage.ids["Mia"], Archetype::Manager);
        let of = self.enrolment(stage).await;
        let grant = stage.campus.site.access.decide(&scope, &actions::ENROLMENT_ASSIGN, &of.resource()).unwrap();
        let (id, coach) = (self.id, stage.ids[coach]);
        let assign = move |work: &mut Work<'_>| {
            let scope = work.scope().clone();
            enrolments::assign(&scope, work, &grant, id, coach)
        };
        assert!(stage.campus.site.store.write::<_, StoreError, _>(&scope, assign).await.unwrap());
    }

    /// The enrolment as it stands.
    pub async fn enrolment(&self, stage: &Stage) -> Enrolment {
        let scope = stage.campus.scope_of(self.who, Archetype::Participant);
        let (asked, id) = (scope.clone(), self.id);
        let find = move |reader: &mut Reader<'_>| enrolments::find(&asked, reader, id);
        let closed = stage.campus.site.store.read::<_, StoreError, _>(&scope, find).await.unwrap().unwrap();
        let access = &stage.campus.site.access;
        let grant = access.decide(&scope, &actions::SELF_HELP_READ, &closed.resource()).unwrap();
        closed.check(&grant).unwrap()
    }

    /// What the coach finds among the answers.
    pub async fn shared(&self, stage: &Stage, coach: &'static str) -> Vec<String> {
        let scope = stage.campus.scope_of(stage.ids[coach], Archetype::Coach);
        let of = self.enrolment(stage).await;
        let grant = stage.campus.site.access.decide(&scope, &actions::ANSWER_LOOK, &of.resource()).unwrap();
        let opener = stage.campus.site.store.opener(&scope, &grant);
        let asked = scope.clone();
        let read = move |reader: &mut Reader<'_>| revisions::shared(&asked, reader, &of);
        let found = stage.campus.site.store.read::<_, StoreError, _>(&scope, read).await.unwrap();
        let open = |revision: &programmes::model::Revision| organisation::pages::text(&opener, &revision.body).unwrap();
        found.iter().filter(|revision| revision.place.shelf() == Shelf::Answers).map(open).collect()
    }

    /// Fills an exercise in as its own page shows it, and presses a button.
    pub async fn fill(&self, stage: &Stage, browser: &mut Browser, name: &str, fields: &[(&str, &str)]) -> Answer {
        let page = stage.campus.page(browser, &self.exercise(name)).await;
        self.send(stage, browser, (name, &page), fields).await
    }

    /// Sends the form of an exercise as a page showed it.
    pub async fn send(
        &self,
        stage: &Stage,
        browser: &mut Browser,
        (name, page): (&str, &str),
        fields: &[(&str, &str)],
    ) -> Answer {
        let mark = format!("<section class=\"exercise\" id=\"{name}\"");
        let shown: Vec<_> = ["hand", "from", "day", "reader"].map(|field| (field, hidden(page, &mark, field))).into();
        let mut sent: Vec<(&str, &str)> = shown.iter().map(|(field, value)| (*field, value.as_str())).collect();
        sent.retain(|(field, value)| !value.is_empty() && fields.iter().all(|(own, _)| own != field));
        sent.extend_from_slice(fields);
        stage.campus.post(browser, &self.exercise(name), &sent).await
    }
}
