CREATE TABLE blobs (
  sha256 TEXT NOT NULL,
  part BIGINT NOT NULL,
  data BYTEA NOT NULL,
  PRIMARY KEY (sha256, part)
)

CREATE TABLE claims (
  id TEXT NOT NULL,
  party TEXT NOT NULL,
  key TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (id)
)

CREATE INDEX claims_by_party ON claims (party)

CREATE TABLE documents (
  no BIGINT NOT NULL,
  id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  language TEXT NOT NULL,
  text BYTEA NOT NULL,
  PRIMARY KEY (no),
  UNIQUE (id)
)

CREATE TABLE event_log (
  seq BIGINT NOT NULL,
  at TEXT NOT NULL,
  by TEXT,
  kind TEXT NOT NULL,
  payload TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (seq)
)

CREATE INDEX event_log_by_person ON event_log (by, kind, seq)

CREATE TABLE meta (
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (key)
)

CREATE TABLE runs (
  no BIGINT NOT NULL,
  tool TEXT NOT NULL,
  version TEXT NOT NULL,
  settings TEXT NOT NULL,
  seed BIGINT NOT NULL,
  at TEXT NOT NULL,
  input_sha256 TEXT NOT NULL,
  output_sha256 TEXT NOT NULL,
  PRIMARY KEY (no)
)

CREATE TABLE aliases (
  document BIGINT NOT NULL,
  party TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  PRIMARY KEY (document, party, name),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE INDEX aliases_by_party ON aliases (party, name)

CREATE TABLE entries (
  no BIGINT NOT NULL,
  document BIGINT NOT NULL,
  kind TEXT NOT NULL,
  ref BIGINT NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE INDEX entries_by_document ON entries (document)

CREATE INDEX entries_by_ref ON entries (kind, ref)

CREATE TABLE events (
  no BIGINT NOT NULL,
  document BIGINT NOT NULL,
  id TEXT NOT NULL,
  statement TEXT,
  act TEXT NOT NULL,
  type TEXT NOT NULL,
  mode TEXT,
  status TEXT NOT NULL,
  reciprocal BIGINT NOT NULL,
  actor TEXT,
  target TEXT,
  date TEXT,
  day_from TEXT,
  day_to TEXT,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  quote TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE INDEX events_by_act ON events (act)

CREATE INDEX events_by_actor ON events (actor)

CREATE INDEX events_by_document ON events (document, id)

CREATE INDEX events_by_target ON events (target)

CREATE TABLE judgements (
  event_log BIGINT NOT NULL,
  claim TEXT NOT NULL,
  decision TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  active BIGINT NOT NULL,
  PRIMARY KEY (event_log),
  FOREIGN KEY(event_log) REFERENCES event_log (seq)
)

CREATE INDEX judgements_by_claim ON judgements (claim, active)

CREATE TABLE readings (
  no BIGINT NOT NULL,
  document BIGINT NOT NULL,
  run BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  content TEXT NOT NULL,
  payload BYTEA NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no),
  FOREIGN KEY(run) REFERENCES runs (no)
)

CREATE INDEX readings_by_document ON readings (document, no)

CREATE TABLE sources (
  no BIGINT NOT NULL,
  document BIGINT NOT NULL,
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
)

CREATE INDEX sources_by_blob ON sources (blob)

CREATE TABLE statements (
  no BIGINT NOT NULL,
  document BIGINT NOT NULL,
  id TEXT NOT NULL,
  claim TEXT,
  party TEXT,
  kind TEXT,
  person TEXT,
  office TEXT,
  channel TEXT,
  manner TEXT NOT NULL,
  attitude TEXT NOT NULL,
  strength DOUBLE PRECISION NOT NULL,
  inside TEXT,
  answers TEXT,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  day_from TEXT,
  day_to TEXT,
  PRIMARY KEY (no),
  UNIQUE (document, id),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE INDEX statements_by_attitude ON statements (attitude, party)

CREATE INDEX statements_by_claim ON statements (claim)

CREATE INDEX statements_by_party ON statements (party)

CREATE TABLE tombstones (
  event_log BIGINT NOT NULL,
  document BIGINT NOT NULL,
  gone BIGINT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  active BIGINT NOT NULL,
  PRIMARY KEY (event_log),
  FOREIGN KEY(event_log) REFERENCES event_log (seq),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE TABLE propositions (
  statement BIGINT NOT NULL,
  id TEXT NOT NULL,
  act TEXT NOT NULL,
  polarity TEXT NOT NULL,
  modality TEXT,
  agent TEXT,
  object TEXT,
  condition TEXT,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  PRIMARY KEY (statement, id),
  FOREIGN KEY(statement) REFERENCES statements (no)
)

CREATE INDEX propositions_by_act ON propositions (act, statement)

CREATE TABLE spans (
  statement BIGINT NOT NULL,
  role TEXT NOT NULL,
  part BIGINT NOT NULL,
  start BIGINT NOT NULL,
  "end" BIGINT NOT NULL,
  quote TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  PRIMARY KEY (statement, role, part),
  FOREIGN KEY(statement) REFERENCES statements (no)
)

CREATE TABLE standing (
  document BIGINT NOT NULL,
  reading BIGINT,
  publisher TEXT,
  day_from TEXT,
  day_to TEXT,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (no),
  FOREIGN KEY(reading) REFERENCES readings (no)
)

CREATE INDEX standing_by_publisher ON standing (publisher)

CREATE INDEX entries_by_word ON entries USING gin (string_to_array(folded, ' '))

CREATE FUNCTION refuse_a_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION USING MESSAGE = TG_TABLE_NAME || ' is append-only'; END $$

CREATE TRIGGER documents_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON documents
FOR EACH STATEMENT EXECUTE FUNCTION refuse_a_change()

CREATE TRIGGER sources_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON sources
FOR EACH STATEMENT EXECUTE FUNCTION refuse_a_change()

CREATE TRIGGER runs_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON runs
FOR EACH STATEMENT EXECUTE FUNCTION refuse_a_change()

CREATE TRIGGER readings_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON readings
FOR EACH STATEMENT EXECUTE FUNCTION refuse_a_change()

CREATE TRIGGER event_log_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON event_log
FOR EACH STATEMENT EXECUTE FUNCTION refuse_a_change()

CREATE TRIGGER blobs_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON blobs
FOR EACH STATEMENT EXECUTE FUNCTION refuse_a_change()
