package org.stockwright.purchasing.ui.internal.rules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.base.Quantity;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.ledger.ui.TypedParts;
import org.stockwright.purchasing.PutAway;
import org.stockwright.purchasing.PutAway.Goods;
import org.stockwright.purchasing.PutAway.Proposal;
import org.stockwright.purchasing.PutAway.Way;
import org.stockwright.purchasing.ui.internal.Messages;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Answers where a quantity of an item would go by the saved rules, why there, and why not to other bins. Nothing is stored. */
final class PutAwayTrial {

    private static final int TABLE_HEIGHT = 110;
    private static final int WHY_WIDTH = 640;

    private final Notices notices;
    private final PutAway putAway;
    private final Supplier<TypedParts> parts;
    private final CodeField<String> item;
    private final Text quantity;
    private final CodeField<String> warehouse;
    private final Table answer;

    PutAwayTrial(Composite parent, Notices notices, PutAway putAway, Supplier<TypedParts> parts) {
        this.notices = notices;
        this.putAway = putAway;
        this.parts = parts;
        Group group = new Group(parent, SWT.NONE);
        group.setText(Messages.Try_title);
        GridLayoutFactory.swtDefaults().numColumns(8).spacing(6, 4).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        item = field(group, Messages.Try_item, Choices::items);
        new Label(group, SWT.NONE).setText(Messages.Try_quantity);
        quantity = new Text(group, SWT.BORDER | SWT.RIGHT);
        GridDataFactory.fillDefaults().hint(90, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(quantity);
        warehouse = field(group, Messages.Try_warehouse, PlaceSearch::codes);
        warehouse.text().setText(Locations.Standard.MAIN.code());
        Button propose = new Button(group, SWT.PUSH);
        propose.setText(Messages.Try_button);
        propose.addListener(SWT.Selection, event -> ask());
        item.onEnter(quantity::setFocus);
        warehouse.onEnter(this::ask);
        quantity.addListener(SWT.DefaultSelection, event -> ask());
        Label unsaved = new Label(group, SWT.NONE);
        unsaved.setText(Messages.Try_unsaved);
        unsaved.setEnabled(false);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(unsaved);
        answer = new Table(group, SWT.BORDER | SWT.FULL_SELECTION);
        answer.setHeaderVisible(true);
        GridDataFactory.fillDefaults().span(8, 1).grab(true, false).hint(WHY_WIDTH, TABLE_HEIGHT).applyTo(answer);
        column(Messages.Try_bin, SWT.LEFT, 150);
        column(Messages.Try_amount, SWT.RIGHT, 110);
        column(Messages.Try_why, SWT.LEFT, WHY_WIDTH);
    }

    private static CodeField<String> field(Composite parent, String label,
        Function<String, List<CodeField.Choice<String>>> search) {
        new Label(parent, SWT.NONE).setText(label);
        CodeField<String> field = new CodeField<>(parent, label.replace("&", "").replace(":", ""), search); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
        GridDataFactory.fillDefaults().hint(130, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(field.text());
        return field;
    }

    private void column(String title, int style, int width) {
        TableColumn column = new TableColumn(answer, style);
        column.setText(title);
        column.setWidth(width);
    }

    private void ask() {
        String wanted = item.text().getText();
        String amount = quantity.getText();
        String place = warehouse.text().getText();
        Work.request(Messages.Try_job, progress -> propose(wanted, amount, place)).on(answer).with(notices)
            .done(this::show).start();
    }

    /** The goods are taken to lie in the receiving area, or at the warehouse itself. */
    private Outcome<Proposal> propose(String wanted, String amount, String place) {
        TypedParts typed = parts.get();
        Optional<Item> found = typed.item(wanted, 0, Messages.Try_item.replaceAll("[&:]", "")); //$NON-NLS-1$ //$NON-NLS-2$
        Optional<Quantity> much = found.flatMap(one -> typed.quantity(one, amount, "", 0, //$NON-NLS-1$
            Messages.Try_quantity.replaceAll("[&:]", ""))); //$NON-NLS-1$ //$NON-NLS-2$
        String name = Messages.Try_warehouse.replaceAll("[&:]", ""); //$NON-NLS-1$ //$NON-NLS-2$
        Optional<Location> where = typed.place(typed.needed(place, name, 0, name), 0, name);
        return typed.outcome(() -> putAway.propose(where.get().id(), List.of(new Goods(found.get().id(), "", //$NON-NLS-1$
            where.get().id(), MovementLine.AVAILABLE, much.get()))));
    }

    private void show(Proposal proposal) {
        answer.removeAll();
        for (Way way : proposal.ways()) {
            row(way.toCode(), way.goods().quantity().toString(), way.why());
        }
        proposal.left().forEach(left -> row(Messages.Try_left, "", Notices.text(left))); //$NON-NLS-1$
        proposal.ways().stream().flatMap(way -> way.passedOver().stream()).distinct()
            .forEach(passed -> row(Messages.Try_passed, "", passed)); //$NON-NLS-1$
        notices.clear();
    }

    private void row(String bin, String amount, String why) {
        new TableItem(answer, SWT.NONE).setText(new String[] { bin, amount, why });
    }

}
