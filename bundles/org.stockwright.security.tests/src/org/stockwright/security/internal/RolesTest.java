package org.stockwright.security.internal;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Contributions;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.Permission;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.spi.PermissionSource;

import static org.assertj.core.api.Assertions.assertThat;

class RolesTest {

    @TempDir
    private Path folder;
    private Book book;
    private ServiceRegistration<PermissionSource> cranes;

    @BeforeEach
    void open() {
        cranes = FrameworkUtil.getBundle(RolesComponent.class).getBundleContext().registerService(
            PermissionSource.class, () -> List.of(new Permission("cranes.drive", "Drive cranes", "Drives.", true),
                new Permission("cranes.buy", "Buy cranes", "Buys.", false)),
            null);
        book = Book.open(folder);
        book.administrator();
    }

    @AfterEach
    void close() {
        book.close();
        if (cranes != null) {
            cranes.unregister();
        }
    }

    private static List<RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    @Test
    void modulesAddToTheReadyMadeRolesOfANewBook(@TempDir Path other) {
        book.close();
        cranes.unregister();
        cranes = FrameworkUtil.getBundle(RolesComponent.class).getBundleContext().registerService(
            PermissionSource.class,
            Cranes.with(RoleDraft.of("Crane driver", "Drives.", Set.of("cranes.drive", "ledger.view"), Set.of()),
                RoleDraft.of("controller", "Looks up.", Set.of("cranes.drive"), Set.of())),
            null);
        book = Book.open(other);
        book.administrator();
        assertThat(book.roles().list()).extracting(Role::name).containsExactly("Administrator", "Buyer", "Clerk",
            "Controller", "Crane driver", "Warehouse lead");
        assertThat(book.named("Crane driver").permissions()).containsExactlyInAnyOrder("cranes.drive", "ledger.view");
        assertThat(book.named("Controller").permissions()).contains("cranes.drive", "security.audit", "valuation.view");
        assertThat(book.named("Controller").description()).startsWith("Sees everything").endsWith("Looks up.");
        assertThat(book.named("Clerk").permissions()).doesNotContain("cranes.drive");
    }

    @Test
    void aSourceWhosePermissionsLackSomethingHurtsNobodyElse() {
        cranes.unregister();
        cranes = FrameworkUtil.getBundle(RolesComponent.class).getBundleContext().registerService(
            PermissionSource.class, () -> List.of(new Permission(null, "Drive cranes", "Drives.", true)), null);
        assertThat(book.roles().permissions()).extracting(Permission::id).contains("security.audit");
        assertThat(book.named("Administrator").permissions()).contains("security.audit");
        Contributions contributions = book.world().service(Contributions.class);
        assertThat(contributions.faulty()).extracting(Contributions.Part::last)
            .anyMatch(why -> why.contains("a permission without an id"));
        contributions.faulty().forEach(part -> contributions.enable(part.id()));
    }

    @Test
    void permissionsOfAModuleThatIsGoneAreKeptAndNotAdded() {
        Role role = book.role("Driver", Set.of("cranes.drive", "ledger.view"));
        assertThat(book.roles().permissions()).extracting(Permission::id).contains("cranes.drive");
        cranes.unregister();
        cranes = null;
        assertThat(book.named("Driver").permissions()).contains("cranes.drive");
        Set<String> more = new HashSet<>(role.permissions());
        more.add("security.audit");
        Role saved = book.roles().save(new RoleDraft(Optional.of(role.id()), role.version(), "Driver", "", more,
            Set.of())).value();
        assertThat(saved.permissions()).containsExactlyInAnyOrder("cranes.drive", "ledger.view", "security.audit");
        assertThat(codes(book.roles().save(RoleDraft.of("Buyer of cranes", "", Set.of("cranes.buy"), Set.of()))))
            .containsExactly(SecurityRefusal.UNKNOWN_PERMISSION);
    }

    @Test
    void sitesLimitOnlyWhatCanBeLimitedAndRolesAddUp() {
        LocationId north = place(1001, "NORTH");
        LocationId south = place(1002, "SOUTH");
        Role limited = book.role("North", Set.of("cranes.drive", "cranes.buy"), north);
        Role other = book.role("South", Set.of("cranes.drive"), south);
        Role everywhere = book.role("Everywhere", Set.of("cranes.drive"));
        book.add("anna", limited).value();
        book.add("bert", limited, other).value();
        book.add("carl", limited, everywhere).value();

        book.signIn("anna").value();
        assertThat(book.access().sites("cranes.drive")).contains(Set.of(north));
        assertThat(book.access().sites("cranes.buy")).isEmpty();
        assertThat(book.access().sites("ledger.post")).as("not given").contains(Set.of());
        book.signIn("bert").value();
        assertThat(book.access().sites("cranes.drive")).contains(Set.of(north, south));
        book.signIn("carl").value();
        assertThat(book.access().sites("cranes.drive")).isEmpty();
        book.signIn("root").value();
        assertThat(book.access().sites("cranes.drive")).isEmpty();
        assertThat(codes(book.roles().save(RoleDraft.of("Nowhere", "", Set.of(), Set.of(new LocationId(77))))))
            .containsExactly(SecurityRefusal.UNKNOWN_SITE);
    }

    private LocationId place(long id, String code) {
        book.world().service(UnitOfWork.class).write(transaction -> {
            try (var insert = transaction.connection().prepareStatement("INSERT INTO location (id, code, name, path,"
                + " kind, partner_id, active, version) VALUES (?, ?, ?, ?, 'SITE', 0, 1, 0)")) {
                insert.setLong(1, id);
                insert.setString(2, code);
                insert.setString(3, code);
                insert.setString(4, code);
                insert.executeUpdate();
            }
            return Outcome.done(code);
        }).value();
        return new LocationId(id);
    }

    @Test
    void aRoleThatIsGivenIsNotDeleted() {
        Role role = book.role("Driver", Set.of("cranes.drive"));
        book.add("anna", role).value();
        assertThat(codes(book.roles().delete(role.id(), role.version()))).containsExactly(SecurityRefusal.ROLE_IN_USE);
        book.users().withdraw("anna", role.id()).value();
        book.roles().delete(role.id(), role.version()).value();
        assertThat(book.roles().byName("Driver")).isEmpty();
    }

    @Test
    void whatWasChangedMeanwhileIsNotOverwrittenAndNamesAreUnique() {
        Role role = book.role("Driver", Set.of("cranes.drive"));
        book.roles().save(new RoleDraft(Optional.of(role.id()), role.version(), "Crane driver", "Drives.",
            Set.of("cranes.drive"), Set.of())).value();
        assertThat(codes(book.roles().save(RoleDraft.of(role)))).containsExactly(SecurityRefusal.CHANGED_MEANWHILE);
        assertThat(codes(book.roles().save(RoleDraft.of("CLERK", "", Set.of(), Set.of()))))
            .containsExactly(SecurityRefusal.ROLE_EXISTS);
        assertThat(codes(book.roles().save(RoleDraft.of(" ", "", Set.of(), Set.of()))))
            .containsExactly(SecurityRefusal.ROLE_NAME_EMPTY);
        assertThat(codes(book.roles().save(RoleDraft.of("x".repeat(101), "y".repeat(401), Set.of(), Set.of()))))
            .containsExactly(SecurityRefusal.TEXT_TOO_LONG, SecurityRefusal.TEXT_TOO_LONG);
    }

}
