package org.stockwright.valuation.internal.scenarios;

/** A scenario that cannot be understood; the message begins with its file and line. */
final class BadScenario extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadScenario(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }

}
