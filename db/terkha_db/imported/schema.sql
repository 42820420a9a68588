-- A collection: one table of sites that a reader brought, with an index of names as the catalogue
-- has it. Written once and then only read; only features of SQLite 3.40 are used.

CREATE TABLE about (
  key   TEXT PRIMARY KEY,            -- name, slug, file, read, imported, sites, rejected …
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE field (                 -- the columns of the reader's table
  position INTEGER PRIMARY KEY,      -- the column of the table site is 'c' and this number
  header   TEXT NOT NULL,
  role     TEXT NOT NULL,            -- a word of ROLES
  lang     TEXT NOT NULL,
  type     TEXT NOT NULL,            -- text, number or date (ISO text)
  sortable INTEGER NOT NULL,         -- 1: there is an index
  misfits  INTEGER NOT NULL          -- cells that are not of that type, kept as they were
) STRICT;

CREATE TABLE rejected (
  place  INTEGER NOT NULL,           -- the number of the line, row or feature
  kind   TEXT NOT NULL,              -- 'rejected', or 'noted': taken, but not as it stood
  reason TEXT NOT NULL,
  text   TEXT NOT NULL               -- how it begins
) STRICT;

-- The table site is made from the header: number, place, title, second, lat, lon, c1, c2 …

CREATE TABLE name (
  number    INTEGER PRIMARY KEY,     -- in the order of the table
  record    INTEGER NOT NULL,        -- the number of the site
  text      TEXT NOT NULL,
  lang      TEXT NOT NULL,
  used_by   TEXT,
  users     TEXT,
  note      TEXT,
  attested  INTEGER NOT NULL,
  preferred INTEGER NOT NULL,
  derived_from INTEGER,
  key       TEXT NOT NULL,           -- folded, tokens joined
  tokens    TEXT NOT NULL            -- folded, one per word, Han character or Tibetan syllable
) STRICT;

CREATE TABLE han_variant (           -- traditional to simplified characters, for folding
  traditional TEXT PRIMARY KEY,
  simplified  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE name_tokens USING fts5 (
  tokens, content='name', content_rowid='number', prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE name_trigrams USING fts5 (
  key, content='name', content_rowid='number', detail=none,
  tokenize='trigram case_sensitive 1'
);
CREATE TABLE passage (               -- what else is written of a site: commodities, status, place
  number INTEGER PRIMARY KEY,
  record INTEGER NOT NULL,
  field  TEXT NOT NULL,
  anchor TEXT,
  text   TEXT NOT NULL,
  tokens TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE passage_tokens USING fts5 (
  tokens, content='passage', content_rowid='number', prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
