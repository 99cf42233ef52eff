package org.stockwright.service.internal.demo;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Tracking;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.LocationKind;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.persistence.spi.DemoContribution.DemoBook;

/** The book of the demo company for its workshop: days, keys, and the goods that its services need. */
final class DemoDesk {

    /** Where stored units and their materials lie. */
    static final String QUEUE = "LIN-DESK";
    /** What a letter is written on. */
    static final String PAPER = "SRV-LETTERHEAD";
    /** Parts of a visit kit. */
    static final List<String> PARTS = List.of("SRV-FILTER", "SRV-SEALS", "SRV-OIL");

    private static final String WAREHOUSE = "LIN-W1";

    private final DemoBook book;
    private final ZoneId zone;
    private int keys;

    DemoDesk(DemoBook book) {
        this.book = book;
        this.zone = book.service(CompanyProfiles.class).current().orElseThrow().zone();
    }

    <T> T service(Class<T> type) {
        return book.service(type);
    }

    Progress progress() {
        return book.progress();
    }

    /** A key that no other step has. */
    String key() {
        keys++;
        return "demo-service-" + keys;
    }

    /** How many were made. */
    int keys() {
        return keys;
    }

    LocalDate day(int fromToday) {
        return book.today().plusDays(fromToday);
    }

    Instant at(int fromToday, int hour) {
        return at(day(fromToday), hour);
    }

    /** A time of the Monday that comes. */
    Instant nextMonday(int hour) {
        return at(book.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), hour);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
    }

    ItemId item(String code) {
        return service(Items.class).byCode(code).map(Item::id).orElseThrow();
    }

    LocationId place(String code) {
        return service(Locations.class).byCode(code).map(Location::id).orElseThrow();
    }

    PartnerId partner(String code) {
        return service(Partners.class).byCode(code).map(Partner::id).orElseThrow();
    }

    /** Items, the place where units wait, and materials in stock. */
    void goods() {
        service(Locations.class)
            .saveAll(List.of(Locations.Draft.of(QUEUE, "Service desk", WAREHOUSE, LocationKind.ZONE))).value();
        List<ItemDraft> items = new ArrayList<>(List.of(
            item(DemoTemplates.LETTER, "Letter to the insurer on a damaged machine", "Services", Tracking.NONE, null),
            item(DemoTemplates.LETTER_READY, "Letter to the insurer, reviewed", "Services/Prepared", Tracking.LOT,
                null),
            item(DemoCredit.CREDIT, "Credit check", "Services", Tracking.NONE, null),
            item(DemoCredit.CREDIT_READY, "Credit check, prepared for a customer", "Services/Prepared", Tracking.LOT,
                null),
            item(DemoTemplates.VISIT, "Field visit: repair at the customer's", "Services", Tracking.NONE, null),
            item(DemoTemplates.VISIT_READY, "Kit for a field visit, tested", "Services/Prepared", Tracking.LOT, null),
            item(PAPER, "Sheet of letterhead", "Services/Materials", Tracking.NONE, "0.12")));
        items.add(item(PARTS.get(0), "Filter set for mowers", "Services/Materials", Tracking.NONE, "6.40"));
        items.add(item(PARTS.get(1), "Set of seals", "Services/Materials", Tracking.NONE, "3.15"));
        items.add(item(PARTS.get(2), "Oil, 0.6 l", "Services/Materials", Tracking.NONE, "4.90"));
        service(Items.class).saveAll(items).value();
        List<MovementLine> lines = new ArrayList<>(List.of(received(PAPER, 500)));
        PARTS.forEach(part -> lines.add(received(part, 40)));
        service(Ledger.class)
            .post(new PostingRequest(key(), at(-5, 8), lines, "Materials of the service desk", "", "GR")).value();
    }

    private static ItemDraft item(String code, String name, String category, Tracking tracking, String cost) {
        return new ItemDraft(Optional.empty(), code, name, "", category, "EA", Set.of(), tracking, Optional.empty(),
            Optional.ofNullable(cost).map(BigDecimal::new), Optional.empty(), Optional.empty(), Optional.empty(), true,
            List.of(), List.of(), List.of(), -1);
    }

    private MovementLine received(String code, long amount) {
        Item item = service(Items.class).byCode(code).orElseThrow();
        MovementLine line = MovementLine.of(MovementKind.RECEIPT, item.id(),
            new Quantity(BigDecimal.valueOf(amount), item.unit()), Optional.empty(), Optional.of(place(QUEUE)));
        return item.standardCost().map(line::withUnitCost).orElse(line);
    }

}
