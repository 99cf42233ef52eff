package org.stockwright.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.DocumentId;
import org.stockwright.security.Requires;

/**
 * Cases of customers. A case takes a stored unit when there is one, the one that expires first and never one that has expired;
 * else all stages are done on demand. The remaining stages are done one after the other, by staff, by the customer, or by
 * automation. Repeating a request with its key changes nothing. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Cases {

    /** The id of the kind of its documents. */
    String KIND = "service-case";

    /**
     * A customer comes.
     *
     * @param key made by the sender
     * @param template the code of the template
     * @param customer who comes
     * @param reference his paper, or empty
     * @param storedOnly whether the case is refused when no unit is stored
     * @param data what he brings, by name
     * @param arrived when he came
     */
    record Arrival(String key, String template, PartnerId customer, String reference, boolean storedOnly,
        Map<String, String> data, Instant arrived) {

        /** Takes a copy. */
        public Arrival {
            data = Map.copyOf(data);
        }

        /** A customer without data. */
        public static Arrival of(String key, String template, PartnerId customer, Instant arrived) {
            return new Arrival(key, template, customer, "", false, Map.of(), arrived);
        }

    }

    /**
     * A stage was done, by our staff or by the customer.
     *
     * @param key made by the sender
     * @param document the case
     * @param stage the code of the stage
     * @param summary what it came to, in words; may be empty
     * @param data what later stages may use, by name; the customer's stages have some
     * @param effective when it was done
     */
    record StageResult(String key, DocumentId document, String stage, String summary, Map<String, String> data,
        Instant effective) {

        /** Takes a copy. */
        public StageResult {
            data = Map.copyOf(data);
        }

        /** A stage was done, in words. */
        public static StageResult of(String key, DocumentId document, String stage, String summary, Instant effective) {
            return new StageResult(key, document, stage, summary, Map.of(), effective);
        }

    }

    /**
     * A case is given up.
     *
     * @param key made by the sender
     * @param document the case
     * @param scrap whether its stored unit is thrown away; else it goes back into its lot, which is refused once that has expired
     * @param reason why; not empty
     * @param effective when
     */
    record Cancel(String key, DocumentId document, boolean scrap, String reason, Instant effective) {
    }

    /**
     * Opens a case: a stored unit is held for it, and automated stages are run up to the first one that somebody has to do. One
     * that fails stays for {@link #run}, and the trail says why.
     */
    @Requires(ServicePermission.CASES)
    Outcome<ServiceCase> open(Arrival arrival);

    /**
     * Says that the stage whose turn it is was done: its materials are issued, and automated stages behind it are run.
     */
    @Requires(ServicePermission.CASES)
    Outcome<ServiceCase> done(StageResult result);

    /** Runs the automated stages whose turn it is, up to the first one that somebody has to do; refused as they refuse. */
    @Requires(ServicePermission.CASES)
    Outcome<ServiceCase> run(DocumentId document);

    /**
     * Runs what waits for automation in all open cases, for example in those that came from a file. One that fails does not keep
     * the others from being run.
     *
     * @return how many cases went on, and why others did not
     */
    @Requires(ServicePermission.CASES)
    Outcome<Ran> runAll(Progress progress);

    /**
     * What became of cases that waited for automation.
     *
     * @param cases how many went on
     * @param refusals why others did not, each beginning with what it is about
     */
    record Ran(int cases, List<Refusal> refusals) {

        /** Takes a copy. */
        public Ran {
            refusals = List.copyOf(refusals);
        }

    }

    /** Delivers a case whose stages are all done: its stored unit is issued, and the files of its stages are attached to it. */
    @Requires(ServicePermission.CASES)
    Outcome<ServiceCase> deliver(String key, DocumentId document, Instant effective);

    /** Gives a case up. Materials that stages used up stay used. */
    @Requires(ServicePermission.CASES)
    Outcome<ServiceCase> cancel(Cancel cancel);

    /** A case. */
    Optional<ServiceCase> get(DocumentId document);

    /**
     * Cases: open ones, what is due first before others; behind them those that ended, the last one first.
     *
     * @param template of one template; empty for all
     * @param openOnly only those that are neither delivered nor cancelled
     */
    List<ServiceCase> list(Optional<String> template, boolean openOnly, int limit);

    /**
     * The files that its stages came to, such as letters, in the order in which they were made: those of its stored unit first. They
     * are there before the case is delivered; nothing when there is no such case.
     */
    List<CaseFile> files(DocumentId document);

    /**
     * A file that a stage came to.
     *
     * @param attachment the attachment that has its content
     * @param name its name
     * @param type its media type
     * @param ahead whether it was made before the customer came
     */
    record CaseFile(long attachment, String name, String type, boolean ahead) {
    }

    /**
     * When what was told with a key happened: a case that was opened, what was done to it, a batch that was finished, units that
     * were written off. For senders that repeat a request and do not know its time any more; empty when nobody used the key.
     */
    Optional<Instant> when(String key);

    /** What happened to a case or a batch, oldest first. */
    List<Happening> history(DocumentId document);

    /**
     * Something that happened.
     *
     * @param action what: {@code opened}, {@code stage}, {@code delivered}, {@code cancelled}, {@code planned}, {@code finished}
     * @param stage the number of the stage, or 0
     * @param effective when it happened
     * @param user who did it
     * @param recorded when it was recorded
     */
    record Happening(String action, int stage, Instant effective, String user, Instant recorded) {
    }

}
