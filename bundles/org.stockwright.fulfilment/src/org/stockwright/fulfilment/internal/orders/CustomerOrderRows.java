package org.stockwright.fulfilment.internal.orders;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Decimals;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.OrderRequest;
import org.stockwright.fulfilment.internal.FileFields;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** Turns the rows of a file into customer orders; what is wrong with them is told. For one file. */
final class CustomerOrderRows {

    /** What all rows of an order say alike; a row may leave them empty but for the first. */
    private static final List<String> HEAD = List.of("customer", "date", "currency", "reference", "address", "place",
        "priority", "duplicate");
    private static final String KEY = "customer-orders:";

    private final ItemFinder items;
    private final Partners partners;
    private final Locations locations;
    private final RowErrors errors;
    private final FileFields fields;
    private final Nearest nearest = new Nearest();
    private final Map<String, Optional<Partner>> known = new HashMap<>();

    /**
     * An order of the file.
     *
     * @param rows its rows, one for each line
     * @param request what is placed
     */
    record FileOrder(List<ImportRow> rows, OrderRequest request) {
    }

    CustomerOrderRows(ItemFinder items, Partners partners, Locations locations, CompanyProfiles profiles,
        RowErrors errors) {
        this.items = items;
        this.partners = partners;
        this.locations = locations;
        this.errors = errors;
        this.fields = new FileFields(profiles, errors);
    }

    /** The orders whose rows are right, in the order of the file. */
    List<FileOrder> read(List<ImportRow> rows, Progress progress) {
        progress.begin("Checking customer orders", rows.size());
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
        Optional<Partner> customer = customer(first);
        Optional<Instant> date = first.has("date")
            ? errors.value(first, "date", fields.instants().parse(first.get("date"))) : Optional.empty();
        Optional<Currency> currency = currency(first);
        Optional<LocationId> place = place(first);
        int priority = fields.number(first, "priority");
        boolean duplicate = fields.flag(first, "duplicate", false);
        List<OrderRequest.Line> lines = new ArrayList<>();
        rows.forEach(row -> line(row).ifPresent(lines::add));
        if (errors.count() > before || customer.isEmpty()) {
            return Optional.empty();
        }
        OrderRequest request = OrderRequest.customer(KEY + name, customer.map(Partner::id).orElse(PartnerId.SELF), lines)
            .about(first.has("reference") ? first.get("reference") : name).shippedTo(first.get("address"))
            .in(currency).from(place).wanted(Optional.empty(), priority);
        request = date.isPresent() ? request.ordered(date.get()) : request;
        return Optional.of(new FileOrder(rows, duplicate ? request.acceptingDuplicate() : request));
    }

    private void alike(String name, ImportRow first, ImportRow row) {
        for (String column : HEAD) {
            if (row.has(column) && !row.get(column).equals(first.get(column))) {
                errors.add(row, column, Refusal
                    .of(FulfilmentRefusal.ROWS_DIFFER, name, column, first.get(column), row.get(column))
                    .hint("Say the same in all rows of an order, or only in the first."));
            }
        }
    }

    private Optional<Partner> customer(ImportRow row) {
        Optional<Partner> found = known.computeIfAbsent(row.get("customer"), partners::byCode);
        if (found.isEmpty()) {
            errors.add(row, "customer", Refusal.of(FulfilmentRefusal.UNKNOWN_CUSTOMER, row.get("customer"))
                .hint(nearest.hint(row.get("customer"), partners.list().stream().map(Partner::code).toList(),
                    "Import the partner first.")));
        }
        return found;
    }

    private Optional<LocationId> place(ImportRow row) {
        if (!row.has("place")) {
            return Optional.empty();
        }
        Optional<LocationId> place = locations.byCode(row.get("place")).map(Location::id);
        if (place.isEmpty()) {
            errors.add(row, "place", Refusal.of(FulfilmentRefusal.BAD_PLACE, row.get("place"), "where goods come from")
                .hint("Its code is one that 'import locations' stored; case matters."));
        }
        return place;
    }

    private Optional<Currency> currency(ImportRow row) {
        String code = row.get("currency").toUpperCase(Locale.ROOT);
        Optional<Currency> found = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getCurrencyCode().equals(code)).findFirst();
        if (row.has("currency") && found.isEmpty()) {
            errors.add(row, "currency", Refusal.of(FulfilmentRefusal.UNKNOWN_CURRENCY, row.get("currency"))
                .hint("Use the three letters of ISO 4217, such as EUR."));
        }
        return found;
    }

    private Optional<OrderRequest.Line> line(ImportRow row) {
        Optional<ItemFinder.Found> item = errors.value(row, "item", items.find(row.get("item")));
        Optional<BigDecimal> amount = errors.value(row, "quantity", Decimals.parse(row.get("quantity")));
        Optional<BigDecimal> price = row.has("price") ? errors.value(row, "price", Decimals.parse(row.get("price")))
            : Optional.empty();
        Optional<LocalDate> due = fields.day(row, "due");
        Optional<Unit> unit = item.flatMap(found -> errors.value(row, "unit", items.unit(found, row.get("unit"))));
        if (item.isEmpty() || amount.isEmpty() || unit.isEmpty()) {
            return Optional.empty();
        }
        return errors.value(row, "quantity", Quantity.checked(amount.get(), unit.get()))
            .map(quantity -> OrderRequest.Line.of(item.get().item().id(), quantity).priced(price).wanted(due)
                .ofLot(row.get("lot")).noted(row.get("note")));
    }

    /** The column that a refusal of an order speaks of. */
    static String column(Refusal refusal) {
        return switch (refusal.code().name()) {
            case "UNKNOWN_ITEM", "ITEM_INACTIVE" -> "item";
            case "UNKNOWN_CUSTOMER", "NOT_A_CUSTOMER" -> "customer";
            case "UNKNOWN_ADDRESS" -> "address";
            case "BAD_PLACE" -> "place";
            case "BAD_PRIORITY" -> "priority";
            case "BAD_PRICE", "PRICE_IN_OTHER_CURRENCY" -> "price";
            case "BAD_KEY", "KEY_REUSED_WITH_OTHER_CONTENT", "TOO_MANY_LINES" -> "order";
            case "DUPLICATE_ORDER" -> "reference";
            case "BAD_TEXT" -> "";
            default -> "quantity";
        };
    }

}
