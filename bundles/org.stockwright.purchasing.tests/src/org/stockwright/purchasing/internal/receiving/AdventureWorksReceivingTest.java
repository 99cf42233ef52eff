package org.stockwright.purchasing.internal.receiving;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Sha256;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.Receipts.Line;
import org.stockwright.purchasing.Receipts.Request;
import org.stockwright.purchasing.ReceivingRules.Excess;
import org.stockwright.testkit.SharedData;
import org.stockwright.testkit.Warehouse;

import static org.assertj.core.api.Assertions.assertThat;

/** All purchase orders of a real company, received as it recorded: what came, what was rejected, what was stocked. */
@Tag("nightly")
class AdventureWorksReceivingTest {

    private static final int BATCH = 200;

    @TempDir
    Path folder;

    /** A line as the company recorded it. */
    private record Recorded(String item, BigDecimal ordered, BigDecimal price, BigDecimal received,
        BigDecimal rejected) {
    }

    private static Map<String, List<Recorded>> orders(Path file) throws IOException {
        Map<String, List<Recorded>> orders = new LinkedHashMap<>();
        for (String row : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = row.split(",");
            orders.computeIfAbsent(cells[0], key -> new ArrayList<>()).add(new Recorded("P" + cells[4],
                new BigDecimal(cells[3]), new BigDecimal(cells[5]), new BigDecimal(cells[7]),
                new BigDecimal(cells[8])));
        }
        return orders;
    }

    @Test
    void everyOrderIsReceivedAsItWas() throws IOException {
        Optional<Path> data = SharedData.find("adventureworks/PurchaseOrderDetail.csv");
        Assumptions.assumeTrue(data.isPresent(), "the AdventureWorks data is not here: shared/data/adventureworks");
        Map<String, List<Recorded>> orders = orders(data.get());
        assertThat(orders).hasSize(4_012);
        try (Docked docked = new Docked(folder)) {
            Set<String> items = new TreeSet<>();
            orders.values().forEach(lines -> lines.forEach(line -> items.add(line.item())));
            docked.warehouse().items(items.toArray(String[]::new));
            docked.rules().setExcess(Excess.ACCEPT).value();
            List<Document> stored = store(docked, orders);
            Instant day = LocalDate.of(2026, 1, 10).atStartOfDay().toInstant(ZoneOffset.UTC);
            for (Document order : stored) {
                List<Recorded> recorded = orders.get(order.reference());
                List<Line> lines = new ArrayList<>();
                for (int i = 0; i < recorded.size(); i++) {
                    Recorded one = recorded.get(i);
                    if (one.received().signum() > 0) {
                        lines.add(Line.of(one.item(), one.received()).from(order.lines().get(i).id())
                            .at(docked.place("MAIN")).rejecting(one.rejected(), "", "rejected as recorded"));
                    }
                }
                docked.receipts().receive(Request.against("gr-" + order.reference(), order.id(), day, lines)).value();
            }
            assertThat(sum(docked, stored, Step.RECEIVED)).isEqualByComparingTo("2327299");
            assertThat(sum(docked, stored, Step.REJECTED)).isEqualByComparingTo("72700");
            assertThat(sum(docked, stored, Step.PUT_AWAY)).isEqualByComparingTo("2254599");
            BigDecimal blocked = BigDecimal.ZERO;
            BigDecimal free = BigDecimal.ZERO;
            for (String item : items) {
                blocked = blocked.add(docked.onHand("MAIN", item, "BLOCKED"));
                free = free.add(docked.onHand("MAIN", item, "AVAILABLE"));
            }
            assertThat(blocked).isEqualByComparingTo("72700");
            assertThat(free).isEqualByComparingTo("2254599");
        }
    }

    private static List<Document> store(Docked docked, Map<String, List<Recorded>> orders) {
        DocumentBook book = docked.service(DocumentBook.class);
        List<Document> stored = new ArrayList<>();
        List<Map.Entry<String, List<Recorded>>> all = List.copyOf(orders.entrySet());
        for (int start = 0; start < all.size(); start += BATCH) {
            List<Map.Entry<String, List<Recorded>>> some = all.subList(start, Math.min(all.size(), start + BATCH));
            stored.addAll(docked.service(StockWork.class).write(step -> {
                List<Document> batch = new ArrayList<>();
                for (Map.Entry<String, List<Recorded>> order : some) {
                    NewDocument made = NewDocument.of(PurchaseOrders.KIND, "aw-" + order.getKey(),
                        Sha256.of(order.getKey()), PurchaseOrders.SENT, Currency.getInstance("EUR"),
                        step.transaction().now(), order.getValue().stream().map(line -> NewDocument.Line
                            .of(docked.buying().item(line.item()), new Quantity(line.ordered(), Warehouse.PCS))
                            .priced(Optional.of(line.price()))).toList())
                        .with(docked.buying().acme(), "", order.getKey());
                    batch.add(book.store(step.transaction(), made, step.number("PO")));
                }
                return Outcome.done(batch);
            }).value());
        }
        return stored;
    }

    private static BigDecimal sum(Docked docked, List<Document> orders, Step step) {
        return docked.warehouse().work().read(transaction -> docked.service(DocumentBook.class).read(transaction,
            orders.stream().map(Document::id).toList())).stream().flatMap(order -> order.lines().stream())
            .map((DocumentLine line) -> line.done(step)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

}
