amendments-changes-title = What changes for you
amendments-nothing-asked = Nothing waits for your choice. Version { $number } of the privacy statement holds for what is yours.
amendments-from = Version { $number } of the privacy statement holds from { $date }.
amendments-since = Version { $number } of the privacy statement holds since { $date }.
amendments-not-for-you = Nothing changes for what you do here.
amendments-everything = See everything that changes, also for others
amendments-versions = Every version, and what changed
amendments-choose = Your choice
amendments-open = You can leave this open. Until you choose, what is yours is not used in any wider way, and it goes on the earlier of both dates.
amendments-continue = Continue under the new version
amendments-stop = Stop and delete everything
amendments-stands = For what is yours, the version that you accepted last holds: number { $number }.

# The officer's editor.
amendments-nav = Statement
amendments-editor-title = The statement
amendments-in-force = Version { $number } is in force. Below stands the text of the next one, which only officers see until it is published.
amendments-waits = Version { $in_force } is in force. Version { $number } is published and holds from { $date }.
amendments-text = The text of the next version
amendments-text-purpose = It begins as the present text. Give it a higher version number, the day from which it holds, and a sentence on what changes. What you write is kept.
amendments-check = Keep and check
amendments-preview = See the page
amendments-to-publication = On to publishing
amendments-findings = What is to be said of this text
amendments-unchanged = This is the text of the newest version: nothing is different.
amendments-good = This text can be published.
amendments-objections = { $count ->
    [one] This text cannot be published yet, for this reason:
   *[other] This text cannot be published yet, for these reasons:
}
amendments-errors = { $count ->
    [one] This text cannot be used: it has one error.
   *[other] This text cannot be used: it has { $count } errors.
}
amendments-effect = What it does to what is held
amendments-found = What was found in the text
amendments-difference = What changes
amendments-error = Error
amendments-warning = Warning
amendments-note = Note
amendments-place = line { $line }, sign { $column }
amendments-also = { $label }: line { $line }
amendments-overtaken = Somebody else has changed the draft since you opened it. This is your text; if you keep it now, it takes the place of theirs.
amendments-too-long = A statement has at most { $most } signs.
amendments-no-text = Choose a file with the text of a statement, in UTF-8.
amendments-from-file = From a file
amendments-file = A statement as a file
amendments-file-purpose = It takes the place of the text above, which you then see and check as if you had typed it.
amendments-file-button = Take this file
amendments-done-kept = Your text is kept. What is to be said of it stands below it.
amendments-done-published = The version is published. Everyone concerned is told.
amendments-preview-title = The page that it would be
amendments-preview-lead = This is how the page would read. Nobody else sees it yet.
amendments-preview-none = The text has errors, so no page comes of it yet.
amendments-preview-languages = Languages of the page
amendments-publication-title = Publish this version
amendments-publication-lead = Publishing cannot be taken back: the version stays readable for ever, and everyone concerned is told at once.
amendments-confirm = I have read what changes and what it does, and I publish it.
amendments-confirm-missing = Tick the box to say that you have read it.
amendments-not-published = Nothing was published. The draft has changed, or something speaks against it; it stands below.
amendments-publish = Publish and tell everyone
amendments-back = Back to the text
