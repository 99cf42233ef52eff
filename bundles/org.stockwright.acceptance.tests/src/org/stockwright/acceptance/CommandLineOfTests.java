package org.stockwright.acceptance;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.osgi.framework.FrameworkUtil;
import org.stockwright.cli.internal.CommandRun;
import org.stockwright.cli.internal.Console;

/** Runs the commands that users run, in this process, and keeps what they print. */
final class CommandLineOfTests {

    private final Path book;
    private String out = "";
    private String err = "";

    CommandLineOfTests(Path book) {
        this.book = book;
    }

    /** Runs a command on the book and returns its exit code. */
    int run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(List.of("--db", book.toString(), "--user", "tester"));
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        Console console = new Console(result, new PrintWriter(messages, true), false, false);
        int code = new CommandRun(FrameworkUtil.getBundle(CommandRun.class).getBundleContext(), console)
            .execute(all.toArray(String[]::new));
        out = result.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return code;
    }

    /** What the last command printed as its result. */
    String out() {
        return out;
    }

    /** What the last command said besides. */
    String err() {
        return err;
    }

    /** The rows of the last result without the header. */
    List<String> rows() {
        return out.lines().skip(1).toList();
    }

}
