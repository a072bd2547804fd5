CREATE TABLE marks (
  mark INTEGER NOT NULL,
  document INTEGER NOT NULL,
  PRIMARY KEY (mark, document),
  FOREIGN KEY(document) REFERENCES documents (no)
) WITHOUT ROWID, STRICT

CREATE TABLE sketches (
  document INTEGER NOT NULL,
  story INTEGER NOT NULL,
  sketch BLOB NOT NULL,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (no)
) STRICT

CREATE INDEX sketches_by_story ON sketches (story)
