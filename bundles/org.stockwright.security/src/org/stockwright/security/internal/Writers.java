package org.stockwright.security.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.SecurityRefusal;

/**
 * Whoever changes users and roles takes turns, in all programs: rules about the first user and the last administrator
 * look at all of them.
 *
 * @param name who acts
 * @param administrator whether he may change administrators and himself
 */
record Writers(String name, boolean administrator) {

    /** Waits for the turn. On a book without users whoever acts is as good as an administrator. */
    static Writers turn(Transaction transaction) throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE setting SET version = version + 1 WHERE name = 'security.writers'")) {
            update.executeUpdate();
        }
        boolean administrator = !StandingRows.hasUsers(transaction);
        try (PreparedStatement select = transaction.connection().prepareStatement(
            "SELECT u.id FROM app_user u JOIN user_role g ON g.user_id = u.id JOIN app_role r ON r.id = g.role_id"
                + " WHERE u.name_key = ? AND u.active = 1 AND r.administrator = 1")) {
            select.setString(1, Names.key(transaction.user()));
            try (ResultSet rows = select.executeQuery()) {
                administrator |= rows.next();
            }
        }
        return new Writers(transaction.user(), administrator);
    }

    /** Why only an administrator may do this; empty for one. */
    Optional<Refusal> administratorOnly() {
        return administrator ? Optional.empty()
            : Optional.of(Refusal.of(SecurityRefusal.ADMINISTRATORS_ONLY, name).hint("Ask an administrator."));
    }

    /** Why whoever acts may not widen what he may do himself by this role; empty for an administrator. */
    Optional<Refusal> notOwn(String role) {
        return administrator ? Optional.empty()
            : Optional.of(Refusal.of(SecurityRefusal.OWN_ROLE, name, role).hint("Ask an administrator."));
    }

}
