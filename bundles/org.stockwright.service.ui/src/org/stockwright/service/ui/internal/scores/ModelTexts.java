package org.stockwright.service.ui.internal.scores;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.catalog.Item;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Template.State;

/** A version of a score as it is typed. Never changes. */
@SuppressWarnings("nls")
record ModelTexts(String code, String name, String formula, String decimals, String validity, String from, String until,
    String item, String place, String cost) {

    /** Nothing is typed yet. */
    static ModelTexts blank(LocalDate today) {
        return new ModelTexts("", "", "", "0", "30", today.toString(), "", "", "", "");
    }

    /** What a version says. Reads master data: called in a job. */
    static ModelTexts of(ScoreModel model, EntryMasters masters) {
        return new ModelTexts(model.code(), model.name(), model.formula(), String.valueOf(model.decimals()),
            String.valueOf(model.validityDays()), model.from().toString(),
            model.until().map(LocalDate::toString).orElse(""),
            model.item().flatMap(masters.items()::get).map(Item::code).orElse(""),
            model.place().flatMap(masters.locations()::get).map(Location::code).orElse(""),
            Figures.text(model.cost()));
    }

    /** The same as it begins on a day, for a new version. */
    ModelTexts from(LocalDate day) {
        return new ModelTexts(code, name, formula, decimals, validity, day.toString(), "", item, place, cost);
    }

    /** The formula with its decimals alone, as it is tried out on a day: whatever else is typed does not matter to it. */
    ModelTexts alone(LocalDate day) {
        return new ModelTexts("TRY", "TRY", formula, decimals, "1", day.toString(), "", "", "", "0");
    }

    /**
     * The version that was typed, or everything that is wrong with it. Reads master data: called in a job.
     *
     * @param version 0 for a new one
     */
    Outcome<ScoreModel> read(EntryMasters masters, int version) {
        TypedParts typed = masters.parts();
        int places = typed.whole(decimals, 0, "decimals").orElse(0);
        int days = typed.whole(validity, 0, "validity_days").orElse(0);
        LocalDate first = typed.day(from, masters.today(), 0, "from").orElseGet(masters::today);
        Optional<LocalDate> last = typed.day(until, masters.today(), 0, "until");
        Optional<Item> unit = typed.itemIfAny(item, 0, "item");
        Optional<Location> where = typed.place(place, 0, "place");
        BigDecimal costs = typed.number(cost, 0, "cost").orElse(BigDecimal.ZERO);
        return typed.outcome(() -> Outcome.done(new ScoreModel(code.strip(), version, name.strip(), State.DRAFT, first,
            last, formula.strip(), places, days, unit.map(Item::id), where.map(Location::id), costs)));
    }

}
