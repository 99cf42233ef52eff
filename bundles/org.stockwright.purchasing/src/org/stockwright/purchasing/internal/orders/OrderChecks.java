package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchasingRefusal;

/** What every step of an order asks first. */
public final class OrderChecks {

    private OrderChecks() {
        // only functions
    }

    /** The document, when it is an order or a blanket order. */
    static Outcome<Document> order(Optional<Document> document, DocumentId id) {
        return of(document, id, "purchase order", PurchaseOrders.KIND, PurchaseOrders.BLANKET);
    }

    /** The document, when it is of one of these kinds. */
    public static Outcome<Document> of(Optional<Document> document, DocumentId id, String title, String... kinds) {
        if (document.isEmpty()) {
            return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, id);
        }
        return List.of(kinds).contains(document.get().kind()) ? Outcome.done(document.get())
            : Outcome.refused(Refusal.of(PurchasingRefusal.OTHER_KIND, document.get().number(), title)
                .hint("It is a " + document.get().kind().replace('-', ' ') + "."));
    }

    /** The document, when it stands in one of these states. */
    public static Outcome<Document> in(Document document, String what, String... states) {
        return List.of(states).contains(document.state()) ? Outcome.done(document)
            : Outcome.refused(Refusal
                .of(DocumentRefusal.NOT_IN_THIS_STATE, document.number(), word(document.state()), what)
                .hint("It has to be " + String.join(" or ", List.of(states).stream().map(OrderChecks::word).toList())
                    + "."));
    }

    private static String word(String state) {
        return state.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The document as it stands by now. */
    public static Outcome<Document> now(Transaction transaction, DocumentBook book, DocumentId id)
        throws SQLException {
        return Outcome.done(book.read(transaction, List.of(id)).getFirst());
    }

}
