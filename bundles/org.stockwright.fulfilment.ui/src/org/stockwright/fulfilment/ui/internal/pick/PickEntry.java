package org.stockwright.fulfilment.ui.internal.pick;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.ScanCount;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;

/**
 * Picks a list: its number fills in the lines in the order of the way, all of them as taken. The first scan begins a count
 * from nothing: a bin says where the picker stands, goods count up at the line of that bin. What is missing needs a reason.
 */
@Component
@SuppressWarnings("nls")
public final class PickEntry implements EntryModel {

    private static final String LINE = "line";
    private static final String ORDERS = "orders";
    /** The line's bin, item and lot were scanned. */
    private static final String BIN_SCANNED = "binScanned";

    private final Picking picking;
    private final Documents documents;
    private final EntryMasters masters;

    /** Picks here. */
    @Activate
    public PickEntry(@Reference Picking picking, @Reference Documents documents, @Reference EntryMasters masters) {
        this.picking = picking;
        this.documents = documents;
        this.masters = masters;
    }

    @Override
    public String id() {
        return Picking.KIND;
    }

    @Override
    public String title() {
        return Messages.Pick_title;
    }

    @Override
    public String permission() {
        return FulfilmentPermission.PICK;
    }

    @Override
    public List<EntryField> head() {
        return List.of(
            EntryMasters.document("list", Messages.Field_pickList, documents, Set.of(Picking.KIND)).filling(),
            EntryField.text("bin", Messages.Field_binNow, 14));
    }

    @Override
    public List<EntryField> line() {
        return List.of(EntryField.text("item", Messages.Field_item, 16),
            EntryField.number("quantity", Messages.Field_taken, 10), EntryField.text("unit", Messages.Field_unit, 8),
            EntryField.text("bin", Messages.Field_bin, 14), EntryField.text("lot", Messages.Field_lot, 14),
            EntryField.text("reason", Messages.Field_missingReason, 20));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("wanted", Messages.Fact_wanted, 10),
            EntryField.text("name", Messages.Fact_name, 20),
            EntryField.text(ORDERS, Messages.Fact_orders, 32));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Map<String, String> names = ScanCount.names(masters.items(), state);
        List<Map<String, String>> lines = state.lines().stream()
            .map(row -> Map.of("wanted", row.get(ScanCount.OPEN), "name",
                names.getOrDefault(row.get("item"), ""), ORDERS, row.get(ORDERS)))
            .toList();
        return new EntryFacts(lines, "", state.lines().isEmpty() ? ""
            : NLS.bind(Messages.Pick_total, Long.valueOf(ScanCount.whole(state)), Integer.valueOf(lines.size())));
    }

    /** The state with which picking a list begins. */
    static EntryState of(Document list) {
        // the same goods of several orders are one line; its parts say for whom
        List<EntryRow> lines = list.lines().stream()
            .filter(line -> line.parent().isEmpty() && line.open(Step.PICKED).signum() > 0)
            .map(line -> row(list, line)).toList();
        return new EntryState(EntryState.fresh().key(), EntryRow.of("list", list.number()), lines);
    }

    private static EntryRow row(Document list, DocumentLine line) {
        String open = Figures.text(line.open(Step.PICKED));
        return EntryRow.of("item", line.item(), "quantity", open, "unit", line.quantity().unit().code(), "bin",
            line.locationCode(), "lot", line.lot(), LINE, Integer.toString(line.line()), ScanCount.OPEN, open, ORDERS,
            orders(list, line));
    }

    /** The orders that a line is for, each with its tote, and how much for each of several. */
    private static String orders(Document list, DocumentLine line) {
        List<DocumentLine> parts = list.lines().stream()
            .filter(one -> one.parent().filter(line.id()::equals).isPresent()).toList();
        return parts.isEmpty() ? line.note() : parts.stream()
            .map(part -> part.note() + ": " + Figures.text(part.open(Step.PICKED))).collect(Collectors.joining(", "));
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        Optional<Document> list = documents.find(Picking.KIND, state.head().get("list"));
        return list.<Outcome<EntryState>>map(found -> {
            EntryState filled = of(found);
            return Outcome.done(new EntryState(state.key(), filled.head(), filled.lines()));
        }).orElseGet(() -> Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("list"))
            .hint("Type a part of its number to choose from a list.").at(Place.field(0, "list"))));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        if (state.lines().isEmpty()) {
            Outcome<EntryState> filled = filled(state.with("list", code.strip()), "list");
            if (filled.isDone()) {
                return filled;
            }
        }
        Optional<Location> place = masters.locations().byCode(code.strip());
        if (place.isPresent()) {
            return atBin(state, place.get().code());
        }
        return masters.items().scan(code).then(scan -> ScanCount.plus(state, scan, state.head().get("list"),
            state.head().get("bin"), BIN_SCANNED));
    }

    private static Outcome<EntryState> atBin(EntryState state, String bin) {
        boolean isOnList = state.lines().stream().anyMatch(row -> row.get("bin").equals(bin));
        return isOnList ? Outcome.done(state.with("bin", bin))
            : Outcome.refused(Refusal.of(FulfilmentRefusal.WRONG_LOT_OR_BIN, state.head().get("list"),
                state.lines().stream().filter(row -> ScanCount.amount(row).compareTo(ScanCount.wanted(row)) < 0)
                    .map(row -> row.get("bin")).findFirst().orElseGet(() -> state.lines().stream()
                        .map(row -> row.get("bin")).findFirst().orElse("")),
                bin).hint("Go to the bin that the list names."));
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        Optional<Document> list = documents.find(Picking.KIND, state.head().get("list"));
        if (list.isEmpty()) {
            parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, state.head().get("list"))
                .at(Place.field(0, "list")));
        }
        List<Picking.Taken> taken = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<BigDecimal> quantity = parts.number(row.get("quantity"), number, "quantity");
            if (row.get(LINE).isEmpty()) {
                parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, state.head().get("list"), number)
                    .hint("Only what is on the list can be picked.").at(Place.field(number, "item")));
            } else if (quantity.isPresent() && (quantity.get().signum() > 0 || !row.get("reason").isEmpty())) {
                boolean isScanned = !row.get(BIN_SCANNED).isEmpty();
                taken.add(new Picking.Taken(Integer.parseInt(row.get(LINE)), quantity, row.get("reason"),
                    isScanned ? row.get(BIN_SCANNED) : "", isScanned ? row.get("item") : "",
                    isScanned ? row.get("lot") : ""));
            }
        }
        if (taken.isEmpty() && parts.refusals().isEmpty()) {
            // without a line the service would take all that is open
            parts.refusals().add(Refusal.of(DocumentRefusal.NO_LINES)
                .hint("Say how much was taken, or why nothing is there."));
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        return picking.confirm(new Picking.Confirmation(state.key(), list.orElseThrow().id(), Instant.now(), taken))
            .map(done -> new Posted(NLS.bind(Messages.Pick_posted, done.number(), Integer.valueOf(taken.size())),
                done.number(), List.of()));
    }

}
