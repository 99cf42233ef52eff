package org.stockwright.reliability;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.Verification;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;
import org.stockwright.valuation.TieOutRow;
import org.stockwright.valuation.Valuation;

import static org.assertj.core.api.Assertions.assertThat;

/** A book that a test harms: some items in bins of one warehouse, open in this process until it is closed. */
final class Book implements AutoCloseable {

    /** How many items there are, {@code I0} and on. */
    static final int ITEMS = 20;
    /** The two bins. */
    static final String HERE = "BIN-1";
    static final String THERE = "BIN-2";
    /** What a piece costs. */
    static final BigDecimal PRICE = new BigDecimal("3.35");
    /** Long forms of the tests. */
    static final boolean NIGHTLY = Boolean.getBoolean("stockwright.nightly");

    private final World world;
    private final Warehouse warehouse;

    private Book(World world) {
        this.world = world;
        this.warehouse = new Warehouse(world);
        warehouse.knownItems();
    }

    /** Makes one in a new folder. */
    static Book make(Path folder) {
        Book book = open(folder);
        book.furnish();
        return book;
    }

    /** Opens one that is there, or makes one of its own. */
    static Book open(Path folder) {
        World world = World.open(folder);
        boolean opened = false;
        try {
            Book book = new Book(world);
            opened = true;
            return book;
        } finally {
            if (!opened) {
                world.close();
            }
        }
    }

    /** Items and bins for an empty book. */
    void furnish() {
        warehouse.manyItems("I", ITEMS);
        warehouse.bins(HERE, THERE);
    }

    World world() {
        return world;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /** Posts a receipt of one piece of each of so many items. */
    void receive(String key, int lines) {
        post(key, lines, i -> warehouse.line("SUPPLIER", HERE, "I" + i, 1).withUnitCost(PRICE));
    }

    /** Posts an issue of one piece of each of so many items. */
    void issue(String key, int lines) {
        post(key, lines, i -> warehouse.line(HERE, "CUSTOMER", "I" + i, 1));
    }

    private void post(String key, int lines, IntFunction<MovementLine> line) {
        warehouse.ledger()
            .post(warehouse.request(key, IntStream.range(0, lines).mapToObj(line).toArray(MovementLine[]::new)))
            .value();
    }

    /** The end of a POST errand: from the supplier to the first bin, all items, as numbers. */
    String[] errand(Path folder, String key, int count, int lines) {
        List<String> words = new ArrayList<>(List.of("POST", folder.toString(), key, Integer.toString(count),
            Integer.toString(lines), Long.toString(warehouse.place("SUPPLIER").id().value()),
            Long.toString(warehouse.place(HERE).id().value())));
        for (int i = 0; i < ITEMS; i++) {
            words.add(Long.toString(warehouse.itemOf("I" + i).value()));
        }
        return words.toArray(String[]::new);
    }

    /** How many lines the posting of a key has; 0 when there is none. */
    int lines(String key) {
        return warehouse.ledger().find(key).map(posting -> posting.movements().size()).orElse(0);
    }

    /** Values what was posted before the book kept values. */
    void catchUp() {
        world.service(Valuation.class).catchUp(Progress.NONE).value();
    }

    /** All checks of the product. */
    List<Verification.Result> verify() {
        return world.service(Verification.class).verify(Progress.NONE);
    }

    /** Fails unless the product's checks and the test kit's own find nothing, and the values agree with the journal. */
    void assertClean() {
        List<Verification.Result> broken = verify().stream().filter(result -> !result.passed()).toList();
        if (!broken.isEmpty()) {
            throw new AssertionError("verify: " + broken);
        }
        Invariants.check(warehouse.work());
        assertThat(world.service(Valuation.class).tieOut(Optional.empty(), Progress.NONE)).as("tie-out").isNotEmpty()
            .allMatch(TieOutRow::agrees);
    }

    /** Seals what is not sealed yet and fails unless the whole chain is right. */
    void assertChained() {
        Verification verification = world.service(Verification.class);
        verification.seal(Progress.NONE);
        assertThat(verification.verifyChain(Progress.NONE)).isNotEmpty().allMatch(Verification.Result::passed);
    }

    /** The names of the checks, of the figures and of the chain, that find something. */
    List<String> findings() {
        Verification verification = world.service(Verification.class);
        List<Verification.Result> all = new ArrayList<>(verification.verify(Progress.NONE));
        all.addAll(verification.verifyChain(Progress.NONE));
        return all.stream().filter(result -> !result.passed()).map(Verification.Result::check).toList();
    }

    /** What lies where by the balances, one line each: the trial balance. */
    List<String> trialBalance() {
        return rows("SELECT i.code, l.code, b.on_hand, b.reserved FROM balance b JOIN item i ON i.id = b.item_id "
            + "JOIN location l ON l.id = b.location_id WHERE b.kept = 1 ORDER BY i.code, l.code, b.id");
    }

    /** The rows of a query, one line each. */
    List<String> rows(String sql) {
        return warehouse.work().read(transaction -> {
            List<String> rows = new ArrayList<>();
            try (Statement statement = transaction.connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        cells.add(row.getString(i));
                    }
                    rows.add(String.join(" ", cells));
                }
            }
            return rows;
        });
    }

    /** Changes the database as nobody should: by SQL. */
    void harm(String... statements) {
        warehouse.work().write(transaction -> {
            try (Statement statement = transaction.connection().createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
            return Outcome.done(Boolean.TRUE);
        }).value();
    }

    @Override
    public void close() {
        world.close();
    }

}
