package org.stockwright.service.internal.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.ClientProfiles.Profile;
import org.stockwright.service.DecisionTable.Type;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.Template.State;

/** What the demo company's workshop knows of its customers, and the score by which it shows goodwill. */
final class DemoScores {

    /** The code of the score. */
    static final String GOODWILL = "GOODWILL";

    private static final int FIRST = 1001;
    private static final int CUSTOMERS = 16;
    private static final String YEARS = "years";
    private static final String MACHINES = "machines";
    private static final String COMPLAINTS = "complaints";

    private final DemoDesk desk;

    DemoScores(DemoDesk desk) {
        this.desk = desk;
    }

    void install() {
        ClientProfiles profiles = desk.service(ClientProfiles.class);
        profiles.saveFields(List.of(number(YEARS), number(MACHINES), number(COMPLAINTS),
            new Field("contract", Type.YES_NO, List.of()))).value();
        List<Profile> known = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            known.add(profile(i, Map.of(YEARS, Integer.toString(1 + i * 3 % 11), MACHINES, Integer.toString(1 + i % 5),
                COMPLAINTS, Integer.toString(i % 3), "contract", i % 4 == 0 ? "yes" : "no")));
        }
        profiles.saveAll(known).value();
        Scores scores = desk.service(Scores.class);
        ScoreModel draft = scores.save(new ScoreModel(GOODWILL, 0, "Goodwill to a customer", State.DRAFT, desk.day(0),
            Optional.empty(), "20 + years * 4 + machines * 6 - complaints * 10 + (contract ? 15 : 0)", 0, 90,
            Optional.empty(), Optional.empty(), BigDecimal.ZERO)).value();
        scores.approve(GOODWILL, draft.version()).value();
        scores.recompute(GOODWILL, false, desk.progress()).value();
        // since then: a complaint, and a machine that was bought
        profiles.saveAll(List.of(profile(2, Map.of(COMPLAINTS, "4")), profile(9, Map.of(MACHINES, "7")))).value();
    }

    private static Field number(String name) {
        return new Field(name, Type.NUMBER, List.of());
    }

    private Profile profile(int customer, Map<String, String> values) {
        return new Profile(desk.partner("C" + (FIRST + customer)), values);
    }

}
