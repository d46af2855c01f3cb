## Following

programmes-nav-following = Programmes
programmes-mine-title = Programmes
programmes-mine-others = Also on the way
programmes-mine-ended = Ended
programmes-offers = What you can begin
programmes-offers-empty = There is no programme to begin yet. As soon as there is one, it stands here.
programmes-offer-see = See what { $title } is
programmes-steps = { $count ->
    [one] One step.
   *[other] { $count } steps.
}
programmes-steps-title = The steps
programmes-began-on = Begun on { $date }.
programmes-ended-on = You stopped on { $date }.
programmes-ended-readonly = You can still read what you wrote. Nothing can be added.
programmes-someone = Someone who has left
programmes-next = What is next
programmes-next-step = Next: { $title }.
programmes-next-go = Go on
programmes-next-look = Look back
programmes-next-through = You have been through all the steps. You can look back, and go on using all of it.
programmes-step-open = Open since { $date }
programmes-step-opens = { $title } opens on { $date }.
programmes-step-coach = { $title } opens when your coach opens it with you.
programmes-step-result = { $title } opens when a result gives reason for it, or when your coach opens it.
programmes-step-later = { $title } opens some days after the step before it.
programmes-step-done = { $done } of { $all } exercises done
programmes-to-overview = To all steps
programmes-to-exercise = To the exercise
programmes-coach-is = { $name } coaches you.
programmes-coach-none = You have no coach yet. Until you have one, nobody but you can read what you write.
programmes-responses = New from your coach
programmes-response-new = { $name } has answered you
programmes-response-by = { $name }, { $date }
programmes-mood = Mood
programmes-mood-title = How you feel today
programmes-mood-ask = How do you feel today?
programmes-mood-lowest = very bad
programmes-mood-highest = very good
programmes-mood-keep = Keep how I feel
programmes-mood-plot = How you felt, 0 to 10
programmes-plots = Over time
programmes-points = Points
programmes-number = Number
programmes-result = { $date }: { $points } points of { $most }.
programmes-result-better = That is clearly better than the time before.
programmes-result-worse = That is clearly worse than the time before. It can help to tell your coach.
programmes-result-same = The difference with the time before can be chance.
programmes-line = Line { $number }
programmes-row = Row { $number }
programmes-yes = Yes
programmes-no = No
programmes-timer-done = I have done it
programmes-timer-lasts = { $minutes ->
    [one] It lasts a minute.
   *[other] It lasts { $minutes } minutes.
}
programmes-timer-start = Start
programmes-timer-stop = Stop
programmes-ideas = Ideas that you can take over:
programmes-several = You wrote this on two devices. Both stand here. Below, they are put together as well as we can: change it as you like, and keep it.
programmes-keeping-kept = Kept. Only you can read it.
programmes-keeping-unkept = Not kept yet. We try again; leave this page open.
programmes-sharing = Who can read this when you are done?
programmes-sharing-own = Only I can read this.
programmes-sharing-nobody = Only you can read this: you have no coach yet.
programmes-finish = I am done
programmes-keep = Keep for later
programmes-history = What stood here before
programmes-history-title = { $title }: what stood here before
programmes-history-lead = Only you see this page, also when you share an answer.
programmes-history-empty = Nothing was written here yet.
programmes-standing-kept = Kept on { $date }, not finished.
programmes-standing-finished = Finished on { $date }.
programmes-standing-own = Only you can read it.
programmes-standing-shared = { $name } can read it, and has not seen it yet.
programmes-standing-seen = { $name } has read it on { $date }.
programmes-standing-before = { $name } can still read what you shared before it.
programmes-taking-back = Take it back
programmes-taking-back-said = { $name } can read what you shared here. You can take it back: then only you can read it.
programmes-remove = Remove
programmes-removal-title = Remove what you wrote
programmes-removal-ask = Remove this for good?
programmes-removal-goes = All that you wrote in { $title }, with everything that stood there before
programmes-removal-goes-day = All that you wrote in { $title } for { $date }, with everything that stood there before
programmes-removal-stays = What your coach wrote to you stays.
programmes-remove-do = Remove it for good
programmes-remove-not = Leave it
programmes-other-day = Another day
programmes-other-day-go = Show that day
programmes-fault-choose = Choose one of the answers
programmes-fault-fits = This does not fit here. Look at it again.
programmes-fault-nothing = Nothing is filled in yet.
programmes-begin-kept = What is kept, and who reads it
programmes-begin-own = What you write in exercises, in a diary and about how you feel is yours. Only you can read it.
programmes-begin-shared = When you finish something you choose whether your coach reads it. You can take that back.
programmes-begin-managers = Managers see that you follow this programme, and never what you write. Your coach sees which steps are open, and on which day you wrote last.
programmes-begin-stop = You can stop whenever you like, and have all of it deleted.
programmes-begin-statement = Read the whole privacy statement
programmes-begin-yes = Yes, you may
programmes-begin-agree = Agree and begin
programmes-begin-do = Begin
programmes-begin-not = Not now
programmes-begin-unanswered = Without your yes we may keep nothing of it, so you cannot begin.
programmes-agree = Agree and go on
programmes-ending-link = Stop with this programme
programmes-ending-title = Stop with this programme
programmes-ending-lead = You need not say why. You choose what becomes of what you wrote.
programmes-ending-stop = Stop, and keep what I wrote
programmes-ending-stays = What you wrote and what your coach answered; you can still read it
programmes-ending-until = until { $date }
programmes-ending-period = until its date in the privacy statement
programmes-ending-stop-do = Stop and keep it
programmes-ending-delete = Stop, and delete all of it now
programmes-ending-withdraws = With this you withdraw your yes.
programmes-ending-goes = All that you wrote: answers, diary and how you felt
programmes-ending-goes-responses = What your coach answered beside it
programmes-ending-delete-do = Stop and delete all of it
programmes-done-begun = You have begun. Take your time.
programmes-done-kept = Kept. Only you can read it. Go on whenever you like.
programmes-done-finished = Done, and kept. Only you can read it.
programmes-done-shared = Done. Your coach can read it now.
programmes-done-unshared = Kept, and not shared: who coaches you has changed since you opened the page. Look again, and decide anew.
programmes-done-removed = Removed for good.
programmes-done-taken-back = Taken back. Only you can read it now.
programmes-done-mood = Kept how you feel today.
programmes-done-stopped = You have stopped. What you wrote stays until its date.
programmes-done-withdrawn = You have stopped, and all that you wrote is gone.
programmes-help-title = Help now
programmes-help-lead = If you think of not being alive any more, or if you do not know how to get through the night: talk to somebody now. You need not be sure that it is bad enough.
programmes-help-talk = to talk, at any hour
programmes-help-danger = when a life is in danger
programmes-help-care = for advice about care
programmes-help-more = More numbers, and other countries
programmes-help-europe = Everywhere in the European Union, 112 is the number when a life is in danger.
programmes-help-private = Opening this page is not kept with your name.
programmes-country-nl = The Netherlands
programmes-country-se = Sweden
programmes-country-gb = United Kingdom
programmes-country-ie = Ireland
programmes-country-be = Belgium
programmes-country-de = Germany
programmes-urgent-title = You need not be alone with this
programmes-urgent-lead = Talk to somebody now. They are there for exactly this, at any hour.
programmes-urgent-nobody = Nobody here is told what you filled in. If you want your coach to know, tell your coach.
programmes-urgent-kept = What you wrote is kept.
programmes-urgent-unkept = What you wrote could not be kept. That matters less now.
programmes-urgent-back = Back to the step

## Caring

## Making

## Figures

# Navigation
programmes-nav-outcomes = How programmes go

# Outcomes

programmes-outcomes-title = How the programmes go
programmes-outcomes-lead = Figures about groups, so that you see whether a programme helps. Nobody can be found in them, and no machine has opened anybody's answers for them.
programmes-outcomes-size = A group has at least { $count } people. It is shown when a quarter is over and enough people have been counted, and never changes after that.
programmes-outcomes-reach = Each number is changed a little at random: in nineteen of twenty cases by { $count } at the most. So the numbers do not add up exactly.
programmes-outcomes-none = There are no figures yet. People are counted twelve weeks after they began, or when they stop.
programmes-outcomes-file = Save as a table
programmes-outcomes-between = Counted from { $from } to { $until }
programmes-outcomes-column-outcome = Outcome
programmes-outcomes-column-people = People, about
programmes-figure-way = How far people went
programmes-figure-answer = How soon the coach answered for the first time
programmes-figure-change = How the result of "{ $title }" changed, from the first time to the latest
programmes-outcome-through = To the last step
programmes-outcome-halfway = Half of the steps or more
programmes-outcome-early = Less than half of the steps
programmes-outcome-days = Within two days
programmes-outcome-week = Within a week
programmes-outcome-later = Later
programmes-outcome-none = Not at all
programmes-outcome-private = Nothing was shared
programmes-outcome-better = Better
programmes-outcome-same = About the same
programmes-outcome-worse = Worse
programmes-outcome-unmeasured = Not measured twice
