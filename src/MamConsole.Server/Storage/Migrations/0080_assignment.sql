-- The ring that somebody put the PC into.
ALTER TABLE enrollments ADD COLUMN ring TEXT NOT NULL DEFAULT 'Broad';

-- Whose groups were asked for: when that went well last, when it was tried last, and what kept it from going well since.
CREATE TABLE directory_people (
    object_id TEXT PRIMARY KEY,
    read_at BIGINT NULL,
    tried_at BIGINT NOT NULL,
    fault TEXT NULL
);

-- Who is in which group, groups inside groups included, as last read.
CREATE TABLE person_groups (
    object_id TEXT NOT NULL,
    group_id TEXT NOT NULL,
    PRIMARY KEY (object_id, group_id)
);
CREATE INDEX person_groups_by_group ON person_groups (group_id, object_id);

-- Asked for when somebody's PCs are looked for by person.
CREATE INDEX enrollments_by_person ON enrollments (object_id) WHERE ended_at IS NULL;
