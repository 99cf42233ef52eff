package org.stockwright.reporting.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Progress;
import org.stockwright.ledger.Locations;
import org.stockwright.reporting.Reports;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.Roles;
import org.stockwright.security.Sessions;
import org.stockwright.security.Users;
import org.stockwright.testkit.World;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Reports of values end in the usual refusal for those who may not see values, or no costs. */
class HiddenCostsReportIT {

    private static final String FIRST = "four green crates on a pallet";
    private static final String SECOND = "seven blue drums in a row";
    private static final Set<String> NEEDED = Set.of("catalog.view", "ledger.view", "reporting.run", "valuation.view",
        "security.costs");

    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void makeABookWithUsers() throws Exception {
        FrameworkUtil.getBundle(Valuation.class).start();
        world = World.open(folder.resolve("book"));
        world.service(Locations.class).createStandard();
        Users users = world.service(Users.class);
        users.add("root", "", FIRST.toCharArray(), Set.of()).value();
        Sessions sessions = world.service(Sessions.class);
        sessions.signIn("root", FIRST.toCharArray()).value();
        for (String missing : List.of("valuation.view", "security.costs", "nothing")) {
            Set<String> given = new HashSet<>(NEEDED);
            given.remove(missing);
            Role role = world.service(Roles.class).save(RoleDraft.of("Without " + missing, "", given, Set.of()))
                .value();
            users.add(missing, "", FIRST.toCharArray(), Set.of(role.id())).value();
        }
    }

    private void signIn(String user) {
        Sessions sessions = world.service(Sessions.class);
        sessions.signIn(user, FIRST.toCharArray()).value();
        sessions.changePassword(FIRST.toCharArray(), SECOND.toCharArray()).value();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "valuation.view", "security.costs" })
    void whoeverMayNotSeeValuesOrCostsIsToldSoAndGetsNoFile(String missing) {
        signIn(missing);
        Reports reports = world.service(Reports.class);
        for (String id : List.of("stock-valuation", "cost-of-sales", "stock-journal", "period-close")) {
            for (String extension : List.of("csv", "pdf")) {
                Path file = folder.resolve(id + "." + extension);
                assertThatThrownBy(() -> reports.render(id, Map.of(), file, Progress.NONE))
                    .isInstanceOf(AccessDenied.class).hasMessageContaining(missing);
                assertThat(file).doesNotExist();
            }
            assertThatThrownBy(() -> reports.prepare(id, Map.of(), Progress.NONE)).isInstanceOf(AccessDenied.class)
                .hasMessageContaining(missing);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "stock-valuation", "cost-of-sales", "stock-journal", "period-close" })
    void thosePermissionsAreEnough(String id) {
        signIn("nothing");
        assertThat(world.service(Reports.class).render(id, Map.of(), folder.resolve("a.csv"), Progress.NONE).isDone())
            .isTrue();
    }

}
