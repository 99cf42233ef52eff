-- What purchasing, put-away, packing and shipping need to know: how items are handled, what places can take, what
-- suppliers and customers pay by quantity and day, and addresses. Nothing known is NULL.

-- Per base unit of the item: weight in kilograms, volume in litres. least_days: days of shelf life that must be left when
-- it is shipped to a customer.
CREATE TABLE item_handling (
    id BIGINT NOT NULL CONSTRAINT item_handling_pk PRIMARY KEY,
    item_id BIGINT NOT NULL,
    weight DECIMAL(27,9),
    volume DECIMAL(27,9),
    temperature_class VARCHAR(24),
    hazard_class VARCHAR(24),
    abc_class VARCHAR(1),
    commodity_code VARCHAR(12),
    origin_country VARCHAR(2),
    least_days INTEGER,
    version BIGINT NOT NULL,
    CONSTRAINT item_handling_unique UNIQUE (item_id),
    CONSTRAINT item_handling_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT item_handling_weight CHECK (weight IS NULL OR weight >= 0),
    CONSTRAINT item_handling_volume CHECK (volume IS NULL OR volume >= 0),
    CONSTRAINT item_handling_abc CHECK (abc_class IS NULL OR abc_class IN ('A', 'B', 'C')),
    CONSTRAINT item_handling_days CHECK (least_days IS NULL OR least_days >= 0)
);

-- Weight in kilograms, volume in litres, count in base units of all items together. hazard_classes are those allowed, with
-- | between them.
CREATE TABLE location_limit (
    id BIGINT NOT NULL CONSTRAINT location_limit_pk PRIMARY KEY,
    location_id BIGINT NOT NULL,
    max_weight DECIMAL(27,9),
    max_volume DECIMAL(27,9),
    max_count DECIMAL(27,9),
    one_item_only SMALLINT NOT NULL,
    one_lot_only SMALLINT NOT NULL,
    temperature_class VARCHAR(24),
    hazard_classes VARCHAR(400),
    fixed_item_id BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT location_limit_unique UNIQUE (location_id),
    CONSTRAINT location_limit_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT location_limit_fixed_item FOREIGN KEY (fixed_item_id) REFERENCES item (id),
    CONSTRAINT location_limit_weight CHECK (max_weight IS NULL OR max_weight > 0),
    CONSTRAINT location_limit_volume CHECK (max_volume IS NULL OR max_volume > 0),
    CONSTRAINT location_limit_count CHECK (max_count IS NULL OR max_count > 0)
);

-- What a supplier takes per unit from a quantity on. valid_from is 1900-01-01 where nobody said a day; valid_to is the
-- last day.
CREATE TABLE supplier_price (
    id BIGINT NOT NULL CONSTRAINT supplier_price_pk PRIMARY KEY,
    item_id BIGINT NOT NULL,
    partner_id BIGINT NOT NULL,
    unit_code VARCHAR(32) NOT NULL,
    from_quantity DECIMAL(27,9) NOT NULL,
    price DECIMAL(27,9) NOT NULL,
    currency CHAR(3) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    version BIGINT NOT NULL,
    CONSTRAINT supplier_price_unique UNIQUE (item_id, partner_id, unit_code, from_quantity, valid_from),
    CONSTRAINT supplier_price_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT supplier_price_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
    CONSTRAINT supplier_price_not_negative CHECK (price >= 0 AND from_quantity >= 0),
    CONSTRAINT supplier_price_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

-- What customers pay per unit from a quantity on. partner_id is 0 where a line is for all customers of its list.
CREATE TABLE price_list_line (
    id BIGINT NOT NULL CONSTRAINT price_list_line_pk PRIMARY KEY,
    price_list VARCHAR(64) NOT NULL,
    partner_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    unit_code VARCHAR(32) NOT NULL,
    from_quantity DECIMAL(27,9) NOT NULL,
    price DECIMAL(27,9) NOT NULL,
    currency CHAR(3) NOT NULL,
    valid_from DATE NOT NULL,
    valid_to DATE,
    version BIGINT NOT NULL,
    CONSTRAINT price_list_line_unique UNIQUE (item_id, partner_id, price_list, unit_code, from_quantity, valid_from),
    CONSTRAINT price_list_line_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT price_list_line_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
    CONSTRAINT price_list_line_not_negative CHECK (price >= 0 AND from_quantity >= 0),
    CONSTRAINT price_list_line_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
);
CREATE INDEX price_list_line_customer_ix ON price_list_line (partner_id, price_list);
CREATE INDEX price_list_line_list_ix ON price_list_line (price_list);

-- code is '' for the main address. street_lines are one below the other.
CREATE TABLE partner_address (
    id BIGINT NOT NULL CONSTRAINT partner_address_pk PRIMARY KEY,
    partner_id BIGINT NOT NULL,
    code VARCHAR(64) NOT NULL,
    name VARCHAR(200),
    street_lines VARCHAR(1000),
    postal_code VARCHAR(24),
    city VARCHAR(100),
    region VARCHAR(100),
    country VARCHAR(2),
    phone VARCHAR(50),
    email VARCHAR(254),
    version BIGINT NOT NULL,
    CONSTRAINT partner_address_unique UNIQUE (partner_id, code),
    CONSTRAINT partner_address_partner FOREIGN KEY (partner_id) REFERENCES partner (id)
);
