package org.stockwright.service;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.security.Requires;

/**
 * Makes letters: one, or thousands. Each one is recorded with the version of its template and the hashes of its data and file,
 * and uses up what its template names. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface Letters {

    /** In what letters are handed out. */
    enum Output {
        /** In the format of the template. */
        AS_WRITTEN,
        /** As PDF; for templates in HTML. */
        PDF
    }

    /**
     * A letter to be made.
     *
     * @param key made by the sender, at most 120 characters: asking the same again is harmless
     * @param template the code of the template
     * @param day on which it is written: it says which version is used
     * @param data what it says
     * @param caseNumber the number of the case or document that it is for
     * @param output in what
     */
    record Request(String key, String template, LocalDate day, LetterData data, Optional<String> caseNumber,
        Output output) {
    }

    /**
     * A letter with its file.
     *
     * @param letter what is recorded
     * @param content the file
     * @param repeated whether it had been made before: nothing new was recorded or used up. A PDF that is made again differs from
     *     the first one in its bytes
     */
    record Made(Letter letter, byte[] content, boolean repeated) {
    }

    /**
     * Letters to be made of many records.
     *
     * @param key made by the sender, at most 60 letters, digits, {@code -}, {@code _} and points: merging the same again is
     *     harmless and makes what is missing
     * @param template the code of the template
     * @param day on which they are written
     * @param output in what
     * @param target a folder, which is made when there is none, for one file each; a name that ends in {@code .zip} for a file
     *     with all of them; or, for {@link Output#PDF}, one that ends in {@code .pdf} for a single PDF in which each letter
     *     begins on a page of its own, which is much quicker. A file is complete or as it was before
     */
    record Merge(String key, String template, LocalDate day, Output output, Path target) {
    }

    /**
     * What came of a merge.
     *
     * @param made how many letters were made and recorded
     * @param repeated how many had been made before, and were written again
     * @param refused how many could not be made
     * @param refusals why, with the line of the source, for the first hundred of them
     * @param complete whether it came to its end; it does not when the user asked to stop, or when what letters use up is used
     *     up: what was made until then is recorded and written, and the same merge goes on from there when it is asked for again.
     *     There is no single PDF when the user asked to stop
     */
    record Merged(long made, long repeated, long refused, List<Refusal> refusals, boolean complete) {

        /** Takes a copy. */
        public Merged {
            refusals = List.copyOf(refusals);
        }

    }

    /** The letter that a version, also a draft, would yield; nothing is recorded. */
    Outcome<byte[]> preview(String template, int version, LetterData data, Output output);

    /** Makes a letter and records it. */
    @Requires(ServicePermission.CASES)
    Outcome<Made> make(Request request);

    /**
     * Makes a letter for each record, one after the other: never more than a few of them are in memory. What a record lacks is
     * refused for it alone; a template that asks for fields that no record of a {@link LetterTable} has is refused at once, as is
     * a folder or file that cannot be written.
     *
     * @param records gone through once
     * @throws IOException when the target cannot be written to its end; letters that were recorded are written again when the
     *     same merge is asked for again
     */
    @Requires(ServicePermission.CASES)
    Outcome<Merged> merge(Merge merge, Iterable<LetterRecord> records, Progress progress) throws IOException;

    /** What {@link #merge} would refuse; nothing is written or recorded. */
    Outcome<Merged> rehearse(Merge merge, Iterable<LetterRecord> records, Progress progress);

    /** The letter with this key. */
    Optional<Letter> find(String key);

    /** Letters by a template, in a merge, or for a case or document; the newest first. An empty text asks for all. */
    List<Letter> list(String template, String merge, String caseNumber, int most);

}
