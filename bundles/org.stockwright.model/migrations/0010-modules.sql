-- The modules that own data of this book, as they described themselves when they were installed last: a program without one
-- of them says which feature is missing, shows its documents, and changes nothing that the module would have checked.
-- seen_at: since when it has been as it stands here. indispensable: without it the book is not opened.
CREATE TABLE installed_module (
    module VARCHAR(128) NOT NULL CONSTRAINT installed_module_pk PRIMARY KEY,
    title VARCHAR(200) NOT NULL,
    feature VARCHAR(200) NOT NULL,
    version VARCHAR(100) NOT NULL,
    seen_at BIGINT NOT NULL,
    indispensable SMALLINT NOT NULL
);

-- The kinds of documents that only the module changes.
CREATE TABLE installed_module_kind (
    module VARCHAR(128) NOT NULL,
    kind VARCHAR(64) NOT NULL,
    title VARCHAR(200) NOT NULL,
    permission VARCHAR(100) NOT NULL,
    at_cost SMALLINT NOT NULL,
    CONSTRAINT installed_module_kind_pk PRIMARY KEY (module, kind),
    CONSTRAINT installed_module_kind_module FOREIGN KEY (module) REFERENCES installed_module (module)
);

-- What the module checks when it moves: subject is ITEM or LOT, the column has their numbers.
CREATE TABLE installed_module_guard (
    module VARCHAR(128) NOT NULL,
    subject VARCHAR(8) NOT NULL,
    table_name VARCHAR(64) NOT NULL,
    column_name VARCHAR(64) NOT NULL,
    CONSTRAINT installed_module_guard_pk PRIMARY KEY (module, subject, table_name, column_name),
    CONSTRAINT installed_module_guard_module FOREIGN KEY (module) REFERENCES installed_module (module),
    CONSTRAINT installed_module_guard_subject CHECK (subject IN ('ITEM', 'LOT'))
);
