CREATE TRIGGER document_approval_append_only BEFORE UPDATE OR DELETE ON document_approval FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- Derby makes an index for each foreign key by itself.
CREATE INDEX document_approval_document_ix ON document_approval (document_id);
