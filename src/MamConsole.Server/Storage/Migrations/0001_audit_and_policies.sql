-- Who did what, in the order in which the database took it. Rows are only ever added; pruning by age may remove the oldest.
CREATE TABLE audit_events (
    sequence {{identity}},
    at BIGINT NOT NULL,
    actor_kind INTEGER NOT NULL,
    actor_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    action TEXT NOT NULL,
    subject_kind INTEGER NOT NULL,
    subject_id TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    words TEXT NOT NULL,
    canonical {{bytes}} NOT NULL
);
CREATE INDEX audit_events_by_subject ON audit_events (subject_kind, subject_id, sequence);
{{never_updated audit_events}}

-- A policy and its draft. name_key is the name as it is compared.
CREATE TABLE policies (
    policy_key {{identity}},
    policy_id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    draft TEXT NOT NULL,
    draft_revision INTEGER NOT NULL,
    draft_saved_at BIGINT NOT NULL,
    draft_saved_by TEXT NOT NULL
);

-- What was published, for ever. version_id is global; number counts within the policy without gaps.
CREATE TABLE policy_versions (
    version_id {{identity}},
    policy_key BIGINT NOT NULL REFERENCES policies (policy_key),
    number INTEGER NOT NULL CHECK (number > 0),
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    published_by_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    rolled_back_from INTEGER NULL,
    document TEXT NOT NULL,
    nodes TEXT NOT NULL,
    compiler_options_hash TEXT NOT NULL,
    UNIQUE (policy_key, number)
);
{{never_updated policy_versions}}
{{never_deleted policy_versions}}

-- Which version of a policy is in force.
CREATE TABLE policy_heads (
    policy_key BIGINT PRIMARY KEY REFERENCES policies (policy_key),
    version_id BIGINT NOT NULL REFERENCES policy_versions (version_id),
    number INTEGER NOT NULL
);
