CREATE TRIGGER document_flow_no_update AFTER UPDATE ON document_flow FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_flow_no_delete AFTER DELETE ON document_flow FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_event_no_update AFTER UPDATE ON document_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_event_no_delete AFTER DELETE ON document_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_attachment_no_update AFTER UPDATE ON document_attachment FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_attachment_no_delete AFTER DELETE ON document_attachment FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_no_delete AFTER DELETE ON document FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER document_line_no_delete AFTER DELETE ON document_line FOR EACH ROW INSERT INTO append_only VALUES (1);
