package org.stockwright.valuation.ui.internal.preview;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.stockwright.ui.Notices;
import org.stockwright.ui.grid.Column;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValuePreview.Change;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/**
 * What posting would change in values, in sentences and rows. No widgets; never changes.
 *
 * @param preview the answer
 * @param figures how amounts are written
 */
record PreviewSheet(ValuePreview preview, Figures figures) {

    /** Fits the figures to what changes. */
    PreviewSheet {
        figures = figures.fitting(preview.changes().stream().map(Change::difference), Stream.empty());
    }

    /** Whether other documents would cost something else than they did. */
    boolean changesOthers() {
        return !preview.changes().isEmpty();
    }

    /** What it means, in a sentence. */
    String verdict() {
        if (!changesOthers()) {
            return Messages.Preview_noChanges;
        }
        long months = preview.changes().stream().map(Change::period).distinct().count();
        return NLS.bind(Messages.Preview_changes, Integer.toString(preview.changes().size()),
            Long.toString(months));
    }

    /** The sums. */
    String sums() {
        return NLS.bind(Messages.Preview_sums, new Object[] { figures.change(preview.stockValue()),
            figures.change(preview.costOfSales()), figures.change(preview.other()),
            Integer.toString(preview.revalued()) });
    }

    /** How much the documents that change differ altogether. */
    BigDecimal difference() {
        return preview.changes().stream().map(Change::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What deserves a look; empty when nothing does. */
    String warnings() {
        return Notices.text(preview.warnings());
    }

    /** The documents that change. */
    List<Change> changes() {
        return preview.changes();
    }

    /** The columns of the documents that change. */
    @SuppressWarnings("nls")
    static List<Column<Change>> columns(Supplier<Figures> figures) {
        return List.of(
            Column.<Change>text("document", Messages.Column_document, Change::document).width(18),
            Column.<Change, Instant>of("effective", Messages.Column_effective, Change::effective,
                instant -> figures.get().minutes(instant)).width(17),
            Column.<Change>text("period", Messages.Column_period, Change::period).width(10),
            Column.<Change>text("item", Messages.Column_item, Change::item).width(14),
            Column.<Change>text("kind", Messages.Column_kind, change -> Words.spoken(change.kind())).width(14),
            Column.<Change>text("account", Messages.Column_account, Change::account).width(12),
            Column.<Change>number("difference", Messages.Column_difference,
                change -> figures.get().amount(change.difference())).width(15));
    }

}
