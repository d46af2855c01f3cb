# The public page of a statement. Every message is one whole sentence, or a phrase whose place in a sentence is named.
# $what is a definite phrase: "the dialogue". $role, $roles: "coachee", "the coachees".

page-title = Privacy statement of { $name }
page-title-plain = Privacy statement
page-version-line = This is version { $number }. It holds since { $date }.
page-contents = On this page
page-state-enforced = Kept by the program
page-state-declared = Kept by people
page-state-not-in-use = Not in use yet
page-legend = Each clause bears a mark. “Kept by the program” means that the software itself sees to it. “Kept by people” means that we promise it and name who answers for it, because no software can keep it. “Not in use yet” means that the clause is about something which this site does not do today.
page-note = Note: { $text }
page-open-clauses = { $count ->
    [one] The clause, word for word
   *[other] The { $word } clauses, word for word
 }
page-wording-mark = “{ $text }”
page-list-or = or
page-everything = everything that we hold about you
page-everything-title = Everything
page-a-role = { $article ->
    [an] an { $role }
   *[a] a { $role }
 }

# Sections: a heading and one line.
page-who = Who we are
page-who-line = { $controller } decides what happens with your data here, and answers for it.
page-hold = What we hold, and why
page-hold-line = We hold only what is named here, and each part has its purpose.
page-read = Who can see it
page-read-line = For each kind of data you find who can see it. Nobody else can.
page-keep = How long we keep it
page-keep-line = Everything has an end. When its day comes, the program deletes it by itself.
page-decide = What you decide
page-decide-line = These choices are yours, and you can change your mind.
page-receive = Who receives it
page-receive-line = Your data stays with us, except for what you find here.
page-practice = How it works here
page-practice-line = This is how we deal with your data in daily practice.
page-security = Signing in and security
page-security-line = This is how we keep others away from your data.
page-cookies = Cookies and visits
page-cookies-line = This is what we do, and do not do, when you look at our pages.
page-rights = Your rights
page-rights-line = The law gives you rights over your data. This is how you use them.
page-declared = What people take care of
page-declared-line = No software can keep these promises. People do, and we name who answers for them.
page-versions = Versions
page-versions-line = Every version of this statement has a number and a date.

# Who we are.
page-controller = In the words of the law, it is the controller.
page-controller-address = Its address is { $address }.
page-contact = With questions about your data you can write to { $mail }.
page-contact-phone = With questions about your data you can write to { $mail } or call { $phone }.
page-officer = Our data protection officer watches over this, and you can turn to the officer directly: { $mail }.
page-roles = { $count ->
    [one] Everyone here has the same role: { $roles }.
   *[other] Everyone here has one of { $word } roles: { $roles }.
 }
page-zone = Days are counted in the time zone { $zone }.
page-activity = We offer { $name }.
page-authority-nl-ap = the Dutch data protection authority (Autoriteit Persoonsgegevens, autoriteitpersoonsgegevens.nl)
page-authority-se-imy = the Swedish data protection authority (Integritetsskyddsmyndigheten, imy.se)
page-authority-uk-ico = the British data protection authority (Information Commissioner’s Office, ico.org.uk)
page-authority-be-gba = the Belgian data protection authority (Gegevensbeschermingsautoriteit, gegevensbeschermingsautoriteit.be)
page-authority-ie-dpc = the Irish data protection authority (Data Protection Commission, dataprotection.ie)
page-authority-de-bfdi = the German data protection authority (BfDI, bfdi.bund.de)
page-authority-other = the data protection authority of your country

# What we hold.
page-purposes = What we use data for
page-purpose = We use data { $purpose }.
page-category = We use { $what } { $purposes }.
page-category-visitor = This is data about visits. We keep it apart from data about people.
page-source = This data comes from { $sources }.
page-source-you = you
page-source-sponsor = your employer
page-source-system = the program itself
page-secrecy = { $role } has a duty of professional secrecy, and this data falls under it.
page-special = It can hold sensitive data, for instance about your health. The law protects such data more strictly.
page-law = { " " }({ $law })
page-basis-consent = We do so only with your consent, which you can withdraw at any time{ $law }.
page-basis-contract = We do so because our agreement with you needs it{ $law }.
page-basis-legal-obligation = We do so because the law obliges us to{ $law }.
page-basis-vital-interest = We do so to protect someone’s life{ $law }.
page-basis-public-task = We do so because it is part of our public task{ $law }.
page-basis-legitimate-interest = We do so because we have a legitimate interest in it{ $law }.
page-basis-in-consent = In { $activity } we do so only with your consent, which you can withdraw at any time{ $law }.
page-basis-in-contract = In { $activity } we do so because our agreement with you needs it{ $law }.
page-basis-in-legal-obligation = In { $activity } we do so because the law obliges us to{ $law }.
page-basis-in-vital-interest = In { $activity } we do so to protect someone’s life{ $law }.
page-basis-in-public-task = In { $activity } we do so because it is part of our public task{ $law }.
page-basis-in-legitimate-interest = In { $activity } we do so because we have a legitimate interest in it{ $law }.
page-form = What we ask { $form }
page-form-registration = when you register
page-form-application = when you apply
page-form-training = for a training
page-form-invitation = when someone invites you
page-form-profile = for your profile
page-form-contact = when you write to us
page-form-other = in a form
page-field-required = “{ $name }” must be filled in. We ask for it { $purpose }.
page-field-optional = “{ $name }” may be left open. We ask for it { $purpose }.

# Who can see it.
page-you = you
page-your-role = your { $role }
page-people-around = the people you work with
page-everyone = everyone
page-same-course = { $roles } of the same course
page-same-training = { $roles } of the same training
page-readers-guest = Everyone can see this, even without signing in.
page-readers-guest-consent = Everyone can see this, even without signing in, but only if you have agreed.
page-readers = { $form ->
   *[other] Only { $readers } can see this.
 }
page-readers-own = Everyone sees only their own.
page-readers-conditional = { $form ->
   *[other] { $readers } can see it only under a condition.
 }
page-readers-only-conditional = { $form ->
   *[other] Only { $readers } can see this, and only under a condition.
 }
page-read-rest = Promises and emergencies
page-age-title = Age
page-readers-none = Nobody gets to see this. Only the program uses it.
page-read-any = { $form ->
   *[other] { $who } can see { $what }.
 }
page-read-own = As { $a-role }, you can see { $what }, but only your own.
page-read-shared = As { $a-role }, you can see { $what }, but only your own and what has been shared with you.
page-read-relation-you = As { $a-role }, you can see { $what }, but only of the people you work with here.
page-read-relation = Of { $roles }, only your own can see { $what }.
page-read-course-you = As { $a-role }, you can see { $what }, but only in the courses for which you are registered.
page-read-course = Of { $roles }, only those of the same course can see { $what }.
page-read-training-you = As { $a-role }, you can see { $what }, but only in the trainings in which you take part.
page-read-training = Of { $roles }, only those of the same training can see { $what }.
page-read-completion = { $form ->
   *[other] { $who } can see { $what }, but only after completion.
 }
page-read-reason = { $form ->
   *[other] { $who } can see { $what }, but only after giving a reason, which we record.
 }
page-read-break-glass = { $form ->
   *[other] { $who } can see { $what }, but only to mend a problem, under the rule for emergencies below.
 }
page-read-consent = { $form ->
   *[other] { $who } can see { $what }, but only if the person concerned has agreed.
 }
page-read-guest = Everyone, even without signing in,
page-never-read = { $who } can never see { $what }.
page-never-read-guest = Without signing in, nobody can see { $what }.
page-never-read-everything = { $who } can never see any of the data that this statement names.
page-never-read-everything-guest = Without signing in, nobody can see any of the data that this statement names.

# Periods: numbers up to twelve are words. $word is the number as it is read.
page-number-1 = one
page-number-2 = two
page-number-3 = three
page-number-4 = four
page-number-5 = five
page-number-6 = six
page-number-7 = seven
page-number-8 = eight
page-number-9 = nine
page-number-10 = ten
page-number-11 = eleven
page-number-12 = twelve
page-years = { $count ->
    [one] one year
   *[other] { $word } years
 }
page-months = { $count ->
    [one] one month
   *[other] { $word } months
 }
page-weeks = { $count ->
    [one] one week
   *[other] { $word } weeks
 }
page-days = { $count ->
    [one] one day
   *[other] { $word } days
 }
page-hours = { $count ->
    [one] one hour
   *[other] { $word } hours
 }
page-every-years = { $count ->
    [one] every year
   *[other] every { $word } years
 }
page-every-months = { $count ->
    [one] every month
   *[other] every { $word } months
 }
page-every-weeks = { $count ->
    [one] every week
   *[other] every { $word } weeks
 }
page-every-days = { $count ->
    [one] every day
   *[other] every { $word } days
 }
page-every-hours = { $count ->
    [one] every hour
   *[other] every { $word } hours
 }
page-after = { $period } after { $event }
page-after-at-once = on the day on which { $event }
page-at-least-after = at least { $period } after { $event }

# What periods run from: completes "two years after ...".
page-event-trajectory-ended = the trajectory ended
page-event-agreement-ended = the agreement ended
page-event-hold-ended = the hold ended
page-event-duty-confirmed = it was confirmed
page-event-paper-shredded = the paper was shredded
page-event-breach-closed = the breach was closed
page-event-breach-told = we told you of it
page-event-request-closed = the request was answered
page-event-request-asked = a request was written that nobody confirmed
page-event-registration-asked = somebody wanted to register
page-event-alternative-closed = the question for another way was answered or withdrawn
page-event-disclosure-moved = the last step of the disclosure was taken
page-event-mailing-moved = the mailing was last changed or sent
page-event-break-glass-moved = the last step of the opening was taken
page-event-credentials-issued = the log-in details were issued
page-event-last-login = you last signed in
page-event-invited = the invitation was sent
page-event-unanswered = an unanswered invitation was sent
page-event-logged = the entry was made
page-event-recorded = the entry was made
page-event-visited = the visit
page-event-training-completed = the training ended
page-event-application-decided = we decided on the application
page-event-met-on = the meeting took place
page-event-lecture-ended = the lecture ended
page-event-course-ended = the course ended
page-event-module-completed = the module was completed
page-event-last-correspondence = the last message was sent
page-event-received = it came in
page-event-invoice-sent = the invoice was sent
page-event-invoiced = the year of the invoice ended
page-event-published = it was published
page-event-disclosed = it was disclosed
page-event-survey-closed = the survey was closed
page-event-other = the event “{ $event }” took place

# How long.
page-keep-any = We delete { $what } { $when }.
page-keep-of = If you are { $a-role }, { $when } we delete { $what }.
page-keep-consent = If you agree, we may keep { $what } longer, until { $when }.
page-keep-floor = The law obliges us to keep { $what } until { $when }{ $law }.
page-keep-announce = We tell you { $period } beforehand.
page-keep-then = We then delete { $what }.
page-keep-then-of = If you are { $roles }, we then delete { $what }.
page-keep-special = In special cases
page-announce = We tell you { $period } before we delete { $what }.
page-announce-by = We tell you { $by } { $period } before we delete { $what }.
page-move = We move { $what } from { $from } to { $to }, within { $period } after { $event }.
page-storage-intake = the storage where it first comes in
page-storage-library = the library
page-storage-archive = the archive
page-storage-other = “{ $name }”

# Channels.
page-channel-mail = by mail
page-channel-sign-in = when you sign in
page-channel-sms = by text message

# What you decide.
page-consent = We ask you: “{ $ask }”
page-consent-of = If you are { $a-role }, we ask you: “{ $ask }”
page-consent-about = Your answer is about { $what }, and we ask this { $purpose }.
page-consent-free = You are free to say no, and no answer is ticked beforehand.
page-withdraw-my-data = You can withdraw your consent at any time on the page “My data”.
page-withdraw-mail = You can withdraw your consent at any time by mail.
page-withdraw-other = You can withdraw your consent at any time.
page-self-see = On the page “My data” you can see, at any time, { $what }.
page-self-correct = You yourself can correct { $what }.
page-self-erase = You yourself can delete { $what }, at once and everywhere.
page-self-remove = At any time you can take yourself out of { $what }, and this takes effect at once.
page-self-take-along = You can download { $what }, to take with you.
page-self-restrict = You yourself can freeze { $what }. We then keep the data, but do not use it.
page-self-see-of = As { $a-role }, you can see, at any time, { $what }: on the page “My data”.
page-self-correct-of = As { $a-role }, you yourself can correct { $what }.
page-self-erase-of = As { $a-role }, you yourself can delete { $what }, at once and everywhere.
page-self-remove-of = As { $a-role }, you can at any time take yourself out of { $what }, and this takes effect at once.
page-self-take-along-of = As { $a-role }, you can download { $what }, to take with you.
page-self-restrict-of = As { $a-role }, you yourself can freeze { $what }. We then keep the data, but do not use it.
page-confirm-password = We ask for your password first, to be sure that it is you.
page-confirm-passkey = We ask for your passkey first, to be sure that it is you.
page-confirm-mailed-link = We mail you a link first, to be sure that it is you.
page-confirm-identity-provider = You sign in again first, to be sure that it is you.
page-invitation = An invitation can be used for { $period }.
page-invitation-source = It says who gave us your address, and what for.
page-invitation-decline = If you decline it, we delete your address at once.
page-publish = We make { $what } public only if you have answered yes to this question: “{ $ask }”
page-publish-search = Search engines may find you there.
page-publish-no-search = We ask search engines to keep nothing of it.
page-share = As { $a-role }, you can show { $what } to others by a link that you make yourself and can withdraw.
page-mailing = We send you { $name }.
page-mailing-service = We send you { $name }, because the service does not work without them.
page-mailing-consent = We send you { $name } only if you have agreed.
page-mailing-reminder = We send you { $name } if you have asked for them.
page-mailing-stop = Each of these mails has a link with which you stop them.
page-mailing-stop-erase = Each of these mails has one link with which you stop them, and one with which you have your contact details deleted.
page-mailing-erase = Each of these mails has a link with which you have your contact details deleted.
page-age-refuse = You can register only if you are at least { $word } years old.
page-age-guardian = If you are younger than { $word }, a parent or guardian must agree before you can register.
page-alternative = If you would rather not take part in { $text }, you can ask for another way.
page-alternative-first = Ask { $role } first.
page-alternative-then = If that does not help, ask { $role }.
page-alternative-within = Without an answer within { $period }, it goes on to the next by itself.
page-alternative-last = The answer is due within { $period }.

# Who receives it.
page-recipient = { $name } { $about }.
page-recipient-plain = { $name } receives data from us.
page-recipient-processor = It works on our behalf and may not use the data for itself.
page-recipient-controller = It decides for itself what it does with the data.
page-recipient-joint-controller = It decides together with us what happens with the data.
page-recipient-authority = It is a public authority.
page-recipient-country = The work is done in { $country }.
page-recipient-receives = It receives { $what }, { $purposes }.
page-recipient-receives-plain = It receives { $what }.
page-recipient-sealed = The data is encrypted, and this recipient cannot read it.
page-safeguard-adequacy = The European Commission has found that data is well protected there.
page-safeguard-standard-contractual-clauses = Because this is outside the European Economic Area, the standard contractual clauses of the European Commission protect the data there.
page-safeguard-binding-corporate-rules = Because this is outside the European Economic Area, binding corporate rules protect the data there.
page-safeguard-explicit-consent = Because this is outside the European Economic Area, it happens only with your explicit consent.
page-agreement = Our agreement with it was signed on { $date }.
page-agreement-review = Our agreement with it was signed on { $date }, and we look at it again { $every }.
page-excluded-under = We never use recipients that fall under { $under }.
page-excluded-countries = We never use recipients in { $countries }.
page-jurisdiction-us-surveillance-law = the surveillance laws of the United States
page-jurisdiction-cn-surveillance-law = the surveillance laws of China
page-jurisdiction-ru-surveillance-law = the surveillance laws of Russia
page-jurisdiction-outside-eea = the law of a country outside the European Economic Area
page-disclose = We give data about you to anyone else only if { $grounds }.
page-ground-law = the law forces us to
page-ground-consent = you agree
page-ground-contract = our agreement with you needs it
page-ground-legal-claim = someone shows us a legal claim
page-ground-rights = it is needed to protect someone’s rights or property
page-ground-safety = it is needed to keep people safe
page-ground-fraud = it is needed to find or stop fraud
page-disclose-approvals = { $count ->
    [one] One person must approve it each time.
   *[other] At least { $word } people must approve it each time.
 }
page-disclose-tell = You can see on the page “My data” what was given, to whom and why.
page-report = { $to } may receive { $name }, and nothing else about you.
page-report-told = You know this beforehand.
page-group-figures = We make figures about { $name }, { $purpose }.
page-group-size = Each figure is about at least { $word } people, so that nobody can be found in it.
page-group-noise = We also change each figure a little at random, so that not even a clever reader can work out who is in it.
page-group-outside = Others may see these figures.
page-group-inside = These figures stay with us.
page-invoices = Our invoices bear a reference instead of the name of the person who was helped.
page-invoices-unless = Our invoices bear a reference instead of the name of the person who was helped, unless that person has answered yes to this question: “{ $ask }”

# How it works here.
page-notice = We show this text { $places }: “{ $text }”
page-place-registration = on the registration form
page-place-first-sign-in = when you sign in for the first time
page-place-waiting-room = in the waiting room of a meeting
page-place-meeting = in the meeting itself
page-place-playback = where a recording is played
page-place-contact = beside our mail address
page-place-upload = where you add a file
page-recording = Only { $roles } can record.
page-recording-announced = Everyone sees that it is being recorded, before and during the recording.
page-recording-devices = Your camera and microphone are off until you switch them on.
page-recording-tracks = Each person’s sound and picture is recorded apart, so that one person can be taken out without losing the rest.
page-recording-watermark = Whoever plays a recording sees their own name in the picture.
page-feedback = You can add to { $what } only after { $event }.
page-feedback-name = You choose the name that stands beside your words.
page-feedback-moderated = Someone of ours reads them before they appear.
page-uploads = A file that you add can be { $mb } MB at most.
page-uploads-kinds = A file that you add can be { $mb } MB at most, and must be of one of these kinds: { $kinds }.
page-contact-form = For { $text } you can use the form on this site.
page-contact-form-mail = For { $text } you can use the form on this site, which is the safe way, or write to { $mail }.
page-contact-mail = For { $text } you can write to { $mail }.
page-contact-unsafe = Mail is not encrypted on its way to us. Once it has arrived, we store it safely.
page-links-marked = Links to other sites are marked.
page-links-referrer = Links to other sites do not tell those sites where you come from.
page-links-both = Links to other sites are marked, and do not tell those sites where you come from.
page-review = { $every } { $role } looks for { $text }.
page-review-category = { $every } { $role } goes through { $what } and looks for { $text }.
page-break-glass = To mend a problem, { $role } may look at data for { $period } at most, and only after giving a reason.
page-break-glass-approvals = { $count ->
    [one] One other person must agree to this.
   *[other] { $word } other people must agree to this.
 }
page-break-glass-tell = We tell you that it happened, and what was looked at.
page-break-glass-except = This never opens { $what }.
page-undertaking = Before they see anyone’s data, { $roles } give this promise: “{ $text }”
page-undertaking-law = Before they see anyone’s data, { $roles } give this promise: “{ $text }” ({ $law })
page-undertaking-shown = The people whom they coach see that they have done so, and since when.
page-warn = If an answer in { $what } may mean that you are in danger, { $role } is told at once that you may need help.
page-warn-sharing = The mail says nothing of what you wrote. The answer itself is read by somebody else only if you share it.

# Signing in and security.
page-sign-in = You sign in with { $methods }.
page-sign-in-of = As { $a-role }, you sign in with { $methods }.
page-method-password = your own log-in name and password
page-method-passkey = a passkey
page-method-mailed-link = a link that we mail you
page-method-identity-provider = the account that you have with your own organisation
page-sign-in-idle = After { $period } without any activity you are signed out.
page-sign-in-link = A link that we mail you works once, and for { $period } at most.
page-password = Your password must have at least { $min } characters.
page-password-digit = Your password must have at least { $min } characters, with at least one digit.
page-password-capital = Your password must have at least { $min } characters, with at least one capital letter.
page-password-both = Your password must have at least { $min } characters, with at least one digit and one capital letter.
page-password-max = It can have { $max } characters at most.
page-password-breached = We refuse the passwords that leaks have made best known.
page-password-stored = We never store your password itself, only a code that is made of it.
page-factor = You can protect your account with a second step: { $methods }.
page-factor-passkey = a passkey
page-factor-totp = a code from an app
page-factor-sms = a code by text message
page-factor-recovery-codes = recovery codes that you keep on paper
page-factor-required = For { $roles } a second step is required.
page-throttle = After { $word } failed attempts within { $period } we slow down further attempts. Nobody can lock you out in this way.
page-encryption-in-transit = All traffic between you and us is encrypted. There is no way around it.
page-encryption-at-rest = What we store about you is encrypted. When something of yours is deleted, its key is destroyed as well.
page-backup = We make a backup { $every }.
page-backup-off-site = A copy of it lies in another place.
page-backup-horizon = What has been deleted is also gone from every backup { $period } later at the latest.
page-notify = When something waits for you, we tell you { $by }. The message holds a link and nothing of the content.
page-notify-content = When something waits for you, we tell you { $by }.

# Cookies and visits.
page-cookie-members = We set the cookie “{ $key }” only after you have signed in, { $purpose }.
page-cookie-sign-in = We set the cookie “{ $key }” only while you sign in with the account of your own organisation, { $purpose }.
page-cookie-everywhere = We set the cookie “{ $key }” on every page, { $purpose }.
page-cookie-session = It goes when you sign out.
page-cookie-lasts = It goes after { $period }.
page-cookie-back = It goes when you are back here.
page-cookie-back-lasts = It goes when you are back here, and after { $period } at the latest.
page-unsent = If the line fails, what you type waits on your own device, sealed, { $purpose }.
page-unsent-lasts = It goes from there as soon as it has been sent, and after { $period } at the latest. The key that opens it is never kept on the device.
page-counts = We count { $name }, { $purpose }. We keep only the numbers and never what one person does.
page-counts-size = We show a number only from { $word } visits on, so that nobody can be found in it.
page-counts-country = Of the place of a visit we note the country at most.
page-practice-sale = We never sell data about you.
page-practice-advertising = We show no advertising.
page-practice-marketing = We never send you advertising.
page-practice-analytics = We do not measure how you behave on our pages.
page-practice-trackers = There are no trackers of others on our pages.
page-practice-third-party-content = Our pages load nothing from other sites.
page-practice-undeclared-connections = Our servers connect to no other service than those that this statement names.
page-practice-automated-decisions = No machine decides anything about you by itself.
page-practice-profiling = We make no profiles of you.
page-practice-model-training = We never train models with your data.
page-practice-other-purposes = We never use data for another purpose than the one for which we asked it.
page-practice-shared-accounts = Nobody shares an account with someone else.
page-practice-real-data-in-tests = Our test systems hold no data of real people.
page-practice-names-in-addresses = Names never stand in page addresses, logs or error messages.
page-practice-mailed-passwords = We never send passwords by mail.
page-practice-download-of-recordings = { $participants } cannot download recordings.
page-practice-passing-on = What you see and hear here may not be passed on to others.
page-practice-use-by-processors = The companies that work for us never use your data for themselves.
page-practice-pre-ticked-consent = No consent is ticked beforehand.
page-practice-about = This is about { $what }.

# Your rights.
page-rights-offers = You have the right { $rights }.
page-right-inspection = to see your data
page-right-rectification = to have it corrected
page-right-erasure = to have it deleted
page-right-erasure-but-contact = to have everything deleted except your contact details
page-right-restriction = to have it frozen for a time
page-right-portability = to take it along to another service
page-right-objection = to object to its use
page-right-withdrawal = to withdraw your consent
page-right-complaint = to complain
page-rights-within = We answer every request within { $period }.
page-rights-extend = If a request is difficult, we may take { $period } more. We then tell you so, and why, before the first period is over.
page-rights-without-account = You can make a request without an account, too. We then mail you a link to be sure that it is you.
page-complaint = If you are not satisfied with our answer, you can complain to { $authority }.
page-complaint-title = Complaints
page-changes = When this statement changes, we tell you { $by }.
page-changes-before = When this statement changes, we tell you { $by }. A change by which we use more or protect less holds { $period } later at the earliest.
page-changes-stop = You can then stop and have everything deleted that we hold about you.

# What people see to.
page-declare-owner = { $role } answers for this.
page-declare-owner-review = { $role } answers for this and looks at it again { $every }.
page-declare-expires = This holds until { $date }.

# Versions.
page-version = Version { $number }, since { $date }
page-version-first = This is the first version.
page-version-none = This version changed the wording only.

# Roles of the product, for statements that give no words of their own.
page-role-manager-name = manager
page-role-manager-plural = managers
page-role-manager-definite = the manager
page-role-manager-definite-plural = the managers
page-role-coach-name = coach
page-role-coach-plural = coaches
page-role-coach-definite = the coach
page-role-coach-definite-plural = the coaches
page-role-participant-name = participant
page-role-participant-plural = participants
page-role-participant-definite = the participant
page-role-participant-definite-plural = the participants
page-role-support-name = support worker
page-role-support-plural = support workers
page-role-support-definite = the support worker
page-role-support-definite-plural = the support workers
page-role-technician-name = technician
page-role-technician-plural = technicians
page-role-technician-definite = the technician
page-role-technician-definite-plural = the technicians
page-role-officer-name = data protection officer
page-role-officer-plural = data protection officers
page-role-officer-definite = the data protection officer
page-role-officer-definite-plural = the data protection officers

# Phrases for seals: noun phrases that stand after "Basis:".
page-ground-of-consent = your consent
page-ground-of-contract = our agreement with you
page-ground-of-legal-obligation = a duty that the law gives us
page-ground-of-vital-interest = the protection of someone’s life
page-ground-of-public-task = our public task
page-ground-of-legitimate-interest = our legitimate interest

# Countries, as they stand after "in".
page-country-AT = Austria
page-country-BE = Belgium
page-country-BY = Belarus
page-country-CH = Switzerland
page-country-CN = China
page-country-DE = Germany
page-country-DK = Denmark
page-country-ES = Spain
page-country-FI = Finland
page-country-FR = France
page-country-GB = the United Kingdom
page-country-IE = Ireland
page-country-IT = Italy
page-country-LU = Luxembourg
page-country-NL = the Netherlands
page-country-NO = Norway
page-country-PL = Poland
page-country-PT = Portugal
page-country-RU = Russia
page-country-SE = Sweden
page-country-US = the United States
page-country-other = the country with the code { $code }
