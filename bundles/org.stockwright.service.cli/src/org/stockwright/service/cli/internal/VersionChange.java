package org.stockwright.service.cli.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

import org.stockwright.base.Outcome;
import org.stockwright.cli.spi.OpenBook;

import picocli.CommandLine.Option;

/**
 * Changes one version of something that has versions, and shows it.
 *
 * @param <S> the service that does it
 * @param <V> a version
 */
abstract class VersionChange<S, V> extends VersionTask {

    @Option(names = "--dry-run", description = "checks everything, stores nothing")
    boolean dryRun;

    private final Versioned<S, V> kind;

    VersionChange(Versioned<S, V> kind) {
        this.kind = kind;
    }

    @Override
    public final void run(OpenBook book) throws IOException {
        int number = kind.find().number(book, code, version);
        kind.print().print(book,
            List.of(book.store(dryRun, change(book, kind, book.service(kind.service()), number))));
    }

    /** What is to be done to the version of this number; reads what was typed before anything is stored. */
    abstract Supplier<Outcome<V>> change(OpenBook book, Versioned<S, V> of, S service, int number);

    /**
     * Something that has versions.
     *
     * @param service the service that changes them
     * @param find which number is meant
     * @param print shows versions
     * @param approve puts a draft in use
     * @param discard throws a draft away
     * @param retire ends the use of a version
     */
    record Versioned<S, V>(Class<S> service, Find find, Print<V> print, Change<S, V> approve, Change<S, V> discard,
        Ending<S, V> retire) {
    }

    /** Finds a version. */
    @FunctionalInterface
    interface Find {

        /** The number of the version that was typed, or the newest; ends the command when there is none. */
        int number(OpenBook book, String code, Integer typed);

    }

    /** Shows versions. */
    @FunctionalInterface
    interface Print<V> {

        /** Prints them in the format that was asked for. */
        void print(OpenBook book, List<V> versions) throws IOException;

    }

    /** Changes a version. */
    @FunctionalInterface
    interface Change<S, V> {

        /** Changes it. */
        Outcome<V> of(S service, String code, int number);

    }

    /** Ends the use of a version. */
    @FunctionalInterface
    interface Ending<S, V> {

        /** Ends it with a last day. */
        Outcome<V> of(S service, String code, int number, LocalDate last);

    }

    /** Puts a draft in use. */
    abstract static class Approval<S, V> extends VersionChange<S, V> {

        Approval(Versioned<S, V> kind) {
            super(kind);
        }

        @Override
        final Supplier<Outcome<V>> change(OpenBook book, Versioned<S, V> of, S service, int number) {
            return () -> of.approve().of(service, code, number);
        }

    }

    /** Throws a draft away. */
    abstract static class Discarding<S, V> extends VersionChange<S, V> {

        Discarding(Versioned<S, V> kind) {
            super(kind);
        }

        @Override
        final Supplier<Outcome<V>> change(OpenBook book, Versioned<S, V> of, S service, int number) {
            return () -> of.discard().of(service, code, number);
        }

    }

    /** Ends the use of a version. */
    abstract static class Retirement<S, V> extends VersionChange<S, V> {

        @Option(names = "--last", paramLabel = "DAY", required = true, description = "the last day of its use")
        String last;

        Retirement(Versioned<S, V> kind) {
            super(kind);
        }

        @Override
        final Supplier<Outcome<V>> change(OpenBook book, Versioned<S, V> of, S service, int number) {
            LocalDate day = book.day(last);
            return () -> of.retire().of(service, code, number, day);
        }

    }

}
