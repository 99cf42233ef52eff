package org.stockwright.example.loans;

/** Permissions of loans. */
public final class LoanPermission {

    /** What is lent is shown. */
    public static final String VIEW = "example.loans.view";

    /** Items are lent and taken back. */
    public static final String LEND = "example.loans.lend";

    private LoanPermission() {
        // only constants
    }

}
