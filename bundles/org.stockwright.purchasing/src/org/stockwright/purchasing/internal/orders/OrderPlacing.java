package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;

/** Stores orders, and takes their parts of the documents that they are made of. */
final class OrderPlacing {

    private OrderPlacing() {
        // only functions
    }

    /** Stores one order. */
    static Outcome<Document> store(StockStep step, DocumentBook book, NewDocument made) throws SQLException {
        Outcome<List<Document>> stored = storeAll(step, book, List.of(made));
        return stored.map(List::getFirst);
    }

    /**
     * Stores orders, all or none. Those whose keys are known are told again; they have the numbers that they got.
     * Refusals carry the line of the order.
     */
    static Outcome<List<Document>> storeAll(StockStep step, DocumentBook book, List<NewDocument> all)
        throws SQLException {
        Transaction transaction = step.transaction();
        List<LineId> sources = all.stream().flatMap(made -> made.lines().stream())
            .flatMap(line -> line.source().stream()).toList();
        OrderSources locked = new OrderSources(transaction, book, List.of(), sources);
        List<Document> stored = new ArrayList<>();
        for (NewDocument made : all) {
            // asked behind the lock: somebody else may have sent the same in the meantime
            Optional<Outcome<Document>> known = book.known(transaction, made.key(), made.hash());
            if (known.isPresent() && !known.get().isDone()) {
                return Outcome.refused(known.get().refusals());
            }
            if (known.isPresent()) {
                stored.add(known.get().value());
                continue;
            }
            List<Refusal> refusals = locked.check(made.lines());
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
            Document order = book.store(transaction, made.madeOf(source(locked, made)), step.number(series(made)));
            locked.ordered(order);
            stored.add(order);
        }
        return Outcome.done(stored);
    }

    /** The document that all lines are made of, when it is one. */
    private static Optional<DocumentId> source(OrderSources sources, NewDocument made) {
        return made.source().or(() -> made.lines().getFirst().source().flatMap(line -> sources
            .source(Optional.of(line))).map(line -> line.document()));
    }

    private static String series(NewDocument made) {
        return made.kind().equals(PurchaseOrders.BLANKET) ? BlanketOrderKind.SERIES : PurchaseOrderKind.SERIES;
    }

}
