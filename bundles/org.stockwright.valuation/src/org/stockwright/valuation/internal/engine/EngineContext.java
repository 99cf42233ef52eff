package org.stockwright.valuation.internal.engine;

/**
 * What all events of an item are applied with.
 *
 * @param scale decimals to which amounts are rounded
 * @param history what came before
 * @param watcher hears where goods go
 */
record EngineContext(int scale, History history, Watcher watcher) {
}
