package org.stockwright.cli.internal;

/** The outside world (database, file, installation) failed; exit code 3. */
final class OutsideException extends RuntimeException {

    private static final long serialVersionUID = 1;

    OutsideException(String message) {
        super(message);
    }

}
