-- What people said about a version after it was published; added, never changed.
CREATE TABLE version_comments (
    comment_key {{identity}},
    version_id BIGINT NOT NULL REFERENCES policy_versions (version_id),
    said_at BIGINT NOT NULL,
    said_by TEXT NOT NULL,
    said_by_id TEXT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX version_comments_by_version ON version_comments (version_id, comment_key);
{{never_updated version_comments}}
{{never_deleted version_comments}}
