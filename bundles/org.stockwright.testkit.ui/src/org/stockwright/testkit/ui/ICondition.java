package org.stockwright.testkit.ui;

/** Something that a test waits for. Asked on the test's thread, again and again. */
public interface ICondition {

    /** Whether it holds now. */
    boolean test() throws Exception;

    /** What is said when it did not hold in time. */
    String getFailureMessage();

}
