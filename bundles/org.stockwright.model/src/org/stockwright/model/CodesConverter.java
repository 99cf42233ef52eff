package org.stockwright.model;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A set of codes as one text: sorted, with {@code |} between them. */
@Converter
public final class CodesConverter implements AttributeConverter<Set<String>, String> {

    @Override
    public String convertToDatabaseColumn(Set<String> codes) {
        return codes == null ? "" : toText(codes);
    }

    @Override
    public Set<String> convertToEntityAttribute(String text) {
        return text == null ? Set.of() : toSet(text);
    }

    /** The text that stands for the codes. */
    public static String toText(Set<String> codes) {
        return String.join("|", new TreeSet<>(codes));
    }

    /** The codes that a text stands for, sorted; it cannot be changed. */
    public static Set<String> toSet(String text) {
        return text.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(List.of(text.split("\\|"))));
    }

}
