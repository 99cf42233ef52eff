package org.stockwright.fulfilment;

import java.util.Optional;

/** The orders by which goods go out. */
public enum OrderKind {
    /** A customer wants goods. */
    CUSTOMER("customer-order", "SO", "Customer order"),
    /** A department or production wants goods. */
    INTERNAL("internal-order", "IO", "Internal order"),
    /** Goods change from one place of ours to another, by way of transit. */
    TRANSFER("transfer-order", "TO", "Transfer order");

    private final String id;
    private final String series;
    private final String title;

    OrderKind(String id, String series, String title) {
        this.id = id;
        this.series = series;
        this.title = title;
    }

    /** The id of the kind of document, for example {@code customer-order}. */
    public String id() {
        return id;
    }

    /** The number series, for example {@code SO}. */
    public String series() {
        return series;
    }

    /** What people call one. */
    public String title() {
        return title;
    }

    /** The kind with this id of documents. */
    public static Optional<OrderKind> of(String id) {
        for (OrderKind kind : values()) {
            if (kind.id.equals(id)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

}
