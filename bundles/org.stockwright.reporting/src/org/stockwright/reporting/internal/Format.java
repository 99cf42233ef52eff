package org.stockwright.reporting.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of files, by extension. */
enum Format {

    PDF, XLSX, HTML, DOCX, CSV;

    /** The format that the file's extension names. */
    static Optional<Format> of(Path file) {
        String extension = extension(file);
        return Arrays.stream(values()).filter(format -> format.word().equalsIgnoreCase(extension)).findFirst();
    }

    /** What stands behind the last dot of the file's name. */
    static String extension(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        return text.substring(text.lastIndexOf('.') + 1);
    }

    /** All extensions, for a hint. */
    static String words() {
        return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(", "));
    }

    /** The extension. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

}
