-- An item that is lent: to whom, and the day on which it is due back. A row goes when it is back.
CREATE TABLE example_loan (
    item_id BIGINT NOT NULL CONSTRAINT example_loan_pk PRIMARY KEY,
    borrower VARCHAR(200) NOT NULL,
    due_on DATE NOT NULL,
    lent_at BIGINT NOT NULL,
    lent_by VARCHAR(128) NOT NULL,
    CONSTRAINT example_loan_item FOREIGN KEY (item_id) REFERENCES item (id)
);
