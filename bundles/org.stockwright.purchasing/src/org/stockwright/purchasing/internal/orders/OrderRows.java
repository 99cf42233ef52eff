package org.stockwright.purchasing.internal.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.FileWords;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Location;
import org.stockwright.purchasing.PurchaseOrders;
import org.stockwright.purchasing.PurchaseOrders.Draft;
import org.stockwright.purchasing.PurchaseOrders.Line;
import org.stockwright.purchasing.PurchasingPermission;
import org.stockwright.purchasing.PurchasingRefusal;
import org.stockwright.security.Access;

/** Reads the rows of a file of purchase orders and groups them to orders. For one file. */
final class OrderRows {

    /** What all rows of an order say alike; a row may leave them empty but for the first. */
    private static final List<String> HEAD = List.of("supplier", "date", "currency", "reference", "ship_to",
        "department", "cost_centre", "any_quantity", "state");
    private static final Map<String, String> STATES = Map.of("", PurchaseOrders.OPEN, "open", PurchaseOrders.OPEN,
        "approved", PurchaseOrders.APPROVED, "sent", PurchaseOrders.SENT, "confirmed", PurchaseOrders.CONFIRMED);
    private static final String KEY = "purchase-orders:";

    /**
     * An order of the file.
     *
     * @param name its word in the file
     * @param rows its rows, one for each line
     * @param draft what is placed
     * @param state in which it is stored
     */
    record FileOrder(String name, List<ImportRow> rows, Draft draft, String state) {

        /** The document in the state of the file. */
        NewDocument in(NewDocument made) {
            return new NewDocument(made.kind(), made.key(), made.hash(), state, made.partner(), made.address(),
                made.place(), made.target(), made.reference(), made.currency(), made.effective(), made.due(),
                made.priority(), made.department(), made.costCentre(), made.carrier(), made.tracking(), made.source(),
                made.reverses(), made.posting(), made.lines());
        }

    }

    private final MasterData data;
    private final Access access;
    private final RowErrors errors;
    private final FileInstants instants;
    private final OrderDrafting drafting;
    private final Nearest nearest = new Nearest();
    private Map<String, Item> items = Map.of();
    private Map<String, Partner> partners = Map.of();

    OrderRows(MasterData data, OrderDrafting drafting, Access access, RowErrors errors) {
        this.data = data;
        this.drafting = drafting;
        this.access = access;
        this.errors = errors;
        this.instants = new FileInstants(drafting.zone());
    }

    /** The orders whose rows are right; what is wrong with the others was told. */
    List<FileOrder> read(List<ImportRow> rows, Progress progress) {
        progress.begin("Checking purchase orders", rows.size());
        items = data.itemsByCode(new TreeSet<>(rows.stream().map(row -> row.get("item")).toList()));
        partners = data.partnersByCode();
        Map<String, List<ImportRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.get("order"), name -> new ArrayList<>()).add(row));
        List<FileOrder> orders = new ArrayList<>();
        groups.forEach((name, group) -> {
            progress.check();
            order(name, group).ifPresent(orders::add);
            progress.worked(group.size());
        });
        return orders;
    }

    private Optional<FileOrder> order(String name, List<ImportRow> rows) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        rows.forEach(row -> alike(name, first, row));
        if (name.isEmpty()) {
            rows.forEach(row -> errors.add(row, "order", Refusal.of(PurchasingRefusal.UNKNOWN_WORD, "", "order")
                .hint("Fill the cell.")));
        }
        Optional<Partner> supplier = supplier(first);
        Optional<Instant> date = first.has("date") ? errors.value(first, "date", instants.parse(first.get("date")))
            : Optional.empty();
        Optional<Currency> currency = currency(first);
        Optional<LocationId> place = place(first);
        String state = state(first);
        boolean any = flag(first);
        List<Line> lines = new ArrayList<>();
        rows.forEach(row -> line(row).ifPresent(lines::add));
        if (errors.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new FileOrder(name, rows,
            new Draft(KEY + name, supplier.map(Partner::id).orElse(PartnerId.SELF),
                date, Optional.empty(), place, "", first.has("reference") ? first.get("reference") : name, currency,
                first.get("department"), first.get("cost_centre"), any, lines),
            state));
    }

    private void alike(String name, ImportRow first, ImportRow row) {
        for (String column : HEAD) {
            if (row.has(column) && !row.get(column).equals(first.get(column))) {
                errors.add(row, column, Refusal
                    .of(PurchasingRefusal.ROWS_DIFFER, name, column, first.get(column), row.get(column))
                    .hint("Say the same in all rows of an order, or only in the first."));
            }
        }
    }

    private Optional<Partner> supplier(ImportRow row) {
        Optional<Partner> found = Optional.ofNullable(partners.get(row.get("supplier")));
        if (found.isEmpty()) {
            errors.add(row, "supplier", Refusal.of(PurchasingRefusal.NO_SUPPLIER, row.get("supplier"))
                .hint(nearest.hint(row.get("supplier"), partners.keySet(), "Import the partner first.")));
        }
        return found;
    }

    private Optional<LocationId> place(ImportRow row) {
        if (!row.has("ship_to")) {
            return Optional.empty();
        }
        Optional<LocationId> place = data.place(row.get("ship_to")).map(Location::id);
        if (place.isEmpty()) {
            errors.add(row, "ship_to", Refusal.of(PurchasingRefusal.UNKNOWN_PLACE, row.get("ship_to"))
                .hint("Its code is one that 'import locations' stored; case matters."));
        }
        return place;
    }

    private Optional<Currency> currency(ImportRow row) {
        String code = row.get("currency").toUpperCase(Locale.ROOT);
        Optional<Currency> known = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getCurrencyCode().equals(code)).findFirst();
        if (row.has("currency") && known.isEmpty()) {
            errors.add(row, "currency", Refusal.of(PurchasingRefusal.UNKNOWN_WORD, row.get("currency"), "currency")
                .hint("Use the three letters of ISO 4217, such as EUR."));
        }
        return known;
    }

    private String state(ImportRow row) {
        String state = word(row, "state", STATES).orElse(PurchaseOrders.OPEN);
        if (!state.equals(PurchaseOrders.OPEN)) {
            access.refusal(PurchasingPermission.OVERRIDE).ifPresent(refusal -> errors.add(row, "state", refusal));
        }
        return state;
    }

    private boolean flag(ImportRow row) {
        return row.has("any_quantity") && word(row, "any_quantity", FileWords.YES_OR_NO).orElse(false);
    }

    private <T> Optional<T> word(ImportRow row, String column, Map<String, T> known) {
        T value = known.get(row.get(column).toLowerCase(Locale.ROOT));
        if (value == null) {
            Collection<String> words = known.keySet().stream().filter(word -> !word.isEmpty()).sorted().toList();
            errors.add(row, column, Refusal.of(PurchasingRefusal.UNKNOWN_WORD, row.get(column), column)
                .hint(nearest.hint(row.get(column), words, "Known are " + String.join(", ", words) + ".")));
        }
        return Optional.ofNullable(value);
    }

    private Optional<Line> line(ImportRow row) {
        Optional<Item> item = Optional.ofNullable(items.get(row.get("item")));
        if (item.isEmpty()) {
            errors.add(row, "item", Refusal.of(PurchasingRefusal.UNKNOWN_ITEM, row.get("item"))
                .hint("Import the item first; its code is written as it is stored."));
        }
        Optional<BigDecimal> quantity = errors.value(row, "quantity", Decimals.parse(row.get("quantity")));
        Optional<BigDecimal> price = row.has("price") ? errors.value(row, "price", Decimals.parse(row.get("price")))
            : Optional.empty();
        Optional<LocalDate> due = row.has("due") ? errors.value(row, "due", day(row.get("due"))) : Optional.empty();
        return item.isEmpty() || quantity.isEmpty() ? Optional.empty() : Optional.of(new Line(item.get().id(),
            quantity.get(), row.has("unit") ? Optional.of(row.get("unit")) : Optional.empty(), price, due,
            row.get("note"), Optional.empty()));
    }

    private Outcome<LocalDate> day(String text) {
        return instants.parse(text).map(instant -> LocalDate.ofInstant(instant, drafting.zone()));
    }

    /** The column that a refusal of a draft speaks of. */
    static String column(Refusal refusal) {
        return switch (refusal.code().name()) {
            case "UNKNOWN_ITEM", "ITEM_NOT_ACTIVE" -> "item";
            case "NO_SUPPLIER", "SUPPLIER_NOT_ACTIVE" -> "supplier";
            case "NO_PRICE", "BAD_PRICE", "PRICE_IN_OTHER_CURRENCY", "BAD_SETTING" -> "price";
            case "DUE_BEFORE_ORDER" -> "due";
            case "UNKNOWN_UNIT", "UNIT_DOES_NOT_FIT" -> "unit";
            case "BAD_KEY", "KEY_REUSED_WITH_OTHER_CONTENT", "TOO_MANY_LINES" -> "order";
            case "BAD_TEXT" -> "";
            default -> "quantity";
        };
    }

}
