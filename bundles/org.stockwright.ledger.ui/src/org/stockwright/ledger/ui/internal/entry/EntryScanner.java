package org.stockwright.ledger.ui.internal.entry;

import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Unit;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.ItemScan;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;

/** Finds out what was scanned. Reads master data, so it runs in a job. */
final class EntryScanner {

    private final Items items;
    private final Locations locations;

    EntryScanner(Items items, Locations locations) {
        this.items = items;
        this.locations = locations;
    }

    /** What was scanned. */
    sealed interface Scanned {

        /** A place. */
        record Place(Location location) implements Scanned {
        }

        /** Goods: an item, with what its label says. */
        record Goods(ItemScan scan) implements Scanned {
        }

        /** Another symbol of the label of the last line, which says more of the same goods. */
        record More(ItemScan scan) implements Scanned {
        }

    }

    /**
     * Reads a scan.
     *
     * @param last the last line, which the scan may say more of
     */
    Outcome<Scanned> read(String code, Optional<EntryLine> last) {
        Optional<Location> place = locations.byCode(code);
        if (place.isPresent()) {
            return Outcome.done(new Scanned.Place(place.get()));
        }
        Outcome<ItemScan> scan = items.scan(code);
        if (last.isPresent() && scan.refusals().stream()
            .anyMatch(refusal -> refusal.code() == CatalogRefusal.NO_ITEM_IN_SCAN)) {
            Outcome<ItemScan> more = items.resolve(last.get().item())
                .then(match -> items.scanMore(entered(match, last.get().unit()), code));
            if (more.isDone() && new EntryScan(more.value()).saysMore()) {
                return more.map(Scanned.More::new);
            }
        }
        return scan.map(Scanned.Goods::new);
    }

    private ItemMatch entered(ItemMatch match, String unitCode) {
        Optional<Unit> unit = unitCode.isBlank() ? Optional.of(match.unit())
            : items.get(match.item()).flatMap(item -> item.packUnit(unitCode));
        return new ItemMatch(match.item(), match.code(), match.name(), match.unit(), unit.orElse(match.entered()),
            match.tracking());
    }

}
