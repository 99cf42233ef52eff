package org.stockwright.documents.internal.printing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.stockwright.base.ItemId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.LogisticUnit;

/** The rows of a paper: head, facts, lines and totals. */
final class PaperRows {

    /** Modules in the width of the barcode's picture. */
    private static final int BARCODE_MODULES = 200;
    private static final int MOST_GOODS = 12;

    private final Form form;
    private final Paper paper;
    private final Document document;
    private final String terms;

    /** A label and what it says. */
    private record Fact(String label, String value) {
    }

    PaperRows(Form form, Paper paper, String terms) {
        this.form = form;
        this.paper = paper;
        this.document = paper.document();
        this.terms = terms;
    }

    /** One row: two addresses with their captions, the number with its barcode. */
    List<Object[]> head() {
        boolean partnerFirst = switch (form) {
            case PURCHASE_ORDER, GOODS_RECEIPT_NOTE -> true;
            case RETURN_FORM -> document.kind().equals("customer-return");
            default -> false;
        };
        String[] captions = switch (form) {
            case PICK_LIST -> new String[] { "Warehouse", "For" };
            case PACKING_SLIP -> new String[] { "From", "To" };
            case BILL_OF_LADING -> new String[] { "Shipper", "Consignee" };
            case COMMERCIAL_INVOICE -> new String[] { "Seller", "Buyer" };
            case DELIVERY_NOTE, PURCHASE_ORDER -> new String[] { partnerFirst ? "Supplier" : "From", "Deliver to" };
            case RETURN_FORM -> new String[] { "From", "Return to" };
            default -> new String[] { "Supplier", "Received at" };
        };
        String left = partnerFirst ? paper.there() : paper.here();
        String right = partnerFirst ? paper.here() : paper.there();
        Bars bars = Bars.of(document.number());
        return List.<Object[]>of(new Object[] { left.isEmpty() ? "" : captions[0], left,
            right.isEmpty() ? "" : captions[1], right, document.number(), bars.png(BARCODE_MODULES) });
    }

    /** What else is known of the document, two facts in a row. */
    List<Object[]> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Number", document.number()));
        facts.add(new Fact("Date", paper.date()));
        facts.add(new Fact(form == Form.PURCHASE_ORDER || form == Form.GOODS_RECEIPT_NOTE ? "Their reference"
            : "Your reference", document.reference()));
        facts.add(new Fact("Refers to", String.join(", ", paper.sources())));
        facts.add(new Fact("Wanted by", document.due().map(LocalDate::toString).orElse("")));
        facts.add(new Fact("Carrier", paper.carrier()));
        facts.add(new Fact("Tracking number", document.tracking()));
        facts.add(new Fact("Department", document.department()));
        facts.add(new Fact("Cost centre", document.costCentre()));
        facts.add(new Fact("Revision", document.revision() == 0 ? "" : Integer.toString(document.revision())));
        facts.add(new Fact("Terms", terms));
        facts.add(new Fact("Reverses", document.reverses().isPresent() ? "an earlier document: nothing is handed over"
            : ""));
        facts.add(new Fact("Reversed", document.reversedBy().isPresent() ? "yes: it is no longer valid" : ""));
        facts.add(new Fact("Made by", document.user()));
        facts.removeIf(fact -> fact.value().isEmpty());
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < facts.size(); i += 2) {
            Fact other = i + 1 < facts.size() ? facts.get(i + 1) : new Fact("", "");
            rows.add(new Object[] { facts.get(i).label(), facts.get(i).value(), other.label(), other.value() });
        }
        return rows;
    }

    /** The lines as the design and CSV files show them. */
    List<Object[]> rows() {
        List<PaperLine> lines = lines();
        long scale = lines.stream().map(PaperLine::quantity).filter(Objects::nonNull).mapToInt(PaperRows::decimals)
            .max().orElse(0);
        return lines.stream().map(line -> Stream
            .concat(form.columns().stream().map(column -> column.cell(line)), Stream.of(scale, (long) decimals()))
            .toArray()).toList();
    }

    private static int decimals(BigDecimal number) {
        return Math.max(0, number.stripTrailingZeros().scale());
    }

    /** Of the currency. */
    private int decimals() {
        return Math.max(0, document.currency().getDefaultFractionDigits());
    }

    private List<PaperLine> lines() {
        return switch (form) {
            case PACKING_SLIP -> paper.units().isEmpty() ? plain() : packed();
            case BILL_OF_LADING -> paper.units().isEmpty() ? plain() : loaded();
            default -> plain();
        };
    }

    private List<PaperLine> plain() {
        return paper.lines().stream().map(this::line).toList();
    }

    private PaperLine line(DocumentLine line) {
        boolean part = line.parent().isPresent();
        ItemHandling known = paper.handling().get(line.itemId());
        Optional<BigDecimal> price = part ? Optional.empty()
            : Optional.ofNullable(paper.prices().get(line.line()));
        return new PaperLine((long) line.line(), line.locationCode(), line.item(),
            part ? "– " + line.itemName() : line.itemName(), line.lot(), paper.expires(line.itemId(), line.lot()),
            known.commodityCode(), known.originCountry(), known.hazardClass(),
            line.due().or(document::due).map(LocalDate::toString).orElse(""), line.entered(), line.enteredUnit(),
            price.orElse(null), price.map(one -> amount(line, one)).orElse(null),
            of(known.weight(), line.quantity()), of(known.volume(), line.quantity()), null,
            form == Form.BILL_OF_LADING ? plain(line.entered()) + " " + line.enteredUnit() : "", line.note());
    }

    /** Rounded to the currency's decimals, so that the paper adds up. */
    private BigDecimal amount(DocumentLine line, BigDecimal price) {
        return price.multiply(line.entered()).setScale(decimals(), RoundingMode.HALF_UP);
    }

    private static BigDecimal of(Optional<BigDecimal> each, Quantity quantity) {
        return each.map(one -> shown(one.multiply(quantity.amount()))).orElse(null);
    }

    /** Grams and millilitres are enough for carriers. */
    private static BigDecimal shown(BigDecimal measure) {
        return measure.setScale(3, RoundingMode.HALF_UP);
    }

    /** What is in each unit, below what the unit is. */
    private List<PaperLine> packed() {
        List<PaperLine> lines = new ArrayList<>();
        for (LogisticUnit unit : paper.units()) {
            String what = title(unit) + (unit.holder().isEmpty() ? "" : " on " + unit.holder());
            for (LogisticUnit.Content content : unit.contents()) {
                lines.add(PaperLine.ofPackage(null, what, content.item(), content.name(), content.lot(),
                    paper.expires(content.itemId(), content.lot()), "", content.quantity().amount(),
                    content.quantity().unit().code(), null, null));
            }
        }
        return lines;
    }

    private static String title(LogisticUnit unit) {
        return (Paper.sscc(unit).isPresent() ? "SSCC " : "Package ") + unit.code()
            + (unit.packing().isEmpty() ? "" : ", " + unit.packing())
            + unit.weight().map(weight -> ", " + plain(weight) + " kg").orElse("");
    }

    /** One line for each unit that is loaded itself. */
    private List<PaperLine> loaded() {
        List<PaperLine> lines = new ArrayList<>();
        for (LogisticUnit unit : paper.loaded()) {
            List<LogisticUnit.Content> all = contents(unit);
            lines.add(PaperLine.ofPackage(1L, unit.code() + (unit.packing().isEmpty() ? "" : "\n" + unit.packing()), "",
                goods(all), "", "", words(all, ItemHandling::hazardClass), null, "",
                unit.weight().map(PaperRows::shown).orElse(null), unit.volume().map(PaperRows::shown).orElse(null)));
        }
        return lines;
    }

    private List<LogisticUnit.Content> contents(LogisticUnit unit) {
        List<LogisticUnit.Content> all = new ArrayList<>(unit.contents());
        paper.in(unit).forEach(inner -> all.addAll(contents(inner)));
        return all;
    }

    private static String goods(List<LogisticUnit.Content> contents) {
        List<String> names = contents.stream().map(LogisticUnit.Content::name).distinct().sorted().toList();
        String some = names.stream().limit(MOST_GOODS).collect(Collectors.joining(", "));
        return names.size() > MOST_GOODS ? some + " and " + (names.size() - MOST_GOODS) + " more" : some;
    }

    private String words(Collection<LogisticUnit.Content> contents, Function<ItemHandling, String> word) {
        TreeSet<String> words = contents.stream().map(LogisticUnit.Content::itemId).map(this::known).map(word)
            .collect(Collectors.toCollection(TreeSet::new));
        words.remove("");
        return String.join(", ", words);
    }

    private ItemHandling known(ItemId item) {
        return paper.handling().getOrDefault(item, ItemHandling.none(item));
    }

    /** What stands below the lines, largest things first. */
    List<Object[]> totals() {
        List<Fact> totals = new ArrayList<>();
        List<PaperLine> lines = lines();
        if (form.hasPrices()) {
            totals.add(total(lines));
        }
        if (form == Form.BILL_OF_LADING || form == Form.PACKING_SLIP || form == Form.COMMERCIAL_INVOICE) {
            if (!paper.units().isEmpty()) {
                totals.add(new Fact("Packages", Integer.toString(paper.loaded().size())));
            }
            totals.add(new Fact("Gross weight",
                paper.units().isEmpty() ? sum(lines.stream().map(PaperLine::weight).map(Optional::ofNullable).toList(),
                    "kg") : sum(paper.loaded().stream().map(LogisticUnit::weight).toList(), "kg")));
        }
        if (form == Form.BILL_OF_LADING) {
            totals.add(new Fact("Volume",
                paper.units().isEmpty() ? sum(lines.stream().map(PaperLine::volume).map(Optional::ofNullable).toList(),
                    "l") : sum(paper.loaded().stream().map(LogisticUnit::volume).toList(), "l")));
        }
        if (form == Form.PICK_LIST || form == Form.DELIVERY_NOTE) {
            totals.add(new Fact("Lines", Integer.toString(lines.size())));
        }
        return totals.stream().map(fact -> new Object[] { fact.label(), fact.value() }).toList();
    }

    private Fact total(List<PaperLine> lines) {
        String label = "Total " + document.currency().getCurrencyCode();
        long missing = paper.lines().stream().filter(line -> line.parent().isEmpty())
            .filter(line -> !paper.prices().containsKey(line.line())).count();
        if (missing > 0) {
            return new Fact(label, missing == paper.lines().size() ? "prices are not shown"
                : missing + (missing == 1 ? " line has" : " lines have") + " no price");
        }
        BigDecimal sum = lines.stream().map(PaperLine::amount).filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Fact(label, number(sum, decimals()));
    }

    /** The sum of what is known, or that something is not. */
    private static String sum(List<Optional<BigDecimal>> parts, String unit) {
        if (parts.isEmpty() || parts.stream().anyMatch(Optional::isEmpty)) {
            return "not known";
        }
        return number(shown(parts.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add)), 3) + " "
            + unit;
    }

    private static String number(BigDecimal value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** A number without needless zeros. */
    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

}
