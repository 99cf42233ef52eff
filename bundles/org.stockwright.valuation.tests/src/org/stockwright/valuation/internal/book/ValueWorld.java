package org.stockwright.valuation.internal.book;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.Transaction;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.valuation.CostMethod;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.TransitTerms;
import org.stockwright.valuation.ValueRow;

import static org.assertj.core.api.Assertions.assertThat;

/** A warehouse whose stock has a value; after each test everything has to tie out. */
public abstract class ValueWorld {

    @TempDir
    Path folder;

    protected World world;
    protected Warehouse warehouse;

    @BeforeEach
    void open() throws Exception {
        FrameworkUtil.getBundle(Valuer.class).start();
        world = World.open(folder);
        warehouse = new Warehouse(world);
    }

    @AfterEach
    void check() {
        try {
            Invariants.check(warehouse.work());
            tiesOut();
        } finally {
            world.close();
        }
    }

    /** Whatever was done: quantities, values, layers and journal agree, and computing them again changes nothing. */
    protected void tiesOut() {
        warehouse.work().read(transaction -> {
            Map<Long, BigDecimal> onHand = new TreeMap<>(sums(transaction,
                "SELECT item_id, SUM(on_hand) FROM balance WHERE kept = 1 AND owner_id = 0 GROUP BY item_id"));
            notOurs().forEach((item, quantity) -> onHand.merge(item, quantity.negate(), BigDecimal::add));
            Map<Long, BigDecimal> booked = sums(transaction, "SELECT item_id, SUM(stock_change) FROM value_entry "
                + "GROUP BY item_id");
            Map<Long, BigDecimal> quantities = sums(transaction, "SELECT item_id, quantity FROM cost_head");
            Map<Long, BigDecimal> amounts = sums(transaction, "SELECT item_id, amount FROM cost_head");
            quantities.forEach((item, quantity) -> {
                assertThat(quantity).as("quantity of " + item)
                    .isEqualByComparingTo(onHand.getOrDefault(item, BigDecimal.ZERO));
                assertThat(amounts.get(item)).as("value of " + item)
                    .isEqualByComparingTo(booked.getOrDefault(item, BigDecimal.ZERO));
                if (quantity.signum() == 0) {
                    assertThat(amounts.get(item)).as("value of nothing of " + item).isEqualByComparingTo("0");
                }
            });
            return null;
        });
    }

    /** What lies now in places of transit whose goods are not ours, by item. */
    private Map<Long, BigDecimal> notOurs() {
        Map<String, ValueRow.Whose> last = new TreeMap<>();
        world.service(TransitTerms.class).list().stream()
            .filter(one -> one.terms().from().isEmpty() || !one.terms().from().get().isAfter(world.clock().instant()))
            .sorted(Comparator.comparing(one -> one.terms().from().orElse(Instant.MIN)))
            .forEach(one -> last.put(one.terms().place(), one.whose()));
        last.values().removeIf(whose -> whose == ValueRow.Whose.OURS);
        return warehouse.work().read(transaction -> {
            Map<Long, BigDecimal> result = new TreeMap<>();
            for (String place : last.keySet()) {
                sums(transaction, "SELECT b.item_id, SUM(b.on_hand) FROM balance b JOIN location l "
                    + "ON l.id = b.location_id WHERE b.owner_id = 0 AND l.code = '" + place + "' GROUP BY b.item_id")
                    .forEach((item, quantity) -> result.merge(item, quantity, BigDecimal::add));
            }
            return result;
        });
    }

    /** A place of transit with terms. */
    protected void transit(String code, TransitTerms.Direction direction, TransitTerms.Incoterm rule) {
        warehouse.places().saveAll(List.of(Locations.Draft.of(code, code, "", LocationKind.TRANSIT))).value();
        world.service(TransitTerms.class).set(List.of(new TransitTerms.Terms(code, direction, Optional.of(rule),
            Optional.empty(), Optional.empty())), Progress.NONE).value();
    }

    protected static Map<Long, BigDecimal> sums(Transaction transaction, String sql) throws SQLException {
        Map<Long, BigDecimal> result = new TreeMap<>();
        try (PreparedStatement select = transaction.connection().prepareStatement(sql);
            ResultSet row = select.executeQuery()) {
            while (row.next()) {
                result.put(row.getLong(1), row.getBigDecimal(2));
            }
        }
        return result;
    }

    /** What each movement moved between the accounts, by the sender's key and line: the same in every order of entry. */
    protected Map<String, BigDecimal> journal() {
        return warehouse.work().read(transaction -> {
            Map<String, BigDecimal> result = new TreeMap<>();
            try (Statement statement = transaction.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT p.posting_key, m.line, e.kind, d.code, c.code, "
                    + "e.effective_at, e.amount FROM value_entry e LEFT JOIN movement m ON m.seq = e.about_seq "
                    + "LEFT JOIN posting p ON p.id = m.posting_id JOIN account d ON d.id = e.debit_account_id "
                    + "JOIN account c ON c.id = e.credit_account_id")) {
                while (row.next()) {
                    result.merge(String.join(" ", String.valueOf(row.getString(1)), row.getString(2), row.getString(3),
                        row.getString(4), row.getString(5), row.getString(6)), row.getBigDecimal(7), BigDecimal::add);
                }
            }
            result.values().removeIf(amount -> amount.signum() == 0);
            result.replaceAll((key, amount) -> amount.stripTrailingZeros());
            return result;
        });
    }

    protected void method(CostMethod method) {
        world.service(CostSettings.class).setPolicy(
            new CostSettings.Policy(CostSettings.Level.COMPANY, "", method, Optional.empty()), Progress.NONE).value();
    }

    protected Outcome<PostingReceipt> post(String key, Instant effective, String reference, MovementLine... lines) {
        return warehouse.ledger().post(new PostingRequest(key, effective, List.of(lines), reference, "", ""));
    }

    protected void done(String key, Instant effective, MovementLine... lines) {
        post(key, effective, "", lines).value();
    }

    protected static Instant day(double day) {
        return World.START.minus(Duration.ofDays(100)).plusMillis((long) (day * 86_400_000));
    }

    protected MovementLine in(String item, long pieces, String unitCost) {
        return warehouse.line("SUPPLIER", "MAIN", item, pieces).withUnitCost(new BigDecimal(unitCost));
    }

    protected MovementLine out(String item, long pieces) {
        return warehouse.line("MAIN", "CUSTOMER", item, pieces);
    }

    protected static MovementKind issue() {
        return MovementKind.ISSUE;
    }

    /** The value of an item's stock, as its head has it. */
    protected BigDecimal value(String item) {
        return warehouse.work().read(transaction -> Heads
            .find(transaction.connection(), warehouse.itemOf(item).value()).amount().stripTrailingZeros());
    }

    /** The balance of an account. */
    protected BigDecimal account(String code) {
        return warehouse.work().read(transaction -> {
            Map<Long, BigDecimal> debit = sums(transaction,
                "SELECT a.id, SUM(e.amount) FROM value_entry e JOIN account a "
                    + "ON a.id = e.debit_account_id WHERE a.code = '" + code + "' GROUP BY a.id");
            Map<Long, BigDecimal> credit = sums(transaction,
                "SELECT a.id, SUM(e.amount) FROM value_entry e JOIN account "
                    + "a ON a.id = e.credit_account_id WHERE a.code = '" + code + "' GROUP BY a.id");
            return debit.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(credit.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)).stripTrailingZeros();
        });
    }

}
