package org.stockwright.persistence;

import java.nio.file.Path;

/**
 * The user's data folder: what the system property {@code stockwright.home} or the environment variable
 * {@code STOCKWRIGHT_HOME} names, or else {@code stockwright} in the folder that the platform has for data.
 */
public final class HomeFolder {

    private HomeFolder() {
        // only a function
    }

    /** Where it is; it need not exist. */
    public static Path path() {
        String home = System.getProperty("stockwright.home", System.getenv("STOCKWRIGHT_HOME"));
        if (home != null && !home.isBlank()) {
            return Path.of(home);
        }
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data != null && !data.isBlank() ? Path.of(data)
            : Path.of(System.getProperty("user.home"), ".local", "share");
        return base.resolve("stockwright");
    }

}
