package org.stockwright.service.internal.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.HitPolicy;
import org.stockwright.service.Decisions;
import org.stockwright.service.Decisions.Decision;
import org.stockwright.service.Decisions.FileMode;
import org.stockwright.service.Decisions.Many;
import org.stockwright.service.Template.State;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Cases are decided by the version of the day, kept for good, and explained. */
class DecisionsTest extends RulesWorld {

    private static Map<String, String> inputs(String score, String country) {
        return Map.of("score", score, "country", country);
    }

    @Test
    void aDecisionIsKeptWithItsVersionInputsRulesOutcomeAndReason() {
        approved(credit(TODAY, "500"));
        Decision decision = decisions().decide("CREDIT", Map.of("score", "650.0", "country", "DE", "name", "x"), "C-1")
            .value();
        assertThat(decision.version()).isEqualTo(1);
        assertThat(decision.inputs()).isEqualTo(inputs("650", "DE"));
        assertThat(decision.rules()).containsExactly(2);
        assertThat(decision.outcomes()).containsExactly(List.of("look", "1000"));
        assertThat(decision.sentence()).isEqualTo("decision look, limit 1000");
        assertThat(decision.reasons())
            .containsExactly("rule 2 of version 1, since score 650 is in [500..700) and country is DE");
        assertThat(decision.by()).isEqualTo("tester");
        assertThat(decision.at()).isEqualTo(world.clock().instant());
        assertThat(decisions().find("C-1")).contains(decision);
        assertThat(decisions().find("C-2")).isEmpty();
        assertAppendOnly(Map.of("decision_log", "code", "decision_hit", "rule"));
    }

    @Test
    void theSameKeyIsTheSameDecisionAlsoUnderAnotherVersion() {
        approved(credit(TODAY, "500"));
        Decision first = decisions().decide("CREDIT", inputs("520", "DE"), "C-1").value();
        approved(credit(TODAY.plusDays(1), "550"));
        world.clock().advance(Duration.ofDays(1));
        Decision again = decisions().decide("CREDIT", inputs("520.00", "DE"), "C-1").value();
        assertThat(again.repeated()).isTrue();
        assertThat(again.version()).isEqualTo(1);
        assertThat(again.outcomes()).isEqualTo(first.outcomes());
        assertThat(decisions().decide("CREDIT", inputs("520", "DE"), "C-2").value().outcomes().getFirst())
            .containsExactly("refuse", "0");
        assertThat(told(decisions().decide("CREDIT", inputs("521", "DE"), "C-1")))
            .containsExactly("0 key DECISION_KEY_USED");
        assertThat(told(decisions().decide("CREDIT", inputs("521", "DE"), " ")))
            .containsExactly("0 key BAD_DECISION_KEY");
        assertThat(told(decisions().decide("CREDIT", inputs("x", "GB"), "C-3"))).containsExactly("0 score BAD_INPUT",
            "0 country BAD_INPUT");
        assertThat(told(decisions().decide("NOBODY", inputs("1", "DE"), "C-3"))).containsExactly("0  UNKNOWN_TABLE");
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(2);
    }

    @Test
    void tryingKeepsNothing() {
        DecisionTable draft = tables().save(credit(TODAY, "500")).value();
        assertThat(told(decisions().tryOut("CREDIT", Optional.empty(), inputs("1", "DE"))))
            .containsExactly("0  NO_TABLE_THEN");
        assertThat(decisions().tryOut("CREDIT", Optional.of(1), inputs("1", "DE")).value().rules()).containsExactly(1);
        assertThat(decisions().tryOut(draft, inputs("900", "DE")).value().rules()).containsExactly(4);
        assertThat(told(decisions().decide("CREDIT", inputs("1", "DE"), "C-1"))).containsExactly("0  NO_TABLE_THEN");
        tables().approve("CREDIT", 1).value();
        assertThat(decisions().tryOut("CREDIT", Optional.empty(), inputs("1", "DE")).value().outcomes().getFirst())
            .containsExactly("refuse", "0");
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isZero();
    }

    @Test
    void manyAtOnceWithOneKeyAreOneDecision() throws InterruptedException {
        approved(credit(TODAY, "500"));
        List<Outcome<Decision>> outcomes = Together.run(8,
            thread -> () -> decisions().decide("CREDIT", inputs("650", "DE"), "C-1"));
        assertThat(outcomes).allMatch(Outcome::isDone);
        assertThat(outcomes.stream().filter(one -> !one.value().repeated()).count()).isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(1);
    }

    @Test
    void collectedOutcomesAreAllTold() {
        DecisionTable table = credit(TODAY, "500");
        approved(new DecisionTable("CHECKS", 0, "Checks", table.state(), HitPolicy.COLLECT, TODAY, Optional.empty(),
            table.inputs(), table.outputs(),
            List.of(new DecisionTable.Rule(List.of("-", "-"), List.of("look", "1"), ""),
                new DecisionTable.Rule(List.of("> 5", "-"), List.of("approve", "2"), "")),
            List.of(new DecisionTable.Sample("few", inputs("5", "DE"), List.of(List.of("look", "1"))))));
        Decision decision = decisions().decide("CHECKS", inputs("6", "DE"), "X").value();
        assertThat(decision.rules()).containsExactly(1, 2);
        assertThat(decision.sentence()).isEqualTo("decision look, limit 1; decision approve, limit 2");
        assertThat(decisions().find("X")).contains(decision);
        assertThat(decisions().log("", TODAY, TODAY, 10)).containsExactly(decision);
        assertThat(decisions().log("CREDIT", TODAY, TODAY, 10)).isEmpty();
        assertThat(decisions().log("", TODAY, TODAY, 0)).isEmpty();
        assertThat(decisions().log("", TODAY.plusDays(1), TODAY.plusDays(2), 10)).isEmpty();
    }

    @Test
    void outcomesThatAreMadeOneAreKeptAndExplainedByEachRule() {
        approved(new DecisionTable("POINTS", 0, "Points", State.DRAFT, HitPolicy.SUM, TODAY, Optional.empty(),
            List.of(new DecisionTable.Input("n", DecisionTable.Type.NUMBER, List.of())),
            List.of(new DecisionTable.Output("points", DecisionTable.Type.NUMBER, List.of())),
            List.of(new DecisionTable.Rule(List.of("-"), List.of("1.25"), ""),
                new DecisionTable.Rule(List.of("> 5"), List.of("2"), ""),
                new DecisionTable.Rule(List.of("> 6"), List.of("4"), "")),
            List.of(new DecisionTable.Sample("all", Map.of("n", "7"), List.of(List.of("7.250"))))));
        Decision decision = decisions().decide("POINTS", Map.of("n", "6"), "X").value();
        assertThat(decision.sentence()).isEqualTo("points 3.25");
        assertThat(decision.rules()).containsExactly(1, 2);
        assertThat(decision.reasons()).containsExactly("rule 1 of version 1, which fits anything",
            "rule 2 of version 1, since n 6 is > 5");
        assertThat(decisions().find("X")).contains(decision);
        assertThat(decisions().byRule("POINTS", TODAY, TODAY)).extracting(Decisions.RuleUse::hits)
            .containsExactly(1L, 1L, 0L);
    }

    @Test
    void aDecisionOfManyLongWordsIsKeptAsItWas() {
        List<DecisionTable.Input> inputs = new ArrayList<>();
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < 39; i++) {
            String name = "i".repeat(30) + (10 + i);
            inputs.add(new DecisionTable.Input(name, DecisionTable.Type.TEXT, List.of()));
            values.put(name, "\u00e4".repeat(500));
        }
        approved(new DecisionTable("WIDE", 0, "Wide", State.DRAFT, HitPolicy.UNIQUE, TODAY, Optional.empty(), inputs,
            List.of(new DecisionTable.Output("out", DecisionTable.Type.TEXT, List.of())),
            List.of(new DecisionTable.Rule(Collections.nCopies(39, "-"), List.of("a"), "")),
            List.of(new DecisionTable.Sample("short", inputs.stream().collect(Collectors.toMap(
                DecisionTable.Input::name, input -> "x")), List.of(List.of("a"))))));
        decisions().decide("WIDE", values, "W").value();
        assertThat(decisions().find("W").orElseThrow().inputs()).isEqualTo(values);
    }

    @Test
    void aKeyThatNoDatabaseKeepsIsRefused() {
        approved(credit(TODAY, "500"));
        for (String key : List.of("", " ", "a\u0000b", "\ud800", "k".repeat(129))) {
            assertThat(told(decisions().decide("CREDIT", inputs("650", "DE"), key))).as(key)
                .containsExactly("0 key BAD_DECISION_KEY");
            assertThat(decisions().find(key)).isEmpty();
        }
        assertThat(told(decisions().decide("NO\u0000NE", inputs("650", "DE"), "K")))
            .containsExactly("0  UNKNOWN_TABLE");
    }

    private Path file(String... lines) throws IOException {
        Path file = folder.resolve("cases.csv");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return file;
    }

    private Many decided(FileMode mode, Path file, OutputStream result) throws IOException {
        return decisions().decideFile("CREDIT", file, Optional.ofNullable(result), mode, Progress.NONE).value();
    }

    private static List<String> lines(Many many) {
        return many.refusals().stream().map(refusal -> refusal.place().line() + " " + refusal.place().column() + " "
            + refusal.code().name()).toList();
    }

    @Test
    void allErrorsOfAFileAreToldWithTheirLineAndNothingIsKept() throws IOException {
        approved(credit(TODAY, "500"));
        Path bad = file("key,score,country,more", "A,650,DE,x", "B,abc,DE,", "C,1,XX,", ",1,DE,", "A,651,DE,",
            "D,1,FR,");
        Many many = decided(FileMode.ALL_OR_NOTHING, bad, null);
        assertThat(lines(many)).contains("3 score BAD_INPUT", "4 country BAD_INPUT", "5 key BAD_DECISION_KEY",
            "6 key DECISION_KEY_USED");
        assertThat(many.cases()).isEqualTo(6);
        assertThat(many.decided()).isZero();
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isZero();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Many tried = decided(FileMode.TRY, bad, out);
        assertThat(tried.decided()).as("without keys, only two cannot be decided").isEqualTo(4);
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines().toList().subList(0, 2)).containsExactly(
            "key,version,rules,decision,limit,reasons",
            "A,1,2,look,1000,\"rule 2 of version 1, since score 650 is in [500..700) and country is DE\"");
        Many kept = decided(FileMode.KEEP_GOOD, bad, null);
        assertThat(kept.decided()).isEqualTo(2);
        assertThat(kept.refused()).isEqualTo(4);
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(2);
        Many again = decided(FileMode.KEEP_GOOD, bad, null);
        assertThat(again.repeated()).isEqualTo(2);
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(2);
        assertThat(decisions().decideFile("CREDIT", file("key,score", "A,1"), Optional.empty(), FileMode.KEEP_GOOD,
            Progress.NONE).refusals()).extracting(Refusal::sentence)
            .containsExactly("The column 'country' is missing");
    }

    @Test
    void aLongFileIsDecidedInPartsAndGoesOnAfterACancel() throws IOException {
        approved(credit(TODAY, "500"));
        int rows = 5_000;
        Path file = folder.resolve("long.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("key;score;country\n");
            for (int i = 0; i < rows; i++) {
                out.write("K" + i + ";" + i % 1000 + ";" + (i % 2 == 0 ? "DE" : "FR") + "\n");
            }
        }
        AtomicInteger parts = new AtomicInteger();
        Progress cancelling = new Progress() {

            @Override
            public void begin(String task, long total) {
                // nobody watches
            }

            @Override
            public void worked(long amount) {
                parts.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return parts.get() >= 3;
            }

        };
        assertThatThrownBy(
            () -> decisions().decideFile("CREDIT", file, Optional.empty(), FileMode.KEEP_GOOD, cancelling))
            .isInstanceOf(Progress.Cancelled.class);
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(1_500);
        long begin = System.nanoTime();
        Many all = decided(FileMode.ALL_OR_NOTHING, file, null);
        assertThat(all.decided()).isEqualTo(rows);
        assertThat(all.repeated()).isEqualTo(1_500);
        System.out.println("figure " + rows * 1_000_000_000L / (System.nanoTime() - begin)
            + " decisions per second from a file, looked at before");
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(rows);
        assertThat(decisions().byRule("CREDIT", TODAY, TODAY)).extracting(use -> use.rule() + " " + use.hits() + " of "
            + use.decisions()).containsExactly("1 2500 of 5000", "2 500 of 5000", "3 500 of 5000", "4 1500 of 5000");
        ReportContribution report = report("decisions");
        List<List<Object>> cells = new ArrayList<>();
        report.rows("rules", new ReportArguments(Map.of(), world.clock().instant()), Progress.NONE)
            .forEach(row -> cells.add(List.of(row[0], row[2], row[3], row[5], row[6].toString())));
        assertThat(cells).containsExactly(List.of("CREDIT", 1L, "refuse, 0", 2500L, "50.0"),
            List.of("CREDIT", 2L, "look, 1000", 500L, "10.0"), List.of("CREDIT", 3L, "look, 500.00", 500L, "10.0"),
            List.of("CREDIT", 4L, "approve, 5000", 1500L, "30.0"));
        assertThat(report.check(new ReportArguments(Map.of("table", "NOBODY")))).extracting(Refusal::hint)
            .containsExactly("There are: CREDIT.");
    }

    private static ReportContribution report(String id) {
        try {
            BundleContext context = FrameworkUtil.getBundle(DecisionsReport.class).getBundleContext();
            return context.getServiceReferences(ReportContribution.class, null).stream().map(context::getService)
                .filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aStageIsDecidedOncePerUnit() throws Exception {
        approved(credit(TODAY, "500"));
        BundleContext context = FrameworkUtil.getBundle(DecisionsReport.class).getBundleContext();
        StageAutomation automation = context.getServiceReferences(StageAutomation.class, null).stream()
            .map(context::getService).filter(one -> one.kind().equals("decision")).findFirst().orElseThrow();
        assertThat(automation.choices()).containsExactly(new StageAutomation.Choice("CREDIT", "Credit check"));
        List<StageAutomation.Unit> units = List.of(
            new StageAutomation.Unit("SP-1:1:2", inputs("650", "DE"), Optional.empty()),
            new StageAutomation.Unit("SP-1:2:2", inputs("900", "FR"), Optional.of("SV-1")));
        List<StageAutomation.Result> results = automation.run("CREDIT", units).value();
        assertThat(results.get(0).data()).isEqualTo(Map.of("decision", "look", "limit", "1000"));
        assertThat(results.get(1).summary()).isEqualTo(
            "decision approve, limit 5000: rule 4 of version 1, since score 900 is >= 700");
        assertThat(automation.run("CREDIT", units).value()).isEqualTo(results);
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(2);
        assertThat(told(automation.run("CREDIT", List.of(units.getFirst(),
            new StageAutomation.Unit("SP-1:3:2", Map.of("score", "1"), Optional.empty())))))
            .containsExactly("2  BAD_INPUT");
        assertThat(count("SELECT COUNT(*) FROM decision_log")).isEqualTo(2);
    }

}
