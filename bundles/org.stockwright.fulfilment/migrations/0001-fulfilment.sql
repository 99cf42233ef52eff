-- Goods out: what orders, allocation and kits need besides the documents themselves.

CREATE SEQUENCE fulfilment_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

-- Which reservation holds stock for which line of an order, and how far the goods are.
CREATE TABLE allocation (
    reservation_key VARCHAR(128) NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL,
    line_id BIGINT NOT NULL,
    stage VARCHAR(8) NOT NULL,
    CONSTRAINT allocation_reservation FOREIGN KEY (reservation_key) REFERENCES reservation (reservation_key),
    CONSTRAINT allocation_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT allocation_line FOREIGN KEY (line_id) REFERENCES document_line (id),
    CONSTRAINT allocation_stage CHECK (stage IN ('HELD', 'PICKED', 'PACKED'))
);
CREATE INDEX allocation_document_ix ON allocation (document_id, stage);
CREATE INDEX allocation_line_ix ON allocation (line_id, stage);

-- How stock is chosen, by level: COMPANY (subject 0), CATEGORY, CUSTOMER, ITEM. An empty strategy, an empty sourcing and
-- a missing number of days leave it to the level above.
CREATE TABLE allocation_policy (
    policy_level VARCHAR(8) NOT NULL,
    subject_id BIGINT NOT NULL,
    strategy VARCHAR(32) NOT NULL,
    sourcing VARCHAR(16) NOT NULL,
    remaining_days INTEGER,
    user_name VARCHAR(128) NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT allocation_policy_pk PRIMARY KEY (policy_level, subject_id),
    CONSTRAINT allocation_policy_level CHECK (policy_level IN ('COMPANY', 'CATEGORY', 'CUSTOMER', 'ITEM')),
    CONSTRAINT allocation_policy_days CHECK (remaining_days IS NULL OR remaining_days >= 0)
);

-- What a kit is made of, by the first day on which the version holds.
CREATE TABLE kit (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    is_virtual SMALLINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT kit_unique UNIQUE (item_id, valid_from),
    CONSTRAINT kit_item FOREIGN KEY (item_id) REFERENCES item (id)
);

CREATE TABLE kit_component (
    kit_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    item_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    CONSTRAINT kit_component_pk PRIMARY KEY (kit_id, line),
    CONSTRAINT kit_component_once UNIQUE (kit_id, item_id),
    CONSTRAINT kit_component_kit FOREIGN KEY (kit_id) REFERENCES kit (id),
    CONSTRAINT kit_component_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT kit_component_positive CHECK (quantity > 0)
);
CREATE INDEX kit_component_item_ix ON kit_component (item_id, kit_id);
