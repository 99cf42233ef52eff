-- Where components become products. Companies of before get the place that new ones begin with; numbers below 1000 were
-- never drawn.
INSERT INTO location (id, code, name, parent_id, path, kind, partner_id, pick_sequence, negative_policy, active, lock_reason, version)
    SELECT 10, 'CONVERSION', 'Conversion', CAST(NULL AS BIGINT), '/10/', 'CONVERSION', 0, CAST(NULL AS INTEGER), CAST(NULL AS VARCHAR(16)), 1, CAST(NULL AS VARCHAR(400)), 0
    FROM setting WHERE name = 'ledger.checkpoints' AND EXISTS (SELECT 1 FROM location)
    AND NOT EXISTS (SELECT 1 FROM location WHERE code = 'CONVERSION');
