package org.stockwright.build.tests;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Statements are made of constants; what users say goes in as parameters. A statement that is put together at the place
 * where it is prepared may hold constants and the few builders named here, and no literal of any statement ends with an
 * opened quote before something is joined to it.
 */
class SqlTextTest {

    private static final Pattern PREPARING = Pattern
        .compile("\\b(prepareStatement|prepareCall|createQuery|createNativeQuery|executeQuery|executeUpdate)\\(");

    private static final Pattern LITERAL = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** Names of statements and of parts that are constants where they come from, seen by a reviewer once. */
    private static final Set<String> BUILDERS = Set.of("sql", "select", "lock", "rest", "condition", "column", "text",
        "window", "before", "query");

    /** Joins that hold no values: parts of the dialect, lists of question marks, names from the schema itself. */
    private static final List<Pattern> PARTS = Stream.of("transaction\\.dialect\\(\\)\\.\\w+\\([^()]*\\)",
        "text\\.toString\\(\\)", "\\.repeat\\(size - 1\\)", "engine\\.\\w+\\([^()]*\\)", "table\\.\\w+\\(\\)",
        "\\b[A-Z][A-Z0-9_]*\\b", "\\b[A-Z]\\w+\\.[A-Z][A-Z0-9_]*\\b", "\\.stripIndent\\(\\)").map(Pattern::compile)
        .toList();

    /** Read by a reviewer: numbers of question marks, the dialect's locks, names of our own sequences, tables, roles, entities. */
    private static final Set<String> REVIEWED = Set.of("EarlierPostings.java: .repeat - 1",
        "MovementScan.java: most unlocked dialect", "ReservationRows.java: delta.signum > 0",
        "Sealing.java: MovementScan.unlocked transaction.dialect", "DatabaseCopy.java: table",
        "ServerRoles.java: sql.replace ,", "AuditTrailComponent.java: where.sql",
        "PostgresEngine.java: SELECT nextval('", "SharedModel.java: any.getName");

    static Stream<BundleSource> bundles() {
        return BundleSource.all().stream().filter(bundle -> !bundle.isTest()
            && !bundle.shortName().startsWith("testkit") && !bundle.shortName().equals("bench"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void statementsAreMadeOfConstants(BundleSource bundle) {
        Set<String> wrong = new TreeSet<>();
        for (Path source : bundle.sources()) {
            String text = COMMENT.matcher(BundleSource.read(source, "")).replaceAll(" ");
            Matcher call = PREPARING.matcher(text);
            while (call.find()) {
                String joined = joined(argument(text, call.end()));
                String where = source.getFileName() + ": " + joined;
                if (!joined.isEmpty() && !REVIEWED.contains(where)) {
                    wrong.add(where);
                }
            }
        }
        assertThat(wrong).as("%s joins these into statements; use a parameter", bundle).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noValueIsQuotedByHand(BundleSource bundle) {
        Pattern byHand = Pattern
            .compile("(?i)(select|insert|update|delete|where|and|like|values)\\b[^\"\\n]*'%?\"\\s*\\+\\s*+"
                + "(?![A-Z][A-Z0-9_]*\\b)");
        Set<String> wrong = new TreeSet<>();
        for (Path source : bundle.sources()) {
            Matcher found = byHand.matcher(COMMENT.matcher(BundleSource.read(source, "")).replaceAll(" "));
            while (found.find()) {
                String where = source.getFileName() + ": " + found.group().replaceAll("\"\\s*\\+\\s*$", "");
                if (found.group().matches("(?s).*[=(]\\s*'%?\"\\s*\\+\\s*") && !REVIEWED.contains(where)) {
                    wrong.add(where);
                }
            }
        }
        assertThat(wrong).as("%s puts quotes around values", bundle).isEmpty();
    }

    @Test
    void theRuleSeesAValueThatIsJoined() {
        assertThat(joined("\"SELECT id FROM item WHERE code = '\" + code + \"'\"")).isEqualTo("code");
        assertThat(joined("SELECT + \"WHERE id = ?\" + transaction.dialect().forUpdate()")).isEmpty();
    }

    /** What is joined, without literals, constants and known parts; empty when nothing is left. */
    private static String joined(String argument) {
        String rest = LITERAL.matcher(argument).replaceAll(" ");
        for (Pattern part : PARTS) {
            rest = part.matcher(rest).replaceAll(" ");
        }
        StringBuilder left = new StringBuilder();
        for (String word : rest.split("[+()?:\\s]+")) {
            if (!word.isEmpty() && !BUILDERS.contains(word)) {
                left.append(left.isEmpty() ? "" : " ").append(word);
            }
        }
        return left.toString();
    }

    /** The first argument of a call, up to its comma or closing parenthesis. */
    private static String argument(String text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && text.charAt(i - 1) != '\\') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && (c == ')' && depth-- == 0 || c == ',' && depth == 0)) {
                return text.substring(start, i);
            }
        }
        return text.substring(start);
    }

}
