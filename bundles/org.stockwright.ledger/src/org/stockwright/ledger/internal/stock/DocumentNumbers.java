package org.stockwright.ledger.internal.stock;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.ledger.spi.NumberUse;

/** Whether each series of document numbers was used from 1 to its last number, each number once. */
final class DocumentNumbers {

    /** A series' code and the number, of at least six digits. */
    private static final Pattern NUMBER = Pattern.compile("(.*)-(\\d{6,9})");

    private final List<NumberUse> others;

    /**
     * A check.
     *
     * @param others who else gives numbers of these series
     */
    DocumentNumbers(List<NumberUse> others) {
        this.others = others;
    }

    void check(Connection connection, Findings findings) throws SQLException {
        Map<String, Integer> next = new TreeMap<>();
        Map<String, BitSet> used = new TreeMap<>();
        new SqlQuery("SELECT code, next_number FROM number_series").forEach(connection, row -> {
            next.put(row.getString(1), Math.toIntExact(row.getLong(2)));
            used.put(row.getString(1), new BitSet());
        });
        new SqlQuery("SELECT number, posting_key FROM posting WHERE number IS NOT NULL").forEach(connection,
            row -> use(row.getString(1), "the posting " + row.getString(2), used, findings));
        for (NumberUse other : others) {
            other.each(connection, number -> use(number, "a document", used, findings));
        }
        next.forEach((code, following) -> gaps(code, following, used.get(code), findings));
    }

    private static void use(String number, String whose, Map<String, BitSet> used, Findings findings) {
        findings.looked();
        Matcher matcher = NUMBER.matcher(number);
        BitSet series = matcher.matches() ? used.get(matcher.group(1)) : null;
        if (series == null) {
            findings.wrong("the number %s of %s is of no series".formatted(number, whose));
            return;
        }
        int index = Integer.parseInt(matcher.group(2));
        if (series.get(index)) {
            findings.wrong("the number " + number + " was given twice");
        }
        series.set(index);
    }

    private static void gaps(String code, int following, BitSet used, Findings findings) {
        int last = Math.max(following - 1, used.length() - 1);
        for (int missing = used.nextClearBit(1); missing <= last; missing = used.nextClearBit(missing + 1)) {
            findings.wrong("the number " + missing + " of the series " + code + " is missing");
        }
        if (used.length() > following) {
            findings.wrong("the series " + code + " would give the number " + following + " again");
        }
    }

}
