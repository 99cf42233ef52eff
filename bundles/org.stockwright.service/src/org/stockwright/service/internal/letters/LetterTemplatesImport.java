package org.stockwright.service.internal.letters;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
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
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;

import static org.stockwright.exchange.spi.ImportColumn.optional;
import static org.stockwright.exchange.spi.ImportColumn.required;

/**
 * Letter templates from a file: a template in a row, and in further rows of it the texts of its sample. The content is a file
 * beside the imported one, or a cell. They become drafts: the draft that is there is changed, otherwise there is a new version.
 */
@Component(service = ImportKind.class)
public final class LetterTemplatesImport extends DocumentImport<LetterTemplatesImport.Wanted> {

    private static final String TEMPLATE = "template";
    private static final String FILE = "file";
    private static final String CONTENT = "content";
    private static final String FIELD = "field";
    private static final String LINE = "line";
    private static final String VALUE = "value";
    private static final String NOTHING = "-";
    private static final int MOST_LINES = 10_000;
    private static final List<String> SAME = List.of("name", "format", FILE, "valid_from", "valid_until", "uses",
        "place");

    private final LetterTemplates templates;
    private final Items items;
    private final Units units;

    /** Lives as long as the open book. */
    @Activate
    public LetterTemplatesImport(@Reference UnitOfWork work, @Reference Documents documents,
        @Reference Locations locations, @Reference CompanyProfiles companies, @Reference Items items,
        @Reference Units units, @Reference LetterTemplates templates) {
        super(new Services(work, documents, locations, companies), VALUE);
        this.templates = templates;
        this.items = items;
        this.units = units;
    }

    /**
     * What the rows of a template say.
     *
     * @param draft the template, without fields
     * @param content its content
     * @param dated whether they say on which day it begins
     */
    record Wanted(LetterTemplate draft, byte[] content, boolean dated) {
    }

    @Override
    public String id() {
        return "letter-templates";
    }

    @Override
    public String title() {
        return "Letter Templates";
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
        return List.of(required(TEMPLATE, "code; further rows with the same one are texts of its sample"),
            optional("name", "what people call it; default that of the version before, or the code"),
            optional("format", "html, docx or odt; default by the ending of the file, html for a content in a cell"),
            optional(FILE, "name of the file with the content, beside this one; this or content is needed"),
            optional(CONTENT, "the content itself, HTML"),
            optional("valid_from", "the first day; default that of the newest draft, or else today"),
            optional("valid_until", "the last day; default no end"),
            optional("uses", "the item that each letter uses up; default that of the version before, - for nothing"),
            optional("place", "where that lies"),
            optional(FIELD,
                "a field of the sample, or table.column; without any the sample of the version before stays"),
            optional(LINE, "the row of the table, from 1; empty for a field of the letter itself"),
            optional(VALUE, "its text"));
    }

    @Override
    protected Optional<Wanted> request(String key, List<ImportRow> rows, RowErrors errors) {
        int before = errors.count();
        ImportRow first = rows.getFirst();
        same(key, rows, SAME, errors);
        rows.stream().skip(1).filter(row -> row.has(CONTENT) && !row.get(CONTENT).equals(first.get(CONTENT)))
            .forEach(row -> errors.add(row, CONTENT, Refusal.of(ServiceRefusal.ONE_CONTENT)
                .hint("It stands in the first row of the template; leave it empty here.")));
        Optional<LetterTemplate> newest = newest(key);
        Optional<LetterFormat> format = format(first, errors);
        Optional<byte[]> content = content(first, errors);
        Optional<LocalDate> from = day(first, "valid_from", errors);
        Optional<LocalDate> until = day(first, "valid_until", errors);
        Optional<LetterTemplate.Stored> uses = uses(first, rows, newest, errors);
        LetterData sample = sample(rows, newest, errors);
        if (errors.count() > before) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(services().work().clock().instant(), zone());
        String name = first.has("name") ? first.get("name") : newest.map(LetterTemplate::name).orElse(key);
        LetterTemplate draft = new LetterTemplate(key, 0, name, State.DRAFT, format.orElseThrow(),
            from.or(() -> newest.filter(one -> one.state() == State.DRAFT).map(LetterTemplate::from)).orElse(today),
            until, uses, sample, List.of(), "");
        Outcome<LetterTemplate> checked = templates.check(draft, content.orElseThrow());
        for (Refusal refusal : checked.refusals()) {
            errors.add(first, column(first, refusal.place()), refusal.place().line() == 0 ? refusal
                : refusal.hint(("In line " + refusal.place().line() + " of the content. " + refusal.hint()).strip()));
        }
        return checked.isDone() ? Optional.of(new Wanted(checked.value(), content.get(), from.isPresent()))
            : Optional.empty();
    }

    private Optional<LetterTemplate> newest(String code) {
        List<LetterTemplate> versions = templates.versions(code);
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    /** The column of the file for a place in a draft. */
    private static String column(ImportRow row, Refusal.Place place) {
        return switch (place.column()) {
            case "code" -> TEMPLATE;
            case "name" -> "name";
            case "until" -> "valid_until";
            case "sample" -> VALUE;
            default -> row.has(FILE) ? FILE : CONTENT;
        };
    }

    private static Optional<LetterFormat> format(ImportRow row, RowErrors errors) {
        if (!row.has("format")) {
            if (!row.has(FILE)) {
                return Optional.of(LetterFormat.HTML);
            }
            Optional<LetterFormat> format = LetterFormat.ofFile(row.get(FILE));
            if (format.isEmpty()) {
                errors.add(row, FILE, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(FILE), FILE)
                    .hint("Its name ends in .html, .docx or .odt; else say its format."));
            }
            return format;
        }
        String word = row.get("format").toUpperCase(Locale.ROOT);
        for (LetterFormat format : LetterFormat.values()) {
            if (format.name().equals(word)) {
                return Optional.of(format);
            }
        }
        errors.add(row, "format", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get("format"), "format")
            .hint("Write html, docx or odt."));
        return Optional.empty();
    }

    private static Optional<byte[]> content(ImportRow row, RowErrors errors) {
        if (row.has(FILE) == row.has(CONTENT)) {
            errors.add(row, FILE, Refusal.of(ServiceRefusal.ONE_CONTENT)
                .hint("Name a file that stands beside this one, or write HTML into the cell content."));
            return Optional.empty();
        }
        return row.has(FILE) ? errors.value(row, FILE, row.beside(FILE, LetterTemplates.MOST_BYTES))
            : Optional.of(row.get(CONTENT).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<LocalDate> day(ImportRow row, String column, RowErrors errors) {
        return row.has(column) ? errors.value(row, column, new FileInstants(zone()).parse(row.get(column)))
            .map(instant -> LocalDate.ofInstant(instant, zone())) : Optional.empty();
    }

    private Optional<LetterTemplate.Stored> uses(ImportRow row, List<ImportRow> rows, Optional<LetterTemplate> newest,
        RowErrors errors) {
        if (!row.has("uses")) {
            return newest.flatMap(LetterTemplate::stored);
        }
        if (row.get("uses").equals(NOTHING)) {
            return Optional.empty();
        }
        Optional<ItemId> item = errors
            .value(row, "uses", new ItemFinder(items, units, rows).find(row.get("uses")))
            .map(found -> found.item().id());
        Optional<LocationId> place = isThere(row, "place", errors) ? place(row, "place", errors) : Optional.empty();
        return item.isPresent() && place.isPresent()
            ? Optional.of(new LetterTemplate.Stored(item.get(), place.get())) : Optional.empty();
    }

    private static LetterData sample(List<ImportRow> rows, Optional<LetterTemplate> newest, RowErrors errors) {
        Map<String, String> fields = new HashMap<>();
        Map<String, TreeMap<Integer, Map<String, String>>> tables = new HashMap<>();
        for (ImportRow row : rows) {
            if (!row.has(FIELD)) {
                if (row.has(LINE) || row.has(VALUE)) {
                    isThere(row, FIELD, errors);
                }
                continue;
            }
            String name = row.get(FIELD);
            String other = null;
            if (!row.has(LINE)) {
                other = fields.putIfAbsent(name, row.get(VALUE));
            } else {
                int point = name.lastIndexOf('.');
                int line = line(row, errors);
                if (point < 0) {
                    errors.add(row, FIELD, Refusal.of(ServiceRefusal.BAD_FIELD, name)
                        .hint("Write the table, a point and the column, or leave the line empty."));
                    continue;
                }
                other = tables.computeIfAbsent(name.substring(0, point), table -> new TreeMap<>())
                    .computeIfAbsent(line, each -> new HashMap<>())
                    .putIfAbsent(name.substring(point + 1), row.get(VALUE));
            }
            if (other != null) {
                errors.add(row, FIELD, Refusal.of(ServiceRefusal.BAD_FIELD, name).hint("It is there twice."));
            }
        }
        Map<String, List<Map<String, String>>> lists = new HashMap<>();
        tables.forEach((name, lines) -> lists.put(name, List.copyOf(lines.values())));
        return fields.isEmpty() && lists.isEmpty() ? newest.map(LetterTemplate::sample).orElse(LetterData.of(Map.of()))
            : new LetterData(fields, lists);
    }

    private static int line(ImportRow row, RowErrors errors) {
        Optional<BigDecimal> number = number(row, LINE, errors);
        try {
            int line = number.map(BigDecimal::intValueExact).orElse(1);
            if (line >= 1 && line <= MOST_LINES) {
                return line;
            }
        } catch (ArithmeticException e) {
            // told below
        }
        errors.add(row, LINE, Refusal.of(CatalogRefusal.UNKNOWN_VALUE, row.get(LINE), LINE)
            .hint("Write a whole number from 1 to " + MOST_LINES + "."));
        return 1;
    }

    @Override
    protected Outcome<Made> make(Wanted wanted) {
        LetterTemplate draft = wanted.draft();
        Optional<LetterTemplate> newest = newest(draft.code());
        if (newest.filter(one -> one.state() != State.RETIRED && isSame(one, wanted)).isPresent()) {
            return Outcome.done(new Made(true, List.of()));
        }
        int version = newest.filter(one -> one.state() == State.DRAFT).map(LetterTemplate::version).orElse(0);
        return templates.save(new LetterTemplate(draft.code(), version, draft.name(), State.DRAFT, draft.format(),
            draft.from(), draft.until(), draft.stored(), draft.sample(), draft.fields(), draft.hash()),
            wanted.content()).map(saved -> new Made(false, List.of()));
    }

    private static boolean isSame(LetterTemplate known, Wanted wanted) {
        LetterTemplate draft = wanted.draft();
        return known.equals(new LetterTemplate(known.code(), known.version(), draft.name(), known.state(),
            draft.format(), wanted.dated() ? draft.from() : known.from(), draft.until(), draft.stored(), draft.sample(),
            draft.fields(), draft.hash()));
    }

}
