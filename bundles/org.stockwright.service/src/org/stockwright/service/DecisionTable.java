package org.stockwright.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version of a decision table: preset rules by which cases of the same kind are decided the same way.
 *
 * @param code the table's code, the same in all versions
 * @param version from 1
 * @param name what people call it
 * @param state whether it is worked on, in use or past
 * @param policy what happens when several rules fit
 * @param from the first day on which it decides
 * @param until the last such day; empty for no end
 * @param inputs what is known of a case, at least one
 * @param outputs what is decided, at least one
 * @param rules in their order, at least one
 * @param samples cases whose outcome is known, by which it is tested before it is approved
 */
public record DecisionTable(String code, int version, String name, Template.State state, HitPolicy policy,
    LocalDate from, Optional<LocalDate> until, List<Input> inputs, List<Output> outputs, List<Rule> rules,
    List<Sample> samples) {

    /** Takes copies. */
    public DecisionTable {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        rules = List.copyOf(rules);
        samples = List.copyOf(samples);
    }

    /** What happens when several rules fit. */
    public enum HitPolicy {
        /** No two rules may fit the same case. */
        UNIQUE,
        /** The first one decides. */
        FIRST,
        /**
         * The one whose outcome stands first in the list of outcomes of the first output decides; of several, by the next output
         * that lists its outcomes, and so on; of several that are still equal, the first one.
         */
        PRIORITY,
        /** All of them decide, in the order of the table. */
        COLLECT,
        /** The sum of the outcomes of all of them; for one output, of numbers. */
        SUM,
        /** The least outcome of all of them; for one output, of numbers. */
        MIN,
        /** The greatest outcome of all of them; for one output, of numbers. */
        MAX,
        /** How many of them there are; for one output. */
        COUNT;

        /** Whether all rules that fit make one outcome together. */
        public boolean isAggregate() {
            return switch (this) {
                case UNIQUE, FIRST, PRIORITY, COLLECT -> false;
                case SUM, MIN, MAX, COUNT -> true;
            };
        }
    }

    /** What a value is. */
    public enum Type {
        /** An exact decimal number. */
        NUMBER,
        /** Words. */
        TEXT,
        /** Yes or no, written {@code yes} and {@code no}. */
        YES_NO,
        /** A day, written {@code 2026-01-15}. */
        DATE
    }

    /**
     * Something that is known of a case.
     *
     * @param name how expressions and files call it: letters, digits and {@code _}, beginning with a letter
     * @param type what it is
     * @param choices for words: all that there are; empty when anything can stand there
     */
    public record Input(String name, Type type, List<String> choices) {

        /** Takes a copy. */
        public Input {
            choices = List.copyOf(choices);
        }

    }

    /**
     * Something that is decided.
     *
     * @param name how files and letters call it
     * @param type what it is
     * @param choices the outcomes that there are, the strongest first; needed for {@link HitPolicy#PRIORITY}
     */
    public record Output(String name, Type type, List<String> choices) {

        /** Takes a copy. */
        public Output {
            choices = List.copyOf(choices);
        }

    }

    /**
     * A rule: it fits when every condition does.
     *
     * @param conditions one for each input: {@code -} for anything, a value, several separated by commas, {@code not(...)}
     *     around them, {@code < 5}, {@code <= 5}, {@code > 5}, {@code >= 5}, or an interval {@code [1..5)} whose round bracket
     *     leaves out its end
     * @param outcomes one for each output
     * @param note why, for whoever asks
     */
    public record Rule(List<String> conditions, List<String> outcomes, String note) {

        /** Takes copies. */
        public Rule {
            conditions = List.copyOf(conditions);
            outcomes = List.copyOf(outcomes);
        }

    }

    /**
     * A case whose outcome is known.
     *
     * @param name what it shows
     * @param inputs by name
     * @param outcomes what should be decided, one list of outcomes for each rule that decides; one list when they make one together
     */
    public record Sample(String name, Map<String, String> inputs, List<List<String>> outcomes) {

        /** Takes copies. */
        public Sample {
            inputs = Map.copyOf(inputs);
            outcomes = outcomes.stream().map(List::copyOf).toList();
        }

    }

}
