CREATE TRIGGER pack_scan_append_only BEFORE UPDATE OR DELETE ON pack_scan FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER return_decision_append_only BEFORE UPDATE OR DELETE ON return_decision FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER fulfilment_action_append_only BEFORE UPDATE OR DELETE ON fulfilment_action FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- Derby makes an index for each foreign key by itself.
CREATE INDEX packed_unit_order_ix ON packed_unit (order_id);
CREATE INDEX packed_unit_shipment_ix ON packed_unit (shipment_id);
CREATE INDEX packed_unit_parent_ix ON packed_unit (parent_id);
CREATE INDEX packed_content_unit_ix ON packed_content (unit_id);
CREATE INDEX pack_scan_order_ix ON pack_scan (order_id);
CREATE INDEX return_decision_line_ix ON return_decision (line_id);
CREATE INDEX count_request_document_ix ON count_request (document_id);
CREATE TRIGGER order_approval_append_only BEFORE UPDATE OR DELETE ON order_approval FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE INDEX order_approval_document_ix ON order_approval (document_id);
