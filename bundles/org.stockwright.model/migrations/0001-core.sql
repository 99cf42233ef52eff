-- The core's tables. Instants are microseconds since 1970-01-01T00:00:00Z (BIGINT), so that no driver's or machine's
-- time zone can shift them. Quantities and amounts have 18 digits before and 9 behind the decimal point.

-- ${text} is the store's type for long texts.
CREATE SEQUENCE catalog_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE movement_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE posting_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE balance_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE reservation_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE upkeep_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

CREATE TABLE company (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    currency CHAR(3) NOT NULL,
    zone VARCHAR(64) NOT NULL,
    demo SMALLINT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE setting (
    name VARCHAR(128) NOT NULL PRIMARY KEY,
    text VARCHAR(32000) NOT NULL,
    version BIGINT NOT NULL
);

CREATE TABLE unit (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    dimension VARCHAR(64) NOT NULL,
    numerator DECIMAL(27,0) NOT NULL,
    denominator DECIMAL(27,0) NOT NULL,
    scale SMALLINT NOT NULL,
    step DECIMAL(27,9) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT unit_code_unique UNIQUE (code),
    CONSTRAINT unit_factor_positive CHECK (numerator > 0 AND denominator > 0),
    CONSTRAINT unit_scale_range CHECK (scale >= 0 AND scale <= 9),
    CONSTRAINT unit_step_positive CHECK (step > 0)
);

CREATE TABLE category (
    id BIGINT NOT NULL PRIMARY KEY,
    parent_id BIGINT,
    name VARCHAR(200) NOT NULL,
    path VARCHAR(1000) NOT NULL,
    negative_policy VARCHAR(16),
    version BIGINT NOT NULL,
    CONSTRAINT category_path_unique UNIQUE (path),
    CONSTRAINT category_parent FOREIGN KEY (parent_id) REFERENCES category (id)
);

CREATE TABLE partner (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(64) NOT NULL,
    name VARCHAR(200) NOT NULL,
    roles VARCHAR(200) NOT NULL,
    currency CHAR(3),
    active SMALLINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT partner_code_unique UNIQUE (code)
);

CREATE TABLE item (
    id BIGINT NOT NULL CONSTRAINT item_pk PRIMARY KEY,
    code VARCHAR(64) NOT NULL,
    name VARCHAR(300) NOT NULL,
    description VARCHAR(4000),
    category_id BIGINT,
    unit_id BIGINT NOT NULL,
    roles VARCHAR(400) NOT NULL,
    tracking VARCHAR(8) NOT NULL,
    shelf_life_days INTEGER,
    standard_cost DECIMAL(27,9),
    list_price DECIMAL(27,9),
    safety_stock DECIMAL(27,9),
    reorder_point DECIMAL(27,9),
    active SMALLINT NOT NULL,
    lock_reason VARCHAR(400),
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT item_code_unique UNIQUE (code),
    CONSTRAINT item_category FOREIGN KEY (category_id) REFERENCES category (id),
    CONSTRAINT item_unit FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT item_tracking CHECK (tracking IN ('NONE', 'LOT', 'SERIAL')),
    CONSTRAINT item_shelf_life CHECK (shelf_life_days IS NULL OR shelf_life_days > 0)
);
CREATE INDEX item_name_ix ON item (name);

CREATE TABLE item_pack (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    code VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    numerator DECIMAL(27,0) NOT NULL,
    denominator DECIMAL(27,0) NOT NULL,
    pack_level SMALLINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT item_pack_unique UNIQUE (item_id, code),
    CONSTRAINT item_pack_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT item_pack_positive CHECK (numerator > 0 AND denominator > 0)
);

CREATE TABLE item_barcode (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    pack_id BIGINT,
    barcode VARCHAR(48) NOT NULL,
    normalised VARCHAR(48) NOT NULL,
    symbology VARCHAR(16) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT item_barcode_unique UNIQUE (normalised),
    CONSTRAINT item_barcode_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT item_barcode_pack FOREIGN KEY (pack_id) REFERENCES item_pack (id)
);
CREATE INDEX item_barcode_item_ix ON item_barcode (item_id);

CREATE TABLE item_alias (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    partner_id BIGINT NOT NULL,
    alias VARCHAR(64) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT item_alias_unique UNIQUE (partner_id, alias),
    CONSTRAINT item_alias_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT item_alias_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
CREATE INDEX item_alias_ix ON item_alias (alias);
CREATE INDEX item_alias_item_ix ON item_alias (item_id);

CREATE TABLE item_supplier (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    partner_id BIGINT NOT NULL,
    supplier_code VARCHAR(64),
    price DECIMAL(27,9),
    currency CHAR(3),
    unit_code VARCHAR(32),
    minimum DECIMAL(27,9),
    multiple DECIMAL(27,9),
    lead_time_days INTEGER,
    supplier_rank INTEGER NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT item_supplier_unique UNIQUE (item_id, partner_id),
    CONSTRAINT item_supplier_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT item_supplier_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
CREATE INDEX item_supplier_code_ix ON item_supplier (supplier_code);

CREATE TABLE location (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(64) NOT NULL,
    name VARCHAR(200) NOT NULL,
    parent_id BIGINT,
    path VARCHAR(1000) NOT NULL,
    kind VARCHAR(24) NOT NULL,
    partner_id BIGINT NOT NULL,
    pick_sequence INTEGER,
    negative_policy VARCHAR(16),
    active SMALLINT NOT NULL,
    lock_reason VARCHAR(400),
    version BIGINT NOT NULL,
    CONSTRAINT location_code_unique UNIQUE (code),
    CONSTRAINT location_parent FOREIGN KEY (parent_id) REFERENCES location (id),
    CONSTRAINT location_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
CREATE INDEX location_path_ix ON location (path);

-- Negative-stock policy by kind of location; a category's or a single location's own policy comes before it.
CREATE TABLE negative_stock_policy (
    location_kind VARCHAR(24) NOT NULL PRIMARY KEY,
    policy VARCHAR(16) NOT NULL,
    CONSTRAINT negative_stock_policy_known CHECK (policy IN ('BLOCK', 'WARN', 'ALLOW'))
);

-- Lots and serial numbers of an item. Row 0 stands for "none".
CREATE TABLE lot (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT,
    code VARCHAR(64) NOT NULL,
    serial SMALLINT NOT NULL,
    expires_on DATE,
    created_at BIGINT NOT NULL,
    CONSTRAINT lot_unique UNIQUE (item_id, code),
    CONSTRAINT lot_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- Row 0 stands for "loose".
CREATE TABLE handling_unit (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(64) NOT NULL,
    parent_id BIGINT,
    created_at BIGINT NOT NULL,
    CONSTRAINT handling_unit_unique UNIQUE (code),
    CONSTRAINT handling_unit_parent FOREIGN KEY (parent_id) REFERENCES handling_unit (id)
);

CREATE TABLE quality_status (
    code VARCHAR(24) NOT NULL PRIMARY KEY,
    available SMALLINT NOT NULL,
    sort_order INTEGER NOT NULL
);

-- A balance names the place of stock of one kind. on_hand and reserved are a projection of the movements and the
-- reservation events; they are kept where stock is held (kept = 1) and stay 0 at suppliers, customers, scrap and
-- count differences, whose figures are derived from the movements.
CREATE TABLE balance (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    lot_id BIGINT NOT NULL,
    owner_id BIGINT NOT NULL,
    status VARCHAR(24) NOT NULL,
    handling_unit_id BIGINT NOT NULL,
    kept SMALLINT NOT NULL,
    negative_allowed SMALLINT NOT NULL,
    on_hand DECIMAL(27,9) NOT NULL,
    reserved DECIMAL(27,9) NOT NULL,
    CONSTRAINT balance_unique UNIQUE (item_id, location_id, lot_id, owner_id, status, handling_unit_id),
    CONSTRAINT balance_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT balance_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT balance_lot FOREIGN KEY (lot_id) REFERENCES lot (id),
    CONSTRAINT balance_owner FOREIGN KEY (owner_id) REFERENCES partner (id),
    CONSTRAINT balance_status FOREIGN KEY (status) REFERENCES quality_status (code),
    CONSTRAINT balance_handling_unit FOREIGN KEY (handling_unit_id) REFERENCES handling_unit (id),
    CONSTRAINT balance_not_negative CHECK (on_hand >= 0 OR negative_allowed = 1),
    CONSTRAINT balance_reserved_not_negative CHECK (reserved >= 0),
    CONSTRAINT balance_reserved_covered CHECK (reserved <= on_hand OR negative_allowed = 1)
);
-- One row per command that was accepted: the receipt that makes repeating it harmless.
CREATE TABLE posting (
    id BIGINT NOT NULL PRIMARY KEY,
    posting_key VARCHAR(128) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    number VARCHAR(32),
    reference VARCHAR(200),
    note VARCHAR(1000),
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    reverses_id BIGINT,
    CONSTRAINT posting_key_unique UNIQUE (posting_key),
    CONSTRAINT posting_reverses FOREIGN KEY (reverses_id) REFERENCES posting (id),
    CONSTRAINT posting_reversed_once UNIQUE (reverses_id)
);
CREATE INDEX posting_number_ix ON posting (number);
CREATE INDEX posting_reference_ix ON posting (reference);

-- The ledger: append-only. quantity is in the item's base unit and positive.
CREATE TABLE movement (
    seq BIGINT NOT NULL PRIMARY KEY,
    posting_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    kind VARCHAR(16) NOT NULL,
    item_id BIGINT NOT NULL,
    from_balance_id BIGINT NOT NULL,
    to_balance_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    entered_quantity DECIMAL(27,9) NOT NULL,
    entered_unit VARCHAR(32) NOT NULL,
    unit_cost DECIMAL(27,9),
    reason VARCHAR(200),
    effective_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    reverses_seq BIGINT,
    CONSTRAINT movement_posting FOREIGN KEY (posting_id) REFERENCES posting (id),
    CONSTRAINT movement_line_unique UNIQUE (posting_id, line),
    CONSTRAINT movement_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT movement_from FOREIGN KEY (from_balance_id) REFERENCES balance (id),
    CONSTRAINT movement_to FOREIGN KEY (to_balance_id) REFERENCES balance (id),
    CONSTRAINT movement_two_places CHECK (from_balance_id <> to_balance_id),
    CONSTRAINT movement_quantity_positive CHECK (quantity > 0)
);
CREATE INDEX movement_effective_ix ON movement (effective_at, seq);
CREATE INDEX movement_item_ix ON movement (item_id, effective_at);
CREATE INDEX movement_recorded_ix ON movement (recorded_at);

-- Gap-free numbers of documents, drawn last inside the posting's transaction.
CREATE TABLE number_series (
    code VARCHAR(16) NOT NULL PRIMARY KEY,
    next_number BIGINT NOT NULL
);

CREATE TABLE reservation (
    id BIGINT NOT NULL PRIMARY KEY,
    reservation_key VARCHAR(128) NOT NULL,
    balance_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    open_quantity DECIMAL(27,9) NOT NULL,
    holder VARCHAR(200) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT,
    CONSTRAINT reservation_key_unique UNIQUE (reservation_key),
    CONSTRAINT reservation_balance FOREIGN KEY (balance_id) REFERENCES balance (id),
    CONSTRAINT reservation_quantity CHECK (quantity > 0 AND open_quantity >= 0 AND open_quantity <= quantity)
);
CREATE INDEX reservation_expires_ix ON reservation (expires_at);

-- Append-only: what was held, posted, released or expired, so that reserved can be asked at any instant.
CREATE TABLE reservation_event (
    id BIGINT NOT NULL PRIMARY KEY,
    reservation_id BIGINT NOT NULL,
    balance_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    delta DECIMAL(27,9) NOT NULL,
    posting_id BIGINT,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT reservation_event_reservation FOREIGN KEY (reservation_id) REFERENCES reservation (id),
    CONSTRAINT reservation_event_balance FOREIGN KEY (balance_id) REFERENCES balance (id),
    CONSTRAINT reservation_event_posting FOREIGN KEY (posting_id) REFERENCES posting (id),
    CONSTRAINT reservation_event_kind CHECK (kind IN ('HELD', 'POSTED', 'RELEASED', 'EXPIRED'))
);

-- What a clerk is still writing; freely changed until it is posted.
CREATE TABLE draft (
    id BIGINT NOT NULL PRIMARY KEY,
    kind VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    content ${text} NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- Saved grid views, filters and import mappings, by owner; an empty user name is everybody's.
CREATE TABLE saved_view (
    id BIGINT NOT NULL PRIMARY KEY,
    view_id VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    content ${text} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT saved_view_unique UNIQUE (view_id, user_name, name)
);

-- Writers of master data lock this row and so take turns.
INSERT INTO setting VALUES ('catalog.writers', '', 0);
INSERT INTO partner VALUES (0, 'SELF', 'Own company', 'owner', NULL, 1, 0);
INSERT INTO lot VALUES (0, NULL, '', 0, NULL, 0);
INSERT INTO handling_unit VALUES (0, '', NULL, 0);
INSERT INTO quality_status VALUES ('AVAILABLE', 1, 1);
INSERT INTO quality_status VALUES ('INSPECTION', 0, 2);
INSERT INTO quality_status VALUES ('QUARANTINE', 0, 3);
INSERT INTO quality_status VALUES ('BLOCKED', 0, 4);
INSERT INTO quality_status VALUES ('REJECTED', 0, 5);
