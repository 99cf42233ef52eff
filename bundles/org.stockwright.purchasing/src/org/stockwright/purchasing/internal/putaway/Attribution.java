package org.stockwright.purchasing.internal.putaway;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.ledger.MovementLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.internal.receiving.ReceiptFollow;
import org.stockwright.purchasing.internal.receiving.ReceiptSources;
import org.stockwright.purchasing.internal.receiving.SourceChain;
import org.stockwright.purchasing.internal.receiving.States;

/** Says which receipts' lines goods come from: the oldest that are not put away. */
final class Attribution {

    private final List<DocumentLine> lines;
    private final SourceChain chain;
    private final Set<DocumentId> documents;
    private final Map<LineId, BigDecimal> used = new HashMap<>();

    private Attribution(List<DocumentLine> lines, SourceChain chain, Set<DocumentId> documents) {
        this.lines = lines;
        this.chain = chain;
        this.documents = documents;
    }

    /** The documents whose lines may be concerned, found before the unit of work. */
    static Set<DocumentId> candidates(Transaction transaction, DocumentBook book, List<Move> moves)
        throws SQLException {
        Set<DocumentId> found = new LinkedHashSet<>();
        Map<Goods, BigDecimal> left = new HashMap<>();
        moves.stream().map(Move::goods).filter(goods -> goods.status().equals(MovementLine.AVAILABLE))
            .forEach(goods -> left.merge(goods, goods.quantity().amount(), BigDecimal::add));
        if (left.isEmpty()) {
            return found;
        }
        book.lines(transaction, LineQuery.open(Receipts.KIND).in(Set.of(States.RECEIVED))
            .of(left.keySet().stream().map(Goods::item).collect(Collectors.toSet())), (receipt, line) -> {
                BigDecimal open = ReceiptFollow.toPutAway(line);
                left.replaceAll((goods, quantity) -> {
                    if (open.signum() > 0 && quantity.signum() > 0 && isOf(line, goods)) {
                        found.add(receipt.id());
                        return quantity.subtract(open);
                    }
                    return quantity;
                });
            });
        return found;
    }

    private static boolean isOf(DocumentLine line, Goods goods) {
        return line.itemId().equals(goods.item()) && line.lot().equals(goods.lot())
            && line.location().equals(Optional.of(goods.from()));
    }

    /** Locks the candidates and all before them. */
    static Attribution lock(Transaction transaction, DocumentBook book, ReceiptSources sources,
        Set<DocumentId> candidates) throws SQLException {
        List<LineId> ids = book.read(transaction, candidates).stream().flatMap(one -> one.lines().stream())
            .map(DocumentLine::id).toList();
        SourceChain chain = sources.chain(transaction, ids);
        Set<DocumentId> documents = new LinkedHashSet<>(chain.documents(ids));
        documents.addAll(candidates);
        List<DocumentLine> lines = new ArrayList<>();
        for (Document document : book.lock(transaction, documents)) {
            if (document.kind().equals(Receipts.KIND) && document.state().equals(States.RECEIVED)) {
                lines.addAll(document.lines());
            }
        }
        return new Attribution(lines, chain, documents);
    }

    /** A part of goods that comes from a line, or from nobody knows where. */
    record Share(BigDecimal quantity, Optional<LineId> line) {
    }

    List<Share> shares(Goods goods) {
        List<Share> shares = new ArrayList<>();
        BigDecimal left = goods.quantity().amount();
        if (goods.status().equals(MovementLine.AVAILABLE)) {
            for (DocumentLine line : lines) {
                BigDecimal open = ReceiptFollow.toPutAway(line)
                    .subtract(used.getOrDefault(line.id(), BigDecimal.ZERO)).min(left);
                if (open.signum() > 0 && isOf(line, goods)) {
                    shares.add(new Share(open, Optional.of(line.id())));
                    used.merge(line.id(), open, BigDecimal::add);
                    left = left.subtract(open);
                }
            }
        }
        if (left.signum() > 0) {
            shares.add(new Share(left, Optional.empty()));
        }
        return shares;
    }

    List<LineId> wanting(LineId line) {
        return chain.from(line);
    }

    Set<DocumentId> documents() {
        return documents;
    }

}
