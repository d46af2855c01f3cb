//! Accounts through the front door: requests to the edge, a real store behind it, mails as they leave.
use crate::house::{House, inventory};
use jiff::SignedDuration;

const PASSWORD: &str = "Blue heron on 3 legs";

// UC3, UC13, UC22
#[tokio::test]
async fn an_invited_person_sees_who_asks_and_what_is_held_and_begins_with_a_password() {
    let house = House::new();
    let manager = house.manager().await;
    let link =
        house.invite(&manager, "Maria de Vries", "maria@example.org", "participant", "For our autumn group.").await;
    let mail = &house.outbox.mails()[0];
    for secret in ["Maria", "Ingrid", "autumn", "coachee"] {
        assert!(!mail.text().contains(secret) && !mail.subject().contains(secret), "{secret} stands in the mail");
    }
    for _ in 0..2 {
        let page = house.get(&link, "").await;
        assert_eq!(page.status, 200, "{}", page.body);
        for told in ["Ingrid Berg", "Maria de Vries", "maria@example.org", "Coachee", "For our autumn group."] {
            assert!(page.body.contains(told), "{told} is not told: {}", page.body);
        }
        assert_eq!(page.cookie, "");
    }
    let weak = house.post(&link, "", &[("password", "Password1")]).await;
    assert_eq!(weak.status, 422);
    assert!(weak.body.contains("guessed first"), "{}", weak.body);
    let begun = house.post(&link, "", &[("password", PASSWORD)]).await;
    assert_eq!((begun.status, begun.to.as_str()), (303, "/welcome"), "{}", begun.body);
    assert!(begun.cookie.starts_with("__Host-troth="));
    let welcome = house.get("/welcome", &begun.cookie).await;
    assert!(
        welcome.body.contains("Your rights") && welcome.body.contains("privacy@campus.example"),
        "{}",
        welcome.body
    );
    // The link works once.
    assert_eq!(house.get(&link, "").await.status, 410);
    assert_eq!(house.post(&link, "", &[("password", PASSWORD)]).await.status, 410);
    // A coachee is no manager, and managing looks absent.
    for path in ["/people", "/people/invitation"] {
        assert_eq!(house.get(path, &begun.cookie).await.status, 404, "{path}");
    }
    let people = house.get("/people", &manager).await;
    assert!(people.body.contains("Maria de Vries") && people.body.contains("Takes part since"), "{}", people.body);
}

#[tokio::test]
async fn a_declined_invitation_leaves_nothing_of_the_person() {
    let house = House::new();
    let manager = house.manager().await;
    let link = house.invite(&manager, "Maria de Vries", "maria@example.org", "participant", "").await;
    assert!(house.get(&format!("{link}/refusal"), "").await.body.contains("Decline and delete my data"));
    let answer = house.post(&format!("{link}/refusal"), "", &[]).await;
    assert_eq!((answer.status, answer.to.as_str()), (303, "/sign-in?done=declined"), "{}", answer.body);
    assert!(house.get(&answer.to, "").await.body.contains("You declined the invitation"));
    assert!(!house.get("/people", &manager).await.body.contains("Maria"));
    assert_eq!(house.get(&link, "").await.status, 410);
}

#[tokio::test]
async fn an_invitation_ends_after_its_days_and_can_be_sent_again_or_withdrawn() {
    let house = House::new();
    let manager = house.manager().await;
    let first = house.invite(&manager, "Maria de Vries", "maria@example.org", "coach", "").await;
    let people = house.get("/people?state=invited", &manager).await.body;
    let person = people
        .split("href=\"/people/")
        .find_map(|part| part.get(..36).filter(|id| id.contains('-') && id.len() == 36 && !id.contains('"')))
        .unwrap()
        .to_owned();
    house.clock.advance_days(15);
    assert_eq!(house.get(&first, "").await.status, 410);
    let sign_in = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    assert_eq!(house.get("/people", &manager).await.to, "/sign-in?next=/people", "the session was idle too long");
    let manager = house.post("/sign-in", "", &sign_in).await.cookie;
    let again = house.post(&format!("/people/{person}/invitation"), &manager, &[]).await;
    assert_eq!(again.status, 303, "{}", again.body);
    house.deliver().await;
    let second = house.link_to("maria@example.org");
    assert_ne!(first, second);
    assert_eq!(house.get(&second, "").await.status, 200);
    let page = house.get(&format!("/people/{person}/invitation-withdrawal"), &manager).await;
    assert!(page.body.contains("Withdraw the invitation of Maria de Vries?"), "{}", page.body);
    let withdrawn = house.post(&format!("/people/{person}/invitation-withdrawal"), &manager, &[]).await;
    assert_eq!(withdrawn.to, "/people?done=withdrawn", "{}", withdrawn.body);
    assert_eq!(house.get(&second, "").await.status, 410);
    assert_eq!(house.get(&format!("/people/{person}"), &manager).await.status, 404);
}

// S4
#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answers() {
    let house = House::new();
    house.manager().await;
    house.deliver().await;
    let before = house.outbox.mails().len();
    let known = house.post("/sign-in/help", "", &[("email", "Ingrid@Example.org")]).await;
    let unknown = house.post("/sign-in/help", "", &[("email", "nobody@example.org")]).await;
    assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
    house.deliver().await;
    assert_eq!(house.outbox.mails().len(), before + 1);
    let wrong = |email: &'static str| [("email", email), ("password", "Not the password 1")];
    let known = house.post("/sign-in", "", &wrong("ingrid@example.org")).await;
    let unknown = house.post("/sign-in", "", &wrong("nobody@example.org")).await;
    let same = known.without_chance().replace("ingrid@example.org", "nobody@example.org");
    assert_eq!((known.status, same), (422, unknown.without_chance()));
    assert_eq!(known.cookie, "");
}

// UC19, S8
#[tokio::test]
async fn guessing_is_slowed_down_for_known_and_unknown_addresses_alike_and_never_for_a_known_device() {
    let house = House::new();
    house.manager().await;
    let right = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    let known_device = house.post("/sign-in", "", &right).await.cookie;
    let device = known_device.split("; ").find(|cookie| cookie.starts_with("__Host-troth-device=")).unwrap().to_owned();
    let mut slow = Vec::new();
    for email in ["ingrid@example.org", "nobody@example.org"] {
        let guess = [("email", email), ("password", "Not the password 1")];
        for _ in 0..10 {
            assert_eq!(house.post("/sign-in", "", &guess).await.status, 422);
        }
        let answer = house.post("/sign-in", "", &guess).await;
        assert!(answer.body.contains("You can try again at 11:06"), "{}", answer.body);
        slow.push((answer.status, answer.without_chance().replace(email, "")));
    }
    assert_eq!(slow[0], slow[1]);
    assert_eq!(slow[0].0, 429);
    // Not even the right password is tried then, except on the device that the owner has used before.
    assert_eq!(house.post("/sign-in", "", &right).await.status, 429);
    assert_eq!(house.post("/sign-in", &device, &right).await.status, 303);
    let forged = device.replace(|c: char| c.is_ascii_digit(), "x");
    assert_eq!(house.post("/sign-in", &forged, &right).await.status, 429);
    // An attempt comes back, and with a new password by mail all of them.
    house.clock.advance(SignedDuration::from_mins(6));
    assert_eq!(house.post("/sign-in", "", &right).await.status, 303);
    for _ in 0..12 {
        house.post("/sign-in", "", &[("email", "ingrid@example.org"), ("password", "Not it 1")]).await;
    }
    house.post("/sign-in/help", "", &[("email", "ingrid@example.org")]).await;
    house.deliver().await;
    house.post(&house.link_to("ingrid@example.org"), "", &[("password", PASSWORD)]).await;
    let new = [("email", "ingrid@example.org"), ("password", PASSWORD)];
    assert_eq!(house.post("/sign-in", "", &new).await.status, 303);
}

// UC16, S6
#[tokio::test]
async fn a_long_password_counts_to_its_last_sign_and_one_that_is_too_long_is_refused() {
    let house = House::new();
    let manager = house.manager().await;
    let long = format!("{} 7", "A walk of herons".repeat(15));
    let change = |password: &str| [("present", "Seven green kites 7".to_owned()), ("password", password.to_owned())];
    let too_long = change(&format!("{long}{long}"));
    let too_long: Vec<_> = too_long.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = house.post("/profile/password", &manager, &too_long).await;
    assert!(refused.status == 422 && refused.body.contains("256"), "{}", refused.body);
    for own in ["Ingrid berg 7", "Campus.example 7"] {
        let answer = house.post("/profile/password", &manager, &[("present", "x"), ("password", own)]).await;
        assert!(
            answer.status == 422 && answer.body.contains("is guessed first. Please choose something else"),
            "{own}: {}",
            answer.body
        );
    }
    let fits = change(&long);
    let fits: Vec<_> = fits.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(house.post("/profile/password", &manager, &fits).await.status, 303);
    let cut = &long[..long.len() - 1];
    assert_eq!(house.post("/sign-in", "", &[("email", "ingrid@example.org"), ("password", cut)]).await.status, 422);
    assert_eq!(house.post("/sign-in", "", &[("email", "ingrid@example.org"), ("password", &long)]).await.status, 303);
}

// S5
#[tokio::test]
async fn one_sees_where_one_is_signed_in_and_ends_it_there_or_everywhere_else() {
    let house = House::new();
    let here = house.manager().await;
    let sign_in = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    let mut elsewhere = Vec::new();
    for _ in 0..3 {
        house.clock.advance(SignedDuration::from_mins(1));
        elsewhere.push(house.post("/sign-in", "", &sign_in).await.cookie);
    }
    let page = house.get("/profile/sessions", &here).await.body;
    assert_eq!(page.matches("Firefox, Linux").count(), 4, "{page}");
    assert_eq!(page.matches("This device").count(), 1);
    assert!(!page.contains("145"), "no version: {page}");
    let id = page.split("name=\"session\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    assert_eq!(house.post("/profile/sessions", &here, &[("session", id)]).await.to, "/profile/sessions?done=ended");
    let out = "/sign-in?next=/profile";
    assert_eq!(house.get("/profile", &elsewhere[2]).await.to, out, "the latest stands first");
    assert_eq!(house.get("/profile", &elsewhere[1]).await.status, 200);
    // Nobody else's session can be ended.
    let maria = house.invite(&here, "Maria de Vries", "maria@example.org", "participant", "").await;
    let maria = house.post(&maria, "", &[("password", PASSWORD)]).await.cookie;
    let page = house.get("/profile/sessions", &here).await.body;
    let id = page.split("name=\"session\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    house.post("/profile/sessions", &maria, &[("session", id)]).await;
    assert_eq!(house.get("/profile", &elsewhere[1]).await.status, 200);
    house.post("/profile/sessions", &here, &[("session", "others")]).await;
    assert_eq!(house.get("/profile", &elsewhere[1]).await.to, out);
    assert_eq!(house.get("/profile", &elsewhere[0]).await.to, out);
    assert_eq!(house.get("/profile", &here).await.status, 200);
    assert_eq!(house.get("/profile", &maria).await.status, 200);
}

#[tokio::test]
async fn a_session_says_when_it_ends_and_staying_prolongs_it() {
    let house = House::new();
    let manager = house.manager().await;
    house.clock.advance(SignedDuration::from_hours(11));
    house.clock.advance(SignedDuration::from_mins(57));
    let stayed = house.post("/profile/session", &manager, &[]).await;
    assert_eq!((stayed.status, stayed.body.as_str()), (200, "43200"));
    house.clock.advance(SignedDuration::from_hours(11));
    assert!(house.get("/profile", &manager).await.body.contains("data-left=\"43200\""));
    house.clock.advance(SignedDuration::from_hours(12));
    assert_eq!(house.get("/profile", &manager).await.to, "/sign-in?next=/profile");
    assert!(!house.get("/sign-in", "").await.body.contains("data-left"));
    // Used without a pause it ends after two weeks all the same.
    let sign_in = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    let manager = house.post("/sign-in", "", &sign_in).await.cookie;
    let mut lasted = 0;
    while house.get("/profile", &manager).await.status == 200 {
        house.clock.advance(SignedDuration::from_hours(6));
        lasted += 6;
    }
    assert_eq!(lasted, 14 * 24);
}

// UC16
#[tokio::test]
async fn a_new_password_by_link_ends_all_sessions_and_tells_the_owner() {
    let house = House::new();
    let manager = house.manager().await;
    house.post("/sign-in/help", "", &[("email", "ingrid@example.org")]).await;
    house.deliver().await;
    let link = house.link_to("ingrid@example.org");
    assert!(house.get(&link, "").await.body.contains("Choose a new password"));
    let changed = house.post(&link, "", &[("password", PASSWORD)]).await;
    assert_eq!(changed.to, "/sign-in?done=password", "{}", changed.body);
    assert_eq!(house.get("/people", &manager).await.to, "/sign-in?next=/people");
    assert_eq!(house.post(&link, "", &[("password", "Another heron on 4 legs")]).await.status, 410);
    house.deliver().await;
    assert!(house.outbox.mails()[0].subject().contains("was changed"));
    let old = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    assert_eq!(house.post("/sign-in", "", &old).await.status, 422);
    let new = [("email", "ingrid@example.org"), ("password", PASSWORD), ("next", "/people?state=left")];
    let signed_in = house.post("/sign-in", "", &new).await;
    assert_eq!((signed_in.status, signed_in.to.as_str()), (303, "/people?state=left&cookie=given"));
    let away = [("email", "ingrid@example.org"), ("password", PASSWORD), ("next", "//evil.example")];
    assert_eq!(house.post("/sign-in", "", &away).await.to, "/?cookie=given");
}

#[tokio::test]
async fn a_link_for_a_new_password_lasts_two_hours() {
    let house = House::new();
    house.manager().await;
    house.post("/sign-in/help", "", &[("email", "ingrid@example.org")]).await;
    house.deliver().await;
    let link = house.link_to("ingrid@example.org");
    house.clock.advance(SignedDuration::from_mins(119));
    assert_eq!(house.get(&link, "").await.status, 200);
    house.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(house.get(&link, "").await.status, 410);
}

#[tokio::test]
async fn a_session_ends_at_sign_out_when_idle_and_at_its_absolute_limit() {
    let house = House::new();
    let manager = house.manager().await;
    let sign_in = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    let other = house.post("/sign-in", "", &sign_in).await.cookie;
    assert_eq!(house.post("/sign-out", &other, &[]).await.to, "/sign-in?done=out");
    assert_eq!(house.get("/profile", &other).await.status, 303);
    assert_eq!(house.get("/profile", &manager).await.status, 200);
    // Used every ten hours it stays alive, until two weeks have passed.
    let mut hours = 0;
    while house.get("/profile", &manager).await.status == 200 {
        house.clock.advance(SignedDuration::from_hours(10));
        hours += 10;
        assert!(hours <= 14 * 24 + 10, "it never ends");
    }
    assert!(hours >= 14 * 24, "it ended after {hours} hours");
    let fresh = house.post("/sign-in", "", &sign_in).await.cookie;
    house.clock.advance(SignedDuration::from_hours(13));
    assert_eq!(house.get("/profile", &fresh).await.status, 303);
}

#[tokio::test]
async fn a_list_is_shown_before_anyone_is_invited_and_every_line_tells_its_faults() {
    let house = House::new();
    let manager = house.manager().await;
    let list = "Naam;E-mail;Rol;Taal\nBjörn Å;bjorn@example.org;coachee;Svenska\n\
                ;nobody;juggler;Klingon\nIngrid Berg;ingrid@example.org;coach;\n";
    let page = house.upload("/people/invitations/preview", &manager, "", list.as_bytes()).await;
    assert_eq!(page.status, 200, "{}", page.body);
    for told in [
        "The name is missing.",
        "“nobody” does not look like an e-mail address.",
        "We do not know the role “juggler”.",
        "We do not have the language “Klingon”.",
        "Someone with this address is here already.",
        "Invite 1 person",
        "One line is in order. 2 lines need your attention",
    ] {
        assert!(page.body.contains(told), "{told}: {}", page.body);
    }
    house.deliver().await;
    assert!(house.outbox.mails().is_empty(), "a preview invites nobody");
    let answer = house.post("/people/invitations", &manager, &[("list", list)]).await;
    assert_eq!(answer.to, "/people?done=list", "{}", answer.body);
    house.deliver().await;
    let mails = house.outbox.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to().as_str(), "bjorn@example.org");
    assert!(mails[0].text().starts_with("Hej!"), "in the person's language: {}", mails[0].text());
    let empty = house.upload("/people/invitations/preview", &manager, "  ", b"").await;
    assert_eq!(empty.status, 422);
    assert!(empty.body.contains("Paste a list or choose a file."));
    let heavy = house.upload("/people/invitations/preview", &manager, list, &vec![b';'; 1_200_000]).await;
    assert_eq!(heavy.status, 413);
    assert!(heavy.body.contains("This file is too large. It can be 1 MB at most."), "{}", heavy.body);
    assert!(heavy.body.contains("Björn Å;bjorn@example.org"), "the list that was typed is still there");
}

#[tokio::test]
async fn nothing_typed_is_lost_when_an_invitation_has_faults() {
    let house = House::new();
    let manager = house.manager().await;
    let fields = [("name", "Maria de Vries"), ("email", "maria"), ("role", "coach"), ("note", "Welcome <b>")];
    let page = house.post("/people/invitation", &manager, &fields).await;
    assert_eq!(page.status, 422);
    for kept in ["Maria de Vries", "value=\"maria\"", "value=\"coach\" selected", "Welcome &#60;b&#62;"] {
        assert!(page.body.contains(kept), "{kept}: {}", page.body);
    }
}

#[tokio::test]
async fn an_ended_agreement_signs_out_everywhere_and_nobody_ends_their_own() {
    let house = House::new();
    let manager = house.manager().await;
    let link = house.invite(&manager, "Coen Bakker", "coen@example.org", "coach", "").await;
    let coach = house.post(&link, "", &[("password", PASSWORD)]).await.cookie;
    let people = house.get("/people", &manager).await.body;
    let ids: Vec<String> = people
        .split("href=\"/people/")
        .filter_map(|part| part.get(..36).filter(|id| id.matches('-').count() == 4 && !id.contains('"')))
        .map(str::to_owned)
        .collect();
    let mut ended = 0;
    for id in &ids {
        let answer = house.post(&format!("/people/{id}/agreement-end"), &manager, &[]).await;
        ended += usize::from(answer.status == 303);
    }
    assert_eq!((ids.len(), ended), (2, 1), "one's own agreement stays");
    assert_eq!(house.get("/profile", &coach).await.status, 303);
    let sign_in = [("email", "coen@example.org"), ("password", PASSWORD)];
    assert_eq!(house.post("/sign-in", "", &sign_in).await.status, 422);
    let left = house.get("/people?state=left", &manager).await;
    assert!(left.body.contains("Coen Bakker") && left.body.contains("Left on 22 November 2026"), "{}", left.body);
}

// UC10
#[tokio::test]
async fn a_coachee_sees_all_that_is_held_and_deletes_the_account_with_the_password() {
    let house = House::new();
    let manager = house.manager().await;
    let link =
        house.invite(&manager, "Maria de Vries", "maria@example.org", "participant", "For our autumn group.").await;
    let maria = house.post(&link, "", &[("password", PASSWORD)]).await.cookie;
    let data = house.get("/my-data", &maria).await;
    assert_eq!(data.status, 200, "{}", data.body);
    let bundles: Vec<String> = data
        .body
        .split("href=\"/my-data/")
        .skip(1)
        .filter_map(|part| part.split('"').next().filter(|path| path.contains('?')))
        .map(|path| format!("/my-data/{}", path.replace("&#38;", "&")))
        .collect();
    assert!(bundles.len() >= 3, "{}", data.body);
    let mut opened = String::new();
    for bundle in &bundles {
        let page = house.get(bundle, &maria).await;
        assert_eq!(page.status, 200, "{bundle}: {}", page.body);
        opened.push_str(&page.body);
    }
    for told in
        ["Maria de Vries", "maria@example.org", "For our autumn group.", "Coachee", "English", "22 November 2026"]
    {
        assert!(opened.contains(told), "{told} is not shown: {opened}");
    }
    let others = house.get(&bundles[0], &manager).await;
    assert_eq!(others.status, 404, "nobody else's bundle opens");
    let file = house.get("/my-data/file", &maria).await;
    assert!(file.body.contains("maria@example.org") && !file.body.contains("Blue heron"), "{}", file.body);

    let preview = house.get("/my-data/deletion", &maria).await;
    assert!(preview.body.contains("Delete my account for good"), "{}", preview.body);
    let wrong = house.post("/my-data/deletion", &maria, &[("password", "Wrong heron 3")]).await;
    assert_eq!(wrong.status, 422);
    let gone = house.post("/my-data/deletion", &maria, &[("password", PASSWORD)]).await;
    assert!(gone.status == 303 && gone.to.starts_with("/receipts/"), "{} {}", gone.status, gone.body);
    let receipt = house.get(&gone.to, "").await;
    assert_eq!(receipt.status, 200, "{}", receipt.body);
    assert!(receipt.body.contains("This is gone") && receipt.body.contains("The profile"), "{}", receipt.body);
    assert!(!receipt.body.contains("Maria"));
    assert_eq!(house.get("/my-data", &maria).await.status, 303, "the session is gone");
    let sign_in = [("email", "maria@example.org"), ("password", PASSWORD)];
    assert_eq!(house.post("/sign-in", "", &sign_in).await.status, 422);
    assert!(!house.get("/people", &manager).await.body.contains("Maria"));
}

#[tokio::test]
async fn the_own_profile_and_password_can_be_changed_and_only_here_one_stays_signed_in() {
    let house = House::new();
    let manager = house.manager().await;
    let sign_in = [("email", "ingrid@example.org"), ("password", "Seven green kites 7")];
    let other = house.post("/sign-in", "", &sign_in).await.cookie;
    let saved = house.post("/profile", &manager, &[("name", "Ingrid Bergström"), ("language", "sv")]).await;
    assert_eq!(saved.to, "/profile?done=corrected", "{}", saved.body);
    let profile = house.get(&saved.to, &manager).await;
    assert!(
        profile.body.contains("Ingrid Bergström") && profile.body.contains("Din profil är sparad."),
        "{}",
        profile.body
    );
    let dutch = [("language", "nl"), ("back", "/people")];
    assert_eq!(house.post("/profile/language", &manager, &dutch).await.to, "/people");
    assert!(
        house.get("/my-data", &manager).await.body.contains("<html lang=\"nl\""),
        "the choice holds on the next page"
    );
    let unknown = [("language", "xx"), ("back", "/people")];
    assert_eq!(house.post("/profile/language", &manager, &unknown).await.status, 400);
    house.post("/profile/language", &manager, &[("language", "en"), ("back", "https://evil.example")]).await;
    assert_eq!(house.post("/profile/theme", &manager, &[("theme", "dark"), ("back", "/people")]).await.to, "/people");
    assert!(house.get("/people", &manager).await.body.contains("data-theme=\"dark\""));
    let wrong = [("present", "Not it 1"), ("password", PASSWORD)];
    assert_eq!(house.post("/profile/password", &manager, &wrong).await.status, 422);
    let right = [("present", "Seven green kites 7"), ("password", PASSWORD)];
    let changed = house.post("/profile/password", &manager, &right).await;
    assert_eq!(changed.to, "/profile?done=password", "{}", changed.body);
    assert_eq!(house.get("/profile", &changed.cookie).await.status, 200);
    assert_eq!(house.get("/profile", &manager).await.status, 303);
    assert_eq!(house.get("/profile", &other).await.status, 303);
}

#[tokio::test]
async fn every_page_speaks_every_language() {
    let house = House::new();
    let manager = house.manager().await;
    let link = house.invite(&manager, "Maria de Vries", "maria@example.org", "participant", "").await;
    for lang in ["en", "nl", "sv"] {
        let paths = ["/sign-in", "/sign-in/help", "/people", "/people/invitation", "/people/invitations", "/profile"];
        let others = ["/profile/password", "/my-data", "/my-data/deletion", "/welcome"];
        for path in paths.into_iter().chain(others) {
            let cookie = if path.starts_with("/sign-in") { "" } else { manager.as_str() };
            let page = house.get(&format!("{path}?lang={lang}"), cookie).await;
            assert_eq!(page.status, 200, "{path}: {}", page.body);
            assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{path} in {lang}");
        }
        assert!(house.get(&format!("{link}?lang={lang}"), "").await.body.contains(&format!("?lang={lang}")));
    }
}

#[test]
fn every_query_touches_only_what_its_actions_declare() {
    let faults = store::lineage::faults(&inventory()).unwrap();
    assert!(faults.is_empty(), "{faults:#?}");
}
