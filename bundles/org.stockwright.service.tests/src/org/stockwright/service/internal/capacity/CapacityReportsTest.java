package org.stockwright.service.internal.capacity;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.service.internal.reports.CapacityReport;
import org.stockwright.service.internal.reports.UtilisationReport;

import static org.assertj.core.api.Assertions.assertThat;

class CapacityReportsTest extends CapacityWorld {

    private CapacityReport capacityReport;
    private UtilisationReport utilisationReport;

    @BeforeEach
    void reports() {
        CompanyProfiles companies = world.service(CompanyProfiles.class);
        capacityReport = new CapacityReport(capacity(), world.service(Templates.class), companies, warehouse.work());
        utilisationReport = new UtilisationReport(capacity(), world.service(Templates.class), companies,
            warehouse.work());
    }

    private ReportArguments days(String from, String to) {
        return new ReportArguments(Map.of("from", from, "to", to), world.clock().instant());
    }

    private List<String> rows(ReportContribution report, String from, String to) {
        List<String> result = new ArrayList<>();
        for (Object[] row : report.rows(report.dataSets().getFirst().name(), days(from, to), Progress.NONE)) {
            assertThat(row).hasSameSizeAs(report.dataSets().getFirst().columns());
            result.add(String.join("|", Arrays.stream(row).map(String::valueOf).toList()));
        }
        return result;
    }

    @Test
    void weeksAreShownWithWhatLimitsThem() {
        clinic();
        visit();
        receive("KIT", 100);
        book("VISIT", at(MONDAY, "08:00"));
        assertThat(rows(capacityReport, "2026-01-19", "2026-01-27")).containsExactly(
            "VISIT|Template VISIT|2026-01-19|2026-01-25|75|1|74|1.3|DOCTOR: 75",
            "VISIT|Template VISIT|2026-01-26|2026-01-27|30|0|30|0.0|DOCTOR: 30");
        assertThat(rows(utilisationReport, "2026-01-19", "2026-01-19")).containsExactly(
            "Resource|ANNA|The ANNA|240|45|0|18.8|", "Resource|BEN|The BEN|480|0|0|0.0|",
            "Resource|R1|The R1|540|30|0|5.6|", "Pool|DOCTOR|DOCTOR|720|45|0|6.3|VISIT",
            "Pool|ROOM|ROOM|540|30|0|5.6|");
    }

    @Test
    void aServiceThatPausedIsShownBeforeAndBehindIt() {
        clinic();
        Template first = visit();
        receive("KIT", 100);
        Templates templates = world.service(Templates.class);
        templates.retire("VISIT", first.version(), LocalDate.of(2026, 1, 25)).value();
        Template second = templates.save(new Template("VISIT", 0, "Visits", Template.State.DRAFT, first.service(),
            Optional.empty(), Optional.empty(), LocalDate.of(2026, 2, 9), Optional.empty(), 0,
            new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO),
            new Template.Mismatch(BigDecimal.ZERO, Optional.empty()), first.stages())).value();
        templates.approve("VISIT", second.version()).value();
        assertThat(rows(capacityReport, "2026-01-19", "2026-02-15")).containsExactly(
            "VISIT|Visits|2026-01-19|2026-01-25|75|0|75|0.0|DOCTOR: 75",
            "VISIT|Visits|2026-02-09|2026-02-15|75|0|75|0.0|DOCTOR: 75");
    }

    @Test
    void tooManyDaysAreRefused() {
        assertThat(capacityReport.check(days("2024-01-01", "2026-01-01"))).extracting(Refusal::code)
            .containsExactly(ServiceRefusal.BAD_DAYS);
        assertThat(utilisationReport.check(days("2025-01-01", "2026-01-01"))).isEmpty();
        assertThat(rows(capacityReport, "2026-01-01", "2026-01-31")).isEmpty();
    }

    @Test
    void everyColumnHasItsPlaceInTheDesign() throws IOException {
        for (ReportContribution report : List.of(capacityReport, utilisationReport)) {
            try (InputStream design = Objects.requireNonNull(report.design()).openStream()) {
                String text = new String(design.readAllBytes(), StandardCharsets.UTF_8);
                report.dataSets().getFirst().columns().forEach(column -> assertThat(text)
                    .contains("<property name=\"resultSetColumn\">" + column.name() + "</property>"));
            }
        }
    }

    @Test
    void withoutDaysTheCapacityLooksAheadAndTheUtilisationBack() {
        world.clock().set(at(MONDAY, "08:00"));
        ReportArguments none = new ReportArguments(Map.of(), world.clock().instant());
        assertThat(capacityReport.heading(none).scope()).isEqualTo(MONDAY + " to " + MONDAY.plusDays(27));
        assertThat(utilisationReport.heading(none).scope()).isEqualTo(MONDAY.minusDays(89) + " to " + MONDAY);
        ReportArguments from = new ReportArguments(Map.of("from", "2026-03-02"), world.clock().instant());
        assertThat(capacityReport.heading(from).scope()).isEqualTo("2026-03-02 to 2026-03-29");
    }

}
