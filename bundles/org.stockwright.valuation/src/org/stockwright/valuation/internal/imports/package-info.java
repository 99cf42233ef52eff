/** The kinds of files that valuation takes: accounts, posting rules, standard costs, exchange rates, late costs. */
package org.stockwright.valuation.internal.imports;
