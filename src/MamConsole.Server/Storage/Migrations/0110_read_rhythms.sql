-- When the groups that a rhythm of their own reads were read last. Until now everything was read together.
ALTER TABLE device_state ADD COLUMN condition_read_at BIGINT NULL;
ALTER TABLE device_state ADD COLUMN hardware_read_at BIGINT NULL;
UPDATE device_state SET condition_read_at = read_at, hardware_read_at = read_at;
