package org.stockwright.security;

/**
 * Something that may be allowed.
 *
 * @param id its stable name, area first, for example {@code ledger.post}
 * @param name what a person calls it
 * @param description what it allows, in a sentence
 * @param bySite whether a role may allow it at some sites only
 */
public record Permission(String id, String name, String description, boolean bySite) {
}
