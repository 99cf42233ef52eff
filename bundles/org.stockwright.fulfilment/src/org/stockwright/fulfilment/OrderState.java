package org.stockwright.fulfilment;

/** Where an order stands. Its lines tell more: an order that is partly allocated is still open. */
public enum OrderState {
    /** Stock is still to be found for a part of it. */
    OPEN("Open"),
    /** Stock is held for all that is not shipped, or a supplier is to send it. */
    ALLOCATED("Allocated"),
    /** Goods were taken from their bins for it. */
    IN_PICKING("In picking"),
    /** All that was not cancelled left; of a transfer it is on its way. */
    SHIPPED("Shipped"),
    /** Nothing is left to be done. */
    CLOSED("Closed"),
    /** Nobody wants it any more. */
    CANCELLED("Cancelled");

    private final String title;

    OrderState(String title) {
        this.title = title;
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether work is left to be done in an order of a kind. */
    public boolean isOpen(OrderKind kind) {
        return switch (this) {
            case OPEN, ALLOCATED, IN_PICKING -> true;
            case SHIPPED -> kind == OrderKind.TRANSFER;
            case CLOSED, CANCELLED -> false;
        };
    }

}
