package org.stockwright.exchange.internal;

import java.util.Arrays;

import org.stockwright.base.Refusal;
import org.stockwright.exchange.ExchangeRefusal;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the rows of a sheet as they come by (ECMA-376, part 1, 18.3.1). */
final class SheetHandler extends DefaultHandler {

    private final SharedTexts shared;
    private final CellStyles styles;
    private final boolean from1904;
    private final TableBuilder builder;
    private final StringBuilder value = new StringBuilder();
    private String[] cells = new String[16];
    private int count;
    private int row;
    private int column = -1;
    private String type = "";
    private int style;
    private boolean inValue;
    private boolean hasFormula;
    private boolean hasValue;
    private int inPhonetic;

    SheetHandler(SharedTexts shared, CellStyles styles, boolean from1904, TableBuilder builder) {
        this.shared = shared;
        this.styles = styles;
        this.from1904 = from1904;
        this.builder = builder;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        switch (name) {
            case "row" -> {
                int named = Xml.number(attributes, "r", 0);
                row = named > 0 ? named : row + 1;
                column = -1;
                count = 0;
                Arrays.fill(cells, null);
            }
            case "c" -> beginCell(attributes);
            case "f" -> hasFormula = true;
            case "rPh" -> inPhonetic++;
            case "v", "t" -> {
                inValue = inPhonetic == 0;
                hasValue = true;
            }
            default -> {
                // looks and layout do not matter
            }
        }
    }

    private void beginCell(Attributes attributes) {
        column = columnOf(attributes.getValue("r"));
        if (column >= Limits.COLUMNS) {
            throw builder.tooManyColumns(row);
        }
        String named = attributes.getValue("t");
        type = named == null ? "n" : named;
        style = Xml.number(attributes, "s", 0);
        hasFormula = false;
        hasValue = false;
        value.setLength(0);
    }

    /** The column of a cell's address such as AB12, or the next one. */
    private int columnOf(String address) {
        int number = 0;
        for (int i = 0; address != null && i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z' || number > Limits.COLUMNS) {
                break;
            }
            number = 26 * number + c - 'A' + 1;
        }
        return number == 0 ? column + 1 : number - 1;
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        switch (name) {
            case "row" -> builder.row(row, cells, count);
            case "c" -> endCell();
            case "rPh" -> inPhonetic--;
            case "v", "t" -> inValue = false;
            default -> {
                // as above
            }
        }
    }

    private void endCell() throws SAXException {
        if (hasFormula && !hasValue) {
            builder.problem(Refusal.of(ExchangeRefusal.FORMULA_WITHOUT_VALUE).at(builder.at(row, column))
                .hint("Open the file in a spreadsheet program and save it there."));
        }
        String text = builder.text(row, text());
        if (text.isEmpty()) {
            return;
        }
        if (column >= cells.length) {
            cells = Arrays.copyOf(cells, Math.max(column + 1, 2 * cells.length));
        }
        cells[column] = text;
        count = Math.max(count, column + 1);
    }

    private String text() throws SAXException {
        String raw = value.toString();
        return switch (type) {
            case "s" -> shared(raw);
            case "b" -> "1".equals(raw) ? "true" : raw.isEmpty() ? "" : "false";
            case "n" -> styles.isDate(style) ? CellValues.date(raw.strip(), from1904) : CellValues.number(raw.strip());
            default -> raw;
        };
    }

    private String shared(String raw) throws SAXException {
        String text = raw.isEmpty() ? "" : null;
        if (raw.length() < 10 && !raw.isEmpty() && raw.chars().allMatch(c -> c >= '0' && c <= '9')) {
            text = shared.get(Integer.parseInt(raw));
        }
        if (text == null) {
            throw new SAXException("row " + row + " refers to a text that is not there");
        }
        return text;
    }

    @Override
    public void characters(char[] buffer, int start, int length) {
        if (inValue) {
            if (value.length() + length > Limits.CELL_CHARACTERS) {
                throw new TableRefused(Refusal.of(ExchangeRefusal.CELL_TOO_LONG, Limits.CELL_CHARACTERS)
                    .at(builder.at(row, Math.max(0, column))).hint("Shorten it."));
            }
            value.append(buffer, start, length);
        }
    }

}
