accounts-nav-people = People
accounts-nav-my-data = My data

accounts-name = Name
accounts-name-purpose = The name that the others here will see.
accounts-own-name-purpose = This is how the people you work with here see you.
accounts-email = E-mail address
accounts-email-purpose = For the invitation and for mails that say that something waits. Nothing else.
accounts-language = Language
accounts-language-purpose = The language of the pages and mails. It can be changed later.
accounts-own-language-purpose = The language of your pages and mails.
accounts-role = Role
accounts-role-purpose = The role decides what someone can see and do.
accounts-role-manager = Manager
accounts-role-coach = Coach
accounts-role-participant = Participant
accounts-role-support = Support
accounts-role-technician = Technician
accounts-role-officer = Data protection officer
accounts-choose = Choose a role
accounts-state = Status
accounts-dates = Dates
accounts-line = Line
accounts-invited = Invited on
accounts-back = Go back

accounts-state-invited = Invited
accounts-state-active = Takes part
accounts-state-left = Left
accounts-invited-on = Invited on { $date }
accounts-active-since = Takes part since { $date }
accounts-left-on = Left on { $date }

accounts-sign-in-title = Sign in
accounts-sign-in = Sign in
accounts-sign-in-wrong = This address and password do not belong together. Please check both.
accounts-sign-in-slow = There were many attempts with this address. You can try again at { $time }. At once you can: from a device on which you signed in before, or with a new password by mail.
accounts-forgot = I forgot my password
accounts-cookie-line = When you sign in, we set one cookie that keeps you signed in. There are no others.
accounts-signed-out = You are signed out.
accounts-password-changed = Your new password is in place. You can sign in with it now.
accounts-declined = You declined the invitation. We have deleted what we held about you.
accounts-back-to-sign-in = Back to signing in

accounts-reset-title = Choose a new password
accounts-reset-lead = Give your e-mail address. We send you a link with which you can choose a new password.
accounts-reset-button = Send me a link
accounts-reset-sent-title = Look in your mailbox
accounts-reset-sent-lead = If we know this address, a mail is on its way. The link in it works once and only for a short time.
accounts-reset-sent-way = No mail after a few minutes? Look among the unwanted mail, and check whether you typed the right address.

accounts-password = Password
accounts-password-new = Your new password
accounts-password-present = Your present password
accounts-password-rule = At least { $min } characters. A few words in a row are easy to remember and hard to guess.
accounts-password-rule-digit = At least { $min } characters, with a digit. A few words in a row are easy to remember and hard to guess.
accounts-password-rule-capital = At least { $min } characters, with a capital letter. A few words in a row are easy to remember and hard to guess.
accounts-password-rule-both = At least { $min } characters, with a digit and a capital letter. A few words in a row are easy to remember and hard to guess.
accounts-password-short = Use at least { $most } characters.
accounts-password-no-digit = Put at least one digit in it.
accounts-password-no-capital = Put at least one capital letter in it.
accounts-password-common = Many people use this password, so it is guessed first. Please choose another.
accounts-password-own = Your own name, your address or our name is guessed first. Please choose something else.
accounts-password-wrong = This is not your present password.
accounts-password-slow = There were many attempts. Please wait a few minutes, then try again.

accounts-new-password-title = Choose a new password
accounts-new-password-lead = After this you are signed out everywhere, and you can sign in with the new password. The link works once.
accounts-new-password-button = Save my new password
accounts-change-password-title = Change your password
accounts-change-password-lead = You stay signed in here. Everywhere else you are signed out, and we send you a mail that your password was changed.
accounts-change-password-button = Change my password
accounts-change-password-link = Change your password

accounts-invitation-title = { $organisation } invites you
accounts-invitation-by = { $name } of { $organisation } invites you and gave us your name and address, so that you can take part.
accounts-invitation-from = { $organisation } invites you to take part.
accounts-invitation-held-title = What we hold about you now
accounts-invitation-held = Only what was needed to invite you:
accounts-invitation-ends = You can answer until { $date }.
accounts-read-privacy = Read how we treat your data
accounts-invitation-yes-title = Do you want to take part?
accounts-invitation-button = Yes, take part
accounts-invitation-no-title = Rather not?
accounts-invitation-no = Then we delete what we hold about you.
accounts-invitation-no-link = Decline the invitation
accounts-refusal-title = Decline the invitation
accounts-refusal-lead = We delete your name, your address and everything else that we hold about you, at once. The one who invited you sees only that you are no longer on the list.
accounts-refusal-button = Decline and delete my data

accounts-welcome-title = Welcome to { $organisation }
accounts-welcome-lead = Before you start: your data is yours. This is what you can do at any time.
accounts-welcome-rights = Your rights
accounts-welcome-see = See everything that we hold about you, and when it goes
accounts-welcome-correct = Correct your name and language
accounts-welcome-take = Take everything along as a file
accounts-welcome-delete = Delete your account and all that goes with it
accounts-welcome-ask = Ask us to correct something else, to stop using something, or anything you want to know: { $contact }
accounts-welcome-officer = Ask our data protection officer, who does not take orders from us: { $contact }
accounts-welcome-complain = Complain to the data protection authority, without asking us first
accounts-welcome-seal-title = The seal
accounts-welcome-seal = Beside everything personal stands a line like this one. It says who can read it and when it goes. Open it to see why we hold it.
accounts-welcome-sign-in-title = Signing in
accounts-welcome-password = Use a password that you use nowhere else. We store only a code made of it, and we never mail it or ask for it.
accounts-welcome-device = You stay signed in on this device for a while. Does somebody else use it too? Then sign out when you are done.
accounts-welcome-mails = Our mails only say that something waits for you. What it is, you see only here.
accounts-welcome-button = Start

accounts-people-title = People
accounts-people-tabs = Who is shown
accounts-tab-all = All ({ $count })
accounts-tab-active = Take part ({ $count })
accounts-tab-invited = Invited ({ $count })
accounts-tab-left = Left ({ $count })
accounts-people-none = Here you will see everyone who takes part. Begin by inviting someone.
accounts-people-none-so = There is no one here now.
accounts-invite-one = Invite someone
accounts-invite-many = Invite a list
accounts-page-before = Previous page
accounts-page-after = Next page
accounts-done-invited = The invitation is on its way.
accounts-done-list = The invitations are on their way.
accounts-done-withdrawn = The invitation is withdrawn, and what we held about this person is deleted.
accounts-done-corrected = The profile is corrected.
accounts-done-again = A new invitation is on its way. The earlier link no longer works.
accounts-done-ended = The agreement has ended.
accounts-done-profile = Your profile is saved.
accounts-done-password = Your password is changed.

accounts-invite-title = Invite someone
accounts-invite-lead = The person gets a mail with a link, sees who invites and what we hold, and says yes or no. Whoever says no is deleted at once.
accounts-invite-button = Send the invitation
accounts-note = A few words with it
accounts-note-purpose = Shown on the page of the invitation, never in the mail. Write nothing confidential here.
accounts-email-known = Someone with this address is here already.
accounts-email-taken = Someone else has this address.

accounts-list-title = Invite a list
accounts-list-lead = One person on each line: name, e-mail address, role and language. Copy it from a spreadsheet, or choose a file. Before anything is sent, you see what we understood.
accounts-list-example =
    Name, E-mail, Role, Language
    Maria de Vries, maria@example.org, { $role }, English
accounts-list-roles = The roles are: { $roles }. You can leave the language out.
accounts-list-field = The list
accounts-list-purpose = Commas, semicolons or tabs between the parts.
accounts-list-file = Or the list as a file
accounts-list-file-purpose = A CSV file, as every spreadsheet can save it. If you choose one, it takes the place of the list above.
accounts-list-check = Check the list
accounts-list-preview = This is what we understood
accounts-list-change = Change the list
accounts-list-summary = { $good ->
    [0] No line can be used yet.
    [one] One line is in order.
   *[other] { $good } lines are in order.
} { $bad ->
    [0] Nothing needs your attention.
    [one] One line needs your attention; nobody on it is invited.
   *[other] { $bad } lines need your attention; nobody on them is invited.
}
accounts-list-button = { $count ->
    [one] Invite 1 person
   *[other] Invite { $count } people
}
accounts-list-empty = Paste a list or choose a file.
accounts-list-long = Use at most { $most } lines at a time.
accounts-list-no-name = The name is missing.
accounts-list-long-name = The name is too long.
accounts-list-no-email = The e-mail address is missing.
accounts-list-bad-email = “{ $cell }” does not look like an e-mail address.
accounts-list-twice = “{ $cell }” stands on the list twice.
accounts-list-no-role = The role is missing.
accounts-list-bad-role = We do not know the role “{ $cell }”.
accounts-list-bad-language = We do not have the language “{ $cell }”.

accounts-person-steps = What you can do
accounts-person-correct = Correct the profile
accounts-correct-button = Save the profile
accounts-again-lead = No answer yet? Send the invitation again, with a new link.
accounts-again-button = Invite again
accounts-withdraw-link = Withdraw the invitation
accounts-withdraw-title = Withdraw the invitation of { $name }
accounts-withdraw-question = Withdraw the invitation of { $name }?
accounts-withdraw-lead = The link in the mail stops working at once.
accounts-withdraw-goes = Name, address and everything else that we hold about { $name }
accounts-withdraw-stays = A line in the ledger that something was deleted, without a name
accounts-withdraw-button = Withdraw and delete
accounts-end-link = End the agreement
accounts-end-title = End the agreement with { $name }
accounts-end-question = End the agreement with { $name }?
accounts-end-lead = This cannot be undone here. From now on { $name } cannot sign in any more.
accounts-end-goes = Signing in, on every device, at once
accounts-end-stays = What we hold about { $name }, until the dates in the privacy statement. Those dates begin to run today.
accounts-end-button = End the agreement

accounts-profile-title = My account
accounts-profile-button = Save my profile
accounts-own-email = Change my address
accounts-own-password = If you change it, you are signed out everywhere else.
accounts-rights-link = Read again what your rights are

accounts-my-data-title = My data
accounts-my-data-lead = This is everything that we hold about you. Each bar ends on the day on which it goes. Open one to see what is in it.
accounts-my-data-timeline = What we hold about you, and until when
accounts-held-title = Something of yours is kept longer
accounts-held-lead = The law lets us keep some of this past its date for a while, for a claim at law, an investigation or a court. Until then it cannot be deleted, and it goes by itself after that. If you have questions or disagree, write to { $contact }.
accounts-held-until = until { $date }
accounts-my-data-ways = What you can do
accounts-my-data-looks = See who looked
accounts-my-data-recipients = Who received my data
accounts-my-data-openings = What was opened to mend a problem
accounts-my-data-correct = Correct your name and language
accounts-my-data-take = Take it along: download everything as a file
accounts-my-data-bring = Bring along what you took from another organisation
accounts-my-data-delete = Delete your account
accounts-my-data-ask = For everything else, ask us: { $contact }
accounts-my-data-requests = Ask us for anything else
accounts-my-data-alternatives = Ask for another way to take part
accounts-bundle-since = { $name }, since { $date }
accounts-bundle-place = Open it where it belongs
accounts-bundle-hidden = Some of this cannot be shown to you: the code of your password, or what a coach wrote to prepare. It goes on the same day.

accounts-deletion-title = Delete my account
accounts-deletion-question = What goes and what stays
accounts-deletion-lead = This happens at once and cannot be undone. We cannot bring it back for you, not even from a backup.
accounts-deletion-password = So that nobody else can delete it.
accounts-deletion-button = Delete my account for good
accounts-deletion-ask = Your account ends with your agreement, so you cannot delete it by yourself. Ask us: { $contact }
accounts-deletion-rows = { $count ->
    [one] (one entry)
   *[other] ({ $count } entries)
}
accounts-stays-others = It belongs to someone else as well.
accounts-stays-law = The law makes us keep it.
accounts-stays-hold = A legal hold keeps it for now.
accounts-stays-until = It goes on { $date } at the latest.

accounts-receipt-title = Receipt
accounts-receipt-erasure = This is the proof that { $organisation } has deleted what stands here, because the person asked for it.
accounts-receipt-retention = This is the proof that { $organisation } has deleted what stands here, because its time was over.
accounts-receipt-went = This is gone
accounts-receipt-stays = This stays
accounts-receipt-at = When
accounts-receipt-number = Number of the receipt
accounts-receipt-ledger = Proof in the ledger
accounts-receipt-keep = Keep the address of this page if you want to come back to it. There is no other way to find it, because your name is not in it.
accounts-receipt-file = Download this receipt, with what proves it
accounts-receipt-check = Download the page that checks it, without us

accounts-mail-invitation-subject = An invitation from { $organisation }
accounts-mail-invitation-body =
    { $organisation } invites you to take part. Someone there gave us your address for this.

    Open the link to see who invites you, what for, and what we hold about you. You can say yes or no. If you say no, we delete your data at once.
accounts-mail-invitation-link = See the invitation
accounts-mail-reset-subject = Choose a new password at { $organisation }
accounts-mail-reset-body =
    Someone asked for a new password for your account, most likely you.

    The link works once and for a short time. Was it not you? Then you need not do anything.
accounts-mail-reset-link = Choose a new password
accounts-mail-password-changed-subject = Your password at { $organisation } was changed
accounts-mail-password-changed-body =
    Your password was changed just now.

    Was it not you? Then choose a new one at once.
accounts-mail-password-changed-link = It was not me

accounts-item-person-name = Name
accounts-item-person-email = E-mail address
accounts-item-person-age = Age
accounts-item-person-language = Language
accounts-item-person-role = Role
accounts-item-person-states = Date
accounts-item-sign-in-password = Password
accounts-item-sign-in-session = Session
accounts-item-sign-in-link = Link
accounts-item-invitation-note = Words with the invitation
accounts-item-trajectory-dates = Date
accounts-item-message-body = Message
accounts-item-message-times = Moment
accounts-item-attachment-name = File
accounts-item-attachment-file = File
accounts-item-draft-body = Draft
accounts-item-private-note-body = Private note
accounts-item-shared-note-body = Shared note
accounts-item-note-view-body = View beside a note
accounts-item-goal-title = Goal
accounts-item-goal-state = State of the goal
accounts-item-task-title = Task
accounts-item-task-state = State of the task
accounts-item-appointment-title = Appointment
accounts-item-appointment-place = Place
accounts-item-appointment-time = Time
accounts-column-invited-at = Invited
accounts-column-accepted-at = Took part from
accounts-column-left-at = Left
accounts-column-sent-at = Sent
accounts-column-began-at = Began
accounts-column-seen-at = Last used
accounts-column-ends-at = Ends
accounts-column-made-at = Made
accounts-column-began = Began
accounts-column-ended = Ended
accounts-column-sent = Sent
accounts-column-seen = Seen
accounts-column-written = Written
accounts-column-changed = Changed
accounts-column-shared = Shared
accounts-column-set-at = Set
accounts-column-said-at = Said on
accounts-column-reached = Reached
accounts-column-done = Done
accounts-column-begins = Begins
accounts-column-ends = Ends
accounts-column-cancelled = Called off
accounts-column-media-type = Kind of file
accounts-column-size = Size in bytes
accounts-item-restriction-since = Frozen since
accounts-item-restriction-reason = Why you froze your data
accounts-item-undertaking-acceptance = Promise
accounts-item-alternative-words = What was written
accounts-item-alternative-term = How far it is
accounts-column-clause = Clause
accounts-column-version = Version of the statement
accounts-column-promised-at = Accepted
accounts-item-paper-whose = Name on the paper
accounts-item-paper-what = Paper
accounts-item-paper-place = Where it lies
accounts-item-paper-dates = Date
accounts-item-paper-shredder = Shredded by
accounts-item-breach-notice = What we told you
accounts-column-recorded-at = Written down
accounts-column-due = Shred by
accounts-column-shredded-on = Shredded on
accounts-item-coach-leave = Away from
accounts-item-diary-entry = Diary entry
accounts-item-disclosure-reason = Why it was given
accounts-item-disclosure-recipient = Who received it
accounts-item-enrolment-programme = Programme
accounts-item-enrolment-progress = How far you are
accounts-item-enrolment-warning = May have meant danger
accounts-item-exercise-answer = Answer
accounts-item-exercise-times = Moment
accounts-item-handed-in-file = File
accounts-item-handed-in-name = File name
accounts-item-hold-reason = Why it is kept
accounts-item-mood-value = Mood
accounts-item-request-address = Address
accounts-item-request-name = Name
accounts-item-request-words = Words of the request
accounts-item-response-body = Your coach’s answer
accounts-item-response-times = Moment
accounts-item-text-block-body = Own text
accounts-column-added = Added
accounts-column-asked = A colleague asked for
accounts-column-day = Day
accounts-column-device-since = Your devices can keep what is unsent since
accounts-column-exercise = Exercise
accounts-column-finished = Finished
accounts-column-moved = Result moved
accounts-column-objected = Objected
accounts-column-opened = Open since
accounts-column-opens = The next step opens on
accounts-column-passes = Another coach from
accounts-column-reminded = Reminded on
accounts-column-replaced = Replaced
accounts-column-step = Step
accounts-column-told = Told
accounts-column-until = Until
accounts-column-wrote = Last written on
accounts-item-amendment-choice = Your choice
accounts-item-breach-account = What happened
accounts-item-breach-course = Course of the incident
accounts-item-break-glass-reason = Why it was opened
accounts-item-break-glass-term = Opened in an emergency
accounts-item-brought-along-entry = Brought along
accounts-item-brought-along-file = File
accounts-item-brought-along-heading = Brought along
accounts-item-brought-along-name = File name
accounts-item-disclosure-term = Given to others
accounts-item-duty-note = Note
accounts-item-hold-term = Kept longer
accounts-item-person-mail-returned = Mail came back
accounts-item-request-step = Step of the request
accounts-item-request-term = Course of the request
accounts-item-sign-in-factor = Second step
accounts-item-sign-in-phone = Telephone number
accounts-item-sign-in-renewal = New second step
accounts-column-asked-at = Asked
accounts-column-brought-at = Brought along
accounts-column-channel = By which way
accounts-column-closed-at = Closed
accounts-column-due-at = To be answered by
accounts-column-extended-at = Extended
accounts-column-ground = Ground
accounts-column-identity = How it was known who asked
accounts-column-kind = Kind
accounts-column-laid-at = Since
accounts-column-outcome = Outcome
accounts-column-received-at = Received
accounts-column-released-at = Until
accounts-column-returned-at = Came back
accounts-my-data-freeze = Freeze what is held about you
accounts-my-data-thaw = See that your data is frozen, and release it
accounts-restriction-title = Freeze your data
accounts-restriction-lead = You can ask us to keep your data and to do nothing else with it: because something in it is wrong, because you object to its use, or because you need it later. You do not have to say why.
accounts-restriction-means = What happens when you freeze your data
accounts-restriction-means-you = You still see everything, and you can take it along or delete it at any time.
accounts-restriction-means-others = Nobody writes in your conversations, and others cannot read what is yours. They only see that it is paused, not why.
accounts-restriction-means-dates = Nothing is deleted when its date comes, and no mails go out about what is in it.
accounts-restriction-means-rights = It stays so until you release your data.
accounts-restriction-reason = Why
accounts-restriction-reason-purpose = Only you can read this.
accounts-restriction-reason-given = The reason that you gave
accounts-restriction-button = Freeze my data
accounts-restriction-since = Your data is frozen since { $moment }.
accounts-restriction-lifting = When you release your data
accounts-restriction-lifting-others = Those who could read and write before can do so again, and mails go out again.
accounts-restriction-lifting-dates = What has reached its date in the meantime is deleted in the next night.
accounts-restriction-lifting-reason = The reason that you gave is deleted. That you froze and released your data stays noted in the ledger of rights, without a name.
accounts-restriction-lift = Release my data
accounts-done-frozen = Done. Your data is frozen.
accounts-done-lifted = Done. Your data is in use again.
accounts-stays-restricted = Somebody else who is concerned has frozen it. It goes when that ends.
accounts-deletion-but-contact-title = Delete all but my contact details
accounts-deletion-but-contact-password = So that nobody else can delete it. You will be signed out; if you come back, ask for a new password.
accounts-deletion-but-contact-button = Delete all but my contact details
accounts-deletion-but-contact-link = Delete everything except my contact details instead
accounts-deletion-everything-link = Delete everything instead, my contact details too
accounts-stays-wished = You wish to keep it, so that we can still reach you.
accounts-my-data-complain = Object to a use of your data, or complain
accounts-complaint-title = Object or complain
accounts-complaint-lead = If something about your data is not right, say so. It costs nothing, and nobody may hold it against you.
accounts-complaint-object = Object to a use
accounts-complaint-object-how = Write to the address below which use you object to, and why. You can freeze your data at once, so that nothing more is done with it while you wait for the answer.
accounts-complaint-object-here = Ask us, and say which use you object to, and why. You can freeze your data at once, so that nothing more is done with it while you wait for the answer.
accounts-history-title = What was done with your rights
accounts-history-frozen = You froze your data
accounts-history-released = You released your data
accounts-history-correction = Your name, language or address was corrected
accounts-history-erasure = Something was deleted at your wish
accounts-history-retention = Something was deleted because its time was over
accounts-history-paper = Paper about you was shredded
accounts-history-told = By the privacy statement these details also go to { $names }. Ask us if you want them to hear of a correction.
accounts-breach-title = Something happened with your data
accounts-breach-link = Read what happened, and what you can do
accounts-my-data-consents = What I agreed to
accounts-my-data-programmes = What I agreed to in my programmes
accounts-complaint-mailings = Mailings
accounts-complaint-mailings-how = With this button all mailings to you stop, at once and without a reason.
accounts-complaint-mailings-stop = Stop all mailings
accounts-complaint-other-uses = Everything else
accounts-history-consent = You gave a consent
accounts-history-withdrawal = You withdrew a consent
accounts-item-consent-answer = Consent
accounts-item-mailing-link = Link of a mailing
accounts-item-mailing-text = Mailing
accounts-column-given-at = Given
accounts-column-withdrawn-at = Withdrawn
accounts-column-used-at = Used

accounts-sessions-title = Where you are signed in
accounts-sessions-lead = These are the devices on which you are signed in. Is one of them not yours? End it there, and change your password.
accounts-sessions-link = See where you are signed in
accounts-sessions-unknown = A device that does not say what it is
accounts-sessions-here = This device
accounts-sessions-began = Signed in
accounts-sessions-seen = Last used
accounts-sessions-end = Sign out there
accounts-sessions-end-others = Sign out everywhere but here
accounts-sessions-ended = You are signed out there.
accounts-sessions-tried = Did somebody try to sign in as you, with a wrong password or a wrong second step? That is written down, too.
accounts-sessions-tried-link = See who looked and who tried
accounts-sessions-place = We do not look up where a device is. That is why no place stands here.

accounts-second-title = App for codes
accounts-second-what = A password can be guessed or copied. With a second step, knowing your password is not enough: signing in also asks for a code from an app on your phone.
accounts-second-link = App for codes
accounts-second-lead = That was right. Now your second step.
accounts-second-code = Code
accounts-second-code-purpose = The six digits that your app shows, or one of your recovery codes.
accounts-second-wrong = This code is not right, or was used before. Wait for the next one and type that.
accounts-second-slow = There were many attempts. You can try again at { $time }.
accounts-second-lost = No phone and no recovery codes? Then ask your organisation.
accounts-second-app = App
accounts-second-since = set up on { $date }
accounts-second-change = Change it
accounts-second-remove = Take the app away
accounts-second-removed = The app is taken away.
accounts-second-stays = Your role asks for a second step, so it cannot be taken away.
accounts-second-app-title = Set up your second step
accounts-second-demanded = You sign in with a second step from now on. You set it up here, once.
accounts-second-app-install = Install an app for codes, if you have none: for instance Aegis, FreeOTP or the password app of your phone.
accounts-second-app-scan = Let the app read this picture.
accounts-second-app-picture = The secret for your app, as a picture. The same stands below in letters.
accounts-second-app-letters = Or type these letters into it:
accounts-second-app-type = Type the code that the app shows now.
accounts-second-app-button = Set it up
accounts-recovery-title = Recovery codes
accounts-recovery-lead = Have you lost your phone? Then one of these codes takes its place. Each works once.
accounts-recovery-keep = You see them only now. Keep them where your phone is not: on paper, or in a password app.
accounts-recovery-file = Save as a file
accounts-recovery-done = I have kept them
accounts-recovery-anew = Make new recovery codes
accounts-recovery-left =
    { $count ->
        [one] { $count } is left
       *[other] { $count } are left
    }
accounts-mail-second-changed-subject = The second step of your account at { $organisation } was changed
accounts-mail-second-changed-body =
    The second step at signing in was changed just now: a passkey, the app for codes, the number for text messages, or the recovery codes.

    Was it not you? Then choose a new password at once, and tell us.
accounts-mail-second-changed-link = It was not me
accounts-welcome-second = You can add a second step, so that a password alone does not let anybody in

accounts-second-step = Second step
accounts-second-app-codes = App for codes
accounts-second-set-up = The app is set up.
accounts-sms-title = Codes by text message
accounts-sms-what = When your app or your passkey is not at hand, we can send you a code by text message.
accounts-sms-warning = A text message can be intercepted, and somebody can talk your provider into giving them your number. An app or a passkey is safer. Use those when you can.
accounts-sms-first = Set up a passkey or an app for codes first. A text message is only for when they are not at hand.
accounts-sms-number = Your number
accounts-sms-number-purpose = With the country in front, such as +31 6 1234 5678. We use it for these codes and for nothing else.
accounts-sms-no-number = Write the number with its country in front, such as +31 6 1234 5678.
accounts-sms-add = Send a code to this number
accounts-sms-since = It ends in { $ending }, confirmed on { $date }
accounts-sms-confirm-lead = We have sent a code to this number. Type it here within ten minutes: then the number counts.
accounts-sms-confirm = Confirm the number
accounts-sms-wrong = This code is not right, or too old. After a few tries you need a new one.
accounts-sms-often = Enough messages were sent for now. Wait a while, or use your app, a passkey or a recovery code.
accounts-sms-remove = Take the number away
accounts-sms-added = The number is confirmed.
accounts-sms-removed = The number is taken away.
accounts-sms-send = Send me a code by text message
accounts-sms-sent = We have sent a code to your number that ends in { $ending }. It is good for ten minutes, and on this page only.
accounts-recovery-instead = Or a recovery code
accounts-passkey = Passkey
accounts-passkeys-title = Passkeys
accounts-passkey-what = A passkey is a key that your device or your password app keeps for you. You open it with your finger, your face or the PIN of the device. It works on this site only, so nobody can talk you out of it on a false page.
accounts-passkeys-none = You have no passkey yet.
accounts-passkeys-full = You have as many passkeys as there can be. Take one away to add another.
accounts-passkey-made = Added
accounts-passkey-used = Last used
accounts-passkey-unused = Not yet
accounts-passkey-remove = Take this passkey away
accounts-passkey-add-title = Add a passkey
accounts-passkey-name = Name of the passkey
accounts-passkey-name-purpose = So that you know it again later.
accounts-passkey-add = Go on
accounts-passkey-confirm = Show a passkey that you have
accounts-passkey-instead = Show a passkey instead of a code
accounts-passkey-or-code = Or a code instead
accounts-passkey-shown = You have shown your passkey. Go on with the button below.
accounts-passkey-new-title = Make the passkey
accounts-passkey-new-lead = Your device makes it now, and asks for your finger, your face or your PIN. In your list it will be called “{ $name }”.
accounts-passkey-make = Make a passkey
accounts-passkey-without = This browser cannot use passkeys here. They need JavaScript and a browser of the last few years.
accounts-passkey-enter = Sign in with a passkey
accounts-passkey-show = Show your passkey
accounts-passkey-failed = No passkey was shown. You can try again.
accounts-passkey-not-made = No passkey was made. You can try again.
accounts-passkey-there = This device has a passkey for your account already.
accounts-passkey-wrong = This passkey did not work. It may have taken too long, or it was taken away. Try once more, or sign in another way.
accounts-passkey-unnamed = My device
accounts-passkey-added = The passkey is added.
accounts-passkey-removed = The passkey is taken away. Your device may still show it; you can delete it there.
accounts-passkey-removal-title = Take a passkey away
accounts-passkey-removal-last = It is your only second step. After this your password alone is enough to sign in, and recovery codes no longer work.
accounts-passkey-removal-others = You cannot sign in with it after this. Your other second steps stay.
accounts-mail-passkey-copied-subject = Somebody may have a copy of your passkey for { $organisation }
accounts-mail-passkey-copied-body =
    A passkey of yours was shown just now, but it looks as if there are two of it. We did not accept it.

    Take this passkey away and add a new one. If it was not you, tell us.
accounts-mail-passkey-copied-link = See my passkeys
accounts-welcome-passkey = You can add a passkey, which you open with your finger, your face or a PIN

accounts-address-title = Another address
accounts-address-lead = Your address is what you sign in with, and where a new password is mailed to. So it changes only when you confirm it in both mailboxes, the new one and the one so far.
accounts-address-waits = A change is waiting
accounts-address-present = Address so far
accounts-address-new = New address
accounts-address-new-purpose = We mail a link to this address, and another to the one so far.
accounts-address-has = Confirmed
accounts-address-has-not = Waits for you: open the link in the mail
accounts-address-until = If it is not confirmed, it ends
accounts-address-ask = Ask for another address
accounts-address-button = Mail me both links
accounts-address-lost = Can you not read the mailbox of the address so far any more? Then ask a manager in person. The manager writes the new address down, and it changes a week later.
accounts-address-asked = We have mailed a link to each of the two addresses. Nothing has changed yet.
accounts-address-stopped = The change is stopped. Your address stays as it is.
accounts-mail-lost = Mails come back
accounts-mail-lost-since = Since { $date } mails to this address do not arrive, so none are sent there.
accounts-mail-lost-help = Ask the person for another address, and write it down below.
accounts-address-lost-since = Since { $date } mails to your address come back. So nothing is mailed there any more, not even a link for a new password. Ask for another address below, or have this one tried again.
accounts-address-try = Try this address again
accounts-address-tried = We have mailed something to this address. If that comes back as well, it says so here.
accounts-address-same = This is your address already.
accounts-address-own = Change your own address under My account.
accounts-address-saw = I saw this person, and know that it is them
accounts-address-saw-hint = Only for another address, when the mailbox so far is lost. The new address is asked to confirm. The one so far can stop it for seven days.
accounts-address-unseen = Another address is written down only for somebody whom you saw.
accounts-done-address = Saved. We have mailed a link to the new address. It changes in seven days, or as soon as both mailboxes confirm.
accounts-address-new-lead = Somebody wants to use this address for an account at { $organisation }. Was that you?
accounts-address-new-not-me = Was it not you? Then close this page. Without this button nothing happens, and the address is forgotten.
accounts-address-old-lead = Your address at { $organisation } is to become another one. Was that you?
accounts-address-old-not-me = If you stop it, nothing changes. Then choose a new password as well: somebody may know yours.
accounts-address-confirm = Yes, this is right
accounts-address-stop = Stop the change
accounts-address-waits-title = Confirmed here
accounts-address-waits-lead = Thank you. Nothing has changed yet: the other mailbox has to confirm too, or the waiting time has to end.
accounts-address-changed-title = The address is changed
accounts-address-changed-lead = From now on you sign in with the new address. You are signed out on other devices. Both addresses get a mail about it.
accounts-address-stopped-title = The change is stopped
accounts-address-stopped-lead = The address stays as it is. If it was not you who asked for another one, choose a new password now.
accounts-mail-address-new-subject = Confirm your address at { $organisation }
accounts-mail-address-new-body =
    Somebody, most likely you, wants to use this address for an account.

    The link works once and for a short time. Was it not you? Then you need not do anything.
accounts-mail-address-new-link = See and confirm
accounts-mail-address-taken-subject = You have an account at { $organisation } already
accounts-mail-address-taken-body =
    Somebody, most likely you, wanted to use this address for an account. There is one with it already, so nothing has changed.

    If you do not know your password any more, the page for signing in helps you.
accounts-mail-address-taken-link = Sign in
accounts-mail-address-old-subject = Your address at { $organisation } is to change
accounts-mail-address-old-body =
    Somebody, most likely you, asked for another address for your account.

    It changes only if you confirm it here as well. With the same link you can stop it.
accounts-mail-address-old-link = Confirm or stop
accounts-mail-address-seen-subject = Your address at { $organisation } is to change
accounts-mail-address-seen-body =
    A manager wrote down another address for your account, and says to have seen you.

    It changes on { $date } when the new address has confirmed it. Until then you can stop it with this link.
accounts-mail-address-seen-link = Confirm or stop
accounts-mail-address-changed-subject = Your address at { $organisation } was changed
accounts-mail-address-changed-body =
    From now on you sign in with this address.

    Was it not you? Then choose a new password at once, and tell us.
accounts-mail-address-changed-link = It was not me
accounts-mail-address-was-subject = Your address at { $organisation } was changed
accounts-mail-address-was-body =
    From now on your account uses another address, and this one is deleted.

    Was it not you? Then tell us at once. The page shows how to reach us.
accounts-mail-address-was-link = How to reach us
accounts-mail-address-unknown-subject = The new address at { $organisation } does not work
accounts-mail-address-unknown-body = Another address was asked for. Its mail server says that there is no such mailbox, so nothing has changed. Look whether the address was spelled right, and ask again.
accounts-mail-address-unknown-link = See your address
accounts-mail-trial-subject = Mails from { $organisation } arrive here again
accounts-mail-trial-body = Mails to this address came back for a while. This one shows that they arrive again. You need do nothing.
accounts-mail-trial-link = See your address

accounts-register-link = No account yet? Register
accounts-register-title = Register at { $organisation }
accounts-register-lead = With an account you take part at { $organisation }. What we hold about you then, why, who reads it and when it goes stands in the privacy statement.
accounts-register-purpose = We ask this { $purpose }.
accounts-register-mandatory = Fill in everything, except what is marked as not required.
accounts-register-age = How old are you?
accounts-register-age-purpose = We ask no date of birth, and your answer is not kept.
accounts-register-from = You can register from { $age } years on. We ask your age when your address is confirmed, and keep nothing of who is younger.
accounts-register-old-enough = { $age } or older
accounts-register-younger = Younger than { $age }
accounts-register-button = Mail me a link
accounts-register-later = What we ask after that
accounts-register-later-password = A password, which nobody can read.
accounts-register-kept = First we mail a link to your address. Only when you open it and go on is there an account. If you do not, we delete the address after a day.
accounts-register-slow = This was tried too often. You can try again at { $time }.
accounts-register-sent-title = Look in your mailbox
accounts-register-sent = We have mailed you. Open the link in the mail to go on. It works once and for a short time.
accounts-register-sent-way = No mail? Look among the unwanted mail, and whether the address was typed without a mistake.
accounts-register-young-title = From { $age } on you can register alone
accounts-register-young = You are not old enough for that yet. We have kept nothing of what you typed.
accounts-register-young-way = You are welcome to look for a way together with a parent or somebody else who takes care of you. They can write to { $contact }.
accounts-register-young-help = If you need somebody to talk to now, tell an adult whom you trust, such as somebody at home or at school, or your doctor.
accounts-register-rest-title = Nearly there
accounts-register-rest-lead = Your address is confirmed. When you go on, there is an account, and the privacy statement holds for what we keep about you.
accounts-register-rest-button = Make my account
accounts-age-title = Correct your age
accounts-age-told = { $age }, as of { $date }
accounts-age-unknown = You have not told us your age.
accounts-age-not-one = Please write your age in whole years, such as 23.
accounts-age-too-young = You have to be older than that to take part. We have not saved it. If it is right, please write to us.
accounts-age-button = Save my age
accounts-mail-register-subject = Go on with registering at { $organisation }
accounts-mail-register-body =
    Somebody, most likely you, wants to register with this address.

    The link works once and for a short time. Was it not you? Then you need not do anything: there is no account, and we delete the address after a day.
accounts-mail-register-link = Go on
accounts-item-registration-address = Address

accounts-password-none = You have no password here yet. Choose one by “I forgot my password” on the page for signing in, then try again.
accounts-item-sign-in-provider = Code of your account elsewhere

accounts-provider-enter = Sign in with { $provider }
accounts-provider-cookie-line = When you sign in, we set one cookie that keeps you signed in. If you go to { $provider }, another one knows your browser again when you come back. There are no others.
accounts-provider-go-title = On to { $provider }
accounts-provider-go-lead = You sign in at { $provider }. After that you come back here.
accounts-provider-go-link = Go on to { $provider }
accounts-provider-go-told = They see that you sign in here, and when. They tell us one number that stands for you, and no name and no address.
accounts-provider-unreached-title = { $provider } does not answer
accounts-provider-unreached-lead = We cannot reach { $provider } just now. You have done nothing wrong.
accounts-provider-unreached-way = Please try again in a few minutes, or sign in with your password.
accounts-provider-lost-title = This cannot go on
accounts-provider-lost-lead = What came back from { $provider } does not belong to anything that this browser began a short time ago.
accounts-provider-lost-way = Nobody was signed in, and nothing was changed. Please begin again.
accounts-provider-refused-title = { $provider } did not let you in
accounts-provider-refused-lead = You stopped there, or your account there may not be used for this.
accounts-provider-refused-way = Nobody was signed in, and nothing was changed. You can try again, or sign in with your password.
accounts-provider-unbelieved-title = We do not trust this answer
accounts-provider-unbelieved-lead = What { $provider } told us about you did not pass our checks.
accounts-provider-unbelieved-way = Nobody was signed in, and nothing was changed. Please try again. If it happens once more, please tell us.
accounts-provider-unlinked-title = We do not know this account yet
accounts-provider-unlinked-lead = You have signed in at { $provider }, but no account here belongs to it. We have kept nothing of it.
accounts-provider-unlinked-way = Were you invited? Then open the link in that mail, and choose { $provider } there. Do you have an account here? Then sign in with your password, and link the two in your profile.
accounts-provider-taken-title = This account is linked already
accounts-provider-taken-lead = An account here belongs to the account at { $provider } with which you signed in.
accounts-provider-taken-way = Nothing was changed. If you have another account at { $provider }, sign in with that one.
accounts-provider-what = You can sign in with your account at { $provider } instead of your password.
accounts-provider-since = linked on { $date }
accounts-provider-no-password = To change this, you need a password here: it is what we ask for first.
accounts-provider-no-password-link = Choose a password
accounts-provider-link-lead = First show that it is you. Then you sign in at { $provider }, and from then on we know that account as yours.
accounts-provider-link = Link my account at { $provider }
accounts-provider-unlink-title = Take the link away
accounts-provider-unlink-lead = After this you sign in with your password. Where you are signed in elsewhere, that ends.
accounts-provider-unlink = Take the link away
accounts-provider-linked = Your account is linked.
accounts-provider-unlinked-done = The link is gone.
accounts-provider-invitation = Or without a password: take part with the account that you have at { $provider }.
accounts-provider-invitation-button = Take part with { $provider }
accounts-signed-out-title = You are signed out
accounts-provider-out-lead = You are signed out here. If you came in with { $provider }, you may still be signed in there.
accounts-provider-out-link = Sign out at { $provider }
accounts-provider-out-alone = Do others use this device? Then sign out there, too, or close the browser.
accounts-mail-provider-changed-subject = How you sign in at { $organisation } was changed
accounts-mail-provider-changed-body =
    An account that you have elsewhere was linked to yours just now, or is linked no longer.

    Was it not you? Then choose a new password at once, and tell us.
accounts-mail-provider-changed-link = It was not me

# Setting up the second step again, for whoever has lost every factor.
accounts-renewal-title = Second step, set up again
accounts-renewal-link = Let this person set up the second step again
accounts-renewal-lead = { $name } has lost the app or the passkey, and the recovery codes too? Then the second step can be set up again. Make sure first that it is really { $name }: somebody who pretends to be another person comes in this way. Another manager has to agree. If there is none, it is done after three days. { $name } gets a mail at once and can stop it. Then the factors, the password and the link to an account elsewhere go, all devices are signed out, and { $name } chooses a new password by mail and sets up the second step at the next sign-in.
accounts-renewal-ask = Start this for { $name }
accounts-renewal-how = How you made sure who it is
accounts-renewal-how-purpose = For example: seen in person, with an identity card. It stays with the account, and managers read it. Write down no number of a card.
accounts-renewal-ask-button = Ask for a second word
accounts-renewal-latest = The latest
accounts-renewal-when = Asked for
accounts-renewal-asked = By another manager, on { $date }
accounts-renewal-asked-you = By you, on { $date }
accounts-renewal-stands = How it stands
accounts-renewal-waits = Another manager has to agree, on { $date } at the latest
accounts-renewal-alone = Nobody else can agree: it is done on { $date }, unless it is stopped
accounts-renewal-agreed = Agreed to, and done in a moment
accounts-renewal-stopped = Stopped
accounts-renewal-over = Over: nobody agreed in time
accounts-renewal-due = Done: the next sign-in asks for a second step
accounts-renewal-made = Set up again
accounts-renewal-agree-lead = Agree only if you know yourself that this is right, or have asked the person.
accounts-renewal-agree = Agree
accounts-renewal-stop = Stop this
accounts-renewal-done-asked = It is asked for, and the person gets a mail.
accounts-renewal-done-agreed = You have agreed. It is done in a moment.
accounts-renewal-done-stopped = It is stopped.
accounts-renewal-link-title = Stop setting up the second step again
accounts-renewal-link-lead = Somebody at { $organisation } wrote down that you have lost your second step, so that you can set it up again. If you did not ask for that, stop it here.
accounts-renewal-link-stop = Stop it
accounts-renewal-link-mine = Did you ask for it yourself? Then close this page: nothing changes by looking.
accounts-renewal-link-stopped-title = It is stopped
accounts-renewal-link-stopped-lead = Nothing was changed. Whoever asked for it is told. If somebody pretended to be you, tell the organisation.
accounts-mail-renewal-asked-subject = Did you lose your second step?
accounts-mail-renewal-asked-body = Somebody wrote down that you have lost your second step and want to set it up again. If that is right, you need do nothing. If you did not ask for it, stop it by this link.
accounts-mail-renewal-asked-link = Stop it
accounts-mail-renewal-alone-subject = Did you lose your second step?
accounts-mail-renewal-alone-body = Somebody wrote down that you have lost your second step and want to set it up again. On { $date } your second step and your password are taken away, and you can choose new ones. If that is right, you need do nothing. If you did not ask for it, stop it by this link.
accounts-mail-renewal-alone-link = Stop it
accounts-mail-renewal-agree-subject = Your word is asked for
accounts-mail-renewal-agree-body = Somebody has lost the second step, and another manager has asked that it can be set up again. This waits for a second manager. You can read how the person was known after signing in.
accounts-mail-renewal-agree-link = See what is asked
accounts-mail-renewal-stopped-subject = What you asked for was stopped
accounts-mail-renewal-stopped-body = You asked that somebody can set up the second step again. That was stopped, or is not needed any more. If you did not expect this, ask the person: somebody may have pretended to be another.
accounts-mail-renewal-stopped-link = See how it stands
accounts-mail-renewal-done-subject = You can set up your second step again
accounts-mail-renewal-done-body = Your second step and your password were taken away, and the link to an account elsewhere, if there was one. You are signed out everywhere. Ask for a link for a new password. When you sign in with it, you set up the second step again.
accounts-mail-renewal-done-link = Ask for a new password

accounts-unsent = Something that could not be sent yet is kept on this device, sealed. Whoever wrote it signs in here and opens the exercise; then it is sent. Nobody else can open it, and it goes 14 days after it was written at the latest, when somebody is here again.
