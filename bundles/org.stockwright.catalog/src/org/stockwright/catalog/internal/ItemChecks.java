package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.stockwright.base.Barcode;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.base.QuantityRefusal;
import org.stockwright.base.Refusal;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;

/** What can be said of an item without looking at other items. */
final class ItemChecks {

    private final Map<String, StoredUnit> units;
    private final Set<String> roles;
    private final Predicate<PartnerId> partnerExists;

    ItemChecks(Map<String, StoredUnit> units, Set<String> roles, Predicate<PartnerId> partnerExists) {
        this.units = units;
        this.roles = roles;
        this.partnerExists = partnerExists;
    }

    /**
     * All refusals of an item.
     *
     * @param keptRoles roles that the stored item has already; they stay allowed when their module is gone
     */
    List<Refusal> check(ItemEntry entry, Set<String> keptRoles) {
        ItemDraft draft = entry.draft();
        Findings findings = new Findings(entry.placesOf(""));
        findings.code("item", draft.code(), 64);
        findings.required("name", draft.name(), 300);
        findings.optional("description", draft.description(), 4000);
        CategoryPath.check(draft.category(), findings);
        for (String role : draft.roles()) {
            if (!roles.contains(role) && !keptRoles.contains(role)) {
                findings.add("roles", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, role, "inventory role")
                    .hint(Nearest.hint(role, roles, "Known are " + String.join(", ", new TreeSet<>(roles)) + ".")));
            }
        }
        if (String.join("|", draft.roles()).length() > 400) {
            findings.outOfRange("roles", draft.roles().size() + " roles", "fewer");
        }
        draft.shelfLifeDays().filter(days -> days <= 0)
            .ifPresent(days -> findings.outOfRange("shelf_life_days", days, "1 or more"));
        draft.standardCost().ifPresent(cost -> findings.amount("standard_cost", cost));
        draft.listPrice().ifPresent(price -> findings.amount("list_price", price));
        List<Refusal> refusals = new ArrayList<>(unit(draft, findings).map(unit -> inUnit(entry, unit, findings))
            .orElseGet(List::of));
        refusals.addAll(0, findings.refusals());
        refusals.addAll(barcodes(entry));
        refusals.addAll(aliases(entry));
        return refusals;
    }

    private Optional<Unit> unit(ItemDraft draft, Findings findings) {
        StoredUnit stored = units.get(draft.unit());
        if (stored == null) {
            findings.add("unit", draft.unit().isBlank() ? Refusal.of(CatalogRefusal.MISSING, "unit").hint("Enter it.")
                : Refusal.of(CatalogRefusal.UNKNOWN_UNIT, draft.unit()).hint(
                    Nearest.hint(draft.unit(), units.keySet(), "Import it first, or use one of the known units.")));
            return Optional.empty();
        }
        if (draft.tracking() == Tracking.SERIAL && stored.unit().scale() > 0) {
            findings.add("tracking", Refusal
                .of(CatalogRefusal.SERIAL_NEEDS_WHOLE_UNIT, draft.code(), draft.unit())
                .hint("Count it in pieces, or track it by lot."));
        }
        return Optional.of(stored.unit());
    }

    /** What is counted in the base unit; the fields' refusals are added, those of the packs answered. */
    private static List<Refusal> inUnit(ItemEntry entry, Unit unit, Findings findings) {
        stock("safety_stock", entry.draft().safetyStock(), unit, findings);
        stock("reorder_point", entry.draft().reorderPoint(), unit, findings);
        List<Refusal> refusals = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (Pack pack : entry.draft().packs()) {
            Findings found = new Findings(entry.placesOf(pack.code()));
            found.code("pack", pack.code(), 32);
            found.required("name", pack.name(), 200);
            if (!codes.add(pack.code()) || pack.code().equals(unit.code())) {
                found.add("pack", Refusal.of(CatalogRefusal.CODE_TAKEN, pack.code(),
                    pack.code().equals(unit.code()) ? "the base unit" : "another pack of " + entry.draft().code())
                    .hint("Give every pack of an item a code of its own."));
            }
            if (pack.level() < 0 || pack.level() > Short.MAX_VALUE) {
                found.outOfRange("level", pack.level(), "0 or more");
            }
            content(pack, unit, found);
            refusals.addAll(found.refusals());
        }
        return refusals;
    }

    private static void stock(String field, Optional<BigDecimal> amount, Unit unit, Findings findings) {
        amount.ifPresent(value -> {
            if (value.signum() < 0) {
                findings.outOfRange(field, value, "0 or more");
            } else {
                findings.take(field, Quantity.checked(value, unit));
            }
        });
    }

    /** A whole pack is a quantity of the base unit, so that what is received in packs never leaves a fraction. */
    private static void content(Pack pack, Unit unit, Findings found) {
        Optional<BigDecimal> content = pack.content().toDecimal(Unit.MAX_SCALE);
        if (pack.content().signum() <= 0) {
            found.outOfRange("quantity", pack.content(), "more than 0");
        } else if (content.isEmpty()) {
            found.add("quantity", Refusal.of(QuantityRefusal.NOT_EXACT, 1, pack.code(), unit)
                .hint("It holds " + pack.content() + " " + unit + "; count the item in a smaller unit."));
        } else {
            found.take("quantity", Quantity.checked(content.get(), unit));
        }
    }

    private static List<Refusal> barcodes(ItemEntry entry) {
        List<Refusal> refusals = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ItemBarcode barcode : entry.draft().barcodes()) {
            String text = barcode.barcode().text();
            Findings found = new Findings(entry.placesOf(barcode.pack().isEmpty() ? text : barcode.pack()));
            Barcode parsed = found.take("barcode", Barcode.parse(text));
            if (!barcode.pack().isEmpty()
                && entry.draft().packs().stream().noneMatch(pack -> pack.code().equals(barcode.pack()))) {
                found.add("barcode", Refusal.of(CatalogRefusal.UNKNOWN_VALUE, barcode.pack(),
                    "pack of " + entry.draft().code()).hint("Add the pack, or put the barcode on another one."));
            }
            if (parsed != null && !seen.add(parsed.normalised())) {
                found.add("barcode", Refusal.of(CatalogRefusal.BARCODE_TAKEN, text, entry.draft().code())
                    .hint("One barcode stands for one pack; take it off the other one."));
            }
            refusals.addAll(found.refusals());
        }
        return refusals;
    }

    private List<Refusal> aliases(ItemEntry entry) {
        List<Refusal> refusals = new ArrayList<>();
        Set<ItemAlias> seen = new HashSet<>();
        for (ItemAlias alias : entry.draft().aliases()) {
            Findings found = new Findings(entry.placesOf(alias.code()));
            found.code("alias", alias.code(), 64);
            if (!partnerExists.test(alias.partner())) {
                found.add("alias", Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, alias.partner())
                    .hint("Make the partner first."));
            }
            if (!seen.add(alias)) {
                found.add("alias", Refusal.of(CatalogRefusal.CODE_TAKEN, alias.code(), entry.draft().code())
                    .hint("Name it once."));
            }
            refusals.addAll(found.refusals());
        }
        return refusals;
    }

}
