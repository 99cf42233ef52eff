package org.stockwright.security.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;
import org.stockwright.security.SecurityPermission;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.User;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UsersTest {

    @TempDir
    private Path folder;
    private Book book;

    @BeforeEach
    void open() {
        book = Book.open(folder);
    }

    @AfterEach
    void close() {
        book.close();
    }

    private static List<RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    @Test
    void aBookWithoutUsersLetsEverybodyDoEverything() {
        assertThat(book.sessions().hasUsers()).isFalse();
        assertThat(book.access().may(SecurityPermission.USERS)).isTrue();
        assertThat(book.access().user()).isEqualTo("tester");
        assertThat(book.users().list()).isEmpty();
        assertThat(book.roles().list()).isEmpty();
    }

    @Test
    void theFirstUserIsAdministratorAndFromThenOnSomebodyHasToSignIn() {
        User first = book.add("Root").value();
        assertThat(first.isAdministrator()).isTrue();
        assertThat(first.passwordDue()).isFalse();
        assertThat(book.sessions().hasUsers()).isTrue();
        assertThat(book.access().refusal("ledger.post")).map(Refusal::code).contains(SecurityRefusal.NOT_SIGNED_IN);
        assertThatThrownBy(() -> book.users().list()).isInstanceOf(AccessDenied.class);
        assertThat(codes(book.add("second"))).containsExactly(SecurityRefusal.NOT_SIGNED_IN);

        assertThat(book.signIn("root").value().user()).isEqualTo("Root");
        assertThat(book.access().user()).isEqualTo("Root");
        assertThat(book.roles().list()).extracting(Role::name).containsExactly("Administrator", "Buyer", "Clerk",
            "Controller", "Service desk", "Service planner", "Warehouse lead");
        assertThat(book.access().may("anything.at.all")).isTrue();
        assertThat(book.world().service(UnitOfWork.class).<String>read(transaction -> transaction.user()))
            .isEqualTo("Root");
    }

    @Test
    void usersAreThereAfterARestartAndTheSessionIsNot() {
        book.administrator();
        book.world().reopen();
        assertThat(book.sessions().hasUsers()).isTrue();
        assertThat(book.sessions().current()).isEmpty();
        assertThatThrownBy(() -> book.users().list()).isInstanceOf(AccessDenied.class);
    }

    @Test
    void aBookThatIsClosedAsksForNobody() {
        book.administrator();
        book.close();
        assertThat(book.sessions().hasUsers()).isFalse();
        assertThat(book.access().may("ledger.post")).isTrue();
        book = Book.open(folder);
    }

    @Test
    void oneOfManyFirstUsersIsTheFirst() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Outcome<User>>> tries = java.util.stream.IntStream.range(0, 8)
                .<Callable<Outcome<User>>>mapToObj(i -> () -> book.add("user" + i)).toList();
            List<Future<Outcome<User>>> done = threads.invokeAll(tries);
            long administrators = 0;
            for (Future<Outcome<User>> future : done) {
                Outcome<User> outcome = future.get();
                administrators += outcome.isDone() && outcome.value().isAdministrator() ? 1 : 0;
            }
            assertThat(administrators).isEqualTo(1);
        }
    }

    @Test
    void changesOfRolesTakeEffectAtOnce() {
        book.administrator();
        Role role = book.role("Looker", Set.of("ledger.view"));
        book.add("anna", role).value();
        book.signIn("anna").value();
        assertThat(book.access().may("ledger.view")).isTrue();
        assertThat(book.access().may("ledger.post")).isFalse();
        assertThat(book.access().refusal("ledger.post")).get().asString().contains("NOT_ALLOWED").contains("anna")
            .contains("ledger.post");

        // Somebody else takes it away while anna works: by another program, which tells that something changed.
        book.world().service(UnitOfWork.class).write(transaction -> {
            try (var statement = transaction.connection().createStatement()) {
                statement.executeUpdate("DELETE FROM role_permission WHERE permission = 'ledger.view'");
                statement.executeUpdate("INSERT INTO role_permission VALUES (" + role.id() + ", 'ledger.post')");
            }
            transaction.changes(org.stockwright.base.ChangeListener.Topic.ACCESS);
            return Outcome.done(role);
        });
        await(() -> !book.access().may("ledger.view") && book.access().may("ledger.post"));

        book.signIn("root").value();
        book.users().withdraw("anna", role.id()).value();
        book.signIn("anna").value();
        assertThat(book.access().may("ledger.post")).isFalse();
    }

    @Test
    void aUserWhoIsLockedWhileSignedInIsOut() {
        book.administrator();
        book.add("anna").value();
        book.signIn("anna").value();
        book.world().service(UnitOfWork.class).write(transaction -> {
            try (var statement = transaction.connection().createStatement()) {
                statement.executeUpdate("UPDATE app_user SET active = 0 WHERE name = 'anna'");
            }
            transaction.changes(org.stockwright.base.ChangeListener.Topic.ACCESS);
            return Outcome.done(Boolean.TRUE);
        });
        await(() -> book.sessions().current().isEmpty());
        assertThat(codes(book.signIn("anna"))).containsExactly(SecurityRefusal.USER_LOCKED);
    }

    @Test
    void theLastAdministratorStaysOne() {
        book.administrator();
        Role administrator = book.named("administrator");
        assertThat(codes(book.users().lock("root"))).containsExactly(SecurityRefusal.LAST_ADMINISTRATOR);
        assertThat(codes(book.users().withdraw("root", administrator.id())))
            .containsExactly(SecurityRefusal.LAST_ADMINISTRATOR);
        assertThat(codes(book.roles().delete(administrator.id(), administrator.version())))
            .containsExactly(SecurityRefusal.ROLE_IS_FIXED);
        assertThat(codes(book.roles().save(RoleDraft.of(administrator))))
            .containsExactly(SecurityRefusal.ROLE_IS_FIXED);

        book.add("second", administrator).value();
        book.users().lock("second").value();
        assertThat(codes(book.users().lock("root"))).as("a locked one does not count")
            .containsExactly(SecurityRefusal.LAST_ADMINISTRATOR);
        book.users().unlock("second").value();
        book.users().lock("root").value();
        assertThat(book.sessions().current()).as("whoever locks himself is out").isEmpty();
    }

    @Test
    void whoeverManagesUsersGetsNoMoreForHimself() {
        book.administrator();
        Role manager = book.role("Manager of users", Set.of(SecurityPermission.USERS, SecurityPermission.ROLES));
        book.add("max", manager).value();
        book.signIn("max").value();
        Role administrator = book.named("Administrator");
        Role clerk = book.named("Clerk");
        assertThat(codes(book.users().grant("max", administrator.id())))
            .containsExactly(SecurityRefusal.ADMINISTRATORS_ONLY);
        assertThat(codes(book.users().grant("max", clerk.id()))).containsExactly(SecurityRefusal.OWN_ROLE);
        assertThat(codes(book.add("helper", administrator))).containsExactly(SecurityRefusal.ADMINISTRATORS_ONLY);
        assertThat(codes(book.users().resetPassword("root", "another password 1".toCharArray())))
            .containsExactly(SecurityRefusal.ADMINISTRATORS_ONLY);
        assertThat(codes(book.users().lock("root"))).containsExactly(SecurityRefusal.ADMINISTRATORS_ONLY);
        assertThat(codes(book.roles().save(new RoleDraft(java.util.Optional.of(manager.id()), manager.version(),
            manager.name(), "", Set.of("ledger.post"), Set.of())))).containsExactly(SecurityRefusal.OWN_ROLE);
        assertThat(book.add("anna", clerk).value().roles()).extracting(User.Grant::grantedBy).containsExactly("max");
    }

    @Test
    void namesAreUniqueWhateverTheirCaseAndPlain() {
        book.administrator();
        assertThat(codes(book.add("ROOT"))).containsExactly(SecurityRefusal.USER_EXISTS);
        for (String name : new String[] { "", " ", "a b", "änne", "rооt", "a\nb", "../x", "x".repeat(65), "'; --" }) {
            assertThat(codes(book.add(name))).as(name).containsExactly(SecurityRefusal.USER_NAME_INVALID);
        }
        assertThat(codes(book.users().lock("nobody"))).containsExactly(SecurityRefusal.UNKNOWN_USER);
    }

    @Test
    void aUserThatWasChangedMeanwhileIsNotOverwritten() {
        book.administrator();
        User read = book.add("anna").value();
        assertThat(book.users().save("anna", "Anna Marsh", read.version()).value().displayName())
            .isEqualTo("Anna Marsh");
        assertThat(codes(book.users().save("anna", "Annie", read.version())))
            .containsExactly(SecurityRefusal.CHANGED_MEANWHILE);
    }

    @Test
    void whatIsDoneToUsersAndRolesIsInTheAuditTrail() {
        book.administrator();
        Role role = book.role("Looker", Set.of("ledger.view"));
        book.add("anna", role).value();
        book.users().withdraw("anna", role.id()).value();
        List<String> told = book.world().service(UnitOfWork.class).read(transaction -> {
            List<String> lines = new java.util.ArrayList<>();
            try (var select = transaction.connection().prepareStatement(
                "SELECT user_name, action, subject, subject_key, detail FROM audit_event ORDER BY id");
                var rows = select.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1) + ' ' + rows.getString(2) + ' ' + rows.getString(3) + ' '
                        + rows.getString(4) + ' ' + rows.getString(5));
                }
            }
            return lines;
        });
        assertThat(told).anyMatch(line -> line.startsWith("tester CREATED user root"))
            .anyMatch(line -> line.contains("SIGNED_IN user root"))
            .anyMatch(line -> line.startsWith("root CREATED role Looker") && line.contains("ledger.view"))
            .anyMatch(line -> line.startsWith("root CREATED user anna") && line.contains("Looker"))
            .anyMatch(line -> line.startsWith("root CHANGED user anna") && line.contains("roles_removed"))
            .noneMatch(line -> line.contains("argon2"));
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        long until = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

}
