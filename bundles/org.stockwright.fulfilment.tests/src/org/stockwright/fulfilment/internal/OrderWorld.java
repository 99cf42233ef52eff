package org.stockwright.fulfilment.internal;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Documents;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.Availability;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.ledger.MovementLine;
import org.stockwright.testkit.ImportFile;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** A company with a customer, two bins and words for orders. */
public abstract class OrderWorld {

    /** The day on which every world begins. */
    protected static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    protected static final Currency EUR = Currency.getInstance("EUR");

    @TempDir
    protected Path folder;

    protected World world;
    protected Warehouse warehouse;
    protected PartnerId customer = PartnerId.SELF;
    protected PartnerId other = PartnerId.SELF;
    private int keys;

    @BeforeEach
    void openWorld() {
        world = World.open(folder);
        warehouse = new Warehouse(world);
        world.service(CompanyProfiles.class).save(new CompanyProfile("Test", EUR, ZoneOffset.UTC, false)).value();
        warehouse.bins("B1", "B2", "B3");
        List<PartnerId> ids = world.service(Partners.class).saveAll(List.of(partner("C1"), partner("C2"))).value();
        customer = ids.get(0);
        other = ids.get(1);
    }

    private static Partners.Draft partner(String code) {
        return new Partners.Draft(code, "Customer " + code, Set.of(Partner.Role.CUSTOMER), Optional.empty(), true);
    }

    @AfterEach
    void closeWorld() {
        try {
            Invariants.check(warehouse.work());
        } finally {
            world.close();
        }
    }

    protected Orders orders() {
        return world.service(Orders.class);
    }

    protected Allocation allocation() {
        return world.service(Allocation.class);
    }

    protected Availability availability() {
        return world.service(Availability.class);
    }

    protected Document now(Document order) {
        return world.service(Documents.class).get(order.id()).orElseThrow();
    }

    protected String key() {
        keys++;
        return "key-" + keys;
    }

    protected static Quantity pcs(long amount) {
        return Quantity.of(amount, Warehouse.PCS);
    }

    protected OrderRequest.Line line(String item, long pieces) {
        return OrderRequest.Line.of(warehouse.itemOf(item), pcs(pieces));
    }

    protected OrderRequest request(OrderRequest.Line... lines) {
        return OrderRequest.customer(key(), customer, List.of(lines));
    }

    protected Document place(OrderRequest.Line... lines) {
        return orders().place(request(lines)).value();
    }

    /** Stock comes from a supplier. */
    protected void receive(String place, String item, long pieces) {
        post(warehouse.line("SUPPLIER", place, item, pieces));
    }

    /** Stock of a lot comes from a supplier. */
    protected void receive(String place, String item, long pieces, String lot, Optional<LocalDate> expires) {
        post(warehouse.line("SUPPLIER", place, item, pieces).withLot(lot).expiring(expires));
    }

    protected void post(MovementLine... lines) {
        warehouse.ledger().post(warehouse.request(key(), lines)).value();
    }

    protected Allocation.Result allocate(Document order) {
        return allocation().allocate(order.id(), Allocation.Choice.BY_POLICY).value();
    }

    protected Allocation.Result allocate(Document order, String strategy) {
        return allocation().allocate(order.id(), Allocation.Choice.of(strategy)).value();
    }

    /** What is held for an order, as {@code place lot quantity}. */
    protected List<String> held(DocumentId order) {
        return allocation().held(order).stream()
            .map(one -> (one.location() + " " + one.lot() + " " + one.quantity().amountText()).replace("  ", " "))
            .toList();
    }

    /** Imports a file; its first line is the header. */
    protected static ImportResult run(String kind, ImportMode mode, String... lines) {
        return ImportFile.run(kind, mode, lines[0], Arrays.copyOfRange(lines, 1, lines.length));
    }

    protected static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    protected static List<Integer> lines(Integer... numbers) {
        return Arrays.asList(numbers);
    }

}
