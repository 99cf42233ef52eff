-- Derby indexes every foreign key by itself, PostgreSQL does not. Most balances have no lot, no handling unit and the
-- company as owner: only the others are looked up by these.
CREATE INDEX balance_location_ix ON balance (location_id);
CREATE INDEX balance_lot_ix ON balance (lot_id) WHERE lot_id <> 0;
CREATE INDEX balance_owner_ix ON balance (owner_id) WHERE owner_id <> 0;
CREATE INDEX balance_handling_unit_ix ON balance (handling_unit_id) WHERE handling_unit_id <> 0;
CREATE INDEX movement_from_ix ON movement (from_balance_id);
CREATE INDEX movement_to_ix ON movement (to_balance_id);
CREATE INDEX reservation_balance_ix ON reservation (balance_id);
CREATE INDEX reservation_event_balance_ix ON reservation_event (balance_id);
CREATE INDEX reservation_event_reservation_ix ON reservation_event (reservation_id);
CREATE INDEX reservation_event_posting_ix ON reservation_event (posting_id);
CREATE INDEX location_parent_ix ON location (parent_id);
CREATE INDEX location_partner_ix ON location (partner_id);
CREATE INDEX category_parent_ix ON category (parent_id);
CREATE INDEX item_category_ix ON item (category_id);
CREATE INDEX item_unit_ix ON item (unit_id);
CREATE INDEX item_barcode_pack_ix ON item_barcode (pack_id);
CREATE INDEX item_supplier_partner_ix ON item_supplier (partner_id);
CREATE INDEX handling_unit_parent_ix ON handling_unit (parent_id);
