-- What stock is worth. Amounts are in the company's currency; instants are microseconds since 1970-01-01T00:00:00Z.

CREATE SEQUENCE cost_event_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;
CREATE SEQUENCE valuation_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

CREATE TABLE account (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    external_code VARCHAR(64),
    active SMALLINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT account_code_unique UNIQUE (code),
    CONSTRAINT account_kind CHECK (kind IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE'))
);

-- The account of one side of a movement. Empty means any; the deepest category decides first, then the kind of movement.
CREATE TABLE posting_rule (
    id BIGINT NOT NULL PRIMARY KEY,
    category VARCHAR(1000) NOT NULL,
    movement_kind VARCHAR(16) NOT NULL,
    side VARCHAR(32) NOT NULL,
    account_id BIGINT NOT NULL,
    cost_centre VARCHAR(64) NOT NULL,
    effective_from BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT posting_rule_unique UNIQUE (category, movement_kind, side, effective_from),
    CONSTRAINT posting_rule_account FOREIGN KEY (account_id) REFERENCES account (id)
);

-- How cost flows, from when, for the company (subject empty), a category (its path) or an item (its number). Without a
-- row it is the moving average.
CREATE TABLE cost_policy (
    id BIGINT NOT NULL PRIMARY KEY,
    level VARCHAR(16) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    method VARCHAR(16) NOT NULL,
    effective_from BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT cost_policy_level CHECK (level IN ('COMPANY', 'CATEGORY', 'ITEM')),
    CONSTRAINT cost_policy_method CHECK (method IN ('FIFO', 'LIFO', 'AVERAGE', 'STANDARD', 'SPECIFIC'))
);

-- Whose goods in a place of transit are, from when: without a row they are ours. Append-only; of two rows for the same
-- place and instant the later one holds. owned_from comes before what follows from the rule.
CREATE TABLE transit_terms (
    id BIGINT NOT NULL PRIMARY KEY,
    location_id BIGINT NOT NULL,
    direction VARCHAR(16) NOT NULL,
    incoterm VARCHAR(3),
    owned_from VARCHAR(16),
    effective_from BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT transit_terms_direction CHECK (direction IN ('INBOUND', 'OUTBOUND', 'OWN')),
    CONSTRAINT transit_terms_incoterm CHECK (incoterm IN ('EXW', 'FCA', 'FAS', 'FOB', 'CFR', 'CIF', 'CPT', 'CIP', 'DAP',
        'DPU', 'DDP')),
    CONSTRAINT transit_terms_owned_from CHECK (owned_from IN ('ORIGIN', 'DESTINATION')),
    CONSTRAINT transit_terms_location FOREIGN KEY (location_id) REFERENCES location (id)
);

CREATE TABLE standard_cost (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    material DECIMAL(27,9) NOT NULL,
    freight DECIMAL(27,9) NOT NULL,
    labour DECIMAL(27,9) NOT NULL,
    overhead DECIMAL(27,9) NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT standard_cost_item FOREIGN KEY (item_id) REFERENCES item (id)
);
CREATE INDEX standard_cost_ix ON standard_cost (item_id, effective_at);

-- In which category an item was, from when.
CREATE TABLE item_category (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    category VARCHAR(1000) NOT NULL,
    effective_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT item_category_item FOREIGN KEY (item_id) REFERENCES item (id)
);
CREATE INDEX item_category_item_ix ON item_category (item_id);

CREATE TABLE exchange_rate (
    id BIGINT NOT NULL PRIMARY KEY,
    currency CHAR(3) NOT NULL,
    effective_at BIGINT NOT NULL,
    rate DECIMAL(27,9) NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT exchange_rate_unique UNIQUE (currency, effective_at),
    CONSTRAINT exchange_rate_positive CHECK (rate > 0)
);

-- Names under which lots share one cost. Append-only.
CREATE TABLE lot_group (
    id BIGINT NOT NULL PRIMARY KEY,
    name VARCHAR(64) NOT NULL,
    CONSTRAINT lot_group_name UNIQUE (name)
);

-- In which group a lot is, which need not be there yet; none when empty. The last row of a lot holds. Append-only.
CREATE TABLE lot_group_member (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    lot_code VARCHAR(64) NOT NULL,
    group_id BIGINT,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT lot_group_member_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT lot_group_member_group FOREIGN KEY (group_id) REFERENCES lot_group (id)
);

-- Goods of an item whose cost is kept together: see PoolKey. lot_id is the lot, or the group of lots, or 0.
CREATE TABLE cost_pool (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    place_id BIGINT NOT NULL,
    lot_id BIGINT NOT NULL,
    CONSTRAINT cost_pool_unique UNIQUE (item_id, kind, place_id, lot_id),
    CONSTRAINT cost_pool_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- Where the valuation of an item stands: its last event, and what its stock is worth then. Whoever values locks the row.
-- stamp names the state of the item in the memory of whoever made it; a number that was never used before.
-- catalog_standard and category are what the item had when it was looked at last: a difference is a change to be noted.
CREATE TABLE cost_head (
    item_id BIGINT NOT NULL PRIMARY KEY,
    stamp BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    turn SMALLINT NOT NULL,
    seq BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    since_checkpoint INTEGER NOT NULL,
    due_at BIGINT NOT NULL,
    catalog_standard DECIMAL(27,9),
    category VARCHAR(1000) NOT NULL,
    CONSTRAINT cost_head_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- The state of an item after some of its events, so that a question or a change before the last one begins there.
-- Derived: may be deleted at any time.
CREATE TABLE cost_checkpoint (
    item_id BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    turn SMALLINT NOT NULL,
    seq BIGINT NOT NULL,
    state ${binary} NOT NULL,
    CONSTRAINT cost_checkpoint_pk PRIMARY KEY (item_id, effective_at, turn, seq)
);

-- A production order, by the reference of the postings that use up and make goods for it. Whoever brings cost to it or
-- takes from it locks the row.
CREATE TABLE production_order (
    id BIGINT NOT NULL PRIMARY KEY,
    reference VARCHAR(200) NOT NULL,
    CONSTRAINT production_order_unique UNIQUE (reference)
);

-- What an order gives to a movement that brings into stock what it made. Derived from the journal.
CREATE TABLE order_share (
    movement_seq BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    material DECIMAL(27,9) NOT NULL,
    freight DECIMAL(27,9) NOT NULL,
    labour DECIMAL(27,9) NOT NULL,
    overhead DECIMAL(27,9) NOT NULL,
    CONSTRAINT order_share_order FOREIGN KEY (order_id) REFERENCES production_order (id)
);
CREATE INDEX order_share_order_ix ON order_share (order_id);
CREATE INDEX order_share_item_ix ON order_share (item_id, effective_at);

-- Cost that came to an order after that movement, and passes on to what it brought: about_seq is what was used up, the
-- source the event that made it dearer. Derived from the journal.
CREATE TABLE order_late (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    movement_seq BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    source_rank SMALLINT NOT NULL,
    source_seq BIGINT NOT NULL,
    about_seq BIGINT NOT NULL,
    material DECIMAL(27,9) NOT NULL,
    freight DECIMAL(27,9) NOT NULL,
    labour DECIMAL(27,9) NOT NULL,
    overhead DECIMAL(27,9) NOT NULL,
    CONSTRAINT order_late_order FOREIGN KEY (order_id) REFERENCES production_order (id)
);
CREATE INDEX order_late_order_ix ON order_late (order_id);
CREATE INDEX order_late_item_ix ON order_late (item_id, effective_at);
CREATE INDEX order_late_movement_ix ON order_late (movement_seq);
CREATE INDEX order_late_source_ix ON order_late (source_seq);

-- Cost that came after the goods, write-downs, and what was charged to production orders and their closing. Append-only.
CREATE TABLE cost_event (
    id BIGINT NOT NULL PRIMARY KEY,
    event_key VARCHAR(128) NOT NULL,
    line INTEGER NOT NULL,
    kind VARCHAR(16) NOT NULL,
    item_id BIGINT,
    movement_seq BIGINT,
    order_id BIGINT,
    material DECIMAL(27,9) NOT NULL,
    freight DECIMAL(27,9) NOT NULL,
    labour DECIMAL(27,9) NOT NULL,
    overhead DECIMAL(27,9) NOT NULL,
    reference VARCHAR(200),
    reason VARCHAR(400),
    content_hash CHAR(64) NOT NULL,
    effective_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT cost_event_unique UNIQUE (event_key, line),
    CONSTRAINT cost_event_kind CHECK (kind IN ('LATE_COST', 'WRITE_DOWN', 'ORDER_COST', 'ORDER_CLOSE')),
    CONSTRAINT cost_event_subject CHECK (item_id IS NOT NULL OR order_id IS NOT NULL),
    CONSTRAINT cost_event_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT cost_event_order FOREIGN KEY (order_id) REFERENCES production_order (id)
);
CREATE INDEX cost_event_ix ON cost_event (item_id, effective_at);
CREATE INDEX cost_event_order_ix ON cost_event (order_id);

-- Write-downs that somebody proposed. stock_value is what the stock was worth when that was done. Append-only.
CREATE TABLE write_down_proposal (
    id BIGINT NOT NULL PRIMARY KEY,
    proposal_key VARCHAR(128) NOT NULL,
    item_id BIGINT NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    effective_at BIGINT NOT NULL,
    reason VARCHAR(400) NOT NULL,
    basis VARCHAR(400),
    stock_value DECIMAL(27,9) NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT write_down_proposal_key UNIQUE (proposal_key),
    CONSTRAINT write_down_proposal_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- What was decided about it, once. What was approved is a cost_event with the same key. Append-only.
CREATE TABLE write_down_decision (
    id BIGINT NOT NULL PRIMARY KEY,
    proposal_id BIGINT NOT NULL,
    decision VARCHAR(16) NOT NULL,
    reason VARCHAR(400),
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT write_down_decision_once UNIQUE (proposal_id),
    CONSTRAINT write_down_decision_kind CHECK (decision IN ('APPROVED', 'REJECTED')),
    CONSTRAINT write_down_decision_proposal FOREIGN KEY (proposal_id) REFERENCES write_down_proposal (id)
);

-- The journal, numbered by the sequence of movements, so that what is stored up to a number is known. Each row is a debit and a credit of the same amount, which may be negative when an earlier row is put
-- right. source_rank and source_seq name the event that moved the value, about_seq the movement that it is about.
-- Append-only. stock_change is what the row adds to the value of stock. item_id is 0 for what is of a production order
-- alone. periodic_debit_id and periodic_credit_id are the accounts where the periodic inventory system is in force, 0 for
-- a row that is not booked then; purchase_sign is 1 when the debit is purchases, -1 when the credit is, else 0.
CREATE TABLE value_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    item_id BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    source_rank SMALLINT NOT NULL,
    source_seq BIGINT NOT NULL,
    about_seq BIGINT NOT NULL,
    debit_account_id BIGINT NOT NULL,
    credit_account_id BIGINT NOT NULL,
    debit_pool_id BIGINT NOT NULL,
    credit_pool_id BIGINT NOT NULL,
    cost_centre VARCHAR(64),
    amount DECIMAL(27,9) NOT NULL,
    freight DECIMAL(27,9) NOT NULL,
    labour DECIMAL(27,9) NOT NULL,
    overhead DECIMAL(27,9) NOT NULL,
    stock_change DECIMAL(27,9) NOT NULL,
    effective_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    repriced SMALLINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    debit_order_id BIGINT DEFAULT 0 NOT NULL,
    credit_order_id BIGINT DEFAULT 0 NOT NULL,
    periodic_debit_id BIGINT NOT NULL,
    periodic_credit_id BIGINT NOT NULL,
    purchase_sign SMALLINT NOT NULL
);
-- the value of all items at an instant is read from the index alone
CREATE INDEX value_entry_item_ix ON value_entry (item_id, effective_at, stock_change);
CREATE INDEX value_entry_effective_ix ON value_entry (effective_at);
CREATE INDEX value_entry_about_ix ON value_entry (about_seq);

-- Which rows of the journal are of which production order. Append-only.
CREATE TABLE order_entry (
    order_id BIGINT NOT NULL,
    entry_id BIGINT NOT NULL,
    CONSTRAINT order_entry_pk PRIMARY KEY (order_id, entry_id)
);

-- Periods end at an instant; the next one begins there. What is before the end of the last closed one never changes.
CREATE TABLE accounting_period (
    id BIGINT NOT NULL PRIMARY KEY,
    ends_at BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT accounting_period_unique UNIQUE (ends_at),
    CONSTRAINT accounting_period_state CHECK (state IN ('SOFT', 'CLOSED', 'REOPENED'))
);

-- What was decided about a period, and what was sealed by it. Append-only.
CREATE TABLE period_decision (
    id BIGINT NOT NULL PRIMARY KEY,
    period_id BIGINT NOT NULL,
    decision VARCHAR(16) NOT NULL,
    reason VARCHAR(400),
    items BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    hash CHAR(64),
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT period_decision_period FOREIGN KEY (period_id) REFERENCES accounting_period (id)
);

-- Quantity and value of each pool when a period was closed. Append-only.
CREATE TABLE period_figure (
    decision_id BIGINT NOT NULL,
    pool_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    CONSTRAINT period_figure_pk PRIMARY KEY (decision_id, pool_id),
    CONSTRAINT period_figure_decision FOREIGN KEY (decision_id) REFERENCES period_decision (id),
    CONSTRAINT period_figure_pool FOREIGN KEY (pool_id) REFERENCES cost_pool (id)
);

-- Which journal rows were exported when: a repeated export gives the same file.
CREATE TABLE journal_export (
    id BIGINT NOT NULL PRIMARY KEY,
    export_key VARCHAR(128) NOT NULL,
    from_entry BIGINT NOT NULL,
    until_entry BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT journal_export_key UNIQUE (export_key)
);

-- Which inventory system the books follow, from when; without a row it is the perpetual one. Of several rows for one
-- instant the last one counts. Append-only.
CREATE TABLE inventory_system (
    id BIGINT NOT NULL PRIMARY KEY,
    system_name VARCHAR(16) NOT NULL,
    effective_from BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT inventory_system_name CHECK (system_name IN ('PERPETUAL', 'PERIODIC'))
);

-- What was counted for the end of a period. Of several rows for the same goods the last one counts; location 0 stands for
-- all places together, lot 0 for goods without one. Append-only.
CREATE TABLE period_count (
    id BIGINT NOT NULL PRIMARY KEY,
    ends_at BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    lot_id BIGINT NOT NULL,
    location_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT period_count_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT period_count_not_negative CHECK (quantity >= 0)
);
CREATE INDEX period_count_ix ON period_count (ends_at);

-- Periods of the periodic inventory system that were closed, and opened again. Append-only.
CREATE TABLE periodic_close (
    id BIGINT NOT NULL PRIMARY KEY,
    starts_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    decision VARCHAR(16) NOT NULL,
    reason VARCHAR(400),
    items BIGINT NOT NULL,
    closing_amount DECIMAL(27,9) NOT NULL,
    sales_amount DECIMAL(27,9) NOT NULL,
    hash CHAR(64),
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT periodic_close_decision CHECK (decision IN ('CLOSED', 'REOPENED'))
);

-- What a periodic closing was calculated from, by item. Append-only.
CREATE TABLE periodic_figure (
    close_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    category VARCHAR(1000) NOT NULL,
    method VARCHAR(16) NOT NULL,
    basis VARCHAR(16) NOT NULL,
    opening DECIMAL(27,9) NOT NULL,
    entered DECIMAL(27,9) NOT NULL,
    purchased DECIMAL(27,9) NOT NULL,
    returned DECIMAL(27,9) NOT NULL,
    transferred DECIMAL(27,9) NOT NULL,
    sold DECIMAL(27,9) NOT NULL,
    scrapped DECIMAL(27,9) NOT NULL,
    closing DECIMAL(27,9) NOT NULL,
    ledger DECIMAL(27,9) NOT NULL,
    opening_amount DECIMAL(27,9) NOT NULL,
    entered_amount DECIMAL(27,9) NOT NULL,
    purchase_amount DECIMAL(27,9) NOT NULL,
    return_amount DECIMAL(27,9) NOT NULL,
    late_amount DECIMAL(27,9) NOT NULL,
    revalued_amount DECIMAL(27,9) NOT NULL,
    closing_amount DECIMAL(27,9) NOT NULL,
    elsewhere_amount DECIMAL(27,9) NOT NULL,
    difference_amount DECIMAL(27,9) NOT NULL,
    ledger_amount DECIMAL(27,9) NOT NULL,
    CONSTRAINT periodic_figure_pk PRIMARY KEY (close_id, item_id),
    CONSTRAINT periodic_figure_close FOREIGN KEY (close_id) REFERENCES periodic_close (id),
    CONSTRAINT periodic_figure_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- The goods with which a period closed and the next one opens, oldest first. Append-only.
CREATE TABLE periodic_layer (
    close_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    line INTEGER NOT NULL,
    effective_at BIGINT NOT NULL,
    origin_seq BIGINT NOT NULL,
    lot_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    amount DECIMAL(27,9) NOT NULL,
    CONSTRAINT periodic_layer_pk PRIMARY KEY (close_id, item_id, line),
    CONSTRAINT periodic_layer_close FOREIGN KEY (close_id) REFERENCES periodic_close (id)
);

-- Rows of the books that belong to no event of the sub-ledger: periodic closings, and changes of the inventory system.
-- Numbered like value_entry. The stock account is the debit, except where purchases are taken to zero. Append-only.
CREATE TABLE periodic_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    source_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    kind VARCHAR(24) NOT NULL,
    document VARCHAR(128) NOT NULL,
    debit_account_id BIGINT NOT NULL,
    credit_account_id BIGINT NOT NULL,
    cost_centre VARCHAR(64),
    amount DECIMAL(27,9) NOT NULL,
    effective_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    CONSTRAINT periodic_entry_item FOREIGN KEY (item_id) REFERENCES item (id)
);
CREATE INDEX periodic_entry_ix ON periodic_entry (effective_at);

INSERT INTO account VALUES (1, '1300', 'Inventory', 'ASSET', NULL, 1, 0);
INSERT INTO account VALUES (2, '1310', 'Goods in transit', 'ASSET', NULL, 1, 0);
INSERT INTO account VALUES (3, '1320', 'Work in progress', 'ASSET', NULL, 1, 0);
INSERT INTO account VALUES (4, '2150', 'Goods received, not invoiced', 'LIABILITY', NULL, 1, 0);
INSERT INTO account VALUES (5, '5000', 'Cost of sales', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (6, '5100', 'Scrap', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (7, '5110', 'Count differences', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (8, '3900', 'Opening balances', 'EQUITY', NULL, 1, 0);
INSERT INTO account VALUES (9, '5200', 'Purchase price variance', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (10, '5210', 'Cost variance', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (11, '5220', 'Revaluation of stock', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (12, '5300', 'Write-down of stock', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (13, '2160', 'Late costs, not invoiced', 'LIABILITY', NULL, 1, 0);
INSERT INTO account VALUES (14, '1330', 'Production orders in progress', 'ASSET', NULL, 1, 0);
INSERT INTO account VALUES (15, '5400', 'Labour absorbed', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (16, '5410', 'Overhead absorbed', 'EXPENSE', NULL, 1, 0);
INSERT INTO account VALUES (17, '5050', 'Purchases', 'EXPENSE', NULL, 1, 0);

INSERT INTO posting_rule VALUES (1, '', '', 'inventory', 1, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (2, '', '', 'transit', 2, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (3, '', '', 'production', 3, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (4, '', '', 'supplier', 4, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (5, '', '', 'customer', 5, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (6, '', '', 'scrap', 6, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (7, '', '', 'count-difference', 7, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (8, '', '', 'opening', 8, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (9, '', '', 'purchase-price-variance', 9, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (10, '', '', 'cost-variance', 10, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (11, '', '', 'revaluation', 11, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (12, '', '', 'write-down', 12, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (13, '', '', 'late-cost', 13, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (14, '', '', 'order', 14, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (15, '', '', 'labour-absorbed', 15, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (16, '', '', 'overhead-absorbed', 16, '', -9000000000000000, 0, 'system');
INSERT INTO posting_rule VALUES (17, '', '', 'purchases', 17, '', -9000000000000000, 0, 'system');

-- Whoever changes what all items depend on, or closes a period, locks this row; it counts the changes.
INSERT INTO setting VALUES ('valuation.rules', '', 0);
-- Whoever values an item for the first time locks this one.
INSERT INTO setting VALUES ('valuation.heads', '', 0);
