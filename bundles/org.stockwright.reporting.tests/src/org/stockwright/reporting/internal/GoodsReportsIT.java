package org.stockwright.reporting.internal;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.CustomerReturns;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.spi.PickStrategy.Limits;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.SupplierInvoices;
import org.stockwright.purchasing.SupplierReturns;
import org.stockwright.reporting.PagedReport;
import org.stockwright.reporting.ReportRefusal;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

import static org.assertj.core.api.Assertions.assertThat;

/** The reports of goods in and goods out over a week that can be worked out by hand. */
class GoodsReportsIT {

    private static final List<String> ALL = List.of("open-purchase-orders", "received-not-invoiced",
        "supplier-figures", "open-customer-orders", "pack-errors", "returns", "order-service", "slotting");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 15);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Map<String, String> WEEK = Map.of("from", "2026-01-09", "to", "2026-01-15");

    @TempDir
    static Path store;

    @TempDir
    Path folder;

    private static World world;
    private static Warehouse warehouse;
    private static int keys;

    private static String key() {
        keys++;
        return "key-" + keys;
    }

    private static Instant on(int day) {
        return Instant.parse(String.format("2026-01-%02dT08:00:00Z", day));
    }

    private static LocationId place(String code) {
        return warehouse.place(code).id();
    }

    @BeforeAll
    static void aWeek() {
        world = World.open(store);
        warehouse = new Warehouse(world);
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Brightwater Tools Ltd", EUR, ZoneOffset.UTC, false)).value();
        warehouse.bins("B1", "B2", "B3", "PACK");
        warehouse.items("BOLT", "NUT", "PIN");
        List<PartnerId> partners = world.service(Partners.class).saveAll(List.of(
            partner("ACME", "Acme Fasteners", Partner.Role.SUPPLIER), partner("ZETA", "Zeta & Sons",
                Partner.Role.SUPPLIER),
            partner("C1", "Hillside Garage", Partner.Role.CUSTOMER),
            partner("C2", "Mill Lane Motors", Partner.Role.CUSTOMER),
            partner("C3", "Quiet Corner", Partner.Role.CUSTOMER))).value();
        goodsIn(partners.get(0), partners.get(1));
        goodsOut(partners.get(2), partners.get(3));
    }

    private static Partners.Draft partner(String code, String name, Partner.Role role) {
        return new Partners.Draft(code, name, Set.of(role), Optional.empty(), true);
    }

    private static PurchaseOrders.Draft draft(PartnerId supplier, String item, long pieces, String price,
        LocalDate due) {
        return PurchaseOrders.Draft.of(key(), supplier, List.of(PurchaseOrders.Line.of(warehouse.itemOf(item),
            BigDecimal.valueOf(pieces)).in("PCS").at(new BigDecimal(price)))).due(due).ordered(on(5));
    }

    private static Document bought(PurchaseOrders.Draft draft) {
        PurchaseOrders orders = world.service(PurchaseOrders.class);
        return orders.approve(orders.place(draft).value().id(), Optional.empty()).value();
    }

    private static Document received(Document order, String item, long pieces, long rejected, String bin, int day) {
        Receipts.Line line = Receipts.Line.of(item, BigDecimal.valueOf(pieces)).at(place(bin));
        return world.service(Receipts.class).receive(Receipts.Request.against(key(), order.id(), on(day),
            List.of(rejected == 0 ? line : line.rejecting(BigDecimal.valueOf(rejected), "", "Burrs")))).value()
            .receipt();
    }

    /**
     * ACME: 100 bolts due on the 10th came in two parts, the second on the 12th; 50 nuts came on the day, 5 of them bad, 3 of
     * which went back. ZETA: 30 bolts are late since the 14th, 200 nuts are promised for the 21st.
     */
    private static void goodsIn(PartnerId acme, PartnerId zeta) {
        Document bolts = bought(draft(acme, "BOLT", 100, "2.50", TODAY.minusDays(5)));
        received(bolts, "BOLT", 60, 0, "B3", 9);
        received(bolts, "BOLT", 40, 0, "B3", 12);
        Document nuts = bought(draft(acme, "NUT", 50, "0.80", TODAY.minusDays(3)));
        Document receipt = received(nuts, "NUT", 50, 5, "B1", 12);
        world.service(SupplierReturns.class).sendBack(new SupplierReturns.Request(key(), receipt.id(), on(13),
            "Burrs", "RMA-7",
            List.of(SupplierReturns.Line.of(receipt.lines().getFirst().id(), BigDecimal.valueOf(3))))).value();
        world.service(SupplierInvoices.class).enter(new SupplierInvoices.Draft(key(), acme, "R-1",
            Optional.of(on(13)), Optional.empty(), Optional.empty(), List.of(new SupplierInvoices.Line(
                bolts.lines().getFirst().id(), BigDecimal.valueOf(100), Optional.of(new BigDecimal("2.60"))))))
            .value();
        bought(draft(zeta, "BOLT", 30, "2.40", TODAY.minusDays(1)));
        Document promised = bought(draft(zeta, "NUT", 200, "0.75", TODAY.plusDays(5)));
        PurchaseOrders orders = world.service(PurchaseOrders.class);
        orders.send(promised.id(), "e-mail").value();
        orders.confirm(promised.id(), "AB-9",
            List.of(new PurchaseOrders.Confirmation(1, Optional.empty(), Optional.of(TODAY.plusDays(6))))).value();
        world.service(Receipts.class).advise(new Receipts.Advice(key(), promised.id(), "ASN-1", TODAY.plusDays(6),
            List.of(new Receipts.Announced(promised.lines().getFirst().id(), BigDecimal.valueOf(50), "")))).value();
        warehouse.ledger().post(warehouse.request(key(), warehouse.line("SUPPLIER", "B2", "PIN", 10))).value();
        bought(draft(zeta, "PIN", 12, "4", TODAY.plusDays(60)));
    }

    private static OrderRequest.Line wanted(String item, long pieces) {
        return OrderRequest.Line.of(warehouse.itemOf(item), Quantity.of(pieces, Warehouse.PCS));
    }

    private static Document ordered(PartnerId customer, int day, Optional<LocalDate> due, int priority,
        OrderRequest.Line... lines) {
        Document order = world.service(Orders.class).place(OrderRequest.customer(key(), customer, Arrays.asList(lines))
            .ordered(on(day)).wanted(due, priority)).value();
        world.service(Allocation.class).allocate(order.id(), Allocation.Choice.BY_POLICY).value();
        return world.service(Documents.class).get(order.id()).orElseThrow();
    }

    /**
     * C1's 20 bolts of the 13th are picked, verified with three errors and shipped on the 15th, and 2 come back. C2's 10 bolts
     * leave, of his 15 pins only 10. C1 wants 100 nuts of which 45 are there.
     */
    private static void goodsOut(PartnerId first, PartnerId second) {
        Document bolts = ordered(first, 13, Optional.of(TODAY), 0, wanted("BOLT", 20));
        Picking picking = world.service(Picking.class);
        Document list = picking.make(new Picking.Wanted(key(), "single", List.of(bolts.id()),
            Optional.of(place("PACK")), Limits.NONE)).value().getFirst();
        picking.release(list.id()).value();
        picking.confirm(new Picking.Confirmation(key(), list.id(), on(15), List.of())).value();
        verify(bolts);
        Document shipment = ship(bolts, Shipping.Ready.PICKED);
        CustomerReturns returns = world.service(CustomerReturns.class);
        Document back = returns.announce(new CustomerReturns.Announcement(key(), Optional.of(shipment.id()),
            PartnerId.SELF, "Thread damaged",
            List.of(CustomerReturns.Line.of(1, Quantity.of(2, Warehouse.PCS))), on(15))).value();
        returns.receive(key(), back.id(), place("B2"), List.of(), on(15)).value();
        Document pins = ordered(second, 14, Optional.of(TODAY), 5, wanted("BOLT", 10), wanted("PIN", 15));
        ship(pins, Shipping.Ready.HELD);
        ordered(first, 15, Optional.of(TODAY.plusDays(17)), 0, wanted("NUT", 100));
    }

    private static Document ship(Document order, Shipping.Ready ready) {
        return world.service(Shipping.class).ship(Shipping.Request.of(key(), order.id(), ready, on(15))).value();
    }

    /** Scans a wrong item, too many, a wrong place, and then what is right. */
    private static void verify(Document order) {
        Packing packing = world.service(Packing.class);
        PackingSession session = packing.begin(order.id()).value();
        packing.scan(session, "NUT");
        session.putAside();
        session.quantity(BigDecimal.valueOf(21));
        packing.scan(session, "BOLT");
        session.putAside();
        packing.scan(session, "B2");
        session.putAside();
        session.quantity(BigDecimal.valueOf(20));
        packing.scan(session, "BOLT");
        assertThat(session.mismatches()).isEmpty();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private List<String> csv(String id, Map<String, String> arguments) throws Exception {
        return Files.readAllLines(world.service(Reports.class)
            .render(id, arguments, folder.resolve("a.csv"), Progress.NONE).value());
    }

    private String pdf(String id, Map<String, String> arguments) throws Exception {
        String keep = System.getProperty("stockwright.reports", "");
        Path file = keep.isEmpty() ? folder.resolve("a.pdf") : Path.of(keep, id + arguments.hashCode() + ".pdf");
        return ReportFormatsIT
            .pdfText(world.service(Reports.class).render(id, arguments, file, Progress.NONE).value());
    }

    @Test
    void whatSuppliersOweStandsByTheDayOnWhichItIsExpected() throws Exception {
        assertThat(csv("open-purchase-orders", Map.of())).containsExactly(
            "expectation,expected,late_days,purchase_order,line,supplier,supplier_name,item,name,open,announced,unit,"
                + "confirmed,place,amount,currency",
            "Overdue,2026-01-14,1,PO-000003,1,ZETA,Zeta & Sons,BOLT,The BOLT,30,0,PCS,no,,72,EUR",
            "Today and the next 7 days,2026-01-21,,PO-000004,1,ZETA,Zeta & Sons,NUT,The NUT,200,50,PCS,yes,,150,EUR",
            "Later,2026-03-16,,PO-000005,1,ZETA,Zeta & Sons,PIN,The PIN,12,0,PCS,no,,48,EUR");
        assertThat(csv("open-purchase-orders", Map.of("to", "2026-01-21", "supplier", "ACME"))).hasSize(1);
        assertThat(pdf("open-purchase-orders", Map.of())).contains("Open purchase orders").contains("On 2026-01-15")
            .contains("Overdue").contains("72.00 EUR").contains("270.00 EUR");
    }

    @Test
    void whatCameAndIsNotInvoicedIsOwed() throws Exception {
        // of 50 nuts 5 are rejected, 3 of which went back: 45 are kept
        assertThat(csv("received-not-invoiced", Map.of())).containsExactly(
            "supplier,purchase_order,line,item,received,invoiced,open,unit,amount,currency",
            "ACME  Acme Fasteners,PO-000002,1,NUT,45,0,45,PCS,36,EUR");
        assertThat(pdf("received-not-invoiced", Map.of())).contains("36.00 EUR").contains("Not invoiced");
    }

    @Test
    void suppliersAreMeasuredByWhatWasDue() throws Exception {
        // lead times 4, 7 and 7 days: mean 6, √((3·114 − 18²) / 6) = √3; rejected 5 of 150; invoiced 260 for 250
        assertThat(csv("supplier-figures", WEEK)).containsExactly(
            "supplier,name,lines,in_full,otif,receipts,lead_time,deviation,received,rejected,reject_rate,price_variance",
            "ACME,Acme Fasteners,2,1,50.00,3,6.00,1.73,150,5,3.33,4.00", "ZETA,Zeta & Sons,1,0,0.00,0,,,0,0,,");
        assertThat(pdf("supplier-figures", WEEK)).contains("Due 2026-01-09 to 2026-01-15").contains("50.00")
            .contains("1.73");
    }

    @Test
    void openOrdersStandByPriorityWithWhatIsBackOrdered() throws Exception {
        // 45 of 100 nuts are there; the other 55 come with the 200 of the 21st; the 5 pins with the 12 of March
        assertThat(csv("open-customer-orders", Map.of())).containsExactly(
            "priority,customer_order,line,customer,customer_name,ordered,due,item,name,open,held,back_ordered,unit,"
                + "promised,expected",
            "5,SO-000002,2,C2,Mill Lane Motors,2026-01-14,2026-01-15,PIN,The PIN,5,0,5,PCS,2026-03-16,2026-03-16",
            "0,SO-000003,1,C1,Hillside Garage,2026-01-15,2026-02-01,NUT,The NUT,100,45,55,PCS,2026-02-01,2026-02-01");
        assertThat(csv("open-customer-orders", Map.of("customer", "C1", "back_ordered", "true"))).hasSize(2);
        assertThat(pdf("open-customer-orders", Map.of())).contains("Priority 5").contains("Usual priority")
            .contains("2 lines, 2 back-ordered");
    }

    @Test
    void errorsOfPickingAndPackingAreCountedByDayPersonAndKind() throws Exception {
        assertThat(csv("pack-errors", WEEK)).containsExactly(
            "day,person,scans,wrong_item,too_many,wrong_lot_or_bin,errors,error_rate,overrides",
            "2026-01-15,tester,4,1,1,1,3,75.00,0");
        assertThat(pdf("pack-errors", WEEK)).contains("75.00").contains("All days").contains("Wrong lot or bin");
    }

    @Test
    void returnsStandByReasonAndPartner() throws Exception {
        assertThat(csv("returns", WEEK)).containsExactly(
            "direction,reason,partner,partner_name,item,name,returns,quantity,unit",
            "From customers,Thread damaged,C1,Hillside Garage,BOLT,The BOLT,1,2,PCS",
            "To suppliers,Burrs,ACME,Acme Fasteners,NUT,The NUT,1,3,PCS");
        assertThat(pdf("returns", WEEK)).contains("From customers").contains("To suppliers");
    }

    @Test
    void fillRatesAndCycleTimesAreThoseOfWhatWasDueAndDone() throws Exception {
        assertThat(csv("order-service", WEEK)).containsExactly(
            "customer,name,orders,order_fill,lines,line_fill,wanted,filled,unit_fill,completed,cycle_mean,"
                + "cycle_deviation,cycle_longest",
            "C1,Hillside Garage,1,100.00,1,100.00,20,20,100.00,1,2.00,,2.00",
            "C2,Mill Lane Motors,1,0.00,2,50.00,25,20,80.00,0,,,");
        // 40 of 45 units, 2 of 3 lines, 1 of 2 orders
        assertThat(pdf("order-service", WEEK)).contains("All customers").contains("88.89").contains("66.67");
    }

    @Test
    void itemsThatArePickedMostBelongToTheNearestBins() throws Exception {
        // bolts were picked twice at B3, nuts at B1 never, pins are gone: 2·3 = 6 now, 2·1 = 2 proposed
        assertThat(csv("slotting", WEEK)).containsExactly(
            "warehouse,item,name,grade,picks,bin,distance,zone,target,target_distance,saving",
            "MAIN,BOLT,The BOLT,A,2,B3,3,C,B1,1,4", "MAIN,NUT,The NUT,C,0,B1,1,A,B3,3,0");
        assertThat(pdf("slotting", WEEK)).contains("2 of 2 items lie wrong")
            .contains("6 now, 2 proposed, 66.7 % less");
        assertThat(world.service(Reports.class).render("slotting", Map.of("location", "NOWHERE"),
            folder.resolve("b.csv"), Progress.NONE).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ReportRefusal.BAD_PARAMETER));
    }

    @Test
    void everyReportHasEveryFormatAndSaysSoWhenThereIsNothing() throws Exception {
        Reports reports = world.service(Reports.class);
        assertThat(reports.list()).extracting(ReportContribution::id).containsAll(ALL);
        Map<String, String> nothing = Map.of("from", "2025-01-01", "to", "2025-01-31");
        for (String id : ALL) {
            for (Format format : Format.values()) {
                assertThat(reports.render(id, Map.of(), folder.resolve(id + "." + format.word()), Progress.NONE)
                    .value()).isNotEmptyFile();
            }
            try (PagedReport paged = reports.prepare(id, Map.of(), Progress.NONE).value()) {
                assertThat(paged.pages()).isEqualTo(1);
            }
        }
        assertThat(pdf("supplier-figures", nothing)).contains("Nothing was due");
        assertThat(pdf("pack-errors", nothing)).contains("Nothing was verified");
        assertThat(pdf("returns", nothing)).contains("Nothing came back or went back");
        assertThat(pdf("order-service", nothing)).contains("Nothing was due and nothing was completed");
        assertThat(pdf("slotting", nothing)).contains("Every item lies in the zone of its class");
        assertThat(pdf("open-purchase-orders", Map.of("supplier", "ACME"))).contains("Nothing is to come");
        assertThat(pdf("received-not-invoiced", Map.of("supplier", "ZETA")))
            .contains("Everything that was received is invoiced");
        assertThat(pdf("open-customer-orders", Map.of("customer", "C3"))).contains("Nothing is open");
        Map.of("open-purchase-orders", "supplier", "received-not-invoiced", "supplier", "open-customer-orders",
            "customer").forEach(
                (id, parameter) -> assertThat(reports.render(id, Map.of(parameter, "NOBODY"),
                    folder.resolve("d.csv"), Progress.NONE).refusals()).singleElement()
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ReportRefusal.BAD_PARAMETER)));
        assertThat(reports.render("returns", Map.of("from", "2026-02-01", "to", "2026-01-01"),
            folder.resolve("c.csv"), Progress.NONE).refusals()).singleElement()
            .satisfies(refusal -> assertThat(refusal.hint()).contains("2026-01-01"));
    }

}
