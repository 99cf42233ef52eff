package org.stockwright.documents.internal.printing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.base.gs1.Sscc;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.spi.LogisticUnit;

/**
 * All that stands on the forms of a document.
 *
 * @param document the document, without prices that may not be seen
 * @param company our name
 * @param zone in which instants become dates
 * @param here who we are and where, line by line
 * @param there the partner, or our place that goods go to, line by line
 * @param carrier its name, or empty
 * @param sources the numbers of the documents that it goes on with
 * @param lines the lines in the order of the paper
 * @param handling what is known of the items
 * @param expiry when the lots of lines expire, by line
 * @param prices per entered unit, by line
 * @param units how the goods are packed
 */
record Paper(Document document, String company, ZoneId zone, String here, String there, String carrier,
    List<String> sources, List<DocumentLine> lines, Map<ItemId, ItemHandling> handling,
    Map<LotKey, LocalDate> expiry, Map<Integer, BigDecimal> prices, List<LogisticUnit> units) {

    /** A lot of an item. */
    record LotKey(ItemId item, String lot) {
    }

    /** The day that it is of. */
    String date() {
        return document.effective().atZone(zone).toLocalDate().toString();
    }

    /** When a lot expires, or nothing. */
    String expires(ItemId item, String lot) {
        return Optional.ofNullable(expiry.get(new LotKey(item, lot))).map(LocalDate::toString).orElse("");
    }

    /** The units that are loaded themselves. */
    List<LogisticUnit> loaded() {
        return units.stream().filter(unit -> unit.holder().isEmpty()).toList();
    }

    /** The units that are in a unit itself. */
    List<LogisticUnit> in(LogisticUnit holder) {
        return units.stream().filter(unit -> unit.holder().equals(holder.code())).toList();
    }

    /** The SSCC that a unit has as its code, if it has one. */
    static Optional<Sscc> sscc(LogisticUnit unit) {
        return Optional.of(Sscc.parse(unit.code())).filter(parsed -> parsed.isDone()).map(parsed -> parsed.value());
    }

}
