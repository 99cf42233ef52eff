package org.stockwright.service.internal.cases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.LocationId;
import org.stockwright.base.Progress;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.StoredWork.WrittenOff;
import org.stockwright.service.Template;
import org.stockwright.service.internal.stock.WorkWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters are prepared at two places; a clerk works at one of them only. */
class WorkSitesTest extends WorkWorld {

    private static final String PASSWORD = "one place is mine";

    @BeforeEach
    void twoPlaces() {
        warehouse.bins("Q2", "B2");
        receive("PAPER", 100, "1");
        approved(1, stages());
        prepared(1);
        later(Duration.ofDays(1));
        Template first = templates().versions(CODE).getFirst();
        Template second = templates().save(first.beginning(TODAY.plusDays(1)).numbered(0).given(first.service(),
            first.stored(), Optional.of(warehouse.place("Q2").id()))).value();
        templates().approve(CODE, second.version()).value();
        prepared(1);
        assertThat(onHand("Q1", "DRAFT")).isEqualByComparingTo("1");
        assertThat(onHand("Q2", "DRAFT")).isEqualByComparingTo("1");
        Users users = world.service(Users.class);
        users.add("root", "", PASSWORD.toCharArray(), Set.of()).value();
        signIn("root");
        Role ready = world.service(Roles.class).byName("Service clerk").orElseThrow();
        Role here = world.service(Roles.class)
            .save(RoleDraft.of("Clerk at Q2", "", ready.permissions(), Set.of(id("Q2"), id("B2")))).value();
        users.add("carla", "", PASSWORD.toCharArray(), Set.of(here.id())).value();
    }

    @AfterEach
    void lookAsRoot() {
        signIn("root");
    }

    private LocationId id(String place) {
        return warehouse.place(place).id();
    }

    private void signIn(String user) {
        world.service(Sessions.class).signIn(user, PASSWORD.toCharArray()).value();
    }

    @Test
    void aCaseTakesTheUnitThatWhoOpensItMayHold() {
        signIn("carla");
        ServiceCase own = cases().open(storedOnly()).value();
        assertThat(own.version()).as("the other unit expires first, and lies elsewhere").isEqualTo(2);
        assertThat(codes(cases().open(storedOnly()))).containsExactly("NO_STORED_UNIT");
        assertThat(opened().ahead()).as("it is done on demand").isZero();
        signIn("root");
        assertThat(cases().open(storedOnly()).value().unit()).isPresent();
    }

    @Test
    void materialsComeFromWhereWhoUsesThemMayWork() {
        signIn("carla");
        ServiceCase one = opened();
        cases().cancel(new Cases.Cancel(key(), one.document(), false, "x", now())).value();
        Batch batch = preparations().plan(Plan.of(key(), CODE, 1)).value();
        preparations().begin(batch.document(), Progress.NONE).value();
        assertThat(codes(finish(batch, List.of()))).as("all paper lies elsewhere")
            .containsExactly("TOO_LITTLE_MATERIAL");
        signIn("root");
        warehouse.ledger().post(warehouse.request(key(), warehouse.line("B1", "B2", "PAPER", 2))).value();
        signIn("carla");
        assertThat(finish(batch, List.of()).value().made()).isEqualTo(1);
    }

    @Test
    void whoWorksAtOnePlaceWritesOffWhatExpiredThere() {
        later(Duration.ofDays(20));
        signIn("carla");
        assertThat(stored().writeOff(key(), Optional.empty(), "expired", now()).value()).extracting(WrittenOff::place)
            .containsExactly("Q2");
        assertThat(stored().writeOff(key(), Optional.empty(), "expired", now()).value()).isEmpty();
        signIn("root");
        assertThat(stored().writeOff(key(), Optional.empty(), "expired", now()).value()).extracting(WrittenOff::place)
            .containsExactly("Q1");
    }

}
