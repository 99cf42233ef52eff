package org.stockwright.purchasing.internal.orders;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;

/** Stores orders, and takes their parts of the documents that they are made of. */
final class OrderPlacing {

    private OrderPlacing() {
        // only functions
    }

    /** Stores one order. */
    static Outcome<Document> store(StockStep step, DocumentBook book, Demands demands, NewDocument made)
        throws SQLException {
        Outcome<List<Document>> stored = storeAll(step, book, demands, List.of(made));
        return stored.map(List::getFirst);
    }

    /**
     * Stores orders of one kind, all or none. Those whose keys are known are told again; they have the numbers that they got.
     * Refusals carry the line of the order.
     */
    static Outcome<List<Document>> storeAll(StockStep step, DocumentBook book, Demands demands, List<NewDocument> all)
        throws SQLException {
        Transaction transaction = step.transaction();
        List<LineId> sources = all.stream().flatMap(made -> made.lines().stream())
            .flatMap(line -> line.source().stream()).toList();
        OrderSources locked = new OrderSources(transaction, book, demands, List.of(), sources);
        // asked behind the lock: somebody else may have sent the same in the meantime
        Map<String, Document> known = new HashMap<>();
        for (NewDocument made : known(transaction, all)) {
            Outcome<Document> first = book.known(transaction, made.key(), made.hash()).orElseThrow();
            if (!first.isDone()) {
                return first.map(List::of);
            }
            known.put(made.key(), first.value());
        }
        List<NewDocument> fresh = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (NewDocument made : all) {
            if (!known.containsKey(made.key())) {
                refusals.addAll(locked.check(made.lines(), made.place()));
                fresh.add(made.madeOf(source(locked, made)));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        if (!fresh.isEmpty()) {
            List<Document> stored = book.storeAll(transaction, fresh,
                step.numbers(series(fresh.getFirst()), fresh.size()));
            for (Document order : stored) {
                locked.ordered(order);
                known.put(order.key(), order);
            }
        }
        return Outcome.done(all.stream().map(made -> known.get(made.key())).toList());
    }

    /** Those of them whose keys were used before. */
    private static List<NewDocument> known(Transaction transaction, List<NewDocument> all) throws SQLException {
        Set<String> keys = new HashSet<>();
        new BulkSelect(transaction).each("SELECT document_key FROM document WHERE document_key IN ",
            all.stream().map(NewDocument::key).toList(), "", row -> keys.add(row.getString(1)));
        return all.stream().filter(made -> keys.contains(made.key())).toList();
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
