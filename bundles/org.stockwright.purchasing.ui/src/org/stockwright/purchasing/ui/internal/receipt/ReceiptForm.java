package org.stockwright.purchasing.ui.internal.receipt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.LineId;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.Receipts;
import org.stockwright.purchasing.ReceivingPermission;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.CodeField.Choice;

/** The lines of a receipt: what came, in which unit, of which lot, where it was put down, what was rejected at once. */
@SuppressWarnings("nls")
abstract class ReceiptForm implements EntryModel {

    private static final String LOTS = "lots";
    private static final String MAKE = "MAKE";

    private final Receipts receipts;
    private final EntryMasters masters;

    ReceiptForm(Receipts receipts, EntryMasters masters) {
        this.receipts = receipts;
        this.masters = masters;
    }

    @Override
    public final String permission() {
        return ReceivingPermission.RECEIVE;
    }

    /** The master data. */
    final EntryMasters masters() {
        return masters;
    }

    /** What becomes of lots and serial numbers that are missing: refused, or made. */
    static EntryField lots() {
        return EntryField.code(LOTS, Messages.Field_missingLots, 10,
            text -> MAKE.startsWith(text.strip().toUpperCase(Locale.ROOT))
                ? List.of(new Choice<Object>(MAKE, MAKE, Messages.Receipt_makeLots))
                : List.of())
            .hint(Messages.Receipt_lotsHint);
    }

    @Override
    public List<EntryField> line() {
        return List.of(masters.item("item", Messages.Field_item),
            EntryField.number("quantity", Messages.Field_quantity, 10),
            EntryField.text("unit", Messages.Field_unit, 8), EntryField.text("lot", Messages.Field_lot, 14),
            EntryField.text("expires", Messages.Field_expires, 12), masters.place("place", Messages.Field_place),
            EntryField.number("rejected", Messages.Field_rejected, 9),
            EntryField.text("reason", Messages.Field_reason, 14));
    }

    @Override
    public List<EntryField> facts() {
        return List.of(EntryField.number("expected", Messages.Fact_open, 12),
            EntryField.text("name", Messages.Fact_name, 20));
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        List<Map<String, String>> lines = new ArrayList<>();
        int counted = 0;
        for (EntryRow row : state.lines()) {
            Map<String, String> facts = new HashMap<>();
            facts.put("expected", row.get(ReceiptCount.EXPECTED));
            lines.add(facts);
            counted += ReceiptCount.amount(row).signum() > 0 ? 1 : 0;
        }
        Map<String, String> names = new HashMap<>();
        masters.items().byCodes(state.lines().stream().map(row -> row.get("item")).distinct().toList())
            .forEach((code, item) -> names.put(code, item.name()));
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).put("name", names.getOrDefault(state.lines().get(i).get("item"), ""));
        }
        return new EntryFacts(lines, "", state.lines().isEmpty() ? ""
            : NLS.bind(Messages.Receipt_total, Integer.valueOf(counted), Integer.valueOf(lines.size())));
    }

    /** Counts a scan of an item, or takes the scan of a place for what was counted before. */
    final Outcome<EntryState> counted(EntryState state, String code) {
        Optional<Location> place = masters.locations().byCode(code.strip());
        return place.isPresent() ? Outcome.done(ReceiptCount.at(state, place.get().code()))
            : masters.items().scan(code).then(scan -> ReceiptCount.plus(state, scan));
    }

    /** Makes the request of its lines; whether lots are made is added. */
    interface Head {

        Receipts.Request request(List<Receipts.Line> lines);

    }

    /** Receives what was typed; what is wrong in the head was gathered before. */
    final Outcome<Posted> receive(EntryState state, TypedParts parts, Head head) {
        List<Receipts.Line> lines = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            int number = i + 1;
            line(state.lines().get(i), number, parts).ifPresent(line -> {
                lines.add(line);
                numbers.add(Integer.valueOf(number));
            });
        }
        String lots = state.head().get(LOTS);
        if (!lots.isEmpty() && !lots.equalsIgnoreCase(MAKE)) {
            parts.refusals().add(Refusal.of(ReceivingRefusal.BAD_CHOICE, lots).hint("Type MAKE, or leave it empty.")
                .at(Place.field(0, LOTS)));
        }
        if (!parts.refusals().isEmpty()) {
            return Outcome.refused(parts.refusals());
        }
        Receipts.Request request = head.request(lines);
        Outcome<Receipts.Received> received = receipts.receive(lots.isEmpty() ? request : request.generating());
        return received.isDone()
            ? Outcome.done(new Posted(NLS.bind(Messages.Receipt_posted, received.value().receipt().number(),
                Integer.valueOf(lines.size())), received.value().receipt().number(), received.value().warnings()))
            : Outcome.refused(received.refusals().stream().map(refusal -> placed(refusal, numbers)).toList());
    }

    /** Lines of nothing were left out: what is refused is told at the line as it was entered. */
    private static Refusal placed(Refusal refusal, List<Integer> numbers) {
        int line = (int) refusal.place().line();
        return line < 1 || line > numbers.size() ? refusal
            : refusal.at(Place.field(numbers.get(line - 1).intValue(), refusal.place().column()));
    }

    /** A line with something on it; one of nothing is not received. */
    private Optional<Receipts.Line> line(EntryRow row, int number, TypedParts parts) {
        Optional<BigDecimal> quantity = parts.number(
            row.get("quantity").isEmpty() && row.get(ReceiptCount.SOURCE).isEmpty() ? "1" : row.get("quantity"),
            number, "quantity");
        Optional<LocalDate> expires = parts.day(row.get("expires"), masters.today(), number, "expires");
        Optional<Location> place = parts.place(row.get("place"), number, "place");
        BigDecimal rejected = parts.number(row.get("rejected"), number, "rejected").orElse(BigDecimal.ZERO);
        return quantity.filter(much -> much.signum() != 0).map(much -> new Receipts.Line(
            Optional.of(row.get(ReceiptCount.SOURCE)).filter(id -> !id.isEmpty())
                .map(id -> new LineId(Long.parseLong(id))),
            row.get("item"), Optional.of(much), row.get("unit"), row.get("lot"), expires, place.map(Location::id), "",
            rejected, "", row.get("reason"), Optional.empty()));
    }

}
