package org.stockwright.documents.ui.internal.print;

/**
 * Where papers go.
 *
 * @param way how
 * @param where the file, the folder, the address of a label printer or the name of a printer; empty for the viewer
 */
@SuppressWarnings("nls")
record Target(Way way, String where) {

    /** How a paper leaves. */
    enum Way {
        /** The system's program for PDF shows it. */
        VIEWER("pdf"),
        /** It is saved; the file's extension says as what. */
        FILE("pdf"),
        /** A label is saved in the language of label printers. */
        ZPL_FILE("zpl"),
        /** A label is sent to a label printer. */
        LABEL_PRINTER("zpl"),
        /** It is sent to a printer of the system that takes PDF. */
        PRINTER("pdf");

        private final String extension;

        Way(String extension) {
            this.extension = extension;
        }

        /** Of the files that are made. */
        String extension() {
            return extension;
        }

        /** Whether it is one of labels. */
        boolean isForLabels() {
            return this == ZPL_FILE || this == LABEL_PRINTER;
        }

        /** Whether files are made that stay. */
        boolean isFile() {
            return this == FILE || this == ZPL_FILE;
        }

    }

}
