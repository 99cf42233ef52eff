package org.stockwright.catalog.internal;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;

/** A file of master data is stored in one transaction; a dry run does the same and takes it back. */
final class FileImport {

    /** So many unknown codes of a file get the nearest known one as a hint; then it is the file that is wrong. */
    private static final int HINTS = 50;

    /** The work on a file inside its transaction. */
    @FunctionalInterface
    interface Body {

        /** Checks the rows and writes what the mode allows. */
        ImportResult run(Transaction tx) throws SQLException;

    }

    private final UnitOfWork work;
    private final CatalogMemory memory;

    FileImport(UnitOfWork work, CatalogMemory memory) {
        this.work = work;
        this.memory = memory;
    }

    /** Runs it, makes what changed known, and adds hints to unknown codes of items. */
    ImportResult run(ImportMode mode, Topic topic, Body body) {
        UnitOfWork.Work<Outcome<ImportResult>> guarded = Races.guarded(tx -> Outcome.done(body.run(tx)));
        Outcome<ImportResult> outcome = mode == ImportMode.DRY_RUN ? work.attempt(guarded) : work.write(guarded);
        memory.changed(Set.of(topic));
        ImportResult result = outcome.value();
        return new ImportResult(result.rows(), result.stored(), result.unchanged(), hinted(result.refusals()),
            result.warnings());
    }

    private List<Refusal> hinted(List<Refusal> refusals) {
        List<Refusal> hinted = new ArrayList<>();
        int given = 0;
        for (Refusal refusal : refusals) {
            if (refusal.code() == CatalogRefusal.UNKNOWN_ITEM && given < HINTS) {
                given++;
                hinted.add(refusal.hint(Nearest.hint(String.valueOf(refusal.arguments().getFirst()),
                    memory.items().codes(), refusal.hint())));
            } else {
                hinted.add(refusal);
            }
        }
        return hinted;
    }

    /**
     * What became of the rows.
     *
     * @param changed rows that are sound and differ from what is stored
     * @param unchanged rows that say what is stored already
     */
    static ImportResult result(List<ImportRow> rows, ImportMode mode, int changed, int unchanged,
        List<Refusal> refusals, List<Refusal> warnings) {
        boolean nothing = mode == ImportMode.ALL_OR_NOTHING && !refusals.isEmpty();
        return new ImportResult(rows.size(), nothing ? 0 : changed, unchanged, refusals, warnings);
    }

    /** Whether what is sound is written although other rows are not. */
    static boolean writes(ImportMode mode, List<Refusal> refusals) {
        return mode != ImportMode.ALL_OR_NOTHING || refusals.isEmpty();
    }

}
