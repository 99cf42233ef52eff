package org.stockwright.service;

/** Who does a stage. */
public enum Performer {

    /** Somebody of ours. */
    STAFF,
    /** The customer himself, in a form or a file: he is a resource that costs us nothing. */
    CLIENT,
    /** A letter, a decision or a score that the program makes. */
    AUTOMATION

}
