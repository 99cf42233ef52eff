package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.model.MicrosConverter;
import org.stockwright.persistence.AuditAction;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.SecurityRefusal;

/**
 * Tries of passwords. A try is counted in the database before it is looked at, so that neither many at once nor a restart
 * gives more of them.
 */
final class SignIns {

    /** So many wrong passwords cost the first wait; each further one doubles it. */
    static final int FREE_TRIES = 10;
    static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(SignIns.class);

    /** The hash of nothing that anybody has, so that an unknown name takes as long as a known one. */
    private static final String DECOY = "$argon2id$v=19$m=" + PasswordHash.MEMORY_KIB + ",t=" + PasswordHash.PASSES
        + ",p=" + PasswordHash.LANES + "$c3RvY2t3cmlnaHQtbm8tMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final String SUBJECT = "user";

    private SignIns() {
        // only steps
    }

    /**
     * A user whose password is tried.
     *
     * @param id the row
     * @param name the name as it is stored
     * @param active whether the user may sign in
     * @param password the stored hash
     * @param waitsUntil until when no further password is accepted, if this one is wrong
     */
    record Account(long id, String name, boolean active, String password, Optional<Instant> waitsUntil) {
    }

    /** Counts a try and then looks at the password; done when it is right and its user may sign in. */
    static Outcome<Account> check(UnitOfWork work, String name, char[] password) {
        Outcome<Optional<Account>> counted = work.write(transaction -> count(transaction, name));
        return counted.then(account -> {
            boolean right = isOf(account.map(Account::password).orElse(DECOY), password);
            if (account.isEmpty() || !right) {
                return wrong(work, account);
            }
            if (!account.get().active()) {
                return Outcome.refused(Refusal.of(SecurityRefusal.USER_LOCKED, account.get().name())
                    .hint("An administrator can unlock the user."));
            }
            return Outcome.done(account.get());
        });
    }

    private static Outcome<Optional<Account>> count(Transaction transaction, String name) throws SQLException {
        Account account;
        int tries;
        Instant now = transaction.now();
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT id, name, active, password, wrong_tries, waits_until FROM app_user WHERE name_key = ?"
                + transaction.dialect().forUpdate())) {
            select.setString(1, Names.key(name));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Outcome.done(Optional.empty());
                }
                long waits = rows.getLong(6);
                if (!rows.wasNull() && MicrosConverter.toInstant(waits).isAfter(now)) {
                    return Outcome.refused(Refusal
                        .of(SecurityRefusal.TOO_MANY_TRIES, rows.getString(2), told(MicrosConverter.toInstant(waits)))
                        .hint("Wait until then, or ask an administrator to unlock the user."));
                }
                tries = rows.getInt(5) + 1;
                account = new Account(rows.getLong(1), rows.getString(2), rows.getInt(3) == 1, rows.getString(4),
                    tries < FREE_TRIES ? Optional.empty() : Optional.of(now.plus(waitAfter(tries))));
            }
        }
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE app_user SET wrong_tries = ?, waits_until = ? WHERE id = ?")) {
            update.setInt(1, tries);
            if (account.waitsUntil().isPresent()) {
                update.setLong(2, MicrosConverter.toMicros(account.waitsUntil().get()));
            } else {
                update.setNull(2, Types.BIGINT);
            }
            update.setLong(3, account.id());
            update.executeUpdate();
        }
        return Outcome.done(Optional.of(account));
    }

    /** How long nobody may try after so many wrong passwords. */
    static Duration waitAfter(int tries) {
        int doublings = Math.min(tries - FREE_TRIES, 20);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private static boolean isOf(String hash, char[] password) {
        try {
            return PasswordHash.parse(hash).isOf(password);
        } catch (IllegalArgumentException e) {
            LOG.error("A stored password hash is damaged; reset that user's password", e);
            return false;
        }
    }

    private static Outcome<Account> wrong(UnitOfWork work, Optional<Account> account) {
        // A name that nobody has is not kept: it may be a password typed into the wrong field.
        String name = account.map(Account::name).orElse("?");
        work.write(transaction -> {
            transaction.tell(AuditAction.SIGN_IN_REFUSED, SUBJECT, name, Map.of());
            return Outcome.done(name);
        });
        String hint = account.flatMap(Account::waitsUntil)
            .map(until -> "None is accepted before " + told(until) + '.').orElse("Type both again.");
        return Outcome.refused(Refusal.of(SecurityRefusal.WRONG_PASSWORD).hint(hint));
    }

    /** Whole seconds, never before the instant itself. */
    private static Instant told(Instant until) {
        Instant second = until.truncatedTo(ChronoUnit.SECONDS);
        return second.equals(until) ? second : second.plusSeconds(1);
    }

    /** The password was right: forgets the tries, and makes a new hash where the parameters are not those of today. */
    static Outcome<Instant> right(UnitOfWork work, Account account, char[] password, boolean signsIn) {
        Optional<String> fresh = PasswordHash.parse(account.password()).isOutdated()
            ? Optional.of(PasswordHash.of(password).toString()) : Optional.empty();
        return work.write(transaction -> {
            try (PreparedStatement update = transaction.connection().prepareStatement(
                "UPDATE app_user SET wrong_tries = 0, waits_until = NULL, last_sign_in_at = ? WHERE id = ?")) {
                update.setLong(1, MicrosConverter.toMicros(transaction.now()));
                update.setLong(2, account.id());
                update.executeUpdate();
            }
            if (fresh.isPresent()) {
                rehash(transaction, account, fresh.get());
            }
            if (signsIn) {
                transaction.tell(AuditAction.SIGNED_IN, SUBJECT, account.name(), Map.of());
            }
            return Outcome.done(transaction.now());
        });
    }

    /** Unless the password itself was changed meanwhile. */
    private static void rehash(Transaction transaction, Account account, String fresh) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE app_user SET password = ? WHERE id = ? AND password = ?")) {
            update.setString(1, fresh);
            update.setLong(2, account.id());
            update.setString(3, account.password());
            update.executeUpdate();
        }
    }

    /** Stores another password; its user chose it himself, or is asked for one of his own. */
    static void setPassword(Transaction transaction, long user, PasswordHash hash, boolean due) throws SQLException {
        UserRows.watch(transaction, user);
        try (PreparedStatement update = transaction.connection().prepareStatement(
            "UPDATE app_user SET password = ?, password_changed_at = ?, password_due = ?, wrong_tries = 0,"
                + " waits_until = NULL, version = version + 1 WHERE id = ?")) {
            update.setString(1, hash.toString());
            update.setLong(2, MicrosConverter.toMicros(transaction.now()));
            update.setInt(3, due ? 1 : 0);
            update.setLong(4, user);
            update.executeUpdate();
        }
    }

}
