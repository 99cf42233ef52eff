package org.stockwright.purchasing.ui.internal.follow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.entry.EntryFacts;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.documents.ui.entry.EntryModel;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.documents.ui.entry.EntryState;
import org.stockwright.ledger.ui.TypedParts;

/**
 * An entry about a document that is there: its number, typed or scanned, fills in a line for each of its lines that matters.
 * A line that was removed is left as it is.
 */
@SuppressWarnings("nls")
public abstract class FollowEntry implements EntryModel {

    /** The field of the head with the document's number. */
    public static final String DOCUMENT = "document";
    /** The field with the number of the document's line; not shown. */
    protected static final String LINE = "line";
    /** The field of the item. */
    protected static final String ITEM = "item";

    private final Texts texts;
    private final Documents documents;
    private final EntryMasters masters;
    private final Set<String> kinds;

    /**
     * What an entry is called.
     *
     * @param id the model's
     * @param title what is entered
     * @param permission without which it is not posted
     * @param document what the document is called
     */
    public record Texts(String id, String title, String permission, String document) {
    }

    /** An entry about documents of these kinds. */
    protected FollowEntry(Texts texts, Documents documents, EntryMasters masters, Set<String> kinds) {
        this.texts = texts;
        this.documents = documents;
        this.masters = masters;
        this.kinds = Set.copyOf(kinds);
    }

    @Override
    public final String id() {
        return texts.id();
    }

    @Override
    public final String title() {
        return texts.title();
    }

    @Override
    public final String permission() {
        return texts.permission();
    }

    /** The documents. */
    protected final Documents documents() {
        return documents;
    }

    /** The master data. */
    protected final EntryMasters masters() {
        return masters;
    }

    /** The field of the document's number. */
    protected EntryField document() {
        return EntryMasters.document(DOCUMENT, texts.document(), documents, kinds).filling();
    }

    /** A field of facts with the item's name. */
    protected static EntryField name(String label) {
        return EntryField.text("name", label, 22);
    }

    /** The lines that a document begins with. */
    protected abstract List<EntryRow> rows(Document document);

    /** What is looked up for a line of the document. */
    protected abstract Map<String, String> facts(Document document, DocumentLine line);

    /** The same with what was typed beside it. */
    protected Map<String, String> facts(Document document, DocumentLine line, EntryRow row) {
        return facts(document, line);
    }

    /** A line of the entry for a line of the document; fields and values in turn. */
    protected static EntryRow row(DocumentLine line, String... fieldsAndValues) {
        return new EntryRow(merged(EntryRow.of(fieldsAndValues),
            EntryRow.of(ITEM, line.item(), LINE, Integer.toString(line.line()))));
    }

    private static Map<String, String> merged(EntryRow one, EntryRow other) {
        Map<String, String> all = new TreeMap<>(one.values());
        all.putAll(other.values());
        return all;
    }

    /** The state with the lines of a document; what was typed into other fields of the head stays. */
    protected EntryState filled(EntryState state, Document document) {
        return state.with(DOCUMENT, document.number()).withLines(rows(document));
    }

    /** The document that is named in the head. */
    protected final Optional<Document> find(EntryState state) {
        return find(state.head().get(DOCUMENT));
    }

    /** The document with a number, if it is of the kinds that this is about. */
    protected final Optional<Document> find(String number) {
        return number.isBlank() ? Optional.empty()
            : documents.find(number.strip()).filter(document -> kinds.contains(document.kind()));
    }

    private static Refusal unknown(String number) {
        return Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number)
            .hint("Type a part of its number to choose from a list.").at(Place.field(0, DOCUMENT));
    }

    @Override
    public final Outcome<EntryState> filled(EntryState state, String field) {
        return find(state).map(document -> Outcome.done(filled(state, document)))
            .orElseGet(() -> Outcome.refused(unknown(state.head().get(DOCUMENT))));
    }

    @Override
    public Outcome<EntryState> scanned(EntryState state, String code) {
        return filled(state.with(DOCUMENT, code.strip()), DOCUMENT);
    }

    @Override
    public EntryFacts look(EntryState state, Optional<EntryRow> typed) {
        Optional<Document> document = find(state);
        if (document.isEmpty()) {
            return EntryFacts.NONE;
        }
        return new EntryFacts(state.lines().stream().map(row -> line(document.get(), row)
            .map(line -> facts(document.get(), line, row)).orElseGet(Map::of)).toList(), "",
            total(document.get(), state));
    }

    /** What is told about the whole, or empty. */
    protected String total(Document document, EntryState state) {
        return "";
    }

    /** The line of the document that a line of the entry is for. */
    protected static Optional<DocumentLine> line(Document document, EntryRow row) {
        return row.get(LINE).isEmpty() ? Optional.empty() : document.line(Integer.parseInt(row.get(LINE)));
    }

    /** Facts with the item's name. */
    protected static Map<String, String> named(DocumentLine line) {
        Map<String, String> facts = new HashMap<>();
        facts.put("name", line.itemName());
        return facts;
    }

    /**
     * A line that was typed.
     *
     * @param number its number in the entry, from 1
     * @param row what was typed
     * @param line the document's line
     */
    protected record Typed(int number, EntryRow row, DocumentLine line) {
    }

    /** The lines that were typed; one that is for no line of the document is refused. */
    protected static List<Typed> typed(Document document, EntryState state, TypedParts parts) {
        List<Typed> typed = new ArrayList<>();
        for (int i = 0; i < state.lines().size(); i++) {
            EntryRow row = state.lines().get(i);
            int number = i + 1;
            Optional<DocumentLine> line = line(document, row).filter(its -> its.item().equals(row.get(ITEM)));
            line.ifPresentOrElse(its -> typed.add(new Typed(number, row, its)),
                () -> parts.refusals().add(Refusal.of(DocumentRefusal.UNKNOWN_LINE, document.number(), number)
                    .hint("Only lines of " + document.number() + " can stand here. Type its number again to see them.")
                    .at(Place.field(number, ITEM))));
        }
        return typed;
    }

    @Override
    public final Outcome<Posted> post(EntryState state) {
        Optional<Document> document = find(state);
        if (document.isEmpty()) {
            return Outcome.refused(unknown(state.head().get(DOCUMENT)));
        }
        if (state.lines().isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.NO_LINES)
                .hint("Type the document's number again to see its lines."));
        }
        return post(state, document.get());
    }

    /** Posts what was entered about a document; there is at least one line. */
    protected abstract Outcome<Posted> post(EntryState state, Document document);

    /** Refusals of lines that were sent, at the lines as they were entered. */
    protected static List<Refusal> placed(List<Refusal> refusals, List<Integer> sent) {
        return refusals.stream().map(refusal -> {
            int line = (int) refusal.place().line();
            return line < 1 || line > sent.size() ? refusal
                : refusal.at(Place.field(sent.get(line - 1).intValue(), refusal.place().column()));
        }).toList();
    }

    /** Refusals that carry a line of the document, at the lines as they were entered. */
    protected static List<Refusal> atEntered(List<Refusal> refusals, List<Typed> typed) {
        return refusals.stream().map(refusal -> typed.stream()
            .filter(one -> one.line().line() == refusal.place().line()).findFirst()
            .map(one -> refusal.at(Place.field(one.number(), refusal.place().column()))).orElse(refusal)).toList();
    }

    /** An outcome with its refusals written otherwise. */
    protected static <T> Outcome<T> told(Outcome<T> outcome, Function<List<Refusal>, List<Refusal>> otherwise) {
        return outcome.isDone() ? outcome : Outcome.refused(otherwise.apply(outcome.refusals()));
    }

}
