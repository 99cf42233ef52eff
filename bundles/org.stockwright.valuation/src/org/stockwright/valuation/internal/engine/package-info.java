/**
 * What happens to value when goods move: the same answer for the same events in the order of their keys, whatever was
 * entered when. Knows no database.
 */
package org.stockwright.valuation.internal.engine;
