package org.stockwright.service.internal.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.stockwright.service.Batch;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.Scores;
import org.stockwright.service.ServiceCase;

/**
 * Credit for customers of the demo company, by the ready template: what is known of some of them, their scores, checks that are
 * prepared for them, and one that was asked for.
 */
final class DemoCredit {

    /** The service of credit checks, and its template. */
    static final String CREDIT = "CREDIT-CHECK";
    /** A check that is prepared for a customer. */
    static final String CREDIT_READY = "CREDIT-CHECK-READY";

    private static final int FIRST = 1001;
    private static final int CLIENTS = 16;
    private static final int PREPARED = 4;

    private final DemoDesk desk;

    DemoCredit(DemoDesk desk) {
        this.desk = desk;
    }

    void install() {
        List<Profile> profiles = IntStream.range(0, CLIENTS).mapToObj(i -> new Profile(desk.partner(client(i)),
            Map.of("years_known", Integer.toString(2 + i * 2 % 13), "orders_a_year", Integer.toString(4 + i * 3 % 17),
                "late_payments", i % 4 == 1 ? "3" : "0")))
            .toList();
        desk.service(ClientProfiles.class).saveAll(profiles).value();
        desk.service(Scores.class).recompute("CREDIT-SCORE", false, desk.progress()).value();
        prepared();
        asked(client(2));
    }

    private static String client(int number) {
        return "C" + (FIRST + number);
    }

    private void prepared() {
        Preparations preparations = desk.service(Preparations.class);
        List<Map<String, String>> each = IntStream.range(0, PREPARED).mapToObj(i -> Map.of(Plan.CLIENT, client(i)))
            .toList();
        Batch planned = preparations
            .plan(new Plan(desk.key(), CREDIT, each.size(), Optional.of(desk.at(-2, 13)), "", Map.of(), each)).value();
        preparations.begin(planned.document(), desk.progress()).value();
        preparations.finish(new Finish(desk.key(), planned.document(), List.of(), desk.at(-2, 14))).value();
    }

    private void asked(String client) {
        Cases cases = desk.service(Cases.class);
        ServiceCase opened = cases.open(new Arrival(desk.key(), CREDIT, desk.partner(client), "", false, Map.of(),
            desk.at(-1, 9))).value();
        cases.done(new StageResult(desk.key(), opened.document(), "REQUEST", "Asks for credit for the season",
            Map.of("amount", "2500", "income", "4000"), desk.at(-1, 9))).value();
        cases.deliver(desk.key(), opened.document(), desk.at(-1, 10)).value();
    }

}
