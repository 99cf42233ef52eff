package org.stockwright.company.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.stockwright.base.LocationId;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.Item;
import org.stockwright.company.internal.DemoItems.DemoItem;
import org.stockwright.company.internal.DemoItems.Pace;
import org.stockwright.company.internal.DemoStock.Portion;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingRequest;

/**
 * A year in the life of the demo company: opening stock, then on every working day issues, receipts when stock is low,
 * transfers from the works to the depots, and now and then scrap, a count difference or a return. Always the same for
 * the same last day.
 */
final class DemoYear {

    private static final long SEED = 20260115;
    private static final int LINES = 6;

    private final CompanyProfile profile;
    private final List<DemoItem> demo;
    private final List<Item> items;
    private final Map<String, LocationId> places;
    private final Random random = new Random(SEED);
    private final DemoStock[][] stock;
    private final List<PostingRequest> postings = new ArrayList<>();
    private int documents;

    /**
     * A year to come.
     *
     * @param demo the items in their order
     * @param items the same, as they were stored
     * @param places location codes to ids
     */
    DemoYear(CompanyProfile profile, List<DemoItem> demo, List<Item> items, Map<String, LocationId> places) {
        this.profile = profile;
        this.demo = demo;
        this.items = items;
        this.places = places;
        this.stock = new DemoStock[demo.size()][DemoPlaces.SITES.size()];
        for (DemoStock[] sites : stock) {
            for (int site = 0; site < sites.length; site++) {
                sites[site] = new DemoStock();
            }
        }
    }

    /** All documents of the year that ends with this day, in the order of their instants. */
    List<PostingRequest> until(LocalDate lastDay) {
        LocalDate first = lastDay.minusDays(364);
        opening(first);
        for (LocalDate day = first.plusDays(1); !day.isAfter(lastDay); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                workingDay(day);
            }
        }
        return postings;
    }

    private void opening(LocalDate day) {
        for (int begin = 0; begin < demo.size(); begin += 20) {
            List<MovementLine> lines = new ArrayList<>();
            for (int index = begin; index < Math.min(begin + 20, demo.size()); index++) {
                arrive(lines, MovementKind.OPENING, index, 0, "0-" + index, 6L * weekly(index));
            }
            post(day, LocalTime.of(6, 0), "", "Opening stock", lines);
        }
    }

    private void workingDay(LocalDate day) {
        for (int site = 0; site < DemoPlaces.SITES.size(); site++) {
            issues(day, site);
        }
        receipts(day);
        transfers(day);
        if (random.nextInt(3) == 0) {
            exception(day);
        }
    }

    private void issues(LocalDate day, int site) {
        List<MovementLine> lines = new ArrayList<>();
        for (int index = 0; index < demo.size(); index++) {
            if (random.nextInt(1000) >= chance(demo.get(index).pace()) || stock[index][site].total() == 0) {
                continue;
            }
            long wanted = 1L + random.nextInt(2 * demo.get(index).typical());
            leave(lines, MovementKind.ISSUE, index, site, Optional.empty(), wanted);
            if (lines.size() >= LINES) {
                post(day, time(site), "GI", "Customer C" + (1001 + random.nextInt(DemoPlaces.customers())), lines);
                lines = new ArrayList<>();
            }
        }
        post(day, time(site), "GI", "Customer C" + (1001 + random.nextInt(DemoPlaces.customers())), lines);
    }

    private static int chance(Pace pace) {
        return switch (pace) {
            case FAST -> 55;
            case STEADY -> 28;
            case SLOW -> 12;
        };
    }

    private void receipts(LocalDate day) {
        for (int index = 0; index < demo.size(); index++) {
            if (stock[index][0].total() < 2L * weekly(index) && random.nextInt(4) == 0) {
                List<MovementLine> lines = new ArrayList<>();
                arrive(lines, MovementKind.RECEIPT, index, 0, day.toEpochDay() + "-" + index, 5L * weekly(index));
                post(day, LocalTime.of(7, 30), "GR", "Supplier " + DemoPlaces.supplier(index), lines);
            }
        }
    }

    private void transfers(LocalDate day) {
        int site = 1 + day.getDayOfYear() % (DemoPlaces.SITES.size() - 1);
        List<MovementLine> lines = new ArrayList<>();
        for (int index = day.getDayOfYear() % 5; index < demo.size() && lines.size() < 2 * LINES; index += 5) {
            long spare = stock[index][0].total() - 2L * weekly(index);
            if (spare > 0 && stock[index][site].total() < weekly(index) && random.nextInt(3) == 0) {
                long amount = Math.min(spare, 2L * weekly(index));
                LocationId to = place(site, index);
                int item = index;
                int destination = site;
                for (Portion portion : leave(lines, MovementKind.TRANSFER, item, 0, Optional.of(to), amount)) {
                    stock[item][destination].put(portion);
                }
            }
        }
        post(day, LocalTime.of(16, 30), "TR", "Depot run " + DemoPlaces.SITES.get(site), lines);
    }

    private void exception(LocalDate day) {
        int index = random.nextInt(demo.size());
        int site = random.nextInt(DemoPlaces.SITES.size());
        if (stock[index][site].total() == 0) {
            return;
        }
        List<MovementLine> lines = new ArrayList<>();
        switch (random.nextInt(3)) {
            case 0 -> {
                leave(lines, MovementKind.SCRAP, index, site, Optional.empty(), 1);
                post(day, LocalTime.of(15, 0), "SC", "Damaged in the rack", lines);
            }
            case 1 -> {
                leave(lines, MovementKind.ADJUST, index, site, Optional.of(place("COUNT-DIFFERENCE")), 1);
                post(day, LocalTime.of(17, 0), "AD", "Spot check", lines);
            }
            default -> {
                leave(lines, MovementKind.RETURN_OUT, index, site, Optional.empty(), 1);
                post(day, LocalTime.of(14, 0), "RO", "Faulty, back to " + DemoPlaces.supplier(index), lines);
            }
        }
    }

    private int weekly(int index) {
        DemoItem item = demo.get(index);
        return switch (item.pace()) {
            case FAST -> 6 * item.typical();
            case STEADY -> 3 * item.typical();
            case SLOW -> Math.max(2, item.typical());
        };
    }

    private void arrive(List<MovementLine> lines, MovementKind kind, int index, int site, String batch, long amount) {
        Item item = items.get(index);
        for (Portion portion : DemoStock.fresh(item.tracking(), batch, amount)) {
            stock[index][site].put(portion);
            MovementLine line = MovementLine.of(kind, item.id(), new Quantity(portion.decimal(), item.unit()),
                Optional.empty(), Optional.of(place(site, index))).withLot(portion.lot());
            lines.add(item.standardCost().map(line::withUnitCost).orElse(line));
        }
    }

    private List<Portion> leave(List<MovementLine> lines, MovementKind kind, int index, int site,
        Optional<LocationId> to, long amount) {
        Item item = items.get(index);
        List<Portion> portions = stock[index][site].take(amount);
        for (Portion portion : portions) {
            lines.add(MovementLine.of(kind, item.id(), new Quantity(portion.decimal(), item.unit()),
                Optional.of(place(site, index)), to).withLot(portion.lot()));
        }
        return portions;
    }

    private LocationId place(int site, int index) {
        return place(DemoPlaces.bin(site, index));
    }

    private LocationId place(String code) {
        LocationId id = places.get(code);
        if (id == null) {
            throw new IllegalStateException("the demo company has no place " + code);
        }
        return id;
    }

    private LocalTime time(int site) {
        return LocalTime.of(9 + site, random.nextInt(60));
    }

    private void post(LocalDate day, LocalTime time, String series, String reference, List<MovementLine> lines) {
        if (!lines.isEmpty()) {
            Instant effective = day.atTime(time).atZone(profile.zone()).toInstant();
            postings.add(new PostingRequest("demo-" + ++documents, effective, lines, reference, "", series));
        }
    }

}
