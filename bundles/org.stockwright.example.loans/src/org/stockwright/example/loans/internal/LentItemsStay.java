package org.stockwright.example.loans.internal;

import java.sql.SQLException;
import java.util.List;

import org.osgi.service.component.annotations.Component;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.Transaction;

/** Nothing of an item moves while it is lent. */
@Component
public final class LentItemsStay implements PostingParticipant {

    @Override
    public String name() {
        return "Loans";
    }

    @Override
    public List<Refusal> check(Transaction transaction, PostingRequest request) {
        try {
            return new LoanRows(transaction).of(request.lines().stream().map(MovementLine::item).toList()).stream()
                .map(LoansComponent::refusal).toList();
        } catch (SQLException e) {
            throw new StoreException("Loans could not be read: " + e.getMessage(), e);
        }
    }

}
