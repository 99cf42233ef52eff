package org.stockwright.reporting.ui.internal;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.reporting.PagedReport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShownReportTest {

    /** A run that knows whether it was closed. */
    private static final class Run implements PagedReport {

        private boolean closed;

        @Override
        public String title() {
            return "Run";
        }

        @Override
        public int pages() {
            return 1;
        }

        @Override
        public Outcome<Path> page(int number) {
            return Outcome.done(Path.of("page-" + number));
        }

        @Override
        public Outcome<Path> export(Path output, Progress progress) {
            return Outcome.done(output);
        }

        @Override
        public void close() {
            closed = true;
        }

    }

    @Test
    void aNewRunClosesTheOneBefore() {
        ShownReport shown = new ShownReport();
        Run first = new Run();
        Run second = new Run();
        assertThat(shown.show(first)).isTrue();
        assertThat(shown.show(second)).isTrue();
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isFalse();
        assertThat(shown.page(3).value()).isEqualTo(Path.of("page-3"));
        shown.forget();
        assertThat(second.closed).isTrue();
        assertThatExceptionOfType(Progress.Cancelled.class).isThrownBy(() -> shown.page(1));
    }

    @Test
    void aRunThatComesAfterTheEndIsClosedAtOnce() {
        ShownReport shown = new ShownReport();
        assertThat(shown.endNow()).isTrue();
        Run late = new Run();
        assertThat(shown.show(late)).isFalse();
        assertThat(late.closed).isTrue();
    }

}
