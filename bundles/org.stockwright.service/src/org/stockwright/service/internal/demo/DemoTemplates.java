package org.stockwright.service.internal.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.stockwright.service.DecisionTables;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Performer;
import org.stockwright.service.Resource;
import org.stockwright.service.Resource.Absence;
import org.stockwright.service.Resource.Kind;
import org.stockwright.service.Resource.Shift;
import org.stockwright.service.Resources;
import org.stockwright.service.Scores;
import org.stockwright.service.Stage;
import org.stockwright.service.Stage.Automation;
import org.stockwright.service.Stage.Material;
import org.stockwright.service.Stage.Need;
import org.stockwright.service.StarterParts;
import org.stockwright.service.Template;
import org.stockwright.service.Template.Mismatch;
import org.stockwright.service.Template.Replenishment;
import org.stockwright.service.Template.State;
import org.stockwright.service.Templates;

/** People and vans of the demo company's workshop, its letters, and the templates of its two services. */
final class DemoTemplates {

    /** The service of letters, and its template. */
    static final String LETTER = "CLAIM-LETTER";
    /** A letter that is ready but for the customer's consent. */
    static final String LETTER_READY = "CLAIM-LETTER-READY";
    /** The service of visits, and its template. */
    static final String VISIT = "FIELD-VISIT";
    /** A kit that stands packed. */
    static final String VISIT_READY = "FIELD-VISIT-KIT";

    private static final String CLERK = "CLERK";
    private static final String TECHNICIAN = "TECHNICIAN";
    private static final int BEGIN = -30;

    private final DemoDesk desk;

    DemoTemplates(DemoDesk desk) {
        this.desk = desk;
    }

    void install() {
        resources();
        letter(LETTER, "Letter to the insurer", """
            <html><body><h1>Damage report</h1>
            <p>The machine was examined in our workshop, ${workshop}. The damage was caused from outside; a repair costs
            more than the machine was worth.</p></body></html>
            """, Map.of("workshop", "Lindenau works"));
        approved(letters());
        parts("visit-kit");
        approved(visits());
        parts("credit-check");
        approved(ready("credit-check").template().given(desk.item(DemoCredit.CREDIT),
            Optional.of(desk.item(DemoCredit.CREDIT_READY)), Optional.of(desk.place(DemoDesk.QUEUE))).beginning(
                desk.day(BEGIN)));
    }

    /** The letters, tables and scores of a ready template, put to use as they come. */
    private void parts(String starter) {
        for (StarterParts.Part part : desk.service(StarterParts.class).draft(starter).value()) {
            switch (part.kind()) {
                case "letter" -> desk.service(LetterTemplates.class).approve(part.code(), 1).value();
                case "decision" -> desk.service(DecisionTables.class).approve(part.code(), 1).value();
                default -> desk.service(Scores.class).approve(part.code(), 1).value();
            }
        }
    }

    private Templates.Starter ready(String starter) {
        return desk.service(Templates.class).starters().stream().filter(one -> one.id().equals(starter)).findFirst()
            .orElseThrow();
    }

    private void approved(Template draft) {
        Templates templates = desk.service(Templates.class);
        Template saved = templates.save(draft).value();
        templates.approve(saved.code(), saved.version()).value();
    }

    private void letter(String code, String name, String content, Map<String, String> sample) {
        LetterTemplates templates = desk.service(LetterTemplates.class);
        LetterTemplate saved = templates.save(LetterTemplate.draft(code, name, LetterFormat.HTML, desk.day(BEGIN),
            LetterData.of(sample)), content.getBytes(StandardCharsets.UTF_8)).value();
        templates.approve(code, saved.version()).value();
    }

    private Template letters() {
        List<Stage> stages = List.of(
            stage("COLLECT", "Collect the workshop's findings", "6", "4", 30, CLERK),
            new Stage("DRAFT", "Draft the letter", Performer.AUTOMATION, Optional.of(new Automation("letter", LETTER)),
                new BigDecimal("0.5"), new BigDecimal("0.05"), Optional.of(30), "", Optional.empty(), List.of(),
                List.of()),
            stage("REVIEW", "Technician reviews the draft", "5", "6", 14, TECHNICIAN),
            new Stage("CONSENT", "Customer consents and names the insurer", Performer.CLIENT, Optional.empty(),
                new BigDecimal("3"), BigDecimal.ZERO, Optional.empty(), "", Optional.empty(), List.of(), List.of()),
            new Stage("SEND", "Complete, sign and send", Performer.STAFF, Optional.empty(), new BigDecimal("2"),
                new BigDecimal("1.40"), Optional.empty(), "The consent is in the file",
                Optional.of(new BigDecimal("60")),
                List.of(new Material(desk.item(DemoDesk.PAPER), new BigDecimal("2"))),
                List.of(new Need(CLERK, new BigDecimal("2")))));
        return new Template(LETTER, 0, "Letter to the insurer", State.DRAFT, desk.item(LETTER),
            Optional.of(desk.item(LETTER_READY)), Optional.of(desk.place(DemoDesk.QUEUE)), desk.day(BEGIN),
            Optional.empty(), 3, new Replenishment(BigDecimal.TEN, new BigDecimal("50")),
            new Mismatch(new BigDecimal("18"), Optional.empty()), stages);
    }

    private static Stage stage(String code, String name, String minutes, String cost, int validity, String pool) {
        return new Stage(code, name, Performer.STAFF, Optional.empty(), new BigDecimal(minutes), new BigDecimal(cost),
            Optional.of(validity), "", Optional.empty(), List.of(),
            List.of(new Need(pool, new BigDecimal(minutes))));
    }

    /** The ready template of the library, with our items in the kit. */
    private Template visits() {
        Template ready = ready("visit-kit").template();
        List<Stage> stages = new ArrayList<>(ready.stages());
        Stage pack = stages.getFirst();
        stages.set(0, new Stage(pack.code(), pack.name(), pack.performer(), pack.automation(), pack.minutes(),
            pack.cost(), pack.validityDays(), pack.gate(), pack.dueMinutes(),
            DemoDesk.PARTS.stream().map(part -> new Material(desk.item(part), BigDecimal.ONE)).toList(),
            pack.needs()));
        return new Template(VISIT, 0, ready.name(), State.DRAFT, desk.item(VISIT),
            Optional.of(desk.item(VISIT_READY)), Optional.of(desk.place(DemoDesk.QUEUE)), desk.day(BEGIN),
            Optional.empty(), ready.boundary(), ready.replenishment(), ready.mismatch(), stages);
    }

    private void resources() {
        LocalDate since = desk.day(BEGIN);
        desk.service(Resources.class).save(List.of(
            person("ANNA", "Anna Berg", since, Set.of(CLERK), List.of()),
            person("BEN", "Ben Otieno", since, Set.of(CLERK, "STORES"),
                List.of(new Absence(desk.at(14, 0), desk.at(21, 0), "holiday"))),
            person("CARLA", "Carla Weiss", since, Set.of(TECHNICIAN), List.of()),
            person("EVA", "Eva Lindqvist", since, Set.of("ANALYST"), List.of()),
            person("DAN", "Dan Novak", since, Set.of(TECHNICIAN), List.of()),
            new Resource("VAN-1", "Van 1", Kind.MACHINE, Set.of("VAN"), week(since), List.of()),
            new Resource("VAN-2", "Van 2", Kind.MACHINE, Set.of("VAN"), week(since), List.of()))).value();
    }

    private static Resource person(String code, String name, LocalDate since, Set<String> pools,
        List<Absence> absences) {
        return new Resource(code, name, Kind.PERSON, pools, week(since), absences);
    }

    private static List<Shift> week(LocalDate since) {
        List<Shift> shifts = new ArrayList<>();
        for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            shifts.add(new Shift(day, LocalTime.of(8, 0), LocalTime.of(16, 0), since, Optional.empty()));
        }
        return shifts;
    }

}
