package org.stockwright.persistence.internal;

import java.sql.SQLException;
import java.util.Optional;

import org.stockwright.base.Refusal;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;

/** What a server says when it does not let us in, in words that tell what to do. */
final class ServerFailure {

    private ServerFailure() {
        // only a function
    }

    /** Whether the server wants a password, or another one. */
    static boolean isAboutPassword(SQLException failure) {
        return "08004".equals(failure.getSQLState()) || "28P01".equals(failure.getSQLState());
    }

    /** The refusal, if it is something that a person can mend. */
    static Optional<Refusal> refusal(StoreLocation.Server location, String login, SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        return switch (state) {
            case "28P01", "28000" -> Optional.of(Refusal.of(StoreRefusal.LOGIN_REFUSED, location, login)
                .hint("Check the user and the password, and whether the server accepts this user from this machine."));
            case "08004" -> Optional.of(Refusal.of(StoreRefusal.NO_PASSWORD, location, login).hint(
                "Give it in the environment variable STOCKWRIGHT_DB_PASSWORD, in the file .pgpass, or when connecting."));
            case "3D000" -> Optional.of(Refusal.of(StoreRefusal.NO_DATABASE, location)
                .hint("Check its name, or let an administrator make it: CREATE DATABASE."));
            case "42501" -> Optional.of(Refusal.of(StoreRefusal.NOT_ALLOWED, location, login)
                .hint("Let an administrator make this user the owner of the database."));
            case "57P03", "53300" -> Optional.of(Refusal.of(StoreRefusal.SERVER_BUSY, location, failure.getMessage())
                .hint("Try again in a moment."));
            default -> state.startsWith("08")
                ? Optional.of(Refusal.of(StoreRefusal.SERVER_UNREACHABLE, location, failure.getMessage())
                    .hint("Check host and port, and that the server runs and listens to this machine."))
                : Optional.empty();
        };
    }

}
