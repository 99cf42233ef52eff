package org.stockwright.cli.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.stockwright.base.Refusal;

/**
 * Where passwords come from: the environment or a person at a terminal. Never an argument, which every user of the machine
 * could read.
 *
 * @param environment the value of a variable, or null
 * @param prompt asks a person and answers with what was typed, or null where there is nobody
 */
record Passwords(UnaryOperator<String> environment, Function<String, char[]> prompt) {

    /** The password of whoever acts. */
    static final String OWN = "STOCKWRIGHT_PASSWORD";
    /** The password that somebody gets. */
    static final String FRESH = "STOCKWRIGHT_NEW_PASSWORD";
    /** The password of an encrypted book. */
    static final String BOOK = "STOCKWRIGHT_BOOK_PASSWORD";

    /** Those of this process. */
    static Passwords ofProcess() {
        return new Passwords(System::getenv, question -> {
            java.io.Console terminal = System.console();
            return terminal == null ? null : terminal.readPassword("%s: ", question);
        });
    }

    /** The password of whoever acts. */
    char[] own(String user) {
        String given = environment.apply(OWN);
        return given == null ? asked("Password of " + user, OWN) : given.toCharArray();
    }

    /** The password of an encrypted book; empty where there is nobody to ask. */
    Optional<char[]> book(String folder) {
        String given = environment.apply(BOOK);
        return given != null && !given.isEmpty() ? Optional.of(given.toCharArray())
            : Optional.ofNullable(prompt.apply("Password of the book " + folder));
    }

    /** The password that a new book gets; a person types it twice. */
    char[] freshBook(String folder) {
        return fresh("the book " + folder, BOOK);
    }

    /** A new password for a user; a person types it twice. */
    char[] fresh(String user) {
        return fresh(user, FRESH);
    }

    private char[] fresh(String owner, String variable) {
        String given = environment.apply(variable);
        if (given != null) {
            return given.toCharArray();
        }
        char[] first = asked("New password of " + owner, variable);
        char[] second = asked("The same again", variable);
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new RefusedException(Refusal.of(CliRefusal.PASSWORDS_DIFFER).hint("Nothing was stored; try again."));
        }
        return first;
    }

    private char[] asked(String question, String variable) {
        char[] typed = prompt.apply(question);
        if (typed == null) {
            throw new RefusedException(Refusal.of(CliRefusal.PASSWORD_MISSING, question)
                .hint("Set the environment variable " + variable + ", or use a terminal."));
        }
        return typed;
    }

}
