package org.stockwright.cli.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.spi.PasswordSource;

/** The password of a server's database or of an encrypted book from the environment, where no list of processes shows it. */
@Component
public final class EnvironmentPassword implements PasswordSource {

    private static final String VARIABLE = "STOCKWRIGHT_DB_PASSWORD";

    /** Made by Declarative Services. */
    @Activate
    public EnvironmentPassword() {
        // nothing is kept
    }

    @Override
    public Optional<char[]> password(String url, String user) {
        return of(VARIABLE);
    }

    @Override
    public Optional<char[]> bookPassword(String folder) {
        return of(Passwords.BOOK);
    }

    private static Optional<char[]> of(String variable) {
        return Optional.ofNullable(System.getenv(variable)).filter(text -> !text.isEmpty()).map(String::toCharArray);
    }

}
