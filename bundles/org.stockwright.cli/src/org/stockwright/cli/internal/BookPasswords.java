package org.stockwright.cli.internal;

import java.util.Optional;

import org.stockwright.company.StorePasswords;

/** Passwords of encrypted books, for whoever opens one by a command. */
record BookPasswords(Passwords passwords) implements StorePasswords {

    @Override
    public Optional<char[]> password(String url, String user) {
        return Optional.empty();
    }

    @Override
    public Optional<char[]> bookPassword(String folder) {
        return passwords.book(folder);
    }

}
