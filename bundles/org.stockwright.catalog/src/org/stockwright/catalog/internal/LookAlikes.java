package org.stockwright.catalog.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.ibm.icu.text.SpoofChecker;

/**
 * Codes that look the same although their characters differ, such as a Cyrillic letter for a Latin one or a hidden mark
 * (Unicode Technical Standard 39, skeletons). Whoever reads a label cannot tell such items apart.
 */
final class LookAlikes {

    private static final Pattern HIDDEN = Pattern.compile("\\p{Cf}");

    private final SpoofChecker checker = new SpoofChecker.Builder().build();
    private final Map<String, String> bySkeleton = new HashMap<>();

    /** All stored items' codes. */
    static LookAlikes stored(Connection connection) throws SQLException {
        LookAlikes codes = new LookAlikes();
        Chunks.query(connection, "SELECT code FROM item", row -> codes.add(row.getString(1)));
        return codes;
    }

    /** These codes. */
    static LookAlikes of(Iterable<String> known) {
        LookAlikes codes = new LookAlikes();
        known.forEach(codes::add);
        return codes;
    }

    /** One more code; the first one of those that look the same is the one that others are compared with. */
    void add(String code) {
        bySkeleton.putIfAbsent(skeleton(code), code);
    }

    /** Another code that this one looks like. */
    Optional<String> like(String code) {
        return Optional.ofNullable(bySkeleton.get(skeleton(code))).filter(other -> !other.equals(code));
    }

    private String skeleton(String code) {
        return checker.getSkeleton(HIDDEN.matcher(code).replaceAll(""));
    }

}
