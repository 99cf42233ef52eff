-- Capacity: resources with their shifts and absences, bookings, and the waiting list.

CREATE TABLE service_resource (
    id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(8) NOT NULL,
    CONSTRAINT service_resource_code UNIQUE (code),
    CONSTRAINT service_resource_kind CHECK (kind IN ('PERSON', 'ROOM', 'MACHINE'))
);

CREATE TABLE service_resource_pool (
    resource_id BIGINT NOT NULL,
    pool VARCHAR(32) NOT NULL,
    CONSTRAINT service_resource_pool_pk PRIMARY KEY (resource_id, pool),
    CONSTRAINT service_resource_pool_resource FOREIGN KEY (resource_id) REFERENCES service_resource (id)
);
CREATE INDEX service_resource_pool_ix ON service_resource_pool (pool);

-- Minutes of the day: 1440 is midnight at its end. Days of the week: 1 is Monday.
CREATE TABLE service_shift (
    resource_id BIGINT NOT NULL,
    week_day INTEGER NOT NULL,
    from_minute INTEGER NOT NULL,
    to_minute INTEGER NOT NULL,
    since DATE NOT NULL,
    until_day DATE,
    CONSTRAINT service_shift_pk PRIMARY KEY (resource_id, week_day, from_minute, since),
    CONSTRAINT service_shift_resource FOREIGN KEY (resource_id) REFERENCES service_resource (id),
    CONSTRAINT service_shift_day CHECK (week_day BETWEEN 1 AND 7),
    CONSTRAINT service_shift_minutes CHECK (from_minute >= 0 AND to_minute > from_minute AND to_minute <= 1440)
);

CREATE TABLE service_absence (
    resource_id BIGINT NOT NULL,
    from_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    why VARCHAR(200) NOT NULL,
    CONSTRAINT service_absence_pk PRIMARY KEY (resource_id, from_at, until_at),
    CONSTRAINT service_absence_resource FOREIGN KEY (resource_id) REFERENCES service_resource (id),
    CONSTRAINT service_absence_time CHECK (until_at > from_at)
);

-- A booking, from when to when; of a wish on the waiting list (version 0), between which times it may begin.
CREATE TABLE service_booking (
    document_id BIGINT NOT NULL PRIMARY KEY,
    code VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    case_id BIGINT,
    CONSTRAINT service_booking_case FOREIGN KEY (case_id) REFERENCES document (id),
    CONSTRAINT service_booking_document FOREIGN KEY (document_id) REFERENCES document (id),
    CONSTRAINT service_booking_code FOREIGN KEY (code) REFERENCES service_code (code),
    CONSTRAINT service_booking_version CHECK (version >= 0),
    CONSTRAINT service_booking_time CHECK (end_at >= start_at)
);
CREATE INDEX service_booking_start_ix ON service_booking (start_at);
CREATE INDEX service_booking_end_ix ON service_booking (end_at);
CREATE INDEX service_booking_opened_ix ON service_booking (case_id, document_id);

-- Resources that the customer asks for.
CREATE TABLE service_booking_wish (
    document_id BIGINT NOT NULL,
    resource_id BIGINT NOT NULL,
    CONSTRAINT service_booking_wish_pk PRIMARY KEY (document_id, resource_id),
    CONSTRAINT service_booking_wish_booking FOREIGN KEY (document_id) REFERENCES service_booking (document_id),
    CONSTRAINT service_booking_wish_resource FOREIGN KEY (resource_id) REFERENCES service_resource (id)
);

-- What a booking occupies: the times of one resource of each pool. The note says why a time stands outside of the shifts.
-- Written only by whoever has locked the rows of the resources.
CREATE TABLE service_booking_slot (
    document_id BIGINT NOT NULL,
    pool VARCHAR(32) NOT NULL,
    part INTEGER NOT NULL,
    resource_id BIGINT NOT NULL,
    start_at BIGINT NOT NULL,
    end_at BIGINT NOT NULL,
    note VARCHAR(200) NOT NULL,
    CONSTRAINT service_booking_slot_pk PRIMARY KEY (document_id, pool, part),
    CONSTRAINT service_booking_slot_booking FOREIGN KEY (document_id) REFERENCES service_booking (document_id),
    CONSTRAINT service_booking_slot_resource FOREIGN KEY (resource_id) REFERENCES service_resource (id),
    CONSTRAINT service_booking_slot_time CHECK (end_at > start_at)
);
CREATE INDEX service_booking_slot_ix ON service_booking_slot (resource_id, start_at);
CREATE INDEX service_booking_slot_end_ix ON service_booking_slot (end_at);

-- What of the ledger a booking holds.
CREATE TABLE service_booking_hold (
    document_id BIGINT NOT NULL,
    reservation_id BIGINT NOT NULL,
    CONSTRAINT service_booking_hold_pk PRIMARY KEY (document_id, reservation_id),
    CONSTRAINT service_booking_hold_booking FOREIGN KEY (document_id) REFERENCES service_booking (document_id),
    CONSTRAINT service_booking_hold_reservation FOREIGN KEY (reservation_id) REFERENCES reservation (id)
);

-- Locked by whoever changes resources, one after the other.
CREATE TABLE service_roster (
    id INTEGER NOT NULL PRIMARY KEY,
    changes BIGINT NOT NULL
);
INSERT INTO service_roster (id, changes) VALUES (1, 0);
