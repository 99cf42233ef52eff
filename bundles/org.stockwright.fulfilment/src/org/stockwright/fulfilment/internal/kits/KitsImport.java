package org.stockwright.fulfilment.internal.kits;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.Kits;
import org.stockwright.fulfilment.internal.FileFields;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** What kits are made of, from a file: one row per component; rows with the same kit and day are one version. */
@Component
public final class KitsImport implements ImportKind {

    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private final Kits kits;
    private final Items items;
    private final Units units;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public KitsImport(@Reference Kits kits, @Reference Items items, @Reference Units units,
        @Reference CompanyProfiles profiles) {
        this.kits = kits;
        this.items = items;
        this.units = units;
        this.profiles = profiles;
    }

    @Override
    public String id() {
        return "kits";
    }

    @Override
    public String title() {
        return "Kits";
    }

    @Override
    public String permission() {
        return FulfilmentPermission.KITS;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required("kit", "code, alias or barcode of the item that is made"),
            required("item", "code, alias or barcode of the component"),
            required("quantity", "how much of it one base unit of the kit takes; positive"),
            optional("unit", "of the quantity; default the component's base unit, or the pack whose barcode it is"),
            optional("valid_from", "the first day on which the version holds; default always"),
            optional("virtual", "yes: taken apart on orders (default); no: assembled and stocked; the first row of a "
                + "version says it"));
    }

    private record Start(Kits.Version version, List<ImportRow> rows, List<Kits.Component> parts) {
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        progress.begin("Checking kits", rows.size());
        RowErrors errors = new RowErrors();
        List<Start> good = read(rows, errors, progress);
        List<Start> kept = new ArrayList<>();
        for (Start one : good) {
            Outcome<Integer> rehearsed = kits.rehearse(List.of(version(one)));
            rehearsed.refusals()
                .forEach(refusal -> errors.add(one.rows().getFirst(), column(refusal), refusal));
            if (rehearsed.isDone()) {
                kept.add(one);
            }
        }
        boolean refuse = mode == ImportMode.ALL_OR_NOTHING && errors.count() > 0;
        List<Kits.Version> versions = kept.stream().map(KitsImport::version).toList();
        Outcome<Integer> done = refuse || versions.isEmpty() ? Outcome.done(0)
            : mode == ImportMode.DRY_RUN ? kits.rehearse(versions) : kits.saveAll(versions);
        done.refusals().forEach(refusal -> errors.add(
            kept.get((int) Math.max(0, refusal.place().line() - 1)).rows().getFirst(), column(refusal), refusal));
        if (!done.isDone() || refuse) {
            return new ImportResult(rows.size(), 0, 0, errors.list(), List.of());
        }
        List<Kits.Version> before = mode == ImportMode.DRY_RUN ? kits.list() : List.of();
        long same = mode == ImportMode.DRY_RUN
            ? kept.stream().filter(one -> before.contains(version(one))).mapToLong(one -> one.rows().size()).sum()
            : done.value() == 0 ? kept.stream().mapToLong(one -> one.rows().size()).sum() : 0;
        long all = kept.stream().mapToLong(one -> one.rows().size()).sum();
        return new ImportResult(rows.size(), all - same, same, errors.list(), List.of());
    }

    private static Kits.Version version(Start one) {
        return new Kits.Version(one.version().item(), one.version().from(), one.version().virtual(), one.parts());
    }

    private List<Start> read(List<ImportRow> rows, RowErrors errors, Progress progress) {
        ItemFinder components = new ItemFinder(items, units, rows);
        FileFields fields = new FileFields(profiles, errors);
        Map<String, Start> starts = new LinkedHashMap<>();
        List<Start> bad = new ArrayList<>();
        for (ImportRow row : rows) {
            progress.check();
            int before = errors.count();
            Optional<ItemFinder.Found> kit = errors.value(row, "kit", components.find(row.get("kit")));
            Optional<ItemFinder.Found> item = errors.value(row, "item", components.find(row.get("item")));
            Optional<LocalDate> from = fields.day(row, "valid_from");
            boolean virtual = fields.flag(row, "virtual", true);
            Optional<BigDecimal> quantity = item.flatMap(found -> quantity(row, found, components, errors));
            Start start = kit.map(found -> starts.computeIfAbsent(found.item().id() + " " + from.orElse(ALWAYS),
                key -> new Start(new Kits.Version(found.item().id(), from.orElse(ALWAYS), virtual, List.of()),
                    new ArrayList<>(), new ArrayList<>()))).orElse(null);
            if (start != null) {
                start.rows().add(row);
                if (errors.count() > before || item.isEmpty() || quantity.isEmpty()) {
                    bad.add(start);
                } else {
                    start.parts().add(new Kits.Component(item.get().item().id(), quantity.get()));
                }
            }
            progress.worked(1);
        }
        List<Start> good = new ArrayList<>(starts.values());
        // by identity: a version with one wrong row is left out whole
        good.removeIf(one -> bad.stream().anyMatch(other -> other == one));
        return good;
    }

    private static Optional<BigDecimal> quantity(ImportRow row, ItemFinder.Found item, ItemFinder finder,
        RowErrors errors) {
        Optional<Unit> unit = errors.value(row, "unit", finder.unit(item, row.get("unit")));
        Optional<BigDecimal> amount = errors.value(row, "quantity", Decimals.parse(row.get("quantity")));
        if (unit.isEmpty() || amount.isEmpty()) {
            return Optional.empty();
        }
        if (unit.get().equals(item.item().unit())) {
            // of a kit that is counted in larger steps a component may be a fraction
            return amount;
        }
        return errors.value(row, "quantity", Quantity.checked(amount.get(), unit.get())
            .then(quantity -> quantity.in(item.item().unit(), Rounding.EXACT))).map(Quantity::amount);
    }

    private static String column(Refusal refusal) {
        return switch (refusal.code().name()) {
            case "QUANTITY_NOT_POSITIVE", "COMPONENT_DOES_NOT_FIT" -> "quantity";
            case "COMPONENT_TWICE" -> "item";
            default -> "kit";
        };
    }

}
