package org.stockwright.security.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.LocationId;
import org.stockwright.persistence.AuditAction;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.User;
import org.stockwright.security.spi.PermissionSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** A module that is installed when the book has its users brings its roles: once, and to nobody. */
class ModuleRolesTest {

    private static final String DRIVER = "Crane driver";
    private static final RoleDraft BROUGHT = RoleDraft.of(DRIVER, "Drives.", Set.of("cranes.drive", "ledger.view"),
        Set.of());

    @TempDir
    private Path folder;
    private Book book;
    private ServiceRegistration<PermissionSource> cranes;

    @BeforeEach
    void openWithUsers() {
        book = Book.open(folder);
        book.administrator();
        book.add("ann").value();
    }

    @AfterEach
    void close() {
        book.close();
        uninstall();
    }

    private void install(RoleDraft... roles) {
        cranes = FrameworkUtil.getBundle(RolesComponent.class).getBundleContext()
            .registerService(PermissionSource.class, Cranes.with(roles), null);
    }

    private void uninstall() {
        if (cranes != null) {
            cranes.unregister();
            cranes = null;
        }
    }

    private void reopen() {
        book.world().reopen();
        book.signIn("root").value();
    }

    private List<AuditEvent> told(String name) {
        return book.world().service(AuditTrail.class).page(
            new AuditQuery(Optional.empty(), Optional.empty(), "", "role", name, "", ""), 0, 100);
    }

    @Test
    void itsRolesComeOnceToNobodyAndAreInTheAuditTrail() {
        Role controller = book.named("Controller");
        install(BROUGHT, RoleDraft.of("controller", "Looks up.", Set.of("cranes.drive"), Set.of()));
        reopen();
        Role driver = book.named(DRIVER);
        assertThat(driver.permissions()).containsExactlyInAnyOrder("cranes.drive", "ledger.view");
        assertThat(driver.description()).isEqualTo("Drives.");
        assertThat(driver.users()).isZero();
        assertThat(book.users().list()).extracting(User::name, one -> one.roles().size())
            .containsExactlyInAnyOrder(tuple("root", 1),
                tuple("ann", 0));
        assertThat(book.named("Controller")).as("what the book had").isEqualTo(controller);
        assertThat(told(DRIVER)).extracting(AuditEvent::action, AuditEvent::user)
            .containsExactly(tuple(AuditAction.CREATED, "tester"));
        reopen();
        assertThat(book.named(DRIVER)).isEqualTo(driver);
        assertThat(told(DRIVER)).hasSize(1);
    }

    @Test
    void itsRolesComeWithTheFirstUserOnly() {
        uninstall();
        book.close();
        book = Book.open(folder.resolve("new"));
        install(BROUGHT);
        book.world().reopen();
        assertThat(book.roles().list()).isEmpty();
        book.administrator();
        assertThat(book.named(DRIVER).permissions()).contains("cranes.drive");
        assertThat(told(DRIVER)).hasSize(1);
    }

    @Test
    void whatAnAdministratorMadeOfThemStays() {
        install(BROUGHT, RoleDraft.of("Crane owner", "Owns.", Set.of("cranes.drive"), Set.of()));
        reopen();
        Role driver = book.named(DRIVER);
        Role changed = book.roles().save(new RoleDraft(Optional.of(driver.id()), driver.version(), "Operator", "Mine",
            Set.of("ledger.view"), Set.of())).value();
        Role owner = book.named("Crane owner");
        book.roles().delete(owner.id(), owner.version()).value();
        reopen();
        assertThat(book.named("Operator")).isEqualTo(changed);
        assertThat(book.roles().list()).extracting(Role::name).doesNotContain(DRIVER, "Crane owner");
    }

    @Test
    void removedAndInstalledAgainItsRolesStayAsTheyAre() {
        install(BROUGHT, RoleDraft.of("Crane owner", "Owns.", Set.of("cranes.drive"), Set.of()));
        reopen();
        Role driver = book.named(DRIVER);
        Role owner = book.named("Crane owner");
        uninstall();
        reopen();
        assertThat(book.named(DRIVER).permissions()).contains("cranes.drive");
        book.roles().delete(owner.id(), owner.version()).value();
        install(BROUGHT, RoleDraft.of("Crane owner", "Owns.", Set.of("cranes.drive"), Set.of()));
        reopen();
        assertThat(book.named(DRIVER)).isEqualTo(driver);
        assertThat(book.roles().byName("Crane owner")).as("deleted meanwhile").isEmpty();
    }

    @Test
    void aRoleOfTheSameNameIsTheAdministrators() {
        Role own = book.role("CRANE driver", Set.of("ledger.view"));
        Role gone = book.role("crane owner", Set.of("ledger.view"));
        book.roles().delete(gone.id(), gone.version()).value();
        install(BROUGHT, RoleDraft.of("Crane owner", "Owns.", Set.of("cranes.drive"), Set.of()));
        reopen();
        assertThat(book.named(DRIVER)).isEqualTo(own);
        assertThat(book.roles().byName("Crane owner")).isEmpty();
    }

    @Test
    void whatNoBookCanHaveIsLeftOut() {
        RoleDraft[] brought = { BROUGHT, RoleDraft.of(" ", "No name.", Set.of("cranes.drive"), Set.of()),
            RoleDraft.of("x".repeat(101), "Long name.", Set.of("cranes.drive"), Set.of()),
            RoleDraft.of("Long", "x".repeat(401), Set.of("cranes.drive"), Set.of()),
            RoleDraft.of("Permission", "", Set.of("x".repeat(101)), Set.of()),
            RoleDraft.of("Nul\0", "", Set.of("cranes.drive"), Set.of()),
            RoleDraft.of("Site", "", Set.of("cranes.drive"), Set.of(new LocationId(1))),
            RoleDraft.of("administrator", "", Set.of("cranes.drive"), Set.of()),
            RoleDraft.of("Clerk", "x".repeat(400), Set.of("cranes.drive"), Set.of()) };
        List<String> before = book.roles().list().stream().map(Role::name).toList();
        install(brought);
        reopen();
        assertThat(book.roles().list()).extracting(Role::name).hasSize(before.size() + 1).contains(DRIVER)
            .containsAll(before);
        assertThat(book.named("Clerk").permissions()).doesNotContain("cranes.drive");
        book.close();
        book = Book.open(folder.resolve("new"));
        book.administrator();
        assertThat(book.named("Clerk").permissions()).as("of a new book").contains("cranes.drive");
        assertThat(book.named("Clerk").description()).startsWith("Posts receipts").hasSizeLessThan(400);
        assertThat(book.named(DRIVER).permissions()).contains("ledger.view");
    }

}
