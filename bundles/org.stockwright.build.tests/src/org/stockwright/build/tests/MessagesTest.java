package org.stockwright.build.tests;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The texts of every bundle in every language.
 */
class MessagesTest {

    private static final Pattern FIELD = Pattern.compile("public static String (\\w+(?:\\s*,\\s*\\w+)*)\\s*;");

    /** Remembers the keys that a file has twice, where {@link Properties} keeps the last one silently. */
    private static final class StrictProperties extends Properties {

        private static final long serialVersionUID = 1L;

        private final transient List<Object> twice = new ArrayList<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            Object before = super.put(key, value);
            if (before != null) {
                twice.add(key);
            }
            return before;
        }

        @Override
        public synchronized boolean equals(Object other) {
            return this == other;
        }

        @Override
        public synchronized int hashCode() {
            return System.identityHashCode(this);
        }
    }

    static Stream<Path> texts() {
        return BundleSource.all().stream()
            .flatMap(bundle -> Stream.concat(bundle.files("src", ".properties").stream(),
                Stream.concat(bundle.files("OSGI-INF/l10n", ".properties").stream(),
                    Stream.of(bundle.folder().resolve("plugin.properties")).filter(Files::exists))))
            .filter(file -> file.getFileName().toString().matches("(messages|bundle|plugin)(_.*)?\\.properties"));
    }

    static Stream<Path> messageClasses() {
        return BundleSource.all().stream().flatMap(bundle -> bundle.sources().stream())
            .filter(source -> source.getFileName().toString().endsWith("Messages.java")
                && BundleSource.read(source, "").contains("NLS.initializeMessages"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aFileOfTextsLoads(Path file) throws IOException {
        StrictProperties texts = load(file);
        assertThat(texts.twice).as("keys that are there twice in %s", file).isEmpty();
        assertThat(texts).as(file.toString()).isNotEmpty().allSatisfy((key, text) -> {
            assertThat(text.toString()).as(key.toString()).isNotBlank();
            if (text.toString().matches(".*\\{\\d.*")) {
                assertThat(new MessageFormat(text.toString()).getFormats()).as(key.toString()).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyLanguageHasTheSameKeys(Path file) throws IOException {
        Path original = file.resolveSibling(file.getFileName().toString().replaceAll("_.*\\.", "."));
        assertThat(load(file).keySet()).as(file.toString()).isEqualTo(load(original).keySet());
    }

    @ParameterizedTest
    @MethodSource("messageClasses")
    void everyMessageHasAText(Path source) throws IOException {
        Set<String> fields = new TreeSet<>();
        Matcher matcher = FIELD.matcher(BundleSource.read(source, ""));
        while (matcher.find()) {
            fields.addAll(List.of(matcher.group(1).split("\\s*,\\s*")));
        }
        assertThat(load(source.resolveSibling("messages.properties")).stringPropertyNames()).as(source.toString())
            .containsExactlyInAnyOrderElementsOf(fields);
    }

    private static StrictProperties load(Path file) throws IOException {
        StrictProperties texts = new StrictProperties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
