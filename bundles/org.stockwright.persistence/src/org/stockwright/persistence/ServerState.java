package org.stockwright.persistence;

/**
 * What was found at a server's address: a store that can be opened.
 *
 * @param engine the server's product and version, for people
 * @param older whether opening brings it to this program's version first, after which older programs are shut out
 */
public record ServerState(String engine, boolean older) {
}
