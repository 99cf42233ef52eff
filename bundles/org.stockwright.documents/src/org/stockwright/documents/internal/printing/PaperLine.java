package org.stockwright.documents.internal.printing;

import java.math.BigDecimal;

/**
 * A line as it stands on a paper; what a paper does not show, or is not known, is empty or {@code null}.
 *
 * @param line its number on the document
 * @param quantity in its unit
 * @param weight kilograms of all of it
 * @param volume litres of all of it
 * @param packages how many packages it is
 * @param unitText the package that it is in, or is
 */
record PaperLine(Long line, String place, String item, String name, String lot, String expires, String commodityCode,
    String origin, String hazard, String due, BigDecimal quantity, String unit, BigDecimal price, BigDecimal amount,
    BigDecimal weight, BigDecimal volume, Long packages, String unitText, String note) {

    /** A line of a package, or the package itself, on papers that show neither money nor places. */
    static PaperLine ofPackage(Long packages, String unitText, String item, String name, String lot, String expires,
        String hazard, BigDecimal quantity, String unit, BigDecimal weight, BigDecimal volume) {
        return new PaperLine(null, "", item, name, lot, expires, "", "", hazard, "", quantity, unit, null, null,
            weight, volume, packages, unitText, "");
    }

}
