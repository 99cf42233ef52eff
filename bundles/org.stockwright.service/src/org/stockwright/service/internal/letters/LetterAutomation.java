package org.stockwright.service.internal.letters;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.CompanyProfiles;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterTable;
import org.stockwright.service.Letters;
import org.stockwright.service.internal.letters.LetterTemplateRows.Stored;
import org.stockwright.service.spi.StageAutomation;

/** Draws up a letter as a stage of a service: ahead of demand, or in a case. */
@Component(service = { StageAutomation.class, LetterAutomation.class })
public final class LetterAutomation implements StageAutomation {

    private final UnitOfWork work;
    private final LetterDesk desk;
    private final CompanyProfiles profiles;

    /** Lives as long as the open book. */
    @Activate
    public LetterAutomation(@Reference UnitOfWork work, @Reference LetterDesk desk,
        @Reference CompanyProfiles profiles) {
        this.work = work;
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public String kind() {
        return "letter";
    }

    @Override
    public String title() {
        return "Letter";
    }

    private LocalDate today() {
        ZoneId zone = profiles.current().map(CompanyProfile::zone).orElse(ZoneOffset.UTC);
        return LocalDate.ofInstant(work.clock().instant(), zone);
    }

    @Override
    public List<Choice> choices() {
        LocalDate today = today();
        return work.read(transaction -> new LetterTemplateRows(transaction).all()).stream().map(Stored::template)
            .filter(template -> template.holds(today)).map(template -> new Choice(template.code(), template.name()))
            .toList();
    }

    @Override
    public Outcome<List<Result>> run(String code, List<Unit> units) {
        LocalDate today = today();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            Unit unit = units.get(i);
            Map<String, String> fields = new HashMap<>();
            unit.data().forEach((name, value) -> fields.put(LetterTable.name(name), value));
            Outcome<Letters.Made> made = desk.make(new Letters.Request(unit.key(), code, today, LetterData.of(fields),
                unit.caseNumber(), Letters.Output.AS_WRITTEN));
            if (!made.isDone()) {
                int line = i + 1;
                return Outcome.refused(made.refusals().stream().map(refusal -> refusal.at(Place.line(line))).toList());
            }
            results.add(result(made.value()));
        }
        return Outcome.done(results);
    }

    private Result result(Letters.Made made) {
        Stored stored = desk.find(List.of(made.letter().key())).values().stream().map(desk::of).findFirst()
            .orElseThrow();
        return new Result("Letter " + made.letter().template() + ", version " + made.letter().version(),
            Map.of("letter", made.letter().key(), "letter_hash", made.letter().fileHash()),
            List.of(new File(made.letter().fileName(), stored.template().format().mediaType(), made.content())));
    }

}
