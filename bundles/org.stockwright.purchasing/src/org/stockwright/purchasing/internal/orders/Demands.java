package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.stockwright.base.Contributions;
import org.stockwright.base.LocationId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.spi.OrderedDemand;

/** The kinds of documents of other areas whose lines are ordered from suppliers. */
@Component(service = Demands.class)
public final class Demands {

    /** None at all: for papers that order nothing. */
    static final Demands NONE = new Demands(Map.of());

    private final Map<String, OrderedDemand> demands;

    @Activate
    public Demands(@Reference(policyOption = ReferencePolicyOption.GREEDY) List<OrderedDemand> demands,
        @Reference Contributions contributions) {
        this(contributions.by(OrderedDemand::kind, demands));
    }

    private Demands(Map<String, OrderedDemand> demands) {
        this.demands = demands;
    }

    /** Why so much more of a line cannot be ordered. */
    Optional<Refusal> refusal(Transaction transaction, Document document, DocumentLine line, BigDecimal quantity,
        Optional<LocationId> shipTo) throws SQLException {
        OrderedDemand demand = demands.get(document.kind());
        return demand == null ? Optional.empty()
            : demand.refusal(transaction, document, line, quantity, shipTo);
    }

    /** Lets a document follow how much of its lines is ordered now. */
    void settle(Transaction transaction, Document document) throws SQLException {
        OrderedDemand demand = demands.get(document.kind());
        if (demand != null) {
            demand.settle(transaction, document.id());
        }
    }

}
