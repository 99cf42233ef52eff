package org.stockwright.persistence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;

/** Where a store is: a folder with an embedded Derby database, or a PostgreSQL database. */
public sealed interface StoreLocation {

    /**
     * An embedded database.
     *
     * @param path the folder that holds the database, our lock file and the acknowledgement journal
     */
    record Folder(Path path) implements StoreLocation {

        /** The absolute, normalised path. */
        public Folder {
            path = path.toAbsolutePath().normalize();
        }

        @Override
        public String toString() {
            return path.toString();
        }

    }

    /**
     * A PostgreSQL database.
     *
     * @param url a JDBC URL without password
     * @param password what the URL held as password, if anything; it is never stored or shown
     */
    record Server(String url, Optional<Password> password) implements StoreLocation {

        private static final String PARAMETER = "password=";

        /**
         * Of a URL without a password.
         *
         * @throws IllegalArgumentException when there is one in it
         */
        public Server {
            if (secret(url).isPresent()) {
                throw new IllegalArgumentException("A URL with a password in it");
            }
        }

        /** Of a URL that may hold a password: it is taken out. */
        public Server(String url) {
            this(without(url), secret(url));
        }

        /** The same place without its password. */
        public Server anonymous() {
            return new Server(url, Optional.empty());
        }

        private static Optional<Password> secret(String url) {
            return parameters(url).stream().filter(Server::isSecret)
                .map(parameter -> URLDecoder.decode(parameter.substring(PARAMETER.length()), StandardCharsets.UTF_8))
                .map(text -> new Password(text.toCharArray())).findFirst();
        }

        private static String without(String url) {
            int query = url.indexOf('?');
            String rest = parameters(url).stream().filter(parameter -> !isSecret(parameter))
                .collect(Collectors.joining("&"));
            return query < 0 ? url : url.substring(0, query) + (rest.isEmpty() ? "" : '?' + rest);
        }

        private static boolean isSecret(String parameter) {
            return parameter.toLowerCase(Locale.ROOT).startsWith(PARAMETER);
        }

        private static List<String> parameters(String url) {
            int query = url.indexOf('?');
            return query < 0 ? List.of() : Arrays.stream(url.substring(query + 1).split("&"))
                .filter(parameter -> !parameter.isEmpty()).toList();
        }

        @Override
        public String toString() {
            return url;
        }

    }

    /** What the text of {@code --db} stands for: a JDBC URL of PostgreSQL, or else a folder. */
    static Outcome<StoreLocation> parse(String text) {
        if (text.startsWith("jdbc:postgresql:")) {
            return Address.isUrl(text) ? Outcome.done(new Server(text)) : Outcome.refused(Address.notUnderstood());
        }
        if (Address.isOtherUrl(text)) {
            return Outcome.refused(Address.notUnderstood());
        }
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            return Outcome.refused(StoreRefusal.NOT_A_LOCATION, text.replace('\0', '?'));
        }
        return Outcome.done(new Folder(Path.of(text)));
    }

    /** What addresses look like. What is not understood is not repeated: there may be a password in it. */
    final class Address {

        private static final Pattern URL = Pattern
            .compile("jdbc:postgresql:(//[^/?@\\s]+(,[^/?@\\s]+)*/)?[^/?@\\s]*(\\?\\S*)?");
        private static final Pattern OTHER = Pattern.compile("(jdbc:|postgres(ql)?:).*", Pattern.DOTALL);

        private Address() {
            // only functions
        }

        private static boolean isUrl(String text) {
            return URL.matcher(text).matches();
        }

        private static boolean isOtherUrl(String text) {
            return OTHER.matcher(text).matches();
        }

        private static Refusal notUnderstood() {
            return Refusal.of(StoreRefusal.NOT_A_LOCATION, "This address")
                .hint("Write jdbc:postgresql://host:port/database?user=name, or a folder.");
        }

    }

}
