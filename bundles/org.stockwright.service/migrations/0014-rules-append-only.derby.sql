CREATE TRIGGER decision_log_no_update AFTER UPDATE ON decision_log FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER decision_log_no_delete AFTER DELETE ON decision_log FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER decision_hit_no_update AFTER UPDATE ON decision_hit FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER decision_hit_no_delete AFTER DELETE ON decision_hit FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER score_no_update AFTER UPDATE ON score FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER score_no_delete AFTER DELETE ON score FOR EACH ROW INSERT INTO append_only VALUES (1);
