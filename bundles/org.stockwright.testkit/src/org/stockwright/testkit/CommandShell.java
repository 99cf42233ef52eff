package org.stockwright.testkit;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs the commands that users run, in this process, and keeps what they print. */
public final class CommandShell {

    /** What runs a command. */
    @FunctionalInterface
    public interface Runner {

        /** Runs it and returns its exit code. */
        int run(OutputStream out, PrintWriter err, String... words);

    }

    private final Runner runner;
    private final List<String> always;
    private String out = "";
    private String err = "";

    /**
     * A shell.
     *
     * @param runner runs the commands
     * @param always options behind those of every command, for example where the book is
     */
    public CommandShell(Runner runner, String... always) {
        this.runner = runner;
        this.always = List.of(always);
    }

    /** Runs a command and returns its exit code. */
    public int run(String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        all.addAll(always);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        StringWriter messages = new StringWriter();
        int code = runner.run(result, new PrintWriter(messages, true), all.toArray(String[]::new));
        out = result.toString(StandardCharsets.UTF_8);
        err = messages.toString();
        return code;
    }

    /** Runs a command that must be done, and returns the rows of its result without the header. */
    public List<String> done(String... words) {
        int code = run(words);
        if (code != 0) {
            throw new AssertionError(String.join(" ", words) + " ended with " + code + ":\n" + err + out);
        }
        return rows();
    }

    /** What the last command printed as its result. */
    public String out() {
        return out;
    }

    /** What the last command said besides. */
    public String err() {
        return err;
    }

    /** The rows of the last result without the header. */
    public List<String> rows() {
        return out.lines().skip(1).toList();
    }

}
