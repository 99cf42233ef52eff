package org.stockwright.ledger.ui.internal.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.ItemRow;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.ui.internal.Messages;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;

/**
 * The fields of the line that is being entered: Enter goes from field to field and, behind the last, adds the line and
 * begins the next one.
 */
final class EntryFields {

    private static final int TEXT_CHARS = 12;

    private final CodeField<ItemRow> item;
    private final Text quantity;
    private final Text unit;
    private final CodeField<Location> from;
    private final CodeField<Location> to;
    private final Text lot;
    private final Text expires;
    private final Text reason;
    private final Consumer<EntryLine> added;

    EntryFields(Composite parent, Function<String, List<Choice<ItemRow>>> items,
        Function<String, List<Choice<Location>>> places, Consumer<EntryLine> added) {
        this.added = added;
        Composite row = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(9).spacing(6, 2).margins(8, 4).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
        for (String caption : new String[] { Messages.Entry_column_item, Messages.Entry_column_quantity,
            Messages.Entry_column_unit, Messages.Entry_column_from, Messages.Entry_column_to, Messages.Entry_column_lot,
            Messages.Entry_column_expires, Messages.Entry_column_reason }) {
            new Label(row, SWT.NONE).setText(caption);
        }
        new Label(row, SWT.NONE);
        item = new CodeField<>(row, Messages.Entry_column_item, items);
        grab(item.text(), 16, true);
        quantity = plain(row, 10);
        quantity.setMessage("1"); //$NON-NLS-1$
        unit = plain(row, 7);
        from = new CodeField<>(row, Messages.Entry_column_from, places);
        grab(from.text(), TEXT_CHARS, true);
        to = new CodeField<>(row, Messages.Entry_column_to, places);
        grab(to.text(), TEXT_CHARS, true);
        lot = plain(row, TEXT_CHARS);
        expires = plain(row, TEXT_CHARS);
        expires.setMessage(Messages.Entry_expires_hint);
        reason = plain(row, TEXT_CHARS);
        Button add = new Button(row, SWT.PUSH);
        add.setText(Messages.Entry_add);
        add.addListener(SWT.Selection, event -> add());
        next(quantity, unit::setFocus);
        next(unit, from.text()::setFocus);
        next(lot, this::behindLot);
        next(expires, reason::setFocus);
        next(reason, this::add);
        name(quantity, Messages.Entry_column_quantity);
        name(unit, Messages.Entry_column_unit);
        name(lot, Messages.Entry_column_lot);
        name(expires, Messages.Entry_column_expires);
        name(reason, Messages.Entry_column_reason);
        item.onChosen(chosen -> chosen.ifPresent(known -> unit.setMessage(known.unit().code())));
    }

    private static void name(Text text, String name) {
        text.getAccessible().addAccessibleListener(new org.eclipse.swt.accessibility.AccessibleAdapter() {

            @Override
            public void getName(org.eclipse.swt.accessibility.AccessibleEvent event) {
                event.result = name;
            }

        });
    }

    private static Text plain(Composite row, int chars) {
        Text text = new Text(row, SWT.BORDER);
        grab(text, chars, false);
        return text;
    }

    private static void grab(Text text, int chars, boolean grab) {
        org.eclipse.swt.graphics.GC gc = new org.eclipse.swt.graphics.GC(text);
        int width = (int) (chars * gc.getFontMetrics().getAverageCharacterWidth());
        gc.dispose();
        GridDataFactory.fillDefaults().grab(grab, false).hint(width, SWT.DEFAULT).applyTo(text);
    }

    private static void next(Text text, Runnable then) {
        text.addListener(SWT.DefaultSelection, event -> then.run());
    }

    /** Only a lot expires. */
    private void behindLot() {
        if (lot.getText().isBlank()) {
            reason.setFocus();
        } else {
            expires.setFocus();
        }
    }

    /** Adds what was typed, if anything was. */
    private void add() {
        flush().ifPresent(added);
        item.text().setFocus();
    }

    /** What was typed, taken out of the fields; a quantity that was left out is one. */
    Optional<EntryLine> flush() {
        EntryLine line = typed();
        if (line.item().isEmpty()) {
            return Optional.empty();
        }
        item.set(null);
        quantity.setText(""); //$NON-NLS-1$
        unit.setText(""); //$NON-NLS-1$
        unit.setMessage(""); //$NON-NLS-1$
        lot.setText(""); //$NON-NLS-1$
        expires.setText(""); //$NON-NLS-1$
        // Places and reason stay: the next line most often goes the same way.
        return Optional.of(line.quantity().isEmpty() ? line.withQuantity("1") : line); //$NON-NLS-1$
    }

    /** What stands in the fields now. */
    EntryLine typed() {
        return new EntryLine(item.text().getText().strip(), quantity.getText().strip(), unit.getText().strip(),
            from.text().getText().strip(), to.text().getText().strip(), lot.getText().strip(),
            expires.getText().strip(), reason.getText().strip());
    }

    /** Shows a line to be changed. */
    void show(EntryLine line) {
        item.text().setText(line.item());
        quantity.setText(line.quantity());
        unit.setText(line.unit());
        from.text().setText(line.from());
        to.text().setText(line.to());
        lot.setText(line.lot());
        expires.setText(line.expires());
        reason.setText(line.reason());
        quantity.setFocus();
        quantity.selectAll();
    }

    /** Puts a scanned place into the field that is still empty: where from, then where to. */
    void place(Location location, boolean comesFromOurs, boolean goesToOurs) {
        CodeField<Location> field = comesFromOurs && (from.text().getText().isBlank() || !goesToOurs) ? from : to;
        field.choose(new Choice<>(location, location.code(), location.name()));
    }

    void focus() {
        item.text().setFocus();
    }

}
