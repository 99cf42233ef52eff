CREATE TRIGGER document_approval_no_update AFTER UPDATE ON document_approval FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_approval_no_delete AFTER DELETE ON document_approval FOR EACH ROW INSERT INTO append_only VALUES (1);
