package org.stockwright.security.internal;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names of users and roles, and how they are compared. */
final class Names {

    static final int LONGEST_USER = 64;

    /** Latin letters only: two names that look the same to a person are the same. */
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0," + (LONGEST_USER - 1) + "}");

    private Names() {
        // only rules
    }

    /** What names are compared by: the case does not matter. */
    static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a user may have this name. */
    static boolean isUser(String name) {
        return USER.matcher(name).matches();
    }

}
