package org.stockwright.service.internal.expression;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goal B11: what experts, or whoever pretends to be one, may write into a formula or into a cell of a table. Everything is
 * refused when it is saved, or ends within 200 ms; no class of the host is reached.
 */
class RuleSandboxIT {

    /** What a hostile text would set when it reached a class. */
    static int reached;

    @TempDir
    Path folder;

    /** Called by texts that reach it. */
    public static int reach() {
        reached++;
        return reached;
    }

    private static final String SELF = RuleSandboxIT.class.getName();

    private List<String> hostile() {
        String file = folder.resolve("made").toString();
        List<String> texts = new ArrayList<>(List.of(
            // loops
            "while (true) { }", "for (;;) {}", "do {} while (true)", "for (var i : 1..1000000000) {}", "1..1000000000",
            "(1..1000000000).size()", "var f = x -> f(x); f(1)", "function() { while(true); }()", "x -> x",
            "(a, b) -> a",
            "while(true);", "a = 1; a", "a += 1", "a++", "--a--", "a = a",
            // classes
            "class.forName('java.lang.Runtime')", "''.class", "''.getClass()", "a.class.classLoader", "a.getClass()",
            "''.class.forName('java.lang.Runtime').getMethod('getRuntime').invoke(null).exec('touch " + file + "')",
            "new('java.lang.ProcessBuilder', 'touch').start()", "new java.io.File('" + file + "').createNewFile()",
            "new('java.io.FileOutputStream', '" + file + "')", "java.lang.System.exit(1)", "System.exit(1)",
            "T(java.lang.Runtime).getRuntime()", "#{T(java.lang.System).exit(1)}", "${7*7}",
            "@java.lang.Runtime@getRuntime()",
            SELF + ".reach()", "new('" + SELF + "').reach()", "'" + SELF + "'.class", "a:reach()", "ns:exec('x')",
            "#pragma jexl.import java.lang\n System.exit(1)", "#pragma jexl.namespace.x java.lang.System",
            "@silent a.b",
            "@synchronized(a) { while(true); }", "import java.lang.System; System.exit(1)", "'a'.concat('b')",
            "a.negate()",
            "a.toString().class", "a?.class", "a['class']", "a.'class'", "a.`class`", "`${a.class}`", "a[0]", "[1,2,3]",
            "{1,2}", "{'a':1}", "{:}", "[...]", "size(a)", "empty(a)", "size a", "empty a", "a.size()", "eval('1')",
            "log('x')", "print('x')", "context.class", "this.class", "self", "null.class", "jexl", "return a",
            "return 1",
            "throw a", "try { 1 } catch (e) { 2 }", "if (a) 1", "switch (a) { default -> 1 }", "a instanceof String",
            "a !instanceof String", "let x = 1", "const y = 2", "global z = 3", "break", "continue",
            // patterns
            "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+$'", "'aaaa' !~ '(a|aa)+$'", "~/(a+)+$/", "'a' =^ 'a'",
            "'a' =$ 'a'", "'a' !^ 'a'", "'a' in 'abc'", "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.matches('(a+)+')",
            // numbers and signs
            "1e999999999", "1E400000000 * 1E400000000", "0x7fffffff", "1L", "1.5d", "1b", "1B", "1H", "07", "1_000",
            "NaN",
            "Infinity", "1 << 60", "1 >> 2", "1 >>> 2", "a & 1", "a | 1", "a ^ 1", "~a", "a ?? 1", "a ** 9", "a \\ 2",
            "a === a", "a <=> a", "9" + "9".repeat(60), "a; a", ";", "", "   ", "a\u0000", "a\nb", "\u202ea", "a\u200b",
            "'\\u0041'", "\"\\n\"", "'unclosed", "\"a' + a", "a // comment", "a /* comment */", "## x", "(", ")", "a a",
            "a +", "? 1 : 2", "a ? 1", "a : 1", "and", "true false", "v0", "v1 + v0", "v0 = 1"));
        // nesting and length
        for (int depth : List.of(41, 500, 900)) {
            texts.add("(".repeat(depth) + "a" + ")".repeat(depth));
            texts.add("-".repeat(depth) + "a");
            texts.add("!".repeat(depth) + "true");
            texts.add("not ".repeat(depth) + "true");
            texts.add("a > 1 ? 1 : ".repeat(depth) + "2");
            texts.add("(-".repeat(depth) + "a" + ")".repeat(depth));
            texts.add("true ? ".repeat(depth) + "1" + " : 1".repeat(depth));
        }
        texts.add("a" + "+a".repeat(1_000));
        texts.add("a" + "*a".repeat(201));
        texts.add("a * ".repeat(100_000) + "a");
        texts.add("(".repeat(1_000_000));
        texts.add("'" + "x".repeat(5_000) + "'");
        return texts;
    }

    /** Ones that are expressions, and would take long or grow large if they could. */
    private static List<String> heavy() {
        return List.of("a" + "*a".repeat(198), "a" + "/7".repeat(198), "a" + " % 3".repeat(190),
            "(" + "123456789012345678901234567890123456789*".repeat(48) + "1) / 7",
            "(" + "123456789012345678901234567890.12345678*".repeat(48) + "1) % 7",
            "a > 1" + " and a > 1".repeat(90), "a" + " == a".repeat(1),
            "'" + "x".repeat(900) + "' == '" + "x".repeat(900) + "'", "(".repeat(39) + "a" + ")".repeat(39),
            "-".repeat(39) + "a", "a > 1 ? 1 : ".repeat(30) + "2");
    }

    /** Nanoseconds that this thread worked: other work on the machine does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    @Test
    void whatIsHostileIsRefusedWhenItIsSaved() {
        Map<String, Object> values = Map.of("a", new BigDecimal("7"));
        List<String> texts = hostile();
        int refused = 0;
        for (String text : texts) {
            long begin = cpu();
            Outcome<Expression> read = Expression.read(text, List.of("a"));
            if (read.isDone()) {
                // harmless after all: it has to be a value or a failure, at once
                read.value().number(values);
                read.value().holds(values);
            }
            assertThat((cpu() - begin) / 1_000_000).as("milliseconds of %.60s", text).isLessThan(1_000);
            refused += read.isDone() ? 0 : 1;
            // "07" is the number seven, and -- before and behind nothing are signs
            assertThat(read.isDone()).as("%.80s is refused", text).isEqualTo(text.equals("07"));
        }
        assertThat(reached).as("host classes reached").isZero();
        assertThat(Files.exists(folder.resolve("made"))).isFalse();
        System.out.println("figure " + refused + " of " + texts.size() + " hostile expressions are refused, " + reached
            + " host classes reached");
    }

    @Test
    void whatIsHeavyEndsInTime() {
        Map<String, Object> values = Map.of("a", new BigDecimal("1234567890123456789012345678.123456789"));
        for (String text : heavy()) {
            Expression expression = Expression.read(text, List.of("a")).value();
            expression.number(values);
            long begin = cpu();
            Outcome<BigDecimal> number = expression.number(values);
            long millis = (cpu() - begin) / 1_000_000;
            assertThat(millis).as("milliseconds of %.60s", text).isLessThan(Expression.MOST_MILLIS + 200);
            if (number.isDone()) {
                assertThat(number.value().precision()).as("%.60s", text).isLessThan(20_000);
            }
        }
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).noneMatch("Expression"::equals);
    }

}
