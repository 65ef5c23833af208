-- What failed is sent again by a plan of its own: not for good, not at each call.

ALTER TABLE device_deviations ADD COLUMN attempts BIGINT NOT NULL DEFAULT 1;
ALTER TABLE device_deviations ADD COLUMN next_try BIGINT NULL;
ALTER TABLE device_deviations ADD COLUMN os_build BIGINT NULL;

-- The earliest next_try of the device's deviations; NULL = nothing is sent again by itself.
ALTER TABLE device_state ADD COLUMN next_try BIGINT NULL;

-- Nobody noted so far when to try again: everything is tried once more at the next call, which then notes it.
UPDATE device_deviations SET next_try = 0 WHERE kind IN (1, 2, 3);
UPDATE device_state SET next_try = 0 WHERE deviations > 0;
