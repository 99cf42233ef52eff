package org.stockwright.service.internal.capacity;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.spi.DocumentBook;
import org.stockwright.persistence.Transaction;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.Resource;
import org.stockwright.service.internal.capacity.BookingRows.Head;
import org.stockwright.service.internal.capacity.BookingRows.SlotRow;

/** Shows bookings and wishes with their documents. */
final class BookingViews {

    private final Transaction transaction;
    private final DocumentBook book;

    BookingViews(Transaction transaction, DocumentBook book) {
        this.transaction = transaction;
        this.book = book;
    }

    /** Those of these documents that are bookings or wishes, in their order. */
    List<Booking> of(Collection<DocumentId> ids) throws SQLException {
        BookingRows rows = new BookingRows(transaction);
        Map<DocumentId, Head> heads = rows.heads(ids);
        Map<DocumentId, List<SlotRow>> slots = rows.slots(ids);
        Map<DocumentId, Set<Long>> wanted = rows.wanted(ids);
        Map<DocumentId, List<BookingRows.Hold>> holds = rows.holds(ids);
        Map<Long, Resource> resources = new ResourceRows(transaction.connection()).all();
        Map<DocumentId, Document> documents = new TreeMap<>();
        book.read(transaction, heads.keySet()).forEach(one -> documents.put(one.id(), one));
        List<Booking> result = new ArrayList<>();
        for (DocumentId id : ids) {
            Head head = heads.get(id);
            Document document = documents.get(id);
            if (head != null && document != null) {
                result.add(new Booking(document, head.code(), head.version(), head.time().from(), head.time().until(),
                    slots.getOrDefault(id, List.of()).stream().map(slot -> use(slot, resources)).toList(),
                    Set.copyOf(wanted.getOrDefault(id, Set.of()).stream().map(one -> code(resources, one)).toList()),
                    head.opened(), holds.getOrDefault(id, List.of()).stream()
                        .filter(hold -> hold.isUnit() && hold.isOpen()).map(BookingRows.Hold::lot).findFirst()));
            }
        }
        return result;
    }

    private static Use use(SlotRow slot, Map<Long, Resource> resources) {
        return new Use(slot.pool(), code(resources, slot.resource()), slot.time().from(), slot.time().until(),
            slot.note());
    }

    private static String code(Map<Long, Resource> resources, long number) {
        Resource resource = resources.get(number);
        return resource == null ? "" : resource.code();
    }

}
