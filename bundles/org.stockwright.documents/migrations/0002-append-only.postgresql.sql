CREATE TRIGGER document_flow_append_only BEFORE UPDATE OR DELETE ON document_flow FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER document_event_append_only BEFORE UPDATE OR DELETE ON document_event FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER document_attachment_append_only BEFORE UPDATE OR DELETE ON document_attachment FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER document_no_delete BEFORE DELETE ON document FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER document_line_no_delete BEFORE DELETE ON document_line FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
