-- Picking, packing, shipping, returns: what the documents themselves do not say. Quantities are in the item's base unit,
-- weights in kilograms, volumes in litres; instants are microseconds since 1970-01-01T00:00:00Z.

CREATE SEQUENCE shipping_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

-- Which stock a line of a pick list takes: the key of the reservation. It goes when the list is cancelled.
CREATE TABLE pick_line (
    line_id BIGINT NOT NULL PRIMARY KEY,
    reservation_key VARCHAR(128) NOT NULL,
    tote VARCHAR(64) NOT NULL,
    CONSTRAINT pick_line_reservation UNIQUE (reservation_key),
    CONSTRAINT pick_line_line FOREIGN KEY (line_id) REFERENCES document_line (id)
);

-- What was asked of a document after it was made, by the sender's key, so that the same again changes nothing.
CREATE TABLE fulfilment_action (
    action_key VARCHAR(128) NOT NULL PRIMARY KEY,
    content_hash CHAR(64) NOT NULL,
    document_id BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT fulfilment_action_document FOREIGN KEY (document_id) REFERENCES document (id)
);

-- Append-only: who approved an order above the limit, and in which revision.
CREATE TABLE order_approval (
    id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL,
    revision INTEGER NOT NULL,
    total DECIMAL(27,9) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT order_approval_document FOREIGN KEY (document_id) REFERENCES document (id)
);

-- Bins that want to be counted because something was missing there. What the book still has there is held until then.
CREATE TABLE count_request (
    id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    lot VARCHAR(64) NOT NULL,
    missing DECIMAL(27,9) NOT NULL,
    reason VARCHAR(400) NOT NULL,
    reservation_key VARCHAR(128),
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    counted_by VARCHAR(128),
    counted_at BIGINT,
    CONSTRAINT count_request_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT count_request_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT count_request_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- Which box for how much. Levels: 2 holds goods, 3 holds units of level 2. What is not limited is NULL.
CREATE TABLE packing_rule (
    code VARCHAR(64) NOT NULL PRIMARY KEY,
    level INTEGER NOT NULL,
    packing_item_id BIGINT,
    material_place_id BIGINT,
    only_item_id BIGINT,
    least_units DECIMAL(27,9),
    most_units DECIMAL(27,9),
    most_weight DECIMAL(27,9),
    most_volume DECIMAL(27,9),
    tare_weight DECIMAL(27,9) NOT NULL,
    outer_volume DECIMAL(27,9),
    active SMALLINT NOT NULL,
    CONSTRAINT packing_rule_item FOREIGN KEY (packing_item_id) REFERENCES item (id),
    CONSTRAINT packing_rule_place FOREIGN KEY (material_place_id) REFERENCES location (id),
    CONSTRAINT packing_rule_only FOREIGN KEY (only_item_id) REFERENCES item (id),
    CONSTRAINT packing_rule_level CHECK (level IN (2, 3)),
    CONSTRAINT packing_rule_tare CHECK (tare_weight >= 0)
);

CREATE TABLE packed_unit (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(64) NOT NULL,
    parent_id BIGINT,
    rule_code VARCHAR(64) NOT NULL,
    level INTEGER NOT NULL,
    order_id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    tare_weight DECIMAL(27,9) NOT NULL,
    outer_volume DECIMAL(27,9),
    state VARCHAR(16) NOT NULL,
    shipment_id BIGINT,
    user_name VARCHAR(128) NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT packed_unit_code UNIQUE (code),
    CONSTRAINT packed_unit_parent FOREIGN KEY (parent_id) REFERENCES packed_unit (id),
    CONSTRAINT packed_unit_order FOREIGN KEY (order_id) REFERENCES document (id),
    CONSTRAINT packed_unit_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT packed_unit_shipment FOREIGN KEY (shipment_id) REFERENCES document (id),
    CONSTRAINT packed_unit_state CHECK (state IN ('PACKED', 'SHIPPED', 'UNPACKED'))
);

-- What is in a unit. Without a line of an order it is packing material. The reservation holds it until it leaves.
CREATE TABLE packed_content (
    id BIGINT NOT NULL PRIMARY KEY,
    unit_id BIGINT NOT NULL,
    order_line_id BIGINT,
    item_id BIGINT NOT NULL,
    lot VARCHAR(64) NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    reservation_key VARCHAR(128) NOT NULL,
    CONSTRAINT packed_content_reservation UNIQUE (reservation_key),
    CONSTRAINT packed_content_unit FOREIGN KEY (unit_id) REFERENCES packed_unit (id),
    CONSTRAINT packed_content_line FOREIGN KEY (order_line_id) REFERENCES document_line (id),
    CONSTRAINT packed_content_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT packed_content_positive CHECK (quantity > 0)
);

-- Append-only: each scan at a packing table and what it was found to be.
CREATE TABLE pack_scan (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL,
    session VARCHAR(64) NOT NULL,
    scanned VARCHAR(600) NOT NULL,
    outcome VARCHAR(24) NOT NULL,
    detail VARCHAR(600) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT pack_scan_order FOREIGN KEY (order_id) REFERENCES document (id)
);

-- Where a return lies in inspection.
CREATE TABLE return_place (
    document_id BIGINT NOT NULL PRIMARY KEY,
    location_id BIGINT NOT NULL,
    CONSTRAINT return_place_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT return_place_location FOREIGN KEY (location_id) REFERENCES location (id)
);

-- Append-only: what was decided about goods that a customer sent back.
CREATE TABLE return_decision (
    id BIGINT NOT NULL PRIMARY KEY,
    line_id BIGINT NOT NULL,
    decision VARCHAR(16) NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    refund SMALLINT NOT NULL,
    refund_amount DECIMAL(27,9),
    location_id BIGINT,
    note VARCHAR(400) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT return_decision_line FOREIGN KEY (line_id) REFERENCES document_line (id),
    CONSTRAINT return_decision_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT return_decision_known CHECK (decision IN ('RESTOCK', 'SCRAP', 'REPAIR')),
    CONSTRAINT return_decision_positive CHECK (quantity > 0)
);
