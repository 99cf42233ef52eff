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
     */
    public static Outcome<List<Version>> ended(Version draft, List<Version> versions) {
        List<Version> ended = new ArrayList<>();
        for (Version other : versions) {
            if (other.state() != State.APPROVED) {
                continue;
            }
            if (!other.from().isBefore(draft.from()) && draft.reaches(other.from())) {
                return Outcome.refused(Refusal.of(ServiceRefusal.LATER_VERSION, other.number(), other.from())
                    .hint("Retire that version, or let this one begin later or end before."));
            }
            if (other.from().isBefore(draft.from()) && other.reaches(draft.from())) {
                ended.add(other);
            }
        }
        return Outcome.done(ended);
    }

}
