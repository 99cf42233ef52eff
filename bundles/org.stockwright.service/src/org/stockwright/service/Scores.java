package org.stockwright.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;

/**
 * Scores of clients, computed ahead of demand and kept as long as they are valid. A score whose model names an item is a unit in
 * the ledger: the stock of the item is what was computed and is not replaced or written off. Using a score does not use it up.
 * Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Scores {

    /** All versions of all models, by code and version. */
    List<ScoreModel> models();

    /** The approved version that is used on a day. */
    Optional<ScoreModel> on(String code, LocalDate day);

    /** Stores a draft: a new model, a new version of one, or a changed draft. The version 0 makes the next one. */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<ScoreModel> save(ScoreModel draft);

    /** Throws a draft away. */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<ScoreModel> discard(String code, int version);

    /**
     * Approves a draft: from its first day on it is used in place of the version before, which ends the day before. In a book with
     * users, whoever wrote it cannot approve it.
     */
    @Requires(ServicePermission.APPROVE)
    Outcome<ScoreModel> approve(String code, int version);

    /** Uses a version no more after a day; never, when that is before its first. */
    @Requires(ServicePermission.APPROVE)
    Outcome<ScoreModel> retire(String code, int version, LocalDate last);

    /** What a formula comes to for a client's values; nothing is kept. */
    Outcome<BigDecimal> tryOut(ScoreModel model, Map<String, String> values);

    /** Whether a score can be used. */
    enum Freshness {
        /** It can. */
        FRESH,
        /** Its last day is over. */
        EXPIRED,
        /** What it was computed of is not what is known by now. */
        PROFILE_CHANGED,
        /** Another version of the model is used by now, or none. */
        MODEL_CHANGED
    }

    /**
     * A score that was computed.
     *
     * @param model the model's code
     * @param version by which it was computed
     * @param client of whom
     * @param inputs what was known of the client, by field
     * @param points the score
     * @param computed when
     * @param by who had it computed
     * @param lastDay the last day on which it can be used
     * @param lot the lot of its unit in the ledger; empty when it is no stock
     * @param freshness whether it can be used now
     */
    record Score(String model, int version, PartnerId client, Map<String, String> inputs, BigDecimal points,
        Instant computed, String by, LocalDate lastDay, String lot, Freshness freshness) {

        /** Takes a copy. */
        public Score {
            inputs = Map.copyOf(inputs);
        }

    }

    /** The newest score of a client. */
    Optional<Score> of(String model, PartnerId client);

    /**
     * How far the scores of a model are there.
     *
     * @param model the model's code
     * @param name what people call it
     * @param clients how many clients have a profile
     * @param fresh how many of them have a score that can be used
     * @param expired of how many its last day is over
     * @param profileChanged of how many more is known by now
     * @param modelChanged how many are of another version
     * @param missing how many have none
     * @param onHand how many units lie in stock; empty when scores are no stock
     */
    record Supply(String model, String name, long clients, long fresh, long expired, long profileChanged,
        long modelChanged, long missing, Optional<BigDecimal> onHand) {

        /** {@code 312 of 400 scores are fresh}. */
        public String sentence() {
            return fresh + " of " + clients + " scores are fresh";
        }

    }

    /** How far the scores of all models are there that are used today, by code. */
    List<Supply> supply();

    /**
     * What became of many scores.
     *
     * @param clients how many were looked at
     * @param computed how many scores were computed
     * @param kept how many were fresh
     * @param writtenOff how many units were written off, since a newer score takes their place or their last day is over
     * @param refusals of whom no score can be computed, and why; at most the first 1,000
     * @param refused how many these are
     */
    record Recomputed(long clients, long computed, long kept, long writtenOff, List<Refusal> refusals, long refused) {

        /** Takes a copy. */
        public Recomputed {
            refusals = List.copyOf(refusals);
        }

    }

    /**
     * Computes the scores of all clients with a profile, in parts of 500 that are each stored with their stock. To be run in quiet
     * hours.
     *
     * @param all whether fresh ones are computed again too
     * @throws Progress.Cancelled when cancelled: whole parts are stored, a repetition goes on with what is not fresh
     */
    @Requires(ServicePermission.PREPARE)
    Outcome<Recomputed> recompute(String model, boolean all, Progress progress);

    /** Writes off the units of scores whose last day is over, without computing new ones. */
    @Requires(ServicePermission.PREPARE)
    Outcome<Recomputed> writeOff(String model, Progress progress);

}
