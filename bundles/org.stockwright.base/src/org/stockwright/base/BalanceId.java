package org.stockwright.base;

/**
 * The identity of a balance: the place in the ledger where stock of one kind lies, unique in one database. Shown to nobody; people use codes.
 *
 * @param value the number the database knows it by
 */
public record BalanceId(long value) implements Comparable<BalanceId> {

    @Override
    public int compareTo(BalanceId other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

}
