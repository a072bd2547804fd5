DROP TABLE entries

CREATE TABLE entries (
  no INTEGER NOT NULL,
  document INTEGER NOT NULL,
  folded TEXT NOT NULL,
  PRIMARY KEY (no),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE INDEX entries_by_document ON entries (document)

DROP TABLE standing

CREATE TABLE standing (
  document INTEGER NOT NULL,
  no INTEGER NOT NULL,
  reading INTEGER,
  publisher TEXT,
  day_from TEXT,
  day_to TEXT,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (no),
  FOREIGN KEY(reading) REFERENCES readings (no)
) STRICT

CREATE INDEX standing_by_publisher ON standing (publisher)

DROP INDEX statements_by_attitude

CREATE INDEX statements_by_attitude ON statements (attitude)

CREATE INDEX statements_by_all ON statements (party, attitude, day_to, day_from, document)
