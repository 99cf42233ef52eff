package org.stockwright.exchange.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.exchange.spi.ImportColumn;

/** Finds the column that a header means: the same name, a usual other word for it, or nearly the same letters. */
final class ColumnNames {

    /** What other programs call our columns. */
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("sku", "item"),
        Map.entry("itemcode", "item"), Map.entry("itemno", "item"), Map.entry("itemnumber", "item"),
        Map.entry("article", "item"), Map.entry("stockcode", "item"), Map.entry("partnumber", "item"),
        Map.entry("qty", "quantity"), Map.entry("onhand", "quantity"), Map.entry("uom", "unit"),
        Map.entry("unitofmeasure", "unit"), Map.entry("bin", "location"), Map.entry("locationcode", "location"),
        Map.entry("vendor", "supplier"), Map.entry("ean", "barcode"), Map.entry("gtin", "barcode"),
        Map.entry("upc", "barcode"), Map.entry("itemname", "name"), Map.entry("description", "name"),
        Map.entry("date", "effective"), Map.entry("leadtime", "lead_time_days"), Map.entry("cost", "unit_cost"),
        Map.entry("price", "list_price"), Map.entry("batch", "lot"), Map.entry("serialnumber", "serial"));

    private ColumnNames() {
    }

    /** Letters and digits only, without accents and case. */
    static String plain(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder();
        decomposed.codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** The column with this very name; case and blanks do not matter. */
    static Optional<String> same(String header, List<ImportColumn> columns) {
        String wanted = header.strip().toLowerCase(Locale.ROOT);
        return columns.stream().map(ImportColumn::name).filter(wanted::equals).findFirst();
    }

    /** The one column that a name nearly is; empty when there is none or more than one. */
    static Optional<String> nearest(String header, List<ImportColumn> columns) {
        String wanted = plain(header);
        int tooFar = tolerance(wanted.length()) + 1;
        int least = tooFar;
        List<String> best = new ArrayList<>();
        for (ImportColumn column : columns) {
            int next = distance(wanted, plain(column.name()), tooFar);
            if (next < least) {
                best.clear();
                least = next;
            }
            if (next == least && next < tooFar) {
                best.add(column.name());
            }
        }
        if (best.isEmpty()) {
            String word = WORDS.get(wanted);
            return columns.stream().map(ImportColumn::name).filter(name -> name.equals(word)).findFirst();
        }
        return best.size() == 1 ? Optional.of(best.getFirst()) : Optional.empty();
    }

    /** How many letters may differ. */
    private static int tolerance(int length) {
        return length < 4 ? 0 : length < 8 ? 1 : 2;
    }

    /** A column for each header that means one; each column is given once, the better match first. */
    static Map<String, String> suggest(List<String> headers, List<ImportColumn> columns) {
        Map<String, String> found = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (String header : headers) {
            same(header, columns).filter(taken::add).ifPresent(name -> found.put(header, name));
        }
        for (String header : headers) {
            if (!found.containsKey(header) && !header.isBlank()) {
                nearest(header, columns).filter(taken::add).ifPresent(name -> found.put(header, name));
            }
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (String header : headers) {
            if (found.containsKey(header)) {
                inOrder.put(header, found.get(header));
            }
        }
        return inOrder;
    }

    /** How many letters must be changed, added, left out or swapped with the next one; at most the given limit. */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) >= limit) {
            return limit;
        }
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] next = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                next[j] = Math.min(Math.min(last[j] + 1, next[j - 1] + 1), last[j - 1] + change);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = next;
            next = free;
        }
        return Math.min(limit, last[b.length()]);
    }

}
