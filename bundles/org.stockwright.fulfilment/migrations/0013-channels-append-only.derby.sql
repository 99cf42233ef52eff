CREATE TRIGGER channel_text_no_update AFTER UPDATE ON channel_text FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER channel_text_no_delete AFTER DELETE ON channel_text FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER channel_event_no_update AFTER UPDATE ON channel_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER channel_event_no_delete AFTER DELETE ON channel_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER channel_settled_no_update AFTER UPDATE ON channel_settled FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER channel_settled_no_delete AFTER DELETE ON channel_settled FOR EACH ROW INSERT INTO append_only VALUES (1);
