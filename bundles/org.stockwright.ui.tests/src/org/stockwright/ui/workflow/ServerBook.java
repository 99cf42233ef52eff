package org.stockwright.ui.workflow;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.stockwright.base.Progress;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;
import org.stockwright.company.Companies;
import org.stockwright.company.Companies.Draft;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.testkit.CutProxy;
import org.stockwright.testkit.TestDatabases;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.process.SecondProcess;

/**
 * A book on a server: a company with one item and one bin, a clerk whose password the server asks for, and a proxy in
 * front of it all that can be shut.
 */
final class ServerBook implements AutoCloseable {

    static final String COMPANY = "Server company";
    static final String ITEM = "BOLT";
    static final String BIN = "A1";

    /** Nobody else's files hold it. */
    final String secret = "Canary-" + UUID.randomUUID();
    private final StoreLocation.Server database = TestDatabases.empty();
    private final String clerk = "test_clerk_" + UUID.randomUUID().toString().substring(0, 8);
    private final CutProxy proxy = new CutProxy(database);
    private long item;
    private long supplier;
    private long bin;

    /** Makes it, and leaves it closed. */
    ServerBook() {
        Companies companies = find(Companies.class);
        companies.create(database.url(), "maker",
            new Draft(COMPANY, Currency.getInstance("EUR"), ZoneId.of("UTC"), false), Progress.NONE).value();
        find(Units.class).save(new UnitView("Pieces", Warehouse.PCS)).value();
        item = find(Items.class).save(ItemDraft.of(ITEM, "Bolt M6", "PCS")).value().id().value();
        Locations places = find(Locations.class);
        places.saveAll(List.of(Locations.Draft.of(BIN, BIN, "MAIN", LocationKind.BIN))).value();
        bin = places.byCode(BIN).orElseThrow().id().value();
        supplier = places.list().stream().filter(place -> place.kind() == LocationKind.SUPPLIER).findFirst()
            .orElseThrow().id().value();
        companies.close();
        TestDatabases
            .execute("CREATE ROLE " + clerk + " LOGIN PASSWORD '" + secret + "' IN ROLE test_guarded, stockwright_"
                + name() + "_app");
    }

    private String name() {
        return database.url().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    /** The address by way of the proxy, for the clerk, without the password. */
    String url() {
        return proxy.way().url().replaceFirst("user=[^&]*", "user=" + clerk);
    }

    /** The server goes away. */
    void shut() {
        proxy.shut();
    }

    /** The server is there again. */
    void open() {
        proxy.open();
    }

    /** Another program receives some of the item, by its own way to the server. */
    SecondProcess receiving(Path folder) throws IOException {
        return SecondProcess.start(folder, java.util.Map.of(), "POST", database.url(), "other-", "1", "1",
            String.valueOf(supplier), String.valueOf(bin), String.valueOf(item));
    }

    /** The files below these folders that hold the password, in any spelling that a program would write. */
    List<Path> filesWithSecret(Path... folders) throws IOException {
        List<String> spellings = new ArrayList<>(List.of(secret,
            Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8))));
        for (Charset wide : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
            spellings.add(new String(secret.getBytes(wide), StandardCharsets.ISO_8859_1));
        }
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    if (spellings.stream().anyMatch(content::contains)) {
                        found.add(file);
                    }
                }
            }
        }
        return found;
    }

    private static <T> T find(Class<T> type) {
        return DemoBook.find(type).orElseThrow();
    }

    @Override
    public void close() {
        find(Companies.class).close();
        proxy.close();
        TestDatabases.drop(database);
        TestDatabases.execute("DROP ROLE " + clerk);
    }

}
