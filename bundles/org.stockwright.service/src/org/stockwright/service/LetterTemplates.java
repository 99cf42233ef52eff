package org.stockwright.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;

/**
 * The library of letter templates. What stands in one is in {@code docs/domain/services-letters.md}: {@code ${field}},
 * {@code [#if ...]} and {@code [#list table as row]}, the same in all formats. Thread-safe; never called on the user interface's
 * thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface LetterTemplates {

    /** So many bytes a template has at most. */
    int MOST_BYTES = 5_000_000;

    /** All versions of all templates, by code and version. */
    List<LetterTemplate> list();

    /** All versions of a template, by version. */
    List<LetterTemplate> versions(String code);

    /** The approved version that is used on a day. */
    Optional<LetterTemplate> on(String code, LocalDate day);

    /** The content of a version. */
    Outcome<byte[]> content(String code, int version);

    /**
     * Reads a draft and makes the letter of its sample, as {@link #save} does before it stores anything.
     *
     * @return the draft with its fields and hash; or what is not right in it, all at once where that is possible
     */
    Outcome<LetterTemplate> check(LetterTemplate draft, byte[] content);

    /**
     * What the content of a draft asks for and what it comes to, while it is typed: its code and name do not matter, what is wrong
     * refuses nothing, and nothing is stored.
     *
     * @param format in what it is written
     * @param sample what the letter says
     */
    Sketch sketch(LetterFormat format, byte[] content, LetterData sample);

    /**
     * A draft as far as it can be read.
     *
     * @param fields what it asks for; nothing while it cannot be read
     * @param letter the letter of the sample, in the format of the draft; empty while there is none
     * @param problems what is wrong with the content, or missing in the sample
     */
    record Sketch(List<LetterField> fields, Optional<byte[]> letter, List<Refusal> problems) {

        /** Takes copies. */
        public Sketch {
            fields = List.copyOf(fields);
            problems = List.copyOf(problems);
        }

    }

    /**
     * Stores a draft: a new template, a new version of one, or a changed draft. The version 0 makes the next one. What
     * {@link #check} refuses is not stored.
     */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<LetterTemplate> save(LetterTemplate draft, byte[] content);

    /** Throws a draft away. */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<LetterTemplate> discard(String code, int version);

    /** Approves a draft: from its first day on it is used in place of the version before, which ends the day before. */
    @Requires(ServicePermission.APPROVE)
    Outcome<LetterTemplate> approve(String code, int version);

    /** Uses a version no more after a day. */
    @Requires(ServicePermission.APPROVE)
    Outcome<LetterTemplate> retire(String code, int version, LocalDate last);

}
