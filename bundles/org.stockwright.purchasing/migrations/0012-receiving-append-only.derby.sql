CREATE TRIGGER receipt_line_no_update AFTER UPDATE ON receipt_line FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER receipt_line_no_delete AFTER DELETE ON receipt_line FOR EACH ROW INSERT INTO append_only VALUES (1);
