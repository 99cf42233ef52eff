CREATE TRIGGER decision_log_append_only BEFORE UPDATE OR DELETE ON decision_log FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER decision_hit_append_only BEFORE UPDATE OR DELETE ON decision_hit FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER score_append_only BEFORE UPDATE OR DELETE ON score FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- What a version says is written once: a decision is explained by the version that made it.
CREATE TRIGGER decision_table_no_update BEFORE UPDATE ON decision_table FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER decision_column_no_update BEFORE UPDATE ON decision_column FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER decision_rule_no_update BEFORE UPDATE ON decision_rule FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER decision_sample_no_update BEFORE UPDATE ON decision_sample FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER score_model_no_update BEFORE UPDATE ON score_model FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- Derby makes an index for each foreign key by itself.
CREATE INDEX decision_log_table_ix ON decision_log (table_id);
CREATE INDEX client_value_field_ix ON client_value (field_id);
CREATE INDEX score_model_item_ix ON score_model (item_id);
CREATE INDEX score_model_place_ix ON score_model (place_id);
CREATE INDEX score_model_ix ON score (model_id);
CREATE INDEX score_partner_ix ON score (partner_id);
CREATE INDEX score_newest_score_ix ON score_newest (score_id);
CREATE INDEX score_newest_partner_ix ON score_newest (partner_id);
