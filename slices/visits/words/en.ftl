visits-nav = Capacity

visits-title = Capacity
visits-lead = How much the site has to do, when, and what takes long. These figures are made each night of the day before. Nobody can be found in them.
visits-none = There are no figures yet. Those of today stand here tomorrow.
visits-days = Days
visits-hours = Requests by hour
visits-slowest = What took most of the time
visits-slowest-lead = Pages by the pattern of their address, those first on which the most time was spent in all.
visits-nowhere = (no such page)
visits-fact-requests = Requests
visits-fact-peak = Most requests in one minute
visits-fact-visits = Visits
visits-fact-median = A visit in the middle lasted
visits-fact-longest = The longest visit lasted
visits-fact-limited = Refused because it was too much or too large
visits-fact-bytes = Sent, before compression
visits-fact-missing = Requests missing from the log
visits-column-hour = Hour
visits-column-requests = Requests
visits-column-page = Page
visits-column-median = In the middle
visits-column-longest = Longest
visits-milliseconds = { $count } ms
visits-seconds = { $count ->
    [one] 1 second
   *[other] { $count } seconds
}
visits-minutes = { $count ->
    [one] 1 minute
   *[other] { $count } minutes
}

visits-lines-title = Read the log of a day
visits-lines-lead = Only to find out about misuse or to mend a fault. Your reason is kept with your number before anything opens, and officers read it.
visits-lines-none = There is no log to read.
visits-lines-open = Keep the reason and read
visits-lines-other = Choose another day
visits-lines-about = { $date }. Your reason is kept: { $reason }
visits-lines-more = The first { $count } of { $all } lines. Name one address to see fewer.
visits-lines-empty = There are no such lines on this day.
visits-choose = Choose
visits-back = Back
visits-reason-purpose = Say what you look for and why. Name nobody.
visits-address = One address alone
visits-address-purpose = The internet address whose lines you need.
visits-column-time = Time
visits-column-visit = Visit
visits-column-address = Address
visits-column-browser = Browser
visits-column-when = When
visits-column-who = Who
visits-column-day = Day
visits-column-reason = Reason

visits-readings-title = Who read the log of visits
visits-readings-lead = A technician reads lines of visits only after stating a reason. Each time stands here as long as the access log of that day.
visits-readings-none = Nobody has read lines of visits.

visits-popular-title = Popular pages
visits-popular-lead = In how many visits each page was opened, and for how long on average. A week stands here when it is over, and whoever asks by the browser not to be followed is not counted.
visits-popular-enough = { $count ->
    [one] A page is shown from 1 visit in the week on.
   *[other] A page is shown from { $count } visits in the week on.
}
visits-popular-place = From which country a visit comes is not found out.
visits-popular-weeks = Weeks, by their Monday
visits-popular-none = No page was visited often enough in this week.
visits-column-visits = Visits
visits-column-each = On average

visits-misuse = What may be misuse
visits-misuse-lead = These rules look at requests as they are written down, and at each whole day in the night. What they find asks for an answer and judges nobody: a school where all share one address can look like one person who does much.
visits-misuse-none = Nothing was found on the days that are kept.
visits-rule-guessing = Many refused sign-ins
visits-rule-walking = Many pages that are not there
visits-rule-flood = More requests than a person makes
visits-rule-registering = Many registrations
visits-terms-address = { $many } or more within { $time }, from one address.
visits-terms-network = { $many } or more within { $time }, from one network.
visits-finding-open = To be answered
visits-finding-about = { $count } within { $time }, from { $at } on.
visits-finding-rule = The rule:
visits-finding-where = From which address stands in the log of that day alone, and goes with it.
visits-finding-done = What was done
visits-finding-purpose = One line: what it was and what you did. Name nobody, and no address.
visits-finding-keep = Keep this answer
visits-finding-answered = Written down on { $at }.
visits-mail-found-subject = Something asks for an answer
visits-mail-found-body = A rule that looks at the requests to the site has found something that may be misuse. You can see what it is after signing in, and write down what you did.
visits-mail-found-link = See what was found
