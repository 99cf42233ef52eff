-- Documents of all areas: head, lines, and the flow that carries quantities from one document to the next. Quantities are
-- in the item's base unit; instants are microseconds since 1970-01-01T00:00:00Z.

CREATE SEQUENCE document_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE document_flow_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

CREATE TABLE document (
    id BIGINT NOT NULL CONSTRAINT document_pk PRIMARY KEY,
    kind VARCHAR(32) NOT NULL,
    number VARCHAR(32) NOT NULL,
    document_key VARCHAR(128) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    state VARCHAR(24) NOT NULL,
    is_open SMALLINT NOT NULL,
    partner_id BIGINT NOT NULL,
    address_code VARCHAR(64) NOT NULL,
    place_id BIGINT,
    target_id BIGINT,
    reference VARCHAR(200) NOT NULL,
    currency CHAR(3) NOT NULL,
    effective_at BIGINT NOT NULL,
    due_on DATE,
    priority INTEGER NOT NULL,
    department VARCHAR(64) NOT NULL,
    cost_centre VARCHAR(64) NOT NULL,
    carrier_id BIGINT NOT NULL,
    tracking VARCHAR(100) NOT NULL,
    source_id BIGINT,
    reverses_id BIGINT,
    posting_id BIGINT,
    revision INTEGER NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT document_key_unique UNIQUE (document_key),
    CONSTRAINT document_number_unique UNIQUE (number, kind),
    CONSTRAINT document_partner FOREIGN KEY (partner_id) REFERENCES partner (id),
    CONSTRAINT document_carrier FOREIGN KEY (carrier_id) REFERENCES partner (id),
    CONSTRAINT document_place FOREIGN KEY (place_id) REFERENCES location (id),
    CONSTRAINT document_target FOREIGN KEY (target_id) REFERENCES location (id),
    CONSTRAINT document_source FOREIGN KEY (source_id) REFERENCES document (id),
    CONSTRAINT document_reverses FOREIGN KEY (reverses_id) REFERENCES document (id),
    CONSTRAINT document_reversed_once UNIQUE (reverses_id),
    CONSTRAINT document_posting FOREIGN KEY (posting_id) REFERENCES posting (id)
);
CREATE INDEX document_open_ix ON document (kind, is_open, id);
CREATE INDEX document_partner_ix ON document (partner_id, kind);
CREATE INDEX document_reference_ix ON document (reference);

CREATE TABLE document_line (
    id BIGINT NOT NULL CONSTRAINT document_line_pk PRIMARY KEY,
    document_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    item_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    entered_quantity DECIMAL(27,9) NOT NULL,
    entered_unit VARCHAR(32) NOT NULL,
    lot VARCHAR(64) NOT NULL,
    location_id BIGINT,
    price DECIMAL(27,9),
    due_on DATE,
    promised_on DATE,
    note VARCHAR(400) NOT NULL,
    source_line_id BIGINT,
    parent_line_id BIGINT,
    CONSTRAINT document_line_unique UNIQUE (document_id, line),
    CONSTRAINT document_line_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT document_line_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT document_line_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT document_line_source FOREIGN KEY (source_line_id) REFERENCES document_line (id),
    CONSTRAINT document_line_parent FOREIGN KEY (parent_line_id) REFERENCES document_line (id),
    CONSTRAINT document_line_positive CHECK (quantity > 0)
);
CREATE INDEX document_line_item_ix ON document_line (item_id, document_id);

-- Append-only: what became of a line, step by step, and which line of which document did it. A negative quantity takes a
-- step back.
CREATE TABLE document_flow (
    id BIGINT NOT NULL CONSTRAINT document_flow_pk PRIMARY KEY,
    line_id BIGINT NOT NULL,
    step VARCHAR(16) NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    by_line_id BIGINT,
    effective_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT document_flow_line FOREIGN KEY (line_id) REFERENCES document_line (id),
    CONSTRAINT document_flow_by FOREIGN KEY (by_line_id) REFERENCES document_line (id)
);

-- Append-only: who did what to a document, and when.
CREATE TABLE document_event (
    id BIGINT NOT NULL CONSTRAINT document_event_pk PRIMARY KEY,
    document_id BIGINT NOT NULL,
    action VARCHAR(32) NOT NULL,
    state VARCHAR(24) NOT NULL,
    detail VARCHAR(4000) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT document_event_document FOREIGN KEY (document_id) REFERENCES document (id)
);

CREATE TABLE document_attachment (
    id BIGINT NOT NULL CONSTRAINT document_attachment_pk PRIMARY KEY,
    document_id BIGINT NOT NULL,
    name VARCHAR(200) NOT NULL,
    media_type VARCHAR(100) NOT NULL,
    size BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    content ${binary} NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT document_attachment_document FOREIGN KEY (document_id) REFERENCES document (id)
);
