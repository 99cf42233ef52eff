package org.stockwright.company.ui.internal;

import org.stockwright.company.Company;
import org.stockwright.ui.StatusField;

/** A status field about the open book; shows nothing while none is open. */
abstract class BookField implements StatusField {

    private static final State NOTHING = new State("", "", Tone.PLAIN); //$NON-NLS-1$ //$NON-NLS-2$

    private final BookState book;
    private final int order;
    private final String name;

    BookField(BookState book, int order, String name) {
        this.book = book;
        this.order = order;
        this.name = name;
    }

    /** What is shown of this company. */
    abstract State of(Company company);

    @Override
    public final State state() {
        return book.company().map(this::of).orElse(NOTHING);
    }

    @Override
    public final int order() {
        return order;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final void onChange(Runnable listener) {
        book.onChange(listener);
    }

}
