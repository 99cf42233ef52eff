package org.stockwright.purchasing.internal.receiving;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.ledger.LedgerRefusal;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.purchasing.ReceivingRefusal;
import org.stockwright.purchasing.ReceivingRules;
import org.stockwright.security.spi.Guarded;

/** What the company decided about receiving, from the open store. */
@Component(service = { Guarded.class, ReceivingSettings.class }, property = Guarded.SERVICES
    + "=org.stockwright.purchasing.ReceivingRules")
public final class ReceivingSettings implements ReceivingRules, Guarded {

    private static final String EXCESS = "EXCESS";
    private static final String PATTERN = "LOT_PATTERN";
    private static final String STRICT = "CAPACITY_STRICT";
    private static final String RECEIVING = "RECEIVING";
    private static final String SHIPPING = "SHIPPING";
    private static final long COMPANY = 0;
    private static final int LONGEST_PATTERN = 48;

    private final UnitOfWork work;
    private final Locations locations;

    @Activate
    public ReceivingSettings(@Reference UnitOfWork work, @Reference Locations locations) {
        this.work = work;
        this.locations = locations;
    }

    private Optional<String> text(String name) {
        return work.read(transaction -> {
            try (PreparedStatement select = transaction.connection()
                .prepareStatement("SELECT text FROM receiving_setting WHERE name = ? AND subject = ?")) {
                select.setString(1, name);
                select.setLong(2, COMPANY);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
                }
            }
        });
    }

    private <T> Outcome<T> store(Map<String, Optional<String>> texts, long subject, T value) {
        return work.write(transaction -> {
            write(transaction, texts, subject);
            return Outcome.done(value);
        });
    }

    private static void write(Transaction transaction, Map<String, Optional<String>> texts, long subject)
        throws SQLException {
        for (Map.Entry<String, Optional<String>> text : new TreeMap<>(texts).entrySet()) {
            write(transaction, text.getKey(), subject, text.getValue());
        }
        Map<String, String> told = new HashMap<>();
        texts.forEach((name, text) -> told.put(name, text.orElse("")));
        transaction.tell("RECEIVING_RULES", "receiving_setting", Long.toString(subject), told);
        transaction.changes(Topic.SETTINGS);
    }

    private static void write(Transaction transaction, String name, long subject, Optional<String> text)
        throws SQLException {
        try (PreparedStatement delete = transaction.connection()
            .prepareStatement("DELETE FROM receiving_setting WHERE name = ? AND subject = ?")) {
            delete.setString(1, name);
            delete.setLong(2, subject);
            delete.executeUpdate();
        }
        if (text.isPresent()) {
            try (PreparedStatement insert = transaction.connection()
                .prepareStatement("INSERT INTO receiving_setting (name, subject, text) VALUES (?, ?, ?)")) {
                insert.setString(1, name);
                insert.setLong(2, subject);
                insert.setString(3, text.get());
                insert.executeUpdate();
            }
        }
    }

    @Override
    public Excess excess() {
        return text(EXCESS).map(Excess::valueOf).orElse(Excess.REFUSE);
    }

    @Override
    public Outcome<Excess> setExcess(Excess excess) {
        return store(Map.of(EXCESS, Optional.of(excess.name())), COMPANY, excess);
    }

    @Override
    public List<Docks> docks() {
        return work.read(ReceivingSettings::docks);
    }

    private static List<Docks> docks(Transaction transaction) throws SQLException {
        Map<Long, Map<String, LocationId>> found = new TreeMap<>();
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT name, subject, text FROM receiving_setting WHERE name IN (?, ?)")) {
            select.setString(1, RECEIVING);
            select.setString(2, SHIPPING);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(2), key -> new HashMap<>()).put(row.getString(1),
                        new LocationId(Long.parseLong(row.getString(3))));
                }
            }
        }
        List<Docks> docks = new ArrayList<>();
        found.forEach((warehouse, places) -> docks.add(new Docks(new LocationId(warehouse),
            Optional.ofNullable(places.get(RECEIVING)), Optional.ofNullable(places.get(SHIPPING)))));
        return docks;
    }

    /** The docks of all warehouses, as they are now. */
    public Docking docking() {
        return new Docking(docks(), locations);
    }

    @Override
    public Outcome<Docks> setDocks(Docks docks) {
        Optional<Refusal> refusal = unfit(docks);
        return refusal.isPresent() ? Outcome.refused(refusal.get())
            : store(texts(docks), docks.warehouse().value(), docks);
    }

    @Override
    public Outcome<Integer> setAllDocks(List<Docks> docks) {
        List<Refusal> refusals = new ArrayList<>();
        Set<LocationId> warehouses = new HashSet<>();
        for (int i = 0; i < docks.size(); i++) {
            Place line = Place.line(i + 1L);
            unfit(docks.get(i)).ifPresent(refusal -> refusals.add(refusal.at(line)));
            if (!warehouses.add(docks.get(i).warehouse())) {
                refusals.add(Refusal.of(ReceivingRefusal.BAD_RULE, code(docks.get(i).warehouse()),
                    "an earlier line is for the same warehouse").hint("Keep one of the two lines.").at(line));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return work.write(transaction -> {
            List<Docks> before = docks(transaction);
            List<Docks> changed = new ArrayList<>(before.stream()
                .filter(old -> !warehouses.contains(old.warehouse()))
                .map(old -> new Docks(old.warehouse(), Optional.empty(), Optional.empty())).toList());
            changed.addAll(docks.stream().filter(one -> !before.contains(one)).toList());
            for (Docks one : changed) {
                write(transaction, texts(one), one.warehouse().value());
            }
            return Outcome.done(docks.size());
        });
    }

    private static Map<String, Optional<String>> texts(Docks docks) {
        return Map.of(RECEIVING, docks.receiving().map(place -> Long.toString(place.value())), SHIPPING,
            docks.shipping().map(place -> Long.toString(place.value())));
    }

    private String code(LocationId place) {
        return locations.get(place).map(Location::code).orElse(place.toString());
    }

    private Optional<Refusal> unfit(Docks docks) {
        return Stream.of(Optional.of(docks.warehouse()), docks.receiving(), docks.shipping()).flatMap(Optional::stream)
            .map(this::unfit).flatMap(Optional::stream).findFirst();
    }

    private Optional<Refusal> unfit(LocationId place) {
        Optional<Location> location = locations.get(place);
        if (location.isEmpty()) {
            return Optional.of(Refusal.of(LedgerRefusal.UNKNOWN_LOCATION, place));
        }
        return location.get().kind().isKept() ? Optional.empty()
            : Optional.of(Refusal.of(ReceivingRefusal.NO_RECEIVING_PLACE, location.get().code())
                .hint("Name a warehouse or a part of one."));
    }

    @Override
    public String lotPattern() {
        return text(PATTERN).orElse(LotCodes.STANDARD);
    }

    @Override
    public Outcome<String> setLotPattern(String pattern) {
        if (pattern.length() > LONGEST_PATTERN || !LotCodes.isPattern(pattern)) {
            return Outcome.refused(Refusal.of(ReceivingRefusal.BAD_LOT_PATTERN, pattern)
                .hint("It has at most " + LONGEST_PATTERN
                    + " characters, and {receipt} and {line} are among them; {item}, {date} and {n} may be."));
        }
        return store(Map.of(PATTERN, Optional.of(pattern)), COMPANY, pattern);
    }

    @Override
    public boolean isCapacityStrict() {
        return text(STRICT).map(Boolean::valueOf).orElse(Boolean.TRUE);
    }

    @Override
    public Outcome<Boolean> setCapacityStrict(boolean strict) {
        return store(Map.of(STRICT, Optional.of(Boolean.toString(strict))), COMPANY, strict);
    }

}
