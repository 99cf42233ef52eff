CREATE TRIGGER value_entry_append_only BEFORE UPDATE OR DELETE ON value_entry FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER cost_event_append_only BEFORE UPDATE OR DELETE ON cost_event FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER period_decision_append_only BEFORE UPDATE OR DELETE ON period_decision FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER period_figure_append_only BEFORE UPDATE OR DELETE ON period_figure FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER journal_export_append_only BEFORE UPDATE OR DELETE ON journal_export FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER standard_cost_append_only BEFORE UPDATE OR DELETE ON standard_cost FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER cost_policy_append_only BEFORE UPDATE OR DELETE ON cost_policy FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER item_category_append_only BEFORE UPDATE OR DELETE ON item_category FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
