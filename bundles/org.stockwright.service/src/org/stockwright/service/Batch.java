package org.stockwright.service;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.documents.DocumentId;

/**
 * Units of stored work that are prepared together. A batch is a lot of the stored item.
 *
 * @param document its document, of the kind {@link Preparations#KIND}
 * @param number the document's number
 * @param state where it stands
 * @param template the code of the template that it is prepared by
 * @param version its version
 * @param stages how many of the template's stages are done for it
 * @param item the stored item
 * @param lot the code of the lot
 * @param units how many are to be prepared
 * @param made how many of them passed the quality gates; 0 until it is done
 * @param planned when it is to be prepared, if somebody said
 * @param done when it was finished
 * @param expires the last day on which its units can be used; empty when they do not age
 * @param each its units by number
 */
public record Batch(DocumentId document, String number, State state, String template, int version, int stages,
    ItemId item,
    String lot, int units, int made, Optional<Instant> planned, Optional<Instant> done, Optional<LocalDate> expires,
    List<Unit> each) {

    /** Takes a copy. */
    public Batch {
        each = List.copyOf(each);
    }

    /** Where a batch stands. */
    public enum State {
        /** Nothing was done. */
        PLANNED,
        /** Its stages are being done. */
        IN_WORK,
        /** Its units are in stock. */
        DONE,
        /** Nobody wants it any more. */
        CANCELLED
    }

    /**
     * A unit.
     *
     * @param number from 1
     * @param state what became of it
     * @param usedBy the case that holds or used it
     * @param reason why it failed or was scrapped, or empty
     */
    public record Unit(int number, UnitState state, Optional<DocumentId> usedBy, String reason) {
    }

    /** What became of a unit. */
    public enum UnitState {
        /** It is being prepared. */
        MAKING,
        /** It waits for a customer. */
        FREE,
        /** It is held for a case. */
        HELD,
        /** A case was delivered with it. */
        USED,
        /** It did not pass a quality gate. */
        FAILED,
        /** It expired, or its case was cancelled. */
        SCRAPPED
    }

    /** How many of its units are in a state. */
    public long count(UnitState state) {
        return each.stream().filter(unit -> unit.state() == state).count();
    }

}
