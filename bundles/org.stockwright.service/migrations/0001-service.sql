-- Service inventory: templates of services with their stages, by version.

CREATE SEQUENCE service_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

-- Locked by whoever writes versions of a template, so that approved versions never overlap.
CREATE TABLE service_code (
    code VARCHAR(32) NOT NULL PRIMARY KEY
);

-- Which template an item belongs to, as the service that customers get or as the prepared unit: one item, one template.
CREATE TABLE service_item (
    item_id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    part VARCHAR(8) NOT NULL,
    CONSTRAINT service_item_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT service_item_code FOREIGN KEY (code) REFERENCES service_code (code),
    CONSTRAINT service_item_part CHECK (part IN ('SERVICE', 'STORED'))
);

CREATE TABLE service_template (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    state VARCHAR(8) NOT NULL,
    item_id BIGINT NOT NULL,
    stored_item_id BIGINT,
    queue_id BIGINT,
    valid_from DATE NOT NULL,
    valid_until DATE,
    boundary INTEGER NOT NULL,
    minimum DECIMAL(27,9) NOT NULL,
    target DECIMAL(27,9) NOT NULL,
    under_cost DECIMAL(27,9) NOT NULL,
    over_cost DECIMAL(27,9),
    written_by VARCHAR(128) NOT NULL,
    written_at BIGINT NOT NULL,
    approved_by VARCHAR(128),
    approved_at BIGINT,
    CONSTRAINT service_template_once UNIQUE (code, version),
    CONSTRAINT service_template_code FOREIGN KEY (code) REFERENCES service_code (code),
    CONSTRAINT service_template_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT service_template_stored FOREIGN KEY (stored_item_id) REFERENCES item (id),
    CONSTRAINT service_template_queue FOREIGN KEY (queue_id) REFERENCES location (id),
    CONSTRAINT service_template_state CHECK (state IN ('DRAFT', 'APPROVED', 'RETIRED')),
    CONSTRAINT service_template_boundary CHECK (boundary >= 0),
    CONSTRAINT service_template_target CHECK (minimum >= 0 AND target >= minimum)
);
CREATE INDEX service_template_item_ix ON service_template (item_id, state);

CREATE TABLE service_stage (
    template_id BIGINT NOT NULL,
    stage INTEGER NOT NULL,
    code VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    performer VARCHAR(16) NOT NULL,
    automation VARCHAR(32),
    automation_code VARCHAR(32),
    minutes DECIMAL(27,9) NOT NULL,
    cost DECIMAL(27,9) NOT NULL,
    validity_days INTEGER,
    gate VARCHAR(500) NOT NULL,
    due_minutes DECIMAL(27,9),
    CONSTRAINT service_stage_pk PRIMARY KEY (template_id, stage),
    CONSTRAINT service_stage_code UNIQUE (template_id, code),
    CONSTRAINT service_stage_template FOREIGN KEY (template_id) REFERENCES service_template (id)
);

CREATE TABLE service_stage_material (
    template_id BIGINT NOT NULL,
    stage INTEGER NOT NULL,
    item_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    CONSTRAINT service_stage_material_pk PRIMARY KEY (template_id, stage, item_id),
    CONSTRAINT service_stage_material_stage FOREIGN KEY (template_id, stage) REFERENCES service_stage (template_id, stage),
    CONSTRAINT service_stage_material_item FOREIGN KEY (item_id) REFERENCES item (id)
);

CREATE TABLE service_stage_need (
    template_id BIGINT NOT NULL,
    stage INTEGER NOT NULL,
    pool VARCHAR(32) NOT NULL,
    minutes DECIMAL(27,9) NOT NULL,
    CONSTRAINT service_stage_need_pk PRIMARY KEY (template_id, stage, pool),
    CONSTRAINT service_stage_need_stage FOREIGN KEY (template_id, stage) REFERENCES service_stage (template_id, stage)
);
