publication-title = Privacy statement
publication-as-text = Read this as plain text
publication-key = Receipts and the ledger of rights are signed with this key:

# The evidence beside a clause.
publication-kept-none = Looked at on { $date }: nothing runs under this today.
publication-kept-few = Looked at on { $date }: fewer than ten run under this today.
publication-kept = Looked at on { $date }: the oldest has run since { $oldest }, and the next goes after { $next }.
publication-read = { $ways ->
    [0] Tried on { $date }: nothing in the program shows this today.
    [one] Tried on { $date }: one kind of page shows this. Access rules { $rules }.
   *[other] Tried on { $date }: { $ways } kinds of page show this. Access rules { $rules }.
 }
publication-never = { $tried ->
    [0] Tried on { $date }: nothing in the program shows this to anybody today.
    [one] Tried on { $date }: the one way to it is closed. Access rules { $rules }.
    [2] Tried on { $date }: both ways to it are closed. Access rules { $rules }.
   *[other] Tried on { $date }: all { $tried } ways to it are closed. Access rules { $rules }.
 }
publication-never-open = Tried on { $date }: { $open } of { $tried } ways to it are open. This clause is not kept.
publication-overdue = Overdue: nobody has renewed this since { $date }.
publication-copies = The latest backup was made and read back on { $date }; { $kept ->
    [one] one backup is kept.
   *[other] { $kept } backups are kept.
 }
publication-copies-late = Overdue: no backup has been made since { $date }.
publication-confirmed = People last confirmed this on { $date }.
publication-confirmed-overdue = People last confirmed this on { $date }. It was due again on { $due }, and nobody has confirmed it since.
publication-unconfirmed-overdue = It was due on { $due }, and nobody has confirmed it yet.
publication-unconfirmed = Nobody has confirmed this yet.
publication-failed = On { $date } we found that this is not as it should be. We are putting it right.
publication-ask = Ask us about your data, with or without an account
publication-requests = On { $date } no request was overdue.
publication-requests-overdue = On { $date } at least one request was overdue.
publication-requests-none = Until { $date } nothing was asked.

# Versions.
publication-versions-title = Versions
publication-versions-lead = Every version of this statement stays here, whole and as it was.
publication-versions-link = Every version, and what changed
publication-version = Version { $number }
publication-version-sentence = This is version { $number }.
publication-since = Holds since { $date }.
publication-from = Holds from { $date }.
publication-in-force = In force
publication-waits = Not in force yet
publication-what-changed = What changed
publication-this-in-force = This is the version that is in force now.
publication-this-waits = This version is not in force yet.
publication-this-earlier = This is an earlier version. It is no longer in force.
publication-compare = Compare two versions
publication-compare-from = From
publication-compare-to = To
publication-compare-button = Show the difference
publication-changes-title = From version { $from } to version { $to }
publication-changes-none = No clause is different.
publication-read-version = Read version { $number }, whole
