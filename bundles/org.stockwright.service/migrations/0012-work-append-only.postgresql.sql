CREATE TRIGGER service_event_append_only BEFORE UPDATE OR DELETE ON service_event FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER service_result_append_only BEFORE UPDATE OR DELETE ON service_result FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER service_result_value_append_only BEFORE UPDATE OR DELETE ON service_result_value FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER service_result_file_append_only BEFORE UPDATE OR DELETE ON service_result_file FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- Derby makes an index for each foreign key by itself.
CREATE INDEX service_batch_template_ix ON service_batch (template_code, template_version);
CREATE INDEX service_case_template_ix ON service_case (template_code, template_version);
CREATE INDEX service_case_batch_ix ON service_case (batch_id);
CREATE INDEX service_unit_case_ix ON service_unit (case_id);
CREATE INDEX service_event_document_ix ON service_event (document_id);
CREATE INDEX service_result_file_result_ix ON service_result_file (document_id, unit, stage);
