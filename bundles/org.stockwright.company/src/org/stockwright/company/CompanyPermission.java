package org.stockwright.company;

/** Permissions of the book as a whole. */
public final class CompanyPermission {

    /** A copy of the whole book is written to a file. */
    public static final String BACKUP = "company.backup";

    /** Views, filters and mappings are stored for everybody. */
    public static final String SHARE = "company.share";

    /** The whole book is copied to a server. */
    public static final String PROMOTE = "company.promote";

    private CompanyPermission() {
        // only constants
    }

}
