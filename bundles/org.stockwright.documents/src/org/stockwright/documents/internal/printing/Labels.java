package org.stockwright.documents.internal.printing;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.stockwright.base.Barcode;
import org.stockwright.base.gs1.ApplicationIdentifier;
import org.stockwright.base.gs1.Element;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.base.gs1.Sscc;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Tracking;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.LogisticUnit;

/** The labels of a document. */
final class Labels {

    private static final DateTimeFormatter GS1_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int GTIN_LENGTH = 14;
    private static final int MOST_COUNT = 99_999_999;
    private static final int MOST_GOODS = 3;

    private final Paper paper;
    private final Document document;
    private final Items items;
    private final String marking;

    Labels(Paper paper, Items items, String marking) {
        this.paper = paper;
        this.document = paper.document();
        this.items = items;
        this.marking = marking;
    }

    /** The labels of a form in the order in which they are printed. */
    List<Label> of(Form form) {
        return switch (form) {
            case SHIPPING_LABEL -> shipping();
            case SSCC_LABEL -> logistic();
            default -> receipt();
        };
    }

    private List<Label> shipping() {
        List<LogisticUnit> loaded = paper.loaded();
        List<Label> labels = new ArrayList<>();
        if (loaded.isEmpty()) {
            String code = document.tracking().isEmpty() ? document.number() : document.tracking();
            labels.add(outer("", Optional.empty(), Bars.of(code)));
        }
        for (LogisticUnit unit : loaded) {
            labels.add(outer(labels.size() + 1 + " of " + loaded.size(), unit.weight(), bars(unit)));
        }
        return labels;
    }

    private List<Label> logistic() {
        List<LogisticUnit> coded = paper.units().stream().filter(unit -> Paper.sscc(unit).isPresent()).toList();
        List<Label> labels = new ArrayList<>();
        for (LogisticUnit unit : coded) {
            Label label = outer(labels.size() + 1 + " of " + coded.size(), unit.weight(), bars(unit));
            labels.add(new Label(label.marking(), label.from(), label.to(), label.carrier(), label.tracking(),
                label.number(), label.reference(), label.date(), label.piece(), label.weight(), unit.code(),
                goods(unit), "", "", "", unit.packing(), label.bars()));
        }
        return labels;
    }

    private String goods(LogisticUnit unit) {
        List<String> inside = unit.contents().stream()
            .map(content -> content.quantity() + " " + content.item()
                + (content.lot().isEmpty() ? "" : ", lot " + content.lot()))
            .toList();
        if (inside.isEmpty()) {
            return paper.in(unit).size() + " packages";
        }
        return inside.stream().limit(MOST_GOODS).collect(Collectors.joining("\n"))
            + (inside.size() > MOST_GOODS ? "\nand " + (inside.size() - MOST_GOODS) + " more" : "");
    }

    private Label outer(String piece, Optional<BigDecimal> weight, Bars bars) {
        return new Label(marking, paper.here(), paper.there(), paper.carrier(), document.tracking(),
            document.number(), document.reference(), paper.date(), piece,
            weight.map(kilos -> PaperRows.plain(kilos) + " kg").orElse(""), "", "", "", "", "", "", bars);
    }

    private static Bars bars(LogisticUnit unit) {
        return Paper.sscc(unit).map(Sscc::element).map(element -> bars(new ElementString(List.of(element))))
            .orElseGet(() -> Bars.of(unit.code()));
    }

    /** A GS1-128 symbol begins with FNC1. */
    private static Bars bars(ElementString elements) {
        String fnc1 = String.valueOf(Code128.FNC1);
        return new Bars(fnc1 + elements.toText(fnc1), elements.toHumanReadable());
    }

    private List<Label> receipt() {
        return document.lines().stream().filter(line -> line.parent().isEmpty())
            .map(line -> new Label(marking, "", "", "", "", document.number(), document.reference(), paper.date(), "",
                "", line.item(), line.itemName(), line.lot(), paper.expires(line.itemId(), line.lot()),
                PaperRows.plain(line.entered()) + " " + line.enteredUnit(), line.locationCode(), bars(line)))
            .toList();
    }

    /** GTIN, expiry, lot and count where the item has a GTIN, else the item's code. */
    private Bars bars(DocumentLine line) {
        Optional<Item> item = items.get(line.itemId());
        Optional<String> gtin = item.stream().flatMap(one -> one.barcodes().stream())
            .filter(code -> code.barcode().symbology() != Barcode.Symbology.CODE_128)
            .filter(code -> code.pack().isEmpty()).map(code -> code.barcode().text()).findFirst();
        if (gtin.isEmpty()) {
            return Bars.of(line.item());
        }
        List<Element> elements = new ArrayList<>();
        element(elements, ApplicationIdentifier.GTIN, "0".repeat(GTIN_LENGTH - gtin.get().length()) + gtin.get());
        String expires = Optional.ofNullable(paper.expiry().get(new Paper.LotKey(line.itemId(), line.lot())))
            .map(GS1_DATE::format).orElse("");
        element(elements, ApplicationIdentifier.EXPIRES, expires);
        BigDecimal count = line.quantity().amount().stripTrailingZeros();
        if (count.scale() <= 0 && count.compareTo(BigDecimal.valueOf(MOST_COUNT)) <= 0) {
            element(elements, ApplicationIdentifier.VARIABLE_COUNT, count.toPlainString());
        }
        boolean serial = item.get().tracking() == Tracking.SERIAL;
        element(elements, serial ? ApplicationIdentifier.SERIAL : ApplicationIdentifier.LOT, line.lot());
        return ElementString.of(elements).isDone() ? bars(new ElementString(elements)) : Bars.of(line.item());
    }

    /** What does not fit its identifier is left out: it stands in words on the label. */
    private static void element(List<Element> elements, ApplicationIdentifier identifier, String value) {
        if (!value.isEmpty()) {
            Optional.of(Element.of(identifier, value)).filter(made -> made.isDone())
                .ifPresent(made -> elements.add(made.value()));
        }
    }

}
