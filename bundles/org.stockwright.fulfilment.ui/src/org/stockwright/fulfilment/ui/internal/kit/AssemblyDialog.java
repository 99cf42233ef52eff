package org.stockwright.fulfilment.ui.internal.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ItemId;
import org.stockwright.documents.Document;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.fulfilment.ui.internal.TickTable;
import org.stockwright.fulfilment.ui.internal.kit.AssemblyDesk.Asked;
import org.stockwright.fulfilment.ui.internal.kit.AssemblyDesk.Part;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;

/** Puts kits together or takes them apart: what each component takes, and how much of it is there, is shown first. */
final class AssemblyDialog extends EntryDialog {

    private static final int LOOK_AFTER_MILLIS = 300;
    private static final int LOT = 4;
    private static final int MOST = 12;

    private final AssemblyDesk desk;
    private final Consumer<Document> done;
    private final String key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
    private Text kit;
    private Button apart;
    private Text quantity;
    private Text unit;
    private Text from;
    private Text to;
    private TickTable<Part> parts;
    private int looks;

    /** A dialog of the open book; the document is told to somebody. */
    AssemblyDialog(Shell shell, AssemblyDesk desk, Consumer<Document> done) {
        super(shell, Messages.Assembly_title, Messages.Assembly_message, Messages.Assembly_button);
        this.desk = desk;
        this.done = done;
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        kit = code(parent, Messages.Assembly_kit, text -> desk.kits(text, MOST).stream()
            .map(row -> new Choice<>(row, row.code(), row.name())).toList());
        new Label(parent, SWT.NONE).setText(Messages.Assembly_work);
        Composite work = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).applyTo(work);
        radio(work, Messages.Assembly_together).setSelection(true);
        apart = radio(work, Messages.Assembly_apart);
        quantity = looking(field(parent, Messages.Field_quantity, SWT.SINGLE));
        unit = looking(field(parent, Messages.Field_unit, SWT.SINGLE));
        unit.setMessage(Messages.Assembly_unitHint);
        from = code(parent, Messages.Field_from, text -> PlaceSearch.find(desk.locations().list(), text));
        to = code(parent, Messages.Field_to, text -> PlaceSearch.find(desk.locations().list(), text));
        parts = new TickTable<Part>(parent, 640, 150, false).column(Messages.Field_item, SWT.LEFT)
            .column(Messages.Fact_name, SWT.LEFT).column(Messages.Assembly_quantity, SWT.RIGHT)
            .column(Messages.Fact_available, SWT.RIGHT).column(Messages.Assembly_lot, SWT.LEFT)
            .typed(Messages.Assembly_lotOf, LOT);
        parts.show(List.of(), part -> List.of(), part -> false);
    }

    private <T> Text code(Composite parent, String label, Function<String, List<Choice<T>>> search) {
        new Label(parent, SWT.NONE).setText(label);
        Text text = new CodeField<>(parent, label, search).text();
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        return looking(text);
    }

    private Text looking(Text text) {
        text.addListener(SWT.Modify, event -> lookSoon());
        return text;
    }

    private Button radio(Composite parent, String label) {
        Button radio = new Button(parent, SWT.RADIO);
        radio.setText(label);
        radio.addListener(SWT.Selection, event -> lookSoon());
        return radio;
    }

    private Asked asked() {
        return new Asked(kit.getText().strip(), apart.getSelection(), quantity.getText().strip(),
            unit.getText().strip(), from.getText().strip(), to.getText().strip());
    }

    private void lookSoon() {
        int mine = ++looks;
        kit.getDisplay().timerExec(LOOK_AFTER_MILLIS, () -> {
            if (mine == looks && !kit.isDisposed()) {
                Asked asked = asked();
                Work.load(Messages.Assembly_look, progress -> desk.look(asked)).on(kit).quietly().done(found -> {
                    if (mine == looks && !found.equals(parts.rows())) {
                        parts.show(found, AssemblyDialog::cells, part -> false);
                    }
                }).start();
            }
        });
    }

    private static List<String> cells(Part part) {
        return List.of(part.item().code(), part.item().name(),
            (part.isMade() ? "+" : "−") + Figures.text(part.quantity().amount()) + ' ' //$NON-NLS-1$ //$NON-NLS-2$
                + part.quantity().unit().code(),
            part.isMade() ? "" : Figures.text(part.available().amount()), ""); //$NON-NLS-1$ //$NON-NLS-2$
    }

    /** The lots of what is made; those of what is used up are chosen by what expires first. */
    private Map<ItemId, String> lots() {
        Map<ItemId, String> lots = new HashMap<>();
        parts.rows().stream().filter(Part::isMade).forEach(part -> parts.typedFor(part)
            .filter(lot -> !lot.isEmpty()).ifPresent(lot -> lots.put(part.item().id(), lot)));
        return lots;
    }

    @Override
    protected String problem() {
        return parts.rows().stream().anyMatch(part -> !part.isMade()
            && parts.typedFor(part).filter(lot -> !lot.isEmpty()).isPresent()) ? Messages.Assembly_lotOfUsed : ""; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        Asked asked = asked();
        Map<ItemId, String> lots = lots();
        return Work.request(Messages.Assembly_title, progress -> desk.assemble(key, asked, lots)).done(made -> {
            finish();
            done.accept(made);
        });
    }

    @Override
    protected void again() {
        kit.setFocus();
    }

}
