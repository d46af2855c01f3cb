//! Every SQL text of break-glass; one for both engines.

kernel::queries! {
    /// A request.
    GLASS_NEW for ["break-glass.ask"] =
        "INSERT INTO break_glass (id, kind, subject, person, coach, participant, reason, problem, asker, asked_at, state)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'asked')";
    /// All of them, the latest first.
    GLASSES for ["break-glass.see"] =
        "SELECT id, kind, subject, person, coach, participant, asker, asked_at, state, opened_at, ended_at
         FROM break_glass ORDER BY asked_at DESC, id LIMIT 200";
    /// One of them, to act upon it.
    GLASS for ["break-glass.see", "break-glass.decide", "break-glass.end", "break-glass.read", "opening.see", "opening.end"] =
        "SELECT id, kind, subject, person, coach, participant, asker, asked_at, state, opened_at, ended_at
         FROM break_glass WHERE id = $1";
    /// Why it was asked for.
    REASON for ["break-glass.see", "opening.see"] = "SELECT reason, problem FROM break_glass WHERE id = $1";
    /// Those that concern a person, the latest first.
    OPENINGS for ["openings.list"] =
        "SELECT id FROM break_glass WHERE person = $1 OR coach = $1 OR participant = $1 ORDER BY asked_at DESC, id LIMIT 200";
    /// Somebody's word.
    VOTE_NEW for ["break-glass.decide"] =
        "INSERT INTO break_glass_vote (id, glass, voter, agrees, at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (glass, voter) DO NOTHING";
    /// How many agreed.
    AGREED for ["break-glass.decide", "break-glass.read"] =
        "SELECT COUNT(*) FROM break_glass_vote WHERE glass = $1 AND agrees = 1";
    /// It is open from now on.
    OPENED for ["break-glass.decide"] =
        "UPDATE break_glass SET state = 'open', opened_at = $2 WHERE id = $1 AND state = 'asked'";
    /// It is declined.
    DECLINED for ["break-glass.decide"] =
        "UPDATE break_glass SET state = 'declined' WHERE id = $1 AND state = 'asked'";
    /// It is ended before its time.
    ENDED for ["break-glass.end", "opening.end"] =
        "UPDATE break_glass SET state = 'ended', ended_at = $2 WHERE id = $1 AND state IN ('asked', 'open')";
    /// What was opened, by the names of items.
    LOOKED for ["break-glass.see", "opening.see"] =
        "SELECT DISTINCT items FROM access_line WHERE exception = $1 AND items IS NOT NULL";
}
