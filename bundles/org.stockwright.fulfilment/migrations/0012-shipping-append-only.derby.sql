CREATE TRIGGER pack_scan_no_update AFTER UPDATE ON pack_scan FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER pack_scan_no_delete AFTER DELETE ON pack_scan FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER return_decision_no_update AFTER UPDATE ON return_decision FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER return_decision_no_delete AFTER DELETE ON return_decision FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER fulfilment_action_no_update AFTER UPDATE ON fulfilment_action FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER fulfilment_action_no_delete AFTER DELETE ON fulfilment_action FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER order_approval_no_update AFTER UPDATE ON order_approval FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER order_approval_no_delete AFTER DELETE ON order_approval FOR EACH ROW INSERT INTO append_only VALUES (1);
