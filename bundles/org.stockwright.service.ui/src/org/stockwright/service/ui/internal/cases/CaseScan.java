package org.stockwright.service.ui.internal.cases;

import java.util.Map;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings;
import org.stockwright.service.Cases;
import org.stockwright.service.ServiceCase;

/**
 * What was scanned at the desk: the number of a booking, whose customer is here and whose case is opened; the number of a case;
 * or a customer's code, for whom a case is to be opened.
 *
 * @param its the case
 * @param booking the number of the booking that became this case, or empty
 * @param customer the customer when there is no case yet
 */
record CaseScan(Optional<ServiceCase> its, String booking, Optional<Partner> customer) {

    /** Finds out what a code is; called in a job. A booking becomes a case, the same one when it is scanned again. */
    static Outcome<CaseScan> read(String code, Documents documents, Cases cases, Arrivals arrivals, Partners partners) {
        Optional<Document> document = documents.find(code);
        if (document.filter(one -> one.kind().equals(Bookings.KIND)).isPresent()) {
            return arrivals.arrive(document.get().id(), Map.of())
                .map(its -> new CaseScan(Optional.of(its), document.get().number(), Optional.empty()));
        }
        Optional<ServiceCase> its = document.filter(one -> one.kind().equals(Cases.KIND))
            .flatMap(one -> cases.get(one.id()));
        if (its.isPresent()) {
            return Outcome.done(new CaseScan(its, "", Optional.empty())); //$NON-NLS-1$
        }
        Optional<Partner> customer = partners.byCode(code);
        return customer.isPresent() ? Outcome.done(new CaseScan(Optional.empty(), "", customer)) //$NON-NLS-1$
            : CaseRefusal.unknownScan(code);
    }

}
