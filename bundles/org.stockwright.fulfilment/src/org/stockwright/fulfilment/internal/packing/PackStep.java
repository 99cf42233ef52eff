package org.stockwright.fulfilment.internal.packing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.gs1.Sscc;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderKind;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.PackingRules;
import org.stockwright.fulfilment.internal.allocation.AllocationRows;
import org.stockwright.fulfilment.internal.allocation.AllocationRows.Stage;
import org.stockwright.fulfilment.internal.orders.OrderStates;
import org.stockwright.fulfilment.internal.shipping.Actions;
import org.stockwright.fulfilment.internal.shipping.GoodsWork;
import org.stockwright.fulfilment.internal.shipping.Settings;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;

/** Packs picked goods of an order into units, in one step with the ledger. */
final class PackStep {

    private final DocumentBook book;
    private final StockStep step;
    private final Instant effective;
    private final List<MovementLine> lines = new ArrayList<>();
    private final List<StockStep.Take> takes = new ArrayList<>();
    private final List<StockStep.Keep> keeps = new ArrayList<>();
    private final List<AllocationRows.Entry> entries = new ArrayList<>();
    private final List<PackedRows.Content> contents = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    PackStep(DocumentBook book, StockStep step, Instant effective) {
        this.book = book;
        this.step = step;
        this.effective = effective;
    }

    /**
     * A unit to be made.
     *
     * @param rule its rule, if it has one
     * @param level its level
     * @param holder the index of the unit that holds it; -1 for none
     * @param pieces what goes in
     */
    record Draft(Optional<PackingRules.Rule> rule, int level, int holder, List<Piece> pieces) {
    }

    /**
     * Goods for a unit.
     *
     * @param item the item
     * @param lot its lot, or empty
     * @param quantity in its base unit
     */
    record Piece(ItemId item, String lot, BigDecimal quantity) {
    }

    /** What lies picked for an order and is not packed. */
    static List<AllocationRows.Row> picked(StockStep step, DocumentId order) throws SQLException {
        return new AllocationRows(step.transaction()).ofDocuments(List.of(order)).stream()
            .filter(row -> row.stage() == Stage.PICKED).toList();
    }

    /** Chooses the units when the picked goods are known. */
    @FunctionalInterface
    interface Plan {

        Outcome<List<Draft>> of(Document order, List<AllocationRows.Row> picked);

    }

    Outcome<DocumentId> pack(String key, String hash, DocumentId orderId, Optional<LocationId> at, Plan plan,
        String told) throws SQLException {
        Optional<Document> found = book.lock(step.transaction(), orderId)
            .filter(one -> OrderKind.of(one.kind()).isPresent());
        Actions actions = new Actions(step.transaction());
        Optional<Outcome<DocumentId>> known = actions.known(key, hash);
        if (known.isPresent()) {
            return known.get();
        }
        if (found.isEmpty()) {
            return Outcome.refused(DocumentRefusal.UNKNOWN_DOCUMENT, orderId);
        }
        Document order = found.get();
        List<AllocationRows.Row> picked = picked(step, orderId);
        if (picked.isEmpty()) {
            return Outcome.refused(Refusal.of(FulfilmentRefusal.NOTHING_PICKED, order.number())
                .hint("Pick first; what is packed already is shipped by its units."));
        }
        LocationId place = at.orElse(picked.getFirst().location());
        Outcome<List<Draft>> drafts = plan.of(order, picked);
        if (!drafts.isDone()) {
            return Outcome.refused(drafts.refusals());
        }
        Optional<Refusal> wrong = make(order, place, drafts.value(), picked);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        Outcome<PostingReceipt> posted = step.post(new PostingRequest("PACK-" + key, effective, lines, order.number(),
            "", ""), takes, keeps);
        if (!posted.isDone()) {
            return Outcome.refused(posted.refusals());
        }
        new AllocationRows(step.transaction()).add(entries);
        new PackedRows(step.transaction()).add(contents);
        book.flow(step.transaction(), flows);
        actions.add(key, hash, orderId);
        book.tell(step.transaction(), orderId, "packed", told);
        new OrderStates(book, step.transaction()).settle(List.of(orderId));
        return Outcome.done(orderId);
    }

    private Optional<Refusal> make(Document order, LocationId place, List<Draft> drafts,
        List<AllocationRows.Row> picked) throws SQLException {
        Map<String, BigDecimal> left = new HashMap<>();
        picked.forEach(row -> left.put(row.key(), row.open()));
        Map<LineId, DocumentLine> wants = GoodsWork.lines(List.of(order));
        String prefix = Settings.read(step.transaction(), PackingRules.PREFIX_SETTING);
        Map<ItemId, ItemFacts> material = ItemFacts.read(step.transaction(),
            drafts.stream().flatMap(draft -> draft.rule().flatMap(PackingRules.Rule::packingItem).stream()).toList());
        Map<Integer, Long> ids = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            long id = step.transaction().nextId("shipping_seq");
            Outcome<String> code = code(prefix, id);
            if (!code.isDone()) {
                return code.refusals().stream().findFirst();
            }
            ids.put(i, id);
            Optional<PackingRules.Rule> rule = draft.rule();
            new PackedRows(step.transaction()).add(new PackedRows.Unit(id, code.value(),
                draft.holder() < 0 ? Optional.empty() : Optional.of(ids.get(draft.holder())),
                rule.map(PackingRules.Rule::code).orElse(""), draft.level(), order.id(), place, "",
                rule.map(PackingRules.Rule::tare).orElse(BigDecimal.ZERO),
                rule.flatMap(PackingRules.Rule::outerVolume), PackedUnit.State.PACKED, Optional.empty(),
                step.transaction().user(), step.transaction().now()));
            for (Piece piece : draft.pieces()) {
                Optional<Refusal> wrong = put(id, code.value(), piece, place, picked, left, wants);
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
            rule.filter(one -> one.packingItem().isPresent())
                .ifPresent(one -> use(id, code.value(), one, material, place, order));
        }
        return Optional.empty();
    }

    /** An SSCC, or a number of our own when the company has no prefix. */
    private static Outcome<String> code(String prefix, long id) {
        return prefix.isEmpty() ? Outcome.done(String.format("HU-%08d", id))
            : Sscc.of(prefix, 0, BigInteger.valueOf(id)).map(Sscc::digits);
    }

    private Optional<Refusal> put(long unit, String code, Piece piece, LocationId place,
        List<AllocationRows.Row> picked, Map<String, BigDecimal> left, Map<LineId, DocumentLine> wants)
        throws SQLException {
        BigDecimal rest = piece.quantity();
        for (AllocationRows.Row row : picked) {
            BigDecimal part = rest.min(left.getOrDefault(row.key(), BigDecimal.ZERO));
            if (!row.item().equals(piece.item()) || !row.lot().equals(piece.lot()) || part.signum() <= 0) {
                continue;
            }
            rest = rest.subtract(part);
            left.merge(row.key(), part.negate(), BigDecimal::add);
            String key = new AllocationRows(step.transaction()).newKeys(row.line(), 1).getFirst();
            lines.add(GoodsWork.moving(MovementKind.TRANSFER, row,
                new Quantity(part, wants.get(row.line()).quantity().unit()), Optional.of(place), "", code));
            merge(row, part);
            keeps.add(new StockStep.Keep(lines.size(), key, row.holder(), Optional.empty()));
            entries.add(new AllocationRows.Entry(key, row.document(), row.line(), Stage.PACKED));
            contents.add(new PackedRows.Content(unit, Optional.of(row.line()), row.item(), "", row.lot(), part, key));
            flows.add(new Flow(row.line(), Step.PACKED, part, Optional.empty(), effective));
        }
        return rest.signum() == 0 ? Optional.empty()
            : Optional.of(Refusal.of(FulfilmentRefusal.PACKING_MISMATCH, code, rest.stripTrailingZeros().toPlainString()
                + " of it lie picked no more").hint("Somebody else packed or put it back. Begin again."));
    }

    /** A reservation is named once: what several units take of it is one take. */
    private void merge(AllocationRows.Row row, BigDecimal part) {
        for (int i = 0; i < takes.size(); i++) {
            if (takes.get(i).reservation().equals(row.reservation())) {
                takes.set(i, StockStep.Take.of(row.reservation(), takes.get(i).quantity().orElseThrow().add(part)));
                return;
            }
        }
        takes.add(StockStep.Take.of(row.reservation(), part));
    }

    /** The box itself goes along: it leaves with the goods. */
    private void use(long unit, String code, PackingRules.Rule rule, Map<ItemId, ItemFacts> facts, LocationId place,
        Document order) {
        ItemId item = rule.packingItem().orElseThrow();
        String key = "PM-" + unit;
        lines.add(MovementLine.of(MovementKind.TRANSFER, item, Quantity.of(1, facts.get(item).unit()),
            rule.materialPlace(), Optional.of(place)).packed("", code));
        keeps.add(new StockStep.Keep(lines.size(), key, order.number(), Optional.empty()));
        contents.add(new PackedRows.Content(unit, Optional.empty(), item, "", "", BigDecimal.ONE, key));
    }

}
