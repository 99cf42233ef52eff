package org.stockwright.service.ui.internal.scores;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.stockwright.documents.ui.Figures;
import org.stockwright.service.ScoreModel;
import org.stockwright.service.Scores.Supply;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.VersionBar;
import org.stockwright.ui.grid.Column;

/** The columns of scores and of the models that they are computed by. */
@SuppressWarnings("nls")
final class ScoreColumns {

    private ScoreColumns() {
    }

    static List<Column<Supply>> supply() {
        return List.of(Column.<Supply>text("model", Messages.Score_model, Supply::model).width(16),
            Column.<Supply>text("name", Messages.Templates_name, Supply::name).width(28),
            Column.<Supply>number("clients", Messages.Score_clients, row -> BigDecimal.valueOf(row.clients())).width(9),
            Column.<Supply>number("fresh", Messages.Fresh_fresh, row -> BigDecimal.valueOf(row.fresh())).width(9),
            Column.<Supply>number("expired", Messages.Fresh_expired, row -> BigDecimal.valueOf(row.expired())).width(9),
            Column.<Supply>number("profileChanged", Messages.Score_profileChanged,
                row -> BigDecimal.valueOf(row.profileChanged())).width(16),
            Column.<Supply>number("modelChanged", Messages.Score_modelChanged,
                row -> BigDecimal.valueOf(row.modelChanged())).width(15),
            Column.<Supply>number("missing", Messages.Score_missing, row -> BigDecimal.valueOf(row.missing())).width(9),
            Column
                .<Supply>number("onHand", Messages.Stored_onHand, row -> row.onHand().map(Figures::plain).orElse(null))
                .width(10));
    }

    static List<Column<ScoreModel>> models() {
        return List.of(Column.<ScoreModel>text("code", Messages.Templates_code, ScoreModel::code).width(16),
            Column.<ScoreModel>number("version", Messages.Templates_version,
                row -> BigDecimal.valueOf(row.version())).width(8),
            Column.<ScoreModel>text("state", Messages.Templates_state, row -> VersionBar.words(row.state())).width(11),
            Column.<ScoreModel>text("name", Messages.Templates_name, ScoreModel::name).width(28),
            Column.<ScoreModel>text("formula", Messages.Score_formula, ScoreModel::formula).width(44),
            Column.<ScoreModel>number("days", Messages.Effect_validity,
                row -> BigDecimal.valueOf(row.validityDays())).width(16),
            Column.<ScoreModel>text("from", Messages.Templates_from, row -> row.from().toString()).width(11),
            Column.<ScoreModel>text("until", Messages.Templates_until,
                row -> row.until().map(LocalDate::toString).orElse("")).width(11));
    }

}
