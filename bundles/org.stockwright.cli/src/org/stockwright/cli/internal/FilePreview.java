package org.stockwright.cli.internal;

import java.util.ArrayList;
import java.util.List;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.MovementFiles;
import org.stockwright.ledger.MovementFiles.Entry;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValuePreview.PeriodChange;

/** What posting a file of movements as a whole would change in values. */
final class FilePreview implements ImportKind {

    private final ImportKind movements;
    private final Session session;
    private ValuePreview preview;

    FilePreview(ImportKind movements, Session session) {
        this.movements = movements;
        this.session = session;
    }

    @Override
    public String id() {
        return movements.id();
    }

    @Override
    public String title() {
        return movements.title();
    }

    @Override
    public String permission() {
        return movements.permission();
    }

    @Override
    public List<ImportColumn> columns() {
        return movements.columns();
    }

    @Override
    public ImportResult run(List<ImportRow> rows, ImportMode mode, Progress progress) {
        ImportResult checked = movements.run(rows, ImportMode.DRY_RUN, progress);
        if (!checked.isClean()) {
            return checked;
        }
        List<Entry> entries = session.service(MovementFiles.class).read(rows, progress).entries();
        Outcome<ValuePreview> outcome = session.service(Valuation.class)
            .previewAll(entries.stream().map(Entry::request).toList(), progress);
        if (outcome.isDone()) {
            preview = outcome.value();
            return checked;
        }
        List<Refusal> refusals = new ArrayList<>();
        for (Refusal refusal : outcome.refusals()) {
            int line = (int) refusal.place().line();
            refusals.add(line < 1 || line > entries.size() ? refusal : refusal.at(entries.get(line - 1).row().at()));
        }
        return new ImportResult(checked.rows(), 0, checked.unchanged(), refusals, checked.warnings());
    }

    /** What it would change; after a run without refusals. */
    ValuePreview preview() {
        return preview;
    }

    /** The totals as a sentence. */
    String sentence() {
        int changes = preview.changes().size();
        return "Posting would change the value of stock by " + session.money(preview.stockValue())
            + ", the cost of sales by " + session.money(preview.costOfSales()) + " and other accounts by "
            + session.money(preview.other()) + "; " + preview.revalued()
            + (preview.revalued() == 1 ? " later movement or event" : " later movements and events")
            + " would be valued anew, " + changes + (changes == 1 ? " change" : " changes") + " of other documents.";
    }

    /** A month as a sentence. */
    String sentence(PeriodChange period) {
        return "In " + period.period() + ": value of stock " + session.money(period.stockValue()) + ", cost of sales "
            + session.money(period.costOfSales()) + ", other accounts " + session.money(period.other()) + ".";
    }

}
