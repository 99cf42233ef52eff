package org.stockwright.cli.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementFiles;
import org.stockwright.ledger.MovementFiles.Entry;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ValuePreview;
import org.stockwright.valuation.ValuePreview.Change;

/**
 * What posting a file of movements would change in values. Rows of the same instant are looked at together, those of
 * different instants each by themselves: what one changes is not yet there for the next.
 */
final class FilePreview implements ImportKind {

    private final ImportKind movements;
    private final Session session;
    private final Map<Subject, BigDecimal> changes = new LinkedHashMap<>();
    private final List<Refusal> warnings = new ArrayList<>();
    private final List<Refusal> leftOut = new ArrayList<>();
    private BigDecimal stockValue = BigDecimal.ZERO;
    private BigDecimal costOfSales = BigDecimal.ZERO;
    private BigDecimal other = BigDecimal.ZERO;
    private long revalued;

    /** What a difference is about. */
    private record Subject(String document, Instant effective, String period, String item, String kind,
        String account) {
    }

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
        if (checked.isClean()) {
            List<List<Entry>> groups = groups(session.service(MovementFiles.class).read(rows, progress).entries());
            progress.begin("Valuing", groups.size());
            for (List<Entry> group : groups) {
                progress.check();
                preview(group);
                progress.worked(1);
            }
        }
        return checked;
    }

    /** Rows that follow each other at one instant; without those that were posted before. */
    private List<List<Entry>> groups(List<Entry> entries) {
        Ledger ledger = session.service(Ledger.class);
        List<List<Entry>> groups = new ArrayList<>();
        for (Entry entry : entries) {
            if (ledger.find(entry.request().key()).isEmpty()) {
                if (groups.isEmpty() || !groups.getLast().getFirst().request().effective()
                    .equals(entry.request().effective())) {
                    groups.add(new ArrayList<>());
                }
                groups.getLast().add(entry);
            }
        }
        return groups;
    }

    private void preview(List<Entry> group) {
        PostingRequest first = group.getFirst().request();
        Outcome<ValuePreview> outcome = session.service(Valuation.class)
            .preview(new PostingRequest(first.key(), first.effective(),
                group.stream().flatMap(entry -> entry.request().lines().stream()).toList(), first.reference(), "", ""));
        outcome.refusals().forEach(refusal -> leftOut.add(refusal.at(group.getFirst().row().at())));
        if (outcome.isDone()) {
            add(outcome.value());
        }
    }

    private void add(ValuePreview preview) {
        stockValue = stockValue.add(preview.stockValue());
        costOfSales = costOfSales.add(preview.costOfSales());
        other = other.add(preview.other());
        revalued += preview.revalued();
        warnings.addAll(preview.warnings());
        for (Change change : preview.changes()) {
            changes.merge(new Subject(change.document(), change.effective(), change.period(), change.item(),
                change.kind(), change.account()), change.difference(), BigDecimal::add);
        }
    }

    /** The documents whose cost would change; nothing about those where changes cancel each other out. */
    List<Change> changes() {
        return changes.entrySet().stream().filter(change -> change.getValue().signum() != 0)
            .map(change -> new Change(change.getKey().document(), change.getKey().effective(),
                change.getKey().period(), change.getKey().item(), change.getKey().kind(), change.getKey().account(),
                change.getValue()))
            .toList();
    }

    /** What deserves a look. */
    List<Refusal> warnings() {
        return warnings;
    }

    /** Why rows are not in the preview that could be posted only after others of the file. */
    List<Refusal> leftOut() {
        return leftOut;
    }

    /** The totals as a sentence. */
    String sentence() {
        return "Posting would change the value of stock by " + session.money(stockValue) + ", the cost of sales by "
            + session.money(costOfSales) + " and other accounts by " + session.money(other) + "; " + revalued
            + (revalued == 1 ? " later movement or event" : " later movements and events")
            + " would be valued anew, " + changes().size() + (changes().size() == 1 ? " change" : " changes")
            + " of other documents.";
    }

}
