-- Blocks of movements, chained by SHA-256. A block covers the movements after the one before it up to last_seq. prints
-- has 16 bytes per movement, its seq and the first eight of its digest, so that a wrong one can be named.

CREATE TABLE seal_block (
    number BIGINT NOT NULL PRIMARY KEY,
    first_seq BIGINT NOT NULL,
    last_seq BIGINT NOT NULL,
    movements INTEGER NOT NULL,
    previous_hash CHAR(64) NOT NULL,
    hash CHAR(64) NOT NULL,
    prints ${binary} NOT NULL,
    sealed_at BIGINT NOT NULL,
    sealed_by VARCHAR(128) NOT NULL
);

CREATE TRIGGER seal_block_no_update AFTER UPDATE ON seal_block FOR EACH ROW INSERT INTO append_only VALUES (1);
CREATE TRIGGER seal_block_no_delete AFTER DELETE ON seal_block FOR EACH ROW INSERT INTO append_only VALUES (1);

-- Whoever seals locks this row.
CREATE TABLE seal_turn (
    id SMALLINT NOT NULL PRIMARY KEY
);
INSERT INTO seal_turn VALUES (1);
