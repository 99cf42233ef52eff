package org.stockwright.ledger.internal.stock;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.stockwright.base.Micros;

/**
 * Whether every checkpoint is the sum of its movements. All are compared in one look at the movements and without
 * keeping a figure per balance: each balance gets a number by chance, new for every look, and the sums of figure times
 * number are compared. Figures that differ have the same sum once in 2^55 looks.
 */
final class CheckpointCheck {

    private final long key = new SecureRandom().nextLong();
    private final Connection connection;
    private final Findings findings;

    private CheckpointCheck(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    static void run(Connection connection, Findings findings) throws SQLException {
        CheckpointCheck check = new CheckpointCheck(connection, findings);
        TreeMap<Long, List<Checkpoint>> bySeq = new CheckpointRows(connection).list().stream()
            .collect(Collectors.groupingBy(Checkpoint::seq, TreeMap::new, Collectors.toList()));
        for (List<Checkpoint> together : bySeq.values()) {
            check.compare(together);
        }
    }

    /** Checkpoints up to the same movement, by rising instant. */
    private void compare(List<Checkpoint> together) throws SQLException {
        long[] ends = together.stream().mapToLong(Checkpoint::effective).toArray();
        long[] sums = new long[ends.length + 1];
        long[] counts = new long[ends.length + 1];
        new SqlQuery("SELECT from_balance_id, to_balance_id, quantity, effective_at FROM movement WHERE seq <= ?",
            together.getFirst().seq()).forEach(connection, row -> {
                findings.looked();
                int first = firstFrom(ends, row.getLong(4));
                sums[first] += weighed(row.getLong(2), row.getBigDecimal(3))
                    - weighed(row.getLong(1), row.getBigDecimal(3));
                counts[first]++;
            });
        List<Checkpoint> wrong = new ArrayList<>();
        long sum = 0;
        long count = 0;
        for (int i = 0; i < ends.length; i++) {
            sum += sums[i];
            count += counts[i];
            if (count != together.get(i).movements() || !Optional.of(sum).equals(stored(together.get(i)))) {
                wrong.add(together.get(i));
            }
        }
        wrong.forEach(one -> findings.wrong("the checkpoint " + one.id() + " of " + instant(one)
            + " is not the sum of its movements; --rebuild makes it anew"));
    }

    /** The first of the rising ends that is not before the instant. */
    private static int firstFrom(long[] ends, long instant) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] < instant) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Optional<Long> stored(Checkpoint checkpoint) throws SQLException {
        Optional<Figures> figures = new CheckpointRows(connection).figures(checkpoint);
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        long[] sum = { 0 };
        figures.get().forEach((id, quantity) -> sum[0] += weighed(id, quantity));
        return Optional.of(sum[0]);
    }

    /** Reckoned modulo 2^64, in which sums stay what they are. */
    private long weighed(long balance, BigDecimal quantity) {
        return quantity.setScale(9).unscaledValue().longValue() * weight(balance);
    }

    /** A number that nobody knows beforehand: SplitMix64 of key and balance. */
    private long weight(long balance) {
        long mixed = key + balance * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private static Instant instant(Checkpoint checkpoint) {
        return Micros.toInstant(checkpoint.effective());
    }

}
