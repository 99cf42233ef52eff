package org.stockwright.security.internal;

import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import javax.management.ObjectName;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.RefusalCode;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Session;
import org.stockwright.security.User;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** Row S4 of the reliability figures. */
class PasswordIT {

    @TempDir
    private Path folder;
    private Book book;

    @BeforeEach
    void open() {
        book = Book.open(folder.resolve("book"));
    }

    @AfterEach
    void close() {
        book.close();
    }

    private static RefusalCode code(Outcome<?> outcome) {
        assertThat(outcome.refusals()).hasSize(1);
        return outcome.refusals().get(0).code();
    }

    private Outcome<Session> wrong(String user) {
        return book.sessions().signIn(user, "not the right password".toCharArray());
    }

    private String stored(String user) {
        return book.world().service(UnitOfWork.class).read(transaction -> {
            try (var select = transaction.connection()
                .prepareStatement("SELECT password FROM app_user WHERE name_key = ?")) {
                select.setString(1, user);
                try (var rows = select.executeQuery()) {
                    rows.next();
                    return rows.getString(1);
                }
            }
        });
    }

    @Test
    void everyTryTakesATenthOfASecondWhoeverAsks() {
        book.administrator();
        for (String user : new String[] { "root", "nobody", "", "' OR 1=1 --" }) {
            for (int i = 0; i < 2; i++) {
                long begin = System.nanoTime();
                assertThat(code(wrong(user))).isEqualTo(SecurityRefusal.WRONG_PASSWORD);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(user)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(100));
            }
        }
        long begin = System.nanoTime();
        PasswordHash.of("a password to measure".toCharArray());
        System.out.println("Argon2id m=19 MiB t=2 p=1: " + (System.nanoTime() - begin) / 1_000_000 + " ms");
    }

    @Test
    void tenWrongOnesCostAMinuteAndEachFurtherOneTwiceAsLong() {
        book.administrator();
        Instant begin = World.START;
        for (int i = 0; i < 9; i++) {
            assertThat(code(wrong("root"))).isEqualTo(SecurityRefusal.WRONG_PASSWORD);
        }
        Outcome<Session> tenth = wrong("root");
        assertThat(code(tenth)).isEqualTo(SecurityRefusal.WRONG_PASSWORD);
        assertThat(tenth.refusals().get(0).hint()).contains("2026-01-15T08:01:");

        assertThat(code(book.signIn("root"))).as("the right one, too early").isEqualTo(SecurityRefusal.TOO_MANY_TRIES);
        book.world().reopen();
        Outcome<Session> early = book.signIn("root");
        assertThat(code(early)).as("a restart does not help").isEqualTo(SecurityRefusal.TOO_MANY_TRIES);
        assertThat(early.refusals().get(0).sentence()).contains("2026-01-15T08:01:");

        book.world().clock().advance(Duration.ofSeconds(61));
        assertThat(code(wrong("root"))).isEqualTo(SecurityRefusal.WRONG_PASSWORD);
        book.world().clock().advance(Duration.ofSeconds(61));
        assertThat(code(book.signIn("root"))).as("now it is two minutes").isEqualTo(SecurityRefusal.TOO_MANY_TRIES);
        book.world().clock().advance(Duration.ofSeconds(60));
        assertThat(book.signIn("root").value().since()).isAfter(begin.plusSeconds(180));
        User user = book.users().byName("root").orElseThrow();
        assertThat(user.wrongTries()).isZero();
        assertThat(user.waitsUntil()).isEmpty();
    }

    @Test
    void manyAtOnceGetNoMoreTries() throws Exception {
        book.administrator();
        List<Thread> threads = new java.util.ArrayList<>();
        List<RefusalCode> codes = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        for (int i = 0; i < 16; i++) {
            threads.add(Thread.ofPlatform().start(() -> codes.add(code(wrong("root")))));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(codes).filteredOn(SecurityRefusal.WRONG_PASSWORD::equals).hasSize(10);
        assertThat(codes).filteredOn(SecurityRefusal.TOO_MANY_TRIES::equals).hasSize(6);
    }

    @Test
    void anAdministratorEndsTheWait() {
        book.administrator();
        book.add("anna").value();
        for (int i = 0; i < 10; i++) {
            wrong("anna");
        }
        assertThat(code(book.signIn("anna"))).isEqualTo(SecurityRefusal.TOO_MANY_TRIES);
        book.users().unlock("anna").value();
        assertThat(book.signIn("anna").isDone()).isTrue();
    }

    @Test
    void waitsDoubleUpToAnHour() {
        assertThat(SignIns.waitAfter(10)).isEqualTo(Duration.ofMinutes(1));
        assertThat(SignIns.waitAfter(13)).isEqualTo(Duration.ofMinutes(8));
        assertThat(SignIns.waitAfter(16)).isEqualTo(Duration.ofHours(1));
        assertThat(SignIns.waitAfter(1_000_000)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void whatIsStoredIsAHashThatFollowsTodaysParameters() {
        book.administrator();
        assertThat(stored("root"))
            .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        String old = PasswordHash.of(Book.PASSWORD.toCharArray(), 4096, 1, 1).toString();
        book.world().service(UnitOfWork.class).write(transaction -> {
            try (var update = transaction.connection().prepareStatement("UPDATE app_user SET password = ?")) {
                update.setString(1, old);
                update.executeUpdate();
            }
            return Outcome.done(old);
        }).value();
        wrong("root");
        assertThat(stored("root")).as("a wrong one changes nothing").isEqualTo(old);
        book.signIn("root").value();
        assertThat(stored("root")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(book.signIn("root").isDone()).isTrue();
    }

    @Test
    void aUserChangesThePasswordThatSomebodyElseSet() {
        book.administrator();
        book.add("anna").value();
        assertThat(book.signIn("anna").value().passwordDue()).isTrue();
        assertThat(code(change("wrong one entirely", "four yellow forklifts")))
            .isEqualTo(SecurityRefusal.WRONG_PASSWORD);
        assertThat(code(change(Book.PASSWORD, Book.PASSWORD))).isEqualTo(SecurityRefusal.PASSWORD_NOT_NEW);
        assertThat(code(change(Book.PASSWORD, "short"))).isEqualTo(SecurityRefusal.PASSWORD_TOO_SHORT);
        assertThat(change(Book.PASSWORD, "four yellow forklifts").value().passwordDue()).isFalse();
        assertThat(code(book.signIn("anna"))).isEqualTo(SecurityRefusal.WRONG_PASSWORD);
        assertThat(book.sessions().signIn("anna", "four yellow forklifts".toCharArray()).isDone()).isTrue();
    }

    private Outcome<Session> change(String old, String fresh) {
        return book.sessions().changePassword(old.toCharArray(), fresh.toCharArray());
    }

    @Test
    void aLockedSessionIsUnlockedByItsPasswordOnly() {
        book.administrator();
        book.sessions().lock();
        assertThat(book.sessions().current()).get().extracting(Session::locked).isEqualTo(Boolean.TRUE);
        assertThat(book.access().may("ledger.post")).as("jobs go on").isTrue();
        assertThat(code(book.sessions().unlock("not it at all".toCharArray())))
            .isEqualTo(SecurityRefusal.WRONG_PASSWORD);
        assertThat(book.sessions().unlock(Book.PASSWORD.toCharArray()).value().locked()).isFalse();
        book.sessions().signOut();
        assertThat(book.sessions().current()).isEmpty();
        assertThat(code(book.sessions().unlock(Book.PASSWORD.toCharArray()))).isEqualTo(SecurityRefusal.NOT_SIGNED_IN);
    }

    @Test
    void passwordsAreOverwrittenWhateverBecomesOfThem() {
        for (char[] password : List.of("good enough for it".toCharArray(), "short".toCharArray())) {
            book.users().add("root", "", password, Set.of());
            assertThat(password).containsOnly('\0');
            char[] tried = "whatever it is".toCharArray();
            book.sessions().signIn("root", tried);
            assertThat(tried).containsOnly('\0');
        }
        char[] old = "good enough for it".toCharArray();
        char[] fresh = "even better than that".toCharArray();
        book.sessions().changePassword(old, fresh);
        assertThat(old).containsOnly('\0');
        assertThat(fresh).containsOnly('\0');
    }

    @Test
    void noPasswordIsLeftInMemoryOrInAnyFileAfterItsUse() throws Exception {
        byte[] mask = new byte[24];
        new SecureRandom().nextBytes(mask);
        char[] secret = secret(mask);
        book.users().add("root", "", secret(mask), Set.of()).value();
        book.sessions().signIn("root", secret).value();
        wrong("root");
        Path dump = folder.resolve("heap.hprof");
        ManagementFactory.getPlatformMBeanServer().invoke(
            new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpHeap",
            new Object[] { dump.toString(), Boolean.TRUE }, new String[] { "java.lang.String", "boolean" });
        char[] again = secret(mask);
        byte[] bytes = new String(again).getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = new String(again).getBytes(StandardCharsets.UTF_16BE);
        assertThat(occurs(dump, bytes)).as("as bytes").isFalse();
        assertThat(occurs(dump, wide)).as("as characters").isFalse();
        assertThat(occurs(dump, "stockwright".getBytes(StandardCharsets.ISO_8859_1))).as("the search finds").isTrue();
        Files.delete(dump);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(occurs(file, bytes)).as(file.toString()).isFalse();
                assertThat(occurs(file, wide)).as(file.toString()).isFalse();
            }
        }
    }

    /** Made again from a mask when it is needed, so that this test does not keep it either. */
    private static char[] secret(byte[] mask) {
        char[] secret = new char[mask.length];
        for (int i = 0; i < mask.length; i++) {
            secret[i] = (char) ('a' + (mask[i] & 0xff) % 26);
        }
        return secret;
    }

    private static boolean occurs(Path file, byte[] wanted) throws java.io.IOException {
        byte[] buffer = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = Files.newInputStream(file)) {
            int read = in.read(buffer, 0, buffer.length);
            while (read > 0) {
                int end = kept + read;
                for (int i = 0; i + wanted.length <= end; i++) {
                    if (buffer[i] == wanted[0]
                        && Arrays.equals(buffer, i, i + wanted.length, wanted, 0, wanted.length)) {
                        return true;
                    }
                }
                kept = Math.min(wanted.length - 1, end);
                System.arraycopy(buffer, end - kept, buffer, 0, kept);
                read = in.read(buffer, kept, buffer.length - kept);
            }
        }
        return false;
    }

}
