package org.stockwright.documents.ui.internal.view;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.Quantity;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentEvent;
import org.stockwright.documents.DocumentLine;
import org.stockwright.documents.DocumentRow;
import org.stockwright.documents.LineId;
import org.stockwright.documents.Step;
import org.stockwright.documents.Task;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.internal.Kinds;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.Words;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.ui.grid.Column;

/** The columns of lists of documents, tasks, lines and trails. */
@SuppressWarnings("nls")
final class DocumentColumns {

    private DocumentColumns() {
    }

    /** Of documents; the kind is hidden where all are of one, the partner where they are documents within the company. */
    static List<Column<DocumentRow>> documents(Supplier<Kinds> kinds, boolean oneKind, boolean within) {
        Column<DocumentRow> kind = Column.<DocumentRow>text("kind", Messages.Column_kind,
            row -> kinds.get().title(row.kind())).width(18);
        return List.of(
            Column.<DocumentRow>text("number", Messages.Column_number, DocumentRow::number).width(13),
            oneKind ? kind.hidden() : kind,
            Column.<DocumentRow>text("state", Messages.Column_state,
                row -> kinds.get().state(row.kind(), row.state())).width(17),
            optional(Column.<DocumentRow>text("partner", Messages.Column_partner, DocumentRow::partnerCode).width(11),
                !within),
            optional(Column.<DocumentRow>text("partnerName", Messages.Column_partnerName, DocumentRow::partnerName)
                .width(24), !within),
            optional(Column.<DocumentRow>text("department", Messages.Column_department, DocumentRow::department)
                .width(18), within),
            optional(Column.<DocumentRow>text("place", within ? Messages.Column_from : Messages.Column_place,
                DocumentRow::placeCode).width(13),
                within),
            optional(Column.<DocumentRow>text("target", Messages.Column_target, DocumentRow::targetCode).width(13),
                within),
            Column.<DocumentRow>text("reference", Messages.Column_reference, DocumentRow::reference).width(16),
            Column.<DocumentRow, Instant>of("date", Messages.Column_date, DocumentRow::effective,
                instant -> Words.minutes(instant, Zones.current())).width(17),
            Column.<DocumentRow, LocalDate>of("due", Messages.Column_due, row -> row.due().orElse(null),
                LocalDate::toString).width(11),
            Column.<DocumentRow>number("priority", Messages.Column_priority, row -> priority(row.priority()))
                .width(8),
            Column.<DocumentRow>number("lines", Messages.Column_lines, row -> BigDecimal.valueOf(row.lines()))
                .width(7),
            optional(Column.<DocumentRow>number("total", Messages.Column_total,
                row -> row.total().map(total -> Figures.amount(total, row.currency())).orElse(null)).width(14),
                !within),
            optional(Column.<DocumentRow>text("currency", Messages.Column_currency,
                row -> row.currency().getCurrencyCode()).width(11), !within),
            Column.<DocumentRow>text("user", Messages.Column_user, DocumentRow::user).width(12));
    }

    private static BigDecimal priority(int priority) {
        return priority == 0 ? null : BigDecimal.valueOf(priority);
    }

    /** Of tasks, with how late they are today. */
    static List<Column<Task>> tasks(Supplier<LocalDate> today) {
        return List.of(
            Column.<Task>text("title", Messages.Column_task, Task::title).width(40),
            Column.<Task>text("number", Messages.Column_number, Task::number).width(13),
            Column.<Task>text("subject", Messages.Column_subject, Task::subject).width(50),
            Column.<Task, LocalDate>of("due", Messages.Column_due, task -> task.due().orElse(null),
                LocalDate::toString).width(13),
            Column.<Task>text("late", Messages.Column_late,
                task -> task.due().map(due -> late(ChronoUnit.DAYS.between(due, today.get()))).orElse("")).width(14),
            Column.<Task>number("priority", Messages.Column_priority, task -> priority(task.priority())).width(8));
    }

    private static String late(long days) {
        return days < 0 ? "" : days == 0 ? Messages.Inbox_today
            : days == 1 ? Messages.Inbox_lateDay : NLS.bind(Messages.Inbox_lateDays, Long.valueOf(days));
    }

    /** Of a document's lines with their steps. */
    static List<Column<DocumentLine>> lines(Document document) {
        List<DocumentLine> lines = document.lines();
        List<Column<DocumentLine>> columns = new ArrayList<>();
        columns.add(Column.<DocumentLine>number("line", Messages.Column_line, row -> BigDecimal.valueOf(row.line()))
            .width(5));
        columns.add(Column.<DocumentLine>text("item", Messages.Column_item, DocumentLine::item).width(14));
        columns.add(Column.<DocumentLine>text("itemName", Messages.Column_itemName, DocumentLine::itemName).width(26));
        Map<LineId, Integer> numbers = new HashMap<>();
        lines.forEach(line -> numbers.put(line.id(), Integer.valueOf(line.line())));
        columns.add(optional(Column.<DocumentLine>number("partOf", Messages.Column_partOf,
            row -> row.parent().map(numbers::get).map(BigDecimal::valueOf).orElse(null)).width(8),
            lines.stream().anyMatch(line -> line.parent().isPresent())));
        boolean isPacked = lines.stream().anyMatch(line -> !line.enteredUnit().equals(line.quantity().unit().code()));
        columns.add(optional(Column
            .<DocumentLine>number("entered", Messages.Column_entered, row -> Figures.plain(row.entered())).width(9),
            isPacked));
        columns.add(optional(
            Column.<DocumentLine>text("unit", Messages.Column_unit, DocumentLine::enteredUnit).width(7), isPacked));
        columns.add(Column.<DocumentLine>quantity("quantity", Messages.Column_quantity,
            row -> of(row, row.quantity().amount())).width(11));
        for (Step step : Kinds.steps(document)) {
            columns.add(Column.<DocumentLine>number(step.word(), Words.step(step),
                row -> row.progress().containsKey(step) ? Figures.plain(row.done(step)) : null).width(10));
        }
        Optional<Step> last = Kinds.last(document.kind());
        last.ifPresent(step -> columns.add(Column.<DocumentLine>number("open", Messages.Column_open,
            row -> Figures.plain(row.open(step))).width(8)));
        columns.add(optional(Column.<DocumentLine>text("lot", Messages.Column_lot, DocumentLine::lot).width(12),
            lines.stream().anyMatch(line -> !line.lot().isEmpty())));
        columns.add(optional(
            Column.<DocumentLine>text("place", Messages.Column_place, DocumentLine::locationCode).width(12),
            lines.stream().anyMatch(line -> line.location().isPresent())));
        columns.add(optional(Column.<DocumentLine>number("price", Messages.Column_price,
            row -> row.price().map(price -> Figures.amount(price, document.currency())).orElse(null)).width(10),
            lines.stream().anyMatch(line -> line.price().isPresent())));
        columns.add(optional(Column.<DocumentLine>number("amount", Messages.Column_amount,
            row -> row.amount().map(amount -> Figures.amount(amount, document.currency())).orElse(null)).width(12),
            lines.stream().anyMatch(line -> line.price().isPresent())));
        columns.add(optional(Column.<DocumentLine, LocalDate>of("due", Messages.Column_due,
            row -> row.due().orElse(null), LocalDate::toString).width(11),
            lines.stream().anyMatch(line -> line.due().isPresent())));
        columns.add(optional(Column.<DocumentLine, LocalDate>of("promised", Messages.Column_promised,
            row -> row.promised().orElse(null), LocalDate::toString).width(11),
            lines.stream().anyMatch(line -> line.promised().isPresent())));
        columns.add(optional(Column.<DocumentLine>text("note", Messages.Column_note, DocumentLine::note).width(30),
            lines.stream().anyMatch(line -> !line.note().isEmpty())));
        return columns;
    }

    private static Quantity of(DocumentLine line, BigDecimal amount) {
        return new Quantity(Figures.plain(amount), line.quantity().unit());
    }

    private static <T> Column<T> optional(Column<T> column, boolean shown) {
        return shown ? column : column.hidden();
    }

    /** Of what was done to a document. */
    static List<Column<DocumentEvent>> trail() {
        return List.of(
            Column.<DocumentEvent, Instant>of("at", Messages.Column_at, DocumentEvent::at,
                instant -> Words.minutes(instant, Zones.current())).width(17),
            Column.<DocumentEvent>text("user", Messages.Column_user, DocumentEvent::user).width(12),
            Column.<DocumentEvent>text("action", Messages.Column_action, DocumentEvent::action).width(18),
            Column.<DocumentEvent>text("detail", Messages.Column_detail, DocumentEvent::detail).width(80));
    }

}
