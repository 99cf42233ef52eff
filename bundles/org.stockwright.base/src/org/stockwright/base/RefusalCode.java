package org.stockwright.base;

/**
 * A stable reason for saying no. Each area declares its codes as an enum; {@link #name()} is part of the contract (it
 * is what the command line prints and what tests compare), the sentence is not.
 */
public interface RefusalCode {

    /** The stable code, for example {@code WOULD_GO_NEGATIVE}. */
    String name();

    /**
     * The English sentence with {@link java.text.MessageFormat} placeholders for the refusal's arguments, for example
     * {@code "Only {0} of {1} are free at {2}."}
     */
    String sentence();

}
