package org.stockwright.documents.internal;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Micros;
import org.stockwright.base.PartnerId;
import org.stockwright.base.PostingId;
import org.stockwright.base.Quantity;
import org.stockwright.base.Rational;
import org.stockwright.base.Unit;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.persistence.BulkSelect;
import org.stockwright.persistence.Transaction;

/** Reads documents, many with few statements. */
final class DocumentRows {

    private static final String HEADS = "SELECT d.id, d.kind, d.number, d.document_key, d.state, d.is_open, d.partner_id, "
        + "p.code, p.name, d.address_code, d.place_id, pl.code, d.target_id, ta.code, d.reference, d.currency, "
        + "d.effective_at, d.due_on, d.priority, d.department, d.cost_centre, d.carrier_id, c.code, d.tracking, "
        + "d.source_id, d.reverses_id, r.id, d.posting_id, d.revision, d.user_name, d.created_at, d.changed_at "
        + "FROM " + BulkSelect.inOrder() + "document d " + BulkSelect.by("document_pk")
        + "JOIN partner p ON p.id = d.partner_id JOIN partner c ON c.id = d.carrier_id "
        + "LEFT JOIN location pl ON pl.id = d.place_id LEFT JOIN location ta ON ta.id = d.target_id "
        + "LEFT JOIN document r " + BulkSelect.by("document_reversed_once") + "ON r.reverses_id = d.id WHERE d.id IN ";
    private static final String LINES = "SELECT l.id, l.document_id, l.line, l.item_id, i.code, i.name, l.quantity, "
        + "l.entered_quantity, l.entered_unit, l.lot, l.location_id, lo.code, l.price, l.due_on, l.promised_on, l.note, "
        + "l.source_line_id, l.parent_line_id, u.code, u.dimension, u.numerator, u.denominator, u.scale, u.step "
        + "FROM " + BulkSelect.inOrder() + "document_line l ";
    private static final String LINE_TABLES = "JOIN item i " + BulkSelect.oneByOne("item_pk")
        + "ON i.id = l.item_id JOIN unit u ON u.id = i.unit_id "
        + "LEFT JOIN location lo ON lo.id = l.location_id WHERE ";
    private static final String PROGRESS = "SELECT f.line_id, f.step, SUM(f.quantity) FROM document_flow f "
        + BulkSelect.by("document_flow_line") + "WHERE f.line_id IN ";

    private final BulkSelect select;

    DocumentRows(Transaction transaction) {
        this.select = new BulkSelect(transaction);
    }

    /** Documents with their lines, by identity; those that are not there are missing. */
    List<Document> read(Collection<Long> ids) throws SQLException {
        Map<Long, Document> heads = heads(ids);
        Map<Long, List<DocumentLine>> lines = new HashMap<>();
        for (DocumentLine line : lines("document_line_unique", "l.document_id IN ", heads.keySet())) {
            lines.computeIfAbsent(line.document().value(), id -> new ArrayList<>()).add(line);
        }
        List<Document> result = new ArrayList<>();
        heads.forEach((id, head) -> {
            List<DocumentLine> own = new ArrayList<>(lines.getOrDefault(id, List.of()));
            own.sort((one, other) -> Integer.compare(one.line(), other.line()));
            result.add(withLines(head, own));
        });
        return result;
    }

    /** The lines with these identities, by identity. */
    List<DocumentLine> linesById(Collection<Long> ids) throws SQLException {
        return lines("document_line_pk", "l.id IN ", ids);
    }

    /** Documents without their lines, by identity. */
    Map<Long, Document> heads(Collection<Long> ids) throws SQLException {
        TreeMap<Long, Document> result = new TreeMap<>();
        select.each(HEADS, new TreeSet<>(ids), "", row -> result.put(row.getLong(1), head(row)));
        return result;
    }

    private List<DocumentLine> lines(String constraint, String condition, Collection<Long> keys) throws SQLException {
        Map<Long, Function<Map<Step, BigDecimal>, DocumentLine>> found = new LinkedHashMap<>();
        select.each(LINES + BulkSelect.by(constraint) + LINE_TABLES + condition, keys, "",
            row -> found.put(row.getLong(1), line(row)));
        Map<Long, Map<Step, BigDecimal>> progress = progress(found.keySet());
        List<DocumentLine> result = new ArrayList<>();
        found.forEach((id, line) -> result.add(line.apply(progress.getOrDefault(id, Map.of()))));
        return result;
    }

    private Map<Long, Map<Step, BigDecimal>> progress(Collection<Long> lines) throws SQLException {
        Map<Long, Map<Step, BigDecimal>> result = new HashMap<>();
        select.each(PROGRESS, lines, " GROUP BY f.line_id, f.step", row -> {
            BigDecimal done = row.getBigDecimal(3).stripTrailingZeros();
            if (done.signum() != 0) {
                result.computeIfAbsent(row.getLong(1), id -> new EnumMap<>(Step.class))
                    .put(Step.valueOf(row.getString(2)), done);
            }
        });
        return result;
    }

    private static Document head(ResultSet row) throws SQLException {
        return new Document(new DocumentId(row.getLong(1)), row.getString(2), row.getString(3), row.getString(4),
            row.getString(5), row.getInt(6) == 1, new PartnerId(row.getLong(7)), ofOther(row, 7, 8),
            ofOther(row, 7, 9), row.getString(10), number(row, 11).map(LocationId::new), text(row, 12),
            number(row, 13).map(LocationId::new), text(row, 14), row.getString(15),
            Currency.getInstance(row.getString(16)), Micros.toInstant(row.getLong(17)), day(row, 18), row.getInt(19),
            row.getString(20), row.getString(21), ofOther(row, 22, 23), row.getString(24),
            number(row, 25).map(DocumentId::new), number(row, 26).map(DocumentId::new),
            number(row, 27).map(DocumentId::new), number(row, 28).map(PostingId::new), row.getInt(29),
            row.getString(30), Micros.toInstant(row.getLong(31)), Micros.toInstant(row.getLong(32)), List.of());
    }

    /** Ourselves have neither code nor name on a document. */
    private static String ofOther(ResultSet row, int id, int column) throws SQLException {
        return row.getLong(id) == PartnerId.SELF.value() ? "" : row.getString(column);
    }

    private static Function<Map<Step, BigDecimal>, DocumentLine> line(ResultSet row) throws SQLException {
        Unit unit = unit(row, 19);
        DocumentLine line = new DocumentLine(new LineId(row.getLong(1)), new DocumentId(row.getLong(2)), row.getInt(3),
            new ItemId(row.getLong(4)), row.getString(5), row.getString(6), new Quantity(row.getBigDecimal(7), unit),
            row.getBigDecimal(8).stripTrailingZeros(), row.getString(9), row.getString(10),
            number(row, 11).map(LocationId::new), text(row, 12),
            Optional.ofNullable(row.getBigDecimal(13)).map(BigDecimal::stripTrailingZeros), day(row, 14), day(row, 15),
            row.getString(16), number(row, 17).map(LineId::new), number(row, 18).map(LineId::new), Map.of());
        return progress -> withProgress(line, progress);
    }

    /** A unit, of the column with its code and the five behind it. */
    static Unit unit(ResultSet row, int first) throws SQLException {
        return new Unit(row.getString(first), row.getString(first + 1),
            new Rational(row.getBigDecimal(first + 2).toBigIntegerExact(),
                row.getBigDecimal(first + 3).toBigIntegerExact()),
            row.getInt(first + 4), row.getBigDecimal(first + 5));
    }

    private static Optional<Long> number(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).orElse("");
    }

    private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getDate(column)).map(Date::toLocalDate);
    }

    /** The same document with other lines. */
    static Document withLines(Document head, List<DocumentLine> lines) {
        return new Document(head.id(), head.kind(), head.number(), head.key(), head.state(), head.isOpen(),
            head.partner(), head.partnerCode(), head.partnerName(), head.address(), head.place(), head.placeCode(),
            head.target(), head.targetCode(), head.reference(), head.currency(), head.effective(), head.due(),
            head.priority(), head.department(), head.costCentre(), head.carrierCode(), head.tracking(), head.source(),
            head.reverses(), head.reversedBy(), head.posting(), head.revision(), head.user(), head.created(),
            head.changed(), lines);
    }

    /** The same document in another state. */
    static Document inState(Document head, String state, boolean isOpen, Instant changed) {
        return new Document(head.id(), head.kind(), head.number(), head.key(), state, isOpen, head.partner(),
            head.partnerCode(), head.partnerName(), head.address(), head.place(), head.placeCode(), head.target(),
            head.targetCode(), head.reference(), head.currency(), head.effective(), head.due(), head.priority(),
            head.department(), head.costCentre(), head.carrierCode(), head.tracking(), head.source(), head.reverses(),
            head.reversedBy(), head.posting(), head.revision(), head.user(), head.created(), changed, head.lines());
    }

    /** The same line with other progress. */
    static DocumentLine withProgress(DocumentLine line, Map<Step, BigDecimal> progress) {
        return new DocumentLine(line.id(), line.document(), line.line(), line.itemId(), line.item(), line.itemName(),
            line.quantity(), line.entered(), line.enteredUnit(), line.lot(), line.location(), line.locationCode(),
            line.price(), line.due(), line.promised(), line.note(), line.source(), line.parent(), progress);
    }

    /** The same line without its price. */
    static DocumentLine withoutPrice(DocumentLine line) {
        return new DocumentLine(line.id(), line.document(), line.line(), line.itemId(), line.item(), line.itemName(),
            line.quantity(), line.entered(), line.enteredUnit(), line.lot(), line.location(), line.locationCode(),
            Optional.empty(), line.due(), line.promised(), line.note(), line.source(), line.parent(), line.progress());
    }

}
