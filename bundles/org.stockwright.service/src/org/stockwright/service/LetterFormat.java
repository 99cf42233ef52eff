package org.stockwright.service;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In what a letter is written. */
public enum LetterFormat {

    /** A page of HTML. */
    HTML("html", "text/html"),
    /** A document of Word. */
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** A document of OpenOffice or LibreOffice Writer. */
    ODT("odt", "application/vnd.oasis.opendocument.text");

    private final String ending;
    private final String mediaType;

    LetterFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The format of a file, by the ending of its name. */
    public static Optional<LetterFormat> ofFile(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(format -> small.endsWith("." + format.ending)).findFirst();
    }

    /** The ending of files. */
    public String ending() {
        return ending;
    }

    /** The media type. */
    public String mediaType() {
        return mediaType;
    }

}
