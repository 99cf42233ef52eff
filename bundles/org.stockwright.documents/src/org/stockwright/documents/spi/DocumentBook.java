package org.stockwright.documents.spi;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.Unguarded;

/**
 * The rows of documents, inside the unit of work of the area that owns their kind. It checks nothing but that rows fit: who may
 * do what, and what a state allows, is the area's. Documents of several are locked by rising identity and before anything of
 * the ledger is. Thread-safe; each call is used with its transaction's thread.
 */
@ProviderType
@Unguarded("An area that writes its documents has checked who may.")
public interface DocumentBook {

    /**
     * The document that was stored for a key before: done when its content was the same, a refusal when it was not. Empty when
     * nobody has used the key. To be asked first by whatever makes a document.
     */
    Optional<Outcome<Document>> known(Transaction transaction, String key, String hash) throws SQLException;

    /** What of a document does not fit its rows: key, texts, prices, number of lines. Empty when all does. */
    List<Refusal> check(NewDocument made);

    /**
     * Stores a document that {@link #check} has nothing against.
     *
     * @param number drawn by {@code StockStep.number} from the series of the kind
     */
    default Document store(Transaction transaction, NewDocument made, String number) throws SQLException {
        return storeAll(transaction, List.of(made), List.of(number)).getFirst();
    }

    /**
     * Stores documents that {@link #check} has nothing against, many with few statements.
     *
     * @param numbers one for each, drawn by {@code StockStep.numbers} from the series of the kind
     * @return the documents in the same order
     */
    List<Document> storeAll(Transaction transaction, List<NewDocument> made, List<String> numbers)
        throws SQLException;

    /** Locks documents until the transaction ends, and reads them; those that are not there are missing. */
    List<Document> lock(Transaction transaction, Collection<DocumentId> ids) throws SQLException;

    /** Locks one document until the transaction ends, and reads it. */
    default Optional<Document> lock(Transaction transaction, DocumentId id) throws SQLException {
        return lock(transaction, List.of(id)).stream().findFirst();
    }

    /** Reads documents without locking them, by identity; those that are not there are missing. */
    List<Document> read(Transaction transaction, Collection<DocumentId> ids) throws SQLException;

    /** The identity of the document of a kind with this number. */
    Optional<DocumentId> find(Transaction transaction, String kind, String number) throws SQLException;

    /** Lines with what became of them, by document and line, each with its document's head (without lines). */
    void lines(Transaction transaction, LineQuery query, BiConsumer<Document, DocumentLine> consumer)
        throws SQLException;

    /** Puts a document into another state; the trail tells it. */
    default void state(Transaction transaction, DocumentId id, String state, String action, String detail)
        throws SQLException {
        states(transaction, List.of(new Turn(id, state, action, detail)));
    }

    /**
     * A document comes into another state.
     *
     * @param document which
     * @param state the new one, one of its kind's
     * @param action what was done, for the trail
     * @param detail more for the trail
     */
    record Turn(DocumentId document, String state, String action, String detail) {
    }

    /** Puts documents into other states; the trail tells it. */
    void states(Transaction transaction, List<Turn> turns) throws SQLException;

    /** Tells the trail that something was done that changes no state. */
    void tell(Transaction transaction, DocumentId id, String action, String detail) throws SQLException;

    /** Appends what became of lines. */
    void flow(Transaction transaction, List<Flow> flows) throws SQLException;

    /** Changes lines and counts the revision up; the trail tells what was and what is. */
    void revise(Transaction transaction, DocumentId id, List<LineChange> changes, String why) throws SQLException;

    /** Adds lines behind the last one; tells them. */
    List<DocumentLine> add(Transaction transaction, DocumentId id, List<NewDocument.Line> lines) throws SQLException;

    /** Says by whom and under which number it is carried. */
    void carrier(Transaction transaction, DocumentId id, PartnerId carrier, String tracking) throws SQLException;

    /** Attaches a file that its area made to a document that is there; what of it does not fit is refused. */
    Outcome<Attachment> attach(Transaction transaction, DocumentId id, String name, String mediaType, byte[] content)
        throws SQLException;

    /** The content of an attached file. */
    Optional<byte[]> content(Transaction transaction, long attachment) throws SQLException;

}
