package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Decimals;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.ItemFinder;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Units;
import org.stockwright.documents.Documents;
import org.stockwright.documents.spi.DocumentImport;
import org.stockwright.exchange.spi.FileInstants;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.Performer;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/** Service templates from a file: one row per stage, in their order; rows with the same template are one draft. */
@Component(service = ImportKind.class)
public final class TemplatesImport extends DocumentImport<TemplatesImport.Wanted> {

    private static final String TEMPLATE = "template";
    private static final List<String> SAME = List.of("name", "service", "stored", "queue", "valid_from", "valid_until",
        "boundary", "minimum", "target", "under_cost", "over_cost");

    private final Items items;
    private final Units units;

    /** Lives as long as the open book. */
    @Activate
    public TemplatesImport(@Reference UnitOfWork work, @Reference Documents documents, @Reference Locations locations,
        @Reference CompanyProfiles companies, @Reference Items items, @Reference Units units) {
        super(new Services(work, documents, locations, companies), "stage");
        this.items = items;
        this.units = units;
    }

    /**
     * What the rows of a template say.
     *
     * @param draft the template
     * @param dated whether they say on which day it begins
     */
    record Wanted(Template draft, boolean dated) {
    }

    @Override
    public String id() {
        return "service-templates";
    }

    @Override
    public String title() {
        return "Service templates";
    }

    @Override
    public String permission() {
        return ServicePermission.TEMPLATES;
    }

    @Override
    protected String keyColumn() {
        return TEMPLATE;
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(required(TEMPLATE, "code; rows with the same one are the stages of one draft, in their order"),
            required("service", "the item that customers get: code, alias or barcode"),
            optional("name", "what people call the service; default the code"),
            optional("stored", "the item that stands for a prepared unit; needed when stages are done ahead"),
            optional("queue", "the place where prepared units lie; needed when stages are done ahead"),
            optional("valid_from", "the first day; default that of the newest draft, or else today"),
            optional("valid_until", "the last day; default no end"),
            optional("boundary", "how many stages are done ahead; default 0"),
            optional("minimum", "prepared units below which a batch is proposed; default 0"),
            optional("target", "prepared units up to which it fills; default the minimum"),
            optional("under_cost", "what it costs when no unit is there for a customer; default 0"),
            optional("over_cost", "what a unit costs that expires; default what its preparation costs"),
            required("stage", "code of the stage"), optional("stage_name", "what people call it; default the code"),
            optional("performer", "staff (default), client or automation"),
            optional("automation",
                "what does it: letter, decision, score or a partner's; with its code behind a colon, "
                    + "for example letter:INSURER-LETTER; needed for automation"),
            optional("minutes", "standard time for one unit; default 0"),
            optional("cost", "of one unit beside materials; default 0"),
            optional("validity_days", "how many days its result can be used; default for ever"),
            optional("gate", "what has to be true before the next stage"),
            optional("due_minutes", "how long after the case arrived or the stage before it should be done"),
            optional("materials", "items with quantities for one unit in base units: PAPER=2|ENVELOPE=1"),
            optional("needs", "pools with minutes for one unit: CLERK=6|ROOM=10"));
    }

    @Override
    protected Outcome<Made> make(Wanted wanted) {
        return services().work()
            .write(transaction -> new TemplateWriting(transaction).keep(wanted.draft(), wanted.dated()))
            .map(kept -> new Made(kept.same(), List.of()));
    }

    @Override
    protected Optional<Wanted> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        same(key, rows, SAME, errors);
        ItemFinder finder = new ItemFinder(items, units, rows);
        Optional<ItemId> service = item(first, "service", finder, errors);
        Optional<ItemId> stored = item(first, "stored", finder, errors);
        Optional<LocationId> queue = place(first, "queue", errors);
        Optional<LocalDate> from = day(first, "valid_from", errors);
        Optional<LocalDate> until = day(first, "valid_until", errors);
        int boundary = whole(first, "boundary", errors).orElse(0);
        BigDecimal minimum = number(first, "minimum", errors).orElse(BigDecimal.ZERO);
        BigDecimal target = number(first, "target", errors).orElse(minimum);
        BigDecimal under = number(first, "under_cost", errors).orElse(BigDecimal.ZERO);
        Optional<BigDecimal> over = number(first, "over_cost", errors);
        List<Stage> stages = rows.stream().map(row -> stage(row, finder, errors)).toList();
        if (errors.count() > before) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(services().work().clock().instant(), zone());
        Template draft = new Template(key, 0, named(first, "name", key), Template.State.DRAFT, service.orElseThrow(),
            stored, queue, from.orElse(today), until, boundary, new Template.Replenishment(minimum, target),
            new Template.Mismatch(under, over), stages);
        for (Refusal refusal : new TemplateCheck(draft).run()) {
            int line = (int) refusal.place().line();
            errors.add(rows.get(Math.max(0, line - 1)), column(line, refusal.place().column()), refusal);
        }
        return errors.count() > before ? Optional.empty() : Optional.of(new Wanted(draft, from.isPresent()));
    }

    /** The column of the file for a field of a template's head (line 0) or of a stage. */
    private static String column(int line, String field) {
        return switch (field) {
            case "code" -> line == 0 ? TEMPLATE : "stage";
            case "name" -> line == 0 ? "name" : "stage_name";
            case "stages" -> TEMPLATE;
            case "from", "until" -> "valid_" + field;
            case "under", "over" -> field + "_cost";
            case "validity" -> "validity_days";
            case "due" -> "due_minutes";
            default -> field;
        };
    }

    private static String named(ImportRow row, String column, String otherwise) {
        return row.has(column) ? row.get(column) : otherwise;
    }

    private static Optional<ItemId> item(ImportRow row, String column, ItemFinder finder, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, finder.find(row.get(column))).map(found -> found.item().id())
            : Optional.empty();
    }

    private Optional<LocalDate> day(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, new FileInstants(zone()).parse(row.get(column)))
            .map(instant -> LocalDate.ofInstant(instant, zone())) : Optional.empty();
    }

    private static Optional<Integer> whole(ImportRow row, String column, RowErrors errors) {
        Optional<BigDecimal> number = number(row, column, errors);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(number.get().intValueExact());
        } catch (ArithmeticException e) {
            return errors.value(row, column, Outcome.<Integer>refused(Refusal
                .of(CatalogRefusal.UNKNOWN_VALUE, row.get(column), "whole number").hint("Write digits only.")));
        }
    }

    private static Stage stage(ImportRow row, ItemFinder finder, RowErrors errors) {
        return new Stage(row.get("stage"), named(row, "stage_name", row.get("stage")), performer(row, errors),
            automation(row, errors), number(row, "minutes", errors).orElse(BigDecimal.ZERO),
            number(row, "cost", errors).orElse(BigDecimal.ZERO), whole(row, "validity_days", errors), row.get("gate"),
            number(row, "due_minutes", errors),
            parts(row, "materials", errors, (text, quantity) -> errors.value(row, "materials", finder.find(text))
                .map(found -> new Stage.Material(found.item().id(), quantity))),
            parts(row, "needs", errors, (text, minutes) -> Optional.of(new Stage.Need(text, minutes))));
    }

    private static Performer performer(ImportRow row, RowErrors errors) {
        if (!row.has("performer")) {
            return row.has("automation") ? Performer.AUTOMATION : Performer.STAFF;
        }
        String word = row.get("performer").toUpperCase(Locale.ROOT);
        return Stream.of(Performer.values()).filter(one -> one.name().equals(word)).findFirst().orElseGet(() -> {
            errors.add(row, "performer", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("performer"), "performer")
                .hint("Write staff, client or automation."));
            return Performer.STAFF;
        });
    }

    private static Optional<Stage.Automation> automation(ImportRow row, RowErrors errors) {
        String text = row.get("automation");
        int colon = text.indexOf(':');
        if (!text.isEmpty() && colon < 0) {
            errors.add(row, "automation", Refusal.of(ServiceRefusal.BAD_AUTOMATION, row.get("stage"))
                .hint("Write what does it, a colon and its code, for example letter:INSURER-LETTER."));
        }
        return colon < 0 ? Optional.empty()
            : Optional.of(new Stage.Automation(text.substring(0, colon).strip(), text.substring(colon + 1).strip()));
    }

    /** The parts of a cell, each a word, an equals sign and a number. */
    private static <T> List<T> parts(ImportRow row, String column, RowErrors errors,
        BiFunction<String, BigDecimal, Optional<T>> made) {
        List<T> result = new ArrayList<>();
        if (!row.has(column)) {
            return result;
        }
        for (String part : row.get(column).split("\\|", -1)) {
            int equals = part.lastIndexOf('=');
            if (equals < 0) {
                errors.add(row, column, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, part.strip(), column)
                    .hint("Write CODE=2, several separated by |."));
            } else {
                errors.value(row, column, Decimals.parse(part.substring(equals + 1)))
                    .flatMap(number -> made.apply(part.substring(0, equals).strip(), number)).ifPresent(result::add);
            }
        }
        return result;
    }

}
