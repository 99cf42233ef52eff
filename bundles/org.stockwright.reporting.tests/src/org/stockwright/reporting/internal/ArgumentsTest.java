package org.stockwright.reporting.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.spi.ReportArguments;

import static org.assertj.core.api.Assertions.assertThat;

class ArgumentsTest {

    private final TestReport report = TestReport.list("arguments", () -> TestReport.rows(3));

    @TempDir
    Path folder;

    @AfterEach
    void withdraw() {
        report.close();
    }

    private List<Refusal> refusals(String id, Map<String, String> arguments, String file) throws Exception {
        Outcome<Path> outcome = TestReport.reports().render(id, arguments, folder.resolve(file), Progress.NONE);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left behind by a refusal").isEmpty();
        }
        return outcome.refusals();
    }

    @Test
    void anUnknownReportIsRefusedWithTheNearestName() throws Exception {
        assertThat(refusals("argument", Map.of(), "x.csv")).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ReportRefusal.UNKNOWN_REPORT);
            assertThat(refusal.hint()).contains("Did you mean arguments?");
        });
    }

    @Test
    void anUnknownParameterIsRefusedWithTheNearestName() throws Exception {
        assertThat(refusals("arguments", Map.of("asof", "2026-01-31"), "x.csv")).singleElement()
            .satisfies(refusal -> {
                assertThat(refusal.code()).isEqualTo(ReportRefusal.UNKNOWN_PARAMETER);
                assertThat(refusal.hint()).contains("Did you mean as_of?").contains("as_of, zeros, order");
            });
    }

    @Test
    void allBadValuesAreToldAtOnce() throws Exception {
        assertThat(refusals("arguments", Map.of("as_of", "31.1.2026", "zeros", "maybe", "order", "itme"), "x.csv"))
            .extracting(Refusal::code).containsOnly(ReportRefusal.BAD_PARAMETER).hasSize(3);
        assertThat(refusals("arguments", Map.of("order", "itme"), "x.csv").getFirst().hint())
            .contains("Did you mean item?");
    }

    @Test
    void anUnknownFormatIsRefusedWithTheFormatsThereAre() throws Exception {
        assertThat(refusals("arguments", Map.of(), "x.pfd")).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo(ReportRefusal.UNKNOWN_FORMAT);
            assertThat(refusal.hint()).contains("pdf, xlsx, html, docx, csv");
        });
    }

    @Test
    void aDateMeansTheEndOfThatDayInTheCompanysZoneAndAnInstantItself() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(ReportArguments.instant("2026-01-31", berlin, true))
            .contains(Instant.parse("2026-01-31T22:59:59.999999Z"));
        assertThat(ReportArguments.instant("2026-01-31", berlin, false))
            .contains(Instant.parse("2026-01-30T23:00:00Z"));
        assertThat(ReportArguments.instant("2026-01-31 17:30", berlin, true))
            .contains(Instant.parse("2026-01-31T16:30:00Z"));
        assertThat(ReportArguments.instant("2026-01-31T17:30:00-05:00", berlin, true))
            .contains(Instant.parse("2026-01-31T22:30:00Z"));
        assertThat(ReportArguments.instant("2026-02-30", berlin, true)).isEmpty();
        assertThat(ReportArguments.instant("", berlin, true)).isEmpty();
    }

}
