package org.stockwright.service.internal.starters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.security.spi.Guarded;
import org.stockwright.service.ClientProfiles;
import org.stockwright.service.ClientProfiles.Field;
import org.stockwright.service.DecisionTable;
import org.stockwright.service.DecisionTables;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.Stage;
import org.stockwright.service.StarterParts;
import org.stockwright.service.Template.State;
import org.stockwright.service.Templates;
import org.stockwright.service.Templates.Starter;
import org.stockwright.service.internal.ServiceDays;

/** The parts of ready templates in the open book. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.service.StarterParts")
public final class StarterPartsComponent implements StarterParts, Guarded {

    private final UnitOfWork work;
    private final ServiceDays days;
    private final Templates templates;
    private final LetterTemplates letters;
    private final DecisionTables tables;
    private final Scores scores;
    private final ClientProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public StarterPartsComponent(@Reference UnitOfWork work, @Reference CompanyProfiles companies,
        @Reference Templates templates, @Reference LetterTemplates letters, @Reference DecisionTables tables,
        @Reference Scores scores, @Reference ClientProfiles profiles) {
        this.work = work;
        this.days = new ServiceDays(companies);
        this.templates = templates;
        this.letters = letters;
        this.tables = tables;
        this.scores = scores;
        this.profiles = profiles;
    }

    private LocalDate today() {
        return days.of(work.clock().instant());
    }

    private Optional<Starter> starter(String id) {
        return templates.starters().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public List<Part> of(String starter) {
        LocalDate today = today();
        return starter(starter).stream().flatMap(one -> one.template().stages().stream())
            .flatMap(stage -> stage.automation().stream()).distinct().flatMap(named -> part(named, today).stream())
            .toList();
    }

    /** A version, as far as it matters here. */
    private record Version(State state, boolean used) {
    }

    private Optional<Part> part(Stage.Automation named, LocalDate today) {
        String code = named.code();
        return switch (named.kind()) {
            case "letter" -> ReadyLetters.on(today).stream().filter(one -> one.code().equals(code)).findFirst()
                .map(one -> part(named, one.name(),
                    letters.versions(code).stream().map(each -> new Version(each.state(), each.holds(today)))));
            case "decision" -> ReadyRules.tables(today).stream().filter(one -> one.code().equals(code)).findFirst()
                .map(one -> part(named, one.name(), tables.versions(code).stream()
                    .map(each -> new Version(each.state(), used(each.state(), each.from(), each.until(), today)))));
            case "score" -> ReadyRules.scores(today).stream().filter(one -> one.code().equals(code)).findFirst()
                .map(one -> part(named, one.name(),
                    scores.models().stream().filter(each -> each.code().equals(code))
                        .map(each -> new Version(each.state(), used(each.state(), each.from(), each.until(), today)))));
            default -> Optional.empty();
        };
    }

    private static boolean used(State state, LocalDate from, Optional<LocalDate> until, LocalDate day) {
        return state == State.APPROVED && !day.isBefore(from) && !until.map(day::isAfter).orElse(false);
    }

    private static Part part(Stage.Automation named, String name, Stream<Version> versions) {
        List<Version> all = versions.toList();
        Standing standing = all.isEmpty() ? Standing.MISSING
            : all.stream().anyMatch(Version::used) ? Standing.READY
                : all.stream().anyMatch(one -> one.state() == State.DRAFT) ? Standing.DRAFT : Standing.PAST;
        return new Part(named.kind(), named.code(), name, standing);
    }

    @Override
    public Outcome<List<Part>> draft(String starter) {
        if (starter(starter).isEmpty()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_STARTER, starter).hint("There are: "
                + templates.starters().stream().map(Starter::id).collect(Collectors.joining(", ")) + "."));
        }
        LocalDate today = today();
        List<Part> made = new ArrayList<>();
        for (Part part : of(starter)) {
            if (part.standing() == Standing.MISSING) {
                List<Refusal> refusals = draft(part, today).refusals();
                if (!refusals.isEmpty()) {
                    return Outcome.refused(refusals);
                }
                made.add(new Part(part.kind(), part.code(), part.name(), Standing.DRAFT));
            }
        }
        return Outcome.done(made);
    }

    private Outcome<?> draft(Part part, LocalDate today) {
        return switch (part.kind()) {
            case "letter" -> {
                LetterTemplate letter = ReadyLetters.on(today).stream().filter(one -> one.code().equals(part.code()))
                    .findFirst().orElseThrow();
                yield letters.save(letter, ReadyLetters.content(letter.code()));
            }
            case "decision" -> {
                DecisionTable table = ReadyRules.tables(today).stream().filter(one -> one.code().equals(part.code()))
                    .findFirst().orElseThrow();
                yield tables.save(table);
            }
            default -> {
                ScoreModel score = ReadyRules.scores(today).stream().filter(one -> one.code().equals(part.code()))
                    .findFirst().orElseThrow();
                yield fields().then(done -> scores.save(score));
            }
        };
    }

    /** The fields that scores ask for; one that the company has already keeps its type. */
    private Outcome<List<Field>> fields() {
        Set<String> known = profiles.fields().stream().map(Field::name).collect(Collectors.toSet());
        List<Field> wanted = ReadyRules.fields().stream().filter(one -> !known.contains(one.name())).toList();
        return wanted.isEmpty() ? Outcome.done(wanted) : profiles.saveFields(wanted);
    }

}
