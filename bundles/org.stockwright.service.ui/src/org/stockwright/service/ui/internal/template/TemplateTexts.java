package org.stockwright.service.ui.internal.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.service.Stage;
import org.stockwright.service.Template;
import org.stockwright.service.Template.Mismatch;
import org.stockwright.service.Template.Replenishment;
import org.stockwright.service.Template.State;
import org.stockwright.ui.master.MasterRow;

/** The head of a template as it is typed, with its boundary. Never changes. */
@SuppressWarnings("nls")
record TemplateTexts(String code, String name, String service, String stored, String queue, String from, String until,
    String minimum, String target, String under, String over, int boundary) {

    /** Nothing is typed yet. */
    static TemplateTexts blank(LocalDate today) {
        return new TemplateTexts("", "", "", "", "", today.toString(), "", "0", "0", "", "", 0);
    }

    /** What a template says. Reads master data: called in a job. */
    static TemplateTexts of(Template template, EntryMasters masters) {
        Items items = masters.items();
        return new TemplateTexts(template.code(), template.name(),
            items.get(template.service()).map(Item::code).orElse(""),
            template.stored().flatMap(items::get).map(Item::code).orElse(""),
            template.queue().flatMap(masters.locations()::get).map(Location::code).orElse(""),
            template.from().toString(), template.until().map(LocalDate::toString).orElse(""),
            Figures.text(template.replenishment().minimum()), Figures.text(template.replenishment().target()),
            Figures.text(template.mismatch().under()), template.mismatch().over().map(Figures::text).orElse(""),
            template.boundary());
    }

    /** The same with the boundary at another position. */
    TemplateTexts at(int position) {
        return new TemplateTexts(code, name, service, stored, queue, from, until, minimum, target, under, over,
            position);
    }

    /** The same as it begins on a day, for a new version. */
    TemplateTexts from(LocalDate day) {
        return new TemplateTexts(code, name, service, stored, queue, day.toString(), "", minimum, target, under, over,
            boundary);
    }

    /**
     * The template that was typed, or everything that is wrong with it; refusals of a stage have its line (from 1). Reads master
     * data: called in a job.
     *
     * @param version 0 for a new one
     * @param rows the stages
     */
    Outcome<Template> read(EntryMasters masters, int version, List<MasterRow> rows) {
        TypedParts typed = masters.parts();
        Optional<Item> item = typed.item(service, 0, "service");
        Optional<Item> kept = typed.itemIfAny(stored, 0, "stored");
        Optional<Location> place = typed.place(queue, 0, "queue");
        LocalDate first = typed.day(from, masters.today(), 0, "from").orElseGet(masters::today);
        Optional<LocalDate> last = typed.day(until, masters.today(), 0, "until");
        BigDecimal least = typed.number(minimum, 0, "minimum").orElse(BigDecimal.ZERO);
        BigDecimal most = typed.number(target, 0, "target").orElse(BigDecimal.ZERO);
        BigDecimal missing = typed.number(under, 0, "under").orElse(BigDecimal.ZERO);
        Optional<BigDecimal> left = typed.number(over, 0, "over");
        List<Stage> stages = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            stages.add(StageRows.read(typed, rows.get(line - 1), line));
        }
        return typed.outcome(() -> Outcome.done(new Template(code.strip(), version, name.strip(), State.DRAFT,
            item.orElseThrow().id(), kept.map(Item::id), place.map(Location::id), first, last,
            Math.min(boundary, stages.size()), new Replenishment(least, most), new Mismatch(missing, left), stages)));
    }

}
