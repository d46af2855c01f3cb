keeper-would = At { $moment }, this would go:
keeper-would-none = At { $moment }, nothing is due.
keeper-did = At { $moment }, this went:
keeper-did-none = At { $moment }, nothing was due.
keeper-line = { $count ->
    [one] { $what }: one time ({ $class }, clause { $clause })
   *[other] { $what }: { $count } times ({ $class }, clause { $clause })
}
keeper-receipt = Receipt { $id }
keeper-receipt-erasure = Receipt { $id }, of an erasure that is now finished
keeper-open = { $count ->
    [one] One act is not finished. It is tried again at the next look.
   *[other] { $count } acts are not finished. They are tried again at the next look.
}
keeper-open-line = { $attempts ->
    [one] Act { $id }, begun { $began }, failed once: { $fault }
   *[other] Act { $id }, begun { $began }, failed { $attempts } times: { $fault }
}
keeper-paused = The keeper waits. It last looked at { $last }, and the clock now shows { $now }. If the clock is right, confirm it; then everything that is due goes.
keeper-mail-ending-subject = Something of yours goes soon
keeper-mail-ending-body = Part of what we hold about you has reached the end of its time and will be deleted soon. You can see what goes and when, and keep your own copy, after signing in.
keeper-mail-ending-link = See what goes
keeper-mail-amendment-subject = The privacy statement changes
keeper-mail-amendment-body = The privacy statement of { $organisation } changes on { $date }. You can read what changes in plain words. Nothing of yours is used in a wider way until you have said that you want to go on, and you may stop and have everything deleted.
keeper-mail-amendment-link = Read what changes
keeper-objection-taken = There are two versions with number { $number }: this text is another than the one that was published. Give it number { $next }.
keeper-objection-older = This is version { $number }, and version { $newest } was published already. To go back to earlier rules, publish them under a higher number.
keeper-objection-early = A version holds from the beginning of a day. The first day from which this one can hold is { $date }: write that day, or a later one, as `effective`.
keeper-objection-notice = This version is wider ({ $clauses }), and people have been promised a notice of { $notice }. The first day from which it can hold is { $date }: write that day, or a later one, as `effective`.
keeper-effect-nothing = This edit moves no date and asks nobody: nothing that is held is touched.
keeper-effect = This edit:
keeper-effect-now = { $rows ->
    [one] deletes one entry of { $what } tonight, in { $count } { $count ->
        [one] place
       *[other] places
    }
   *[other] deletes { $rows } entries of { $what } tonight, in { $count } { $count ->
        [one] place
       *[other] places
    }
}
keeper-effect-earlier = { $count ->
    [one] moves the date of { $what } earlier in one place
   *[other] moves the date of { $what } earlier in { $count } places
}
keeper-effect-later = { $count ->
    [one] moves the date of { $what } later in one place
   *[other] moves the date of { $what } later in { $count } places
}
keeper-effect-asks = { $count ->
    [one] asks one person again, because of { $clauses }
   *[other] asks { $count } people again, because of { $clauses }
}
