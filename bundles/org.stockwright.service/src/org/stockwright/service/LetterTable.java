package org.stockwright.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.stockwright.exchange.SourceTable;

/**
 * The letters of a table that was read from a file: one for each row, or one for all rows that follow each other with the same
 * key, whose rows are its table {@value #ROWS} then. Each letter is made of the table when it is asked for.
 *
 * <p>The field of a column has its header as name, with {@code _} for what a name cannot have: <i>First name</i> is
 * {@code First_name}.
 */
public final class LetterTable implements Iterable<LetterRecord> {

    /** The table of a letter that has several rows. */
    public static final String ROWS = "rows";

    private static final Pattern LONE_POINT = Pattern.compile("\\.(?![A-Za-z])|(?<![A-Za-z0-9_])\\.");

    private final SourceTable table;
    private final List<String> names;
    private final int keyColumn;

    /**
     * The letters of a table.
     *
     * @param key the header of the column that names the letters; empty to number them by their lines
     * @throws NoSuchElementException when there is no such column
     */
    public LetterTable(SourceTable table, String key) {
        this.table = table;
        // a column without a header is none
        this.names = table.header().stream().map(header -> header.isBlank() ? "" : name(header)).toList();
        this.keyColumn = key.isEmpty() ? -1 : table.header().indexOf(key);
        if (!key.isEmpty() && keyColumn < 0) {
            throw new NoSuchElementException(key);
        }
    }

    /** The name of the field of a column. */
    public static String name(String header) {
        StringBuilder name = new StringBuilder();
        header.strip().codePoints().forEach(c -> name
            .append(c < 128 && (Character.isLetterOrDigit(c) || c == '.') ? Character.toString(c) : "_"));
        String plain = LONE_POINT.matcher(name).replaceAll("_");
        return plain.isEmpty() || !Character.isLetter(plain.charAt(0)) ? "x" + plain : plain;
    }

    /** The names of all fields. */
    public Set<String> names() {
        return names.stream().filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fields that several columns are: nobody could say which of them is meant. */
    public Set<String> sameTwice() {
        Set<String> once = new TreeSet<>();
        return names.stream().filter(name -> !name.isEmpty() && !once.add(name))
            .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether letters can have several rows. */
    public boolean isGrouped() {
        return keyColumn >= 0;
    }

    /** How many rows there are; there are not more letters. */
    public int size() {
        return table.rows().size();
    }

    @Override
    public Iterator<LetterRecord> iterator() {
        return new Iterator<>() {

            private int next;

            @Override
            public boolean hasNext() {
                return next < table.rows().size();
            }

            @Override
            public LetterRecord next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int first = next;
                String key = key(first);
                List<Map<String, String>> rows = new ArrayList<>();
                do {
                    rows.add(row(next));
                    next++;
                } while (keyColumn >= 0 && next < table.rows().size() && key(next).equals(key));
                Map<String, String> fields = new HashMap<>(rows.getFirst());
                return new LetterRecord(key,
                    new LetterData(fields, keyColumn < 0 ? Map.of() : Map.of(ROWS, rows)), table.lines()[first]);
            }

        };
    }

    private String key(int row) {
        String[] cells = table.rows().get(row);
        return keyColumn < 0 ? "line-" + table.lines()[row]
            : keyColumn < cells.length && cells[keyColumn] != null ? cells[keyColumn].strip() : "";
    }

    private Map<String, String> row(int row) {
        String[] cells = table.rows().get(row);
        Map<String, String> result = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                result.put(names.get(i), i < cells.length && cells[i] != null ? cells[i] : "");
            }
        }
        return result;
    }

}
