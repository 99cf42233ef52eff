package org.stockwright.service.internal.cases;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.service.Batch;
import org.stockwright.service.Cases;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceCase;
import org.stockwright.service.internal.stock.WorkWorld;

import static org.assertj.core.api.Assertions.assertThat;

/** A unit that was prepared for a customer is his; others are anybody's. */
class PreparedForCustomersTest extends WorkWorld {

    private PartnerId other;

    @BeforeEach
    void customers() {
        other = world.service(Partners.class).saveAll(List.of(
            new Partners.Draft("C2", "Dora", Set.of(Partner.Role.CUSTOMER), Optional.empty(), true))).value()
            .getFirst();
        receive("PAPER", 100, "1");
        receive("STAMP", 100, "1");
        approved(2, stages());
    }

    private Batch prepared(Map<String, String> all, List<Map<String, String>> each) {
        Batch batch = preparations().plan(new Plan(key(), CODE, each.size(), Optional.empty(), "", all, each)).value();
        preparations().begin(batch.document(), Progress.NONE).value();
        return finish(batch, List.of()).value();
    }

    private Optional<ServiceCase.TakenUnit> taken(PartnerId who) {
        return cases().open(new Cases.Arrival(key(), CODE, who, "", false, Map.of(), now())).value().unit();
    }

    @Test
    void nobodyElseTakesTheUnitOfACustomer() {
        Batch batch = prepared(Map.of(), List.of(Map.of("client", "C2"), Map.of(), Map.of("client", "C1")));
        assertThat(taken(customer)).get().extracting(ServiceCase.TakenUnit::unit).isEqualTo(3);
        assertThat(taken(customer)).get().extracting(ServiceCase.TakenUnit::unit).isEqualTo(2);
        assertThat(taken(customer)).as("what is left is not his").isEmpty();
        assertThat(codes(cases().open(storedOnly()))).containsExactly("NO_STORED_UNIT");
        assertThat(taken(other)).get().extracting(ServiceCase.TakenUnit::unit).isEqualTo(1);
        assertThat(preparations().get(batch.document()).orElseThrow().each())
            .allMatch(unit -> unit.state() == Batch.UnitState.HELD);
    }

    @Test
    void hisOwnUnitComesBeforeOneThatExpiresSooner() {
        prepared(Map.of(), List.of(Map.of()));
        later(Duration.ofDays(2));
        Batch his = prepared(Map.of("client", "C1"), List.of(Map.of("doctor", "Dr. No")));
        assertThat(taken(customer)).get().extracting(ServiceCase.TakenUnit::number).isEqualTo(his.number());
        assertThat(taken(other)).get().extracting(ServiceCase.TakenUnit::number).isNotEqualTo(his.number());
    }

    @Test
    void aUnitThatComesBackIsStillHis() {
        prepared(Map.of(), List.of(Map.of("client", "C1")));
        ServiceCase opened = cases().open(storedOnly()).value();
        cases().cancel(new Cases.Cancel(key(), opened.document(), false, "called it off", now())).value();
        assertThat(taken(other)).isEmpty();
        assertThat(taken(customer)).isPresent();
    }

    @Test
    void eachUnitHasItsDataAndThereIsOneRowForEach() {
        Batch batch = prepared(Map.of("doctor", "Dr. No"), List.of(Map.of("doctor", "Dr. Yes"), Map.of()));
        assertThat(documents().attachments(batch.document())).extracting(one -> one.size())
            .containsExactly((long) "Dear Dr. Yes".length(), (long) "Dear Dr. No".length());
        assertThat(codes(preparations()
            .plan(new Plan(key(), CODE, 3, Optional.empty(), "", Map.of(), List.of(Map.of(), Map.of())))))
            .containsExactly("DATA_OF_OTHER_UNITS");
        assertThat(preparations().plan(new Plan(key(), CODE, 2, Optional.empty(), "", Map.of(),
            List.of(Map.of("client", "C1"), Map.of("client", "C9")))).refusals()).singleElement().satisfies(one -> {
                assertThat(one.code().name()).isEqualTo("UNKNOWN_CLIENT");
                assertThat(one.place().line()).isEqualTo(2);
            });
        Plan plan = new Plan("same", CODE, 1, Optional.empty(), "", Map.of(), List.of(Map.of("client", "C1")));
        assertThat(preparations().plan(plan).value().number()).isEqualTo(preparations().plan(plan).value().number());
        assertThat(codes(preparations().plan(Plan.of("same", CODE, 1))))
            .containsExactly("KEY_REUSED_WITH_OTHER_CONTENT");
    }

    @Test
    void whoRepeatsARequestCanAskWhenItWas() {
        assertThat(cases().when("k")).isEmpty();
        ServiceCase opened = cases().open(Cases.Arrival.of("k", CODE, customer, now())).value();
        later(Duration.ofMinutes(5));
        assertThat(cases().when("k")).contains(opened.arrived());
        assertThat(cases().open(Cases.Arrival.of("k", CODE, customer, cases().when("k").orElseThrow())).value()
            .number()).isEqualTo(opened.number());
    }

}
