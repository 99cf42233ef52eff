package org.stockwright.documents;

import java.util.List;
import java.util.Optional;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * The documents of all areas: found, read, followed along their chain. Who may not see a kind does not find it; who may not
 * see costs reads no prices of kinds whose prices are costs. Making documents and changing their state is the service of the
 * area that owns the kind. Thread-safe; never called on the user interface's thread.
 */
@ProviderType
@Requires(DocumentPermission.VIEW)
public interface Documents {

    /** The kinds of the installed areas that may be seen, by title. */
    List<KindView> kinds();

    /** The document with this identity. */
    Optional<Document> get(DocumentId id);

    /** The document of a kind with this number. */
    Optional<Document> find(String kind, String number);

    /** The document with this number, whatever its kind: numbers begin with their series. */
    Optional<Document> find(String number);

    /** Documents, newest first. */
    List<DocumentRow> list(DocumentQuery query, int limit);

    /** How many documents the query has. */
    int count(DocumentQuery query);

    /**
     * The chain of a document from its first source to its last consequence: each step that lines took, by the time when it
     * was recorded.
     */
    List<Link> chain(DocumentId id);

    /** Who did what to a document, oldest first; notes are among it. */
    List<DocumentEvent> trail(DocumentId id);

    /** Adds a note. */
    @Requires(DocumentPermission.EDIT)
    Outcome<DocumentEvent> note(DocumentId id, String text);

    /** The files attached to a document, oldest first. */
    List<Attachment> attachments(DocumentId id);

    /** Attaches a file of at most {@value #MAX_ATTACHMENT} bytes; it stays for good. */
    @Requires(DocumentPermission.EDIT)
    Outcome<Attachment> attach(DocumentId id, String name, String mediaType, byte[] content);

    /** The content of an attached file. */
    Optional<byte[]> content(long attachment);

    /** The tasks that wait for whoever acts, the most urgent first. */
    List<Task> inbox();

    /** The most bytes of an attached file. */
    int MAX_ATTACHMENT = 10_000_000;

}
