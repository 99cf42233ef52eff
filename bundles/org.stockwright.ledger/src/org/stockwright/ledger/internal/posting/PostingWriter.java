package org.stockwright.ledger.internal.posting;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.CrashPoint;
import org.stockwright.base.ItemId;
import org.stockwright.base.Micros;
import org.stockwright.base.PostingId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.NegativePolicy;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.internal.places.Premises;
import org.stockwright.ledger.spi.KeepsToItsTables;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.Transaction;

/** Writes a batch of checked postings, in the order that avoids deadlocks. Used once, inside one transaction. */
final class PostingWriter {

    private final Transaction transaction;
    private final List<Document> documents;
    private final Map<BalanceKey, BalanceIndex.Ref> balances;
    private final StockChanges changes = new StockChanges();

    /** Stores new lots and handling units, finds or makes the balances and sums up what changes in them. */
    PostingWriter(Transaction transaction, Premises premises, BalanceIndex index, List<Document> checked,
        NewRows made) throws SQLException {
        this.transaction = transaction;
        this.documents = made.isEmpty() ? checked
            : checked.stream().map(document -> new Document(document.key(), document.hash(),
                document.effective(), document.reference(), document.note(), document.series(), document.reverses(),
                document.lines().stream().map(made::stored).toList())).toList();
        List<CheckedLine.Side> sides = new ArrayList<>();
        for (Document document : documents) {
            for (CheckedLine line : document.lines()) {
                sides.add(line.from());
                sides.add(line.to());
            }
        }
        this.balances = index.of(transaction, premises, sides);
        documents.forEach(document -> document.lines().forEach(line -> changes.add(line, balances)));
    }

    List<Document> documents() {
        return documents;
    }

    Map<BalanceKey, BalanceIndex.Ref> balances() {
        return balances;
    }

    /** What moves. */
    SortedSet<ItemId> items() {
        SortedSet<ItemId> items = new TreeSet<>(Comparator.comparingLong(ItemId::value));
        documents.forEach(document -> document.lines().forEach(line -> items.add(line.item().id())));
        return items;
    }

    /** The number of the balance on one side of a line. */
    long idOf(CheckedLine.Side side) {
        return Optional.ofNullable(balances.get(side.key())).orElseThrow().id();
    }

    StockChanges changes() {
        return changes;
    }

    /** Draws numbers and appends postings and movements; the balances have been written. */
    List<PostingReceipt> append() throws SQLException {
        int lines = documents.stream().mapToInt(document -> document.lines().size()).sum();
        long firstId = transaction.nextIds("posting_seq", documents.size());
        long firstSeq = transaction.nextIds("movement_seq", lines);
        List<String> numbers = NumberSeries.draw(transaction, documents.stream().map(Document::series).toList());
        CrashPoint.POSTING_NUMBERED.reached();
        LedgerRows rows = new LedgerRows(transaction);
        rows.postings(documents, firstId, numbers);
        rows.movements(documents, firstId, firstSeq, balances);
        CrashPoint.POSTING_APPENDED.reached();
        transaction.changes(Topic.STOCK);
        List<PostingReceipt> receipts = new ArrayList<>();
        long seq = firstSeq;
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            transaction.acknowledge(firstId + i, document.hash());
            receipts.add(new PostingReceipt(new PostingId(firstId + i), document.key(), numbers.get(i), seq,
                document.lines().size(), Micros.toInstant(Micros.of(transaction.now())), false, List.of()));
            seq += document.lines().size();
        }
        return receipts;
    }

    /** Balances that went negative where the policy is to warn. */
    List<Refusal> warnings() throws SQLException {
        List<StockChanges.Change> watched = changes.list().stream()
            .filter(change -> change.side().policy() == NegativePolicy.WARN && change.onHand().signum() < 0).toList();
        Map<Long, StockChanges.Level> levels = levels(watched);
        List<Refusal> result = new ArrayList<>();
        for (StockChanges.Change change : watched) {
            BigDecimal now = levels.get(change.id()).onHand();
            if (now.signum() < 0) {
                CheckedLine line = lineOf(change);
                result.add(wentNegative(change.side(), line.item(), now).at(Refusal.Place.line(line.number())));
            }
        }
        return result;
    }

    static Refusal wentNegative(CheckedLine.Side side, ItemFacts item, BigDecimal now) {
        return Refusal.of(LedgerRefusal.WENT_NEGATIVE, item.code(), side.place().code(),
            new Quantity(now, item.unit())).hint("Receive or adjust what is missing.");
    }

    /** The first line that touches a balance. */
    CheckedLine lineOf(StockChanges.Change change) {
        return documents.stream().flatMap(document -> document.lines().stream())
            .filter(line -> line.from() == change.side() || line.to() == change.side()).findFirst().orElseThrow();
    }

    /** What lies in the changed balances now. */
    Map<Long, StockChanges.Level> levels() throws SQLException {
        return levels(changes.list());
    }

    private Map<Long, StockChanges.Level> levels(List<StockChanges.Change> some) throws SQLException {
        return StockChanges.levels(transaction.connection(), some.stream().map(StockChanges.Change::id).toList(), "");
    }

    /** Shows the written movements to the participants, and checks after each that the book is as it was. */
    List<Refusal> participate(Participants joining, List<PostingReceipt> receipts)
        throws SQLException {
        List<PostingParticipant> participants = joining.list();
        if (participants.isEmpty()) {
            return List.of();
        }
        WrittenBatch batch = new WrittenBatch(transaction, documents, receipts, balances);
        boolean watched = participants.stream().anyMatch(one -> !(one instanceof KeepsToItsTables));
        Map<Long, StockChanges.Level> before = watched ? levels() : Map.of();
        for (PostingParticipant participant : participants) {
            List<Refusal> objections = joining.posted(participant, transaction, batch);
            if (!objections.isEmpty()) {
                return objections;
            }
            if (!(participant instanceof KeepsToItsTables)
                && (!before.equals(levels()) || written(receipts) != batch.movements().size())) {
                return List.of(joining.refuses(participant, "it changed balances or movements"));
            }
        }
        return List.of();
    }

    private long written(List<PostingReceipt> receipts) throws SQLException {
        long count = 0;
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT COUNT(*) FROM movement WHERE posting_id = ?")) {
            for (PostingReceipt receipt : receipts) {
                select.setLong(1, receipt.id().value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    count += row.getLong(1);
                }
            }
        }
        return count;
    }

}
