package org.stockwright.catalog.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Rounding;
import org.stockwright.base.Unit;
import org.stockwright.base.gs1.ApplicationIdentifier;
import org.stockwright.base.gs1.Element;
import org.stockwright.base.gs1.ElementString;
import org.stockwright.base.gs1.Measure;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.internal.UnitTable.StoredUnit;

/**
 * How much of an item a label says there is. A measure of the item's own dimension comes first and is given in its base
 * unit, exactly. Then AI 37, which counts what the GTIN is on, pieces or packs; then AI 30, which counts the pieces
 * inside.
 */
final class ScannedQuantity {

    private final ElementString label;
    private final ItemMatch match;
    private final Map<String, StoredUnit> units;

    ScannedQuantity(ElementString label, ItemMatch match, Map<String, StoredUnit> units) {
        this.label = label;
        this.match = match;
        this.units = units;
    }

    /** The quantity, or why it does not fit; empty when the label does not say. */
    Optional<Outcome<Quantity>> read() {
        List<Outcome<Quantity>> measured = label.amounts().stream().flatMap(measure -> measured(measure).stream())
            .toList();
        if (!measured.isEmpty()) {
            // kilograms and pounds say the same: what comes out even is taken
            return measured.stream().filter(Outcome::isDone).findFirst().or(() -> Optional.of(measured.getFirst()));
        }
        return counted(ApplicationIdentifier.COUNT, match.entered())
            .or(() -> counted(ApplicationIdentifier.VARIABLE_COUNT, match.unit()))
            .or(() -> label.amounts().stream().findFirst().map(measure -> doubt(measure.toString())));
    }

    private Optional<Outcome<Quantity>> measured(Measure measure) {
        return Optional.ofNullable(units.get(measure.unit())).map(StoredUnit::unit)
            .filter(unit -> unit.dimension().equals(match.unit().dimension()))
            .map(unit -> Quantity
                .checked(measure.amount(), Unit.of(unit.code(), unit.dimension(), unit.factor(), Unit.MAX_SCALE))
                .then(exact -> exact.in(match.unit(), Rounding.EXACT)))
            .map(quantity -> positive(quantity, measure.toString()));
    }

    private Optional<Outcome<Quantity>> counted(ApplicationIdentifier identifier, Unit counted) {
        return label.find(identifier).flatMap(Element::number).map(number -> {
            boolean pieces = counted.dimension().equals(Unit.EACH.dimension());
            boolean packs = !counted.equals(match.unit());
            String said = number.toPlainString() + (packs ? " " + counted : " pieces");
            return pieces || packs ? positive(Quantity.checked(plain(number), counted), said) : doubt(said);
        });
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private Outcome<Quantity> positive(Outcome<Quantity> quantity, String said) {
        return quantity.isDone() && quantity.value().signum() > 0 ? quantity : doubt(said);
    }

    private Outcome<Quantity> doubt(String said) {
        return Outcome.refused(Refusal.of(CatalogRefusal.SCAN_DOES_NOT_FIT, said, match.code(), match.unit())
            .hint("Type the quantity, or give the item a pack or a unit that fits the label."));
    }

}
