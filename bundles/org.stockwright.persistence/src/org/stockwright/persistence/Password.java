package org.stockwright.persistence;

import java.util.Arrays;

/** A password on its way to the database. It never shows itself: not in a text, not in a log, not in a message. */
public final class Password {

    private final char[] characters;

    /** Takes a copy of the characters. */
    public Password(char[] characters) {
        this.characters = characters.clone();
    }

    /** A copy of the characters, for the one who signs in; overwrite it after use. */
    public char[] characters() {
        return characters.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Password password && Arrays.equals(characters, password.characters);
    }

    /** The same for all: a hash would tell something of the password. */
    @Override
    public int hashCode() {
        return Password.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }

}
