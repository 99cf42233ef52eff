-- What all balances held at some instants, so that a question about the past reads few movements. Derived from the
-- movements: may be deleted at any time and is made anew. A checkpoint counts the movements that took effect until
-- effective_until and whose number is not above seq_until; no movement up to that number was recorded after
-- recorded_until.

CREATE TABLE stock_checkpoint (
    id BIGINT NOT NULL PRIMARY KEY,
    effective_until BIGINT NOT NULL,
    seq_until BIGINT NOT NULL,
    recorded_until BIGINT NOT NULL,
    movements BIGINT NOT NULL,
    balances INTEGER NOT NULL,
    made_at BIGINT NOT NULL
);

-- The figures by rising number of the balance, cut into parts.
CREATE TABLE stock_checkpoint_part (
    checkpoint_id BIGINT NOT NULL,
    part INTEGER NOT NULL,
    figures ${binary} NOT NULL,
    CONSTRAINT stock_checkpoint_part_pk PRIMARY KEY (checkpoint_id, part),
    CONSTRAINT stock_checkpoint_part_of FOREIGN KEY (checkpoint_id) REFERENCES stock_checkpoint (id) ON DELETE CASCADE
);

-- Who makes checkpoints at the moment: the text is until when others leave it to him, in microseconds.
INSERT INTO setting VALUES ('ledger.checkpoints', '0', 0);
