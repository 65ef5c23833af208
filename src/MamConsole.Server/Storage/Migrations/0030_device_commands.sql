-- What people ask of single devices, once: queued, sent, answered. Rows stay as history until their enrollment goes.
CREATE TABLE device_commands (
    command_key {{identity}},
    command_id TEXT NOT NULL UNIQUE,
    enrollment_key BIGINT NOT NULL REFERENCES enrollments (enrollment_key) ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    document TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    asked_by_id TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    sent_at BIGINT NULL,
    session_id TEXT NULL,
    ended_at BIGINT NULL,
    result TEXT NULL,
    idempotency_key TEXT NULL
);
CREATE UNIQUE INDEX device_commands_asked_once ON device_commands (enrollment_key, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX device_commands_by_device ON device_commands (enrollment_key, command_key);

-- Asked at each call of a device: 1 = queued, 2 = sent.
CREATE INDEX device_commands_open ON device_commands (enrollment_key) WHERE state < 3;

-- Whose calls are refused, since when and why; and who was asked to leave.
ALTER TABLE enrollments ADD COLUMN blocked_at BIGINT NULL;
ALTER TABLE enrollments ADD COLUMN block_reason INTEGER NULL;
ALTER TABLE enrollments ADD COLUMN retiring_since BIGINT NULL;
CREATE INDEX enrollments_by_device ON enrollments (tenant_id, object_id, device_id);
