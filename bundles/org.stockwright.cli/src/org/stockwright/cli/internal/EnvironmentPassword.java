package org.stockwright.cli.internal;

import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.stockwright.persistence.spi.PasswordSource;

/** The password of a server's database from the environment, where it shows in no list of processes. */
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
        return Optional.ofNullable(System.getenv(VARIABLE)).filter(text -> !text.isEmpty()).map(String::toCharArray);
    }

}
