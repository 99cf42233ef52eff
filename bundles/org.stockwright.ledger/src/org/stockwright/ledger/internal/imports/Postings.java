package org.stockwright.ledger.internal.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.BulkResult;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Ledger.BulkMode;
import org.stockwright.ledger.MovementFiles;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.UnitOfWork;

/** The rows of a file that can be posted, each as a posting of its own, in the order of the file. */
final class Postings {

    private record Entry(ImportRow row, String key, Optional<Instant> effective, MovementLine line, String reference) {
    }

    private final List<Entry> entries = new ArrayList<>();

    void add(ImportRow row, String key, Optional<Instant> effective, MovementLine line, String reference) {
        entries.add(new Entry(row, key, effective, line, reference));
    }

    /**
     * Posts them as the mode says.
     *
     * @param rows how many rows the file has
     * @param skipped how many of them say nothing to be posted
     * @param errors what is wrong with other rows; with it nothing is posted unless good rows are to be kept, but
     *            everything is checked
     * @param helped adds to a refusal of the ledger what only the kind of file knows
     */
    ImportResult post(Ledger ledger, UnitOfWork work, long rows, long skipped, RowErrors errors, ImportMode mode,
        UnaryOperator<Refusal> helped, Progress progress) {
        BulkMode bulkMode = switch (mode) {
            case DRY_RUN -> BulkMode.DRY_RUN;
            case KEEP_GOOD -> BulkMode.KEEP_GOOD;
            case ALL_OR_NOTHING -> errors.count() == 0 ? BulkMode.ALL_OR_NOTHING : BulkMode.DRY_RUN;
        };
        BulkResult result = ledger.postAll(requests(work), bulkMode, progress);
        List<Refusal> refusals = new ArrayList<>(errors.list());
        result.refusals().forEach(refusal -> refusals.add(helped.apply(placed(refusal))));
        refusals.sort((one, other) -> Long.compare(one.place().line(), other.place().line()));
        boolean nothing = mode == ImportMode.ALL_OR_NOTHING && !refusals.isEmpty() && bulkMode == BulkMode.DRY_RUN;
        return new ImportResult(rows, nothing ? 0 : result.posted(), result.repeated() + skipped, refusals,
            result.warnings().stream().map(this::placed).toList());
    }

    /** What the rows ask for, in their order. */
    List<MovementFiles.Entry> entries(UnitOfWork work) {
        List<PostingRequest> requests = requests(work);
        return IntStream.range(0, requests.size())
            .mapToObj(i -> new MovementFiles.Entry(entries.get(i).row, requests.get(i))).toList();
    }

    private List<PostingRequest> requests(UnitOfWork work) {
        List<String> undated = entries.stream().filter(entry -> entry.effective.isEmpty()).map(Entry::key).toList();
        Map<String, Instant> earlier = EarlierPostings.effective(work, undated);
        Instant now = work.clock().instant();
        List<PostingRequest> requests = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            Instant effective = entry.effective.orElseGet(() -> earlier.getOrDefault(entry.key, now));
            requests.add(new PostingRequest(entry.key, effective, List.of(entry.line), entry.reference, "", ""));
        }
        return requests;
    }

    /** The ledger names the place in the list; the user wants the line in the file and the column. */
    private Refusal placed(Refusal refusal) {
        long index = refusal.place().line();
        if (index < 1 || index > entries.size()) {
            return refusal;
        }
        ImportRow row = entries.get((int) index - 1).row;
        return refusal.at(row.at(refusal.place().column().isEmpty() ? column(refusal, row)
            : refusal.place().column()));
    }

    /** The column that a refusal of the ledger is about; empty when it is about the row. */
    private static String column(Refusal refusal, ImportRow row) {
        return switch (refusal.code().name()) {
            case "BAD_TEXT" -> refusal.arguments().getFirst().equals("lot") && row.has("serial") ? "serial"
                : String.valueOf(refusal.arguments().getFirst());
            case "PLACE_MISSING" -> String.valueOf(refusal.arguments().getLast());
            case "UNKNOWN_LOCATION", "LOCATION_INACTIVE", "LOCATION_LOCKED", "PLACES_DO_NOT_FIT", "NOTHING_MOVES" ->
                row.has("location") ? "location"
                    : refusal.arguments().contains(row.get("from")) || !row.has("to") ? "from" : "to";
            case "BAD_KEY", "KEY_REUSED_WITH_OTHER_CONTENT" -> "key";
            case "BAD_INSTANT", "SOME_BEFORE_LAST_POSTING" -> "effective";
            case "UNKNOWN_ITEM", "ITEM_INACTIVE", "ITEM_LOCKED" -> "item";
            case "QUANTITY_NOT_POSITIVE", "QUANTITY_DOES_NOT_FIT", "SERIAL_IS_ONE_PIECE", "WOULD_GO_NEGATIVE",
                "WENT_NEGATIVE", "TOO_LARGE", "TOO_MANY_DECIMALS", "NOT_A_MULTIPLE_OF_STEP" -> "quantity";
            case "DIMENSIONS_DIFFER" -> "unit";
            case "BAD_COST" -> "unit_cost";
            case "LOT_MISSING", "UNKNOWN_LOT", "NOT_TRACKED", "LOT_EXPIRES_OTHERWISE" -> "lot";
            case "SERIAL_MISSING", "SERIAL_ON_HAND_ALREADY" -> "serial";
            case "UNKNOWN_OWNER" -> "owner";
            case "ORDER_MISSING" -> "reference";
            case "COMPONENTS_COME_FIRST" -> "type";
            case "UNKNOWN_STATUS" -> "status";
            default -> "";
        };
    }

}
