package org.stockwright.exchange.spi;

import java.util.Map;

/** Words that mean the same in files of all kinds. */
public final class FileWords {

    /** What stands for yes and no; compare in small letters. */
    public static final Map<String, Boolean> YES_OR_NO = Map.of("true", true, "yes", true, "y", true, "1", true,
        "false",
        false, "no", false, "n", false, "0", false);

    private FileWords() {
        // only constants
    }

}
