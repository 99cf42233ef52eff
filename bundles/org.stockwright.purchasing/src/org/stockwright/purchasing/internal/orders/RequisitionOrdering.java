package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.persistence.Transaction;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Line;
import org.stockwright.purchasing.PurchasingRefusal;

/** Makes purchase orders of what is open of a requisition, one for each supplier. */
record RequisitionOrdering(DocumentBook book, OrderDrafting drafting, String key, DocumentId requisition,
    Optional<PartnerId> supplier, List<Integer> lines, boolean anyQuantity) {

    private String hash() {
        return OrderDrafting.hash("requisition-order", List.of(key, requisition, supplier, lines, anyQuantity));
    }

    private String key(int number) {
        return key + ":" + number;
    }

    /** The orders that were made for the same request before; none when it is new. */
    Outcome<List<Document>> known(Transaction transaction) throws SQLException {
        List<Document> found = new ArrayList<>();
        while (true) {
            Optional<Outcome<Document>> known = book.known(transaction, key(found.size() + 1), hash());
            if (known.isEmpty()) {
                return Outcome.done(found);
            }
            if (!known.get().isDone()) {
                return Outcome.refused(known.get().refusals());
            }
            found.add(known.get().value());
        }
    }

    /** The orders for a requisition, by the supplier's code. */
    Outcome<List<NewDocument>> orders(Document document, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        MasterData data = drafting.data();
        Map<String, Order> groups = new TreeMap<>();
        lines.stream().filter(number -> document.line(number).isEmpty()).forEach(number -> refusals
            .add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, document.number(), number)));
        LocalDate today = LocalDate.ofInstant(now, drafting.zone());
        for (DocumentLine line : document.lines()) {
            if ((lines.isEmpty() || lines.contains(line.line())) && OrderSources.open(line).signum() > 0) {
                Optional<Partner> from = supplier.or(() -> data.firstSupplier(line.itemId())).flatMap(data::partner);
                if (from.isEmpty()) {
                    refusals.add(Refusal.of(PurchasingRefusal.NOBODY_SELLS_IT, line.item())
                        .hint("Name the supplier, or store his terms.").at(Refusal.Place.line(line.line())));
                } else {
                    groups.computeIfAbsent(from.get().code(), code -> new Order(from.get(), new ArrayList<>())).lines()
                        .add(line(document, line, from.get(), today, data));
                }
            }
        }
        if (groups.isEmpty() && refusals.isEmpty()) {
            refusals.add(Refusal.of(PurchasingRefusal.NOTHING_OPEN, document.number()));
        }
        List<NewDocument> made = new ArrayList<>();
        for (Order order : groups.values()) {
            Draft draft = new Draft(key(made.size() + 1), order.supplier().id(), Optional.of(now), Optional.empty(),
                document.place(), "", document.reference(), Optional.empty(), document.department(),
                document.costCentre(), anyQuantity, order.lines());
            Outcome<NewDocument> one = drafting.document(PurchaseOrders.KIND, draft, now, data);
            refusals.addAll(one.refusals());
            if (one.isDone()) {
                made.add(hashed(one.value()));
                refusals.addAll(book.check(made.getLast()));
            }
        }
        return refusals.isEmpty() ? Outcome.done(made) : Outcome.refused(refusals);
    }

    /**
     * The lines that are ordered from a supplier.
     *
     * @param supplier who
     * @param lines what
     */
    private record Order(Partner supplier, List<Line> lines) {
    }

    /** What is open of a line, in the unit that it was entered in when all of it is; at the expected price if none is known. */
    private Line line(Document document, DocumentLine line, Partner from, LocalDate today, MasterData data) {
        BigDecimal open = OrderSources.open(line);
        boolean whole = open.compareTo(line.quantity().amount()) == 0;
        Optional<LocalDate> due = line.due().or(document::due).map(day -> day.isBefore(today) ? today : day);
        boolean isPriced = data.price(line.itemId(), from.id(), line.quantity(), today).isPresent();
        boolean sameCurrency = from.currency().orElse(document.currency()).equals(document.currency());
        Optional<BigDecimal> price = isPriced || !sameCurrency || !whole ? Optional.empty() : line.price();
        return new Line(line.itemId(), whole ? line.entered() : open,
            Optional.of(whole ? line.enteredUnit() : line.quantity().unit().code()), price, due, line.note(),
            Optional.of(line.id()));
    }

    /** The same order, told from others by the request that it was made for. */
    private NewDocument hashed(NewDocument made) {
        return new NewDocument(made.kind(), made.key(), hash(), made.state(), made.partner(), made.address(),
            made.place(), made.target(), made.reference(), made.currency(), made.effective(), made.due(),
            made.priority(), made.department(), made.costCentre(), made.carrier(), made.tracking(),
            Optional.of(requisition), made.reverses(), made.posting(), made.lines());
    }

}
