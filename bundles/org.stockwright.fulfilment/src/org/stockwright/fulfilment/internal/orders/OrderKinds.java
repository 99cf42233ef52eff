package org.stockwright.fulfilment.internal.orders;

import java.util.Arrays;

import org.stockwright.documents.KindView;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;

/** Orders as kinds of documents. */
final class OrderKinds {

    private OrderKinds() {
        // only functions
    }

    static KindView view(OrderKind kind) {
        return new KindView(kind.id(), kind.title(), Arrays.stream(OrderState.values())
            .map(state -> new KindView.State(state.name(), state.title(), state.isOpen(kind))).toList());
    }

}
