package org.stockwright.acceptance;

import java.nio.file.Path;
import java.util.List;

import org.osgi.framework.FrameworkUtil;
import org.stockwright.cli.internal.CommandRun;
import org.stockwright.cli.internal.Console;
import org.stockwright.testkit.CommandShell;

/** Runs the commands that users run, in this process, on one book. */
final class CommandLineOfTests {

    private final CommandShell shell;

    CommandLineOfTests(Path book) {
        shell = new CommandShell(
            (out, err, words) -> new CommandRun(FrameworkUtil.getBundle(CommandRun.class).getBundleContext(),
                new Console(out, err, false, false)).execute(words),
            "--db", book.toString(), "--user", "tester");
    }

    /** Runs a command on the book and returns its exit code. */
    int run(String... words) {
        return shell.run(words);
    }

    /** What the last command printed as its result. */
    String out() {
        return shell.out();
    }

    /** What the last command said besides. */
    String err() {
        return shell.err();
    }

    /** The rows of the last result without the header. */
    List<String> rows() {
        return shell.rows();
    }

}
