package org.stockwright.service.internal.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.ItemId;
import org.stockwright.service.Performer;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Templates.Starter;
import org.stockwright.service.Templates.Suggestion;

/** The ready templates that come with the product. */
final class Starters {

    private static final ItemId NONE = new ItemId(0);
    private static final String LETTER = "letter";
    private static final String DECISION = "decision";
    private static final String SCORE = "score";

    private Starters() {
        // only functions
    }

    /** All of them, as drafts that begin on a day. */
    static List<Starter> on(LocalDate day) {
        return List.of(letter(day), credit(day), rental(day), visit(day), onboarding(day));
    }

    /** A stage that is being described. */
    private static final class Step {

        private final String code;
        private final String name;
        private Performer performer = Performer.STAFF;
        private Optional<Stage.Automation> automation = Optional.empty();
        private BigDecimal minutes = BigDecimal.ZERO;
        private BigDecimal cost = BigDecimal.ZERO;
        private Optional<Integer> validity = Optional.empty();
        private String gate = "";
        private Optional<BigDecimal> due = Optional.empty();
        private final List<Stage.Need> needs = new ArrayList<>();

        Step(String code, String name) {
            this.code = code;
            this.name = name;
        }

        /** Somebody of a pool does it in so many minutes, for so much. */
        Step by(String pool, String time, String money) {
            needs.add(new Stage.Need(pool, new BigDecimal(time)));
            minutes = minutes.max(new BigDecimal(time));
            cost = cost.add(new BigDecimal(money));
            return this;
        }

        Step byCustomer(String time) {
            performer = Performer.CLIENT;
            minutes = new BigDecimal(time);
            return this;
        }

        Step byProgram(String kind, String what, String time, String money) {
            performer = Performer.AUTOMATION;
            automation = Optional.of(new Stage.Automation(kind, what));
            minutes = new BigDecimal(time);
            cost = new BigDecimal(money);
            return this;
        }

        Step valid(int days) {
            validity = Optional.of(days);
            return this;
        }

        Step gate(String text) {
            gate = text;
            return this;
        }

        Step due(long time) {
            due = Optional.of(BigDecimal.valueOf(time));
            return this;
        }

        Stage stage() {
            return new Stage(code, name, performer, automation, minutes, cost, validity, gate, due, List.of(), needs);
        }

    }

    private static Template template(String code, String name, LocalDate day, int boundary, int minimum, int target,
        String under, Step... steps) {
        return new Template(code, 0, name, Template.State.DRAFT, NONE, Optional.empty(), Optional.empty(), day,
            Optional.empty(), boundary,
            new Template.Replenishment(BigDecimal.valueOf(minimum), BigDecimal.valueOf(target)),
            new Template.Mismatch(new BigDecimal(under), Optional.empty()),
            List.of(steps).stream().map(Step::stage).toList());
    }

    private static Suggestion material(String stage, String what, long quantity) {
        return new Suggestion(stage, what, BigDecimal.valueOf(quantity));
    }

    private static Starter letter(LocalDate day) {
        return new Starter("medical-letter", "Medical letter to an insurer",
            "Letters on the state of patients are drafted and reviewed in quiet hours; when the patient asks, only the "
                + "insurer's address and the signature are missing.",
            template("INSURER-LETTER", "Medical letter to an insurer", day, 3, 10, 50, "25",
                new Step("RECORDS", "Collect findings and history").by("CLERK", "6", "4").valid(30)
                    .gate("The findings of the last visit are there"),
                new Step("DRAFT", "Draft the letter").byProgram(LETTER, "INSURER-LETTER", "0.5", "0.05").valid(30),
                new Step("REVIEW", "Physician reviews the draft").by("PHYSICIAN", "5", "12.5").valid(14)
                    .gate("Diagnosis, treatment and prognosis are right"),
                new Step("CONSENT", "Patient names the insurer and consents").byCustomer("3"),
                new Step("SEND", "Complete, sign and send").by("CLERK", "2", "1.4").by("PHYSICIAN", "1", "2.5")
                    .due(60).gate("The consent is in the file")),
            List.of(material("SEND", "sheet of letter paper", 2), material("SEND", "window envelope", 1)));
    }

    private static Starter credit(LocalDate day) {
        return new Starter("credit-check", "Credit check with preset rules",
            "Known clients are scored and pre-approved for a limit; whoever asks for credit within it is answered at once, "
                + "and all by the same rules.",
            template("CREDIT-CHECK", "Credit check with preset rules", day, 3, 100, 400, "15",
                new Step("HISTORY", "Gather accounts and payment history").by("ANALYST", "4", "3.2").valid(30),
                new Step("SCORE", "Compute the score").byProgram(SCORE, "CREDIT-SCORE", "0.1", "0.3").valid(30),
                new Step("LIMIT", "Find the limit by preset rules").byProgram(DECISION, "CREDIT-LIMIT", "0.1", "0.02")
                    .valid(30).gate("Limits above the usual one were looked at by a second analyst"),
                new Step("REQUEST", "Client states income and the amount wanted").byCustomer("5"),
                new Step("DECIDE", "Decide on the amount by preset rules")
                    .byProgram(DECISION, "CREDIT-CHECK", "0.1", "0.02").due(10),
                new Step("ANSWER", "Send the decision").byProgram(LETTER, "CREDIT-DECISION", "0.5", "0.05").due(15)),
            List.of());
    }

    private static Starter rental(LocalDate day) {
        return new Starter("rental-unit", "Pre-inspected rental unit",
            "Units are cleaned and inspected before anybody asks for them, so that a tenant can move in on the same day.",
            template("RENTAL-UNIT", "Pre-inspected rental unit", day, 3, 2, 6, "180",
                new Step("CLEAN", "Clean the unit").by("CLEANER", "45", "22").valid(21),
                new Step("INSPECT", "Inspect and read the meters").by("INSPECTOR", "30", "25").valid(21)
                    .gate("No damage, all meters read, all keys there"),
                new Step("PROTOCOL", "Write the inspection protocol")
                    .byProgram(LETTER, "INSPECTION-PROTOCOL", "1", "0.1").valid(21),
                new Step("CONTRACT", "Tenant chooses the dates and signs").byCustomer("15"),
                new Step("HAND-OVER", "Hand over keys and protocol").by("AGENT", "20", "12").due(120)
                    .gate("The tenant has signed the protocol")),
            List.of(material("CLEAN", "cleaning set", 1), material("HAND-OVER", "key ring with tag", 1)));
    }

    private static Starter visit(LocalDate day) {
        return new Starter("visit-kit", "Field-service visit kit",
            "Kits of parts and tested instruments stand packed and sealed, so that a technician leaves at once and repairs at "
                + "the first visit.",
            template("SERVICE-VISIT", "Field-service visit", day, 2, 5, 15, "95",
                new Step("PACK", "Pick and pack the kit").by("STORES", "12", "6").valid(180)
                    .gate("Everything on the list is in the box, and it is sealed"),
                new Step("TEST", "Test the instruments").by("TECHNICIAN", "10", "9").valid(30)
                    .gate("The readings are within tolerance"),
                new Step("FAULT", "Customer describes the fault").byCustomer("5"),
                new Step("VISIT", "Visit and repair").by("TECHNICIAN", "90", "72").by("VAN", "90", "18").due(480),
                new Step("REPORT", "Write the service report").byProgram(LETTER, "SERVICE-REPORT", "1", "0.1")
                    .due(60)),
            List.of(material("PACK", "filter set", 1), material("PACK", "set of seals", 1),
                material("PACK", "cartridge of lubricant", 2)));
    }

    private static Starter onboarding(LocalDate day) {
        return new Starter("onboarding", "Onboarding case",
            "Accounts, a device and the papers are ready before a new colleague comes; on the first day only names and "
                + "signatures are missing.",
            template("ONBOARDING", "Onboarding of a colleague", day, 3, 2, 5, "240",
                new Step("ACCOUNTS", "Prepare accounts and rights").by("IT", "15", "11").valid(90),
                new Step("DEVICE", "Set up the device").by("IT", "40", "30").by("WORKBENCH", "40", "2").valid(60)
                    .gate("The device is encrypted and has all updates"),
                new Step("PAPERS", "Print contract and house rules")
                    .byProgram(LETTER, "ONBOARDING-PAPERS", "0.5", "0.1").valid(90),
                new Step("FORM", "Colleague fills in the form").byCustomer("20"),
                new Step("HAND-OVER", "Name the accounts and hand the device over").by("IT", "10", "7.5").due(240),
                new Step("BRIEFING", "Brief on safety and house rules").by("PERSONNEL", "45", "36")
                    .by("MEETING-ROOM", "45", "4").due(960).gate("The briefing is signed")),
            List.of(material("DEVICE", "notebook", 1), material("DEVICE", "docking station", 1),
                material("PAPERS", "sheet of letter paper", 12)));
    }

}
