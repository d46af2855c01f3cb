registers-undertakings-title = What you promise
registers-undertakings-lead = Before you see what others entrust to us, you accept what your role promises. We keep the date and the exact text. When the text changes, you are asked again.
registers-undertakings-none = Your role has nothing to promise here.
registers-undertakings-accepted = What you have accepted
registers-accept = I accept this
registers-accepted-on = You accepted this on { $date }.
registers-done-accepted = You have accepted it.

registers-nav-duties = Duties
registers-duties-title = Duties
registers-duties-lead = What you answer for, and when it is due. You are reminded a month and a week before, and each week after.
registers-duties-none = You answer for nothing that falls due.
registers-column-what = What
registers-column-owner = Who answers for it
registers-column-last = Last confirmed
registers-column-due = Due
registers-agreement-with = Agreement with { $name }
registers-no-date = No date
registers-due-on = Due on { $date }
registers-overdue-since = Overdue since { $date }
registers-failed-on = Not in order since { $date }
registers-never = Not yet
registers-declaration-title = A promise that people keep
registers-agreement-title = An agreement
registers-confirm-title = How is it now?
registers-confirm-lead = Look at it yourself before you confirm it. The date stands on the privacy statement, where everyone can read it. Your note does not.
registers-outcome = What you found
registers-outcome-kept = We keep this promise
registers-outcome-failed = We do not keep this promise now
registers-review-kept = The agreement is in order
registers-review-failed = The agreement is not in order
registers-note = What you looked at
registers-note-purpose = In a few sentences: what you looked at, and what you found.
registers-document = Document
registers-document-purpose = The name or number of the document that shows it, such as a certificate.
registers-confirm-button = Write it down
registers-done-confirmed = It is written down. The privacy statement shows the date.
registers-history = What was found before
registers-found = { $outcome ->
    [kept] { $date }: in order. Written down by number { $number }
   *[failed] { $date }: not in order. Written down by number { $number }
}
registers-back = Back

registers-mail-due-subject = Something that you answer for is due
registers-mail-due-body = Something that you answer for is due soon, or has been due for a while. After signing in you can see what it is.
registers-mail-due-link = See what is due
