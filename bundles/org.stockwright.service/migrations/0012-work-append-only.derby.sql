CREATE TRIGGER service_event_no_update AFTER UPDATE ON service_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_event_no_delete AFTER DELETE ON service_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_result_no_update AFTER UPDATE ON service_result FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_result_no_delete AFTER DELETE ON service_result FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_result_value_no_update AFTER UPDATE ON service_result_value FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_result_value_no_delete AFTER DELETE ON service_result_value FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_result_file_no_update AFTER UPDATE ON service_result_file FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER service_result_file_no_delete AFTER DELETE ON service_result_file FOR EACH ROW INSERT INTO append_only VALUES (1);
