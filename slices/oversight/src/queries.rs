//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    /// A hold.
    HOLD_NEW for ["hold.lay"] =
        "INSERT INTO hold (id, kind, subject, ground, reason, untold, laid_by, laid_at, until) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    /// Holds, those that run first, then the latest.
    HOLDS for ["holds.list"] =
        "SELECT id, kind, subject, ground, laid_at, until, released_at FROM hold \
         ORDER BY CASE WHEN released_at IS NULL AND until > $1 THEN 0 ELSE 1 END, until DESC, id LIMIT 200";

    /// One hold with its reasons.
    HOLD for ["hold.see"] =
        "SELECT id, kind, subject, ground, laid_at, until, released_at, reason, untold FROM hold WHERE id = $1";

    /// One hold, to change it.
    HOLD_TERM for ["hold.change"] =
        "SELECT id, kind, subject, ground, laid_at, until, released_at FROM hold WHERE id = $1";

    /// Its end is another; a new reminder will be due.
    HOLD_MOVED for ["hold.change"] = "UPDATE hold SET until = $2, reminded_at = NULL WHERE id = $1";

    /// It ends now.
    HOLD_RELEASED for ["hold.change"] = "UPDATE hold SET released_at = $2 WHERE id = $1 AND released_at IS NULL";

    /// The latest end of what holds the same thing.
    HELD_LONGEST for ["hold.lay", "hold.change"] =
        "SELECT MAX(until) FROM hold WHERE subject = $1 AND released_at IS NULL AND until > $2";

    /// Holds that end soon and of which nobody was reminded.
    ENDING for ["oversight.remind"] =
        "SELECT id, laid_by FROM hold WHERE until > $1 AND until <= $2 AND released_at IS NULL AND reminded_at IS NULL";

    /// Somebody was.
    REMINDED for ["oversight.remind"] = "UPDATE hold SET reminded_at = $2 WHERE id = $1";
}
