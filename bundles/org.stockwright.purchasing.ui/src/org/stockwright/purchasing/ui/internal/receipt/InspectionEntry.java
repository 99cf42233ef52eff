package org.stockwright.purchasing.ui.internal.receipt;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.LineId;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.Inspections;
import org.stockwright.purchasing.Inspections.Pending;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.CodeField.Choice;

/** Decides about goods that wait for inspection: the receipt's number fills in all that waits of it, as accepted. */
@Component
@SuppressWarnings("nls")
public final class InspectionEntry implements EntryModel {

    private static final int MOST = 5_000;
    private static final int OFFERED = 12;
    private static final String LINE = "line";

    private final Inspections inspections;
    private final Documents documents;
    private final EntryMasters masters;

    /** Inspects here. */
    @Activate
    public InspectionEntry(@Reference Inspections inspections, @Reference Documents documents,
        @Reference EntryMasters masters) {
        this.inspections = inspections;
        this.documents = documents;
        this.masters = masters;
    }

    @Override
    public String id() {
        return Inspections.KIND;
    }

    @Override
    public String title() {
        return Messages.Inspection_title;
    }

    @Override
    public String permission() {
        return ReceivingPermission.INSPECT;
    }

    @Override
    public List<EntryField> head() {
        return List.of(EntryField.code("receipt", Messages.Field_receipt, 16, this::receipts)
            .hint(Messages.Inspection_receiptHint).filling());
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("accepted", Messages.Field_accepted, 10),
            EntryField.number("rejected", Messages.Field_rejected, 10),
            EntryField.text("reason", Messages.Field_reason, 24));
    }

    /** The receipts of which something waits. */
    private List<Choice<Object>> receipts(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        Map<String, Choice<Object>> found = new LinkedHashMap<>();
        inspections.pending(MOST).stream().filter(one -> one.receipt().contains(wanted)).forEach(
            one -> found.putIfAbsent(one.receipt(), new Choice<>(one, one.receipt(), one.supplier())));
        return found.values().stream().limit(OFFERED).toList();
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("waits", Messages.Fact_waits, 12),
            EntryField.text("lot", Messages.Field_lot, 14), EntryField.text("place", Messages.Field_place, 12),
            EntryField.text("name", Messages.Fact_name, 22));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Map<String, Pending> waiting = new HashMap<>();
        inspections.pending(MOST).stream().filter(one -> one.receipt().equals(state.head().get("receipt")))
            .forEach(one -> waiting.put(one.line().toString(), one));
        Map<String, String> names = new HashMap<>();
        masters.items().byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList())
            .forEach((code, item) -> names.put(code, item.name()));
        return new EntryFacts(state.lines().stream().map(row -> {
            Map<String, String> facts = new HashMap<>();
            facts.put("name", names.getOrDefault(row.get("item"), ""));
            Optional.ofNullable(waiting.get(row.get(LINE))).ifPresent(one -> {
                facts.put("waits", one.pending().toString());
                facts.put("lot", one.lot());
                facts.put("place", one.place());
            });
            return facts;
        }).toList(), "", "");
    }

    /** All that waits of a receipt, as accepted. */
    List<EntryRow> waiting(String receipt) {
        return inspections.pending(MOST).stream().filter(one -> one.receipt().equals(receipt))
            .map(InspectionEntry::row).toList();
    }

    private static EntryRow row(Pending one) {
        return EntryRow.of("item", one.item(), "accepted", Figures.text(one.pending().amount()), LINE,
            one.line().toString());
    }

    @Override
    public Outcome<EntryState> filled(EntryState state, String field) {
        String number = state.head().get("receipt");
        if (documents.find(Receipts.KIND, number).isEmpty()) {
            return Outcome.refused(
                Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number).at(Place.field(0, "receipt")));
        }
        return Outcome.done(state.withLines(waiting(number)));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return filled(state.with("receipt", code.strip()), "receipt");
    }

    @Override
    public Outcome<Posted> post(EntryState state) {
        TypedParts parts = masters.parts();
        List<Inspections.Decision> decisions = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            BigDecimal accepted = parts.number(row.get("accepted"), number, "accepted").orElse(BigDecimal.ZERO);
            BigDecimal rejected = parts.number(row.get("rejected"), number, "rejected").orElse(BigDecimal.ZERO);
            Optional<LineId> line = Optional.of(row.get(LINE)).filter(id -> !id.isEmpty())
                .map(id -> new LineId(Long.parseLong(id)));
            if (line.isEmpty()) {
                parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, state.head().get("receipt"), number)
                    .hint("Only what the receipt brought can be inspected.").at(Place.field(number, "item")));
            }
            line.ifPresent(its -> decisions
                .add(new Inspections.Decision(its, accepted, rejected, row.get("reason"))));
        }
        return parts.refusals().isEmpty()
            ? inspections.decide(new Inspections.Request(state.key(), Instant.now(), decisions))
                .map(made -> new Posted(NLS.bind(Messages.Inspection_posted, made.number()), made.number(), List.of()))
            : Outcome.refused(parts.refusals());
    }

}
