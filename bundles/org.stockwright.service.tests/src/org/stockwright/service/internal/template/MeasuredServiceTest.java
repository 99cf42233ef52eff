package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementLine;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Demand;
import org.stockwright.service.Template;
import org.stockwright.service.Templates.LeadTime;
import org.stockwright.service.Templates.Obsolescence;
import org.stockwright.service.Templates.ResponseTime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Demand, waiting and obsolescence as they were; cases and batches are rows as the areas of stored work write them. */
class MeasuredServiceTest extends TemplateWorld {

    private static final Map<String, String> WEEK = Map.of("from", "2026-01-09", "to", "2026-01-15");

    private int documents = 5_000_000;

    private static long at(String instant) {
        return Micros.of(Instant.parse(instant));
    }

    private long document(String kind) {
        documents++;
        run("INSERT INTO document (id, kind, number, document_key, content_hash, state, is_open, partner_id, address_code, "
            + "reference, currency, effective_at, priority, department, cost_centre, carrier_id, tracking, revision, "
            + "user_name, created_at, changed_at) SELECT ?, ?, ?, ?, '0', 'DONE', 0, MIN(id), '', '', 'EUR', 0, 0, '', '', "
            + "MIN(id), '', 0, 'tester', 0, 0 FROM partner", (long) documents, kind, "X-" + documents,
            "key-" + documents);
        return documents;
    }

    private long batch(int version, int stages, String lot, int made, String done) {
        long id = document("service-preparation");
        run("INSERT INTO service_batch (document_id, template_code, template_version, stages, item_id, lot_code, units, made, "
            + "done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", id, CODE, version, stages, stored.value(), lot, made, made,
            at(done));
        return id;
    }

    private void opened(int version, int ahead, String arrived, Optional<String> delivered) {
        run("INSERT INTO service_case (document_id, template_code, template_version, ahead, arrived_at, promised_at, "
            + "delivered_at) VALUES (?, ?, ?, ?, ?, ?, " + (delivered.isPresent() ? at(delivered.get()) : "NULL") + ")",
            document("service-case"), CODE, version, ahead, at(arrived), at(arrived));
    }

    private void from(long batch) {
        run("UPDATE service_case SET batch_id = ? WHERE ahead > 0", batch);
    }

    /**
     * Version 1 prepares two stages: two customers waited 10 and 20 minutes, one who found no unit 60. Version 2 prepares one
     * stage: one customer waited 30 minutes and half a second.
     */
    private void aWeek() {
        approved(draft(TODAY.minusDays(20), 2));
        templates().move(CODE, 1, 1, TODAY).value();
        templates().approve(CODE, 2).value();
        opened(1, 2, "2026-01-10T09:00:00Z", Optional.of("2026-01-10T09:10:00Z"));
        opened(1, 2, "2026-01-10T23:50:00Z", Optional.of("2026-01-11T00:10:00Z"));
        opened(1, 0, "2026-01-13T10:00:00Z", Optional.of("2026-01-13T11:00:00Z"));
        opened(2, 1, "2026-01-15T06:00:00Z", Optional.of("2026-01-15T06:30:00.500Z"));
        opened(2, 0, "2026-01-15T07:00:00Z", Optional.empty());
    }

    @Test
    void demandIsWhatCameOnEachDaySinceTheFirstCase() {
        assertThat(templates().recorded(service, 30).isRecorded()).isFalse();
        aWeek();
        // the 10th to the 14th: 2, 0, 0, 1, 0; today is not over
        Demand demand = templates().recorded(service, 30);
        assertThat(demand.days()).containsExactly(number("2"), number("0"), number("0"), number("1"), number("0"));
        assertThat(demand.mean()).isEqualByComparingTo("0.6");
        // √((5 × 5 − 3²) / (5 × 4)) = √0.8
        assertThat(demand.deviation()).isCloseTo(number("0.894427191"), within(number("0.000000001")));
        assertThat(templates().recorded(service, 2).days()).containsExactly(number("1"), number("0"));
        assertThat(templates().recorded(warehouse.itemOf("OTHER"), 30).days()).isEmpty();
        assertThat(templates().recorded(service, Integer.MIN_VALUE).days()).hasSize(1);
        List<BoundaryEffect> effects = templates().boundaries(templates().versions(CODE).getLast(), demand).value();
        assertThat(effects.get(1).stock()).isPositive();
    }

    @Test
    void waitingIsMeasuredByTheBoundaryThatHeldThen() {
        aWeek();
        List<LeadTime> times = templates().leadTimes(CODE, TODAY.minusDays(6), TODAY);
        assertThat(times).extracting(LeadTime::boundary).containsExactly(1, 2);
        assertThat(times).extracting(LeadTime::cases).containsExactly(1, 3);
        // half a second is 0.008333 minutes
        assertThat(times.get(0).meanMinutes()).isEqualByComparingTo("30.008333333");
        assertThat(times.get(1).meanMinutes()).isEqualByComparingTo("30");
        assertThat(times.get(1).longestMinutes()).isEqualByComparingTo("60");
        assertThat(templates().leadTimes(CODE, TODAY.minusDays(5), TODAY.minusDays(5))).as("delivered on the 10th")
            .singleElement().extracting(LeadTime::cases).isEqualTo(1);
        List<ResponseTime> responses = templates().responseTimes(TODAY.minusDays(6), TODAY);
        assertThat(responses).extracting(one -> one.version() + " " + one.done() + " " + one.cases() + " "
            + one.standardMinutes().stripTrailingZeros().toPlainString()).containsExactly("1 0 1 11.5", "1 2 2 5",
                "2 1 1 5.5");
        assertThat(responses.get(1).meanMinutes()).isEqualByComparingTo("15");
    }

    @Test
    void whatBecameOfPreparedUnitsIsCounted() throws Exception {
        aWeek();
        from(batch(1, 2, "L1", 10, "2026-01-09T18:00:00Z"));
        post("in", "SUPPLIER", "Q1", 10, "L1", TODAY.minusDays(1));
        post("scrap", "Q1", "SCRAP", 4, "L1", TODAY.minusDays(1));
        warehouse.ledger().reverse("scrap", "back", Optional.empty(), "a mistake").value();
        post("again", "Q1", "SCRAP", 2, "L1", TODAY.minusDays(1));
        post("fresh", "SUPPLIER", "Q1", 5, "L2", TODAY.plusDays(5));
        Obsolescence figures = templates().obsolescence(TODAY.minusDays(6), TODAY).getFirst();
        assertThat(figures.code()).isEqualTo(CODE);
        assertThat(figures.item()).isEqualTo("LETTER-DRAFT");
        assertThat(figures.prepared()).isEqualByComparingTo("10");
        assertThat(figures.used()).isEqualByComparingTo("3");
        assertThat(figures.writtenOff()).isEqualByComparingTo("2");
        assertThat(figures.expired()).as("8 of lot L1 are left, and expired yesterday").isEqualByComparingTo("8");
        assertThat(figures.lost()).isPresent();
        assertThat(templates().obsolescence(TODAY.minusDays(30), TODAY.minusDays(20)).getFirst().prepared()).isZero();
        assertThat(csv("service-obsolescence")).hasSize(2);
        assertThat(csv("service-obsolescence").get(1)).startsWith("LETTER,Letter,LETTER-DRAFT,10,3,2,40.0,8,");
    }

    @Test
    void whatAUnitCostsToPrepareIsNotAskedOfADraft() {
        aWeek();
        Optional<BigDecimal> before = templates().obsolescence(TODAY.minusDays(6), TODAY).getFirst().cost();
        assertThat(before.orElseThrow()).as("version 2 prepares the first stage").isEqualByComparingTo("1.5");
        templates().move(CODE, 2, 0, TODAY.plusDays(1)).value();
        assertThat(templates().obsolescence(TODAY.minusDays(6), TODAY).getFirst().cost()).isEqualTo(before);
        templates().approve(CODE, 3).value();
        assertThat(templates().obsolescence(TODAY.minusDays(6), TODAY).getFirst().cost())
            .as("nothing is prepared by version 3").isEqualTo(before);
    }

    private void post(String key, String from, String to, long units, String lot, LocalDate expires) {
        MovementLine line = warehouse.line(from, to, "LETTER-DRAFT", units).withLot(lot);
        warehouse.ledger().post(warehouse.request(key, from.equals("Q1") ? line : line.withExpires(expires))).value();
    }

    private List<String> csv(String report) throws Exception {
        return Files.readAllLines(world.service(Reports.class)
            .render(report, WEEK, folder.resolve("report.csv"), Progress.NONE).value());
    }

    @Test
    void theReportComparesWithWhoFoundNoPreparedUnit() throws Exception {
        assertThat(csv("service-response")).hasSize(1);
        aWeek();
        assertThat(csv("service-response")).containsExactly(
            "template,name,version,done,cases,mean,longest,standard,without,saved",
            "LETTER,Letter,1,0,1,60.0,60.0,11.5,,", "LETTER,Letter,1,2,2,15.0,20.0,5.0,60.0,75.0",
            "LETTER,Letter,2,1,1,30.0,30.0,5.5,60.0,50.0");
        Reports reports = world.service(Reports.class);
        assertThat(reports.list()).extracting(ReportContribution::id).contains("service-response",
            "service-obsolescence");
        for (String report : List.of("service-response", "service-obsolescence")) {
            for (String format : List.of("pdf", "html", "xlsx")) {
                assertThat(reports.render(report, WEEK, folder.resolve(report + "." + format), Progress.NONE).value())
                    .isNotEmptyFile();
            }
        }
        assertThat(Files.readString(folder.resolve("service-response.html"))).contains("Sooner %").contains("75.0");
        assertThat(reports.render("service-response", Map.of("from", "2026-01-15", "to", "2026-01-09"),
            folder.resolve("wrong.csv"), Progress.NONE).isDone()).isFalse();
    }

    @Test
    void aTemplateOfAnotherServiceHasNothingOfThis() {
        aWeek();
        ItemId other = warehouse.itemOf("OTHER");
        Template second = new Template("SECOND", 0, "Second", Template.State.DRAFT, other, Optional.empty(),
            Optional.empty(), TODAY, Optional.empty(), 0, new Template.Replenishment(number("0"), number("0")),
            new Template.Mismatch(number("1"), Optional.empty()), draft(TODAY, 0).stages());
        approved(second);
        assertThat(templates().of(other, TODAY).orElseThrow().code()).isEqualTo("SECOND");
        assertThat(templates().leadTimes("SECOND", TODAY.minusDays(30), TODAY)).isEmpty();
        assertThat(templates().obsolescence(TODAY.minusDays(30), TODAY)).extracting(Obsolescence::code)
            .containsExactly(CODE);
    }

}
