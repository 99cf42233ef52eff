-- Channels: where customers buy besides our own counter, what they send, and what they are told. Instants are microseconds
-- since 1970-01-01T00:00:00Z, quantities are in the item's base unit.

CREATE SEQUENCE channel_seq AS BIGINT START WITH 1000 INCREMENT BY 1000;

CREATE TABLE channel (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    title VARCHAR(200) NOT NULL,
    connector VARCHAR(64) NOT NULL,
    settings VARCHAR(4000) NOT NULL,
    customer_id BIGINT,
    location_id BIGINT,
    currency CHAR(3),
    prices VARCHAR(16) NOT NULL,
    buffer_quantity DECIMAL(27,9) NOT NULL,
    buffer_percent DECIMAL(12,9) NOT NULL,
    active SMALLINT NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT channel_code UNIQUE (code),
    CONSTRAINT channel_customer FOREIGN KEY (customer_id) REFERENCES partner (id),
    CONSTRAINT channel_location FOREIGN KEY (location_id) REFERENCES location (id),
    CONSTRAINT channel_prices CHECK (prices IN ('CHANNEL', 'LISTS')),
    CONSTRAINT channel_buffer CHECK (buffer_quantity >= 0 AND buffer_percent >= 0 AND buffer_percent <= 100)
);

-- What a channel sells; without rows it is all active finished goods.
CREATE TABLE channel_item (
    channel_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    CONSTRAINT channel_item_pk PRIMARY KEY (channel_id, item_id),
    CONSTRAINT channel_item_channel FOREIGN KEY (channel_id) REFERENCES channel (id),
    CONSTRAINT channel_item_item FOREIGN KEY (item_id) REFERENCES item (id)
);

-- What came from a channel and what became of it.
CREATE TABLE channel_message (
    id BIGINT NOT NULL PRIMARY KEY,
    channel_id BIGINT NOT NULL,
    message_key VARCHAR(128) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    version INTEGER NOT NULL,
    state VARCHAR(16) NOT NULL,
    attempts INTEGER NOT NULL,
    next_attempt BIGINT NOT NULL,
    refusal VARCHAR(2000) NOT NULL,
    result VARCHAR(128) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    received_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT channel_message_unique UNIQUE (channel_id, message_key),
    CONSTRAINT channel_message_channel FOREIGN KEY (channel_id) REFERENCES channel (id),
    CONSTRAINT channel_message_state CHECK (state IN ('NEW', 'RETRY', 'DONE', 'DEAD', 'DISMISSED'))
);
CREATE INDEX channel_message_due_ix ON channel_message (state, next_attempt);

-- Append-only: the texts of a message, each version in parts.
CREATE TABLE channel_text (
    message_id BIGINT NOT NULL,
    version INTEGER NOT NULL,
    part INTEGER NOT NULL,
    body VARCHAR(8000) NOT NULL,
    CONSTRAINT channel_text_pk PRIMARY KEY (message_id, version, part),
    CONSTRAINT channel_text_message FOREIGN KEY (message_id) REFERENCES channel_message (id)
);

-- Append-only: what happened to a message, and who did it.
CREATE TABLE channel_event (
    id BIGINT NOT NULL PRIMARY KEY,
    message_id BIGINT NOT NULL,
    action VARCHAR(16) NOT NULL,
    note VARCHAR(2000) NOT NULL,
    user_name VARCHAR(128) NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT channel_event_message FOREIGN KEY (message_id) REFERENCES channel_message (id)
);

-- Append-only: which order or receipt of a channel was settled by which message. The channel is that of the message: a key to
-- it would have whoever settles wait for whoever puts messages into the queue.
CREATE TABLE channel_settled (
    channel_id BIGINT NOT NULL,
    subject VARCHAR(100) NOT NULL,
    content_hash CHAR(64) NOT NULL,
    message_id BIGINT NOT NULL,
    result VARCHAR(128) NOT NULL,
    CONSTRAINT channel_settled_pk PRIMARY KEY (channel_id, subject),
    CONSTRAINT channel_settled_message FOREIGN KEY (message_id) REFERENCES channel_message (id)
);

-- What a channel was told last of each item, and since when that is so.
CREATE TABLE channel_offer (
    channel_id BIGINT NOT NULL,
    item_id BIGINT NOT NULL,
    quantity DECIMAL(27,9) NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT channel_offer_pk PRIMARY KEY (channel_id, item_id),
    CONSTRAINT channel_offer_channel FOREIGN KEY (channel_id) REFERENCES channel (id),
    CONSTRAINT channel_offer_item FOREIGN KEY (item_id) REFERENCES item (id),
    CONSTRAINT channel_offer_quantity CHECK (quantity >= 0)
);
