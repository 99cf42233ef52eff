package org.stockwright.ledger;

import java.util.Optional;

import org.stockwright.base.LocationId;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.NegativePolicy;

/**
 * A place.
 *
 * @param id its identity
 * @param code unique, what people type and scan
 * @param name what people call it
 * @param parent the place it is part of, if any
 * @param kind what it is
 * @param partner whose place it is; {@link PartnerId#SELF} for ours
 * @param pickSequence the order of visiting bins, if set
 * @param negativePolicy its own policy, if it differs from its kind's
 * @param active whether new movements may name it
 * @param lockReason why postings are refused at the moment; empty when they are not
 */
public record Location(LocationId id, String code, String name, Optional<LocationId> parent, LocationKind kind,
    PartnerId partner, Optional<Integer> pickSequence, Optional<NegativePolicy> negativePolicy, boolean active,
    String lockReason) {
}
