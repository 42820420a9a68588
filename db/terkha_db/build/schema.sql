-- The catalogue: one edition of all records, read-only once it is built.
-- The schema is an interface: it is described table by table in the manual, and the file makes
-- sense in any SQLite browser. Dates are text of the precision published ('2021', '2021-12',
-- '2021-12-27', '2010/2012'); an unknown value is NULL, never zero or an empty text.
-- Only features of SQLite 3.40 are used.

CREATE TABLE edition (
  key   TEXT PRIMARY KEY,            -- version, date, schema, checksum, records …
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE record (
  number  INTEGER PRIMARY KEY,       -- in order of prominence: smaller numbers are shown first
  id      TEXT NOT NULL UNIQUE,      -- permanent: 'mine/julong'
  kind    TEXT NOT NULL,
  title   TEXT NOT NULL,
  second  TEXT,                      -- the title in a second script or spelling
  summary TEXT,                      -- one line for lists, made of the statements
  note    TEXT,
  code    TEXT NOT NULL UNIQUE       -- short code for footnotes, printed in two groups of four
) STRICT;
CREATE INDEX record_kind ON record (kind, number);

CREATE TABLE fact (                  -- fields of a record that are no statements (site kind …)
  record INTEGER NOT NULL REFERENCES record,
  key    TEXT NOT NULL,
  value  TEXT NOT NULL,
  PRIMARY KEY (record, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE name (
  number    INTEGER PRIMARY KEY,     -- in order of prominence
  record    INTEGER NOT NULL REFERENCES record,
  text      TEXT NOT NULL,
  lang      TEXT NOT NULL,
  used_by   TEXT,
  users     TEXT,                    -- who publishes the works it is taken from, if used_by is NULL
  note      TEXT,                    -- of a search key: what it is (title, pinyin …)
  attested  INTEGER NOT NULL,        -- 0: made at build time, a search key only
  preferred INTEGER NOT NULL,
  derived_from INTEGER REFERENCES name, -- the attested name that a search key was derived from
  key       TEXT NOT NULL,           -- folded, tokens joined
  tokens    TEXT NOT NULL            -- folded, one per word, Han character or Tibetan syllable
) STRICT;
CREATE INDEX name_record ON name (record, number);
CREATE INDEX name_key ON name (key, number);

CREATE TABLE citation (              -- a cited work; its record carries title and author
  record      INTEGER PRIMARY KEY REFERENCES record,
  csl         TEXT NOT NULL,         -- CSL-JSON 1.0.2 item
  source_kind TEXT NOT NULL,
  author      TEXT NOT NULL,         -- first author, responsible body or outlet
  date        TEXT,
  year        INTEGER,
  type        TEXT NOT NULL,
  language    TEXT NOT NULL,
  container   TEXT,
  doi         TEXT,
  url         TEXT,
  caution     TEXT,
  secondary   INTEGER NOT NULL,      -- 1: only a secondary copy was read
  title_supplied INTEGER NOT NULL    -- 1: the title was supplied by an editor
) STRICT;

CREATE TABLE name_citation (
  name     INTEGER NOT NULL REFERENCES name,
  position INTEGER NOT NULL,
  citation INTEGER NOT NULL REFERENCES citation,
  locator  TEXT,
  PRIMARY KEY (name, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  number    INTEGER PRIMARY KEY,     -- in page order within a record
  record    INTEGER NOT NULL REFERENCES record,
  id        TEXT NOT NULL,           -- permanent within its record
  property  TEXT NOT NULL,
  of        TEXT,
  commodity INTEGER REFERENCES record,
  value     REAL,
  low       REAL,
  high      REAL,
  text      TEXT,
  lat       REAL,
  lon       REAL,
  precision TEXT,
  unit      TEXT,
  substance TEXT,
  base      REAL,                    -- value (or high) in the base unit of UNITS, for comparing
  base_unit TEXT,
  original  TEXT,
  qualifier TEXT,
  statistic TEXT,
  role      TEXT,
  form      TEXT,
  share     REAL,
  as_of     TEXT,
  as_of_note TEXT,
  edition   TEXT,
  estimated  INTEGER NOT NULL,
  projection INTEGER NOT NULL,
  rank      TEXT NOT NULL,           -- preferred, normal or superseded
  reason    TEXT,
  scope     TEXT NOT NULL,           -- value, or record: sourced for the record as a whole
  attributed_to TEXT,
  note      TEXT,
  code      TEXT NOT NULL UNIQUE,    -- short code for footnotes; no record has the same
  UNIQUE (record, id),
  CHECK (rank IN ('preferred', 'normal', 'superseded')),
  CHECK (scope IN ('value', 'record'))
) STRICT;
CREATE INDEX statement_of_record ON statement (record, number);
CREATE INDEX statement_property ON statement (property, commodity);

CREATE TABLE statement_record (      -- the records that a statement names as its value
  statement INTEGER NOT NULL REFERENCES statement,
  position  INTEGER NOT NULL,
  record    INTEGER NOT NULL REFERENCES record,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_record_back ON statement_record (record);

CREATE TABLE statement_citation (
  statement INTEGER NOT NULL REFERENCES statement,
  position  INTEGER NOT NULL,
  citation  INTEGER NOT NULL REFERENCES citation,
  locator   TEXT,
  PRIMARY KEY (statement, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_citation_back ON statement_citation (citation);

CREATE TABLE claim (
  record     INTEGER PRIMARY KEY REFERENCES record,
  kind       TEXT NOT NULL,          -- a word of CLAIM_KINDS, of the document's sentence
  topic      TEXT NOT NULL,
  section    TEXT NOT NULL,
  text       TEXT NOT NULL,
  document   INTEGER NOT NULL REFERENCES citation,
  attributed_to TEXT NOT NULL,
  endnotes   TEXT                    -- '13' or '7, 8'
) STRICT;
CREATE TABLE claim_rests_on (
  claim    INTEGER NOT NULL REFERENCES claim,
  position INTEGER NOT NULL,
  citation INTEGER NOT NULL REFERENCES citation,
  PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  record    INTEGER PRIMARY KEY REFERENCES record,
  kind      TEXT NOT NULL,           -- event or impact
  date      TEXT,
  date_note TEXT,
  what      TEXT NOT NULL
) STRICT;

CREATE TABLE dispute (
  record  INTEGER PRIMARY KEY REFERENCES record,
  about   TEXT NOT NULL,
  text    TEXT NOT NULL,
  why     TEXT,
  verdict TEXT,
  verdict_note TEXT,
  reading TEXT,
  basis   TEXT
) STRICT;
CREATE TABLE dispute_position (      -- position 0 holds the works of the dispute as a whole
  dispute  INTEGER NOT NULL REFERENCES dispute,
  position INTEGER NOT NULL,
  says     TEXT NOT NULL,
  PRIMARY KEY (dispute, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE dispute_citation (
  dispute  INTEGER NOT NULL REFERENCES dispute,
  position INTEGER NOT NULL,
  rank     INTEGER NOT NULL,
  citation INTEGER NOT NULL REFERENCES citation,
  locator  TEXT,
  PRIMARY KEY (dispute, position, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE relation (              -- every link, stored in both directions
  source INTEGER NOT NULL REFERENCES record,
  type   TEXT NOT NULL,              -- reads from the source: 'owned by', 'in', 'about', 'part of' …
  target INTEGER NOT NULL REFERENCES record,
  PRIMARY KEY (source, type, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE record_citation (       -- every work that a record's page rests on
  record   INTEGER NOT NULL REFERENCES record,
  citation INTEGER NOT NULL REFERENCES citation,
  position INTEGER NOT NULL,         -- order of first appearance on the page
  PRIMARY KEY (record, citation)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_citation_back ON record_citation (citation, record);

CREATE TABLE spread (                -- published figures of one thing that differ
  record    INTEGER NOT NULL REFERENCES record,
  property  TEXT NOT NULL,
  commodity TEXT NOT NULL,           -- commodity slug, '' where none is stated
  substance TEXT NOT NULL,
  unit      TEXT NOT NULL,           -- base unit
  count     INTEGER NOT NULL,
  low       REAL NOT NULL,
  high      REAL NOT NULL,
  PRIMARY KEY (record, property, commodity, substance, unit)
) STRICT, WITHOUT ROWID;

CREATE TABLE compared (              -- the figures that the spreads are made of
  statement INTEGER PRIMARY KEY REFERENCES statement,
  commodity TEXT NOT NULL,           -- as in spread
  substance TEXT NOT NULL,
  part      TEXT NOT NULL,           -- date and part; only figures of the same are compared
  low       REAL NOT NULL,           -- in the base unit
  high      REAL NOT NULL
) STRICT;

-- Whoever trusts only some works (a lens) finds what they say by three tables: preference, cell
-- and compared. A statement counts for them if one of its works does.

CREATE TABLE preference (            -- the written rule, applied: the first of a contest is shown
  contest   INTEGER NOT NULL,        -- statements of one thing, of which tables show one
  position  INTEGER NOT NULL,        -- in the order of the rule; 0 is the statement preferred
  statement INTEGER NOT NULL REFERENCES statement,
  citation  INTEGER NOT NULL REFERENCES citation, -- the work by which it has this position
  stands    TEXT NOT NULL,           -- how it stands by each point of the rule
  PRIMARY KEY (contest, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (                  -- what statements put, or would put, into the typed tables
  record    INTEGER NOT NULL REFERENCES record,
  field     TEXT NOT NULL,
  position  INTEGER NOT NULL,
  rank      INTEGER NOT NULL,        -- 0 fills the cell; under a lens, the lowest rank that counts
  statement INTEGER NOT NULL REFERENCES statement,
  citation  INTEGER REFERENCES citation, -- counts by this work; NULL: by any of the statement's
  beside    INTEGER NOT NULL,        -- 1: stands beside others of its rank, not without them
  value     ANY,                     -- several values of one rank are joined, each once
  PRIMARY KEY (record, field, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE rendered (              -- formatted citations, made by pandoc when the catalogue is built
  citation INTEGER NOT NULL REFERENCES citation,
  style    TEXT NOT NULL,
  form     TEXT NOT NULL,            -- bibliography, repeated, note, short or intext
  html     TEXT NOT NULL,
  text     TEXT NOT NULL,
  rank     INTEGER NOT NULL,         -- place in the style's own order of all works
  PRIMARY KEY (citation, style, form)
) STRICT, WITHOUT ROWID;

CREATE TABLE style (                 -- how works are formatted: CSL files, CC BY-SA 3.0 by those named in them
  id    TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  csl   TEXT NOT NULL,
  entry TEXT NOT NULL                -- how it writes Terkha's own entries: JSON, pattern and parts
) STRICT, WITHOUT ROWID;

CREATE TABLE entry (                 -- a record in lists of works, as an entry of Terkha
  record INTEGER PRIMARY KEY REFERENCES record,
  rank   INTEGER NOT NULL,           -- place among these entries in alphabetical lists
  titles TEXT NOT NULL               -- the title where styles change it: JSON, [[html, swallows, [style…]]…]
) STRICT;

CREATE TABLE han_variant (           -- traditional to simplified characters, for folding
  traditional TEXT PRIMARY KEY,
  simplified  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE han_reading (           -- characters in pinyin, for those typed by their sound
  character TEXT PRIMARY KEY,
  pinyin    TEXT NOT NULL            -- folded: no tones
) STRICT, WITHOUT ROWID;

-- Search. Names: folded tokens with prefixes, and trigrams of the folded key.
CREATE VIRTUAL TABLE name_tokens USING fts5 (
  tokens, content='name', content_rowid='number', prefix='1 2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);
CREATE VIRTUAL TABLE name_trigrams USING fts5 (
  key, content='name', content_rowid='number', detail=none,
  tokenize='trigram case_sensitive 1'
);
-- Everything else that is written: claims, statements, notes, disputes, citations.
CREATE TABLE passage (
  number INTEGER PRIMARY KEY,        -- in order of prominence
  record INTEGER NOT NULL REFERENCES record,
  field  TEXT NOT NULL,              -- claim, statement, event, dispute, title, author, container …
  anchor TEXT,                       -- the statement's id within the record, where there is one
  text   TEXT NOT NULL,
  tokens TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE passage_tokens USING fts5 (
  tokens, content='passage', content_rowid='number', prefix='2 3',
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'"
);

-- The typed tables of the table pages (table_mine, table_mineral …) are made from FIELDS.
