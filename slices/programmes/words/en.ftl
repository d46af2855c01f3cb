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
programmes-ahead-go = Go on where you were.
programmes-ahead-begin = See what you can begin.
programmes-next = What is next
programmes-next-step = Next: { $title }.
programmes-next-go = Go on
programmes-next-look = Look back
programmes-next-through = You have been through all the steps. You can look back, and go on using all of it.
programmes-step-open = Open since { $date }
programmes-step-opens = { $title } opens on { $date }.
programmes-step-coach = { $title } opens when your coach opens it with you.
programmes-step-answered = { $title } opens once you have answered “{ $questionnaire }”.
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
programmes-agreed-title = What I agreed to in my programmes
programmes-my-data = My data
programmes-agreed-lead = You withdraw it programme by programme. Then the programme ends, and all that you wrote in it is deleted, with what your coach answered.
programmes-agreed-none = You have agreed to nothing yet: the question is asked when you begin a programme.
programmes-agreed-stands = You said yes, and the programme goes on since { $date }.
programmes-agreed-anew = The question has changed since you began on { $date }. Until you answer it, nothing more is kept.
programmes-agreed-ended = The programme ended on { $date }. What you wrote in it, if anything is left, stays until its date.
programmes-agreed-answer = Answer the question: { $title }
programmes-agreed-withdraw = Withdraw: { $title }
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
programmes-ending-held = We must keep it until { $date }, because of a legal hold. Until then nothing can be deleted.
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

## Making

programmes-making-title = Writing programmes
programmes-making-lead = Here you write the programmes that people follow. Nothing about anybody stands here.
programmes-making-drafts = What is being written
programmes-making-changed = Last changed { $at }
programmes-making-untitled = Without a title
programmes-making-programmes = Programmes
programmes-making-empty = No programme has been published yet. What you publish will stand here, with all its versions.
programmes-making-version = Version { $number }, published on { $date }
programmes-making-write-on = Write a new version
programmes-making-take = Take away as a file
programmes-making-new = A new programme
programmes-making-new-lead = You begin with a short example and write on from there. Others who write programmes see your draft and can change it. People who follow programmes see it only after you publish it.
programmes-making-begin = Begin a programme
programmes-making-begin-shipped = Begin with “Sleeping better”
programmes-making-removed = The draft is gone.
programmes-making-published = The version is published. Whoever begins now gets it.
programmes-making-editor-lead = One text for each language. Steps, short names and what stands in brackets are the same in all of them.
programmes-making-languages = Languages of the programme
programmes-making-text = The text: { $language }
programmes-making-text-purpose = What you write is kept as you type; “Keep and look” keeps it, too. Without any text, the programme does not have this language.
programmes-making-no-text = There is no text in this language yet. You can begin with the text of another one and translate it.
programmes-making-begin-with = Begin with the text: { $language }
programmes-making-beside = Put beside it: { $language }
programmes-making-keep = Keep and look
programmes-making-to-publication = On to publishing
programmes-making-findings = What is to be said of this text
programmes-making-more = More about this draft
programmes-making-kept = Your text is kept.
programmes-making-imported = The programme is here as a draft. Look at it, and publish it when it is right.
programmes-making-left-out = The programme is here as a draft. Some of what was in the file belongs to no programme and was left out.
programmes-making-too-long = A text has at most { $most } signs.
programmes-making-overtaken = Somebody else has changed this text since you opened it. Both stand here: first theirs, then yours. If you keep yours now, it takes the place of theirs.
programmes-making-changed-live = Somebody else has changed this text since you opened it. Press “Keep and look” to see both. Yours is not lost.
programmes-making-theirs = What somebody else kept in the meantime
programmes-making-place = Line { $line }, sign { $column }
programmes-making-mend = To mend it: { $mend }
programmes-making-good = This programme can be published.
programmes-making-good-here = Nothing is wrong with this text. The programme cannot be published yet because of a text in another language.
programmes-making-faults = { $count ->
    [one] One thing is to be mended before it can be published.
   *[other] { $count } things are to be mended before it can be published.
}
programmes-making-others = { $count ->
    [one] { $language }: one thing is to be mended
   *[other] { $language }: { $count } things are to be mended
}
programmes-making-remove-title = Throw this draft away
programmes-making-remove-ask = Throw it away?
programmes-making-remove-goes = The draft in all its languages, with its pictures and sound, for everybody who writes on it
programmes-making-remove-stays = All published versions
programmes-making-remove-do = Throw away
programmes-making-remove-not = Keep it
programmes-preview-title = How it looks
programmes-preview-none = As soon as there is a text, you see here how it looks.
programmes-preview-at-once = This step opens at once.
programmes-preview-after = { $count ->
    [one] This step opens after one day.
   *[other] This step opens after { $count } days.
}
programmes-preview-check-in = { $count ->
    [one] One day after goals were set, it asks how each went.
   *[other] { $count } days after goals were set, it asks how each went.
}
programmes-preview-by-coach = This step is opened by the coach.
programmes-preview-answered = This step opens once the questionnaire is answered, or when the coach opens it.
programmes-preview-by-result = This step opens when a result allows it, or when the coach opens it.
programmes-preview-private = Private, unless whoever answers shares it.
programmes-preview-shared = The form proposes to share this with the coach. Whoever answers decides.
programmes-import-title = Bring in a programme from a file
programmes-import-lead = A programme travels as one ZIP file: a text for each language, such as programme.en.md, and a folder “media” with pictures and sound.
programmes-import-file = The file
programmes-import-purpose = It becomes a draft that you can look at before you publish it. If anything is wrong with it, all of that is listed here and nothing is kept.
programmes-import-do = Bring in
programmes-import-none = Choose a file.
programmes-import-too-large = The file is larger than may be. Nothing was kept.
programmes-import-faults = { $count ->
    [one] One thing in this file is to be mended first. Nothing was kept.
   *[other] { $count } things in this file are to be mended first. Nothing was kept.
}
programmes-import-found = What is to be mended
programmes-files-title = Pictures and sound
programmes-files-lead = The files of this draft. Each is shown where a text names it.
programmes-files-empty = There is no file yet. Those that you add will stand here, with what you paste into the text.
programmes-files-paste = Paste this into the text, and put your own words in place of the dots:
programmes-files-remove = Remove
programmes-files-add-title = Add files
programmes-files-file = Files
programmes-files-purpose = Pictures (.svg, .png, .jpg, .webp), video (.mp4, .webm), sound (.mp3, .m4a) and captions (.vtt). A file with a name that is there already takes the place of that one.
programmes-files-add = Add
programmes-files-kept = The files are there.
programmes-files-removed = The file is gone.
programmes-files-none = Choose at least one file.
programmes-files-too-large = That is more than can be sent at once. Nothing was kept. Send fewer files at a time.
programmes-files-faulty = Not every file can be used, so none was kept. What is wrong stands below.
programmes-files-full = A programme holds at most { $most } MiB of files. Nothing was kept.
programmes-publication-title = Publish
programmes-publication-lead = A published version never changes, and stays readable for whoever is in the middle of it.
programmes-publication-first = This is the first version of the programme with the short name “{ $name }”. People can begin with it as soon as it is published.
programmes-publication-differs = This is what is different from version { $number }:
programmes-publication-alike = No step differs from version { $number }.
programmes-publication-came = A language that is new: { $languages }.
programmes-publication-went = A language that is there no more: { $languages }. Who reads it goes on in this one: { $other }.
programmes-publication-middle = { $count } people are in the middle of this programme.
programmes-publication-middle-few = Fewer than { $least } people are in the middle of this programme.
programmes-publication-middle-many = { $most } people or more are in the middle of this programme.
programmes-publication-move = Steps in which answers mean what they meant are shown to them in the new version. Where an answer may not fit any more, they are asked and can keep theirs.
programmes-publication-do = Publish version { $number }
programmes-publication-back = Back to the text
programmes-publication-faults = This programme cannot be published yet. All of this is to be mended:
programmes-publication-not = Nothing was published: the draft has changed since you looked. It stands below as it is now.
programmes-difference-same = the same
programmes-difference-reworded = other words
programmes-difference-changed = changed
programmes-difference-new = new
programmes-difference-gone = no longer there
programmes-newer-title = A newer version
programmes-newer-back = Your programme
programmes-newer-none = You have everything in its newest version, or as you chose it. There is nothing to choose.
programmes-newer-lead = Your programme has a newer version. In these steps something has changed where you wrote something, so you choose. Nothing that you wrote goes, whatever you choose.
programmes-newer-own = Keep mine
programmes-newer-own-hint = The step stays as you know it.
programmes-newer-take = Take the new one
programmes-newer-take-hint = You see the new step. What you wrote stays in the history.
programmes-newer-do = Keep my choice
programmes-newer-later = Choose later
programmes-newer-on = Go on with the programme
programmes-newer-waits = A newer version of this programme has changed a step in which you wrote.
programmes-newer-look = See what is new, and choose
programmes-newer-chosen = Your choice is kept.

# Caring
programmes-nav-caseload = Caseload
programmes-nav-enrolments = Programmes
programmes-caseload-title = Whom you coach
programmes-caseload-none = Nobody is here yet. As soon as a manager lets you coach somebody, you see it here and get a mail.
programmes-caseload-moved = A shared result has moved
programmes-caseload-waiting = Waits for your answer
programmes-caseload-quiet = Quiet for two weeks or longer
programmes-caseload-others = On the way
programmes-shared-since = Shared something on { $date }
programmes-wrote-on = Last wrote something on { $date }.
programmes-case-began = "{ $title }", since { $date }.
programmes-case-ended = The programme ended on { $date }. What was shared can still be read; nothing can be answered.
programmes-case-paused = This person has frozen the own data. Nothing can be written.
programmes-case-none = { $name } has shared nothing. You see here what { $name } shares, and nothing else.
programmes-tabs = Parts of this page
programmes-tab-shared = Shared with you
programmes-tab-steps = Steps
programmes-shared-at = Shared on { $moment }. It is marked as read by you.
programmes-shared-result = { $points } of { $most }:
programmes-answer = Answer
programmes-answer-to = Your answer to { $name }
programmes-send-to = Send to { $name }
programmes-sent-at = Sent on { $moment }, not seen yet.
programmes-sent-and-seen = Sent on { $moment }, seen on { $date }.
programmes-unsent-yours = What you keep for later stays yours until you send it:
programmes-news-sent = Your answer is sent.
programmes-news-kept = Your answer is kept. Nobody else sees it yet.
programmes-news-opened = The step is open.
programmes-response-long = This answer is longer than 10,000 signs. Make it shorter; it stands below.
programmes-response-closed = This is not shared with you any more, so your answer was not sent. You can copy it below.
programmes-steps-lead = Steps open by their days, by a result, or when you open them. A step that a result opened which is not shared is not told here.
programmes-step-open-since = Open since { $date }
programmes-step-not-open = Not open, as far as you are told
programmes-open-step = Open it now
programmes-enrolments-title = Who follows which programme
programmes-enrolments-lead = You see who follows what, and with which coach. How far somebody is, and what somebody writes, you do not see.
programmes-enrolments-none = Nobody follows a programme yet.
programmes-column-participant = Participant
programmes-column-programme = Programme
programmes-column-began = Since
programmes-column-coach = Coach
programmes-column-change = Change
programmes-nobody-yet = Nobody yet
programmes-passes-to = { $name } from { $date } on
programmes-objected-on = Objected to another coach on { $date }
programmes-assign = Choose a coach
programmes-hand-over = Hand over
programmes-assign-title = Who coaches { $name }?
programmes-assign-lead = { $name } and the coach get a mail at once. From then on the coach reads what { $name } shares.
programmes-hand-over-lead = { $name } gets a mail at once and can object for seven days. Then the new coach takes over, reads what is shared, and the old one reads nothing any more.
programmes-load = { $count ->
    [0] Coaches nobody now
    [one] Coaches one person now
   *[other] Coaches { $count } people now
 }
programmes-coach-invited = Invited, and has not joined yet
programmes-coaches-fewer = Coaches with fewer people
programmes-coaches-more = More coaches
programmes-no-coaches = There is no other coach. Invite one first.
programmes-to-people = To the people
programmes-newer = Back
programmes-older = Further
programmes-news-assigned = Both got a mail.
programmes-news-told = The participant got a mail, and can object for seven days.
programmes-handover-title = Another coach
programmes-handover = From { $date } on { $name } coaches you, and reads what you share and have shared. Until then nothing changes. You can object; then it does not happen.
programmes-object = I do not want this
programmes-news-objected = It does not happen. Your coach stays, and the managers have been told.
programmes-mail-shared-subject = Something waits for you
programmes-mail-shared-body = Somebody whom you coach has shared something. You can read it after signing in.
programmes-mail-shared-link = See what waits
programmes-mail-answered-subject = Your coach has answered
programmes-mail-answered-body = You can read the answer after signing in.
programmes-mail-answered-link = Read the answer
programmes-mail-step-subject = A new step is open to you
programmes-mail-step-body = Begin whenever it suits you. Nothing runs out.
programmes-mail-step-link = See the step
programmes-mail-coach-subject = Who coaches whom has changed
programmes-mail-coach-body = Somebody new coaches you, or you coach somebody new. You see it after signing in.
programmes-mail-coach-link = See who
programmes-mail-handover-subject = You are to get another coach
programmes-mail-handover-body = In seven days somebody else is to coach you. You see who after signing in, and you can object.
programmes-mail-handover-link = See who, and object
programmes-mail-passes-subject = A colleague is to go on for you
programmes-mail-passes-body = In seven days a colleague takes over somebody whom you coach, unless that person objects. You see who after signing in.
programmes-mail-passes-link = See who
programmes-mail-objected-subject = Somebody objected to another coach
programmes-mail-objected-body = So nothing changes for now. You see it after signing in.
programmes-mail-objected-link = See it
programmes-mail-silence-subject = You can go on whenever you like
programmes-mail-silence-body = You have not been here for a week. That is all right. If you like, go on with something small.
programmes-mail-silence-link = Go on
programmes-back = Back
programmes-steps-count = { $count ->
    [one] One step.
   *[other] { $count } steps.
 }
## Figures

# Navigation

# Outcomes

# Warnings
programmes-warning-before = If an answer here may mean that you are in danger, { $name } gets a mail when you press a button below, to get in touch with you. It says nothing of what you answered.
programmes-warning-told = { $name } has been told that you may need help, and nothing of what you filled in. It can take a while until { $name } reads it. Do not wait for it.
programmes-mail-warning-subject = Somebody may need you today
programmes-mail-warning-body = Look after signing in, and get in touch today. This mail says nothing more.
programmes-mail-warning-link = See who
programmes-caseload-danger = Talk to them today
programmes-warned-on = An answer on { $date } may have meant danger
programmes-warning-open = An answer on { $date } may have meant danger. Get in touch with { $name } today. You are not told which answer it was, unless it is shared with you.
programmes-warning-settle = I have seen to it
programmes-news-settled = Done. The mark is gone.
programmes-news-unsettled = Something was answered since. Look at it before the mark goes.

# Lists of a coach
programmes-show = Whom you see here
programmes-show-all = All
programmes-show-danger = Today
programmes-show-moved = Result moved
programmes-show-waiting = Waiting
programmes-show-quiet = Quiet
programmes-show-handover = Handing over
programmes-show-count = { $count ->
    [one] one person
   *[other] { $count } people
 }
programmes-show-danger-none = No answer has meant danger since you last saw to one.
programmes-show-moved-none = No shared result has moved since your last answer.
programmes-show-waiting-none = Nobody waits for your answer.
programmes-show-quiet-none = Everybody has written something in the last two weeks, or waits for you.
programmes-show-handover-none = You hand nobody over.
programmes-caseload-handover = Handing over
programmes-case-passes = { $name } takes over on { $date }, unless there is an objection before.
programmes-case-objected = Objected to another coach on { $date }. You go on.

# When a coach is away
programmes-leave = Days away
programmes-leave-lead = When you are away, those whom you coach get a mail a week before, and read the days on their pages. What they share waits until you are back. Why you are away is your own affair: nobody asks for it here.
programmes-leave-none = You have no days away. What you enter below stands here until it is over.
programmes-leave-days = You are away from { $from } up to and including { $until }.
programmes-leave-look = Change it
programmes-leave-told = Those whom you coach have been told.
programmes-leave-to-tell = Those whom you coach get a mail on { $date }.
programmes-leave-since = First day away
programmes-leave-until = Last day away
programmes-leave-until-purpose = The day after it you are back.
programmes-leave-keep = Say that I am away
programmes-leave-remove = Take it back
programmes-leave-danger = An answer that may mean danger is still mailed to you while you are away. Whoever gives it is told that you are away and nobody looks, and whom to call. If somebody cannot be without a coach for so long, see in good time that a colleague takes over.
programmes-leave-readers = those whom you coach
programmes-leave-no-day = Choose a day.
programmes-leave-order = The last day is before the first.
programmes-leave-past = This is over already.
programmes-leave-long = That is too far away: more than a year.
programmes-leave-meets = You are away on some of these days already. Take that back first.
programmes-leave-many = There are twenty entries already. Take one back first.
programmes-leave-done-told = It is kept, and those whom you coach get a mail now.
programmes-leave-done-kept = It is kept. Those whom you coach get a mail a week before; they see it on their pages from now on.
programmes-leave-done-removed = It is taken back. Whoever had been told gets a mail.
programmes-coach-away = Away from { $from } up to and including { $until }
programmes-away = { $name } is away from { $from } up to and including { $until }. You can go on as ever. What you share waits until { $name } is back.
programmes-sharing-away = { $name } is away up to and including { $until }. What you share waits until after that.
programmes-warning-before-away = If an answer here may mean that you are in danger: { $name } is away up to and including { $until }. A mail goes to { $name }, but nobody may read it before then, and nobody else is told. Help at any hour stands under “Help now”.
programmes-warning-told-away = { $name } is away up to and including { $until }. A mail has gone to { $name }, but it may not be read before then, and nobody else has been told. Do not wait for it: call now.
programmes-mail-leave-subject = Your coach is going to be away
programmes-mail-leave-body = You see from when until when after signing in. Nothing of yours goes, and you can go on as ever.
programmes-mail-leave-link = See when
programmes-mail-leave-changed-subject = The days on which your coach is away have changed
programmes-mail-leave-changed-body = You see how it is now after signing in.
programmes-mail-leave-changed-link = See it

# Asking for a colleague
programmes-tab-colleague = Handing over
programmes-colleague-lead = If you cannot go on with { $name }, or not for a while, you can ask for a colleague. The managers see that you ask, and choose who; you need not say why. { $name } is told a week before it happens, and can object. Until then nothing changes.
programmes-colleague-ask = Ask for a colleague
programmes-colleague-keep = Go on myself after all
programmes-colleague-done-asked = The managers have been told. You stay the coach until somebody takes over.
programmes-colleague-done-kept = You go on.
programmes-case-asked = You asked for a colleague on { $date }.
programmes-asked-on = The coach asked for a colleague on { $date }
programmes-leave-all = For some people a colleague can take over instead. You ask for that on the page of each, or for all of them here. The managers choose who, and each is told a week before and can object.
programmes-leave-all-ask = Ask for colleagues for all whom I coach
programmes-mail-asked-subject = A coach asks for a colleague
programmes-mail-asked-body = Somebody is to get another coach. You see whom, and choose who, after signing in.
programmes-mail-asked-link = Choose who

# Looking back at moods
programmes-moods = How you felt, day by day
programmes-moods-lead = What you noted on each day, the latest first. You can remove a day, and take back what you shared.
programmes-moods-none = You have not noted how you feel yet. What you note stands here.
programmes-moods-point = { $point } of 10.
programmes-moods-goes = How you felt on { $date }, with all that you had noted for that day before

# Texts of a coach
programmes-texts = My texts
programmes-texts-lead = What you write often you can keep here, and put into an answer by a button. Nobody else reads it. Keep nothing of anybody here.
programmes-texts-new = A new text
programmes-texts-keep = Keep it
programmes-texts-change = Change or remove
programmes-texts-words = The text
programmes-texts-remove = Remove it
programmes-texts-kept = The text is kept.
programmes-texts-removed = The text is removed.
programmes-texts-long = This text is longer than 4,000 signs. Make it shorter; it stands below.
programmes-texts-many = There are a hundred texts already. Remove one first.
programmes-texts-choose = Add one of my texts
programmes-texts-none = You have no texts yet. You can write some under “My texts”, on the page with the people whom you coach.
programmes-texts-put-in = Put it in
programmes-texts-none-now = Go on without
programmes-ahead-caseload = { $waiting ->
    [0] Nobody waits for your answer.
    [one] One of { $all } waits for your answer.
   *[other] { $waiting } of { $all } wait for your answer.
 }

# Check-ins of goals
programmes-check-in-title = { $title }: how did it go?
programmes-check-in-lead = Look back without judging yourself. Also “not this time” tells you something. You can leave open what you like.
programmes-check-in-went = How did it go?
programmes-check-in-done = It worked
programmes-check-in-partly = It worked in part
programmes-check-in-not = Not this time
programmes-check-in-remark = What helped, or what was in the way?
programmes-check-in-remarks = What helped, or was in the way
programmes-check-in-asked = How did it go with what you wanted to try?
programmes-check-in-next = On { $date } you are asked here how it went. You need not wait for it.
programmes-check-in-go = Look back
programmes-check-ins = How it went until now
programmes-check-in-day = Day
programmes-check-in-goal = What I wanted to try
programmes-ahead-check-in = Look back for a moment, if you like.

# Files in exercises
programmes-upload-remark = Anything to say about it
programmes-upload-files = { $most ->
    [one] A file
   *[other] Files, { $most } at most
 }
programmes-upload-purpose = These kinds: { $kinds }. Together { $most } MB at most. Names and content are encrypted. Where a picture was taken, when and with what is removed from it.
programmes-upload-here = Handed in here
programmes-upload-untick = Take the tick away and keep, and the file is no longer part of your answer. It stays in what stood here before, which only you read. With “Remove” it goes for good.
programmes-upload-open = Files to open
programmes-upload-held = Files:
programmes-upload-all = All files that you handed in here
programmes-upload-many = { $most ->
    [one] One file fits here.
   *[other] { $most } files fit here.
 } What is too much was not kept. Take one out first.
programmes-upload-heavy = These files are too large: together they can be { $most } MB at most. None of them was kept; what you wrote is. Choose smaller ones, or fewer at a time.

programmes-device-told = If the line fails, what you type stays on this device, sealed, until it can be sent, and at most { $days ->
    [one] one day
   *[other] { $days } days
}. Only you can open it, signed in here.
programmes-device-sealed = Not sent yet. It is kept on this device, sealed, and sent when the line is back. You can close this page.
programmes-device-sent = Kept. It has been sent, and is gone from this device. Only you can read it.
programmes-device-restored = Kept. What was left on this device is here again, has been sent, and is gone from the device. Only you can read it.
programmes-device-waits = You wrote something that was not sent yet. It is kept on this device, sealed. Open it, and it is sent:
