-- Device ids are compared without regard to the case of A to Z, and are kept in upper case from now on (docs/protocol-divergences.md). Where a
-- person has the same id active in two cases, the newest enrollment gets it and the others can no longer be called; people release them.
UPDATE enrollments SET device_id = upper(device_id)
WHERE device_id <> upper(device_id)
  AND (ended_at IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM enrollments o
    WHERE o.tenant_id = enrollments.tenant_id AND o.object_id = enrollments.object_id AND upper(o.device_id) = upper(enrollments.device_id)
      AND o.ended_at IS NULL AND (o.enrollment_key > enrollments.enrollment_key OR o.device_id = upper(o.device_id)) AND o.enrollment_key <> enrollments.enrollment_key));
