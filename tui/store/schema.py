"""The store's schema, as numbered migrations: entry N takes a store from version N to N + 1 (`PRAGMA user_version`).

Rules for whoever adds one: never edit an entry that has been released; a migration runs in one transaction; what people
made (marks, notes) is never derived from what the machine made and never deleted by a migration.

Marks, planned and not yet built, go into one table beside these:

    mark (id INTEGER PRIMARY KEY, made TEXT, by TEXT, about TEXT, text_digest BLOB, record TEXT, what TEXT, field TEXT,
          value TEXT, note TEXT, undone TEXT)

`what` is confirmed, rejected, corrected or note; `about` the kind. A mark refers to a record by the pair (text digest,
record id), both of which survive re-parsing, never by a row number, and stands on no foreign key, so that nothing that
the machine does can delete it. A mark is never changed: it is undone by a time in `undone`.
"""

from __future__ import annotations

_COMMON = """
    key INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    claimant TEXT,
    claimant_side TEXT,
    stance TEXT NOT NULL,
    realis TEXT NOT NULL,
    mentions TEXT NOT NULL,
    reasons TEXT NOT NULL,
"""

_BASE = f"""
CREATE TABLE root (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE
) STRICT;

-- digest NULL: an ingest of this file was cut short; the next one does it again.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    root_id INTEGER NOT NULL REFERENCES root(id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    digest BLOB,
    parser TEXT NOT NULL,
    error TEXT,
    UNIQUE (root_id, path)
) STRICT;

CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    file_id INTEGER NOT NULL REFERENCES file(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    title TEXT,
    outlet TEXT,
    outlet_basis TEXT NOT NULL,
    host TEXT,
    url TEXT,
    published TEXT,
    published_precision TEXT NOT NULL,
    published_time TEXT,
    date_basis TEXT NOT NULL,
    date_note TEXT,
    authors TEXT NOT NULL,
    credits TEXT NOT NULL,
    language TEXT NOT NULL,
    notes TEXT NOT NULL,
    characters INTEGER NOT NULL,
    text_digest BLOB NOT NULL
) STRICT;
CREATE INDEX article_file ON article(file_id);

CREATE TABLE article_body (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    layout BLOB NOT NULL
) STRICT;

CREATE VIRTUAL TABLE article_fts USING fts5 (
    title, text, content='article_body', content_rowid='article_id', tokenize='unicode61 remove_diacritics 2'
);
CREATE TRIGGER article_body_added AFTER INSERT ON article_body BEGIN
    INSERT INTO article_fts (rowid, title, text) VALUES (new.article_id, new.title, new.text);
END;
CREATE TRIGGER article_body_removed AFTER DELETE ON article_body BEGIN
    INSERT INTO article_fts (article_fts, rowid, title, text)
    VALUES ('delete', old.article_id, old.title, old.text);
END;

CREATE TABLE figure ({_COMMON}
    low INTEGER,
    high INTEGER,
    qualifier TEXT NOT NULL,
    unit TEXT NOT NULL,
    side TEXT,
    place TEXT,
    movement TEXT NOT NULL,
    increment INTEGER NOT NULL,
    per_unit INTEGER,
    as_of TEXT,
    UNIQUE (article_id, id)
) STRICT;

CREATE TABLE cyberattack ({_COMMON}
    targets TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    date TEXT,
    date_precision TEXT NOT NULL,
    effect TEXT NOT NULL,
    suspects TEXT NOT NULL,
    attributions TEXT NOT NULL,
    denials TEXT NOT NULL,
    UNIQUE (article_id, id)
) STRICT;

CREATE TABLE meeting ({_COMMON}
    participants TEXT NOT NULL,
    format TEXT NOT NULL,
    place TEXT,
    date TEXT,
    date_precision TEXT NOT NULL,
    status TEXT NOT NULL,
    duration_minutes INTEGER,
    outcome TEXT NOT NULL,
    UNIQUE (article_id, id)
) STRICT;

CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    root_id INTEGER NOT NULL REFERENCES root(id) ON DELETE CASCADE,
    started TEXT NOT NULL,
    finished TEXT,
    files INTEGER NOT NULL DEFAULT 0,
    articles INTEGER NOT NULL DEFAULT 0,
    records INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0
) STRICT;
"""

# What the ledger made of the records, for each set of roots that is looked at together (`view`). All of it is derived:
# it can be dropped and made again. `change` tells what came and went since a view was last brought in step.
_WEIGHED = """
    mentions INTEGER NOT NULL,
    outlets INTEGER NOT NULL,
    texts INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    agreeing INTEGER NOT NULL,
    against INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    grade TEXT NOT NULL,
    source TEXT NOT NULL,
    claimants TEXT NOT NULL,
    PRIMARY KEY (view_id, id)
"""
_EVENT = """
    view_id INTEGER NOT NULL REFERENCES view(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    day TEXT,
    date TEXT NOT NULL,
    status TEXT NOT NULL,
    realis TEXT NOT NULL,
    disputed TEXT NOT NULL,
    history TEXT NOT NULL,
"""
_TOLD = """
    view_id INTEGER NOT NULL REFERENCES view(id) ON DELETE CASCADE,
    key INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    item TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (view_id, key)
"""
_LEDGER = f"""
ALTER TABLE figure ADD COLUMN published TEXT;
ALTER TABLE cyberattack ADD COLUMN published TEXT;
ALTER TABLE meeting ADD COLUMN published TEXT;
CREATE INDEX cyberattack_date ON cyberattack(date);
CREATE INDEX meeting_date ON meeting(date);
CREATE INDEX article_published ON article(published);

CREATE TABLE change (
    generation INTEGER PRIMARY KEY AUTOINCREMENT,
    root_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL
) STRICT;
-- The number of an article is given out once: it follows the last change (see write_article).
INSERT INTO change (generation, root_id, article_id)
    SELECT article.id, file.root_id, article.id FROM article JOIN file ON file.id = article.file_id;
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
    INSERT INTO change (root_id, article_id) SELECT root_id, new.id FROM file WHERE id = new.file_id;
END;
CREATE TRIGGER article_removed BEFORE DELETE ON article BEGIN
    INSERT INTO change (root_id, article_id)
    VALUES (coalesce((SELECT root_id FROM file WHERE id = old.file_id), 0), old.id);
END;

CREATE TABLE view (
    id INTEGER PRIMARY KEY,
    roots TEXT NOT NULL UNIQUE,
    weigher TEXT NOT NULL,
    generation INTEGER NOT NULL
) STRICT;

CREATE TABLE claim (
    view_id INTEGER NOT NULL REFERENCES view(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    base TEXT NOT NULL,
    first TEXT,
    last TEXT,
    low INTEGER,
    high INTEGER,
    qualifier TEXT NOT NULL,
    unit TEXT NOT NULL,
    side TEXT,
    place TEXT,
    movement TEXT NOT NULL,
    family TEXT NOT NULL,
    increment INTEGER NOT NULL,
    per_unit INTEGER,
    claimant TEXT,
    claimant_side TEXT,
    stance TEXT NOT NULL,
    realis TEXT NOT NULL,
    {_WEIGHED}
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_base ON claim(view_id, base);
CREATE INDEX claim_side ON claim(view_id, side, unit);
CREATE TABLE claim_report ({_TOLD}) STRICT, WITHOUT ROWID;
CREATE INDEX claim_report_item ON claim_report(view_id, item);
CREATE INDEX claim_report_article ON claim_report(article_id);

CREATE TABLE attack_event ({_EVENT}
    targets TEXT NOT NULL,
    type TEXT NOT NULL,
    effect TEXT NOT NULL,
    suspects TEXT NOT NULL,
    attributions TEXT NOT NULL,
    denials TEXT NOT NULL,
    {_WEIGHED}
) STRICT, WITHOUT ROWID;
CREATE INDEX attack_event_since ON attack_event(view_id, since);
CREATE TABLE attack_report ({_TOLD}) STRICT, WITHOUT ROWID;
CREATE INDEX attack_report_item ON attack_report(view_id, item);
CREATE INDEX attack_report_article ON attack_report(article_id);

CREATE TABLE meeting_event ({_EVENT}
    participants TEXT NOT NULL,
    sides TEXT NOT NULL,
    format TEXT NOT NULL,
    place TEXT,
    minutes INTEGER,
    outcome TEXT NOT NULL,
    {_WEIGHED}
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_event_since ON meeting_event(view_id, since);
CREATE TABLE meeting_report ({_TOLD}) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_report_item ON meeting_report(view_id, item);
CREATE INDEX meeting_report_article ON meeting_report(article_id);

-- an event that was merged into another, or whose id changed as more became known, is still found
CREATE TABLE renamed (
    view_id INTEGER NOT NULL REFERENCES view(id) ON DELETE CASCADE,
    was TEXT NOT NULL,
    now TEXT NOT NULL,
    PRIMARY KEY (view_id, was)
) STRICT, WITHOUT ROWID;
"""

_TWINS = """
-- sentences that state something, and the text that each is a copy of: see tui.store.twins
CREATE TABLE sentence (
    name TEXT PRIMARY KEY,
    sentence TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sentence_text ON sentence(text);
CREATE TABLE sentence_mark (
    mark INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (mark, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_report_text ON claim_report(text);
CREATE INDEX attack_report_text ON attack_report(text);
CREATE INDEX meeting_report_text ON meeting_report(text);
"""

MIGRATIONS: tuple[str, ...] = (_BASE, _LEDGER, _TWINS)
VERSION = len(MIGRATIONS)
APPLICATION_ID = 0x6E64_7368  # "ndsh": tells our file from any other SQLite file
