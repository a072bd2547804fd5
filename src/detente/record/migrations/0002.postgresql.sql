CREATE TABLE marks (
  mark BIGINT NOT NULL,
  document BIGINT NOT NULL,
  PRIMARY KEY (mark, document),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE TABLE sketches (
  document BIGINT NOT NULL,
  story BIGINT NOT NULL,
  sketch BYTEA NOT NULL,
  PRIMARY KEY (document),
  FOREIGN KEY(document) REFERENCES documents (no)
)

CREATE INDEX sketches_by_story ON sketches (story)
