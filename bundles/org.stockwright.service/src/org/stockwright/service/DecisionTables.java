package org.stockwright.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;

/** The versions of decision tables. Thread-safe; never called on the user interface's thread. */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface DecisionTables {

    /** All versions of all tables, by code and version, without their rules and samples. */
    List<DecisionTable> list();

    /** All versions of a table, by version. */
    List<DecisionTable> versions(String code);

    /** A version of a table. */
    Optional<DecisionTable> get(String code, int version);

    /** The approved version that decides on a day. */
    Optional<DecisionTable> on(String code, LocalDate day);

    /**
     * What was found in a table.
     *
     * @param problems what keeps it from being approved: cases that no rule fits, two rules of a {@code UNIQUE} table that fit the
     *     same case, a table that differs too much to be looked through. The rule (from 1) is the line
     * @param warnings what deserves a look: rules with expressions, which cannot be checked; rules that never decide
     * @param failedSamples samples that are decided otherwise; the sample (from 1) is the line. They keep it from being approved
     */
    record Checked(List<Refusal> problems, List<Refusal> warnings, List<Refusal> failedSamples) {

        /** Takes copies. */
        public Checked {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
            failedSamples = List.copyOf(failedSamples);
        }

        /** Whether it can be approved. */
        public boolean isClean() {
            return problems.isEmpty() && failedSamples.isEmpty();
        }

    }

    /** Looks at all cases that a table may meet, and at its samples; refused when cells cannot be read. Nothing is stored. */
    Outcome<Checked> check(DecisionTable table);

    /**
     * Stores a draft: a new table, a new version of one, or a changed draft. The version 0 makes the next one. Cells that nobody
     * understands are refused with the rule (from 1; 0 for head and columns) as their line; gaps, overlaps and samples that differ
     * may stay until it is approved.
     */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<DecisionTable> save(DecisionTable draft);

    /** Throws a draft away. */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<DecisionTable> discard(String code, int version);

    /**
     * Approves a draft that {@link #check} finds nothing in and that has a sample: from its first day on it decides in place of the version before,
     * which ends the day before. In a book with users, whoever wrote it cannot approve it.
     */
    @Requires(ServicePermission.APPROVE)
    Outcome<DecisionTable> approve(String code, int version);

    /** Decides no more after a day; never, when that is before its first. */
    @Requires(ServicePermission.APPROVE)
    Outcome<DecisionTable> retire(String code, int version, LocalDate last);

}
