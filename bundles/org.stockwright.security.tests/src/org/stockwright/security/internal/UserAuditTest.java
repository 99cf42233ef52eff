package org.stockwright.security.internal;

import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.security.Role;
import org.stockwright.security.RoleDraft;

import static org.assertj.core.api.Assertions.assertThat;

/** Every column of users and roles is told in the audit trail, in words for people, and no password ever. */
@TestInstance(Lifecycle.PER_CLASS)
class UserAuditTest {

    private static final String OTHER_PASSWORD = "four green forklifts";

    /** Where each column is told: the subject and the field, or what its part of a field is called. */
    private static final Map<String, Set<String>> TOLD = Map.of(
        "app_user", Set.of("name", "display_name", "active", "password", "password_changed_at", "password_due",
            "wrong_tries", "waits_until", "created_by", "created_at"),
        "app_role", Set.of("name", "description", "administrator"),
        "user_role", Set.of("role_id", "granted_by", "granted_at"),
        "role_permission", Set.of("permission"),
        "role_site", Set.of("location_id"));

    /** Columns of which nothing is told, and why. */
    private static final Map<String, String> SILENT = Map.of(
        "id", "the row's number",
        "version", "counts changes",
        "name_key", "follows from the name",
        "last_sign_in_at", "signing in is told itself",
        "user_id", "the user who is told of",
        "role_id of role_permission", "the role that is told of",
        "role_id of role_site", "the role that is told of");

    @TempDir
    static Path folder;

    private Book book;

    @BeforeAll
    void open() {
        book = Book.open(folder);
        book.administrator();
        doEverything();
    }

    @AfterAll
    void close() {
        book.close();
    }

    @Test
    void everyColumnIsToldOrSilentForAReason() {
        List<AuditEvent> events = events(AuditQuery.all());
        List<String> missing = new ArrayList<>();
        TOLD.keySet().forEach(table -> {
            for (String column : columns(table)) {
                boolean silent = SILENT.containsKey(column) || SILENT.containsKey(column + " of " + table);
                if (silent == TOLD.get(table).contains(column) || !silent && !isTold(events, table, column)) {
                    missing.add(table + '.' + column);
                }
            }
        });
        assertThat(missing).as("columns that are not told, or not known here").isEmpty();
    }

    @Test
    void aPersonReadsWhatWasDone() {
        assertThat(told("user", "anna")).containsSubsequence(
            "CREATED name: anna, display_name: Anna, may_sign_in: true, password: (not shown), password_due: true, "
                + "wrong_tries: 0, created_by: root, roles_added: Driver (granted by root)",
            "CHANGED display_name: Anna -> Anna Marsh",
            "CHANGED roles_added: Clerk (granted by root)",
            "CHANGED roles_removed: Driver (granted by root)",
            "CHANGED may_sign_in: true -> false, wrong_tries: 10 -> 0",
            "CHANGED may_sign_in: false -> true",
            "CHANGED password: (not shown) -> (not shown)");
        assertThat(told("role", "Driver")).containsSubsequence(
            "CREATED name: Driver, description: , administrator: false, permissions_added: ledger.post, ledger.view, "
                + "sites_added: NORTH");
        assertThat(told("role", "Crane driver")).containsSubsequence(
            "CHANGED name: Driver -> Crane driver, description:  -> Drives., permissions_added: ledger.reserve, "
                + "permissions_removed: ledger.post, sites_added: SOUTH, sites_removed: NORTH",
            "DELETED name: Crane driver, description: Drives., administrator: false, permissions_removed: ledger.reserve, "
                + "ledger.view, sites_removed: SOUTH");
        assertThat(told("role", "Clerk")).as("the roles that come with the first user").first().asString()
            .startsWith("CREATED name: Clerk");
    }

    @Test
    void noPasswordAndNoHashIsInTheTrail() {
        List<String> details = texts("SELECT detail FROM audit_event");
        List<String> hashes = texts("SELECT password FROM app_user");
        assertThat(hashes).hasSize(2).allMatch(hash -> hash.startsWith("$argon2id$"));
        assertThat(details).isNotEmpty().noneMatch(detail -> detail.contains("argon2")
            || detail.contains(Book.PASSWORD) || detail.contains(OTHER_PASSWORD)
            || hashes.stream().anyMatch(hash -> detail.contains(hash.substring(hash.lastIndexOf('$') + 1))));
    }

    /** Each method that changes users and roles, with another value in each field. */
    private void doEverything() {
        LocationId north = place(1001, "NORTH");
        LocationId south = place(1002, "SOUTH");
        Role driver = book.role("Driver", Set.of("ledger.view", "ledger.post"), north);
        book.users().add("anna", "Anna", Book.PASSWORD.toCharArray(), Set.of(driver.id())).value();
        book.users().save("anna", "Anna Marsh", 0).value();
        book.users().grant("anna", book.named("Clerk").id()).value();
        book.users().withdraw("anna", driver.id()).value();
        Role changed = book.roles().save(new RoleDraft(Optional.of(driver.id()), driver.version(), "Crane driver",
            "Drives.", Set.of("ledger.view", "ledger.reserve"), Set.of(south))).value();
        book.roles().delete(changed.id(), changed.version()).value();
        book.signIn("anna").value();
        for (int i = 0; i < SignIns.FREE_TRIES; i++) {
            book.sessions().signIn("anna", "wrong password".toCharArray());
        }
        book.signIn("root").value();
        book.users().lock("anna").value();
        book.users().unlock("anna").value();
        book.world().clock().advance(Duration.ofMinutes(5));
        book.users().resetPassword("anna", OTHER_PASSWORD.toCharArray()).value();
        book.sessions().signIn("anna", OTHER_PASSWORD.toCharArray()).value();
        book.sessions().changePassword(OTHER_PASSWORD.toCharArray(), Book.PASSWORD.toCharArray()).value();
        book.signIn("root").value();
    }

    private LocationId place(long id, String code) {
        book.world().service(UnitOfWork.class).write(transaction -> {
            try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO location (id, code, "
                + "name, path, kind, partner_id, active, version) VALUES (?, ?, ?, ?, 'SITE', 0, 1, 0)")) {
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

    private List<AuditEvent> events(AuditQuery query) {
        return book.world().service(AuditTrail.class).page(query, 0, 10_000).reversed();
    }

    /** What was done to something, oldest first, without what is another time in each run. */
    private List<String> told(String subject, String key) {
        return events(AuditQuery.of(subject, key)).stream().map(event -> event.action() + ' ' + event.fields().stream()
            .filter(field -> !field.name().endsWith("_at") && !field.name().endsWith("_until"))
            .map(UserAuditTest::text).toList().toString().replaceAll("^\\[|\\]$", "")).toList();
    }

    private static String text(AuditEvent.Field field) {
        String values = Stream.of(field.before(), field.after()).flatMap(Optional::stream)
            .map(value -> value.replaceAll(", granted at [^)]*", "")).reduce((before, after) -> before + " -> " + after)
            .orElseThrow();
        return field.name() + ": " + values;
    }

    private static boolean isTold(List<AuditEvent> events, String table, String column) {
        String subject = table.endsWith("_user") || table.startsWith("user_") ? "user" : "role";
        return events.stream().filter(event -> event.subject().equals(subject))
            .flatMap(event -> event.fields().stream()).anyMatch(field -> switch (table) {
                case "user_role" -> field.name().equals("roles_added") && field.after().orElse("")
                    .contains(column.equals("role_id") ? "Driver (" : column.replace('_', ' ') + ' ');
                case "role_permission" -> field.name().equals("permissions_added");
                case "role_site" -> field.name().equals("sites_added");
                default -> field.name().equals(column.equals("active") ? "may_sign_in" : column);
            });
    }

    private List<String> columns(String table) {
        return book.world().service(UnitOfWork.class).read(transaction -> {
            List<String> columns = new ArrayList<>();
            try (PreparedStatement select = transaction.connection().prepareStatement("SELECT * FROM " + table);
                ResultSet rows = select.executeQuery()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    columns.add(rows.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                }
            }
            return columns;
        });
    }

    private List<String> texts(String query) {
        return book.world().service(UnitOfWork.class).read(transaction -> {
            List<String> texts = new ArrayList<>();
            try (PreparedStatement select = transaction.connection().prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        });
    }

}
