package org.stockwright.exchange;

import org.stockwright.base.RefusalCode;

/** Why a file was not read, or a row of it not handed over to its kind. */
public enum ExchangeRefusal implements RefusalCode {

    /** The file is longer than any that is read: its megabytes, the limit. */
    FILE_TOO_LARGE("The file has {0} MB; at most {1} MB are read"),
    /** There is nothing in it. */
    NO_HEADER("The file is empty"),
    /** It is some other kind of file. */
    NOT_A_TABLE("The file is neither a CSV text nor an XLSX workbook: {0}"),
    /** Bytes that are no text in the file's encoding. */
    NOT_TEXT("The text cannot be decoded as {0}"),
    /** A quote that is not closed, text behind a closing quote, or a cell without end. */
    BROKEN_CSV("The row that begins here cannot be read"),
    /** A cell is longer than any that is read. */
    CELL_TOO_LONG("A cell has more than {0} characters"),
    /** More columns than are read. */
    TOO_MANY_COLUMNS("A row has more than {0} columns"),
    /** More rows than are read at once. */
    TOO_MANY_ROWS("The file has more than {0} rows"),
    /** More cells or characters than fit. */
    TOO_MUCH_TEXT("The file holds more than {0} {1}"),
    /** The workbook is damaged, hostile or not complete. */
    DAMAGED_WORKBOOK("The workbook cannot be read: {0}"),
    /** A formula without the value that it had when the file was saved. */
    FORMULA_WITHOUT_VALUE("The formula has no stored value"),
    /** The header names a column that the kind does not have. */
    UNKNOWN_COLUMN("Nobody knows the column ''{0}''"),
    /** A column without a name that has texts. */
    UNNAMED_COLUMN("Column {0} has no name but texts"),
    /** Two headers mean the same column. */
    DUPLICATE_COLUMN("The column ''{0}'' is there twice"),
    /** A required column is not in the file. */
    MISSING_COLUMN("The column ''{0}'' is missing"),
    /** The mapping names a header that the file does not have. */
    NO_SUCH_HEADER("The file has no column ''{0}'' that could be mapped"),
    /** A required cell is empty. */
    EMPTY_CELL("{0} is empty"),
    /** A row has more cells than the header. */
    TOO_MANY_CELLS("The row has {0} cells, the header {1}"),
    /** A cell has characters that nobody can see or type. */
    CONTROL_CHARACTER("The text has a control character (U+{0})"),
    /** A cell has an error of a spreadsheet's formula. */
    SPREADSHEET_ERROR("The spreadsheet''s formula failed: {0}"),
    /** No date and no instant. */
    NOT_AN_INSTANT("''{0}'' is no date or instant"),
    /** A cell names a file that does not stand beside the imported one, or cannot be read. */
    NOT_BESIDE("There is no file ''{0}'' beside the imported one"),
    /** A file that a cell names is longer than any that is read: its name, the limit. */
    BESIDE_TOO_LARGE("The file ''{0}'' has more than {1} bytes"),
    /** A file that is written: its folder is missing, full or read-only. */
    NOT_WRITTEN("The file {0} cannot be written: {1}");

    private final String sentence;

    ExchangeRefusal(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

}
