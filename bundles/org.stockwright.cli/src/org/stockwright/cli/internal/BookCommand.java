package org.stockwright.cli.internal;

import java.io.IOException;
import java.util.concurrent.Callable;

import picocli.CommandLine.Mixin;

/** A command that works on an open book. */
abstract class BookCommand implements Callable<Integer> {

    /** Done. */
    static final int DONE = 0;
    /** Refused. */
    static final int REFUSED = 1;

    @Mixin
    final CommonOptions options = new CommonOptions();

    private final Invocation invocation;

    BookCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    final Invocation invocation() {
        return invocation;
    }

    final Console console() {
        return invocation.console();
    }

    @Override
    public Integer call() throws IOException {
        try (Session session = invocation.open(options)) {
            return run(session);
        }
    }

    /** Does it and answers with the exit code. */
    abstract int run(Session session) throws IOException;

}
