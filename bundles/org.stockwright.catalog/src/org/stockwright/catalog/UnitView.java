package org.stockwright.catalog;

import org.stockwright.base.Unit;

/**
 * A unit of measure of the company.
 *
 * @param name what people call it
 * @param unit its code, dimension, factor, scale and step
 */
public record UnitView(String name, Unit unit) {

    /** The code. */
    public String code() {
        return unit.code();
    }

}
