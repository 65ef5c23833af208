-- Jobs that one server at a time may run. fence counts up with each lease: whoever holds an older one writes nothing any more.
CREATE TABLE job_leases (
    name TEXT PRIMARY KEY,
    fence BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    began_at BIGINT NULL,
    ended_at BIGINT NULL,
    said TEXT NOT NULL
);

-- How much each kind of history holds, once a day: what growth and forecast are read from. day counts from 1970.
CREATE TABLE history_sizes (
    day BIGINT NOT NULL,
    kind INTEGER NOT NULL,
    measured_at BIGINT NOT NULL,
    entries BIGINT NOT NULL,
    bytes BIGINT NOT NULL,
    added BIGINT NOT NULL,
    PRIMARY KEY (day, kind)
);
