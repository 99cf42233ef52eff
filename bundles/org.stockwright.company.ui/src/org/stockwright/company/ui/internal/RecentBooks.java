package org.stockwright.company.ui.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.osgi.service.prefs.BackingStoreException;

/** The books that this user opened last, in the user's preferences: where they are and what they are called. */
@SuppressWarnings("nls")
final class RecentBooks {

    /** As many as the welcome page has room for. */
    static final int MOST = 8;

    private static final String COUNT = "recent.count";
    private static final String OPEN = "recent.open";

    /**
     * A book.
     *
     * @param location where it is
     * @param name the company's name
     */
    record Book(String location, String name) {
    }

    private final IEclipsePreferences node;

    RecentBooks(IEclipsePreferences node) {
        this.node = node;
    }

    /** The books, the one that was opened last first. */
    List<Book> list() {
        List<Book> books = new ArrayList<>();
        int count = Math.min(MOST, node.getInt(COUNT, 0));
        for (int i = 0; i < count; i++) {
            String location = node.get("recent." + i + ".location", "");
            if (!location.isEmpty()) {
                books.add(new Book(location, node.get("recent." + i + ".name", location)));
            }
        }
        return books;
    }

    /** A book was opened: it comes first, and is opened at the next start. */
    void opened(Book book) {
        List<Book> books = new ArrayList<>(list());
        books.removeIf(other -> other.location().equals(book.location()));
        books.add(0, book);
        write(books);
        node.put(OPEN, book.location());
        flush();
    }

    /** The user closed the book: the next start opens none. */
    void closed() {
        node.remove(OPEN);
        flush();
    }

    /** The book is not there any more. */
    void forget(String location) {
        List<Book> books = new ArrayList<>(list());
        books.removeIf(other -> other.location().equals(location));
        write(books);
        flush();
    }

    /** The book that was open when the workbench was closed. */
    Optional<String> lastOpen() {
        return Optional.ofNullable(node.get(OPEN, null));
    }

    private void write(List<Book> books) {
        int count = Math.min(MOST, books.size());
        node.putInt(COUNT, count);
        for (int i = 0; i < count; i++) {
            node.put("recent." + i + ".location", books.get(i).location());
            node.put("recent." + i + ".name", books.get(i).name());
        }
    }

    private void flush() {
        try {
            node.flush();
        } catch (BackingStoreException e) {
            ILog.of(RecentBooks.class).warn(e.getMessage(), e);
        }
    }

}
