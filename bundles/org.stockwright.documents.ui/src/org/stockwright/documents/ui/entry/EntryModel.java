package org.stockwright.documents.ui.entry;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;

/**
 * What is special about entering documents of a kind. Register it as an OSGi service; it is there while a book is open.
 * Thread-safe: whatever asks the book is called in jobs.
 */
@ConsumerType
public interface EntryModel {

    /** The stable id, by which drafts are found, for example {@code purchase-order}. */
    String id();

    /** What is entered, for example {@code Purchase order}. */
    String title();

    /** The permission without which it is not posted. */
    String permission();

    /** The fields of the head, in the order of Enter. */
    List<EntryField> head();

    /** The fields of a line, in the order of Enter; the first says what the line is about, a line without it is none. */
    List<EntryField> line();

    /** The columns of what is looked up for lines; their {@link EntryField#id} is the key in {@link EntryFacts#lines}. */
    default List<EntryField> facts() {
        return List.of();
    }

    /**
     * Looks up totals, availability, promises. In a job, a moment after something was typed.
     *
     * @param state what is entered
     * @param typed the line that is being typed, not yet among the lines; empty when none is
     */
    default EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        return EntryFacts.NONE;
    }

    /** Fills the rest after a field of the head that {@link EntryField#isFilling fills} was typed. In a job. */
    default Outcome<EntryState> filled(EntryState state, String field) {
        return Outcome.done(state);
    }

    /** Counts what was scanned, or refuses it. In a job. */
    Outcome<EntryState> scanned(EntryState state, String code);

    /**
     * Posts what was entered: checks all fields first, and tells with the line (from 1; 0 for the head) and column what is
     * wrong. In a job.
     */
    Outcome<Posted> post(EntryState state);

    /** What the entry of the same once more begins with, if documents of this one's kind can be entered so. */
    default Optional<EntryState> copy(Document document) {
        return Optional.empty();
    }

    /**
     * It was posted.
     *
     * @param sentence what was done, with the number
     * @param number the document's number
     * @param warnings what somebody should know
     */
    record Posted(String sentence, String number, List<Refusal> warnings) {

        /** Takes a copy. */
        public Posted {
            warnings = List.copyOf(warnings);
        }

    }

}
