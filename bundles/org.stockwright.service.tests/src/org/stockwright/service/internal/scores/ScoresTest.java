package org.stockwright.service.internal.scores;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.Scores.Freshness;
import org.stockwright.service.Scores.Recomputed;
import org.stockwright.service.Scores.Score;
import org.stockwright.service.Scores.Supply;
import org.stockwright.service.Template.State;
import org.stockwright.service.internal.rules.RulesWorld;
import org.stockwright.service.spi.StageAutomation;
import org.stockwright.testkit.Together;
import org.stockwright.testkit.Warehouse;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValueQuery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Scores are computed ahead of demand, lie in stock while they are valid, and are computed again when they are not. */
class ScoresTest extends RulesWorld {

    private static final String FORMULA = "300 + income / 10 - (vip ? 0 : 50) + (kind == 'company' ? 100 : 0)";

    private ItemId item;
    private LocationId shelf;

    @BeforeEach
    void fields() {
        item = warehouse.item("SCORE-UNIT", Warehouse.PCS, Tracking.LOT, "");
        warehouse.bins("DESK");
        shelf = warehouse.place("DESK").id();
        profiles().saveFields(List.of(new Field("income", Type.NUMBER, List.of()),
            new Field("vip", Type.YES_NO, List.of()), new Field("kind", Type.TEXT, List.of("private", "company")),
            new Field("shoe", Type.NUMBER, List.of()))).value();
    }

    private Scores scores() {
        return world.service(Scores.class);
    }

    private ClientProfiles profiles() {
        return world.service(ClientProfiles.class);
    }

    private ScoreModel model(LocalDate from, String formula, boolean inStock) {
        return new ScoreModel("RISK", 0, "Risk", State.DRAFT, from, Optional.empty(), formula, 2, 30,
            inStock ? Optional.of(item) : Optional.empty(), inStock ? Optional.of(shelf) : Optional.empty(),
            new BigDecimal("0.25"));
    }

    private ScoreModel approved(ScoreModel draft) {
        ScoreModel saved = scores().save(draft).value();
        return scores().approve(saved.code(), saved.version()).value();
    }

    private List<PartnerId> clients(int count) {
        List<Partners.Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            drafts
                .add(new Partners.Draft("C" + i, "Client " + i, Set.of(Partner.Role.CUSTOMER), Optional.empty(), true));
        }
        List<PartnerId> clients = world.service(Partners.class).saveAll(drafts).value();
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            profiles.add(new Profile(clients.get(i), Map.of("income", Integer.toString(1000 + i), "vip",
                i % 2 == 0 ? "yes" : "no", "kind", "private")));
        }
        assertThat(profiles().saveAll(profiles).value()).isEqualTo(count);
        return clients;
    }

    private void change(PartnerId client, String field, String value) {
        profiles().saveAll(List.of(new Profile(client, Map.of(field, value)))).value();
    }

    private Recomputed recompute(boolean all) {
        return scores().recompute("RISK", all, Progress.NONE).value();
    }

    private Supply supply() {
        return scores().supply().getFirst();
    }

    private BigDecimal onHand() {
        return BigDecimal
            .valueOf(count("SELECT COALESCE(SUM(on_hand), 0) FROM balance b JOIN item i ON i.id = b.item_id "
                + "WHERE i.code = 'SCORE-UNIT' AND kept = 1"));
    }

    @Test
    void freshScoresAreStockAndTheSentenceTellsHowMany() {
        approved(model(TODAY, FORMULA, true));
        List<PartnerId> clients = clients(400);
        Recomputed first = recompute(false);
        assertThat(first.computed()).isEqualTo(400);
        assertThat(onHand()).isEqualByComparingTo("400");
        // 300 + 1001 / 10 - 50
        Score score = scores().of("RISK", clients.get(1)).orElseThrow();
        assertThat(score.points()).isEqualByComparingTo("350.1");
        assertThat(score.inputs()).isEqualTo(Map.of("income", "1001", "vip", "no", "kind", "private"));
        assertThat(score.lastDay()).isEqualTo(TODAY.plusDays(30));
        assertThat(score.freshness()).isEqualTo(Freshness.FRESH);
        assertThat(
            count("SELECT COUNT(*) FROM lot WHERE code = '" + score.lot() + "' AND expires_on = DATE('2026-02-14')"))
            .isEqualTo(1);
        for (int i = 0; i < 88; i++) {
            change(clients.get(i), "kind", "company");
        }
        change(clients.get(200), "shoe", "42");
        assertThat(supply().sentence()).isEqualTo("312 of 400 scores are fresh");
        assertThat(supply().profileChanged()).isEqualTo(88);
        assertThat(supply().onHand().orElseThrow()).isEqualByComparingTo("400");
        assertThat(scores().of("RISK", clients.get(0)).orElseThrow().freshness()).isEqualTo(Freshness.PROFILE_CHANGED);
        ReportContribution report = service(ReportContribution.class, "score-freshness");
        List<Object[]> rows = new ArrayList<>();
        report.rows("scores", new ReportArguments(Map.of()), Progress.NONE).forEach(rows::add);
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst()[3]).isEqualTo(312L);
        assertThat(rows.getFirst()[4]).isEqualTo(new BigDecimal("78.0"));
        Recomputed second = recompute(false);
        assertThat(second.computed()).isEqualTo(88);
        assertThat(second.kept()).isEqualTo(312);
        assertThat(second.writtenOff()).isEqualTo(88);
        assertThat(onHand()).as("a unit for each client").isEqualByComparingTo("400");
        assertThat(supply().sentence()).isEqualTo("400 of 400 scores are fresh");
        assertThat(scores().of("RISK", clients.get(0)).orElseThrow().points()).isEqualByComparingTo("500");
        assertAppendOnly(Map.of("score", "points"));
    }

    @Test
    void scoresExpireAreReplacedByANewVersionAndWrittenOff() {
        approved(model(TODAY, FORMULA, true));
        List<PartnerId> clients = clients(10);
        recompute(false);
        world.clock().advance(Duration.ofDays(30));
        assertThat(supply().fresh()).as("its last day").isEqualTo(10);
        world.clock().advance(Duration.ofDays(1));
        assertThat(supply().expired()).isEqualTo(10);
        change(clients.get(3), "income", "");
        Recomputed some = recompute(false);
        assertThat(some.computed()).isEqualTo(9);
        assertThat(some.refused()).isEqualTo(1);
        assertThat(some.refusals()).extracting(Refusal::sentence).containsExactly("income is not known of C3");
        assertThat(some.writtenOff()).as("also the one that nothing takes the place of").isEqualTo(10);
        assertThat(onHand()).isEqualByComparingTo("9");
        approved(model(TODAY.plusDays(40), "income * 2", true));
        world.clock().advance(Duration.ofDays(20));
        assertThat(supply().modelChanged()).isEqualTo(10);
        world.clock().advance(Duration.ofDays(20));
        assertThat(scores().writeOff("RISK", Progress.NONE).value().writtenOff()).isEqualTo(9);
        assertThat(onHand()).isZero();
        assertThat(scores().writeOff("RISK", Progress.NONE).value().writtenOff()).as("once").isZero();
        assertThat(recompute(true).computed()).isEqualTo(9);
        assertThat(scores().of("RISK", clients.get(1)).orElseThrow().points()).isEqualByComparingTo("2002");
        assertThat(scores().of("RISK", clients.get(1)).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void whatComputingCostsIsTheValueOfTheUnits() {
        approved(model(TODAY, FORMULA, true));
        clients(5);
        recompute(false);
        assertThat(value()).as("5 at 0.25").isEqualByComparingTo("1.25");
        world.clock().advance(Duration.ofDays(1));
        recompute(true);
        assertThat(value()).as("those of yesterday are scrapped at what they cost").isEqualByComparingTo("1.25");
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE))
            .allMatch(TieOutRow::agrees);
    }

    private BigDecimal value() {
        return world.service(Valuation.class).value(ValueQuery.all().of(item), Progress.NONE).getFirst().value();
    }

    @Test
    void whatSomebodyTookAwayIsNotWrittenOff() {
        approved(model(TODAY, FORMULA, true));
        List<PartnerId> clients = clients(5);
        recompute(false);
        String lot = scores().of("RISK", clients.getFirst()).orElseThrow().lot();
        warehouse.ledger().post(new PostingRequest("taken", world.clock().instant(),
            List.of(MovementLine.of(MovementKind.SCRAP, item,
                new Quantity(BigDecimal.TWO, Warehouse.PCS), Optional.of(shelf), Optional.empty())
                .withLot(lot)),
            "", "", "")).value();
        assertThat(recompute(true).writtenOff()).isEqualTo(3);
        assertThat(onHand()).isEqualByComparingTo("5");
    }

    @Test
    void whoeverComputesAtTheSameTimeComputesOnce() throws InterruptedException {
        approved(model(TODAY, FORMULA, true));
        clients(50);
        List<Recomputed> done = Together.run(4, thread -> () -> recompute(false));
        assertThat(done.stream().mapToLong(Recomputed::computed).sum()).isEqualTo(50);
        assertThat(onHand()).isEqualByComparingTo("50");
    }

    @Test
    void aCancelKeepsWholePartsAndARepetitionGoesOn() {
        approved(model(TODAY, FORMULA, true));
        clients(1_200);
        AtomicInteger parts = new AtomicInteger();
        Progress cancelling = new Progress() {

            @Override
            public void begin(String task, long total) {
                assertThat(total).isEqualTo(1_200);
            }

            @Override
            public void worked(long amount) {
                parts.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return parts.get() > 0;
            }

        };
        assertThatThrownBy(() -> scores().recompute("RISK", false, cancelling)).isInstanceOf(Progress.Cancelled.class);
        assertThat(onHand()).isEqualByComparingTo("500");
        long begin = System.nanoTime();
        Recomputed rest = recompute(false);
        System.out.println("figure " + 700 * 1_000_000_000L / (System.nanoTime() - begin) + " scores per second");
        assertThat(rest.kept()).isEqualTo(500);
        assertThat(rest.computed()).isEqualTo(700);
        assertThat(onHand()).isEqualByComparingTo("1200");
    }

    @Test
    void theAuditTrailTellsWhatWasKnownOfAClientAndWhatIs() {
        List<PartnerId> clients = clients(1);
        change(clients.getFirst(), "income", "1234.50");
        AuditEvent event = world.service(AuditTrail.class).page(AuditQuery.all(), 0, 1).getFirst();
        assertThat(event.action()).isEqualTo("CHANGE_CLIENT_PROFILE");
        assertThat(event.key()).isEqualTo("C0");
        assertThat(event.toString()).contains("1000 → 1234.5").doesNotContain("kind");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThat(
            told(scores().save(new ScoreModel("risk!", 0, " ", State.DRAFT, TODAY, Optional.empty(), "a + income",
                10, 0, Optional.of(warehouse.item("BOLT", Warehouse.PCS, Tracking.NONE, "")), Optional.empty(),
                new BigDecimal("-1")))))
            .containsExactly("0 code BAD_CODE", "0 name BAD_NAME_LENGTH",
                "0 decimals BAD_DECIMALS", "0 validity_days BAD_VALIDITY", "0 cost NEGATIVE", "0 place NO_SCORE_PLACE",
                "0 item BAD_SCORE_ITEM", "0 formula UNKNOWN_NAME");
        assertThat(told(scores().recompute("RISK", false, Progress.NONE))).containsExactly("0  UNKNOWN_MODEL");
        scores().save(model(TODAY, FORMULA, false)).value();
        assertThat(told(scores().recompute("RISK", false, Progress.NONE))).containsExactly("0  NO_MODEL_THEN");
        assertThat(scores().tryOut(model(TODAY, "income * 1000000000000000000", false), Map.of("income", "12"))
            .refusals()).extracting(refusal -> refusal.code().name()).containsExactly("SCORE_TOO_LARGE");
        assertThat(scores().tryOut(model(TODAY, "income / 3", false), Map.of("income", "10")).value())
            .isEqualByComparingTo("3.33");
        assertThat(told(profiles().saveFields(List.of(new Field("income", Type.TEXT, List.of()),
            new Field("not", Type.TEXT, List.of()), new Field("kind", Type.TEXT, List.of("private"))))))
            .containsExactly("2 not BAD_FIELD");
        assertThat(told(profiles().saveFields(List.of(new Field("income", Type.TEXT, List.of()),
            new Field("kind", Type.TEXT, List.of("private")))))).containsExactly("1 income FIELD_TYPE_FIXED",
                "2 kind FEWER_CHOICES");
        assertThat(scores().discard("RISK", 1).isDone()).isTrue();
        assertThat(scores().models()).isEmpty();
    }

    @Test
    void ofAClientWhoIsSavedTwiceTheLastValueCounts() {
        PartnerId client = clients(1).getFirst();
        profiles().saveAll(List.of(new Profile(client, Map.of("income", "1", "shoe", "42")),
            new Profile(client, Map.of("income", "2", "shoe", "")))).value();
        assertThat(profiles().get(client).orElseThrow().values()).containsEntry("income", "2")
            .doesNotContainKey("shoe");
    }

    @Test
    void clientsWhoseNumbersLieFarApartHaveTheirOwnScores() {
        approved(model(TODAY, FORMULA, false));
        clients(100);
        recompute(false);
        StageAutomation automation = service(StageAutomation.class, "score");
        List<StageAutomation.Unit> units = new ArrayList<>();
        for (int client : List.of(0, 1, 40, 70, 71, 99)) {
            units.add(new StageAutomation.Unit("u" + client, Map.of("client", "C" + client), Optional.empty()));
        }
        assertThat(automation.run("RISK", units).value()).extracting(result -> result.data().get("score"))
            .containsExactly("400", "350.1", "404", "407", "357.1", "359.9");
        assertThat(count("SELECT COUNT(*) FROM score")).as("all were fresh").isEqualTo(100);
    }

    @Test
    void wordsThatCouldNotBeKeptBesideAScoreAreRefused() {
        List<Field> fields = new ArrayList<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 10; i < 44; i++) {
            fields.add(new Field("w" + i, Type.TEXT, List.of()));
            values.put("w" + i, "x".repeat(500));
        }
        profiles().saveFields(fields).value();
        PartnerId client = clients(1).getFirst();
        profiles().saveAll(List.of(new Profile(client, values))).value();
        approved(model(TODAY, String.join(" + ",
            values.keySet().stream().sorted().map(name -> "(" + name + " == 'x' ? 1 : 0)").toList()), false));
        Recomputed done = recompute(false);
        assertThat(done.refusals()).extracting(refusal -> refusal.code().name())
            .containsExactly("SCORE_INPUTS_TOO_LONG");
        assertThat(done.refused()).isEqualTo(1);
        values.replaceAll((name, value) -> "x");
        profiles().saveAll(List.of(new Profile(client, values))).value();
        recompute(false);
        assertThat(scores().of("RISK", client).orElseThrow().points()).isEqualByComparingTo("34");
    }

    @Test
    void aStageTakesTheFreshScoreOrComputesIt() {
        approved(model(TODAY, FORMULA, true));
        clients(3);
        StageAutomation automation = service(StageAutomation.class, "score");
        List<StageAutomation.Result> results = automation.run("RISK", List.of(
            new StageAutomation.Unit("SV-1:1", Map.of("client", "C1"), Optional.of("SV-1")),
            new StageAutomation.Unit("SV-2:1", Map.of("income", "500", "vip", "yes", "kind", "company"),
                Optional.empty())))
            .value();
        assertThat(results.get(0).data()).isEqualTo(Map.of("score", "350.1", "risk", "350.1"));
        assertThat(results.get(0).summary())
            .isEqualTo("Score 350.1 by RISK version 1, of C1, can be used until 2026-02-14");
        assertThat(results.get(1).data()).containsEntry("score", "450");
        assertThat(onHand()).as("one was computed for a client").isEqualByComparingTo("1");
        automation.run("RISK", List.of(new StageAutomation.Unit("SV-3:1", Map.of("customer", "C1"), Optional.empty())))
            .value();
        assertThat(count("SELECT COUNT(*) FROM score")).as("it is not used up").isEqualTo(1);
        assertThat(told(automation.run("RISK", List.of(
            new StageAutomation.Unit("x", Map.of("client", "NOBODY"), Optional.empty()),
            new StageAutomation.Unit("y", Map.of("income", "1"), Optional.empty())))))
            .containsExactly("1  UNKNOWN_CLIENT",
                "2  FIELD_NOT_KNOWN");
    }

    private static <T> T service(Class<T> type, String id) {
        BundleContext context = FrameworkUtil.getBundle(ScoresComponent.class).getBundleContext();
        try {
            return context.getServiceReferences(type, null).stream().map(context::getService)
                .filter(one -> one instanceof StageAutomation automation && automation.kind().equals(id)
                    || one instanceof ReportContribution report && report.id().equals(id))
                .findFirst().orElseThrow();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

}
