/**
 * Tables in and out: reads CSV, XLSX and pasted text, hands the rows to the {@link org.stockwright.exchange.spi.ImportKind}
 * of an area, reports all errors at once; writes CSV and XLSX whose cells no spreadsheet takes for formulas.
 */
@Version("1.1.0")
package org.stockwright.exchange;

import org.osgi.annotation.versioning.Version;
