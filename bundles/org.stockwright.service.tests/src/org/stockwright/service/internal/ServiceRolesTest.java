package org.stockwright.service.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Tracking;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.security.Role;
import org.stockwright.security.Roles;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.Bookings;
import org.stockwright.service.Cases;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.Decisions;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.Performer;
import org.stockwright.service.Preparations;
import org.stockwright.service.Resource;
import org.stockwright.service.Resources;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.internal.scores.ScoresComponent;
import org.stockwright.service.internal.stock.WorkWorld;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** What the ready-made roles are for can be done with them, and no more: nobody here but root is an administrator. */
class ServiceRolesTest extends WorkWorld {

    private static final String PASSWORD = "long enough, I hope";

    /** A company that offers letters: the customer's score and a table decide whether they are signed. */
    @BeforeEach
    void company() {
        receive("PAPER", 1_000, "0.25");
        receive("STAMP", 1_000, "0.85");
        world.service(ClientProfiles.class)
            .saveFields(List.of(new ClientProfiles.Field("income", DecisionTable.Type.NUMBER, List.of()))).value();
        score(Optional.of(warehouse.item("SCORE-UNIT", Warehouse.PCS, Tracking.LOT, "")), TODAY);
        world.service(Scores.class).approve("RISK", 1).value();
        world.service(DecisionTables.class).save(table("500", TODAY)).value();
        world.service(DecisionTables.class).approve("CREDIT", 1).value();
        LetterTemplate letter = LetterTemplate.draft("NOTE", "Note", LetterFormat.HTML, TODAY,
            LetterData.of(Map.of("name", "Clara")));
        world.service(LetterTemplates.class).save(letter, "<p>Dear ${name}</p>".getBytes(StandardCharsets.UTF_8))
            .value();
        world.service(LetterTemplates.class).approve("NOTE", 1).value();
        List<Stage> stages = new ArrayList<>(stages());
        stages.add(3, automated("RISK", "score", "RISK"));
        stages.add(4, automated("CREDIT", "decision", "CREDIT"));
        approved(2, stages);
        world.service(Resources.class).save(List.of(new Resource("ANN", "Ann", Resource.Kind.PERSON, Set.of("CLERK"),
            Arrays.stream(DayOfWeek.values())
                .map(day -> new Resource.Shift(day, LocalTime.of(8, 0), LocalTime.of(17, 0),
                    TODAY, Optional.empty()))
                .toList(),
            List.of()))).value();
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        user("carla", "Service clerk");
        user("conny", "Controller");
        user("paula", "Service planner");
    }

    @AfterEach
    void lookAsRoot() {
        signIn("root");
    }

    private void user(String name, String role) {
        Role ready = world.service(Roles.class).byName(role).orElseThrow();
        world.service(Users.class).add(name, "", PASSWORD.toCharArray(), Set.of(ready.id())).value();
    }

    private void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    private ScoreModel score(Optional<ItemId> item, LocalDate from) {
        return world.service(Scores.class).save(new ScoreModel("RISK", 0, "Risk", Template.State.DRAFT, from,
            Optional.empty(), "300 + income / 10", 0, 30, item, item.map(id -> warehouse.place("Q1").id()),
            number("0.25"))).value();
    }

    private static DecisionTable table(String least, LocalDate from) {
        return new DecisionTable("CREDIT", 0, "Credit", Template.State.DRAFT, DecisionTable.HitPolicy.UNIQUE, from,
            Optional.empty(), List.of(new DecisionTable.Input("score", DecisionTable.Type.NUMBER, List.of())),
            List.of(new DecisionTable.Output("decision", DecisionTable.Type.TEXT, List.of("sign", "ask"))),
            List.of(new DecisionTable.Rule(List.of("< " + least), List.of("ask"), ""),
                new DecisionTable.Rule(List.of(">= " + least), List.of("sign"), "")),
            List.of(new DecisionTable.Sample("edge", Map.of("score", least), List.of(List.of("sign")))));
    }

    private static Stage automated(String code, String kind, String what) {
        return new Stage(code, "Do " + code, Performer.AUTOMATION, Optional.of(new Stage.Automation(kind, what)),
            number("0"), number("0"), Optional.empty(), "", Optional.empty(), List.of(), List.of());
    }

    private static void refused(Outcome<?> outcome) {
        assertThat(outcome.refusals()).extracting(refusal -> refusal.code())
            .containsExactly(SecurityRefusal.NOT_ALLOWED);
    }

    private static List<Object[]> report(String id, Map<String, String> arguments) {
        BundleContext context = FrameworkUtil.getBundle(ScoresComponent.class).getBundleContext();
        try {
            ReportContribution report = context.getServiceReferences(ReportContribution.class, null).stream()
                .map(context::getService).filter(one -> one.id().equals(id)).findFirst().orElseThrow();
            List<Object[]> rows = new ArrayList<>();
            report.rows(report.dataSets().getFirst().name(), new ReportArguments(arguments), Progress.NONE)
                .forEach(rows::add);
            return rows;
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aClerkOfServicesDecidesScoresPreparesServesAndBooks() throws IOException {
        signIn("carla");
        Decisions decisions = world.service(Decisions.class);
        assertThat(decisions.decide("CREDIT", Map.of("score", "650"), "D-1").value().sentence())
            .isEqualTo("decision sign");
        var file = folder.resolve("cases.csv");
        Files.writeString(file, "key,score\nD-2,100\nD-3,700\n");
        assertThat(decisions.decideFile("CREDIT", file, Optional.empty(), Decisions.FileMode.ALL_OR_NOTHING,
            Progress.NONE).value().decided()).isEqualTo(2);
        world.service(ClientProfiles.class)
            .saveAll(List.of(new ClientProfiles.Profile(customer, Map.of("income", "2500")))).value();
        assertThat(world.service(Scores.class).recompute("RISK", false, Progress.NONE).value().computed()).isEqualTo(1);
        assertThat(world.service(Scores.class).supply().getFirst().sentence()).isEqualTo("1 of 1 scores are fresh");
        assertThat(prepared(5).units()).isEqualTo(5);
        ServiceCase one = ready();
        assertThat(one.data()).as("of the customer's score").containsEntry("score", "550").containsEntry("decision",
            "sign");
        cases().deliver(key(), one.document(), now()).value();
        ServiceCase given = opened();
        cases().cancel(new Cases.Cancel(key(), given.document(), false, "he went home", now())).value();
        world.service(Letters.class)
            .make(new Letters.Request("L-1", "NOTE", TODAY, LetterData.of(Map.of("name", "Clara")),
                Optional.empty(), Letters.Output.AS_WRITTEN))
            .value();
        Bookings.Request wish = new Bookings.Request(key(), Bookings.Subject.of(CODE, customer),
            Bookings.At.of(now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofHours(9))));
        world.service(Bookings.class).book(wish).value();
        assertThat(report("decisions", Map.of("from", TODAY.toString(), "to", TODAY.toString()))).hasSize(2);
        assertThat(report("score-freshness", Map.of())).hasSize(1);
        refused(world.service(DecisionTables.class).save(table("600", TODAY.plusDays(1))));
        refused(world.service(DecisionTables.class).retire("CREDIT", 1, TODAY));
        refused(world.service(Scores.class).retire("RISK", 1, TODAY));
        refused(world.service(Resources.class).remove("ANN"));
        later(Duration.ofDays(31));
        signIn("carla");
        assertThat(world.service(Scores.class).writeOff("RISK", Progress.NONE).value().writtenOff()).isEqualTo(1);
        assertThat(stored().writeOff(key(), Optional.empty(), "expired", now()).value()).hasSize(1);
    }

    @Test
    void aPlannerDraftsAndAControllerApprovesAndReports() {
        signIn("paula");
        world.service(DecisionTables.class).save(table("600", TODAY.plusDays(1))).value();
        score(Optional.empty(), TODAY.plusDays(1));
        refused(world.service(DecisionTables.class).approve("CREDIT", 2));
        refused(world.service(Decisions.class).decide("CREDIT", Map.of("score", "650"), "D-1"));
        signIn("conny");
        assertThat(world.service(DecisionTables.class).approve("CREDIT", 2).value().version()).isEqualTo(2);
        assertThat(world.service(Scores.class).approve("RISK", 2).value().version()).isEqualTo(2);
        assertThat(templates().list()).hasSize(1);
        assertThat(world.service(Decisions.class).tryOut("CREDIT", Optional.of(2), Map.of("score", "550")).value()
            .sentence()).isEqualTo("decision ask");
        assertThat(world.service(Decisions.class).log("", TODAY, TODAY, 10)).isEmpty();
        assertThat(report("decisions", Map.of("from", TODAY.toString(), "to", TODAY.toString()))).isEmpty();
        assertThat(report("score-freshness", Map.of())).hasSize(1);
        refused(world.service(Decisions.class).decide("CREDIT", Map.of("score", "650"), "D-1"));
        refused(preparations().plan(Preparations.Plan.of(key(), CODE, 1)));
        refused(cases().open(arrival()));
        refused(world.service(Scores.class).recompute("RISK", false, Progress.NONE));
    }

}
