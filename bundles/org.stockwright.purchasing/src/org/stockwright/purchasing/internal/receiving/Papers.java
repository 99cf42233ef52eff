package org.stockwright.purchasing.internal.receiving;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Sha256;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.spi.Flow;

/** What documents of receiving have in common: their keys, their content, and how quantities roll forward. */
public final class Papers {

    /** Behind a document's key: the key of its posting. */
    public static final String POSTING = ":posting";

    private Papers() {
        // only functions
    }

    /** The digest of what somebody asked for: a record, which says all its parts. */
    public static String hash(Record request) {
        return Sha256.of(request.toString());
    }

    /** Adds a step of each of these lines that a line of a document does; none for zero. */
    public static void flow(List<Flow> flows, List<LineId> lines, Step step, BigDecimal quantity, LineId by,
        Instant effective) {
        if (quantity.signum() != 0) {
            lines.forEach(line -> flows.add(new Flow(line, step, quantity, Optional.of(by), effective)));
        }
    }

    /** Adds a step that a line of a document takes by itself; none for zero. */
    public static void own(List<Flow> flows, LineId line, Step step, BigDecimal quantity, Instant effective) {
        if (quantity.signum() != 0) {
            flows.add(new Flow(line, step, quantity, Optional.empty(), effective));
        }
    }

}
