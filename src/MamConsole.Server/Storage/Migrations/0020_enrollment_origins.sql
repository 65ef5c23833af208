-- What an enrollment was made from: enough to tell a repeated request from a new one, and to prove that the person accepted the terms.
CREATE TABLE enrollment_origins (
    enrollment_key BIGINT PRIMARY KEY REFERENCES enrollments (enrollment_key),
    token_hash {{bytes}} NOT NULL,
    device_claim TEXT NULL,
    terms_in_force INTEGER NULL,
    terms_accepted INTEGER NULL,
    terms_accepted_at BIGINT NULL,
    terms_nonce TEXT NULL UNIQUE
);

-- A device belongs to one person of the tenant at a time; this finds whose it is.
CREATE INDEX enrollments_held ON enrollments (tenant_id, device_id) WHERE ended_at IS NULL;
