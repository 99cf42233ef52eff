package org.stockwright.documents;

/** Permissions of documents of all areas. */
public final class DocumentPermission {

    /** Documents are shown, those of kinds whose own permission is given. */
    public static final String VIEW = "documents.view";

    /** Notes and files are added to documents. */
    public static final String EDIT = "documents.edit";

    /** Documents are printed. */
    public static final String PRINT = "documents.print";

    private DocumentPermission() {
        // only constants
    }

}
