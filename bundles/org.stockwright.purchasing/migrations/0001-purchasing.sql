-- Goods in: what orders, requisitions and invoices need besides the documents themselves.

CREATE SEQUENCE purchasing_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

-- Up to which total a user or a role may approve; an empty department stands for all that have no limit of their own.
CREATE TABLE approval_limit (
    is_role SMALLINT NOT NULL,
    name_key VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    department VARCHAR(64) NOT NULL,
    currency CHAR(3) NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    CONSTRAINT approval_limit_pk PRIMARY KEY (is_role, name_key, department, currency),
    CONSTRAINT approval_limit_amount CHECK (amount >= 0)
);

-- Append-only: who approved or rejected what, up to which limit, and which findings were overridden.
CREATE TABLE document_approval (
    id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL,
    revision INTEGER NOT NULL,
    approved SMALLINT NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    currency CHAR(3) NOT NULL,
    limit_amount DECIMAL(27,9),
    reason VARCHAR(1000) NOT NULL,
    findings VARCHAR(4000) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT document_approval_document FOREIGN KEY (document_id) REFERENCES document (id)
);

-- How much more or less than ordered is received; 0 stands for all suppliers or all items.
CREATE TABLE delivery_tolerance (
    supplier_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    over_percent DECIMAL(27,9) NOT NULL,
    under_percent DECIMAL(27,9) NOT NULL,
    CONSTRAINT delivery_tolerance_pk PRIMARY KEY (supplier_id, item_id),
    CONSTRAINT delivery_tolerance_percent CHECK (over_percent >= 0 AND under_percent >= 0 AND under_percent <= 100)
);

-- How an invoice was matched, and what its prices differ from the orders'.
CREATE TABLE supplier_invoice (
    document_id BIGINT NOT NULL PRIMARY KEY,
    three_way SMALLINT NOT NULL,
    difference DECIMAL(27,9) NOT NULL,
    is_costed SMALLINT NOT NULL,
    CONSTRAINT supplier_invoice_document FOREIGN KEY (document_id) REFERENCES document (id)
);

-- Why an invoice is blocked.
CREATE TABLE supplier_invoice_finding (
    document_id BIGINT NOT NULL,
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    code VARCHAR(32) NOT NULL,
    detail VARCHAR(400) NOT NULL,
    CONSTRAINT supplier_invoice_finding_pk PRIMARY KEY (document_id, position),
    CONSTRAINT supplier_invoice_finding_document FOREIGN KEY (document_id) REFERENCES supplier_invoice (document_id)
);
