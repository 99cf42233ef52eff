CREATE TRIGGER letter_append_only BEFORE UPDATE OR DELETE ON letter FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- Derby makes an index for each foreign key by itself.
CREATE INDEX letter_of_template_ix ON letter (template_id);
