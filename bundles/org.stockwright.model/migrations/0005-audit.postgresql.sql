-- Who did what when, other than posting: master data, settings, roles, reports, exports. detail is JSON: the name of each
-- field that differs, with the values before and after. Never changed and never deleted, as the ledger is.

CREATE SEQUENCE audit_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

CREATE TABLE audit_event (
    id BIGINT NOT NULL PRIMARY KEY,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    action VARCHAR(32) NOT NULL,
    subject VARCHAR(64) NOT NULL,
    subject_key VARCHAR(400) NOT NULL,
    detail ${text} NOT NULL
);
CREATE INDEX audit_event_time_ix ON audit_event (recorded_at, id);
CREATE INDEX audit_event_subject_ix ON audit_event (subject, subject_key, recorded_at);
CREATE INDEX audit_event_user_ix ON audit_event (user_name, recorded_at);

CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION ledger_rows_are_never_changed_or_deleted();
