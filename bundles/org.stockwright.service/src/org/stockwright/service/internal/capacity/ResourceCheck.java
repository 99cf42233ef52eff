package org.stockwright.service.internal.capacity;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.stockwright.base.Micros;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.base.StoredText;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.ServiceRefusal;

/** What of a resource is not right in itself. */
final class ResourceCheck {

    /** The longest reason for being away or for overtime. */
    static final int LONGEST_WHY = 200;

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("3000-01-01T00:00:00Z");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_POOLS = 50;
    private static final int MOST_SHIFTS = 200;
    private static final int MOST_ABSENCES = 1_000;

    private final Resource resource;
    private final long line;
    private final List<Refusal> refusals = new ArrayList<>();

    ResourceCheck(Resource resource, long line) {
        this.resource = resource;
        this.line = line;
    }

    private void refuse(String column, Refusal refusal) {
        refusals.add(refusal.at(Place.field(line, column)));
    }

    List<Refusal> run() {
        code("code", resource.code());
        resource.pools().forEach(pool -> code("pools", pool));
        if (resource.name().isBlank() || resource.name().length() > LONGEST_NAME || !isKept(resource.name())) {
            refuse("name", Refusal.of(ServiceRefusal.BAD_NAME_LENGTH, LONGEST_NAME)
                .hint("Write a name without control characters."));
        }
        most("pools", resource.pools().size(), MOST_POOLS);
        most("shifts", resource.shifts().size(), MOST_SHIFTS);
        most("absences", resource.absences().size(), MOST_ABSENCES);
        if (refusals.isEmpty()) {
            resource.shifts().forEach(this::shift);
            overlaps();
            resource.absences().forEach(this::absence);
        }
        return refusals;
    }

    private static boolean isKept(String text) {
        return StoredText.isSound(text) && text.codePoints().noneMatch(Character::isISOControl);
    }

    private void code(String column, String code) {
        if (!CODE.matcher(code).matches()) {
            refuse(column, Refusal.of(ServiceRefusal.BAD_CODE, code)
                .hint("Write up to 32 capital letters, digits, - and _, the first a letter or digit."));
        }
    }

    private void most(String what, int count, int most) {
        if (count > most) {
            refuse(what, Refusal.of(ServiceRefusal.TOO_MANY_OF_RESOURCE, what, most)
                .hint("Leave out what is past, or make two resources."));
        }
    }

    private static boolean isWhole(LocalTime time) {
        return time.getSecond() == 0 && time.getNano() == 0;
    }

    private static boolean isMidnight(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT);
    }

    private void shift(Shift shift) {
        boolean isPositive = isMidnight(shift.to()) || shift.from().isBefore(shift.to());
        if (!isPositive || !isWhole(shift.from()) || !isWhole(shift.to())) {
            refuse("shifts", Refusal.of(ServiceRefusal.BAD_SHIFT, shift.from(), shift.to())
                .hint("A shift begins and ends at whole minutes of one day; one over midnight is two."));
        }
        if (shift.until().filter(shift.since()::isAfter).isPresent()) {
            refuse("shifts", Refusal.of(ServiceRefusal.ENDS_BEFORE_IT_BEGINS, shift.until().orElse(shift.since()))
                .hint("Let the last day follow the first."));
        }
        if (!ResourceRows.isDay(shift.since()) || !shift.until().map(ResourceRows::isDay).orElse(true)) {
            refuse("shifts", Refusal.of(ServiceRefusal.BAD_SHIFT, shift.since(), shift.until().orElse(shift.since()))
                .hint("Name days from 1900 to 2999."));
        }
    }

    private void overlaps() {
        List<Shift> shifts = resource.shifts();
        for (int i = 0; i < shifts.size(); i++) {
            for (int k = i + 1; k < shifts.size(); k++) {
                if (overlap(shifts.get(i), shifts.get(k))) {
                    refuse("shifts", Refusal.of(ServiceRefusal.SHIFTS_OVERLAP, shifts.get(i).day(),
                        shifts.get(i).from(), shifts.get(k).from())
                        .hint("Make one shift of them, or end one before the other holds."));
                }
            }
        }
    }

    private static boolean overlap(Shift one, Shift other) {
        return one.day() == other.day() && (isMidnight(other.to()) || one.from().isBefore(other.to()))
            && (isMidnight(one.to()) || other.from().isBefore(one.to()))
            && !one.until().map(other.since()::isAfter).orElse(false)
            && !other.until().map(one.since()::isAfter).orElse(false);
    }

    private void absence(Absence absence) {
        if (Micros.of(absence.from()) >= Micros.of(absence.until()) || !isNear(absence.from())
            || !isNear(absence.until())) {
            refuse("absences", Refusal.of(ServiceRefusal.BAD_ABSENCE, absence.from(), absence.until())
                .hint("It begins before it ends, between the years 1900 and 2999."));
        }
        if (absence.why().length() > LONGEST_WHY || !isKept(absence.why())) {
            refuse("absences", Refusal.of(ServiceRefusal.TEXT_TOO_LONG, LONGEST_WHY)
                .hint("Write less, and no control characters."));
        }
    }

    private static boolean isNear(Instant instant) {
        return instant.isAfter(FIRST) && instant.isBefore(LAST);
    }

}
