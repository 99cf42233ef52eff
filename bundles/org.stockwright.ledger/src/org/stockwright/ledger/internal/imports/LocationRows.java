package org.stockwright.ledger.internal.imports;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.Nearest;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.ledger.FileRefusal;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.Locations.Draft;

/** The locations that a file says, checked against each other and against those that are there. */
final class LocationRows {

    private static final Map<String, LocationKind> KINDS = Arrays.stream(LocationKind.values())
        .collect(Collectors.toMap(LocationKind::word, kind -> kind));

    private final Locations locations;
    private final Partners partners;
    private final RowErrors errors;
    private final Nearest nearest = new Nearest();
    private final Map<String, ImportRow> first = new HashMap<>();
    private final Map<ImportRow, Draft> drafts = new LinkedHashMap<>();
    private final Set<String> stored = new HashSet<>();

    LocationRows(Locations locations, Partners partners, RowErrors errors) {
        this.locations = locations;
        this.partners = partners;
        this.errors = errors;
    }

    /** The drafts of the rows in which nothing is wrong, in the order of the file. */
    Map<ImportRow, Draft> read(List<ImportRow> rows) {
        locations.list().forEach(location -> stored.add(location.code()));
        for (ImportRow row : rows) {
            ImportRow earlier = first.putIfAbsent(row.get("location"), row);
            if (earlier != null) {
                errors.add(row, "location", Refusal.of(LedgerRefusal.BAD_LOCATION, row.get("location"),
                    "line " + earlier.line() + " has it already").hint("Delete one of the two rows."));
            } else {
                draft(row).ifPresent(draft -> drafts.put(row, draft));
            }
        }
        first.values().forEach(this::checkParent);
        return drafts;
    }

    private Optional<Draft> draft(ImportRow row) {
        int before = errors.count();
        String code = row.get("location");
        Optional<Location> old = locations.byCode(code);
        String parent = row.has("parent") ? row.get("parent")
            : old.flatMap(Location::parent).flatMap(locations::get).map(Location::code).orElse("");
        LocationKind kind = row.has("kind")
            ? errors.value(row, "kind", kind(row.get("kind"))).orElse(LocationKind.BIN)
            : old.map(Location::kind).orElse(parent.isEmpty() ? LocationKind.WAREHOUSE : LocationKind.BIN);
        Optional<Integer> sequence = row.has("pick_sequence")
            ? errors.value(row, "pick_sequence", wholeNumber(row.get("pick_sequence")))
            : old.flatMap(Location::pickSequence);
        PartnerId partner = row.has("partner")
            ? errors.value(row, "partner", partner(row.get("partner"))).orElse(PartnerId.SELF)
            : old.map(Location::partner).orElse(PartnerId.SELF);
        String name = row.has("name") ? row.get("name") : old.map(Location::name).orElse(code);
        return errors.count() > before ? Optional.empty() : Optional.of(new Draft(code, name, parent, kind, partner,
            sequence, old.flatMap(Location::negativePolicy), old.map(Location::active).orElse(true)));
    }

    private Outcome<LocationKind> kind(String word) {
        LocationKind kind = KINDS.get(word.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-'));
        String all = "The kinds are "
            + Arrays.stream(LocationKind.values()).map(LocationKind::word).collect(Collectors.joining(", ")) + ".";
        return kind != null ? Outcome.done(kind)
            : Outcome.refused(
                Refusal.of(FileRefusal.UNKNOWN_KIND, word).hint(nearest.hint(word, KINDS.keySet(), all)));
    }

    private static Outcome<Integer> wholeNumber(String text) {
        return text.matches("[+-]?\\d{1,9}") ? Outcome.done(Integer.valueOf(text)) : Outcome.refused(
            Refusal.of(FileRefusal.NOT_A_WHOLE_NUMBER, text).hint("Write digits only, at most nine."));
    }

    private Outcome<PartnerId> partner(String code) {
        return partners.byCode(code).map(Partner::id).map(Outcome::done).orElseGet(() -> Outcome
            .refused(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, code).hint("Import the partner first.")));
    }

    private void checkParent(ImportRow row) {
        String parent = row.get("parent");
        if (parent.isEmpty()) {
            return;
        }
        if (!first.containsKey(parent) && !stored.contains(parent)) {
            Set<String> all = new HashSet<>(first.keySet());
            all.addAll(stored);
            errors.add(row, "parent", Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, parent)
                .hint(nearest.hint(parent, all, "Add a row for it, anywhere in the file.")));
            drafts.remove(row);
        } else if (isPartOfItself(row)) {
            errors.add(row, "parent", Refusal.of(LedgerRefusal.LOCATION_CYCLE, row.get("location")));
            drafts.remove(row);
        }
    }

    private boolean isPartOfItself(ImportRow row) {
        Set<String> above = new HashSet<>();
        String at = parentOf(row.get("location"));
        while (!at.isEmpty() && above.add(at)) {
            if (at.equals(row.get("location"))) {
                return true;
            }
            at = parentOf(at);
        }
        return false;
    }

    private String parentOf(String code) {
        ImportRow row = first.get(code);
        if (row != null && row.has("parent")) {
            return row.get("parent");
        }
        Optional<LocationId> parent = locations.byCode(code).flatMap(Location::parent);
        return parent.flatMap(locations::get).map(Location::code).orElse("");
    }

    /** Whether the location is there and is already what the draft says. */
    boolean isUnchanged(Draft draft) {
        return locations.byCode(draft.code()).filter(old -> old.name().equals(draft.name())
            && old.kind() == draft.kind() && old.partner().equals(draft.partner())
            && old.pickSequence().equals(draft.pickSequence())
            && old.parent().flatMap(locations::get).map(Location::code).orElse("").equals(draft.parent())).isPresent();
    }

}
