package org.stockwright.valuation.ui.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.ui.grid.Mark;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Effective.State;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stockwright.valuation.ui.internal.Examples.NOON;

class EffectiveTest {

    /** A decision about something. */
    private record Decision(String subject, Optional<Instant> from) {
    }

    private static Recorded<Decision> decided(String subject, Instant from) {
        return new Recorded<>(new Decision(subject, Optional.ofNullable(from)), NOON, "kim");
    }

    @SafeVarargs
    private static List<State> states(Recorded<Decision>... decisions) {
        return Effective.of(List.of(decisions), Decision::from, Decision::subject, NOON).stream()
            .map(Effective::state).toList();
    }

    @Test
    void theLastOneThatHasBegunIsInForce() {
        assertThat(states(decided("A", null), decided("A", NOON.minusSeconds(9)), decided("A", NOON.plusSeconds(9)),
            decided("A", NOON.minusSeconds(20))))
            .containsExactly(State.SUPERSEDED, State.IN_FORCE, State.PLANNED, State.SUPERSEDED);
    }

    @Test
    void itBeginsAtItsInstant() {
        assertThat(states(decided("A", null), decided("A", NOON))).containsExactly(State.SUPERSEDED, State.IN_FORCE);
    }

    @Test
    void ofTwoForTheSameInstantTheLastOneCounts() {
        assertThat(states(decided("A", null), decided("A", null), decided("A", NOON.plusSeconds(1)),
            decided("A", NOON.plusSeconds(1))))
            .containsExactly(State.SUPERSEDED, State.IN_FORCE, State.SUPERSEDED, State.PLANNED);
    }

    @Test
    void everySubjectHasItsOwn() {
        assertThat(states(decided("A", null), decided("B", null))).containsExactly(State.IN_FORCE, State.IN_FORCE);
    }

    @Test
    void whatABookBeginsWithWasRecordedByNobody() {
        Effective<Decision> first = Effective.of(
            List.of(new Recorded<>(new Decision("A", Optional.empty()), Instant.EPOCH, "system")), Decision::from,
            Decision::subject, NOON).get(0);
        assertThat(first.recorded()).isEmpty();
        assertThat(first.mark()).isEqualTo(Mark.NONE);
    }

}
