package org.stockwright.documents;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that waits for somebody to do it.
 *
 * @param topic the stable id of what is to be done, for example {@code purchasing.approve}
 * @param title what is to be done, for example {@code Approve requisition}
 * @param number the document's number
 * @param document the document
 * @param subject more to know, for example the supplier and the amount
 * @param due until when, if somebody said
 * @param priority the higher, the sooner
 */
public record Task(String topic, String title, String number, DocumentId document, String subject,
    Optional<LocalDate> due, int priority) {
}
