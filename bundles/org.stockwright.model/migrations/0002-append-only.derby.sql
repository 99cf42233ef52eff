-- Movements, postings and reservation events are never changed and never deleted. Derby has no SIGNAL: the triggers
-- insert into a table whose CHECK nothing satisfies, so that the constraint's name says why.

CREATE TABLE append_only (
    refused SMALLINT NOT NULL,
    CONSTRAINT ledger_rows_are_never_changed_or_deleted CHECK (refused = 0)
);

CREATE TRIGGER movement_no_update AFTER UPDATE ON movement FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER movement_no_delete AFTER DELETE ON movement FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER posting_no_update AFTER UPDATE ON posting FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER posting_no_delete AFTER DELETE ON posting FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER reservation_event_no_update AFTER UPDATE ON reservation_event FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER reservation_event_no_delete AFTER DELETE ON reservation_event FOR EACH ROW INSERT INTO append_only VALUES (1);
