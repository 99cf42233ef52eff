package org.stockwright.service.cli;

import java.nio.file.Path;

import org.osgi.framework.FrameworkUtil;
import org.stockwright.cli.internal.CommandRun;
import org.stockwright.cli.internal.Console;
import org.stockwright.testkit.CommandShell;

/** The commands of the product with those of service inventory. */
final class ServiceShell {

    private ServiceShell() {
        // only functions
    }

    /** Without a book. */
    static CommandShell plain() {
        return shell();
    }

    /** On a book. */
    static CommandShell on(Path book) {
        return shell("--db", book.toString(), "--user", "anna");
    }

    private static CommandShell shell(String... always) {
        return new CommandShell(
            (out, err, words) -> new CommandRun(FrameworkUtil.getBundle(CommandRun.class).getBundleContext(),
                new Console(out, err, false, false)).execute(words),
            always);
    }

}
