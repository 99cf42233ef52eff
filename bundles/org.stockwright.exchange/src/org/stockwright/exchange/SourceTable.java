package org.stockwright.exchange;

import java.util.List;

/**
 * A table that was read from a file or pasted.
 *
 * @param source the file's name, or {@code clipboard}
 * @param header the column headers as they stand there, stripped of blanks
 * @param rows the cells as text; numbers of spreadsheets as plain decimals, dates in ISO 8601
 * @param lines the line where each row begins, from 1
 */
public record SourceTable(String source, List<String> header, List<String[]> rows, long[] lines) {
}
