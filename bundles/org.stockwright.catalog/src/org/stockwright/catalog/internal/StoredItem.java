package org.stockwright.catalog.internal;

import java.util.Map;

import org.stockwright.catalog.Item;

/**
 * An item with what writing over it needs.
 *
 * @param item as it is stored
 * @param packIds the identities of its packs by code
 */
record StoredItem(Item item, Map<String, Long> packIds) {
}
