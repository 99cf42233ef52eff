package org.stockwright.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the real data that tests may use where it is: the folder named by the system property
 * {@code stockwright.shared}, or {@code shared/data} beside the project or one of the folders that it lies in.
 */
public final class SharedData {

    private SharedData() {
    }

    /** A folder or file of the real data, if it is there. */
    public static Optional<Path> find(String name) {
        String property = System.getProperty("stockwright.shared");
        if (property != null) {
            return Optional.of(Path.of(property, "data", name)).filter(Files::exists);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path candidate = folder.resolve("shared").resolve("data").resolve(name);
            if (Files.exists(candidate)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

}
