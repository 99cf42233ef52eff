package org.stockwright.documents.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiConsumer;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Micros;
import org.stockwright.base.Outcome;
import org.stockwright.base.PartnerId;
import org.stockwright.base.PostingId;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Attachment;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.LineId;
import org.stockwright.documents.internal.TrailRows.Event;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.documents.spi.Flow;
import org.stockwright.documents.spi.LineChange;
import org.stockwright.documents.spi.LineQuery;
import org.stockwright.documents.spi.NewDocument;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;
import org.stockwright.security.spi.Guarded;

/** Writes the rows of documents. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.documents.spi.DocumentBook")
public final class DocumentBookComponent implements DocumentBook, Guarded {

    private static final String SEQUENCE = "document_seq";
    private static final String FLOW_SEQUENCE = "document_flow_seq";
    private static final String KIND = "SELECT kind FROM document WHERE id = ?";
    private static final String KIND_OF_LINE = "SELECT d.kind FROM document d JOIN document_line l ON l.document_id = d.id "
        + "WHERE l.id = ?";

    private final Kinds kinds;

    @Activate
    public DocumentBookComponent(@Reference Kinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public Optional<Outcome<Document>> known(Transaction transaction, String key, String hash) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id, content_hash, number FROM document WHERE document_key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!hash.equals(row.getString(2))) {
                    return Optional.of(Outcome.refused(
                        Refusal.of(DocumentRefusal.KEY_REUSED_WITH_OTHER_CONTENT, key, row.getString(3))
                            .hint("Give a new document a new key.")));
                }
                return Optional.of(Outcome.done(one(transaction, row.getLong(1))));
            }
        }
    }

    private static Document one(Transaction transaction, long id) throws SQLException {
        return KnownDocuments.of(transaction).read(new DocumentRows(transaction), List.of(id)).getFirst();
    }

    @Override
    public List<Refusal> check(NewDocument made) {
        Optional<Refusal> readOnly = kinds.readOnly(made.kind());
        return readOnly.isPresent() ? List.of(readOnly.get()) : DocumentTexts.check(made);
    }

    @Override
    public List<Document> storeAll(Transaction transaction, List<NewDocument> made, List<String> numbers)
        throws SQLException {
        List<Refusal> refusals = made.stream().flatMap(one -> check(one).stream()).toList();
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(refusals.toString());
        }
        if (made.isEmpty()) {
            return List.of();
        }
        List<Long> ids = insertHeads(transaction, made, numbers);
        List<NewRow> lines = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            lines.addAll(NewRow.of(ids.get(i), 1, made.get(i).lines()));
            events.add(new Event(ids.get(i), "made", made.get(i).state(), ""));
        }
        List<Long> lineIds = insertLines(transaction, lines);
        events(transaction, events);
        return known(transaction, made, numbers, ids, lineIds);
    }

    /** The new documents as they would be read back. */
    private List<Document> known(Transaction transaction, List<NewDocument> made, List<String> numbers,
        List<Long> ids, List<Long> lines) throws SQLException {
        KnownDocuments known = KnownDocuments.of(transaction);
        StoredNames names = StoredNames.of(transaction, known.all(), made);
        List<Document> result = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < made.size(); i++) {
            NewDocument one = made.get(i);
            int behind = first + one.lines().size();
            Document document = names.document(transaction, ids.get(i), numbers.get(i), one,
                kinds.isOpen(one.kind(), one.state()), lines.subList(first, behind));
            one.reverses().ifPresent(known::forget);
            result.add(document);
            first = behind;
        }
        known.own(ids);
        if (made.stream().flatMap(one -> one.lines().stream()).anyMatch(line -> !StoredNames.isKept(line))) {
            Map<Long, Document> stored = new HashMap<>();
            known.read(new DocumentRows(transaction), ids).forEach(one -> stored.put(one.id().value(), one));
            return ids.stream().map(stored::get).toList();
        }
        result.forEach(known::remember);
        return result;
    }

    private List<Long> insertHeads(Transaction transaction, List<NewDocument> all, List<String> numbers)
        throws SQLException {
        List<Long> ids = new ArrayList<>();
        long id = transaction.nextIds(SEQUENCE, all.size());
        long now = Micros.of(transaction.now());
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO document (id, kind, "
            + "number, document_key, content_hash, state, is_open, partner_id, address_code, place_id, target_id, "
            + "reference, currency, effective_at, due_on, priority, department, cost_centre, carrier_id, tracking, "
            + "source_id, reverses_id, posting_id, revision, user_name, created_at, changed_at) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)")) {
            for (NewDocument made : all) {
                String number = numbers.get(ids.size());
                insert.setLong(1, id);
                insert.setString(2, made.kind());
                insert.setString(3, number);
                insert.setString(4, made.key());
                insert.setString(5, made.hash());
                insert.setString(6, made.state());
                insert.setInt(7, kinds.isOpen(made.kind(), made.state()) ? 1 : 0);
                insert.setLong(8, made.partner().value());
                insert.setString(9, made.address());
                set(insert, 10, made.place().map(place -> place.value()));
                set(insert, 11, made.target().map(place -> place.value()));
                insert.setString(12, made.reference());
                insert.setString(13, made.currency().getCurrencyCode());
                insert.setLong(14, Micros.of(made.effective()));
                set(insert, 15, made.due(), Types.DATE);
                insert.setInt(16, made.priority());
                insert.setString(17, made.department());
                insert.setString(18, made.costCentre());
                insert.setLong(19, made.carrier().value());
                insert.setString(20, made.tracking());
                set(insert, 21, made.source().map(DocumentId::value));
                set(insert, 22, made.reverses().map(DocumentId::value));
                set(insert, 23, made.posting().map(PostingId::value));
                insert.setString(24, transaction.user());
                insert.setLong(25, now);
                insert.setLong(26, now);
                insert.addBatch();
                ids.add(id);
                id++;
            }
            insert.executeBatch();
        }
        return ids;
    }

    private static void set(PreparedStatement statement, int at, Optional<Long> value) throws SQLException {
        if (value.isPresent()) {
            statement.setLong(at, value.get());
        } else {
            statement.setNull(at, Types.BIGINT);
        }
    }

    private static void set(PreparedStatement statement, int at, Optional<LocalDate> day, int type)
        throws SQLException {
        if (day.isPresent()) {
            statement.setDate(at, Date.valueOf(day.get()));
        } else {
            statement.setNull(at, type);
        }
    }

    /**
     * A line to be stored.
     *
     * @param document whose
     * @param number in the document
     * @param line what it says
     */
    private record NewRow(long document, int number, NewDocument.Line line) {

        /** Lines of one document, numbered from the first. */
        static List<NewRow> of(long document, int first, List<NewDocument.Line> lines) {
            List<NewRow> rows = new ArrayList<>();
            for (NewDocument.Line line : lines) {
                rows.add(new NewRow(document, first + rows.size(), line));
            }
            return rows;
        }

    }

    /** The identities of the new lines. */
    private static List<Long> insertLines(Transaction transaction, List<NewRow> rows) throws SQLException {
        List<Long> ids = new ArrayList<>();
        if (rows.isEmpty()) {
            return ids;
        }
        long id = transaction.nextIds(SEQUENCE, rows.size());
        long first = id;
        long document = rows.getFirst().document();
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO document_line (id, "
            + "document_id, line, item_id, quantity, entered_quantity, entered_unit, lot, location_id, price, due_on, "
            + "promised_on, note, source_line_id, parent_line_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (NewRow row : rows) {
                NewDocument.Line line = row.line();
                if (row.document() != document) {
                    document = row.document();
                    first = id;
                }
                insert.setLong(1, id);
                insert.setLong(2, document);
                insert.setInt(3, row.number());
                insert.setLong(4, line.item().value());
                insert.setBigDecimal(5, line.quantity().amount());
                insert.setBigDecimal(6, line.entered());
                insert.setString(7, line.enteredUnit());
                insert.setString(8, line.lot());
                set(insert, 9, line.location().map(place -> place.value()));
                insert.setBigDecimal(10, line.price().orElse(null));
                set(insert, 11, line.due(), Types.DATE);
                set(insert, 12, line.promised(), Types.DATE);
                insert.setString(13, line.note());
                set(insert, 14, line.source().map(LineId::value));
                set(insert, 15, line.parent() < 0 ? Optional.empty() : Optional.of(first + line.parent()));
                insert.addBatch();
                ids.add(id);
                id++;
            }
            insert.executeBatch();
        }
        return ids;
    }

    private void event(Transaction transaction, long document, String action, String state, String detail)
        throws SQLException {
        events(transaction, List.of(new Event(document, action, state, detail)));
    }

    private void events(Transaction transaction, List<Event> events) throws SQLException {
        kinds.refuseReadOnly(transaction, KIND, events.stream().map(Event::document).toList());
        new TrailRows(transaction).add(events);
    }

    @Override
    public List<Document> lock(Transaction transaction, Collection<DocumentId> ids) throws SQLException {
        TreeSet<Long> order = new TreeSet<>();
        ids.forEach(id -> order.add(id.value()));
        KnownDocuments known = KnownDocuments.of(transaction);
        TreeSet<Long> others = new TreeSet<>(order);
        others.removeIf(known::isOwn);
        List<Long> locked = new ArrayList<>();
        new BulkSelect(transaction).lock("SELECT id FROM document", "id", others, row -> locked.add(row.getLong(1)));
        known.own(locked);
        return known.read(new DocumentRows(transaction), order);
    }

    @Override
    public List<Document> read(Transaction transaction, Collection<DocumentId> ids) throws SQLException {
        return KnownDocuments.of(transaction).read(new DocumentRows(transaction),
            ids.stream().map(DocumentId::value).toList());
    }

    @Override
    public Optional<DocumentId> find(Transaction transaction, String kind, String number) throws SQLException {
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT id FROM document WHERE number = ? AND kind = ?")) {
            select.setString(1, number);
            select.setString(2, kind);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new DocumentId(row.getLong(1))) : Optional.empty();
            }
        }
    }

    @Override
    public void lines(Transaction transaction, LineQuery query, BiConsumer<Document, DocumentLine> consumer)
        throws SQLException {
        DocumentRows rows = new DocumentRows(transaction);
        List<Long> ids = new LineSearch(transaction).ids(query);
        List<DocumentLine> lines = rows.linesById(ids);
        Map<Long, Document> heads = rows
            .heads(lines.stream().map(line -> line.document().value()).distinct().toList());
        lines.stream()
            .sorted((one, other) -> one.document().equals(other.document()) ? Integer.compare(one.line(), other.line())
                : one.document().compareTo(other.document()))
            .forEach(line -> Optional.ofNullable(heads.get(line.document().value()))
                .ifPresent(head -> consumer.accept(head, line)));
    }

    @Override
    public void states(Transaction transaction, List<Turn> turns) throws SQLException {
        if (turns.isEmpty()) {
            return;
        }
        KnownDocuments documents = KnownDocuments.of(transaction);
        long now = Micros.of(transaction.now());
        List<Event> events = new ArrayList<>();
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE document SET state = ?, is_open = ?, changed_at = ? WHERE id = ?")) {
            for (Turn turn : turns) {
                long id = turn.document().value();
                Optional<Document> known = documents.find(id);
                boolean isOpen = kinds.isOpen(known.isPresent() ? known.get().kind()
                    : kindOf(transaction, turn.document()), turn.state());
                update.setString(1, turn.state());
                update.setInt(2, isOpen ? 1 : 0);
                update.setLong(3, now);
                update.setLong(4, id);
                update.addBatch();
                documents.change(turn.document(),
                    document -> DocumentRows.inState(document, turn.state(), isOpen, Micros.toInstant(now)));
                events.add(new Event(id, turn.action(), turn.state(), turn.detail()));
            }
            update.executeBatch();
        }
        events(transaction, events);
    }

    private static String kindOf(Transaction transaction, DocumentId id) throws SQLException {
        return text(transaction, KIND, id);
    }

    private static String text(Transaction transaction, String sql, DocumentId id) throws SQLException {
        try (PreparedStatement select = transaction.connection().prepareStatement(sql)) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    @Override
    public void tell(Transaction transaction, DocumentId id, String action, String detail) throws SQLException {
        Optional<Document> known = KnownDocuments.of(transaction).find(id.value());
        event(transaction, id.value(), action, known.isPresent() ? known.get().state()
            : text(transaction, "SELECT state FROM document WHERE id = ?", id), detail);
    }

    @Override
    public void flow(Transaction transaction, List<Flow> flows) throws SQLException {
        if (flows.isEmpty()) {
            return;
        }
        kinds.refuseReadOnly(transaction, KIND_OF_LINE, flows.stream().map(flow -> flow.line().value()).toList());
        transaction.changes(Topic.DOCUMENTS);
        long id = transaction.nextIds(FLOW_SEQUENCE, flows.size());
        try (PreparedStatement insert = transaction.connection().prepareStatement("INSERT INTO document_flow (id, "
            + "line_id, step, quantity, by_line_id, effective_at, recorded_at, user_name) "
            + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Flow flow : flows) {
                insert.setLong(1, id);
                insert.setLong(2, flow.line().value());
                insert.setString(3, flow.step().name());
                insert.setBigDecimal(4, flow.quantity());
                set(insert, 5, flow.by().map(LineId::value));
                insert.setLong(6, Micros.of(flow.effective()));
                insert.setLong(7, Micros.of(transaction.now()));
                insert.setString(8, transaction.user());
                insert.addBatch();
                id++;
            }
            insert.executeBatch();
        }
        KnownDocuments.of(transaction).add(flows);
    }

    @Override
    public void revise(Transaction transaction, DocumentId id, List<LineChange> changes, String why)
        throws SQLException {
        DocumentRows rows = new DocumentRows(transaction);
        StringBuilder told = new StringBuilder(why);
        for (LineChange change : changes) {
            for (DocumentLine before : rows.linesById(List.of(change.line().value()))) {
                changeLine(transaction, before, change);
                for (DocumentLine after : rows.linesById(List.of(change.line().value()))) {
                    told.append(told.isEmpty() ? "" : " ").append(new LineDifference(before, after));
                }
            }
        }
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE document SET revision = revision + 1, changed_at = ? WHERE id = ?")) {
            update.setLong(1, Micros.of(transaction.now()));
            update.setLong(2, id.value());
            update.executeUpdate();
        }
        KnownDocuments.of(transaction).forget(id);
        tell(transaction, id, "revised", told.toString());
    }

    private static void changeLine(Transaction transaction, DocumentLine before, LineChange change)
        throws SQLException {
        try (PreparedStatement update = transaction.connection().prepareStatement("UPDATE document_line SET "
            + "quantity = ?, entered_quantity = ?, price = ?, due_on = ?, promised_on = ? WHERE id = ?")) {
            update.setBigDecimal(1, change.quantity().orElse(before.quantity()).amount());
            update.setBigDecimal(2, change.entered().orElse(before.entered()));
            update.setBigDecimal(3, change.price().or(before::price).map(BigDecimal::stripTrailingZeros).orElse(null));
            set(update, 4, change.due().or(before::due), Types.DATE);
            set(update, 5, change.promised().or(before::promised), Types.DATE);
            update.setLong(6, before.id().value());
            update.executeUpdate();
        }
    }

    @Override
    public List<DocumentLine> add(Transaction transaction, DocumentId id, List<NewDocument.Line> lines)
        throws SQLException {
        int last = 0;
        try (PreparedStatement select = transaction.connection()
            .prepareStatement("SELECT MAX(line) FROM document_line WHERE document_id = ?")) {
            select.setLong(1, id.value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                last = row.getInt(1);
            }
        }
        List<DocumentLine> added = new DocumentRows(transaction)
            .linesById(insertLines(transaction, NewRow.of(id.value(), last + 1, lines)));
        StringBuilder told = new StringBuilder();
        added.forEach(line -> told.append(told.isEmpty() ? "" : ", ").append(line.line()).append(": ")
            .append(line.quantity()).append(' ').append(line.item()));
        KnownDocuments.of(transaction).forget(id);
        tell(transaction, id, "lines added", told.toString());
        return added;
    }

    @Override
    public void carrier(Transaction transaction, DocumentId id, PartnerId carrier, String tracking)
        throws SQLException {
        try (PreparedStatement update = transaction.connection()
            .prepareStatement("UPDATE document SET carrier_id = ?, tracking = ?, changed_at = ? WHERE id = ?")) {
            update.setLong(1, carrier.value());
            update.setString(2, tracking);
            update.setLong(3, Micros.of(transaction.now()));
            update.setLong(4, id.value());
            update.executeUpdate();
        }
        KnownDocuments.of(transaction).forget(id);
        tell(transaction, id, "carrier", tracking);
    }

    @Override
    public Outcome<Attachment> attach(Transaction transaction, DocumentId id, String name, String mediaType,
        byte[] content) throws SQLException {
        Outcome<Attachment> made = new Attachments(transaction).add(id, name, mediaType, content);
        if (made.isDone()) {
            tell(transaction, id, "attached", name);
        }
        return made;
    }

    @Override
    public Optional<byte[]> content(Transaction transaction, long attachment) throws SQLException {
        return new Attachments(transaction).content(attachment).map(Attachments.Content::bytes);
    }

}
