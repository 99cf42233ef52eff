package org.stockwright.ui;

/**
 * One field of the status line, such as the company or the last backup. Register it as an OSGi service; all methods
 * are called on the user interface's thread and answer at once.
 */
public interface StatusField {

    /** How a field looks. */
    enum Tone {
        /** As the others. */
        PLAIN,
        /** All is well: a green lamp. */
        GOOD,
        /** Somebody should look: an amber lamp. */
        WARNING,
        /** Something is wrong: a red lamp. */
        BAD,
        /** Not known: a grey lamp. */
        UNKNOWN,
        /** No real data: the field is highlighted. */
        DEMO
    }

    /**
     * What is shown.
     *
     * @param text a few words; empty to show nothing at all
     * @param tooltip a sentence
     * @param tone how it looks
     */
    record State(String text, String tooltip, Tone tone) {
    }

    /** Fields stand from left to right in this order. */
    int order();

    /** What the field is about, for screen readers and tests: for example {@code Last backup}. */
    String name();

    /** What is shown now. */
    State state();

    /** Takes what the field calls, on any thread, whenever its state has changed. */
    void onChange(Runnable listener);

    /** What happens when the user clicks on it. */
    default void open() {
        // most fields only tell
    }

}
