/** What goods are worth at the end of a period under the periodic inventory system: formulas without a database. */
package org.stockwright.valuation.internal.periodic;
