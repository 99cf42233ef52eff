package org.stockwright.catalog.ui.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.Barcode;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.base.Outcome.Done;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Rational;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;

/** An item's fields as typed; no widgets. Numbers and barcodes are read here, the rest is checked by the catalog. */
@SuppressWarnings("nls")
record ItemTexts(String code, String name, String description, String category, String unit, String roles,
    Tracking tracking, String shelfLife, String cost, String price, String safety, String reorder, boolean active,
    String packs, String barcodes, String aliases) {

    /** The draft, or everything that is no number and no barcode. */
    Outcome<ItemDraft> draft(Optional<Item> edited) {
        List<Refusal> refusals = new ArrayList<>();
        Optional<Integer> days = days(shelfLife, "shelf life", refusals);
        ItemDraft draft = new ItemDraft(edited.map(Item::id), code.strip(), name.strip(), description.strip(),
            category.strip(), unit.strip(), words(roles.toUpperCase(Locale.ROOT)), tracking, days,
            number(cost, "standard cost", refusals), number(price, "list price", refusals),
            number(safety, "safety stock", refusals), number(reorder, "reorder point", refusals), active,
            packs(edited, refusals), barcodes(refusals), aliases(edited), edited.map(Item::version).orElse(-1L));
        return refusals.isEmpty() ? Outcome.done(draft) : Outcome.refused(refusals);
    }

    /** A number as typed; nothing for an empty text, or after a refusal. */
    static Optional<BigDecimal> number(String text, String field, List<Refusal> refusals) {
        return text.isBlank() ? Optional.empty() : take(Decimals.parse(text), field, refusals);
    }

    /** Days as typed; nothing for an empty text, or after a refusal. */
    static Optional<Integer> days(String text, String field, List<Refusal> refusals) {
        Optional<BigDecimal> value = number(text, field, refusals);
        if (value.filter(days -> days.stripTrailingZeros().scale() > 0 || days.precision() - days.scale() > 6)
            .isPresent()) {
            refusals.add(Refusal.of(CatalogRefusal.OUT_OF_RANGE, "The " + field, value.get().toPlainString(),
                "a whole number of days").at(Place.field(0, field)));
            return Optional.empty();
        }
        return value.map(BigDecimal::intValueExact);
    }

    private static <T> Optional<T> take(Outcome<T> outcome, String field, List<Refusal> refusals) {
        if (outcome instanceof Done<T> done) {
            return Optional.of(done.value());
        }
        outcome.refusals().forEach(refusal -> refusals.add(refusal.at(Place.field(0, field))));
        return Optional.empty();
    }

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text.strip().split("[\\s,;|]+")));
        words.remove("");
        return words;
    }

    private List<Pack> packs(Optional<Item> edited, List<Refusal> refusals) {
        List<Pack> read = new ArrayList<>();
        for (String line : lines(packs)) {
            String[] parts = line.split("=", 2);
            if (parts.length < 2) {
                refusals.add(Refusal.of(CatalogRefusal.UNKNOWN_VALUE, line, "pack")
                    .hint("Write it as CODE=CONTENT, for example BOX=9."));
                continue;
            }
            String packCode = parts[0].strip();
            Optional<Pack> old = edited.flatMap(
                item -> item.packs().stream().filter(pack -> pack.code().equals(packCode)).findFirst());
            content(parts[1].strip(), refusals).ifPresent(content -> read.add(new Pack(packCode,
                old.map(Pack::name).orElse(packCode), content, old.map(Pack::level).orElse(read.size() + 1))));
        }
        return read;
    }

    private static Optional<Rational> content(String text, List<Refusal> refusals) {
        String[] fraction = text.split("/", 2);
        Optional<BigDecimal> numerator = take(Decimals.parse(fraction[0]), "packs", refusals);
        Optional<BigDecimal> denominator = fraction.length < 2 ? Optional.of(BigDecimal.ONE)
            : take(Decimals.parse(fraction[1]), "packs", refusals);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        if (numerator.get().signum() <= 0 || denominator.get().signum() <= 0) {
            refusals.add(Refusal.of(CatalogRefusal.OUT_OF_RANGE, "The pack's content", text, "positive"));
            return Optional.empty();
        }
        return Optional.of(Rational.of(numerator.get()).dividedBy(Rational.of(denominator.get())));
    }

    private List<ItemBarcode> barcodes(List<Refusal> refusals) {
        List<ItemBarcode> read = new ArrayList<>();
        for (String line : lines(barcodes)) {
            int split = line.lastIndexOf('=');
            String pack = split < 0 ? "" : line.substring(split + 1).strip();
            String text = split < 0 ? line : line.substring(0, split);
            take(Barcode.parse(text), "barcodes", refusals)
                .ifPresent(barcode -> read.add(new ItemBarcode(barcode, pack)));
        }
        return read;
    }

    /** The codes of partners are not shown in the form; they stay as they are. */
    private List<ItemAlias> aliases(Optional<Item> edited) {
        List<ItemAlias> all = new ArrayList<>();
        edited.ifPresent(item -> item.aliases().stream().filter(alias -> !alias.partner().equals(PartnerId.SELF))
            .forEach(all::add));
        for (String alias : aliases.split(",")) {
            if (!alias.isBlank()) {
                all.add(new ItemAlias(PartnerId.SELF, alias.strip()));
            }
        }
        return all;
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

}
