# Navigation and frame
coaching-nav-start = Today
coaching-nav-mine = Dialogues
coaching-nav-trajectories = Trajectories
coaching-tabs = Parts of this trajectory
coaching-tab-dialogue = Dialogue
coaching-tab-notes = Notes
coaching-tab-goals = Goals
coaching-tab-appointments = Appointments
coaching-tab-private-notes = Private notes
coaching-tab-about = About
coaching-back = Back
coaching-with = with { $name }
coaching-since = since { $date }
coaching-from-to = from { $from } to { $until }
coaching-hours = { $from } to { $until }
coaching-someone-gone = Someone who has left
coaching-ended-on = This trajectory ended on { $date }.
coaching-ended-readonly = You can still read everything, and you can add your view to a note that was shared with you. Nobody can write or change anything else.
coaching-ended-meanwhile = This trajectory ended while you were writing, so your message was not sent. You can copy your text below.
coaching-unsent = Your text, not sent

# Start
coaching-start-title = Today
coaching-start-waits = What waits for you
coaching-start-nothing-waits = Nothing waits for you. Enjoy your day.
coaching-start-ahead = What is next for you
coaching-start-tasks = Your tasks
coaching-start-next = Your next talk
coaching-start-no-talk = No talk is planned.
coaching-start-write = Write
coaching-start-no-coach = You have no coach at the moment. As soon as your organisation links you to one, you get a mail and the two of you can write to each other. What there was before stands under “Dialogues” until its date.
coaching-start-waiting = Waiting for your answer
coaching-start-nobody-waits = Nobody waits for an answer.
coaching-start-today = Talks today
coaching-start-nothing-today = You have no talks today.
coaching-start-later = Talks to come
coaching-start-quiet = Quiet for { $days } days or more
coaching-start-no-participant = The people you coach will appear here. As soon as a manager links someone to you, you get a mail.
coaching-start-manager = Your organisation
coaching-start-people = { $count ->
    [one] One seat in use
   *[other] { $count } seats in use
}
coaching-start-people-detail = { $coaches ->
    [one] One coach
   *[other] { $coaches } coaches
}, { $participants ->
    [one] one participant
   *[other] { $participants } participants
}
coaching-start-trajectories = { $count ->
    [one] One open trajectory
   *[other] { $count } open trajectories
}
coaching-start-trajectories-detail = { $count ->
    [0] none has ended
    [one] one has ended
   *[other] { $count } have ended
}
coaching-start-invite = Invite people
coaching-start-other = Welcome. Choose in the menu what you want to do.
coaching-waits-since = { $count ->
    [0] Waits since { $moment }
    [one] Waits since { $moment } · one new message
   *[other] Waits since { $moment } · { $count } new messages
}
coaching-quiet-since = Last wrote on { $date }
coaching-quiet-never = Has not written since you began on { $date }
coaching-unread = { $count ->
    [one] One new message
   *[other] { $count } new messages
}

# Own trajectories
coaching-mine-open = Open
coaching-mine-ended = Ended
coaching-mine-empty = Your dialogues will appear here, as soon as your organisation links you to someone.

# Dialogue
coaching-dialogue-title = Dialogue with { $name }
coaching-dialogue-empty = What you and { $name } write to each other will appear here. Nobody else can read it.
coaching-dialogue-first = Write the first message
coaching-dialogue-none = Nobody wrote anything in this dialogue.
coaching-earlier = Earlier messages
coaching-to-latest = To the latest messages
coaching-message-seen = Read on { $moment }
coaching-write-to = Write to { $name }
coaching-message = Your message
coaching-message-purpose = For your coaching. Take your time: what you type is kept as a draft.
coaching-files = Files
coaching-files-purpose = Up to four files of these kinds: { $kinds }. Together they can be { $most } MB. Their names and content are encrypted. Where a picture was taken, when and with what is removed from it.
coaching-files-heavy = These files are too large: together they can be { $most } MB at most. Nothing was sent, and your text is kept. Choose smaller files, or send several messages.
coaching-send-to = Send to { $name }
coaching-keep-draft = Keep as a draft
coaching-draft-kept = Your draft is kept. You can go on whenever you like.
coaching-draft-until = As long as you have not sent it to { $name }, your draft is yours alone.

# Notes
coaching-notes-title = Notes with { $name }
coaching-note = Note
coaching-note-new = New note
coaching-note-purpose = For your coaching. Only you can read this note, until you share it with { $name }.
coaching-note-keep = Keep for myself
coaching-note-keep-share = Keep, then share with { $name }
coaching-notes-all = Your notes
coaching-notes-empty = Notes of your own will appear here, and notes that { $name } shared with you. Write the first one above.
coaching-note-unshared = Only you
coaching-note-is-shared = Shared
coaching-note-written-mine = You wrote this on { $moment }
coaching-note-shared-mine = You shared this on { $moment }
coaching-note-shared-theirs = { $name } shared this on { $moment }
coaching-note-changed = changed on { $moment }
coaching-note-change = Change
coaching-note-change-title = Change your note
coaching-note-remove = Delete
coaching-note-remove-shared = The note goes at once, for you and for { $name }, and cannot be brought back.
coaching-note-remove-lead = The note goes at once and cannot be brought back.
coaching-note-remove-do = Delete this note
coaching-note-share = Share with { $name }
coaching-note-kept = Your note is kept.
coaching-note-shared = Your note is shared.
coaching-note-removed = The note is deleted.
coaching-share-title = Share this note with { $name }?
coaching-share-after = You can delete the note later, also when it is shared. { $name } may have read it by then.
coaching-share-not = Do not share
coaching-view-add = Add your view
coaching-view-change = Change your view
coaching-view-title = Your view of this note
coaching-view-lead = { $name } wrote this note. You cannot change it. You can write beside it how you see it.
coaching-view = Your view
coaching-view-purpose = It stands beside the note for everyone who reads the note, and goes when the note goes.
coaching-view-after = { $name } gets a mail that says that something was added, without what you wrote.
coaching-view-keep = Put it beside the note
coaching-view-mine = Your view, written on { $moment }
coaching-view-theirs = How { $name } sees it, written on { $moment }
coaching-view-kept = Your view stands beside the note.
coaching-view-removed = Your view is deleted.
coaching-view-remove-lead = Your view goes at once, for you and for { $name }. The note stays.
coaching-view-remove-do = Delete your view

# Private notes
coaching-private-title = Private notes about { $name }
coaching-private-new = New private note
coaching-private-purpose = For your own work as a coach. Nobody else can read it: no participant, no manager, no technician.
coaching-private-keep = Keep private note
coaching-private-kept = Your private notes
coaching-private-empty = What you note down about your work with { $name } will appear here. Nobody else can read it.

# Goals and tasks
coaching-goals-title = Goals with { $name }
coaching-goals-open = Goals
coaching-goals-reached = Reached
coaching-goals-empty = Goals that you and { $name } work towards will appear here. Set the first one below.
coaching-goal-new = New goal
coaching-goal-title = What do you want to reach?
coaching-goal-purpose = For your coaching. Keep it short, such as “Sleep through the night again”.
coaching-goal-keep = Set this goal
coaching-goal-kept = The goal is set.
coaching-goal-set-mine = You set this goal on { $date }
coaching-goal-set-theirs = { $name } set this goal on { $date }
coaching-goal-reach = We reached this goal
coaching-goal-reopen = Take up again
coaching-goal-reached-on = Reached on { $date }
coaching-task-add = Add a task
coaching-task-title = What is the next step?
coaching-task-doer = Who does it?
coaching-task-doer-me = I do
coaching-task-keep = Set this task
coaching-task-kept = The task is set.
coaching-task-for-me = For you to do
coaching-task-for = For { $name } to do
coaching-task-do = Done
coaching-task-done-mine = You did this on { $date }
coaching-task-done-theirs = { $name } did this on { $date }
coaching-task-done-news = Well done. The task is ticked off.
coaching-task-reopen = Not done yet

# Appointments
coaching-appointments-title = Appointments with { $name }
coaching-appointments-next = To come
coaching-appointments-past = Earlier
coaching-appointments-empty = Your talks with { $name } will appear here. Plan the first one below.
coaching-appointment-new = Plan a talk with { $name }
coaching-appointment-title = What is it about?
coaching-appointment-date = Day
coaching-appointment-from = Begins at
coaching-appointment-until = Ends at
coaching-appointment-zone = Times are in the time zone { $zone }.
coaching-appointment-place = Where?
coaching-appointment-place-purpose = For the two of you to find each other: a room, a telephone number or a link.
coaching-appointment-keep = Plan this talk
coaching-appointment-keep-change = Keep the change
coaching-appointment-made = The talk is planned.
coaching-appointment-changed = The change is kept.
coaching-appointment-cancelled-news = The talk is called off.
coaching-appointment-cancelled = Called off
coaching-appointment-change = Change
coaching-appointment-change-title = Change this talk
coaching-appointment-cancel-title = Call it off
coaching-appointment-cancel-lead = { $name } gets a mail that says that something changed, and nothing else.
coaching-appointment-cancel = Call off this talk
coaching-appointment-file = Add to my calendar
coaching-appointment-file-purpose = The calendar file holds the time and the word “Appointment”. It says nothing about whom you meet, where or why.
coaching-appointment-backwards = The end should be later than the beginning.
coaching-appointment-past = This moment is over. Please choose a later one.
coaching-appointment-skipped = This time does not exist on that day, because the clock goes forward. Please choose another one.
coaching-calendar-summary = Appointment

# About and end
coaching-about-title = About this trajectory with { $name }
coaching-promises-title = What the coach has promised
coaching-promised-on = Accepted on { $date }.
coaching-held-title = What is kept here, and until when
coaching-held-dialogue = The dialogue with its files
coaching-held-notes = Notes
coaching-held-goals = Goals and tasks
coaching-held-appointments = Appointments
coaching-held-private-notes = The coach’s private notes
coaching-held-goes-on = Goes on { $date } at the latest
coaching-held-goes-after = Goes { $period }
coaching-end-title = End this trajectory
coaching-end-invite = When your work together is done, you can end the trajectory. First you see what happens with everything in it.
coaching-end-look = See what happens at the end
coaching-end-lead = You are about to end the trajectory of { $participant } with { $coach }.
coaching-end-readonly = Nobody can write or change anything in it any more, except their own view beside a note of the other. Both can still read it.
coaching-end-both-told = Both get a mail that says that it ended.
coaching-end-dates = If you end it today, this is the last day for each part:
coaching-end-do = End this trajectory
coaching-end-not = Do not end it
coaching-ended-news = The trajectory has ended.

# The managers' list
coaching-list-title = Trajectories
coaching-list-lead = Who is coached by whom. What they write and do together is theirs: you cannot see it here.
coaching-list-state = Open or ended
coaching-list-open = Open ({ $count })
coaching-list-ended = Ended ({ $count })
coaching-list-empty = The trajectories of your organisation will appear here. Link a participant to a coach to begin the first one.
coaching-list-none-ended = Trajectories that ended will appear here, until their date.
coaching-list-newer = Newer
coaching-list-older = Older
coaching-column-participant = Participant
coaching-column-coach = Coach
coaching-column-began = Began
coaching-column-ended = Ended
coaching-column-do = To do
coaching-end-link = End
coaching-link-title = Begin a trajectory
coaching-link-do = Begin a trajectory
coaching-link-lead = Link a participant to a coach.
coaching-link-coach-purpose = Who coaches. The coach sees the participant’s name.
coaching-link-participant-purpose = Who is coached. The participant sees the coach’s name.
coaching-link-choose = Choose a name
coaching-link-after = Both get a mail that says that something new is there. From then on they can write to each other.
coaching-link-keep = Begin this trajectory
coaching-link-nobody = You need at least one coach and one participant. Invite them first.
coaching-link-invite = Go to people
coaching-link-same = Nobody can be their own coach. Please choose someone else.
coaching-link-twice = These two are in an open trajectory already.
coaching-linked = The trajectory has begun. Both get a mail.

# Mails, without content
coaching-mail-message-subject = A message waits for you
coaching-mail-message-body = Someone wrote to you. You can read it after signing in.
coaching-mail-message-link = Read the message
coaching-mail-task-subject = A task waits for you
coaching-mail-task-body = A task was set for you. You can see it after signing in.
coaching-mail-task-link = See the task
coaching-mail-appointment-subject = An appointment was made
coaching-mail-appointment-body = There is a new appointment for you. You can see it after signing in.
coaching-mail-appointment-link = See the appointment
coaching-mail-appointment-changed-subject = An appointment has changed
coaching-mail-appointment-changed-body = One of your appointments has changed or was called off. You can see it after signing in.
coaching-mail-appointment-changed-link = See the appointment
coaching-mail-note-subject = A note was shared with you
coaching-mail-note-body = A note was shared with you. You can read it after signing in.
coaching-mail-note-link = Read the note
coaching-mail-view-subject = Something was added to your note
coaching-mail-view-body = The other person put their own view beside a note of yours. You can read it after signing in.
coaching-mail-view-link = Read the view
coaching-mail-begun-subject = Something new waits for you
coaching-mail-begun-body = You were linked to someone. You can see it after signing in.
coaching-mail-begun-link = Have a look
coaching-mail-ended-subject = Something has ended
coaching-mail-ended-body = Something that you take part in has ended. After signing in you see what happens with your data, and when.
coaching-mail-ended-link = See what happens
coaching-paused = This conversation is paused. You can read what is here; nobody can write.
coaching-mine-paused = This conversation is paused.
