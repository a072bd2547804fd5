CREATE TABLE blobs (
  sha256 TEXT NOT NULL,
  part INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (sha256, part)
) STRICT

CREATE TABLE claims (
  id TEXT NOT NULL,
  party TEXT NOT NULL,
  "key" TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (id)
) STRICT

CREATE INDEX claims_by_party ON claims (party)

CREATE TABLE documents (
  no INTEGER NOT NULL,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  language TEXT NOT NULL,
  text BLOB NOT NULL,
  PRIMARY KEY (no),
  UNIQUE (id)
) STRICT

CREATE TABLE event_log (
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  "by" TEXT,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (seq)
) STRICT

CREATE INDEX event_log_by_person ON event_log ("by", kind, seq)

CREATE TABLE meta (
  "key" TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY ("key")
) STRICT

CREATE TABLE runs (
  no INTEGER NOT NULL,
  tool TEXT NOT NULL,
  version TEXT NOT NULL,
  settings TEXT NOT NULL,
  seed INTEGER NOT NULL,
  at TEXT NOT NULL,
  input_sha256 TEXT NOT NULL,
  output_sha256 TEXT NOT NULL,
  PRIMARY KEY (no)
) STRICT

CREATE TABLE aliases (
  document INTEGER NOT NULL,
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  PRIMARY KEY (document, party, name),
  FOREIGN KEY(document) REFERENCES documents (no)
) WITHOUT ROWID, STRICT

CREATE INDEX aliases_by_party ON aliases (party, name)

CREATE TABLE entries (
  no INTEGER NOT NULL,
  document INTEGER NOT NULL,
  kind TEXT NOT NULL,
  ref INTEGER NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE INDEX entries_by_document ON entries (document)

CREATE INDEX entries_by_ref ON entries (kind, ref)

CREATE TABLE events (
  no INTEGER NOT NULL,
  document INTEGER NOT NULL,
  id TEXT NOT NULL,
  statement TEXT,
  act TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  reciprocal INTEGER NOT NULL,
  actor TEXT,
  target TEXT,
  date TEXT,
  day_from TEXT,
  day_to TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE INDEX events_by_act ON events (act)

CREATE INDEX events_by_actor ON events (actor)

CREATE INDEX events_by_document ON events (document, id)

CREATE INDEX events_by_target ON events (target)

CREATE TABLE judgements (
  event_log INTEGER NOT NULL,
  claim TEXT NOT NULL,
  decision TEXT NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  active INTEGER NOT NULL,
  PRIMARY KEY (event_log),
  FOREIGN KEY(event_log) REFERENCES event_log (seq)
) STRICT

CREATE INDEX judgements_by_claim ON judgements (claim, active)

CREATE TABLE readings (
  no INTEGER NOT NULL,
  document INTEGER NOT NULL,
  run INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  payload BLOB NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no),
  FOREIGN KEY(run) REFERENCES runs (no)
) STRICT

CREATE INDEX readings_by_document ON readings (document, no)

CREATE TABLE sources (
  no INTEGER NOT NULL,
  document INTEGER NOT NULL,
  id TEXT NOT NULL,
  blob TEXT,
  path TEXT,
  title TEXT,
  publisher TEXT,
  url TEXT,
  published TEXT,
  source_id TEXT,
  retrieved TEXT NOT NULL,
  PRIMARY KEY (no),
  UNIQUE (document, id),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE INDEX sources_by_blob ON sources (blob)

CREATE TABLE statements (
  no INTEGER NOT NULL,
  document INTEGER NOT NULL,
  id TEXT NOT NULL,
  claim TEXT,
  party TEXT,
  kind TEXT,
  person TEXT,
  office TEXT,
  channel TEXT,
  manner TEXT NOT NULL,
  attitude TEXT NOT NULL,
  strength REAL NOT NULL,
  inside TEXT,
  answers TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  day_from TEXT,
  day_to TEXT,
  PRIMARY KEY (no),
  UNIQUE (document, id),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE INDEX statements_by_attitude ON statements (attitude, party)

CREATE INDEX statements_by_claim ON statements (claim)

CREATE INDEX statements_by_party ON statements (party)

CREATE TABLE tombstones (
  event_log INTEGER NOT NULL,
  document INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  "by" TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  active INTEGER NOT NULL,
  PRIMARY KEY (event_log),
  FOREIGN KEY(event_log) REFERENCES event_log (seq),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE TABLE propositions (
  statement INTEGER NOT NULL,
  id TEXT NOT NULL,
  act TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT,
  agent TEXT,
  object TEXT,
  condition TEXT,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  PRIMARY KEY (statement, id),
  FOREIGN KEY(statement) REFERENCES statements (no)
) WITHOUT ROWID, STRICT

CREATE INDEX propositions_by_act ON propositions (act, statement)

CREATE TABLE spans (
  statement INTEGER NOT NULL,
  role TEXT NOT NULL,
  part INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  "before" TEXT NOT NULL,
  "after" TEXT NOT NULL,
  PRIMARY KEY (statement, role, part),
  FOREIGN KEY(statement) REFERENCES statements (no)
) WITHOUT ROWID, STRICT

CREATE TABLE standing (
  document INTEGER NOT NULL,
  reading INTEGER,
  publisher TEXT,
  day_from TEXT,
  day_to TEXT,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (no),
  FOREIGN KEY(reading) REFERENCES readings (no)
) STRICT

CREATE INDEX standing_by_publisher ON standing (publisher)
