-- What Exchange asks of devices, as somebody recorded it; every version for ever, the highest number counts.
CREATE TABLE exchange_policy (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    name TEXT NOT NULL,
    elements TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    recorded_by_id TEXT NOT NULL
);
{{never_updated exchange_policy}}
{{never_deleted exchange_policy}}
