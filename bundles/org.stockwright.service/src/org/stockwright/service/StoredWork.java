package org.stockwright.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * The stock of stored work: how much of it there is, how fresh it is, when to prepare more, and what has expired. All figures
 * come from the ledger. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface StoredWork {

    /** A lot counts as expiring when so many days or less are left. */
    int SOON_DAYS = 3;

    /** How fresh a lot is. */
    enum Freshness {
        /** It can be used, and will be for more than {@value StoredWork#SOON_DAYS} days. */
        FRESH,
        /** It can be used today, and not for long any more. */
        EXPIRING,
        /** It cannot be used any more. */
        EXPIRED
    }

    /**
     * A batch that lies in stock, at one place.
     *
     * @param template the code of the template
     * @param version the version that prepared it
     * @param stages how many stages are done
     * @param stage the name of the last of them
     * @param batch the document of the batch
     * @param number its number
     * @param itemId the stored item
     * @param item its code
     * @param lot the code of the lot
     * @param placeId the place where it waits
     * @param place its code
     * @param expires the last day on which it can be used; empty when it does not age
     * @param freshness how fresh it is today
     * @param onHand how many units
     * @param reserved how many of them are held for cases
     * @param unitCost what a unit of the item is worth, in the company's currency: when valuation is installed and whoever asks
     *     may see costs
     */
    record Lot(String template, int version, int stages, String stage, DocumentId batch, String number, ItemId itemId,
        String item, String lot, LocationId placeId, String place, Optional<LocalDate> expires, Freshness freshness,
        Quantity onHand, Quantity reserved, Optional<BigDecimal> unitCost) {

        /** How many units are held by nobody. */
        public BigDecimal free() {
            return onHand.amount().subtract(reserved.amount());
        }

    }

    /**
     * The stock of a template.
     *
     * @param template its code
     * @param name its name
     * @param fresh units that can be used for longer, with those that are held; what is locked or lies outside of the queue cannot
     * @param expiring units that can be used today and not for long any more, with those that are held
     * @param expired units that cannot be used any more
     * @param reserved usable units that are held for cases
     * @param inWork units of batches that are planned or in work
     * @param minimum below which position a batch is proposed
     * @param target up to which position
     */
    record Level(String template, String name, BigDecimal fresh, BigDecimal expiring, BigDecimal expired,
        BigDecimal reserved, BigDecimal inWork, BigDecimal minimum, BigDecimal target) {

        /** What can be counted on: usable units that nobody holds, and what is being prepared. */
        public BigDecimal position() {
            return fresh.add(expiring).add(inWork).subtract(reserved);
        }

    }

    /** Where the figures of a proposal come from. */
    enum Basis {
        /** The template's minimum and target. */
        TEMPLATE,
        /** The stock that the push-pull boundary asks for, by recorded demand: up to it whenever the position is below. */
        DEMAND
    }

    /**
     * A batch that should be prepared.
     *
     * @param template the code of the template
     * @param units how many
     * @param position what can be counted on now
     * @param below the figure that the position is below
     * @param upTo the figure that the batch fills up to
     * @param basis where these come from
     * @param quiet when the least customers arrive; empty when no hours of the next days are long enough
     */
    record Proposal(String template, int units, BigDecimal position, BigDecimal below, BigDecimal upTo, Basis basis,
        Optional<Preparations.QuietTime> quiet) {
    }

    /**
     * What was written off.
     *
     * @param lot the code of the lot
     * @param number the number of its batch
     * @param item the code of the stored item
     * @param place where it lay
     * @param expired its last day
     * @param quantity how much
     */
    record WrittenOff(String lot, String number, String item, String place, LocalDate expired, Quantity quantity) {
    }

    /** Lots that are in stock, what expires first before others. */
    List<Lot> lots(Optional<String> template);

    /** The stock of each template of which stages are done ahead, or of which something is in stock; by code. */
    List<Level> levels();

    /**
     * What should be prepared now. By demand, a template whose units perish and of which nobody said what a missing one costs goes
     * by its own minimum and target, as its proposal says.
     *
     * @param days how many days of recorded demand are looked at, for {@link Basis#DEMAND}
     */
    Outcome<List<Proposal>> proposals(Basis basis, int days);

    /**
     * Throws expired units away that nobody holds, where whoever acts may move stock.
     *
     * @param key made by the sender: repeating it writes off nothing more
     * @param template of one template; empty for all
     * @param reason why, in words or by a reason code; not empty
     * @param effective when; what had expired before that day is written off
     */
    @Requires(ServicePermission.PREPARE)
    Outcome<List<WrittenOff>> writeOff(String key, Optional<String> template, String reason, Instant effective);

}
