-- Preset rules, profiles of clients, and scores.

CREATE SEQUENCE service_rule_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE decision_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE score_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

-- Locked by whoever writes versions of that kind, so that approved versions never overlap.
CREATE TABLE service_rule_lock (
    kind VARCHAR(16) NOT NULL PRIMARY KEY
);
INSERT INTO service_rule_lock VALUES ('DECISION');
INSERT INTO service_rule_lock VALUES ('SCORE');
INSERT INTO service_rule_lock VALUES ('PROFILE');

-- One row for each version, of whatever kind; what it says stands in the tables of its kind.
CREATE TABLE service_rule_version (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(16) NOT NULL,
    code VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    state VARCHAR(8) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE,
    written_by VARCHAR(128) NOT NULL,
    written_at BIGINT NOT NULL,
    approved_by VARCHAR(128),
    approved_at BIGINT,
    CONSTRAINT service_rule_version_once UNIQUE (kind, code, version),
    CONSTRAINT service_rule_version_kind FOREIGN KEY (kind) REFERENCES service_rule_lock (kind),
    CONSTRAINT service_rule_version_state CHECK (state IN ('DRAFT', 'APPROVED', 'RETIRED'))
);

CREATE TABLE decision_table (
    id BIGINT NOT NULL PRIMARY KEY,
    policy VARCHAR(16) NOT NULL,
    CONSTRAINT decision_table_version FOREIGN KEY (id) REFERENCES service_rule_version (id),
    CONSTRAINT decision_table_policy CHECK (policy IN ('UNIQUE', 'FIRST', 'PRIORITY', 'COLLECT', 'SUM', 'MIN', 'MAX', 'COUNT'))
);

-- Inputs first, then outputs. Choices one in a line.
CREATE TABLE decision_column (
    table_id BIGINT NOT NULL,
    nr INTEGER NOT NULL,
    decided SMALLINT NOT NULL,
    name VARCHAR(32) NOT NULL,
    type VARCHAR(8) NOT NULL,
    choices VARCHAR(16000) NOT NULL,
    CONSTRAINT decision_column_pk PRIMARY KEY (table_id, nr),
    CONSTRAINT decision_column_table FOREIGN KEY (table_id) REFERENCES decision_table (id)
);

-- Conditions and outcomes one in a line.
CREATE TABLE decision_rule (
    table_id BIGINT NOT NULL,
    nr INTEGER NOT NULL,
    conditions VARCHAR(16000) NOT NULL,
    outcomes VARCHAR(16000) NOT NULL,
    note VARCHAR(500) NOT NULL,
    CONSTRAINT decision_rule_pk PRIMARY KEY (table_id, nr),
    CONSTRAINT decision_rule_table FOREIGN KEY (table_id) REFERENCES decision_table (id)
);

-- Inputs as name=value one in a line; outcomes of all deciding rules one in a line, one rule after the other.
CREATE TABLE decision_sample (
    table_id BIGINT NOT NULL,
    nr INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    inputs VARCHAR(16000) NOT NULL,
    rules INTEGER NOT NULL,
    outcomes VARCHAR(16000) NOT NULL,
    CONSTRAINT decision_sample_pk PRIMARY KEY (table_id, nr),
    CONSTRAINT decision_sample_table FOREIGN KEY (table_id) REFERENCES decision_table (id)
);

CREATE TABLE decision_log (
    id BIGINT NOT NULL PRIMARY KEY,
    decision_key VARCHAR(128) NOT NULL,
    code VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    table_id BIGINT NOT NULL,
    inputs VARCHAR(24000) NOT NULL,
    outcomes VARCHAR(16000) NOT NULL,
    decided_by VARCHAR(128) NOT NULL,
    decided_at BIGINT NOT NULL,
    CONSTRAINT decision_log_once UNIQUE (decision_key),
    CONSTRAINT decision_log_table FOREIGN KEY (table_id) REFERENCES decision_table (id)
);
CREATE INDEX decision_log_at_ix ON decision_log (code, decided_at);
CREATE INDEX decision_log_all_ix ON decision_log (decided_at);

-- The rules that decided, in the order in which they are told.
CREATE TABLE decision_hit (
    decision_id BIGINT NOT NULL,
    nr INTEGER NOT NULL,
    rule INTEGER NOT NULL,
    CONSTRAINT decision_hit_pk PRIMARY KEY (decision_id, nr),
    CONSTRAINT decision_hit_decision FOREIGN KEY (decision_id) REFERENCES decision_log (id)
);

CREATE TABLE client_field (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(32) NOT NULL,
    type VARCHAR(8) NOT NULL,
    choices VARCHAR(16000) NOT NULL,
    CONSTRAINT client_field_once UNIQUE (name)
);

CREATE TABLE client_value (
    partner_id BIGINT NOT NULL,
    field_id BIGINT NOT NULL,
    value_text VARCHAR(500) NOT NULL,
    changed_by VARCHAR(128) NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT client_value_pk PRIMARY KEY (partner_id, field_id),
    CONSTRAINT client_value_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
    CONSTRAINT client_value_field FOREIGN KEY (field_id) REFERENCES client_field (id)
);

CREATE TABLE score_model (
    id BIGINT NOT NULL PRIMARY KEY,
    formula VARCHAR(2000) NOT NULL,
    decimals INTEGER NOT NULL,
    validity_days INTEGER NOT NULL,
    item_id BIGINT,
    place_id BIGINT,
    cost DECIMAL(27,9) NOT NULL,
    CONSTRAINT score_model_version FOREIGN KEY (id) REFERENCES service_rule_version (id),
    CONSTRAINT score_model_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT score_model_place FOREIGN KEY (place_id) REFERENCES location (id),
    CONSTRAINT score_model_validity CHECK (validity_days > 0)
);

CREATE TABLE score (
    id BIGINT NOT NULL PRIMARY KEY,
    model_id BIGINT NOT NULL,
    partner_id BIGINT NOT NULL,
    inputs VARCHAR(16000) NOT NULL,
    hash CHAR(64) NOT NULL,
    points DECIMAL(27,9) NOT NULL,
    computed_by VARCHAR(128) NOT NULL,
    computed_at BIGINT NOT NULL,
    last_day DATE NOT NULL,
    lot VARCHAR(64) NOT NULL,
    CONSTRAINT score_model_fk FOREIGN KEY (model_id) REFERENCES score_model (id),
    CONSTRAINT score_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);

-- The newest score of each client; a projection of the table above. In stock while its unit lies there.
CREATE TABLE score_newest (
    code VARCHAR(32) NOT NULL,
    partner_id BIGINT NOT NULL,
    score_id BIGINT NOT NULL,
    in_stock SMALLINT NOT NULL,
    CONSTRAINT score_newest_pk PRIMARY KEY (code, partner_id),
    CONSTRAINT score_newest_score FOREIGN KEY (score_id) REFERENCES score (id),
    CONSTRAINT score_newest_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
