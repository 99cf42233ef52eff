package org.stockwright.documents;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.stockwright.base.Quantity;

/**
 * One step in the chain of documents: what became of a line, and by which document.
 *
 * @param from the document whose line went on
 * @param fromNumber its number
 * @param fromLine the line's number
 * @param item the item's code
 * @param wanted the line's whole quantity
 * @param step what became of it
 * @param quantity of how much, in the item's base unit; negative when a step was taken back
 * @param by the document that did it, if one did
 * @param byKind the id of its kind, or empty
 * @param byNumber its number, or empty
 * @param effective when it happened
 * @param user who did it
 */
public record Link(DocumentId from, String fromNumber, int fromLine, String item, Quantity wanted, Step step,
    BigDecimal quantity, Optional<DocumentId> by, String byKind, String byNumber, Instant effective, String user) {
}
