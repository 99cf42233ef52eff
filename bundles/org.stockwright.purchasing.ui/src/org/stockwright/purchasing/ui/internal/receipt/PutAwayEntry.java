package org.stockwright.purchasing.ui.internal.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Item;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Move;
import org.stockwright.purchasing.PutAway.Way;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.purchasing.ui.internal.Messages;

/**
 * Puts goods away: the receipt's number fills in the ways that are proposed, with the reason; another bin may be typed, and
 * ways that nobody proposed. A line without a bin stays where it is; scanning a bin confirms its line.
 */
@Component
@SuppressWarnings("nls")
public final class PutAwayEntry implements EntryModel {

    private static final String RECEIPT = "receipt";
    private static final String STATUS = "status";
    private static final String PROPOSED = "proposed";
    private static final String WHY = "why";
    private static final String ORDER = "order";
    private static final String SCANNED = "scanned";

    private final PutAway putAway;
    private final ReceivingRules rules;
    private final Documents documents;
    private final EntryMasters masters;

    /** Puts away here. */
    @Activate
    public PutAwayEntry(@Reference PutAway putAway, @Reference ReceivingRules rules, @Reference Documents documents,
        @Reference EntryMasters masters) {
        this.putAway = putAway;
        this.rules = rules;
        this.documents = documents;
        this.masters = masters;
    }

    @Override
    public String id() {
        return PutAway.KIND;
    }

    @Override
    public String title() {
        return Messages.PutAway_title;
    }

    @Override
    public String permission() {
        return ReceivingPermission.PUT_AWAY;
    }

    @Override
    public List<EntryField> head() {
        return List.of(EntryMasters.document(RECEIPT, Messages.Field_receipt, documents, Set.of(Receipts.KIND))
            .hint(Messages.PutAway_receiptHint).filling());
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            masters.place("to", Messages.PutAway_to), EntryField.text("lot", Messages.Field_lot, 14),
            masters.place("from", Messages.PutAway_from).hint(Messages.PutAway_fromHint));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.text("name", Messages.Fact_name, 20), EntryField.text(WHY, Messages.PutAway_why, 36));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        String number = state.head().get(RECEIPT);
        Optional<Document> receipt = documents.find(Receipts.KIND, number);
        if (receipt.isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number)
                .hint("Type a part of its number to choose from a list.").at(Place.field(0, RECEIPT)));
        }
        List<Goods> waiting = putAway.waiting(receipt.get().id());
        if (waiting.isEmpty()) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.NOTHING_TO_PUT_AWAY, receipt.get().number())
                .hint("Goods that wait for inspection are put away once they are accepted.")
                .at(Place.field(0, RECEIPT)));
        }
        LocationId warehouse = receipt.get().place()
            .or(() -> masters.locations().byCode(Locations.Standard.MAIN.code()).map(Location::id)).orElseThrow();
        return putAway.propose(warehouse, waiting).map(proposal -> state.withLines(rows(waiting, proposal)));
    }

    /** The ways that are proposed, and what is left without one. */
    private List<EntryRow> rows(List<Goods> waiting, PutAway.Proposal proposal) {
        List<EntryRow> rows = new ArrayList<>(proposal.ways().stream().map(PutAwayEntry::row).toList());
        String why = proposal.left().stream().map(Refusal::sentence).collect(Collectors.joining(" "));
        for (Goods goods : waiting) {
            BigDecimal left = goods.quantity().amount().subtract(proposal.ways().stream().map(Way::goods)
                .filter(way -> way.item().equals(goods.item()) && way.lot().equals(goods.lot())
                    && way.from().equals(goods.from()) && way.status().equals(goods.status()))
                .map(way -> way.quantity().amount()).reduce(BigDecimal.ZERO, BigDecimal::add));
            if (left.signum() > 0) {
                rows.add(EntryRow.of("item", masters.items().get(goods.item()).map(Item::code).orElse(""), "quantity",
                    Figures.text(left), "lot", goods.lot(), "from",
                    masters.locations().get(goods.from()).map(Location::code).orElse(""), STATUS, goods.status(), WHY,
                    why));
            }
        }
        return rows;
    }

    private static EntryRow row(Way way) {
        return EntryRow.of("item", way.itemCode(), "quantity", Figures.text(way.goods().quantity().amount()), "lot",
            way.goods().lot(), "from", way.fromCode(), "to", way.toCode(), STATUS, way.goods().status(), PROPOSED,
            way.toCode(), WHY, way.waitingOrder().isEmpty() ? way.why()
                : NLS.bind(Messages.PutAway_waiting, way.waitingOrder(), way.why()),
            ORDER, way.waitingOrder());
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        if (documents.find(Receipts.KIND, code.strip()).isPresent()) {
            return filled(state.with(RECEIPT, code.strip()), RECEIPT);
        }
        Optional<Location> place = masters.locations().byCode(code.strip());
        return place.isPresent() ? atPlace(state, place.get().code())
            : masters.items().resolve(code)
                .map(match -> state.count("quantity", EntryRow.of("item", match.code())));
    }

    /** The next line that goes there is confirmed; else the next line without a bin goes there. */
    private static Outcome<EntryState> atPlace(EntryState state, String place) {
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            if (row.get("to").equals(place) && row.get(SCANNED).isEmpty()) {
                return Outcome.done(state.replace(i, row.with(SCANNED, place)));
            }
        }
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            if (row.get("to").isEmpty()) {
                return Outcome.done(state.replace(i, row.with("to", place).with(SCANNED, place)));
            }
        }
        return Outcome.refused(Refusal.of(ReceivingRefusal.NOTHING_GOES_THERE, place)
            .hint("Type the bin into the line whose goods go there."));
    }

    /** What was typed, with the numbers of the lines that are moved: those without a bin stay. */
    private record Typed(List<Move> moves, List<Integer> sent) {
    }

    private Outcome<Typed> typed(EntryState state) {
        TypedParts parts = masters.parts();
        List<Move> moves = new ArrayList<>();
        List<Integer> sent = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<Item> item = parts.item(row.get("item"), number, "item");
            Optional<Quantity> quantity = item.flatMap(known -> parts.quantity(known,
                row.get("quantity").isEmpty() ? "1" : row.get("quantity"), "", number, "quantity"));
            Optional<LocationId> from = parts.place(row.get("from"), number, "from").map(Location::id)
                .or(() -> row.get("from").isEmpty() ? receivingArea() : Optional.empty());
            if (row.get("from").isEmpty() && from.isEmpty()) {
                parts.refusals().add(Refusal.of(ReceivingRefusal.FROM_MISSING)
                    .hint("Type the place where the goods lie.").at(Place.field(number, "from")));
            }
            Optional<Location> to = parts.place(row.get("to"), number, "to");
            if (quantity.isPresent() && from.isPresent() && to.isPresent() && quantity.get().signum() != 0) {
                moves.add(new Move(new Goods(item.get().id(), row.get("lot"), from.get(),
                    row.get(STATUS).isEmpty() ? MovementLine.AVAILABLE : row.get(STATUS), quantity.get()),
                    to.get().id(), row.get(SCANNED).equals(row.get("to")) ? row.get(SCANNED) : "", row.get(ORDER)));
                sent.add(Integer.valueOf(number));
            }
        }
        return parts.refusals().isEmpty() ? Outcome.done(new Typed(moves, sent)) : Outcome.refused(parts.refusals());
    }

    /** Where goods wait when nobody says where they lie. */
    private Optional<LocationId> receivingArea() {
        return rules.docks().stream().flatMap(dock -> dock.receiving().stream()).findFirst();
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Map<String, String> names = new HashMap<>();
        masters.items().byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList())
            .forEach((code, item) -> names.put(code, item.name()));
        List<Map<String, String>> facts = new ArrayList<>();
        for (EntryRow row : state.lines()) {
            Map<String, String> its = new HashMap<>();
            its.put("name", names.getOrDefault(row.get("item"), ""));
            boolean asProposed = row.get("to").equals(row.get(PROPOSED));
            String why = asProposed ? row.get(WHY) : row.get("to").isEmpty() ? Messages.PutAway_stays
                : Messages.PutAway_typed;
            its.put(WHY, row.get(SCANNED).isEmpty() || !row.get(SCANNED).equals(row.get("to")) ? why
                : NLS.bind(Messages.PutAway_scanned, why).strip());
            facts.add(its);
        }
        typed(state).map(its -> its.moves().isEmpty() ? its : tried(state, its, facts));
        return new EntryFacts(facts, "", "");
    }

    /** Why a bin does not take what goes there stands beside the line before it is posted. */
    private Typed tried(EntryState state, Typed typed, List<Map<String, String>> facts) {
        putAway.attempt(new PutAway.Request(state.key(), Instant.now(), typed.moves())).refusals()
            .forEach(refusal -> line(refusal, typed.sent())
                .ifPresent(number -> facts.get(number.intValue() - 1).put(WHY, refusal.sentence())));
        return typed;
    }

    private static Optional<Integer> line(Refusal refusal, List<Integer> sent) {
        int line = (int) refusal.place().line();
        return line < 1 || line > sent.size() ? Optional.empty() : Optional.of(sent.get(line - 1));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        Outcome<Typed> typed = typed(state);
        if (!typed.isDone()) {
            return Outcome.refused(typed.refusals());
        }
        if (typed.value().moves().isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NO_LINES).hint(Messages.PutAway_nothing));
        }
        Outcome<PutAway.Stored> stored = putAway
            .store(new PutAway.Request(state.key(), Instant.now(), typed.value().moves()));
        return stored.isDone()
            ? Outcome.done(new Posted(NLS.bind(Messages.PutAway_done, stored.value().document().number()),
                stored.value().document().number(), stored.value().warnings()))
            : Outcome.refused(stored.refusals().stream()
                .map(refusal -> line(refusal, typed.value().sent())
                    .map(number -> refusal.at(Place.field(number.intValue(), refusal.place().column())))
                    .orElse(refusal))
                .toList());
    }

}
