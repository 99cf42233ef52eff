package org.stockwright.service.internal.capacity;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Capacity;
import org.stockwright.service.Performer;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Templates;
import org.stockwright.testkit.ImportFile;
import org.stockwright.testkit.Invariants;
import org.stockwright.testkit.Warehouse;
import org.stockwright.testkit.World;

/** A company in Berlin with customers, and words for resources, templates and bookings. It is Thursday, 2026-01-15, 09:00. */
abstract class CapacityWorld {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 19);
    static final LocalDate EVER = LocalDate.of(2020, 1, 1);
    static final List<DayOfWeek> WORKDAYS = Arrays.asList(DayOfWeek.values()).subList(0, 5);

    @TempDir
    Path folder;

    World world;
    Warehouse warehouse;
    PartnerId customer = PartnerId.SELF;
    PartnerId other = PartnerId.SELF;
    private int keys;

    @BeforeEach
    void openWorld() {
        world = World.open(folder);
        warehouse = new Warehouse(world);
        world.service(CompanyProfiles.class)
            .save(new CompanyProfile("Test", Currency.getInstance("EUR"), BERLIN, false)).value();
        warehouse.bins("B1", "B2");
        warehouse.items("VISIT", "CHECK", "KIT");
        List<PartnerId> ids = world.service(Partners.class).saveAll(List.of(partner("C1"), partner("C2"))).value();
        customer = ids.get(0);
        other = ids.get(1);
    }

    private static Partners.Draft partner(String code) {
        return new Partners.Draft(code, "Customer " + code, Set.of(Partner.Role.CUSTOMER), Optional.empty(), true);
    }

    @AfterEach
    void closeWorld() {
        try {
            Invariants.check(warehouse.work());
            for (var check : List.of(new BookedOnce(), new BookedInShifts(), new BookingsHoldTheirStock())) {
                List<String> wrong = warehouse.work().read(transaction -> check.run(transaction.connection()).wrong());
                if (!wrong.isEmpty()) {
                    throw new AssertionError(check.name() + ": " + wrong);
                }
            }
        } finally {
            world.close();
        }
    }

    Resources resources() {
        return world.service(Resources.class);
    }

    Capacity capacity() {
        return world.service(Capacity.class);
    }

    Bookings bookings() {
        return world.service(Bookings.class);
    }

    String key() {
        keys++;
        return "key-" + keys;
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    static Instant at(LocalDate day, String time) {
        return LocalDateTime.of(day, LocalTime.parse(time)).atZone(BERLIN).toInstant();
    }

    static List<Shift> workdays(String... fromTo) {
        List<Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : WORKDAYS) {
            for (int i = 0; i < fromTo.length; i += 2) {
                shifts.add(
                    new Shift(day, LocalTime.parse(fromTo[i]), LocalTime.parse(fromTo[i + 1]), EVER, Optional.empty()));
            }
        }
        return shifts;
    }

    static Resource resource(String code, Kind kind, Set<String> pools, List<Shift> shifts) {
        return new Resource(code, "The " + code, kind, pools, shifts, List.of());
    }

    /** Anna works in the mornings, Ben all day, and there is one room. */
    void clinic() {
        resources().save(List.of(resource("ANNA", Kind.PERSON, Set.of("DOCTOR"), workdays("08:00", "12:00")),
            resource("BEN", Kind.PERSON, Set.of("DOCTOR"), workdays("08:00", "12:00", "13:00", "17:00")),
            resource("R1", Kind.ROOM, Set.of("ROOM"), workdays("08:00", "17:00")))).value();
    }

    static Stage stage(String code, int minutes, List<Stage.Material> materials, Object... needs) {
        List<Stage.Need> list = new ArrayList<>();
        for (int i = 0; i < needs.length; i += 2) {
            list.add(new Stage.Need((String) needs[i], BigDecimal.valueOf((Integer) needs[i + 1])));
        }
        return new Stage(code, "Stage " + code, Performer.STAFF, Optional.empty(), BigDecimal.valueOf(minutes),
            BigDecimal.ZERO, Optional.empty(), "", Optional.empty(), materials, list);
    }

    List<Stage.Material> kits(int quantity) {
        return List.of(new Stage.Material(warehouse.itemOf("KIT"), BigDecimal.valueOf(quantity)));
    }

    /** Approves the first version of a template without anything done ahead. */
    Template template(String code, String item, Stage... stages) {
        Templates templates = world.service(Templates.class);
        Template draft = templates.save(new Template(code, 0, "Template " + code, Template.State.DRAFT,
            warehouse.itemOf(item), Optional.empty(), Optional.empty(), EVER, Optional.empty(), 0,
            new Template.Replenishment(BigDecimal.ZERO, BigDecimal.ZERO),
            new Template.Mismatch(BigDecimal.ZERO, Optional.empty()), List.of(stages))).value();
        return templates.approve(code, draft.version()).value();
    }

    /** The visit of the worked example: half an hour with a doctor in a room, a quarter of an hour of paperwork. */
    Template visit() {
        return template("VISIT", "VISIT", stage("MEET", 30, kits(1), "DOCTOR", 30, "ROOM", 30),
            stage("PAPERS", 15, List.of(), "DOCTOR", 15));
    }

    void receive(String item, long pieces) {
        warehouse.ledger().post(warehouse.request(key(), warehouse.line("SUPPLIER", "B1", item, pieces))).value();
    }

    Bookings.Request request(String template, Instant start) {
        return new Bookings.Request(key(), Subject.of(template, customer), At.of(start));
    }

    Booking book(String template, Instant start) {
        return bookings().book(request(template, start)).value();
    }

    /** What it occupies, as {@code pool resource hh:mm-hh:mm}. */
    static List<String> uses(Booking booking) {
        return booking.uses().stream().map(use -> use.pool() + " " + use.resource() + " " + time(use.from()) + "-"
            + time(use.until()) + (use.note().isEmpty() ? "" : " " + use.note())).toList();
    }

    static String time(Instant instant) {
        return instant.atZone(BERLIN).toLocalTime().toString();
    }

    static ImportResult run(String kind, ImportMode mode, String... lines) {
        return ImportFile.run(kind, mode, lines[0], Arrays.copyOfRange(lines, 1, lines.length));
    }

    static Quantity pcs(long amount) {
        return Quantity.of(amount, Warehouse.PCS);
    }

}
