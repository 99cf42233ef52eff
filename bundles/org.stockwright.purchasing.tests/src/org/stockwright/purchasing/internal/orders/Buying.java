package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.Money;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.RefusalCode;
import org.stockwright.catalog.ItemSupplierTerms;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Line;
import org.stockwright.purchasing.PurchasingSettings;
import org.stockwright.purchasing.Requisitions;
import org.stockwright.purchasing.spi.OrderReceiving;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** A company that buys bolts and nuts from two suppliers. */
public final class Buying implements AutoCloseable {

    /** The company's currency. */
    public static final Currency EUR = Currency.getInstance("EUR");

    private final World world;
    private final Warehouse warehouse;
    private final PartnerId acme;
    private final PartnerId zeta;

    /** Opens its book. */
    public Buying(Path folder) {
        world = World.open(folder);
        warehouse = new Warehouse(world);
        warehouse.items("BOLT", "NUT");
        List<PartnerId> made = world.service(Partners.class).saveAll(List.of(supplier("ACME"), supplier("ZETA")))
            .value();
        acme = made.get(0);
        zeta = made.get(1);
        world.service(Items.class).saveSuppliers(List.of(terms("BOLT", acme, "2.50", "10", "5", 10, 1),
            terms("BOLT", zeta, "2.40", "100", "100", 30, 2), terms("NUT", zeta, "0.80", "1", "1", 20, 1))).value();
    }

    private static Partners.Draft supplier(String code) {
        return new Partners.Draft(code, code + " Ltd.", Set.of(Partner.Role.SUPPLIER), Optional.empty(), true);
    }

    private ItemSupplierTerms terms(String item, PartnerId supplier, String price, String minimum, String multiple,
        int days, int rank) {
        return new ItemSupplierTerms(item(item), supplier, "", Optional.of(Money.of(EUR, price)), "PCS",
            Optional.of(new BigDecimal(minimum)), Optional.of(new BigDecimal(multiple)), Optional.of(days), rank);
    }

    public World world() {
        return world;
    }

    public Warehouse warehouse() {
        return warehouse;
    }

    public PartnerId acme() {
        return acme;
    }

    public PartnerId zeta() {
        return zeta;
    }

    public ItemId item(String code) {
        return warehouse.itemOf(code);
    }

    public PurchaseOrders orders() {
        return world.service(PurchaseOrders.class);
    }

    public Requisitions requisitions() {
        return world.service(Requisitions.class);
    }

    public PurchasingSettings settings() {
        return world.service(PurchasingSettings.class);
    }

    public Documents documents() {
        return world.service(Documents.class);
    }

    /** A line on the supplier's terms. */
    public Line line(String item, long pieces) {
        return Line.of(item(item), BigDecimal.valueOf(pieces));
    }

    /** An order from ACME. */
    public Document order(String key, Line... lines) {
        return orders().place(Draft.of(key, acme, List.of(lines))).value();
    }

    /** An order that may be received. */
    public Document approved(String key, Line... lines) {
        return orders().approve(order(key, lines).id(), Optional.empty()).value();
    }

    /** The document as it is by now. */
    public Document now(Document document) {
        return documents().get(document.id()).orElseThrow();
    }

    /** The first line of a document as it is by now. */
    public DocumentLine first(Document document) {
        return now(document).lines().getFirst();
    }

    /** Lets a line take a step, as another area does it, and says so to the order. */
    public void flow(Document order, int line, Step step, long pieces, LocalDate day) {
        DocumentBook book = world.service(DocumentBook.class);
        world.service(UnitOfWork.class).write(transaction -> {
            Document locked = book.lock(transaction, order.id()).orElseThrow();
            book.flow(transaction, List.of(new Flow(locked.line(line).orElseThrow().id(), step,
                BigDecimal.valueOf(pieces), Optional.empty(), day.atTime(12, 0).toInstant(ZoneOffset.UTC))));
            world.service(OrderReceiving.class).settle(transaction, order.id());
            return Outcome.done(0);
        }).value();
    }

    /** Receives pieces of a line at the order's price, as the receiving area does it. */
    public Document receive(Document order, int number, long pieces, Instant when) {
        DocumentBook book = world.service(DocumentBook.class);
        warehouse.bins("A1");
        return world.service(StockWork.class).<Document>write(step -> {
            Document locked = book.lock(step.transaction(), order.id()).orElseThrow();
            DocumentLine line = locked.line(number).orElseThrow();
            String paper = step.number("GR");
            PostingReceipt posted = step.post(new PostingRequest("receipt " + paper, when,
                List.of(MovementLine.of(MovementKind.RECEIPT, line.itemId(), Quantity.of(pieces, Warehouse.PCS),
                    Optional.of(warehouse.place("SUPPLIER").id()), Optional.of(warehouse.place("A1").id()))
                    .withUnitCost(line.price().orElseThrow())),
                paper, "", "")).value();
            Document receipt = book.store(step.transaction(), NewDocument.of("goods-receipt", "receipt " + paper,
                "h".repeat(64), "POSTED", EUR, when,
                List.of(NewDocument.Line.of(line.itemId(), Quantity.of(pieces, Warehouse.PCS))
                    .from(Optional.of(line.id()))))
                .posted(Optional.of(posted.id())), paper);
            book.flow(step.transaction(), List.of(new Flow(line.id(), Step.RECEIVED, BigDecimal.valueOf(pieces),
                Optional.of(receipt.lines().getFirst().id()), when)));
            world.service(OrderReceiving.class).settle(step.transaction(), order.id());
            return Outcome.done(receipt);
        }).value();
    }

    /** The codes of refusals. */
    public static List<RefusalCode> codes(Outcome<?> outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    @Override
    public void close() {
        try {
            Invariants.check(world.service(UnitOfWork.class));
        } finally {
            world.close();
        }
    }

}
