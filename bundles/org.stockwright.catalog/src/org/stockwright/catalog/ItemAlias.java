package org.stockwright.catalog;

import org.stockwright.base.PartnerId;

/**
 * Another code for an item: our own former code (partner {@link PartnerId#SELF}), or a supplier's or customer's.
 *
 * @param partner whose code it is
 * @param code the other code, unique per partner
 */
public record ItemAlias(PartnerId partner, String code) {
}
