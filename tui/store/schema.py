"""The store's schema, as numbered migrations: entry N takes a store from version N to N + 1 (`PRAGMA user_version`).

Rules for whoever adds one: never edit an entry that has been released; a migration runs in one transaction; what people
made (marks, notes) is never derived from what the machine made and never deleted by a migration. Marks will refer to a
record by the pair (text digest, record id), both of which survive re-parsing, and never by a row number.
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

MIGRATIONS: tuple[str, ...] = (_BASE,)
VERSION = len(MIGRATIONS)
APPLICATION_ID = 0x6E64_7368  # "ndsh": tells our file from any other SQLite file
