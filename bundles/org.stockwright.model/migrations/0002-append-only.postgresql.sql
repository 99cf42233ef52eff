-- Movements, postings and reservation events are never changed and never deleted.

CREATE FUNCTION ledger_rows_are_never_changed_or_deleted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''ledger rows are never changed or deleted''; END';

CREATE TRIGGER movement_append_only BEFORE UPDATE OR DELETE ON movement FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER posting_append_only BEFORE UPDATE OR DELETE ON posting FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER reservation_event_append_only BEFORE UPDATE OR DELETE ON reservation_event FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
