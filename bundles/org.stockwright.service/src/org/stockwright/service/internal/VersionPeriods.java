package org.stockwright.service.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Template.State;

/** The days on which versions of something hold: approved ones of one code never overlap. */
public final class VersionPeriods {

    /** The last day that is kept. */
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private VersionPeriods() {
        // only functions
    }

    /**
     * A version.
     *
     * @param id its identity
     * @param number from 1
     * @param state whether it is in use
     * @param from the first day on which it holds
     * @param until the last such day; empty for no end
     */
    public record Version(long id, int number, State state, LocalDate from, Optional<LocalDate> until) {

        private boolean reaches(LocalDate day) {
            return !until.map(day::isAfter).orElse(false);
        }

    }

    /**
     * What approving a draft does to the others: those that end the day before it begins; refused when an approved one begins
     * while the draft would hold.
     *
     * @param kept what held on days before this one stays; empty when every use tells its version itself
     */
    public static Outcome<List<Version>> ended(Version draft, List<Version> versions, Optional<LocalDate> kept) {
        List<Version> ended = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        for (Version other : versions) {
            if (other.state() != State.APPROVED || !other.reaches(draft.from()) || !draft.reaches(other.from())) {
                continue;
            }
            if (!other.from().isBefore(draft.from())) {
                refusals.add(Refusal.of(ServiceRefusal.LATER_VERSION, other.number(), other.from())
                    .hint("Retire that version, or let this one begin later or end before."));
            } else if (kept.filter(draft.from()::isBefore).isPresent()) {
                refusals.add(Refusal.of(ServiceRefusal.IN_THE_PAST, other.number(), draft.from())
                    .hint("Let it begin today or later."));
            } else {
                ended.add(other);
            }
        }
        return refusals.isEmpty() ? Outcome.done(ended) : Outcome.refused(refusals);
    }

    /**
     * A version as it is when it is used no more after a day: one that never was used is past at once. It is never used for longer
     * than before, since another one may hold then.
     *
     * @param code of the version
     * @param kept as for {@link #ended}
     */
    public static Outcome<Version> retired(String code, Version version, LocalDate last, Optional<LocalDate> kept) {
        if (version.state() != State.APPROVED) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_APPROVED, code, version.number())
                .hint("Only what was approved is retired; drafts are thrown away."));
        }
        LocalDate latest = version.until().orElse(LAST);
        if (last.isAfter(latest)) {
            return Outcome.refused(Refusal.of(ServiceRefusal.ENDS_ALREADY, code, version.number(), latest)
                .hint("Give that day or one before: another version may hold from then on."));
        }
        if (kept.filter(today -> version.from().isBefore(today) && last.isBefore(today.minusDays(1))).isPresent()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.IN_THE_PAST, version.number(), last)
                .hint("Its last day is yesterday or later."));
        }
        boolean never = last.isBefore(version.from());
        return Outcome.done(new Version(version.id(), version.number(), never ? State.RETIRED : State.APPROVED,
            version.from(), Optional.of(never ? version.from() : last)));
    }

}
