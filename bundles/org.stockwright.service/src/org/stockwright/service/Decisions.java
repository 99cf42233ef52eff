package org.stockwright.service;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;

/** Decides cases by approved tables, and remembers each decision for good. Thread-safe; never called on the UI's thread. */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Decisions {

    /**
     * A decision.
     *
     * @param key names it, unique in the book; empty when it was only tried
     * @param table the table's code
     * @param version the version that decided
     * @param inputs what was known, by name
     * @param rules the rules that decided, from 1
     * @param outcomes of each of these rules, one for each output; one list when the hit policy makes one of all
     * @param outputs the names of the outputs
     * @param reasons why each rule fits, for example {@code rule 3 of version 2, since score 650 is in [500..700)}
     * @param at when
     * @param by who
     * @param repeated whether it had been decided before, with the same key
     */
    record Decision(String key, String table, int version, Map<String, String> inputs, List<Integer> rules,
        List<List<String>> outcomes, List<String> outputs, List<String> reasons, Instant at, String by,
        boolean repeated) {

        /** Takes copies. */
        public Decision {
            rules = List.copyOf(rules);
            outcomes = outcomes.stream().map(List::copyOf).toList();
            outputs = List.copyOf(outputs);
            reasons = List.copyOf(reasons);
        }

        /** The outcomes in a sentence: {@code decision approve, limit 5000}. */
        public String sentence() {
            return String.join("; ", outcomes.stream().map(one -> {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < one.size(); i++) {
                    text.append(i == 0 ? "" : ", ").append(outputs.get(i)).append(' ').append(one.get(i));
                }
                return text.toString();
            }).toList());
        }

    }

    /**
     * Decides a case by the version of today, and keeps the decision. The same key with the same table and inputs yields the first
     * decision again, also when another version decides by now; with others it is refused.
     *
     * @param table the table's code
     * @param inputs what is known, by name; what the table does not ask for is passed over
     * @param key made by the sender, at most 128 characters
     */
    @Requires(ServicePermission.CASES)
    Outcome<Decision> decide(String table, Map<String, String> inputs, String key);

    /**
     * What would be decided; nothing is kept.
     *
     * @param version which version, a draft too; empty for the one of today
     */
    Outcome<Decision> tryOut(String table, Optional<Integer> version, Map<String, String> inputs);

    /** What a table that is not stored yet would decide. */
    Outcome<Decision> tryOut(DecisionTable table, Map<String, String> inputs);

    /** What to do with many cases. */
    enum FileMode {
        /** Decides all, keeps nothing. */
        TRY,
        /** Decides and keeps all, or nothing when one cannot be decided. */
        ALL_OR_NOTHING,
        /** Decides and keeps those that can be decided. */
        KEEP_GOOD
    }

    /**
     * What became of many cases.
     *
     * @param cases how many there were
     * @param decided how many were decided, or would be
     * @param repeated how many of them had been decided before
     * @param refusals why the others were not, each with its line; at most the first 1,000
     * @param refused how many could not be decided
     */
    record Many(long cases, long decided, long repeated, List<Refusal> refusals, long refused) {

        /** Takes a copy. */
        public Many {
            refusals = List.copyOf(refusals);
        }

    }

    /** The column of a file that names its decisions. */
    String KEY = "key";

    /**
     * Decides the cases of a file, whose columns are the table's inputs and {@value #KEY}. The file is read row by row and never
     * held in memory; all is looked at before the first decision is kept. Decisions are kept in parts of 500: a file that was
     * interrupted is decided again and goes on.
     *
     * @param table the table's code
     * @param cases a CSV or XLSX file
     * @param result where each case that was decided is written with its outcome, rules and reasons, as CSV; empty for nowhere.
     *     It stays open
     * @throws Progress.Cancelled when cancelled: whole parts are kept, a repetition goes on
     */
    @Requires(ServicePermission.CASES)
    Outcome<Many> decideFile(String table, Path cases, Optional<OutputStream> result, FileMode mode, Progress progress)
        throws IOException;

    /** The decision with this key, with its reasons. */
    Optional<Decision> find(String key);

    /** The newest decisions of a table (empty for all) of some days, both included, newest first. */
    List<Decision> log(String table, LocalDate from, LocalDate until, int limit);

    /**
     * How often a rule decided.
     *
     * @param table the table's code
     * @param version which version
     * @param rule from 1
     * @param note why the rule is there
     * @param outcomes what it decides
     * @param hits how often it decided
     * @param decisions how many decisions that version made
     * @param last when it decided last; empty for never
     */
    record RuleUse(String table, int version, int rule, String note, List<String> outcomes, long hits, long decisions,
        Optional<Instant> last) {
    }

    /** How often each rule decided on some days, both included, also those that never did, by table, version and rule. */
    List<RuleUse> byRule(String table, LocalDate from, LocalDate until);

}
