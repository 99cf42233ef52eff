package org.stockwright.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;

/**
 * A version of a letter template, without its content.
 *
 * @param code the template's code, the same in all versions
 * @param version from 1; 0 for a draft that is not stored yet
 * @param name what people call it
 * @param state whether it is worked on, in use or past
 * @param format in what it is written
 * @param from the first day on which letters are made by it
 * @param until the last such day; empty for no end
 * @param stored what each letter uses up, such as a printed letterhead; empty for nothing
 * @param sample an example, by which it is tested before it is stored
 * @param fields what it asks for, found in its content
 * @param hash the SHA-256 of its content, in hexadecimal
 */
public record LetterTemplate(String code, int version, String name, Template.State state, LetterFormat format,
    LocalDate from, Optional<LocalDate> until, Optional<Stored> stored, LetterData sample, List<LetterField> fields,
    String hash) {

    /** Takes a copy. */
    public LetterTemplate {
        fields = List.copyOf(fields);
    }

    /**
     * What each letter uses up, one base unit of it.
     *
     * @param item which, without lots
     * @param place where it lies
     */
    public record Stored(ItemId item, LocationId place) {
    }

    /** A draft that is not stored yet: its version, fields and hash come with its content. */
    public static LetterTemplate draft(String code, String name, LetterFormat format, LocalDate from,
        LetterData sample) {
        return new LetterTemplate(code, 0, name, Template.State.DRAFT, format, from, Optional.empty(), Optional.empty(),
            sample, List.of(), "");
    }

    /** The same with something that each letter uses up. */
    public LetterTemplate using(Stored something) {
        return new LetterTemplate(code, version, name, state, format, from, until, Optional.of(something), sample,
            fields,
            hash);
    }

    /** The same, that holds from and until other days. */
    public LetterTemplate during(LocalDate first, Optional<LocalDate> last) {
        return new LetterTemplate(code, version, name, state, format, first, last, stored, sample, fields, hash);
    }

    /** Whether it is approved and used on a day. */
    public boolean holds(LocalDate day) {
        return state == Template.State.APPROVED && !day.isBefore(from) && !until.map(day::isAfter).orElse(false);
    }

}
