package org.stockwright.fulfilment.internal.shipping;

import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.RowErrors;
import org.stockwright.fulfilment.FulfilmentRefusal;

/** Reads what the rows of files say of who carries goods. */
public final class ShipmentCells {

    private ShipmentCells() {
        // only static
    }

    /** The carrier that a row names; {@link PartnerId#SELF} when it names none. */
    public static PartnerId carrier(Partners partners, ImportRow row, RowErrors errors) {
        return !row.has("carrier") ? PartnerId.SELF
            : errors.value(row, "carrier", partners.byCode(row.get("carrier")).map(Partner::id).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.of(FulfilmentRefusal.NOT_A_CARRIER, row.get("carrier"))
                    .hint("Import the partner first, with the role carrier."))))
                .orElse(PartnerId.SELF);
    }

}
