package org.stockwright.company;

/** Permissions of the book as a whole. */
public final class CompanyPermission {

    /** A copy of the whole book is written to a file. */
    public static final String BACKUP = "company.backup";

    /** Views, filters and mappings are stored for everybody. */
    public static final String SHARE = "company.share";

    private CompanyPermission() {
        // only constants
    }

}
