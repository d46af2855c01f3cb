//! Every SQL text of the log; one for both engines.

kernel::queries! {
    /// A day by its date.
    DAY for ["visits.write", "visits.lines"] = "SELECT id FROM visit_day WHERE date = $1";
    /// A new day.
    DAY_NEW for ["visits.write"] = "INSERT INTO visit_day (id, date, at) VALUES ($1, $2, $3)";
    /// A piece of a day's log.
    PIECE_NEW for ["visits.write"] =
        "INSERT INTO visit_piece (id, day, file, times, visits, addresses, pages, dropped) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// The pieces of a day, oldest first.
    PIECES for ["visits.count", "visits.lines"] = "SELECT file, dropped, times FROM visit_piece WHERE day = $1 ORDER BY id";
    /// The days with a log, newest first.
    DAYS for ["visits.lines"] =
        "SELECT date FROM visit_day d WHERE EXISTS (SELECT 1 FROM visit_piece p WHERE p.day = d.id) \
         ORDER BY date DESC LIMIT $1";
    /// Days before a date with a log and without figures.
    UNCOUNTED for ["visits.count"] =
        "SELECT d.id FROM visit_day d WHERE d.date < $1 \
         AND EXISTS (SELECT 1 FROM visit_piece p WHERE p.day = d.id) \
         AND NOT EXISTS (SELECT 1 FROM visit_capacity c WHERE c.day = d.id) ORDER BY d.date";
    /// The figures of a day.
    FIGURES_NEW for ["visits.count"] =
        "INSERT INTO visit_capacity (day, figures) VALUES ($1, $2) ON CONFLICT (day) DO NOTHING";
    /// The figures of the latest days, newest first.
    FIGURES for ["visits.capacity"] =
        "SELECT d.date, c.figures FROM visit_capacity c JOIN visit_day d ON d.id = c.day ORDER BY d.date DESC LIMIT $1";
}
