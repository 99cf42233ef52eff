package org.stockwright.hostile;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.fulfilment.Channels;
import org.stockwright.persistence.Transaction;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** A book with some items, places, partners and stock that a test throws bad input at; at its end the book is sound. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HostileBook {

    /** Kept by background services, written when a book is opened, or for every command, refused ones too. */
    private static final Set<String> OWN_LIFE = Set.of("audit_event", "installed_module", "seal_block", "seal_state",
        "session", "setting");

    @TempDir
    static Path folder;

    private Path fast;

    private final Map<String, Boolean> tables = new TreeMap<>();

    World world;
    Warehouse warehouse;

    @BeforeAll
    void open() throws IOException {
        fast = FastFolder.or(folder);
        world = World.open(fast.resolve(getClass().getSimpleName()));
        warehouse = new Warehouse(world);
        warehouse.bins("BIN-1", "BIN-2", "BIN-3");
        List<ItemDraft> drafts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            drafts.add(ItemDraft.of("ITEM-" + i, "Item number " + i, i % 3 == 0 ? "KG" : "PCS"));
        }
        world.service(Items.class).saveAll(drafts).value();
        world.service(Partners.class).saveAll(List.of(
            new Partners.Draft("ACME", "Acme Ltd", Set.of(Partner.Role.SUPPLIER, Partner.Role.CUSTOMER),
                Optional.empty(),
                true),
            new Partners.Draft("BUYER", "Buyer SA", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true),
            new Partners.Draft("OWNER", "Owner plc", Set.of(Partner.Role.OWNER), Optional.empty(), true))).value();
        world.service(Channels.class).save(new Channels.Channel("SHOP", "Shop", "folder", "{\"folder\": \"/nowhere\"}",
            Optional.empty(), Optional.of(warehouse.place("BIN-1").id()), Optional.empty(),
            Channels.PricePolicy.CHANNEL, BigDecimal.ZERO, BigDecimal.ZERO, true, Set.of())).value();
    }

    @AfterAll
    void close() throws IOException {
        if (world != null) {
            try {
                Invariants.check(warehouse.work());
            } finally {
                world.close();
                FastFolder.delete(fast);
            }
        }
    }

    /** How many rows each table has, and how often rows were changed where tables count that: one statement for all. */
    Map<String, String> content() {
        return warehouse.work().read(transaction -> {
            if (tables.isEmpty()) {
                tables.putAll(tables(transaction));
            }
            List<String> names = List.copyOf(tables.keySet());
            List<String> counts = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                counts.add("SELECT " + i + ", COUNT(*), "
                    + (tables.get(names.get(i)) ? "COALESCE(CAST(SUM(version) AS BIGINT), -1)" : "CAST(-1 AS BIGINT)")
                    + " FROM " + names.get(i));
            }
            String sql = String.join(" UNION ALL ", counts);
            Map<String, String> result = new TreeMap<>();
            try (PreparedStatement statement = transaction.connection().prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    result.put(names.get(row.getInt(1)), row.getLong(2) + "/" + row.getLong(3));
                }
            }
            assertThat(result.keySet()).isEqualTo(tables.keySet());
            return result;
        });
    }

    private static Map<String, Boolean> tables(Transaction transaction) throws SQLException {
        Map<String, Boolean> result = new TreeMap<>();
        for (String column : schema(transaction)) {
            String[] parts = column.split(" ");
            if (!OWN_LIFE.contains(parts[0])) {
                result.merge(parts[0], parts[1].equals("version"), Boolean::logicalOr);
            }
        }
        return result;
    }

    /** All columns of all tables with their types. */
    Set<String> schema() {
        return warehouse.work().read(HostileBook::schema);
    }

    private static Set<String> schema(Transaction transaction) throws SQLException {
        DatabaseMetaData data = transaction.connection().getMetaData();
        Set<String> columns = new TreeSet<>();
        Set<String> tables = new TreeSet<>();
        try (ResultSet rows = data.getTables(null, transaction.connection().getSchema(), "%",
            new String[] { "TABLE" })) {
            while (rows.next()) {
                tables.add(rows.getString(3));
            }
        }
        try (ResultSet rows = data.getColumns(null, transaction.connection().getSchema(), "%", "%")) {
            while (rows.next()) {
                if (tables.contains(rows.getString(3))) {
                    columns.add((rows.getString(3) + ' ' + rows.getString(4) + ' ' + rows.getString(6) + ' '
                        + rows.getInt(7)).toLowerCase(java.util.Locale.ROOT));
                }
            }
        }
        return columns;
    }

}
