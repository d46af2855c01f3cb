//! A story in which people fill every field that there is, each with a canary of its own.
//!
//! The name of a canary tells whose it is: `maria …` is held of the participant Maria and goes with her; `passing …`
//! was replaced, refused or declined, and is held nowhere from then on; `coach …` and `piet …` belong to others.

use kernel::{Archetype, PersonId};
use testkit::Canaries;
use troth::system::SystemRng;

use crate::{
    archive,
    world::{Browser, Campus, PASSWORD, address, links},
};

/// Who takes part, and where.
pub struct Story {
    pub canaries: Canaries,
    pub manager: Browser,
    pub coach: Browser,
    pub coach_name: String,
    pub maria: Browser,
    pub maria_id: PersonId,
    pub maria_email: String,
    pub maria_password: String,
    pub trajectory: String,
    pub people: Vec<PersonId>,
    /// The trajectory of coach and Piet, and a word in it.
    pub others: (String, String),
}

impl Story {
    fn plant(&mut self, field: &str) -> String {
        self.canaries.plant(field, &SystemRng)
    }

    /// What is held of Maria.
    pub fn hers(&self) -> Canaries {
        self.canaries.only(|field| field.starts_with("maria ") && field != REQUEST)
    }

    /// What the law keeps of her request after she is gone, by the statement's own period for requests: who asked, how she
    /// is reached, and her words.
    pub fn kept() -> Vec<String> {
        ["maria address", "maria name", REQUEST].map(str::to_owned).into()
    }

    /// What belongs to others.
    pub fn theirs(&self) -> Canaries {
        self.canaries.only(|field| field.starts_with("coach ") || field.starts_with("piet "))
    }
}

/// What Maria asks in the use of a right.
const REQUEST: &str = "maria request words";

/// Everything up to the eve of an end.
pub async fn tell(campus: &Campus) -> Story {
    let mut canaries = Canaries::new();
    let coach_name = canaries.plant("coach name", &SystemRng);
    let piet_name = canaries.plant("piet name", &SystemRng);
    let manager_id = campus.resident(&campus.site, "Mia Manager", Archetype::Manager).await;
    let coach_id = campus.resident(&campus.site, &coach_name, Archetype::Coach).await;
    let piet_id = campus.resident(&campus.site, &piet_name, Archetype::Participant).await;
    let manager = campus.sign_in(&campus.site, "Mia Manager").await;
    let coach = campus.sign_in(&campus.site, &coach_name).await;
    let maria_email = canaries.plant_address("maria address", &SystemRng);
    let mut story = Story {
        canaries,
        manager,
        coach,
        coach_name,
        maria: Browser::default(),
        maria_id: coach_id,
        maria_email,
        maria_password: String::new(),
        trajectory: String::new(),
        people: vec![manager_id, coach_id, piet_id],
        others: Default::default(),
    };
    strangers(campus, &mut story).await;
    arrival(campus, &mut story).await;
    let mut manager = story.manager.clone();
    story.trajectory = campus.link(&mut manager, coach_id, story.maria_id).await;
    dialogue(campus, &mut story).await;
    notes(campus, &mut story).await;
    plans(campus, &mut story).await;
    brought(campus, &mut story).await;
    let others = campus.link(&mut manager, coach_id, piet_id).await;
    let word = story.plant("piet message");
    campus.send(&mut story.coach, &others, &word, &[]).await;
    story.others = (others, word);
    let mut maria = story.maria.clone();
    let words = story.plant(REQUEST);
    campus.done(&mut maria, "/my-data/requests", &[("kind", "inspection"), ("words", &words)]).await;
    for path in ["/", "/my-data", "/my-data/file", "/my-data/deletion", "/profile"] {
        campus.page(&mut maria, path).await;
    }
    campus.run_jobs().await;
    story
}

/// People whom nobody knows, and one who declines.
async fn strangers(campus: &Campus, story: &mut Story) {
    let mut nobody = Browser::default();
    let (email, password) =
        (format!("{}@canary.example", story.plant("passing guess")), story.plant("passing guessed password"));
    let fields = [("email", email.as_str()), ("password", password.as_str()), ("next", "/people")];
    assert_eq!(campus.post(&mut nobody, "/sign-in", &fields).await.status, 422);
    campus.post(&mut nobody, "/sign-in/help", &[("email", &email)]).await;
    let odd = story.plant("passing odd address");
    assert_eq!(campus.post(&mut nobody, "/sign-in/help", &[("email", &odd)]).await.status, 422);
    // A list: looked at, then sent; who is on it declines.
    let (name, email, note) = (
        story.plant("passing listed name"),
        format!("{}@canary.example", story.plant("passing listed address")),
        story.plant("passing listed note"),
    );
    let list = format!("{name};{email};participant;nl\n{};;juggler;xx\n", story.plant("passing bad line"));
    let file = format!("{}.csv", story.plant("passing list file name"));
    let manager = &mut story.manager;
    let shown = campus
        .upload(manager, "/people/invitations/preview", &[("note", &note)], &[("file", &file, list.as_bytes())])
        .await;
    assert!(shown.status == 200 && shown.text().contains(&name), "{}", shown.text());
    campus.done(manager, "/people/invitations", &[("list", &list), ("note", &note)]).await;
    campus.run_jobs().await;
    let link = campus.mailed_link(&email);
    assert!(campus.page(&mut nobody, &link).await.contains(&note));
    campus.done(&mut nobody, &format!("{link}/refusal"), &[]).await;
    assert_eq!(campus.person(&email).await, None);
}

/// Maria is invited, comes, and corrects what is held about her.
async fn arrival(campus: &Campus, story: &mut Story) {
    let (first_name, note) = (story.plant("passing first name"), story.plant("maria invitation note"));
    let first_email = format!("{}@canary.example", story.plant("passing first address"));
    let odd = [("name", first_name.as_str()), ("email", "no address"), ("role", "participant"), ("note", &note)];
    assert_eq!(campus.post(&mut story.manager, "/people/invitation", &odd).await.status, 422);
    let fields = [
        ("name", first_name.as_str()),
        ("email", first_email.as_str()),
        ("role", "participant"),
        ("language", "en"),
        ("note", note.as_str()),
    ];
    campus.done(&mut story.manager, "/people/invitation", &fields).await;
    campus.run_jobs().await;
    let link = campus.mailed_link(&first_email);
    let mut maria = Browser::default();
    let page = campus.page(&mut maria, &link).await;
    assert!(page.contains(&note) && page.contains(&first_name));
    let first = story.plant("passing first password");
    assert_eq!(campus.done(&mut maria, &link, &[("password", &format!("{first}7"))]).await, "/welcome");
    story.maria_id = campus.person(&first_email).await.expect("she came");
    story.people.push(story.maria_id);
    let name = story.plant("maria name");
    let next = format!("{}7", story.plant("passing password"));
    campus.done(&mut maria, "/profile", &[("name", &name), ("language", "en")]).await;
    let fields = [("present", format!("{first}7")), ("password", next.clone())];
    let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
    campus.done(&mut maria, "/profile/password", &fields).await;
    let email = story.maria_email.clone();
    campus.run_jobs().await;
    let fields = [("email", email.as_str()), ("password", next.as_str())];
    campus.done(&mut maria, "/profile/address", &fields).await;
    campus.run_jobs().await;
    for address in [&email, &first_email] {
        let link = campus.mailed_link(address);
        assert_eq!(campus.post(&mut maria, &link, &[("do", "confirm")]).await.status, 200);
    }
    campus.run_jobs().await;
    let fields = [("name", name.as_str()), ("email", email.as_str()), ("language", "en")];
    campus.done(&mut story.manager, &format!("/people/{}", story.maria_id), &fields).await;
    story.maria = match maria.cookie {
        Some(_) => maria,
        None => campus.sign_in_with(&campus.site, &email, &next).await.expect("her new password"),
    };
    // Later she asks for one more, and does not confirm it.
    let wished = format!("{}@canary.example", story.plant("maria next address"));
    campus.done(&mut story.maria, "/profile/address", &[("email", &wished), ("password", &next)]).await;
    campus.set_up_second_step(&mut story.maria, &next).await;
    story.maria_password = next;
    // She is reached under the new address.
    campus.post(&mut Browser::default(), "/sign-in/help", &[("email", &email)]).await;
    campus.run_jobs().await;
    let reset = campus.mailed_link(&email);
    campus.page(&mut Browser::default(), &reset).await;
}

async fn dialogue(campus: &Campus, story: &mut Story) {
    let trajectory = story.trajectory.clone();
    let (mut maria, mut coach) = (story.maria.clone(), story.coach.clone());
    for (who, browser) in [("from her", &mut maria), ("from the coach", &mut coach)] {
        let text = story.plant(&format!("maria message {who}"));
        let (name, content) =
            (story.plant(&format!("maria file name {who}")), story.plant(&format!("maria file {who}")));
        let (file, content) = (format!("{name}.txt"), format!("Dear,\n{content}\n"));
        campus.send(browser, &trajectory, &text, &[(&file, &content)]).await;
        // A file that cannot be sent, and a draft that is replaced.
        let refused = format!("{}.exe", story.plant("passing refused file name"));
        let content = story.plant("passing refused file");
        let draft = story.plant("passing draft");
        let sent = [("files", refused.as_str(), content.as_bytes())];
        let path = format!("{trajectory}/messages");
        assert_eq!(campus.upload(browser, &path, &[("text", &draft)], &sent).await.status, 422);
        let draft = story.plant(&format!("maria draft {who}"));
        campus.post(browser, &format!("{trajectory}/draft"), &[("text", &draft)]).await;
        let page = campus.page(browser, &format!("{trajectory}/dialogue")).await;
        assert!(page.contains(&text) && page.contains(&name) && page.contains(&draft), "{page}");
        for file in links(&page, &format!("{trajectory}/attachments/"), "") {
            assert!(campus.page(browser, &file).await.contains("Dear"));
        }
    }
}

async fn notes(campus: &Campus, story: &mut Story) {
    let trajectory = story.trajectory.clone();
    let private = format!("{trajectory}/private-notes");
    let mut coach = story.coach.clone();
    let first = story.plant("passing private note");
    let note = campus.make(&mut coach, (&private, &[("text", &first)]), &private, (&format!("{private}/"), "")).await;
    let note = note.trim_end_matches("/removal").to_owned();
    let text = story.plant("maria private note");
    campus.done(&mut coach, &note, &[("text", &text)]).await;
    assert!(campus.page(&mut coach, &private).await.contains(&text));
    let shared = format!("{trajectory}/notes");
    let mut maria = story.maria.clone();
    for (who, browser) in [("hers", &mut maria), ("the coach's", &mut coach)] {
        let kept = story.plant(&format!("maria unshared note, {who}"));
        campus.done(browser, &shared, &[("text", &kept)]).await;
        let told = story.plant(&format!("maria shared note, {who}"));
        let sharing = campus.done(browser, &shared, &[("text", &told), ("share", "yes")]).await;
        campus.done(browser, &sharing, &[]).await;
        let page = campus.page(browser, &shared).await;
        assert!(page.contains(&kept) && page.contains(&told));
    }
    for (who, browser) in [("hers", &mut maria), ("the coach's", &mut coach)] {
        let page = campus.page(browser, &shared).await;
        let door = links(&page, &format!("{shared}/"), "/view").remove(0);
        let view = story.plant(&format!("passing view, {who}"));
        campus.done(browser, &door, &[("text", &view)]).await;
        let view = story.plant(&format!("maria view, {who}"));
        campus.done(browser, &door, &[("text", &view)]).await;
        assert!(campus.page(browser, &shared).await.contains(&view));
    }
}

async fn plans(campus: &Campus, story: &mut Story) {
    let trajectory = story.trajectory.clone();
    let goals = format!("{trajectory}/goals");
    let (mut maria, mut coach) = (story.maria.clone(), story.coach.clone());
    let goal = story.plant("maria goal");
    let tasks = (format!("{goals}/"), "/tasks");
    let add = campus.make(&mut coach, (&goals, &[("title", &goal)]), &goals, (&tasks.0, tasks.1)).await;
    let task = story.plant("maria task");
    campus.done(&mut maria, &add, &[("title", &task), ("doer", "participant")]).await;
    assert!(campus.page(&mut maria, "/").await.contains(&task));
    let appointments = format!("{trajectory}/appointments");
    let (title, place) = (story.plant("passing appointment title"), story.plant("passing appointment place"));
    let mut fields = [
        ("title", title),
        ("place", place),
        ("date", "2026-12-01".into()),
        ("from", "10:00".into()),
        ("until", "11:00".into()),
    ];
    let pairs: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let start = format!("{appointments}/");
    let file = campus.make(&mut coach, (&appointments, &pairs), &appointments, (&start, "/calendar")).await;
    fields[0].1 = story.plant("maria appointment title");
    fields[1].1 = story.plant("maria appointment place");
    let pairs: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    campus.done(&mut maria, file.trim_end_matches("/calendar"), &pairs).await;
    assert!(campus.page(&mut maria, "/").await.contains(&fields[0].1));
    registers(campus, story).await;
    // UC13, I6: nothing of it is in the file that goes into a calendar elsewhere.
    let calendar = campus.page(&mut maria, &file).await;
    assert_eq!(story.canaries.in_bytes(calendar.as_bytes()), []);
}

/// What her coach has about her on paper, and what she is told of a breach.
async fn registers(campus: &Campus, story: &mut Story) {
    let number = story.trajectory.trim_start_matches("/trajectories/").to_owned();
    let (name, what) = (story.plant("maria paper name"), story.plant("maria paper"));
    let fields = [
        ("name", name.as_str()),
        ("number", &number),
        ("what", &what),
        ("place", "cabinet 2"),
        ("period", "keep-dialogue-trajectory-ended"),
        ("from", "2026-11-01"),
    ];
    let paper = campus.make(&mut story.coach, ("/papers/recording", &fields), "/papers", ("/papers/", "")).await;
    assert!(campus.page(&mut story.maria.clone(), &paper).await.contains(&what));
    campus.resident(&campus.site, "Olga Overseer", Archetype::Officer).await;
    let mut officer = campus.sign_in(&campus.site, "Olga Overseer").await;
    let fields = [
        ("what", "A bag was lost."),
        ("on", "2026-11-22"),
        ("at", "09:30"),
        ("categories", "dialogue"),
        ("risk", "high"),
    ];
    let to = campus.done(&mut officer, "/breaches/recording", &fields).await;
    let breach = to.trim_end_matches("?done=recorded");
    let (whom, text) = (story.maria_id.to_string(), story.plant("maria breach notice"));
    campus.done(&mut officer, &format!("{breach}/people"), &[("whom", "number"), ("number", &whom)]).await;
    campus.done(&mut officer, &format!("{breach}/telling"), &[("text", &text)]).await;
    assert!(campus.page(&mut story.maria.clone(), "/my-data/notices").await.contains(&text));
}

/// Maria brings something along from elsewhere, after an archive that is none.
async fn brought(campus: &Campus, story: &mut Story) {
    let mut maria = story.maria.clone();
    let refused = archive::diary(&story.plant("passing brought entry"), &story.plant("passing brought file"), "a.txt");
    let answer = archive::show(campus, &campus.site, &mut maria, &refused[..refused.len() - 9]).await;
    assert_eq!(answer.status, 422);
    let (entry, picture) = (story.plant("maria brought entry"), story.plant("maria brought file"));
    let name = format!("{}.txt", story.plant("maria brought file name"));
    let parts = archive::bring(campus, &campus.site, &mut maria, &archive::diary(&entry, &picture, &name)).await;
    let page = campus.page(&mut maria, &parts[0]).await;
    assert!(page.contains(&entry) && page.contains(&name));
    let file = links(&page, "/my-data/brought-along/files/", "").remove(0);
    assert_eq!(campus.get(&mut maria, &file).await.text(), picture);
}

/// The coach signs in again.
pub async fn coach_again(campus: &Campus, story: &Story) -> Browser {
    campus.sign_in_with(&campus.site, &address(&story.coach_name), PASSWORD).await.expect("the coach stays")
}
