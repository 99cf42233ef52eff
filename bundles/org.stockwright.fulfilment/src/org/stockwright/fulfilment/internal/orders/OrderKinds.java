package org.stockwright.fulfilment.internal.orders;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.stockwright.documents.KindView;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.OrderState;

/** Orders as kinds of documents. */
final class OrderKinds {

    private OrderKinds() {
        // only functions
    }

    private static final Map<OrderKind, KindView> VIEWS = Arrays.stream(OrderKind.values())
        .collect(Collectors.toUnmodifiableMap(Function.identity(), OrderKinds::make));

    static KindView view(OrderKind kind) {
        return Objects.requireNonNull(VIEWS.get(kind));
    }

    private static KindView make(OrderKind kind) {
        return new KindView(kind.id(), kind.title(), Arrays.stream(OrderState.values())
            .map(state -> new KindView.State(state.name(), state.title(), state.isOpen(kind))).toList());
    }

}
