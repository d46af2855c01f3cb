# The registers.
evidence-nav-registers = Registers
evidence-registers-title = Registers
evidence-registers-lead = What the law asks an organisation to be able to show. The program makes each of these from the privacy statement that it carries out, so they say what it does.
evidence-registers-file = Download “{ $title }”
evidence-registers-download = Download this

# The proof of a receipt.
evidence-registers-witness = A witness for the ledger
evidence-registers-witness-about = Every deletion is written into a ledger in which each entry fixes all entries before it. Keep this signed line somewhere else, or give it to somebody outside. With it, “troth verify” finds anything that was changed or taken away before.
evidence-registers-head = Download the ledger’s signed head
evidence-check-title = Check a receipt
evidence-check-lead = This page checks a receipt on your own device. It sends nothing to anybody, and it works without the organisation that gave you the receipt. You can keep it beside the receipt.
evidence-check-file = The receipt’s file
evidence-check-key = The organisation’s key, if you know it
evidence-check-key-hint = It stands at the foot of the organisation’s page on privacy. You can leave this open and compare later.
evidence-check-button = Check this receipt
evidence-check-noscript = To check a receipt here, your browser must be allowed to run scripts. Without scripts you can use the command “troth receipt verify”.
evidence-check-good = This receipt holds.
evidence-check-bad = This receipt does not hold.
evidence-check-content = What the receipt says was written into the ledger:
evidence-check-chain = Its entry leads to the signed head of the ledger:
evidence-check-signature = The head bears the signature of the key below:
evidence-check-same-key = The key is the one that you named:
evidence-check-holds = yes.
evidence-check-fails = no.
evidence-check-when = It was done on
evidence-check-signer = The organisation’s short name:
evidence-check-fingerprint = It is signed with this key. Compare it with the one on the organisation’s page:
evidence-check-said = What was written down, sign for sign:
evidence-check-unreadable = This is not a receipt’s file.

# Who looked.
evidence-my-data = My data
evidence-looks-title = Who looked
evidence-looks-lead = Each time somebody opens or changes something that is held about you, the program notes who did it, when, what it was and what for. It is here within a minute. What somebody who works here asked for and was refused is here, too, and so is each time that somebody tried to sign in as you and was refused.
evidence-looks-others = By others
evidence-looks-all = Everything
evidence-looks-none = Nobody else has opened anything of yours.
evidence-looks-what = What
evidence-looks-show = Show
evidence-looks-every = Everything
evidence-looks-none-so = Nobody has opened this.
evidence-looks-own = { $count ->
    [one] You yourself or the program, once
   *[other] You yourself or the program, { $count } times
 }
evidence-looks-why = What for: { $why }.
evidence-looks-glass = By exception, to mend a problem: see why
evidence-looks-disclosure = By exception, for somebody outside: see for whom
evidence-looks-earlier = Earlier
evidence-deed-read = saw
evidence-deed-write = wrote or changed
evidence-deed-manage = arranged
evidence-deed-job = handled
evidence-deed-refused = { $count ->
    [one] asked for this and was refused
   *[other] asked for this and was refused, { $count } times
 }
evidence-looks-refused = Nothing was shown or changed. It may have been a mistake.
evidence-who-someone = Somebody
evidence-deed-password = { $count ->
    [one] typed a wrong password
   *[other] typed a wrong password, { $count } times
 }
evidence-deed-second-step = { $count ->
    [one] was refused at the second step, or with a passkey
   *[other] was refused at the second step, or with a passkey, { $count } times
 }
evidence-looks-door = Nobody came in by this, and it may have been you. If it was not, choose another password.
evidence-looks-password = Choose another password
evidence-who-you = You
evidence-who-program = The program itself
evidence-who-named = { $name }, { $role }
evidence-who-role = Somebody in the role of { $role }
evidence-who-staff = Somebody who works here
evidence-who-guest = Somebody who had not signed in

# The access log, looked through.
evidence-nav-review = Access
evidence-review-title = Review of access
evidence-review-lead = Who opened what, day by day, by number and without a name. What does not fit is raised by four rules each night, and asks for an answer.
evidence-review-visits = See who read the log of visits, and why.
evidence-review-due = The next review is due by { $date }.
evidence-review-overdue = The review was due by { $date }.
evidence-review-late = Overdue
evidence-review-done = I have looked the log through
evidence-review-days = Access by day
evidence-review-empty = On this day nobody opened anything or was refused.
evidence-findings = What does not fit
evidence-findings-none = Nothing was found that asks for an answer.
evidence-finding-open = To be answered
evidence-finding-about = { $count ->
    [one] { $date }, person { $number }, one time.
   *[other] { $date }, person { $number }, { $count } times.
 }
evidence-finding-answer = What was found out
evidence-finding-purpose = Write what you asked and what the reason was. It is kept with the access log of that day and goes with it.
evidence-finding-keep = Keep this answer
evidence-finding-answered = Answered by person { $number } on { $at }.
evidence-finding-lines = The lines behind it
evidence-rule-many = Many people in a short time
evidence-rule-many-why = What belongs to twenty people or more was opened within ten minutes.
evidence-rule-odd = At an unusual hour
evidence-rule-odd-why = What belongs to others was opened five times or more between midnight and five in the morning.
evidence-rule-ended = After the end
evidence-rule-ended-why = Something was opened more than fourteen days after the relation ended.
evidence-rule-refused = Refused many times in a short time
evidence-rule-refused-why = Somebody was refused ten times or more within ten minutes.
evidence-line-device = device { $number }
evidence-line-refused = { $count ->
    [one] Refused, once
   *[other] Refused, { $count } times
 }
evidence-column-time = Time
evidence-column-who = Person
evidence-column-what = What
evidence-column-why = What for
evidence-page-before = Earlier in the day
evidence-page-after = Later in the day
