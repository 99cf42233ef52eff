package org.stockwright.fulfilment.internal.orders;

import java.util.List;

import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders.Part;

/** What makes two requests the same. */
final class OrderHash {

    private OrderHash() {
        // only functions
    }

    static String of(OrderRequest request) {
        Canonical text = new Canonical(request.kind().id()).add(request.customer()).add(request.address())
            .add(request.place()).add(request.target()).add(request.reference()).add(request.currency())
            .add(request.ordered()).add(request.due()).add(request.priority()).add(request.department())
            .add(request.costCentre()).add(request.carrier()).add(request.arrival());
        for (OrderRequest.Line line : request.lines()) {
            text.add(line.item()).add(line.quantity()).add(line.price()).add(line.due()).add(line.lot())
                .add(line.note());
        }
        return text.hash();
    }

    static String of(DocumentId order, List<Part> parts) {
        Canonical text = new Canonical("split").add(order);
        parts.forEach(part -> text.add(part.line()).add(part.quantity()));
        return text.hash();
    }

}
