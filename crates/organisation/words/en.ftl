organisation-account = My account
organisation-the-coach = the coach
organisation-the-participant = the participant
organisation-the-person = the person it is about
organisation-someone-paused = Somebody whose data is paused
organisation-changes-wider = More is used, or less is protected
organisation-changes-wider-lead = For what is held about you already, this begins only when you choose to go on.
organisation-changes-narrower = Less is used, or more is protected
organisation-changes-narrower-lead = This holds for everyone from the first day.
organisation-changes-same = Otherwise, and neither more nor less
organisation-changes-same-lead = This holds for everyone from the first day.
organisation-changes-wording = The same in other words
organisation-changes-wording-lead = Nothing else happens with what is held about you.

# Files that people send along
organisation-file-empty = This file is empty. Choose another one.
organisation-file-kind = This kind of file cannot be sent, or the file is not what its name says. Which kinds can be sent stands below.
organisation-file-picture = This picture is broken, or it is too large to open: it can have 120 million points at most. Open it, save it anew as JPEG or PNG, and choose it again. Your text is kept.
organisation-file-harmful = This file could harm whoever opens it: it holds a program or another file, or it unpacks to far more than its size shows. Save it anew as PDF, and choose that. Your text is kept.
organisation-file-many = { $most ->
    [one] You can send one file at a time.
   *[other] You can send { $most } files at a time. Please choose fewer.
}
organisation-file-refused = { $name }: { $why }
