CREATE TRIGGER channel_text_append_only BEFORE UPDATE OR DELETE ON channel_text FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER channel_event_append_only BEFORE UPDATE OR DELETE ON channel_event FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
CREATE TRIGGER channel_settled_append_only BEFORE UPDATE OR DELETE ON channel_settled FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
-- Derby makes an index for each foreign key by itself.
CREATE INDEX channel_customer_ix ON channel (customer_id);
CREATE INDEX channel_location_ix ON channel (location_id);
CREATE INDEX channel_item_item_ix ON channel_item (item_id);
CREATE INDEX channel_event_message_ix ON channel_event (message_id);
CREATE INDEX channel_settled_message_ix ON channel_settled (message_id);
CREATE INDEX channel_offer_item_ix ON channel_offer (item_id);
