package org.stockwright.company.ui.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is typed about a PostgreSQL database, and what is wrong with it; no widgets and no password.
 *
 * @param host name or address of the server
 * @param port as typed
 * @param database its name
 * @param user who signs in to it
 * @param encryption whether the connection is encrypted
 */
@SuppressWarnings("nls")
record ServerAddress(String host, String port, String database, String user, Encryption encryption) {

    /** What most people have. */
    static final ServerAddress EMPTY = new ServerAddress("", "5432", "stockwright", "", Encryption.PREFER);

    private static final Pattern URL = Pattern
        .compile("jdbc:postgresql://(\\[[^\\]]+\\]|[^/:?#\\s]+)(?::(\\d+))?/([^?#\\s]+)(?:\\?(\\S*))?");

    /** How the driver encrypts. */
    enum Encryption {
        /** With a certificate that fits the host. */
        VERIFY("verify-full"),
        /** With any certificate. */
        REQUIRE("require"),
        /** When the server can. */
        PREFER("prefer"),
        /** Never. */
        OFF("disable");

        private final String mode;

        Encryption(String mode) {
            this.mode = mode;
        }

        private static Encryption of(String mode) {
            for (Encryption encryption : values()) {
                if (encryption.mode.equals(mode)) {
                    return encryption;
                }
            }
            return mode.equals("verify-ca") ? VERIFY : PREFER;
        }
    }

    /** The first thing that is missing or wrong; empty when all is well. */
    Optional<String> problem() {
        if (host.isBlank()) {
            return Optional.of(Messages.Connect_noHost);
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
            return Optional.of(Messages.bind(Messages.Connect_badPort, port));
        }
        if (database.isBlank()) {
            return Optional.of(Messages.Connect_noDatabase);
        }
        return user.isBlank() ? Optional.of(Messages.Connect_noUser) : Optional.empty();
    }

    /** The JDBC address, without a password. */
    String url() {
        return "jdbc:postgresql://" + host + ':' + port + '/' + encoded(database) + "?user=" + encoded(user)
            + "&sslmode=" + encryption.mode;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The parts of a pasted address; a password in it is left out. Empty when it is none. */
    static Optional<ServerAddress> parse(String text) {
        Matcher url = URL.matcher(text.strip());
        if (!url.matches()) {
            return Optional.empty();
        }
        String query = url.group(4) == null ? "" : url.group(4);
        return Optional.of(new ServerAddress(url.group(1), url.group(2) == null ? "5432" : url.group(2),
            decoded(url.group(3)), parameter(query, "user"), Encryption.of(parameter(query, "sslmode"))));
    }

    /** Whether somebody pasted an address with a password. */
    static boolean holdsPassword(String text) {
        return text.matches("(?is).*[?&]password=.*");
    }

    private static String parameter(String query, String name) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + '=')) {
                return decoded(part.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return java.net.URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // a percent sign that encodes nothing
            return text;
        }
    }

}
