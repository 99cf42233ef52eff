package org.stockwright.ledger;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.security.Requires;

/** Reads what a file of movements asks for, without posting it. Thread-safe; never called on the UI's thread. */
@ProviderType
@Requires(LedgerPermission.POST)
public interface MovementFiles {

    /**
     * A row of a file.
     *
     * @param row the row
     * @param request the posting that it asks for
     */
    record Entry(ImportRow row, PostingRequest request) {
    }

    /**
     * A file.
     *
     * @param entries the rows that can be read, in their order
     * @param refusals what is wrong with the others, each with line and column
     */
    record Content(List<Entry> entries, List<Refusal> refusals) {

        /** Takes copies of the lists. */
        public Content {
            entries = List.copyOf(entries);
            refusals = List.copyOf(refusals);
        }

    }

    /** What rows of a file of the kind {@code movements} ask for; what the ledger says to it is not asked here. */
    Content read(List<ImportRow> rows, Progress progress);

}
