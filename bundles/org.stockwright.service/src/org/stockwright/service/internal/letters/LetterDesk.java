package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.base.Sha256;
import org.stockwright.base.StoredText;
import org.stockwright.documents.spi.ItemFacts;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.spi.StockStep;
import org.stockwright.ledger.spi.StockWork;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.reporting.Reports;
import org.stockwright.service.Letter;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.Letters.Made;
import org.stockwright.service.Letters.Output;
import org.stockwright.service.Letters.Request;
import org.stockwright.service.ServiceRefusal;
import org.stockwright.service.internal.letters.LetterRows.Recorded;
import org.stockwright.service.internal.letters.LetterTemplateRows.Stored;

/** Fills letters in and records them, for people and for stages. Thread-safe; lives as long as the open book. */
@Component(service = LetterDesk.class)
public final class LetterDesk {

    private static final Pattern KEY = Pattern.compile("\\S(.{0,118}\\S)?");
    private static final Pattern CASE = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,64}");
    private static final int LONGEST_NAME = 100;
    private static final String POSTING = "letter:";
    private static final int LONGEST_POSTING = 128;

    private final UnitOfWork work;
    private final StockWork stock;
    private final LetterShelf shelf;
    private final LetterPdf pdf;
    private final Reports reports;

    @Activate
    public LetterDesk(@Reference UnitOfWork work, @Reference StockWork stock, @Reference LetterShelf shelf,
        @Reference LetterPdf pdf, @Reference Reports reports) {
        this.work = work;
        this.stock = stock;
        this.shelf = shelf;
        this.pdf = pdf;
        this.reports = reports;
    }

    /**
     * A letter that is filled in and not recorded yet.
     *
     * @param key its key
     * @param dataHash the hash of its data
     * @param fileName the name of its file
     * @param content its file
     * @param merge the key of the merge
     * @param caseNumber what it is for
     */
    record Draft(String key, String dataHash, String fileName, byte[] content, Optional<String> merge,
        Optional<String> caseNumber) {
    }

    /** The approved version that holds on a day. */
    Outcome<Stored> on(String code, LocalDate day) {
        return shelf.on(code, day).map(Outcome::done)
            .orElseGet(() -> Outcome.refused(Refusal.of(ServiceRefusal.UNKNOWN_LETTER, code, day)
                .hint("Look at the versions of the template and the days on which they hold.")));
    }

    /** The version that a letter was made by. */
    Stored of(Recorded recorded) {
        return shelf.get(recorded.templateId());
    }

    /** The letters of these keys that there are. */
    Map<String, Recorded> find(List<String> keys) {
        return work.read(transaction -> new LetterRows(transaction).find(keys));
    }

    /** Letters by a template, in a merge, for a case. */
    List<Letter> list(String template, String merge, String caseNumber, int most) {
        return work.read(transaction -> new LetterRows(transaction).list(template, merge, caseNumber, most));
    }

    /** The letter of a version, also of a draft; nothing is recorded. */
    Outcome<byte[]> preview(String template, int version, LetterData data, Output output) {
        return shelf.version(template, version).then(stored -> fill(stored, data, output));
    }

    /** The template, ready to be filled in. */
    Outcome<PreparedLetter> prepared(Stored stored) {
        return shelf.prepared(stored);
    }

    /** Fills a letter in. */
    Outcome<byte[]> fill(Stored stored, LetterData data, Output output) {
        Optional<Refusal> no = noPdf(stored, output);
        if (no.isPresent()) {
            return Outcome.refused(no.get());
        }
        return shelf.prepared(stored).then(letter -> letter.fill(data))
            .then(content -> output == Output.PDF ? pdf(stored, content) : Outcome.done(content));
    }

    /** Why a template's letters are not handed out like that. */
    static Optional<Refusal> noPdf(Stored stored, Output output) {
        return output == Output.PDF && stored.template().format() != LetterFormat.HTML
            ? Optional.of(Refusal.of(ServiceRefusal.NO_PDF, stored.template().format())
                .hint("Take the letter as it is written, or write the template in HTML."))
            : Optional.empty();
    }

    private Outcome<byte[]> pdf(Stored stored, byte[] html) {
        try {
            Path folder = Files.createTempDirectory("letter");
            try {
                Path file = folder.resolve("letter.pdf");
                Outcome<Path> written = pdf(stored, List.of(new String(html, StandardCharsets.UTF_8)), file,
                    Progress.NONE);
                return written.isDone() ? Outcome.done(Files.readAllBytes(file)) : Outcome.refused(written.refusals());
            } finally {
                Files.deleteIfExists(folder.resolve("letter.pdf"));
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes letters into one PDF. */
    Outcome<Path> pdf(Stored stored, Iterable<String> letters, Path file, Progress progress) {
        return pdf.write(reports, stored.template().code(), letters, file, progress);
    }

    /** The ending of files. */
    static String ending(Stored stored, Output output) {
        return output == Output.PDF ? "pdf" : stored.template().format().ending();
    }

    /** Makes a letter and records it. */
    Outcome<Made> make(Request request) {
        if (!KEY.matcher(request.key()).matches() || !StoredText.isSound(request.key())) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_LETTER_KEY, shown(request.key()))
                .hint("Give one line of at most 120 characters."));
        }
        Optional<String> caseNumber = request.caseNumber();
        if (caseNumber.isPresent() && !CASE.matcher(caseNumber.get()).matches()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_LETTER_CASE, shown(caseNumber.get()))
                .hint("Give the number of a case or document, at most 64 characters."));
        }
        Recorded known = find(List.of(request.key())).get(request.key());
        if (known != null) {
            return again(known, request);
        }
        Outcome<Made> made = on(request.template(), request.day()).then(stored -> fill(stored, request.data(),
            request.output()).then(
                content -> record(stored, List.of(draft(stored, request, content)), request.key())
                    .map(letters -> new Made(letters.getFirst(), content, false))));
        Recorded meanwhile = made.isDone() ? null : find(List.of(request.key())).get(request.key());
        return meanwhile == null ? made : again(meanwhile, request);
    }

    /** The beginning of a text that somebody gave. */
    static String shown(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_NAME));
    }

    private static Draft draft(Stored stored, Request request, byte[] content) {
        String name = request.key().replaceAll("[^A-Za-z0-9._-]", "_");
        return new Draft(request.key(), LetterModel.hash(request.data()),
            name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "." + ending(stored, request.output()), content,
            Optional.empty(), request.caseNumber());
    }

    private Outcome<Made> again(Recorded known, Request request) {
        Letter letter = known.letter();
        if (!isSame(letter, request.template(), request.data()) || !letter.caseNumber().equals(request.caseNumber())
            || letter.merge().isPresent()) {
            return Outcome.refused(reused(request.key()));
        }
        return fill(of(known), request.data(), request.output()).map(content -> new Made(letter, content, true));
    }

    /** Whether it is the same letter. */
    static boolean isSame(Letter letter, String template, LetterData data) {
        return letter.template().equals(template) && letter.dataHash().equals(LetterModel.hash(data));
    }

    static Refusal reused(String key) {
        return Refusal.of(ServiceRefusal.LETTER_KEY_REUSED, key).hint("Give the other letter a key of its own.");
    }

    /**
     * Records letters of one version, and uses up what its template names; all or none. Refused when one of their keys is
     * recorded meanwhile.
     *
     * @param key names the posting
     */
    Outcome<List<Letter>> record(Stored stored, List<Draft> drafts, String key) {
        Optional<LetterTemplate.Stored> used = stored.template().stored();
        if (used.isEmpty()) {
            return work.write(transaction -> record(transaction, stored, drafts, Optional.empty()));
        }
        return stock.write(step -> {
            Transaction transaction = step.transaction();
            String posting = postingKey(key);
            Outcome<List<Letter>> recorded = record(transaction, stored, drafts, Optional.of(posting));
            if (!recorded.isDone()) {
                return recorded;
            }
            Outcome<PostingReceipt> posted = use(step, stored.template(), used.get(), drafts.size(), posting);
            return posted.then(receipt -> recorded);
        });
    }

    /** The key of a letter can be as long as a posting's. */
    private static String postingKey(String key) {
        return POSTING + (POSTING.length() + key.length() <= LONGEST_POSTING ? key : Sha256.of(key));
    }

    private static Outcome<PostingReceipt> use(StockStep step, LetterTemplate template, LetterTemplate.Stored used,
        int count, String key) throws SQLException {
        ItemFacts facts = ItemFacts.read(step.transaction(), List.of(used.item())).get(used.item());
        MovementLine line = MovementLine.of(MovementKind.ISSUE, used.item(), Quantity.of(count, facts.unit()),
            Optional.of(used.place()), Optional.empty());
        return step.post(new PostingRequest(key, step.transaction().now(), List.of(line),
            template.code() + " version " + template.version(), "Letters", ""));
    }

    private static Outcome<List<Letter>> record(Transaction transaction, Stored stored, List<Draft> drafts,
        Optional<String> posting) throws SQLException {
        new LetterTemplateRows(transaction).lock(stored.template().code());
        LetterRows rows = new LetterRows(transaction);
        List<String> keys = drafts.stream().map(Draft::key).toList();
        Optional<String> taken = rows.find(keys).keySet().stream().findFirst();
        if (taken.isPresent()) {
            return Outcome.refused(reused(taken.get()));
        }
        List<Letter> letters = drafts.stream()
            .map(draft -> new Letter(draft.key(), stored.template().code(), stored.template().version(),
                draft.dataHash(),
                Sha256.hex(Sha256.digest().digest(draft.content())), draft.fileName(), draft.content().length,
                draft.merge(), draft.caseNumber(), posting, transaction.user(), transaction.now()))
            .toList();
        rows.insert(stored.id(), letters);
        transaction.tell("MAKE_LETTERS", "letter template", stored.template().code(),
            Map.of("version", Integer.toString(stored.template().version()), "letters",
                Integer.toString(letters.size()),
                "first", letters.getFirst().key()));
        return Outcome.done(letters);
    }

}
