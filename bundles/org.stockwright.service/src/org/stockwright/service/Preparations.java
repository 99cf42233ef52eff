package org.stockwright.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Batch work orders that prepare stored units ahead of demand: planned, in work, done. Materials are used up and units made by
 * one posting; what they cost is the cost of the order when valuation is installed. Repeating a request with its key changes
 * nothing. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Preparations {

    /** The id of the kind of its documents. */
    String KIND = "service-preparation";

    /** The most units of one batch. */
    int MOST_UNITS = 1_000;

    /**
     * A batch to be prepared.
     *
     * @param key made by the sender
     * @param template the code of the template; the version of today is taken
     * @param units how many, from 1 to {@value #MOST_UNITS}
     * @param when when it is to be prepared; empty for any time
     * @param lot the code of the lot; empty for the document's number
     * @param data what automated stages may use, by name, the same for all units
     * @param each what is known besides of each unit, in their order, and stands before what is the same for all; empty when
     *     nothing is. A unit (or a batch) with {@value #CLIENT}, a partner's code, is prepared for that customer: no case of
     *     another one takes it
     */
    record Plan(String key, String template, int units, Optional<Instant> when, String lot, Map<String, String> data,
        List<Map<String, String>> each) {

        /** The name of the data that says for whom a unit is prepared. */
        public static final String CLIENT = "client";

        /** Takes a copy. */
        public Plan {
            data = Map.copyOf(data);
            each = each.stream().map(Map::copyOf).toList();
        }

        /** With the same data for all units. */
        public Plan(String key, String template, int units, Optional<Instant> when, String lot,
            Map<String, String> data) {
            this(key, template, units, when, lot, data, List.of());
        }

        /** So many units by a template, at any time. */
        public static Plan of(String key, String template, int units) {
            return new Plan(key, template, units, Optional.empty(), "", Map.of());
        }

    }

    /**
     * The end of a batch.
     *
     * @param key made by the sender
     * @param document the batch
     * @param failed the units that did not pass a quality gate
     * @param effective when it was finished
     */
    record Finish(String key, DocumentId document, List<Failed> failed, Instant effective) {

        /** Takes a copy. */
        public Finish {
            failed = List.copyOf(failed);
        }

    }

    /**
     * A unit that did not pass.
     *
     * @param unit its number, from 1
     * @param stage the stage, from 1, whose quality gate it did not pass; stages behind it were not done for it
     * @param reason why, in words
     */
    record Failed(int unit, int stage, String reason) {
    }

    /** Plans a batch. */
    @Requires(ServicePermission.PREPARE)
    Outcome<Batch> plan(Plan plan);

    /**
     * Begins the work: automated stages are run for all units, the results are kept part by part. Called again it goes on
     * where it stopped: after a cancel, a crash, or a stage that was refused.
     */
    @Requires(ServicePermission.PREPARE)
    Outcome<Batch> begin(DocumentId document, Progress progress);

    /**
     * Finishes it: materials are used up for each stage that was done, units that passed are in stock, with the batch as their
     * lot and the day on which it expires. What failed units cost is borne by the good ones; when none is good it is a cost
     * variance.
     */
    @Requires(ServicePermission.PREPARE)
    Outcome<Batch> finish(Finish finish);

    /** Gives a batch up before it is done; nothing was moved. */
    @Requires(ServicePermission.PREPARE)
    Outcome<Batch> cancel(DocumentId document, String reason);

    /** A batch with its units. */
    Optional<Batch> get(DocumentId document);

    /** Batches without their units, newest first. */
    List<Batch> list(Optional<String> template, boolean openOnly, int limit);

    /**
     * When the least customers arrive: the quietest hours of the next days, by the cases of the last weeks, that are long enough
     * for the staff's part of a batch.
     */
    Outcome<QuietTime> quietTime(String template, int units);

    /**
     * A time to prepare.
     *
     * @param from when it begins, the full hour
     * @param until when it ends
     * @param arrivals how many cases arrived at the same hours of the same weekdays in the last {@value #WEEKS} weeks
     */
    record QuietTime(Instant from, Instant until, int arrivals) {

        /** So many weeks are looked back. */
        public static final int WEEKS = 8;

    }

}
