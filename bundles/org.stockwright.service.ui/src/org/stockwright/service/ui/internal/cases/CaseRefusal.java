package org.stockwright.service.ui.internal.cases;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CatalogRefusal;
import org.stockwright.service.ui.internal.Messages;

/** What is refused before a service is asked. */
public final class CaseRefusal {

    private CaseRefusal() {
    }

    /** Nothing here has what was scanned. */
    static <T> Outcome<T> unknownScan(String code) {
        return Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, code).hint(Messages.Scan_unknownHint));
    }

    /** Nobody has this code. */
    public static <T> Outcome<T> unknown(String customer) {
        return Outcome.refused(Refusal.of(CatalogRefusal.UNKNOWN_PARTNER, customer).hint(Messages.Case_unknownHint));
    }

}
