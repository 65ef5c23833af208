-- Secrets that policies name: only their encrypted bytes. A value never changes; another one is another row.
CREATE TABLE secrets (
    secret_id TEXT PRIMARY KEY,
    kind INTEGER NOT NULL,
    ciphertext {{bytes}} NOT NULL,
    kept_at BIGINT NOT NULL,
    kept_by TEXT NOT NULL,
    kept_by_id TEXT NOT NULL
);
CREATE INDEX secrets_by_age ON secrets (kept_at);
{{never_updated secrets}}
