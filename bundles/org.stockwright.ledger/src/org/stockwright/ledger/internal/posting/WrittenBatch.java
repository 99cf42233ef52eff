package org.stockwright.ledger.internal.posting;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.BalanceId;
import org.stockwright.base.LotId;
import org.stockwright.base.PartnerId;
import org.stockwright.ledger.MovementView;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.spi.PostedBatch;
import org.stockwright.ledger.spi.PostedMovement;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;

/** The movements that a writer has appended, as participants see them. */
final class WrittenBatch implements PostedBatch {

    private final Transaction transaction;
    private final List<PostingReceipt> receipts;
    private final List<PostedMovement> movements = new ArrayList<>();
    private List<MovementView> views;

    WrittenBatch(Transaction transaction, List<Document> documents, List<PostingReceipt> receipts,
        Map<BalanceKey, BalanceIndex.Ref> balances) {
        this.transaction = transaction;
        this.receipts = receipts;
        for (int i = 0; i < documents.size(); i++) {
            Document document = documents.get(i);
            long seq = receipts.get(i).firstSeq();
            for (CheckedLine line : document.lines()) {
                movements.add(new PostedMovement(seq, receipts.get(i).id(), line.number(), line.kind(),
                    line.item().id(), line.quantity(), side(line.from(), balances), side(line.to(), balances),
                    new LotId(line.from().key().lot()), new PartnerId(line.from().key().owner()), line.unitCost(),
                    document.effective(), document.reference(),
                    line.reverses() == 0 ? Optional.empty() : Optional.of(line.reverses())));
                seq++;
            }
        }
    }

    private static PostedMovement.Side side(CheckedLine.Side side, Map<BalanceKey, BalanceIndex.Ref> balances) {
        return new PostedMovement.Side(new BalanceId(balances.get(side.key()).id()), side.place().id(),
            side.place().kind());
    }

    @Override
    public Transaction transaction() {
        return transaction;
    }

    @Override
    public List<PostedMovement> movements() {
        return List.copyOf(movements);
    }

    @Override
    public List<MovementView> views() {
        if (views == null) {
            try {
                Map<Long, List<MovementView>> found = PostedMovements.of(transaction,
                    receipts.stream().map(receipt -> receipt.id().value()).toList());
                views = receipts.stream().flatMap(receipt -> found.get(receipt.id().value()).stream()).toList();
            } catch (SQLException e) {
                throw new StoreException("The movements that were just written cannot be read", e);
            }
        }
        return views;
    }

}
