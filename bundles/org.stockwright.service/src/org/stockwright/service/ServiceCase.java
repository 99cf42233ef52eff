package org.stockwright.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.stockwright.base.PartnerId;
import org.stockwright.documents.DocumentId;

/**
 * A customer's case.
 *
 * @param document its document, of the kind {@link Cases#KIND}
 * @param number the document's number
 * @param state where it stands
 * @param template the code of the template
 * @param version its version: that of the day of arrival, or that of a stored unit that does not fit it
 * @param customer who came
 * @param customerName his name
 * @param ahead how many stages had been done before he came; 0 when no unit was stored
 * @param unit the stored unit that it took
 * @param arrived when he came
 * @param promised when it should be delivered
 * @param ended when it was delivered or cancelled
 * @param stages all stages of its version, in their order
 * @param data what is known of it, by name: what arrived, and what stages came to
 */
public record ServiceCase(DocumentId document, String number, State state, String template, int version,
    PartnerId customer,
    String customerName, int ahead, Optional<TakenUnit> unit, Instant arrived, Instant promised,
    Optional<Instant> ended,
    List<CaseStage> stages, Map<String, String> data) {

    /** Takes copies. */
    public ServiceCase {
        stages = List.copyOf(stages);
        data = Map.copyOf(data);
    }

    /** Where a case stands. */
    public enum State {
        /** Stages are left to be done. */
        IN_WORK,
        /** All stages are done. */
        READY,
        /** The customer has it. */
        DELIVERED,
        /** Nobody wants it any more. */
        CANCELLED
    }

    /**
     * A stored unit.
     *
     * @param batch the document of its batch
     * @param number the batch's number
     * @param unit its number in the batch
     * @param lot the code of the lot
     */
    public record TakenUnit(DocumentId batch, String number, int unit, String lot) {
    }

    /**
     * A stage of a case.
     *
     * @param number from 1
     * @param stage what the template says
     * @param state how far it is
     * @param due when it should be done, if the template says and its turn has come
     * @param done when it was done
     * @param user who did it, or empty
     * @param result what it came to, or empty
     */
    public record CaseStage(int number, Stage stage, StageState state, Optional<Instant> due, Optional<Instant> done,
        String user, String result) {
    }

    /** How far a stage of a case is. */
    public enum StageState {
        /** It was done ahead of demand. */
        AHEAD,
        /** A stage before it has to be done first. */
        WAITING,
        /** It is its turn. */
        READY,
        /** It is done. */
        DONE
    }

    /** The stage whose turn it is. */
    public Optional<CaseStage> next() {
        return stages.stream().filter(stage -> stage.state() == StageState.READY).findFirst();
    }

}
