-- Letter templates by version, and every letter that was made.

-- Locked by whoever writes versions of a template, so that approved versions never overlap.
CREATE TABLE letter_code (
    code VARCHAR(32) NOT NULL PRIMARY KEY
);

CREATE TABLE letter_template (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    state VARCHAR(8) NOT NULL,
    format VARCHAR(8) NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE,
    stored_item_id BIGINT,
    place_id BIGINT,
    hash CHAR(64) NOT NULL,
    content ${binary} NOT NULL,
    written_by VARCHAR(128) NOT NULL,
    written_at BIGINT NOT NULL,
    approved_by VARCHAR(128),
    approved_at BIGINT,
    CONSTRAINT letter_template_once UNIQUE (code, version),
    CONSTRAINT letter_template_code FOREIGN KEY (code) REFERENCES letter_code (code),
    CONSTRAINT letter_template_item FOREIGN KEY (stored_item_id) REFERENCES item (id),
    CONSTRAINT letter_template_place FOREIGN KEY (place_id) REFERENCES location (id),
    CONSTRAINT letter_template_state CHECK (state IN ('DRAFT', 'APPROVED', 'RETIRED')),
    CONSTRAINT letter_template_format CHECK (format IN ('HTML', 'DOCX', 'ODT'))
);

-- What a template asks for; list is empty for fields of the letter itself.
CREATE TABLE letter_field (
    template_id BIGINT NOT NULL,
    list VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    required INTEGER NOT NULL,
    CONSTRAINT letter_field_pk PRIMARY KEY (template_id, list, name),
    CONSTRAINT letter_field_template FOREIGN KEY (template_id) REFERENCES letter_template (id)
);

-- The sample data; list is empty and line 0 for fields of the letter itself.
CREATE TABLE letter_sample (
    template_id BIGINT NOT NULL,
    list VARCHAR(64) NOT NULL,
    line INTEGER NOT NULL,
    name VARCHAR(64) NOT NULL,
    text VARCHAR(4000) NOT NULL,
    CONSTRAINT letter_sample_pk PRIMARY KEY (template_id, list, line, name),
    CONSTRAINT letter_sample_template FOREIGN KEY (template_id) REFERENCES letter_template (id)
);

CREATE TABLE letter (
    id BIGINT NOT NULL PRIMARY KEY,
    letter_key VARCHAR(128) NOT NULL,
    template_id BIGINT NOT NULL,
    data_hash CHAR(64) NOT NULL,
    file_hash CHAR(64) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    file_size BIGINT NOT NULL,
    merge_key VARCHAR(64),
    case_number VARCHAR(64),
    posting_key VARCHAR(128),
    made_by VARCHAR(128) NOT NULL,
    made_at BIGINT NOT NULL,
    CONSTRAINT letter_once UNIQUE (letter_key),
    CONSTRAINT letter_of_template FOREIGN KEY (template_id) REFERENCES letter_template (id)
);
CREATE INDEX letter_merge_ix ON letter (merge_key);
CREATE INDEX letter_case_ix ON letter (case_number);
