package org.stockwright.fulfilment.ui.internal.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.Partner;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.fulfilment.Channels.Connector;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;

/** The fields of a channel. */
final class ChannelForm {

    private static final int WIDE = 220;
    private static final String FOLDER = "folder"; //$NON-NLS-1$

    private final ScrolledComposite scrolled;
    private final Composite body;
    private final Runnable changed;
    private final Text code;
    private final Text title;
    private final Combo connector;
    private final Button folder;
    private final Text settings;
    private final CodeField<Object> customer;
    private final CodeField<Object> place;
    private final Text currency;
    private final Combo prices;
    private final Text buffer;
    private final Text percent;
    private final Button active;
    private final org.eclipse.swt.widgets.List items;
    private final CodeField<Object> item;
    private List<Connector> connectors = List.of();
    private Optional<EntryMasters> masters = Optional.empty();
    private boolean setting;

    ChannelForm(Composite parent, Runnable changed) {
        this.changed = changed;
        scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        body = new Composite(scrolled, SWT.NONE);
        scrolled.setContent(body);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(12, 12).spacing(10, 6).applyTo(body);
        code = text(Messages.Channel_code, Messages.Channel_codeHint);
        title = text(Messages.Channel_title, ""); //$NON-NLS-1$
        label(Messages.Channel_connector);
        connector = combo();
        folder = new Button(body, SWT.PUSH);
        folder.setText(Messages.Channel_folder);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(folder);
        folder.addListener(SWT.Selection, event -> chooseFolder());
        label(Messages.Channel_settings);
        settings = new Text(body, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().span(3, 1).hint(2 * WIDE, 48).applyTo(settings);
        watch(settings);
        customer = codes(Messages.Channel_customer, Messages.Channel_customerHint,
            its -> its.partner("customer", "", Partner.Role.CUSTOMER)); //$NON-NLS-1$ //$NON-NLS-2$
        place = codes(Messages.Channel_place, Messages.Channel_placeHint, its -> its.place("place", "")); //$NON-NLS-1$ //$NON-NLS-2$
        currency = text(Messages.Channel_currency, Messages.Channel_currencyHint);
        label(Messages.Channel_prices);
        prices = combo();
        prices.setItems(Messages.Channel_pricesChannel, Messages.Channel_pricesLists);
        buffer = text(Messages.Channel_buffer, ""); //$NON-NLS-1$
        percent = text(Messages.Channel_percent, ""); //$NON-NLS-1$
        label(""); //$NON-NLS-1$
        active = new Button(body, SWT.CHECK);
        // the theme's background hides the tick
        active.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        active.setText(Messages.Channel_active);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(active);
        active.addListener(SWT.Selection, event -> touched());
        Allowed.guard(active, FulfilmentPermission.CHANNELS);
        item = codes(Messages.Channel_items, Messages.Channel_itemsHint, its -> its.item("item", "")); //$NON-NLS-1$ //$NON-NLS-2$
        item.onEnter(this::addItem);
        Button remove = new Button(body, SWT.PUSH);
        remove.setText(Messages.Channel_removeItem);
        GridDataFactory.swtDefaults().span(2, 1).applyTo(remove);
        label(""); //$NON-NLS-1$
        items = new org.eclipse.swt.widgets.List(body, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().hint(WIDE, 110).applyTo(items);
        remove.addListener(SWT.Selection, event -> removeItems());
        Allowed.guard(remove, FulfilmentPermission.CHANNELS);
        body.layout();
        scrolled.setMinSize(body.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private void label(String text) {
        Label label = new Label(body, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private Text text(String label, String hint) {
        label(label);
        Text text = new Text(body, SWT.BORDER);
        text.setMessage(hint);
        wide(text);
        watch(text);
        return text;
    }

    private void watch(Text text) {
        text.addListener(SWT.Modify, event -> touched());
        Allowed.guard(text, FulfilmentPermission.CHANNELS);
    }

    private static void wide(Control control) {
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).hint(WIDE, SWT.DEFAULT).applyTo(control);
    }

    private Combo combo() {
        Combo combo = new Combo(body, SWT.READ_ONLY);
        wide(combo);
        combo.addListener(SWT.Selection, event -> {
            enableFolder();
            touched();
        });
        Allowed.guard(combo, FulfilmentPermission.CHANNELS);
        return combo;
    }

    private CodeField<Object> codes(String label, String hint, Function<EntryMasters, EntryField> field) {
        label(label);
        CodeField<Object> codes = new CodeField<>(body, label, typed -> masters
            .flatMap(its -> field.apply(its).search()).map(search -> search.apply(typed)).orElse(List.of()));
        codes.text().setMessage(hint);
        wide(codes.text());
        watch(codes.text());
        return codes;
    }

    private void touched() {
        if (!setting) {
            changed.run();
        }
    }

    private void enableFolder() {
        folder.setEnabled(chosen().equals(FOLDER) && Allowed.may(FulfilmentPermission.CHANNELS));
    }

    private String chosen() {
        int index = connector.getSelectionIndex();
        return index < 0 ? "" : connectors.get(index).id(); //$NON-NLS-1$
    }

    private void chooseFolder() {
        String path = new DirectoryDialog(body.getShell(), SWT.OPEN).open();
        if (path != null) {
            settings.setText("{\"folder\": \"" + path.replace("\\", "\\\\") + "\"}"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
        }
    }

    private void addItem() {
        String typed = item.text().getText().strip();
        if (!typed.isEmpty()) {
            if (items.indexOf(typed) < 0) {
                items.add(typed);
                touched();
            }
            item.set(null);
            item.text().setFocus();
        }
    }

    private void removeItems() {
        if (items.getSelectionCount() > 0) {
            items.remove(items.getSelectionIndices());
            touched();
        }
    }

    /** Where codes are looked up. */
    void masters(EntryMasters its) {
        masters = Optional.of(its);
    }

    /** Shows a channel; its code can be typed only while it is new. */
    void show(ChannelTexts texts, List<Connector> installed, boolean isNew) {
        setting = true;
        try {
            connectors = new ArrayList<>(installed);
            if (installed.stream().noneMatch(one -> one.id().equals(texts.connector()))) {
                connectors.add(new Connector(texts.connector(), texts.connector()));
            }
            connector.setItems(connectors.stream().map(Connector::title).toArray(String[]::new));
            connector.select(connectors.stream().map(Connector::id).toList().indexOf(texts.connector()));
            code.setText(texts.code());
            code.setEnabled(isNew);
            title.setText(texts.title());
            settings.setText(texts.settings());
            set(customer, texts.customer());
            set(place, texts.place());
            currency.setText(texts.currency());
            prices.select(texts.fromLists() ? 1 : 0);
            buffer.setText(texts.buffer());
            percent.setText(texts.percent());
            active.setSelection(texts.active());
            items.setItems(texts.items().toArray(String[]::new));
            enableFolder();
        } finally {
            setting = false;
        }
    }

    private static void set(CodeField<Object> field, String code) {
        field.set(code.isEmpty() ? null : new Choice<>(code, code, "")); //$NON-NLS-1$
    }

    /** What is typed now. */
    ChannelTexts typed() {
        return new ChannelTexts(code.getText(), title.getText(), chosen(), settings.getText(),
            customer.text().getText(), place.text().getText(), currency.getText(), prices.getSelectionIndex() == 1,
            buffer.getText(), percent.getText(), active.getSelection(), Arrays.asList(items.getItems()));
    }

    Control control() {
        return scrolled;
    }

    void setFocus() {
        (code.isEnabled() ? code : title).setFocus();
    }

}
