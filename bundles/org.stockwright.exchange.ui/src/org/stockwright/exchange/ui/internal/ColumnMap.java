package org.stockwright.exchange.ui.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Sha256;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportColumn;

/**
 * What each column of a file means: a column of the kind, or nothing. Every header of the file has an answer, so that
 * nothing is left out without being seen.
 */
final class ColumnMap {

    private static final int SAMPLES = 3;
    private static final int SAMPLE_CHARS = 24;

    private final SourceTable table;
    private final List<ImportColumn> columns;
    private final Map<String, String> suggested;
    private final Map<String, String> answers = new LinkedHashMap<>();

    /**
     * The mapping that suggests itself.
     *
     * @param suggested header to column name; headers that are missing here are not imported
     */
    ColumnMap(SourceTable table, List<ImportColumn> columns, Map<String, String> suggested) {
        this.table = table;
        this.columns = List.copyOf(columns);
        this.suggested = Map.copyOf(suggested);
        suggest();
    }

    /** Goes back to what suggests itself. */
    void suggest() {
        answers.clear();
        for (String header : table.header()) {
            answers.put(header, suggested.getOrDefault(header, "")); //$NON-NLS-1$
        }
    }

    /** The file's headers, each once, in the order of the file. */
    List<String> headers() {
        return List.copyOf(answers.keySet());
    }

    /** The columns that a header can mean. */
    List<ImportColumn> columns() {
        return columns;
    }

    /** The column that a header means, or an empty text when it is not imported. */
    String column(String header) {
        return answers.getOrDefault(header, ""); //$NON-NLS-1$
    }

    /** Says what a header means; an empty column leaves it out. */
    void map(String header, String column) {
        if (answers.containsKey(header)) {
            answers.put(header, column);
        }
    }

    /** Header to column name for the import engine; headers that are left out have an empty name. */
    Map<String, String> mapping() {
        return new LinkedHashMap<>(answers);
    }

    /** The first values below a header, so that people see what is in it. */
    String samples(String header) {
        int index = table.header().indexOf(header);
        List<String> values = new ArrayList<>();
        for (String[] row : table.rows()) {
            String value = index < row.length && row[index] != null ? row[index].strip() : ""; //$NON-NLS-1$
            if (!value.isEmpty() && !values.contains(value)) {
                values.add(value.length() <= SAMPLE_CHARS ? value : value.substring(0, SAMPLE_CHARS) + '…');
            }
            if (values.size() == SAMPLES) {
                break;
            }
        }
        return String.join(" · ", values).replace('\n', ' '); //$NON-NLS-1$
    }

    /** The headers that are left out. */
    List<String> ignored() {
        return answers.entrySet().stream().filter(entry -> entry.getValue().isEmpty() && !entry.getKey().isEmpty())
            .map(Map.Entry::getKey).toList();
    }

    /** Why this mapping cannot be used; nothing when it can. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        Map<String, String> headerOf = new HashMap<>();
        answers.forEach((header, column) -> {
            String other = column.isEmpty() ? null : headerOf.putIfAbsent(column, header);
            if (other != null) {
                problems.add(Messages.bind(Messages.Map_twice, new Object[] { column, other, header }));
            }
        });
        if (headerOf.isEmpty()) {
            problems.add(Messages.Map_nothing);
            return problems;
        }
        columns.stream().filter(column -> column.required() && !headerOf.containsKey(column.name()))
            .forEach(column -> problems.add(Messages.bind(Messages.Map_missing, column.name())));
        return problems;
    }

    /** What files with these headers have in common: a short text that is the same for the same headers. */
    String signature() {
        MessageDigest digest = Sha256.digest();
        for (String header : table.header()) {
            digest.update(header.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    /** The mapping as a text to keep: one line per header, the column before it. */
    String text() {
        StringBuilder text = new StringBuilder();
        answers.forEach((header, column) -> text.append(column).append('\t').append(
            header.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")).append('\n')); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
        return text.toString();
    }

    /**
     * Takes over a mapping that was kept. Headers that this file does not have and columns that the kind no longer has
     * are passed over.
     */
    void apply(String text) {
        for (String line : text.split("\n")) { //$NON-NLS-1$
            int tab = line.indexOf('\t');
            String column = tab < 0 ? "" : line.substring(0, tab); //$NON-NLS-1$
            boolean known = column.isEmpty() || columns.stream().anyMatch(one -> one.name().equals(column));
            if (tab >= 0 && known) {
                map(unescaped(line.substring(tab + 1)), column);
            }
        }
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                plain.append(switch (text.charAt(i)) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    default -> text.charAt(i);
                });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

}
