//! Every SQL text of the slice; one for both engines.

kernel::queries! {
    /// What was brought along, part by part; the parts of one archive together, the latest first.
    PARTS for ["brought-along.see"] =
        "SELECT p.id, p.archive, p.brought_at, p.heading, \
         (SELECT COUNT(*) FROM brought_entry e WHERE e.person = p.person AND e.part = p.id), \
         (SELECT COUNT(e.file) FROM brought_entry e WHERE e.person = p.person AND e.part = p.id) \
         FROM brought_part p WHERE p.person = $1 ORDER BY p.brought_at DESC, p.archive, p.id LIMIT 1000";

    /// One part.
    PART for ["brought-along.see"] =
        "SELECT p.id, p.archive, p.brought_at, p.heading, \
         (SELECT COUNT(*) FROM brought_entry e WHERE e.person = p.person AND e.part = p.id), \
         (SELECT COUNT(e.file) FROM brought_entry e WHERE e.person = p.person AND e.part = p.id) \
         FROM brought_part p WHERE p.person = $1 AND p.id = $2";

    /// A page of its entries, from behind one.
    ENTRIES for ["brought-along.see"] =
        "SELECT id, body, file, size, name FROM brought_entry \
         WHERE person = $1 AND part = $2 AND id > $3 ORDER BY id LIMIT $4";

    /// An entry with a file.
    ENTRY for ["brought-along.see"] =
        "SELECT id, body, file, size, name FROM brought_entry WHERE person = $1 AND id = $2 AND file IS NOT NULL";

    /// Whether an archive was kept already.
    ARCHIVE for ["brought-along.bring"] = "SELECT id FROM brought_part WHERE person = $1 AND archive = $2 LIMIT 1";

    /// A part.
    PART_ADD for ["brought-along.bring"] =
        "INSERT INTO brought_part (id, person, archive, brought_at, heading) VALUES ($1, $2, $3, $4, $5)";

    /// An entry of it.
    ENTRY_ADD for ["brought-along.bring"] =
        "INSERT INTO brought_entry (id, person, part, body, file, size, name) VALUES ($1, $2, $3, $4, $5, $6, $7)";

    /// The parts, to remove them.
    PART_IDS for ["brought-along.remove"] = "SELECT id FROM brought_part WHERE person = $1";

    /// The files of a part.
    FILES for ["brought-along.remove"] =
        "SELECT file FROM brought_entry WHERE person = $1 AND part = $2 AND file IS NOT NULL";

    /// The entries of a part go.
    ENTRIES_GO for ["brought-along.remove"] = "DELETE FROM brought_entry WHERE person = $1 AND part = $2";

    /// A part goes.
    PART_GOES for ["brought-along.remove"] = "DELETE FROM brought_part WHERE person = $1 AND id = $2";
}
