oversight-nav-holds = Legal holds
oversight-nav-waiting = What waits

oversight-holds-title = Legal holds
oversight-holds-lead = A legal hold keeps data past its date, also when somebody wishes it gone. It needs a reason and a last day, and it ends by itself.
oversight-holds-none = Nothing is held. A hold that you lay stands here until a year after it ended.
oversight-lay = Lay a hold
oversight-column-what = What is held
oversight-column-ground = Ground
oversight-column-laid = Laid
oversight-column-end = How it stands
oversight-what = { $kind }, number ending in { $number }
oversight-kind-person = All of a person
oversight-kind-trajectory = One trajectory
oversight-until = Until { $date }
oversight-ended-on = Ended on { $date }
oversight-released-on = Released on { $date }
oversight-done-laid = The hold is laid. Nothing of it goes until its last day is over.

oversight-laying-title = Lay a hold
oversight-laying-lead = Hold as little as you need, for as short as you can. The people concerned see in "My data" that something of theirs stays longer, and until when.
oversight-choose = Choose
oversight-back = Back
oversight-kind = What is held
oversight-number = Number
oversight-number-purpose = It stands at the end of the address of the page of the person or the trajectory. A manager can tell you.
oversight-ground = Ground
oversight-ground-purpose = Chosen from a short list, so that the list of holds can be read without any reason.
oversight-ground-claim = A claim at law
oversight-ground-authority = An investigation by an authority
oversight-ground-court = An order of a court
oversight-reason = Reason
oversight-reason-purpose = Only officers read this. It stands in no mail and in no log.
oversight-last-day = Last day
oversight-last-day-purpose = You are reminded two weeks before. You can move it.
oversight-untold = Why the person is not told by mail yet
oversight-untold-purpose = Leave this empty, and a mail says that something is kept longer. Only officers read what you write here.
oversight-fault-past = Choose today or a later day.
oversight-fault-unknown = There is nothing by that number. Copy the whole number from the address.

oversight-move = Another last day
oversight-move-button = Move the last day
oversight-release = Release the hold
oversight-done-moved = The last day is moved.
oversight-done-released = The hold is released. What is over its date goes tonight.
oversight-release-title = Release the hold
oversight-release-question = Release this hold now?
oversight-release-lead = A hold cannot be released in part.
oversight-release-goes = What is over its date, and what somebody wished gone, goes tonight.
oversight-release-stays = The record of the hold stays until its own date.
oversight-release-button = Release the hold

oversight-waiting-title = What waits
oversight-waiting-lead = The program deletes step by step. What could not be finished stands here until it is. It is never reported as done before.
oversight-waiting-none = Everything that was to go has gone.
oversight-column-act = Act
oversight-column-step = Next step
oversight-column-began = Since
oversight-column-attempts = Attempts
oversight-column-next = Next attempt
oversight-act-retention = Over its date
oversight-act-erasure = Wished gone by a person
oversight-step-keys = Destroy the keys
oversight-step-rows = Remove what is in the database
oversight-step-files = Remove the files
oversight-step-receipt = Write the receipt
oversight-attempts = { $count ->
    [0] Not tried yet
    [one] Failed once
   *[other] Failed { $count } times
}
oversight-next-look = Tonight
oversight-retry = Try again now
oversight-done-tried = Everything was tried again. What still fails stands below.
oversight-done-clock = The clock is confirmed. What is over its date goes at the next look.
oversight-leap-title = The clock has leapt
oversight-leap = The keeper last looked at { $last }, and the clock now shows { $now }. Until somebody confirms that the clock is right, nothing more goes.
oversight-leap-button = The clock is right
oversight-wishes = { $count ->
    [one] One person wished everything gone. A legal hold keeps part of it; that goes when the hold is over.
   *[other] { $count } people wished everything gone. A legal hold keeps part of it; that goes when the hold is over.
}

oversight-mail-held-subject = Something of yours is kept longer
oversight-mail-held-body = Part of what we hold about you is kept longer than usual, because the law asks for it. You can see what stays and until when after signing in.
oversight-mail-held-link = See what stays
oversight-mail-ending-subject = A hold ends soon
oversight-mail-ending-body = A legal hold that you laid ends within two weeks. If it must last longer, move its last day after signing in. Otherwise you need do nothing.
oversight-mail-ending-link = See the hold
oversight-given-up = { $count ->
    [one] A mail or another task could not be done in twenty tries, or was refused for good. It is not tried again by itself.
   *[other] { $count } mails and other tasks could not be done in twenty tries each, or were refused for good. They are not tried again by themselves.
}
