package org.stockwright.base;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Why something was not done: a stable code, the values that the sentence speaks of, and a hint that says what to do.
 *
 * @param code the stable reason
 * @param arguments what the sentence's placeholders stand for; printed with {@link Object#toString()}
 * @param hint what the user can do about it, or an empty string
 * @param place where in the input it was found; {@link Place#NONE} when it concerns the whole
 */
public record Refusal(RefusalCode code, List<Object> arguments, String hint, Place place) {

    /** So many characters of a value are shown: a cell of a file may have tens of thousands. */
    private static final int LONGEST = 500;

    /** Checks that nothing is missing. */
    public Refusal {
        Objects.requireNonNull(code);
        Objects.requireNonNull(hint);
        Objects.requireNonNull(place);
        arguments = List.copyOf(arguments);
    }

    /** A refusal without a hint and without a place. */
    public static Refusal of(RefusalCode code, Object... arguments) {
        return new Refusal(code, List.of(arguments), "", Place.NONE);
    }

    /** The same refusal with a hint: what the user can do. */
    public Refusal hint(String text) {
        return new Refusal(code, arguments, text, place);
    }

    /** The same refusal, told to stand at a place of the input. */
    public Refusal at(Place where) {
        return new Refusal(code, arguments, hint, where);
    }

    /** The sentence in English, without code and hint. Of a very long value only the beginning is shown. */
    public String sentence() {
        Object[] texts = arguments.stream().map(argument -> shown(String.valueOf(argument))).toArray();
        return new MessageFormat(code.sentence(), Locale.ROOT).format(texts);
    }

    private static String shown(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + "…";
    }

    /** {@code CODE: sentence Hint}, as the command line prints it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!place.isNone()) {
            text.append(place).append(": ");
        }
        text.append(code.name()).append(": ").append(sentence());
        if (!hint.isEmpty()) {
            text.append(' ').append(hint);
        }
        return text.toString();
    }

    /**
     * A place in the input that a refusal speaks of.
     *
     * @param source the file's name, or an empty string
     * @param line the line in the file or document, counted from 1; 0 when it is not about a line
     * @param column the column's name, or an empty string
     */
    public record Place(String source, long line, String column) {

        /** No place: the refusal concerns the whole. */
        public static final Place NONE = new Place("", 0, "");

        /** A line of a document. */
        public static Place line(long line) {
            return new Place("", line, "");
        }

        /** A field of a form or of a line. */
        public static Place field(long line, String column) {
            return new Place("", line, column);
        }

        /** Whether this names no place at all. */
        public boolean isNone() {
            return source.isEmpty() && line == 0 && column.isEmpty();
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder(source);
            if (line > 0) {
                text.append(text.isEmpty() ? "line " : ":").append(line);
            }
            if (!column.isEmpty()) {
                text.append(text.isEmpty() ? "" : ", ").append("column ").append(column);
            }
            return text.toString();
        }

    }

}
