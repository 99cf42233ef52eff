package org.stockwright.service.internal.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.RoleId;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTable.Rule;
import org.stockwright.service.DecisionTable.Sample;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template.State;
import org.stockwright.testkit.Together;

import static org.assertj.core.api.Assertions.assertThat;

/** Versions of decision tables: drafted, looked through, approved, replaced, retired. */
class DecisionTablesTest extends RulesWorld {

    private static final String PASSWORD = "long enough, I hope";

    @Test
    void aTableIsKeptAsItWasWritten() {
        DecisionTable saved = tables().save(credit(TODAY, "500")).value();
        assertThat(saved.version()).isEqualTo(1);
        assertThat(tables().get("CREDIT", 1)).contains(saved);
        assertThat(with(saved, 0, saved.rules(), saved.samples())).isEqualTo(credit(TODAY, "500"));
        DecisionTable changed = tables().save(with(saved, 1, saved.rules().subList(0, 3), List.of())).value();
        assertThat(tables().versions("CREDIT")).containsExactly(changed);
        assertThat(tables().list()).extracting(DecisionTable::rules).containsExactly(List.of());
        assertThat(tables().discard("CREDIT", 1).value()).isEqualTo(changed);
        assertThat(tables().list()).isEmpty();
        assertThat(count("SELECT COUNT(*) FROM decision_rule")).isZero();
        assertThat(told(tables().discard("CREDIT", 1))).containsExactly("0  UNKNOWN_TABLE");
    }

    @Test
    void whatCannotBeReadIsNotSaved() {
        DecisionTable table = credit(TODAY, "500");
        DecisionTable bad = new DecisionTable("bad code", 0, "", State.DRAFT, table.policy(), TODAY,
            Optional.of(TODAY.minusDays(1)), table.inputs(), table.outputs(),
            List.of(new Rule(List.of("while(true)", "DE"), List.of("approve", "x"), ""),
                new Rule(List.of("= new('java.io.File', 'x')", "-"), List.of("perhaps", "1"), "")),
            List.of());
        assertThat(told(tables().save(bad))).containsExactly("0 code BAD_CODE", "0 name BAD_NAME_LENGTH",
            "0 until ENDS_BEFORE_IT_BEGINS", "1 score BAD_CONDITION", "1 limit BAD_OUTCOME", "2 score BAD_EXPRESSION",
            "2 decision BAD_OUTCOME");
        assertThat(tables().list()).isEmpty();
    }

    @Test
    void gapsOverlapsAndSamplesThatDifferKeepItFromBeingApproved() {
        DecisionTable table = credit(TODAY, "500");
        List<Rule> wrong = List.of(table.rules().get(0),
            new Rule(List.of("[400..700)", "DE"), List.of("look", "1"), ""),
            table.rules().get(3));
        DecisionTable draft = tables().save(with(table, 0, wrong,
            List.of(new Sample("good", Map.of("score", "800", "country", "DE"), List.of(List.of("look", "5000"))))))
            .value();
        Outcome<DecisionTable> approved = tables().approve("CREDIT", 1);
        assertThat(approved.refusals()).extracting(Refusal::sentence).containsExactly(
            "No rule fits: score [500..700), country FR",
            "The rules 1 and 2 both fit: score [400..500), country DE",
            "The sample 'good' should be look; 5000 and is approve; 5000");
        assertThat(tables().check(draft).value().isClean()).isFalse();
        assertThat(tables().get("CREDIT", 1).map(DecisionTable::state)).contains(State.DRAFT);
        tables().save(with(table, 1, table.rules(), table.samples())).value();
        assertThat(tables().approve("CREDIT", 1).value().state()).isEqualTo(State.APPROVED);
        assertThat(told(tables().save(with(table, 1, table.rules(), table.samples()))))
            .containsExactly("0  NOT_A_DRAFT");
        assertThat(told(tables().discard("CREDIT", 1))).containsExactly("0  NOT_A_DRAFT");
        assertThat(told(tables().approve("CREDIT", 1))).containsExactly("0  NOT_A_DRAFT");
    }

    @Test
    void whatAVersionSaysIsWrittenOnceForAll() {
        approved(credit(TODAY, "500"));
        assertRefused("UPDATE decision_rule SET conditions = outcomes");
        assertRefused("UPDATE decision_column SET name = type");
        assertRefused("UPDATE decision_sample SET name = inputs");
        assertRefused("UPDATE decision_table SET policy = 'FIRST'");
        assertThat(tables().get("CREDIT", 1).orElseThrow().rules()).isEqualTo(credit(TODAY, "500").rules());
    }

    @Test
    void withoutASampleNothingIsApproved() {
        DecisionTable table = credit(TODAY, "500");
        tables().save(with(table, 0, table.rules(), List.of())).value();
        assertThat(told(tables().approve("CREDIT", 1))).containsExactly("0  NO_SAMPLES");
        assertThat(tables().get("CREDIT", 1).map(DecisionTable::state)).contains(State.DRAFT);
    }

    @Test
    void aNewVersionEndsTheOneBeforeAndOneIsRetired() {
        approved(credit(TODAY, "500"));
        DecisionTable second = approved(credit(TODAY.plusDays(10), "550"));
        assertThat(second.version()).isEqualTo(2);
        assertThat(tables().on("CREDIT", TODAY.plusDays(9)).map(DecisionTable::version)).contains(1);
        assertThat(tables().on("CREDIT", TODAY.plusDays(10)).map(DecisionTable::version)).contains(2);
        assertThat(tables().on("CREDIT", TODAY.minusDays(1))).isEmpty();
        tables().save(credit(TODAY.plusDays(5), "600")).value();
        assertThat(told(tables().approve("CREDIT", 3))).containsExactly("0  LATER_VERSION");
        assertThat(tables().retire("CREDIT", 2, TODAY.plusDays(20)).value().until()).contains(TODAY.plusDays(20));
        assertThat(tables().on("CREDIT", TODAY.plusDays(21))).isEmpty();
        assertThat(told(tables().retire("CREDIT", 2, TODAY.plusDays(30)))).containsExactly("0  ENDS_ALREADY");
        assertThat(tables().retire("CREDIT", 2, TODAY).value().state()).as("never used").isEqualTo(State.RETIRED);
        assertThat(tables().approve("CREDIT", 3).isDone()).isTrue();
        assertThat(told(tables().retire("CREDIT", 9, TODAY))).containsExactly("0  UNKNOWN_TABLE");
    }

    @Test
    void inABookWithUsersASecondPersonApproves() {
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        RoleId desk = world.service(Roles.class).save(RoleDraft.of("Desk", "", Set.of(ServicePermission.VIEW,
            ServicePermission.TEMPLATES, ServicePermission.APPROVE), Set.of())).value().id();
        users.add("anna", "", PASSWORD.toCharArray(), Set.of(desk)).value();
        users.add("ben", "", PASSWORD.toCharArray(), Set.of(desk)).value();
        signIn("anna");
        tables().save(credit(TODAY, "500")).value();
        assertThat(told(tables().approve("CREDIT", 1))).containsExactly("0  SECOND_PERSON");
        assertThat(decisions().decide("CREDIT", Map.of("score", "1", "country", "DE"), "K").refusals()).as("no cases")
            .extracting(refusal -> refusal.code().name()).containsExactly("NOT_ALLOWED");
        signIn("ben");
        assertThat(tables().approve("CREDIT", 1).isDone()).isTrue();
        signIn("root");
    }

    private void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    @Test
    void ofManyWhoApproveAtOnceOneSucceedsAndVersionsNeverOverlap() throws InterruptedException {
        tables().save(credit(TODAY, "500")).value();
        assertThat(Together.count(8, thread -> () -> tables().approve("CREDIT", 1).isDone())).isEqualTo(1);
        for (int i = 0; i < 6; i++) {
            tables().save(credit(TODAY.plusDays(1 + i), "500")).value();
        }
        Together.run(6, thread -> () -> tables().approve("CREDIT", 2 + thread));
        List<DecisionTable> versions = tables().versions("CREDIT");
        for (int day = 0; day < 10; day++) {
            int plus = day;
            assertThat(versions.stream().filter(one -> one.state() == State.APPROVED
                && !TODAY.plusDays(plus).isBefore(one.from())
                && !one.until().map(TODAY.plusDays(plus)::isAfter).orElse(false)).count()).as("day %s", day)
                .isEqualTo(1);
        }
    }

}
