package org.stockwright.documents;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.security.Requires;

/**
 * Prints documents: the papers that go with goods, and labels. The first print of a form of a document is its original, each
 * later one says COPY; all stand in the document's trail. The same forms are in the report catalogue, where each shows a
 * copy and leaves no trace. Prices are on a paper when whoever prints may see them. Thread-safe; never called on the user
 * interface's thread.
 */
@ProviderType
@Requires(DocumentPermission.PRINT)
public interface Printing {

    /**
     * Something that can be printed.
     *
     * @param id its stable id, for example {@code packing-slip}: the id of its report, too
     * @param title what people call it
     * @param description one sentence that says what it shows
     * @param kinds the kinds of documents that it is printed for
     * @param isLabel whether it is a label, which can be printed as ZPL
     * @param hasTerms whether it asks for {@code terms}: somebody agrees on terms by it
     */
    record Form(String id, String title, String description, Set<String> kinds, boolean isLabel, boolean hasTerms) {

        /** Takes a copy. */
        public Form {
            kinds = Set.copyOf(kinds);
        }

    }

    /**
     * What was printed.
     *
     * @param file the file, complete
     * @param print how often this form of the document was printed, from 1
     * @param isOriginal whether it is the original; the others say COPY
     */
    record Printed(Path file, int print, boolean isOriginal) {
    }

    /**
     * A print that was made of a document.
     *
     * @param form the form's id
     * @param title what people call the form
     * @param print how often the form of the document was printed then, from 1
     * @param isOriginal whether it is the original; the others say COPY
     * @param isFailed whether nothing came out of it
     * @param user who printed
     * @param at when
     */
    record Print(String form, String title, int print, boolean isOriginal, boolean isFailed, String user, Instant at) {
    }

    /** What is done with a paper that was made, for example sending it to a printer. */
    @FunctionalInterface
    interface Delivery {

        /**
         * Hands the paper on.
         *
         * @param file the paper, complete
         * @return the file, or why it did not arrive
         * @throws Progress.Cancelled when the user asked to stop
         */
        Outcome<Path> deliver(Path file, Progress progress);

    }

    /** The forms, papers before labels. */
    List<Form> forms();

    /**
     * Prints a form of a document into a file, whose extension says how: {@code pdf}, {@code docx}, {@code html}, {@code xlsx},
     * and {@code zpl} for labels. The print is recorded before the paper is made, so that of two who print at the same time
     * one gets the original; when the paper cannot be made, the trail says so and the next print is the original again. Needs
     * the permission to run reports, too.
     *
     * @param form the form's id
     * @param number the document's number
     * @param answers more answers to the form's questions, for example {@code terms}
     * @throws Progress.Cancelled when the user asked to stop; there is no file then
     */
    Outcome<Printed> print(String form, String number, Map<String, String> answers, Path output, Progress progress);

    /**
     * Prints a form of a document into a file as above, and hands the file on. When that is refused, fails or is cancelled,
     * the trail says that nothing came out of the print, and the next one is the original again.
     */
    Outcome<Printed> print(String form, String number, Map<String, String> answers, Path output, Delivery delivery,
        Progress progress);

    /** What was printed of a document, the first print first; nothing for a document that may not be seen. */
    @Requires(DocumentPermission.VIEW)
    List<Print> prints(DocumentId document);

}
