package org.stockwright.exchange;

import java.util.List;

/**
 * A table to be written, row by row as it is asked for.
 *
 * @param name the sheet's name
 * @param columns stable ids, in order
 * @param rows one array per row, as long as the columns: {@code String}, {@code BigDecimal}, {@code Long},
 *            {@code Boolean}, {@code Instant}, {@code LocalDate} or {@code null}
 */
public record ExportTable(String name, List<String> columns, Iterable<Object[]> rows) {
}
