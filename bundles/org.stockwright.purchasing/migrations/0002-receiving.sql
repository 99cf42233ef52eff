-- Receiving, inspection and put-away: what does not fit the heads and lines of documents. Quantities are in the item's base
-- unit.

CREATE SEQUENCE receiving_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

-- What the company decided; subject 0 is the company, another one the number of a warehouse.
CREATE TABLE receiving_setting (
    name VARCHAR(32) NOT NULL,
    subject BIGINT NOT NULL,
    text VARCHAR(200) NOT NULL,
    PRIMARY KEY (name, subject)
);

-- Append-only: in which quality status the line of a receipt arrived, and which one its rejected part has.
CREATE TABLE receipt_line (
    line_id BIGINT NOT NULL PRIMARY KEY,
    status VARCHAR(24) NOT NULL,
    rejected_status VARCHAR(24) NOT NULL,
    expires_on DATE,
    CONSTRAINT receipt_line_line FOREIGN KEY (line_id) REFERENCES document_line (id),
    CONSTRAINT receipt_line_status FOREIGN KEY (status) REFERENCES quality_status (code),
    CONSTRAINT receipt_line_rejected FOREIGN KEY (rejected_status) REFERENCES quality_status (code)
);

-- Which goods are inspected; 0 and an empty text stand for all.
CREATE TABLE quality_plan (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    category VARCHAR(400) NOT NULL,
    supplier_id BIGINT NOT NULL,
    extent VARCHAR(16) NOT NULL,
    every_nth INTEGER NOT NULL,
    CONSTRAINT quality_plan_unique UNIQUE (item_id, category, supplier_id),
    CONSTRAINT quality_plan_every CHECK (every_nth >= 1)
);

-- Where goods of a kind go; an empty text stands for all.
CREATE TABLE put_away_rule (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(64) NOT NULL,
    priority INTEGER NOT NULL,
    item_id BIGINT,
    category VARCHAR(400) NOT NULL,
    abc_class VARCHAR(24) NOT NULL,
    temperature_class VARCHAR(24) NOT NULL,
    hazard_class VARCHAR(24) NOT NULL,
    target_id BIGINT NOT NULL,
    fixed SMALLINT NOT NULL,
    consolidate SMALLINT NOT NULL,
    fill_percent INTEGER NOT NULL,
    CONSTRAINT put_away_rule_unique UNIQUE (code),
    CONSTRAINT put_away_rule_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT put_away_rule_target FOREIGN KEY (target_id) REFERENCES location (id),
    CONSTRAINT put_away_rule_fill CHECK (fill_percent BETWEEN 1 AND 100)
);

-- One put-away after the other: each sees what those before it left free.
INSERT INTO receiving_setting VALUES ('PUT_AWAY_LOCK', 0, '');
