CREATE TABLE programme_version (
    id BLOB NOT NULL PRIMARY KEY,
    programme TEXT NOT NULL,
    number INTEGER NOT NULL,
    published INTEGER NOT NULL
);
CREATE UNIQUE INDEX programme_version_number ON programme_version (programme, number);

CREATE TABLE programme_text (
    id BLOB NOT NULL PRIMARY KEY,
    version BLOB NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX programme_text_language ON programme_text (version, language);

CREATE TABLE programme_file (
    id BLOB NOT NULL PRIMARY KEY,
    version BLOB NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    piece BLOB NOT NULL
);
CREATE UNIQUE INDEX programme_file_piece ON programme_file (version, name, number);

CREATE TABLE enrolment (
    id BLOB NOT NULL PRIMARY KEY,
    participant BLOB NOT NULL,
    coach BLOB,
    next_coach BLOB,
    passes TEXT,
    objected INTEGER,
    programme TEXT NOT NULL,
    version BLOB NOT NULL,
    began INTEGER NOT NULL,
    wrote TEXT,
    reminded TEXT,
    reminders INTEGER NOT NULL DEFAULT 0,
    ended INTEGER,
    counted INTEGER,
    agreed BLOB
);
-- Nobody follows a programme twice at once.
CREATE UNIQUE INDEX enrolment_open ON enrolment (participant, programme) WHERE ended IS NULL;
CREATE INDEX enrolment_participant ON enrolment (participant, began);
CREATE INDEX enrolment_uncounted ON enrolment (began) WHERE counted IS NULL;
CREATE INDEX enrolment_passes ON enrolment (passes) WHERE passes IS NOT NULL;
CREATE INDEX enrolment_next_coach ON enrolment (next_coach) WHERE next_coach IS NOT NULL;
CREATE INDEX enrolment_quiet ON enrolment (wrote) WHERE ended IS NULL;
CREATE INDEX enrolment_coach ON enrolment (coach, began);

CREATE TABLE step_opening (
    id BLOB NOT NULL PRIMARY KEY,
    enrolment BLOB NOT NULL,
    author BLOB NOT NULL,
    step TEXT NOT NULL,
    version BLOB NOT NULL,
    opened TEXT NOT NULL,
    told INTEGER,
    kept BLOB
);
CREATE UNIQUE INDEX step_opening_step ON step_opening (enrolment, step);

-- A revision of what stands at a place: an exercise, with a day or without (''), or the mood of a day (exercise '').
CREATE TABLE revision (
    id BLOB NOT NULL PRIMARY KEY,
    enrolment BLOB NOT NULL,
    author BLOB NOT NULL,
    version BLOB NOT NULL,
    exercise TEXT NOT NULL,
    day TEXT NOT NULL,
    hand BLOB NOT NULL,
    written INTEGER NOT NULL,
    replaced INTEGER,
    finished INTEGER,
    shared INTEGER,
    seen INTEGER,
    moved INTEGER NOT NULL,
    answer BLOB,
    diary BLOB,
    mood BLOB
);
CREATE INDEX revision_place ON revision (enrolment, exercise, day, written);
CREATE INDEX revision_current ON revision (enrolment, day) WHERE replaced IS NULL;
-- The coach reads one revision of a place.
CREATE UNIQUE INDEX revision_shared_once ON revision (enrolment, exercise, day) WHERE shared IS NOT NULL;
CREATE INDEX revision_shared ON revision (enrolment, shared) WHERE shared IS NOT NULL;

CREATE TABLE response (
    id BLOB NOT NULL PRIMARY KEY,
    enrolment BLOB NOT NULL,
    author BLOB NOT NULL,
    exercise TEXT NOT NULL,
    day TEXT NOT NULL,
    written INTEGER NOT NULL,
    sent INTEGER,
    seen INTEGER,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX response_unsent ON response (enrolment, exercise, day, author) WHERE sent IS NULL;
CREATE INDEX response_place ON response (enrolment, exercise, day);
CREATE INDEX response_sent ON response (enrolment, sent);

-- Figures about groups. Each value has noise from its first moment, and is shown when its release is closed.
CREATE TABLE outcome_release (
    id BLOB NOT NULL PRIMARY KEY,
    programme TEXT NOT NULL,
    opened TEXT NOT NULL,
    closed TEXT,
    people INTEGER NOT NULL
);
CREATE UNIQUE INDEX outcome_release_open ON outcome_release (programme) WHERE closed IS NULL;

CREATE TABLE outcome_tally (
    id BLOB NOT NULL PRIMARY KEY,
    release BLOB NOT NULL,
    figure TEXT NOT NULL,
    outcome TEXT NOT NULL,
    value INTEGER NOT NULL
);
CREATE UNIQUE INDEX outcome_tally_outcome ON outcome_tally (release, figure, outcome);
-- What authors write on, until it is published: texts and files. Nothing of anybody.
CREATE TABLE programme_draft (
    id BLOB NOT NULL PRIMARY KEY,
    edition INTEGER NOT NULL,
    changed INTEGER NOT NULL
);

CREATE TABLE programme_draft_text (
    id BLOB NOT NULL PRIMARY KEY,
    draft BLOB NOT NULL,
    language TEXT NOT NULL,
    body TEXT NOT NULL,
    edition INTEGER NOT NULL
);
CREATE UNIQUE INDEX programme_draft_text_language ON programme_draft_text (draft, language);

CREATE TABLE programme_draft_file (
    id BLOB NOT NULL PRIMARY KEY,
    draft BLOB NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,
    piece BLOB NOT NULL
);
CREATE UNIQUE INDEX programme_draft_file_piece ON programme_draft_file (draft, name, number);

-- An answer may have meant danger; the row goes when the coach has seen to it.
CREATE TABLE enrolment_warning (
    id BLOB NOT NULL PRIMARY KEY,
    enrolment BLOB NOT NULL,
    raised INTEGER NOT NULL
);
CREATE UNIQUE INDEX enrolment_warning_enrolment ON enrolment_warning (enrolment);

-- A coach's reusable texts, nobody else's.
CREATE TABLE text_block (
    id BLOB NOT NULL PRIMARY KEY,
    person BLOB NOT NULL,
    written INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX text_block_person ON text_block (person, written);
