package org.stockwright.service.internal.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.spi.DemoContribution;
import org.stockwright.service.Batch;
import org.stockwright.service.Bookings;
import org.stockwright.service.Cases;
import org.stockwright.service.Cases.Arrival;
import org.stockwright.service.Cases.StageResult;
import org.stockwright.service.Decisions;
import org.stockwright.service.Preparations;
import org.stockwright.service.Preparations.Finish;
import org.stockwright.service.Preparations.Plan;
import org.stockwright.service.ServiceCase;

/**
 * The workshop of the demo company: letters to insurers on damaged machines, of which 50 are drafted and reviewed ahead, cases that took
 * some of them and one that came before, field visits with kits that stand packed, credit checks that are prepared for known
 * customers, people with shifts, rules by which warranty claims are decided, and scores of its customers.
 */
@Component
public final class ServiceDemo implements DemoContribution {

    /** How many letters are prepared. */
    static final int LETTERS = 50;
    /** How many kits are packed. */
    static final int KITS = 6;

    private static final Map<String, String> WORKSHOP = Map.of("workshop", "Lindenau works");

    @Override
    public String title() {
        return "Service inventory";
    }

    @Override
    public Outcome<Integer> install(DemoBook book) {
        DemoDesk desk = new DemoDesk(book);
        desk.goods();
        new DemoRules(desk).install();
        new DemoScores(desk).install();
        new DemoTemplates(desk).install();
        onDemand(desk);
        prepared(desk, DemoTemplates.LETTER, LETTERS, -3);
        prepared(desk, DemoTemplates.VISIT, KITS, -2);
        delivered(desk, "C1001", -2, 9);
        delivered(desk, "C1004", -2, 13);
        delivered(desk, "C1007", -1, 10);
        withdrawn(desk);
        consented(desk, opened(desk, "C1012", -1, 15), -1, 16);
        opened(desk, "C1010", -1, 16);
        new DemoCredit(desk).install();
        visits(desk);
        decisions(desk);
        return Outcome.done(desk.keys());
    }

    private static void prepared(DemoDesk desk, String template, int units, int day) {
        Preparations preparations = desk.service(Preparations.class);
        Batch planned = preparations.plan(new Plan(desk.key(), template, units, Optional.of(desk.at(day, 14)), "",
            WORKSHOP)).value();
        preparations.begin(planned.document(), desk.progress()).value();
        preparations.finish(new Finish(desk.key(), planned.document(), List.of(), desk.at(day, 16))).value();
    }

    /** Somebody who came before anything was prepared, and waited for all of it. */
    private static void onDemand(DemoDesk desk) {
        Cases cases = desk.service(Cases.class);
        ServiceCase opened = cases.open(new Arrival(desk.key(), DemoTemplates.LETTER, desk.partner("C1002"), "", false,
            Map.of("machine", "lawn mower", "workshop", "Lindenau works"), desk.at(-4, 8))).value();
        cases.done(StageResult.of(desk.key(), opened.document(), "COLLECT", "Blade bent by a stone", desk.at(-4, 10)))
            .value();
        cases.done(StageResult.of(desk.key(), opened.document(), "REVIEW", "Agreed", desk.at(-4, 13))).value();
        consented(desk, opened, -4, 14);
        cases.done(StageResult.of(desk.key(), opened.document(), "SEND", "Signed and sent", desk.at(-4, 15))).value();
        cases.deliver(desk.key(), opened.document(), desk.at(-4, 15)).value();
    }

    private static ServiceCase opened(DemoDesk desk, String customer, int day, int hour) {
        return desk.service(Cases.class).open(new Arrival(desk.key(), DemoTemplates.LETTER, desk.partner(customer),
            "", false, Map.of("machine", "hedge trimmer"), desk.at(day, hour))).value();
    }

    private static ServiceCase consented(DemoDesk desk, ServiceCase opened, int day, int hour) {
        return desk.service(Cases.class).done(new StageResult(desk.key(), opened.document(), "CONSENT",
            "Consents, and names the insurer", Map.of("insurer", "Nordstern Versicherung"), desk.at(day, hour)))
            .value();
    }

    private static void delivered(DemoDesk desk, String customer, int day, int hour) {
        Cases cases = desk.service(Cases.class);
        ServiceCase ready = consented(desk, opened(desk, customer, day, hour), day, hour);
        cases.done(StageResult.of(desk.key(), ready.document(), "SEND", "Signed and sent", desk.at(day, hour + 1)))
            .value();
        cases.deliver(desk.key(), ready.document(), desk.at(day, hour + 1)).value();
    }

    private static void withdrawn(DemoDesk desk) {
        ServiceCase opened = opened(desk, "C1015", -1, 9);
        desk.service(Cases.class).cancel(new Cases.Cancel(desk.key(), opened.document(), false,
            "The customer repairs it himself", desk.at(-1, 11))).value();
    }

    private static void visits(DemoDesk desk) {
        Bookings bookings = desk.service(Bookings.class);
        bookings.book(new Bookings.Request(desk.key(), Bookings.Subject.of(DemoTemplates.VISIT, desk.partner("C1003")),
            Bookings.At.of(desk.nextMonday(9)))).value();
        bookings.book(new Bookings.Request(desk.key(), Bookings.Subject.of(DemoTemplates.VISIT, desk.partner("C1017")),
            Bookings.At.of(desk.nextMonday(13)))).value();
    }

    private static void decisions(DemoDesk desk) {
        Decisions decisions = desk.service(Decisions.class);
        claim(desk, decisions, "8", "yes", "material");
        claim(desk, decisions, "31", "yes", "material");
        claim(desk, decisions, "3", "no", "unknown");
        claim(desk, decisions, "14", "yes", "use");
    }

    private static void claim(DemoDesk desk, Decisions decisions, String months, String proof, String damage) {
        decisions.decide(DemoRules.WARRANTY, Map.of("months", months, "proof", proof, "damage", damage), desk.key())
            .value();
    }

}
