-- Stored work and cases. Instants are microseconds since 1970-01-01T00:00:00Z; units are whole, each one of the stored item's base
-- unit.

-- A batch is a lot: what one preparation makes, by one version of a template, up to one stage.
CREATE TABLE service_batch (
    document_id BIGINT NOT NULL PRIMARY KEY,
    template_code VARCHAR(32) NOT NULL,
    template_version INTEGER NOT NULL,
    stages INTEGER NOT NULL,
    item_id BIGINT NOT NULL,
    lot_code VARCHAR(64) NOT NULL,
    units INTEGER NOT NULL,
    made INTEGER NOT NULL,
    planned_at BIGINT,
    done_at BIGINT,
    expires_on DATE,
    CONSTRAINT service_batch_lot UNIQUE (item_id, lot_code),
    CONSTRAINT service_batch_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT service_batch_template FOREIGN KEY (template_code, template_version)
        REFERENCES service_template (code, version),
    CONSTRAINT service_batch_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT service_batch_units CHECK (units > 0 AND made >= 0 AND made <= units),
    CONSTRAINT service_batch_stages CHECK (stages > 0)
);

-- A customer's case; ahead is how many of the stages had been done before he came.
CREATE TABLE service_case (
    document_id BIGINT NOT NULL PRIMARY KEY,
    template_code VARCHAR(32) NOT NULL,
    template_version INTEGER NOT NULL,
    ahead INTEGER NOT NULL,
    batch_id BIGINT,
    unit INTEGER,
    reservation_id BIGINT,
    arrived_at BIGINT NOT NULL,
    promised_at BIGINT NOT NULL,
    delivered_at BIGINT,
    cancelled_at BIGINT,
    CONSTRAINT service_case_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT service_case_template FOREIGN KEY (template_code, template_version)
        REFERENCES service_template (code, version),
    CONSTRAINT service_case_batch FOREIGN KEY (batch_id) REFERENCES service_batch (document_id),
    CONSTRAINT service_case_reservation FOREIGN KEY (reservation_id) REFERENCES reservation (id),
    CONSTRAINT service_case_ahead CHECK (ahead >= 0),
    CONSTRAINT service_case_ended CHECK (delivered_at IS NULL OR cancelled_at IS NULL)
);
CREATE INDEX service_case_arrived_ix ON service_case (template_code, arrived_at);

-- The units of a batch, each with what was found out for it.
CREATE TABLE service_unit (
    batch_id BIGINT NOT NULL,
    unit INTEGER NOT NULL,
    state VARCHAR(8) NOT NULL,
    case_id BIGINT,
    reason VARCHAR(200) NOT NULL,
    CONSTRAINT service_unit_pk PRIMARY KEY (batch_id, unit),
    CONSTRAINT service_unit_batch FOREIGN KEY (batch_id) REFERENCES service_batch (document_id),
    CONSTRAINT service_unit_case FOREIGN KEY (case_id) REFERENCES service_case (document_id),
    CONSTRAINT service_unit_state CHECK (state IN ('MAKING', 'FREE', 'HELD', 'USED', 'FAILED', 'SCRAPPED')),
    CONSTRAINT service_unit_held CHECK (state NOT IN ('HELD', 'USED') OR case_id IS NOT NULL)
);
CREATE INDEX service_unit_state_ix ON service_unit (state, batch_id);

CREATE TABLE service_case_stage (
    document_id BIGINT NOT NULL,
    stage INTEGER NOT NULL,
    state VARCHAR(8) NOT NULL,
    due_at BIGINT,
    done_at BIGINT,
    user_name VARCHAR(128),
    CONSTRAINT service_case_stage_pk PRIMARY KEY (document_id, stage),
    CONSTRAINT service_case_stage_case FOREIGN KEY (document_id) REFERENCES service_case (document_id),
    CONSTRAINT service_case_stage_state CHECK (state IN ('AHEAD', 'WAITING', 'READY', 'DONE'))
);
CREATE INDEX service_case_stage_state_ix ON service_case_stage (state, due_at);

-- Append-only: what was done to batches and cases, by the sender's key.
CREATE TABLE service_event (
    id BIGINT NOT NULL PRIMARY KEY,
    event_key VARCHAR(128) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    document_id BIGINT,
    action VARCHAR(16) NOT NULL,
    stage INTEGER NOT NULL,
    effective_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT service_event_key UNIQUE (event_key),
    CONSTRAINT service_event_document FOREIGN KEY (document_id) REFERENCES document (id)
);

-- Append-only: what a stage came to, for a unit of a batch, or for a case (unit 0). Stage 0 is what arrived with the case.
CREATE TABLE service_result (
    document_id BIGINT NOT NULL,
    unit INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    summary VARCHAR(500) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT service_result_pk PRIMARY KEY (document_id, unit, stage),
    CONSTRAINT service_result_document FOREIGN KEY (document_id) REFERENCES document (id)
);

-- Append-only: the data of a result, by name.
CREATE TABLE service_result_value (
    document_id BIGINT NOT NULL,
    unit INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    name VARCHAR(64) NOT NULL,
    content VARCHAR(2000) NOT NULL,
    CONSTRAINT service_result_value_pk PRIMARY KEY (document_id, unit, stage, name),
    CONSTRAINT service_result_value_result FOREIGN KEY (document_id, unit, stage)
        REFERENCES service_result (document_id, unit, stage)
);

-- Append-only: the files of a result; they are attached to the document.
CREATE TABLE service_result_file (
    attachment_id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL,
    unit INTEGER NOT NULL,
    stage INTEGER NOT NULL,
    CONSTRAINT service_result_file_attachment FOREIGN KEY (attachment_id) REFERENCES document_attachment (id),
    CONSTRAINT service_result_file_result FOREIGN KEY (document_id, unit, stage)
        REFERENCES service_result (document_id, unit, stage)
);
