//! One's own passkeys: which there are, adding one, taking one away. Each change asks for the factors that there are, and
//! is told by mail.

use access::Resource;
use askama::Template;
use http::{At, Faults, Fields, Problem, axum::response::Response, see_other};
use kernel::{PersonId, id::Id as _, page::Seal};
use organisation::{Desk as _, Names, SealAsk, Visit, notify};
use statement::plan::Factor;
use store::{Opener, Reader};
use ui::Page;

use super::{
    super::{Failure, day, draw, draw_faulty, knock::Knock, me, person, said, with_news},
    app::shown_once,
    change::{Fault, change},
    prompt::Prompt,
};
use crate::{
    actions::PROFILE_SEE,
    browser,
    factors::{
        self,
        actions::{SECOND_CHANGE, SECOND_SEE},
        challenge::{self, Act},
        inventory::{ITEM, MAIL_SECOND_CHANGED},
        passkeys::{self, PasskeyId},
        store as steps,
        webauthn::Kept,
    },
    store::{people, sessions},
};

const OWN: &str = "/profile/passkeys";
/// How long a name may be.
const NAME: usize = 60;

/// A passkey as its owner sees it.
struct Listed {
    id: String,
    name: String,
    made: String,
    /// When it was last shown; empty when it never was.
    shown: String,
}

/// What a form needs to ask for the factors that there are.
pub(super) struct Asked {
    /// There is a code to type.
    pub(super) code: bool,
    /// The challenge for a passkey; empty when there is none.
    pub(super) challenge: String,
}

#[derive(Template)]
#[template(path = "accounts/passkeys.html")]
struct PasskeysPage {
    page: Page,
    faults: ui::Faults,
    passkeys: Vec<Listed>,
    /// What the new one is called until it is said otherwise.
    called: String,
    asked: Asked,
    /// Recovery codes that are left, where they are looked after on this page: there is no app.
    left: Option<i64>,
    is_full: bool,
    seal: Seal,
}

#[derive(Template)]
#[template(path = "accounts/passkey-new.html")]
struct NewPage {
    page: Page,
    name: String,
    prompt: Prompt,
}

#[derive(Template)]
#[template(path = "accounts/passkey-removal.html")]
struct RemovalPage {
    page: Page,
    faults: ui::Faults,
    passkey: Listed,
    asked: Asked,
    /// The role demands a second step, and this is the only one.
    stays: bool,
    /// What the way in is without it.
    after: &'static str,
}

/// What is known of one's own second step.
struct Own {
    passkeys: Vec<Listed>,
    kept: Vec<Kept>,
    app: bool,
    left: i64,
    email: String,
    demanded: bool,
    seal: Seal,
}

/// A passkey with what it is known by; `None` when its content is none.
fn opened(
    visit: &Visit,
    opener: &Opener,
    passkey: &passkeys::Passkey,
) -> Result<Option<(Listed, Kept)>, store::StoreError> {
    let Some(kept) = passkey.kept(opener)? else { return Ok(None) };
    let voice = visit.voice();
    let listed = Listed {
        id: passkey.id.to_string(),
        name: passkey.name(opener)?,
        made: day(visit, &voice, passkey.made_at),
        shown: passkey.shown_at().map(|at| day(visit, &voice, at)).unwrap_or_default(),
    };
    Ok(Some((listed, kept)))
}

async fn own(visit: &Visit) -> Result<Own, Problem> {
    if !factors::offers(&visit.site.plan, Factor::Passkey) {
        return Err(Problem::NotFound);
    }
    let me = me(visit)?;
    let about = Resource::person(me);
    let opener = visit.opener(&visit.decide(&SECOND_SEE, &about)?);
    let asker = visit.clone();
    let read = move |reader: &mut Reader<'_>| {
        let profile = person::open(&asker, reader, &PROFILE_SEE, me)?;
        let facts = people::folk(reader, &[me])?.facts;
        let mut found = Vec::new();
        for passkey in passkeys::of(reader, me)? {
            found.extend(opened(&asker, &opener, &passkey)?);
        }
        let (passkeys, kept) = found.into_iter().unzip();
        Ok(Own {
            passkeys,
            kept,
            app: steps::has_app(reader, &opener, me)?,
            left: steps::codes_left(reader, me)?,
            email: profile.email,
            demanded: factors::demanded(&asker.site.plan, profile.roles.iter().map(String::as_str)),
            seal: asker.seal(&SealAsk { item: ITEM, about: &about, names: &Names::of(facts), happened: &[] }),
        })
    };
    Ok(visit.site.store.read::<_, Failure, _>(&visit.scope, read).await?)
}

fn asked(visit: &Visit, knock: &Knock, me: PersonId, own: &Own) -> Asked {
    let challenge = || challenge::make(visit, &knock.hasher, Act::Confirm(me.uuid()));
    Asked { code: own.app || own.left > 0, challenge: (!own.kept.is_empty()).then(challenge).unwrap_or_default() }
}

fn titled(visit: &Visit, title: &str) -> Page {
    let voice = visit.voice();
    visit.page(voice.say(title)).crumb("/profile", voice.say("accounts-profile-title"))
}

async fn page(visit: &Visit, knock: &Knock, name: &str, faults: ui::Faults) -> Result<PasskeysPage, Problem> {
    let own = own(visit).await?;
    let news = [("added", "accounts-passkey-added"), ("removed", "accounts-passkey-removed")];
    let renews = !own.app && !own.kept.is_empty() && factors::offers(&visit.site.plan, Factor::RecoveryCodes);
    Ok(PasskeysPage {
        page: with_news(titled(visit, "accounts-passkeys-title"), visit, &news),
        faults,
        asked: asked(visit, knock, me(visit)?, &own),
        called: name.to_owned(),
        left: renews.then_some(own.left),
        is_full: own.passkeys.len() >= passkeys::MOST,
        passkeys: own.passkeys,
        seal: own.seal,
    })
}

/// `GET /profile/passkeys`
pub(in crate::pages) async fn show(visit: Visit, knock: Knock) -> Result<Response, Problem> {
    let name = passkeys::first_name(&visit.voice(), &browser::named(&knock.headers));
    draw(&page(&visit, &knock, &name, ui::Faults::none()).await?)
}

/// `POST /profile/passkeys`: with the factors that there are, to the page on which the passkey is made; or `do` says
/// that new recovery codes are made.
pub(in crate::pages) async fn begin(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    let own = own(&visit).await?;
    let (me, mut faults) = (me(&visit)?, Faults::none());
    let renews = fields.get("do") == "codes" && factors::offers(&visit.site.plan, Factor::RecoveryCodes);
    let name = fields.line("name", NAME, &mut faults);
    if !renews && !faults.is_empty() {
        return draw_faulty(&page(&visit, &knock, &name, said(&faults, &visit.voice())).await?);
    }
    let begun = change(&visit, &knock, (&fields, "code"), move |work, _, opener| match renews {
        true if !steps::has(work, opener, me)? => Err(Failure::Conflict),
        true => {
            notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")?;
            Ok(steps::recovery_anew(work, me)?)
        }
        false => Ok(Vec::new()),
    });
    match begun.await? {
        Err((field, word)) => {
            let faults = said(&Faults::one(field, word), &visit.voice());
            draw_faulty(&page(&visit, &knock, &name, faults).await?)
        }
        Ok(codes) if renews => shown_once(&visit, codes, OWN.to_owned()),
        Ok(_) => {
            let act = Act::Add(visit.member()?.session);
            let prompt = Prompt::of(&visit, &knock.hasher, act, (me, &own.email), &own.kept);
            draw(&NewPage { page: titled(&visit, "accounts-passkey-new-title"), name, prompt })
        }
    }
}

/// `POST /profile/passkeys/made`
pub(in crate::pages) async fn add(visit: Visit, knock: Knock, fields: Fields) -> Result<Response, Problem> {
    own(&visit).await?;
    let (me, here) = (me(&visit)?, visit.member()?.session);
    let grant = visit.decide(&SECOND_CHANGE, &Resource::person(me))?;
    let mut faults = Faults::none();
    let name = fields.line("name", NAME, &mut faults);
    let answer = challenge::answered(&visit, &knock.hasher, Act::Add(here), fields.get("passkey"));
    let Some((kept, challenged)) = answer.filter(|_| faults.is_empty()) else {
        let faults = said(&Faults::one("passkey", "accounts-passkey-not-made"), &visit.voice());
        return draw_faulty(&page(&visit, &knock, &name, faults).await?);
    };
    let (opener, plan) = (visit.opener(&grant), std::sync::Arc::clone(&visit.site.plan));
    let added = visit.site.store.write::<_, Failure, _>(&visit.scope, move |work| {
        let is_first = !steps::has(work, &opener, me)?;
        if !passkeys::add(work, &grant, me, (&kept, &name), challenged)? {
            return Err(Failure::LinkSpent);
        }
        sessions::second_shown(work, here, me)?;
        // They began without a second step.
        if is_first {
            sessions::end_others(work, here, me)?;
        }
        notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")?;
        Ok(steps::first_codes(work, &plan, me)?)
    });
    shown_once(&visit, added.await?, format!("{OWN}?done=added"))
}

async fn removal_page(
    visit: &Visit,
    knock: &Knock,
    id: PasskeyId,
    faults: Option<Fault>,
) -> Result<RemovalPage, Problem> {
    let mut own = own(visit).await?;
    let asked = asked(visit, knock, me(visit)?, &own);
    let is_last = !own.app && own.passkeys.len() == 1;
    let at = own.passkeys.iter().position(|passkey| passkey.id == id.to_string()).ok_or(Problem::NotFound)?;
    let faults = faults.map_or_else(Faults::none, |(field, word)| Faults::one(field, word));
    let page = titled(visit, "accounts-passkey-removal-title");
    Ok(RemovalPage {
        page: page.crumb(OWN, visit.voice().say("accounts-passkeys-title")),
        faults: said(&faults, &visit.voice()),
        passkey: own.passkeys.swap_remove(at),
        asked,
        stays: is_last && own.demanded,
        after: if is_last { "accounts-passkey-removal-last" } else { "accounts-passkey-removal-others" },
    })
}

/// `GET /profile/passkeys/{passkey}`
pub(in crate::pages) async fn removal(
    visit: Visit,
    At(passkey): At<PasskeyId>,
    knock: Knock,
) -> Result<Response, Problem> {
    draw(&removal_page(&visit, &knock, passkey, None).await?)
}

/// `POST /profile/passkeys/{passkey}`
pub(in crate::pages) async fn remove(
    visit: Visit,
    At(passkey): At<PasskeyId>,
    knock: Knock,
    fields: Fields,
) -> Result<Response, Problem> {
    // What is not one's own is not there, whatever is shown.
    if removal_page(&visit, &knock, passkey, None).await?.stays {
        return Err(Problem::Refused(None));
    }
    let (me, roles) = (me(&visit)?, visit.member()?.member.roles.clone());
    let demanded = factors::demanded(&visit.site.plan, roles.iter().map(|role| &*role.key));
    let removed = change(&visit, &knock, (&fields, "code"), move |work, _, opener| {
        passkeys::remove(work, me, passkey)?;
        if !steps::has(work, opener, me)? {
            if demanded {
                return Err(Failure::Conflict);
            }
            steps::remove_codes(work, me)?;
        }
        Ok(notify(work, me, MAIL_SECOND_CHANGED, "/sign-in/help")?)
    });
    match removed.await? {
        Ok(()) => Ok(see_other(&format!("{OWN}?done=removed"))),
        Err(fault) => draw_faulty(&removal_page(&visit, &knock, passkey, Some(fault)).await?),
    }
}
