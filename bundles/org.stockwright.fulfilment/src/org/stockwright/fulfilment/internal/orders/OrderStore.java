package org.stockwright.fulfilment.internal.orders;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.internal.availability.OrderPromises;
import org.stockwright.ledger.spi.LostRace;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.persistence.Transaction;

/** Stores new orders in one step. Whoever draws a number of a series has the others wait: nobody else places meanwhile. */
final class OrderStore {

    private static final String SAME_REFERENCE = "SELECT number FROM document WHERE reference = ? AND partner_id = ? "
        + "AND kind = ? AND state <> 'CANCELLED' ORDER BY id";

    private final DocumentBook book;
    private final OrderPromises promises;
    private final StockStep step;
    private final Transaction transaction;

    OrderStore(DocumentBook book, OrderPromises promises, StockStep step) {
        this.book = book;
        this.promises = promises;
        this.step = step;
        this.transaction = step.transaction();
    }

    /** The stored orders, in the order of the requests. */
    Outcome<List<Document>> store(List<PreparedOrder> orders) throws SQLException {
        Document[] result = new Document[orders.size()];
        List<Refusal> refusals = new ArrayList<>();
        List<Integer> fresh = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            Optional<Outcome<Document>> known = known(orders.get(i));
            if (known.isEmpty()) {
                fresh.add(i);
            } else if (known.get().isDone()) {
                result[i] = known.get().value();
            } else {
                refusals.addAll(known.get().refusals());
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Map<Integer, String> numbers = new HashMap<>();
        for (OrderKind kind : OrderKind.values()) {
            List<Integer> ofKind = fresh.stream().filter(i -> orders.get(i).request().kind() == kind).toList();
            List<String> drawn = ofKind.isEmpty() ? List.of() : step.numbers(kind.series(), ofKind.size());
            for (int at = 0; at < drawn.size(); at++) {
                numbers.put(ofKind.get(at), drawn.get(at));
            }
        }
        for (int i : fresh) {
            PreparedOrder order = orders.get(i);
            if (known(order).isPresent()) {
                throw new LostRace();
            }
            Optional<Refusal> duplicate = duplicate(order, orders.subList(0, i));
            if (duplicate.isPresent()) {
                refusals.add(duplicate.get().at(new Refusal.Place(order.request().key(), 0, "reference")));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<NewDocument> promised = promises.promised(transaction,
            fresh.stream().map(i -> orders.get(i).document()).toList());
        List<Document> stored = book.storeAll(transaction, promised,
            fresh.stream().map(i -> numbers.getOrDefault(i, "")).toList());
        for (int at = 0; at < promised.size(); at++) {
            result[fresh.get(at)] = stored.get(at);
        }
        return Outcome.done(List.of(result));
    }

    private Optional<Outcome<Document>> known(PreparedOrder order) throws SQLException {
        return book.known(transaction, order.document().key(), order.document().hash());
    }

    private Optional<Refusal> duplicate(PreparedOrder order, List<PreparedOrder> before) throws SQLException {
        if (order.request().kind() != OrderKind.CUSTOMER || order.request().duplicateAccepted()
            || order.document().reference().isBlank()) {
            return Optional.empty();
        }
        for (PreparedOrder other : before) {
            if (other.document().kind().equals(order.document().kind())
                && other.document().partner().equals(order.document().partner())
                && other.document().reference().equals(order.document().reference())) {
                return Optional.of(duplicate(order, other.request().key()));
            }
        }
        String sql = SAME_REFERENCE + transaction.dialect().withoutWaiting();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setString(1, order.document().reference());
            select.setLong(2, order.document().partner().value());
            select.setString(3, order.document().kind());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(duplicate(order, row.getString(1))) : Optional.empty();
            }
        }
    }

    private static Refusal duplicate(PreparedOrder order, String other) {
        return Refusal.of(FulfilmentRefusal.DUPLICATE_ORDER, other, order.document().reference())
            .hint("If it is wanted twice, say that the duplicate is accepted.");
    }

}
