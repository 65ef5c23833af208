-- The devices: who enrolled, what each was sent, said and read back. Policies are known here only by version id.

CREATE TABLE enrollments (
    enrollment_key {{identity}},
    enrollment_id TEXT NOT NULL UNIQUE,
    tenant_id TEXT NOT NULL,
    object_id TEXT NOT NULL,
    device_id TEXT NOT NULL,
    upn TEXT NOT NULL,
    person_name TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    device_name TEXT NOT NULL,
    os_version TEXT NOT NULL,
    os_build BIGINT NULL,
    os_edition BIGINT NULL,
    grouping_name TEXT NOT NULL,
    enrolled_at BIGINT NOT NULL,
    ended_at BIGINT NULL,
    end_reason INTEGER NULL
);

-- One active enrollment for each person and device; ended ones stay readable.
CREATE UNIQUE INDEX enrollments_active ON enrollments (tenant_id, object_id, device_id) WHERE ended_at IS NULL;
CREATE INDEX enrollments_by_name ON enrollments (sort_name, enrollment_key);

-- The narrow row that each sync touches.
CREATE TABLE device_state (
    enrollment_key BIGINT PRIMARY KEY REFERENCES enrollments (enrollment_key),
    revision BIGINT NOT NULL,
    assigned BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    sent_at BIGINT NULL,
    acknowledged BIGINT NOT NULL,
    acknowledged_at BIGINT NULL,
    was_read BOOLEAN NOT NULL,
    read_at BIGINT NULL,
    next_read BIGINT NOT NULL,
    deviations BIGINT NOT NULL,
    worst INTEGER NOT NULL,
    last_contact BIGINT NULL
);

-- A row only where a node is not simply what was published.
CREATE TABLE device_deviations (
    enrollment_key BIGINT NOT NULL REFERENCES enrollments (enrollment_key),
    loc_uri TEXT NOT NULL,
    kind INTEGER NOT NULL,
    code BIGINT NULL,
    original_error TEXT NULL,
    value TEXT NULL,
    since BIGINT NOT NULL,
    session_id TEXT NOT NULL,
    PRIMARY KEY (enrollment_key, loc_uri)
);

-- Gains a row only when what a device acknowledged changes.
CREATE TABLE acknowledgements (
    acknowledgement_key {{identity}},
    enrollment_key BIGINT NOT NULL REFERENCES enrollments (enrollment_key),
    version_id BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    acknowledged_at BIGINT NOT NULL,
    read_at BIGINT NULL,
    session_id TEXT NOT NULL,
    message_id BIGINT NOT NULL,
    without TEXT NOT NULL
);

CREATE INDEX acknowledgements_by_device ON acknowledgements (enrollment_key, acknowledgement_key);

-- The one live session of a device, from the moment commands were sent: enough to make the last answer again, on any node.
CREATE TABLE sync_sessions (
    enrollment_key BIGINT PRIMARY KEY REFERENCES enrollments (enrollment_key),
    document TEXT NOT NULL,
    updated_at BIGINT NOT NULL
);

-- What a device says about itself: one document, rewritten only when it changes.
CREATE TABLE device_facts (
    enrollment_key BIGINT PRIMARY KEY REFERENCES enrollments (enrollment_key),
    document TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    read_at BIGINT NOT NULL
);

-- How many devices stand where; changed in the same transaction as the device's row, by one function.
CREATE TABLE fleet_counters (
    assigned BIGINT NOT NULL,
    acknowledged BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    worst INTEGER NOT NULL,
    was_read BOOLEAN NOT NULL,
    enforces INTEGER NOT NULL,
    devices BIGINT NOT NULL,
    PRIMARY KEY (assigned, acknowledged, sent, worst, was_read, enforces)
);
