package org.stockwright.service.internal.stock;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.Canonical;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.FreeStock;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.service.Batch;
import org.stockwright.service.Batch.UnitState;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.StoredWork.WrittenOff;

/** Throws expired units away in one step. The same key writes off nothing more, also when nothing had expired. */
final class WritingOff {

    private static final String WRITTEN = "SELECT l.code, d.number, i.code, p.code, l.expires_on, m.quantity, i.id "
        + "FROM posting g JOIN movement m ON m.posting_id = g.id JOIN balance b ON b.id = m.from_balance_id "
        + "JOIN lot l ON l.id = b.lot_id JOIN item i ON i.id = m.item_id JOIN location p ON p.id = b.location_id "
        + "JOIN service_batch s ON s.item_id = m.item_id AND s.lot_code = l.code "
        + "JOIN document d ON d.id = s.document_id WHERE g.posting_key = ? ORDER BY m.line";

    private final DocumentBook book;
    private final StockStep step;
    private final WorkTerms terms;

    WritingOff(DocumentBook book, StockStep step, WorkTerms terms) {
        this.book = book;
        this.step = step;
        this.terms = terms;
    }

    private static String posting(String key) {
        return key + ":expired";
    }

    Outcome<List<WrittenOff>> run(String key, Optional<String> template, String reason, Instant effective)
        throws SQLException {
        String hash = new Canonical("write-off").add(template).add(reason).add(effective).hash();
        EventRows events = new EventRows(step.transaction());
        Optional<Outcome<String>> known = events.known(key, hash);
        if (known.isPresent()) {
            return known.get().isDone() ? Outcome.done(written(posting(key))) : Outcome.refused(known.get().refusals());
        }
        if (effective.isAfter(step.transaction().now())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.IN_THE_FUTURE, effective)
                .hint("What expires later is written off later."));
        }
        // first: who comes with the same key waits here, and does not take what is being written off for nothing to do
        events.add(new EventRows.Event(key, hash, Optional.empty(), "written-off", 0, effective));
        Map<String, Batch> batches = new HashMap<>();
        Set<ItemId> items = new HashSet<>();
        for (Batch batch : new BatchRows(step.transaction()).waiting(template)) {
            batches.put(lot(batch.item(), batch.lot()), batch);
            items.add(batch.item());
        }
        LocalDate day = terms.day(effective);
        List<FreeStock.Stock> expired = new FreeStock(step.transaction(), terms.places(), terms.moving())
            .read(items, Set.of(), true).values().stream().flatMap(List::stream)
            .filter(one -> !one.isFresh(day) && batches.containsKey(lot(one.item(), one.lot())))
            .sorted(Comparator.comparing(FreeStock.Stock::balance)).toList();
        if (expired.isEmpty()) {
            return Outcome.done(List.of());
        }
        Map<ItemId, ItemFacts> facts = ItemFacts.read(step.transaction(), items);
        List<MovementLine> lines = new ArrayList<>();
        Map<Batch, BigDecimal> sums = new LinkedHashMap<>();
        for (FreeStock.Stock one : expired) {
            lines.add(MovementLine
                .of(MovementKind.SCRAP, one.item(),
                    new Quantity(one.free(), Objects.requireNonNull(facts.get(one.item())).unit()),
                    Optional.of(one.place().id()), Optional.empty())
                .withLot(one.lot()).withStatus(one.status(), "").withReason(reason));
            sums.merge(Objects.requireNonNull(batches.get(lot(one.item(), one.lot()))), one.free(), BigDecimal::add);
        }
        Outcome<PostingReceipt> posted = step.post(new PostingRequest(posting(key), effective, lines, "", reason, ""));
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        scrapped(sums, reason, effective);
        return Outcome.done(written(posting(key)));
    }

    private static String lot(ItemId item, String lot) {
        return item.value() + " " + lot;
    }

    /** Says so in the batches: their lines, their units and their trail. */
    private void scrapped(Map<Batch, BigDecimal> sums, String reason, Instant effective) throws SQLException {
        BatchRows rows = new BatchRows(step.transaction());
        Map<DocumentId, Document> documents = new HashMap<>();
        book.read(step.transaction(), sums.keySet().stream().map(Batch::document).toList())
            .forEach(one -> documents.put(one.id(), one));
        List<Flow> flows = new ArrayList<>();
        for (Map.Entry<Batch, BigDecimal> one : sums.entrySet()) {
            DocumentId id = one.getKey().document();
            flows.add(new Flow(Objects.requireNonNull(documents.get(id)).lines().getFirst().id(), Step.CANCELLED,
                one.getValue(), Optional.empty(), effective));
            Map<Integer, String> reasons = new TreeMap<>();
            rows.free(id, one.getValue().intValue()).forEach(unit -> reasons.put(unit, reason));
            rows.units(id, UnitState.SCRAPPED, reasons);
            book.tell(step.transaction(), id, "written off",
                one.getValue().stripTrailingZeros().toPlainString() + " expired: " + reason);
        }
        book.flow(step.transaction(), flows);
    }

    /** What a posting wrote off, by its lines. */
    private List<WrittenOff> written(String posting) throws SQLException {
        Map<ItemId, Unit> units = new HashMap<>();
        Set<ItemId> items = new HashSet<>();
        new BatchRows(step.transaction()).items().forEach(items::add);
        ItemFacts.read(step.transaction(), items).forEach((item, facts) -> units.put(item, facts.unit()));
        List<WrittenOff> result = new ArrayList<>();
        try (PreparedStatement select = step.transaction().connection().prepareStatement(WRITTEN)) {
            select.setString(1, posting);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Unit unit = Objects.requireNonNull(units.get(new ItemId(row.getLong(7))));
                    result.add(new WrittenOff(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getDate(5).toLocalDate(), new Quantity(row.getBigDecimal(6), unit)));
                }
            }
        }
        return result;
    }

}
