package org.stockwright.persistence.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import jakarta.persistence.OptimisticLockException;

/** What a failure of the database means for the unit of work that met it. */
enum SqlFailure {

    /** Doing the whole work again may succeed: a deadlock, a conflict of versions, a serialization failure. */
    RETRY,
    /** The same, but it took long to find out: a lock was not given. */
    WAITED,
    /** The server cannot be reached, or threw the connection out: another connection may work. */
    DISCONNECTED,
    /** The server's disk is full. */
    DISK_FULL,
    /** The server takes no changes. */
    READ_ONLY,
    /** It cannot read or write what it keeps: damage, a disk that fails, too little memory. Whoever asked is not at fault. */
    BROKEN,
    /** Doing it again changes nothing. */
    FINAL,
    /** It is no failure of the database. */
    NONE;

    private static final int DEEPEST = 30;
    private static final Set<String> DEADLOCKS = Set.of("40001", "40P01", "40XL2");
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05", "53300");
    private static final Set<String> WAITS = Set.of("40XL1", "55P03");

    /** What Derby's states begin with where its files and its engine fail, and PostgreSQL's. */
    private static final List<String> BROKEN_STATES = List.of("XS", "XB", "XX", "58", "53");

    /** Looks for the database's answer among a failure's causes. */
    static SqlFailure of(Exception failure) {
        SqlFailure found = NONE;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof OptimisticLockException) {
                return RETRY;
            }
            if (cause instanceof SQLException sql) {
                SqlFailure meaning = of(sql.getSQLState());
                if (meaning != FINAL) {
                    return meaning;
                }
                found = FINAL;
            }
            cause = cause.getCause();
        }
        return found;
    }

    /** After a failed commit: whether the database said that it did not take place. */
    static boolean isCertain(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
            && (state.startsWith("23") || state.startsWith("25") || state.startsWith("40") && !state.equals("40003"));
    }

    private static SqlFailure of(String state) {
        if (state == null) {
            return FINAL;
        }
        if (DEADLOCKS.contains(state)) {
            return RETRY;
        }
        if (state.startsWith("08") || GONE.contains(state)) {
            return DISCONNECTED;
        }
        if (state.equals("25006")) {
            return READ_ONLY;
        }
        if (state.equals("53100")) {
            return DISK_FULL;
        }
        if (WAITS.contains(state)) {
            return WAITED;
        }
        return BROKEN_STATES.stream().anyMatch(state::startsWith) ? BROKEN : FINAL;
    }

}
