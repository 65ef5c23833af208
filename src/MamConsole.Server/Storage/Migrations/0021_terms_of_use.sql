-- The terms of use, every version for ever; the highest number is in force. An empty text means that nobody is shown any.
CREATE TABLE terms_versions (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    text TEXT NOT NULL,
    required BOOLEAN NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    published_by_id TEXT NOT NULL
);
{{never_updated terms_versions}}
{{never_deleted terms_versions}}
