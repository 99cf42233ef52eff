CREATE TRIGGER receipt_line_append_only BEFORE UPDATE OR DELETE ON receipt_line FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
