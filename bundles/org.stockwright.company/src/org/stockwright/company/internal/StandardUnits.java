package org.stockwright.company.internal;

import java.math.BigDecimal;
import java.util.List;

import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.catalog.UnitView;
import org.stockwright.catalog.Units;

/**
 * The units that every new company has. Factors are the definitions of the International System of Units (BIPM SI
 * brochure, 9th edition) and of the international yard and pound (1959): exact.
 */
final class StandardUnits {

    private static final List<UnitView> ALL = List.of(
        new UnitView("Each", Unit.EACH),
        unit("PR", "Pair", "count", "2", 0),
        unit("DZ", "Dozen", "count", "12", 0),
        unit("KG", "Kilogram", "mass", "1", 6),
        unit("G", "Gram", "mass", "0.001", 3),
        unit("T", "Tonne", "mass", "1000", 9),
        unit("LB", "Pound", "mass", "0.45359237", 6),
        unit("OZ", "Ounce", "mass", "0.028349523125", 6),
        unit("M", "Metre", "length", "1", 6),
        unit("CM", "Centimetre", "length", "0.01", 4),
        unit("MM", "Millimetre", "length", "0.001", 3),
        unit("FT", "Foot", "length", "0.3048", 6),
        unit("IN", "Inch", "length", "0.0254", 6),
        unit("M2", "Square metre", "area", "1", 6),
        unit("L", "Litre", "volume", "1", 6),
        unit("ML", "Millilitre", "volume", "0.001", 3),
        unit("M3", "Cubic metre", "volume", "1000", 9),
        unit("H", "Hour", "time", "1", 4),
        unit("D", "Day of 24 hours", "time", "24", 4));

    private StandardUnits() {
    }

    private static UnitView unit(String code, String name, String dimension, String factor, int scale) {
        return new UnitView(name, Unit.of(code, dimension, Rational.of(new BigDecimal(factor)), scale));
    }

    static void saveMissing(OpenAreas areas) {
        Units units = areas.get(Units.class);
        for (UnitView unit : ALL) {
            if (units.byCode(unit.code()).isEmpty()) {
                units.save(unit).value();
            }
        }
    }

}
