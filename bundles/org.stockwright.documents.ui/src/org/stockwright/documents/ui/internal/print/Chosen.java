package org.stockwright.documents.ui.internal.print;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRow;

/**
 * A document that is to be printed.
 *
 * @param id its identity
 * @param kind the id of its kind
 * @param number its number
 */
public record Chosen(DocumentId id, String kind, String number) {

    /** The document of a row. */
    public static Chosen of(DocumentRow row) {
        return new Chosen(row.id(), row.kind(), row.number());
    }

    /** The document. */
    public static Chosen of(Document document) {
        return new Chosen(document.id(), document.kind(), document.number());
    }

}
