package org.stockwright.bench.internal;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.fulfilment.Allocation;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.Orders;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.spi.PickStrategy;
import org.stockwright.persistence.UnitOfWork;

/**
 * Customers' orders of ten lines, each on its whole way: placed, allocated, put on a pick list, picked, packed, shipped. The
 * other side writes the same rows of the same tables in the same transactions.
 */
final class OutgoingContest implements Contest {

    private static final int LINES = 10;
    private static final int ITEMS = 1_000;

    /**
     * The services of the way.
     *
     * @param orders where orders are placed
     * @param allocation where stock is held for them
     * @param picking where it is taken from its bins
     * @param packing where it is packed
     * @param shipping where it leaves
     * @param partners where the customer is made
     * @param companies where the company is made
     */
    record Way(Orders orders, Allocation allocation, Picking picking, Packing packing, Shipping shipping,
        Partners partners, CompanyProfiles companies) {

        /** The customer whose orders they are, made with the company when they are not there. */
        PartnerId customer() {
            if (companies.current().isEmpty()) {
                companies.save(new CompanyProfile("Benchmark", Currency.getInstance("EUR"), ZoneOffset.UTC, false))
                    .value();
            }
            return partners.saveAll(List.of(new Partners.Draft("BENCH-CUSTOMER", "Benchmark customer",
                Set.of(Partner.Role.CUSTOMER), Optional.empty(), true))).value().getFirst();
        }

    }

    private final Way way;
    private final UnitOfWork work;
    private final TestBook book;
    private final TestBalances balances;
    private final BenchStock stock;
    private final String run = "bench-out-" + Long.toString(System.nanoTime(), 36) + "-";
    private final PartnerId customer;
    private final LocationId staging;
    private Optional<OutgoingRows> rows = Optional.empty();
    private long next;

    OutgoingContest(Way way, UnitOfWork work, TestBook book, TestBalances balances) {
        this.way = way;
        this.work = work;
        this.book = book;
        this.balances = balances;
        this.stock = new BenchStock(work, book, balances);
        this.staging = book.bin(TestBook.BINS - 1).orElseThrow();
        this.customer = way.customer();
    }

    @Override
    public void prepare(int ledgerSize) {
        stock.fill(run, ITEMS);
    }

    private static int item(long number) {
        return (int) (number * 7L % ITEMS);
    }

    @Override
    public long stockwright(int operations, Progress progress) {
        long sum = 0;
        for (int done = 0; done < operations; done += LINES) {
            progress.check();
            int count = Math.min(LINES, operations - done);
            long first = next;
            next += count;
            List<OrderRequest.Line> lines = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                lines.add(OrderRequest.Line.of(book.items().get(item(first + i)), Quantity.of(1, Unit.EACH)));
            }
            sum += ship(run + first, lines).id().value();
        }
        return sum;
    }

    private Document ship(String key, List<OrderRequest.Line> lines) {
        DocumentId order = way.orders()
            .place(OrderRequest.customer(key, customer, lines).from(book.bin(0)).about(key)).value().id();
        way.allocation().allocate(order, Allocation.Choice.BY_POLICY).value();
        Document list = way.picking().make(new Picking.Wanted(key + "-list", "single", List.of(order),
            Optional.of(staging), PickStrategy.Limits.NONE)).value().getFirst();
        way.picking().release(list.id()).value();
        way.picking()
            .confirm(new Picking.Confirmation(key + "-pick", list.id(), work.clock().instant(), List.of())).value();
        way.packing().packAll(key + "-pack", order, work.clock().instant()).value();
        return way.shipping()
            .ship(Shipping.Request.of(key + "-ship", order, Shipping.Ready.PACKED, work.clock().instant())).value();
    }

    @Override
    public long raw(int operations, Progress progress) {
        OutgoingRows plain = rows.orElseGet(() -> new OutgoingRows(work, customer.value(), staging.value(),
            book.place(TestBook.CUSTOMER).value()));
        rows = Optional.of(plain);
        long sum = 0;
        for (int done = 0; done < operations; done += LINES) {
            progress.check();
            int count = Math.min(LINES, operations - done);
            long first = next;
            next += count;
            List<OutgoingRows.Piece> pieces = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int item = item(first + i);
                pieces.add(new OutgoingRows.Piece(book.items().get(item).value(),
                    balances.id(item, TestBook.FIRST_BIN),
                    balances.id(item, TestBook.FIRST_BIN + TestBook.BINS - 1)));
            }
            sum += plain.ship(run + first, pieces);
        }
        return sum;
    }

}
