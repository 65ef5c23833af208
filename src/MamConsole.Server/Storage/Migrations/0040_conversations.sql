-- What was said between a device and this server: a row for each session, and one for each of its messages, masked.

-- A session in which nothing was to be done is counted in the row of the one before it when that was the same (times, idle).
-- kind: 1 a session, 2 the enrollment. ending: 0 open, 1 closed, 2 aborted, 3 unenrolled, 4 replaced, 5 lost.
CREATE TABLE conversations (
    conversation_key {{identity}},
    enrollment_key BIGINT NOT NULL REFERENCES enrollments (enrollment_key),
    kind INTEGER NOT NULL,
    session_id TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    ending INTEGER NOT NULL,
    idle INTEGER NOT NULL,
    times BIGINT NOT NULL,
    messages BIGINT NOT NULL,
    extras BIGINT NOT NULL,
    wrote BIGINT NOT NULL,
    asked BIGINT NOT NULL,
    done BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    bytes_in BIGINT NOT NULL,
    bytes_out BIGINT NOT NULL,
    stored_bytes BIGINT NOT NULL,
    took_us BIGINT NOT NULL,
    assigned BIGINT NOT NULL,
    acknowledged_before BIGINT NOT NULL,
    acknowledged_after BIGINT NOT NULL
);
CREATE INDEX conversations_by_device ON conversations (enrollment_key, conversation_key);

-- One message and its answer. The bodies are masked and compressed; null with a note when they are not kept.
CREATE TABLE conversation_messages (
    conversation_key BIGINT NOT NULL REFERENCES conversations (conversation_key),
    number BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    took_us BIGINT NOT NULL,
    kind INTEGER NOT NULL,
    message_id BIGINT NOT NULL,
    status INTEGER NOT NULL,
    request_bytes BIGINT NOT NULL,
    answer_bytes BIGINT NOT NULL,
    request {{bytes}} NULL,
    answer {{bytes}} NULL,
    note TEXT NULL,
    PRIMARY KEY (conversation_key, number)
);
