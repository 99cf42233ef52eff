package org.stockwright.fulfilment.internal.channels;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.internal.channels.ChannelRows.Stored;
import org.stockwright.persistence.UnitOfWork;

import com.google.gson.stream.JsonWriter;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * Sales at tills from a file: rows with the same channel and receipt are one sale, posted and kept as a message of the channel
 * by itself. A receipt that is there already changes nothing.
 */
@Component
public final class PosSalesImport implements ImportKind {

    private static final List<String> HEAD = List.of("date", "place", "original");
    private static final List<String> LINE = List.of("item", "quantity", "unit", "price", "lot");

    private final UnitOfWork work;
    private final MessageWork messages;

    /** Lives as long as the open book. */
    @Activate
    public PosSalesImport(@Reference UnitOfWork work, @Reference MessageWork messages) {
        this.work = work;
        this.messages = messages;
    }

    @Override
    public String id() {
        return "pos-sales";
    }

    @Override
    public String title() {
        return "Sales at Tills";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.CHANNELS;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("channel", "code of the channel"),
            required("receipt", "number of the receipt, at most " + MessageReader.LONGEST_ID
                + " characters: rows with the same channel and number are one sale, and importing it again is harmless"),
            optional("date", "when it was sold: a date or an instant; default now"),
            required("item", "code, alias or barcode"),
            required("quantity", "positive for what was sold, negative for what came back"),
            optional("unit", "default the item's base unit, or the pack whose barcode it is"),
            optional("price", "per unit; kept with the sale"),
            optional("place", "our location; default that of the channel"),
            optional("original", "the receipt that all of this sale comes back from; default this one"),
            optional("lot", "lot or serial number"));
    }

    /** The rows of one sale. */
    private record Sale(Stored channel, String receipt, List<ImportRow> rows, String text) {
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        RowErrors errors = new RowErrors();
        List<Sale> sales = sales(rows, errors);
        progress.begin("Posting sales", sales.size());
        if (mode == ImportMode.ALL_OR_NOTHING) {
            sales.forEach(sale -> run(sale, false, errors));
            if (errors.count() > 0) {
                return new ImportResult(rows.size(), 0, 0, errors.list(), List.of());
            }
        }
        long stored = 0;
        long unchanged = 0;
        for (Sale sale : sales) {
            progress.check();
            Outcome<Boolean> outcome = run(sale, mode != ImportMode.DRY_RUN, errors);
            if (outcome.isDone() && outcome.value()) {
                stored += sale.rows().size();
            } else if (outcome.isDone()) {
                unchanged += sale.rows().size();
            }
            progress.worked(1);
        }
        return new ImportResult(rows.size(), stored, unchanged, errors.list(), List.of());
    }

    private Outcome<Boolean> run(Sale sale, boolean store, RowErrors errors) {
        Outcome<Boolean> outcome = messages.atOnce(sale.channel(), "receipt:" + sale.receipt(), sale.text(), store);
        Set<String> columns = columns().stream().map(ImportColumn::name).collect(Collectors.toSet());
        outcome.refusals().forEach(refusal -> {
            long line = refusal.place().line();
            ImportRow row = sale.rows().get(line >= 1 && line <= sale.rows().size() ? (int) line - 1 : 0);
            errors.add(row, columns.contains(refusal.place().column()) ? refusal.place().column() : column(refusal),
                refusal);
        });
        return outcome;
    }

    /** The column that a refusal of the ledger or of the channel speaks of. */
    private static String column(Refusal refusal) {
        return switch (refusal.code().name()) {
            case "UNKNOWN_ITEM", "ITEM_INACTIVE", "ITEM_LOCKED" -> "item";
            case "NOT_TRACKED", "LOT_MISSING", "SERIAL_MISSING", "UNKNOWN_LOT", "SERIAL_ON_HAND_ALREADY" -> "lot";
            case "BAD_PLACE", "NO_SALES_PLACE", "UNKNOWN_LOCATION", "LOCATION_INACTIVE", "LOCATION_LOCKED",
                "PLACES_DO_NOT_FIT" -> "place";
            case "MIXED_RECEIPT" -> "original";
            case "NOT_AN_INSTANT", "BAD_INSTANT" -> "date";
            case "BAD_KEY", "BAD_TEXT", "NOT_JSON", "BAD_FIELD", "TOO_MANY_LINES", "SETTLED_OTHERWISE",
                "KEY_REUSED_WITH_OTHER_CONTENT", "MESSAGE_REUSED_WITH_OTHER_CONTENT" -> "receipt";
            default -> "quantity";
        };
    }

    /** The sales whose rows agree. */
    private List<Sale> sales(List<ImportRow> rows, RowErrors errors) {
        Map<String, Stored> channels = new HashMap<>();
        work.read(transaction -> new ChannelRows(transaction).list())
            .forEach(channel -> channels.put(channel.channel().code(), channel));
        Map<List<String>, List<ImportRow>> groups = new LinkedHashMap<>();
        for (ImportRow row : rows) {
            Stored channel = channels.get(row.get("channel"));
            if (channel == null) {
                errors.add(row, "channel", Refusal.of(FulfilmentRefusal.UNKNOWN_CHANNEL, row.get("channel"))
                    .hint("Save it first; case matters."));
            } else if (!channel.channel().active()) {
                errors.add(row, "channel", Refusal.of(FulfilmentRefusal.CHANNEL_INACTIVE, row.get("channel"))
                    .hint("Make it active first."));
            } else {
                groups.computeIfAbsent(List.of(row.get("channel"), row.get("receipt")), key -> new ArrayList<>())
                    .add(row);
            }
        }
        List<Sale> result = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (alike(group, errors)) {
                result.add(new Sale(channels.get(key.getFirst()), key.getLast(), group, json(key.getLast(), group)));
            }
        });
        return result;
    }

    private static boolean alike(List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        for (ImportRow row : rows) {
            for (String column : HEAD) {
                if (row.has(column) && !row.get(column).equals(first.get(column))) {
                    errors.add(row, column, Refusal.of(FulfilmentRefusal.ROWS_DIFFER, first.get("receipt"), column,
                        first.get(column), row.get(column))
                        .hint("Say the same in all rows of a receipt, or only in the first."));
                }
            }
        }
        return errors.count() == before;
    }

    /** The sale as a message. */
    private static String json(String receipt, List<ImportRow> rows) {
        StringWriter text = new StringWriter();
        try (JsonWriter json = new JsonWriter(text)) {
            json.beginObject().name("type").value("sale").name("receipt").value(receipt);
            cells(json, rows.getFirst(), HEAD);
            json.name("lines").beginArray();
            for (ImportRow row : rows) {
                json.beginObject();
                cells(json, row, LINE);
                json.endObject();
            }
            json.endArray().endObject();
        } catch (IOException e) {
            throw new IllegalStateException("a text takes everything", e);
        }
        return text.toString();
    }

    private static void cells(JsonWriter json, ImportRow row, List<String> columns) throws IOException {
        for (String column : columns) {
            if (row.has(column)) {
                json.name(column).value(row.get(column));
            }
        }
    }

}
