package org.stockwright.catalog.ui.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.stockwright.base.PartnerId;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemAlias;
import org.stockwright.catalog.ItemBarcode;
import org.stockwright.catalog.Pack;
import org.stockwright.catalog.Tracking;
import org.stockwright.ui.Allowed;

/** The master data of an item as fields; what was typed is turned into a draft by {@link ItemTexts}. */
final class ItemForm {

    private static final int MULTI_LINES = 4;

    private final FormToolkit toolkit;
    private final ScrolledForm form;
    private final Runnable changed;
    private final Text code;
    private final Text name;
    private final Text description;
    private final Text category;
    private final Text unit;
    private final Text roles;
    private final Combo tracking;
    private final Text shelfLife;
    private final Text cost;
    private final Text price;
    private final Text safety;
    private final Text reorder;
    private final Text packs;
    private final Text barcodes;
    private final Text aliases;
    private final Button active;
    /** Also while it is being built: what it begins with was not typed by the user. */
    private boolean showing = true;

    ItemForm(Composite parent, Runnable changed) {
        this.changed = changed;
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        form.addListener(SWT.Dispose, event -> toolkit.dispose());
        GridLayoutFactory.fillDefaults().numColumns(2).equalWidth(true).margins(10, 10).spacing(20, 10)
            .applyTo(form.getBody());
        Composite general = section(Messages.Form_general);
        code = text(general, Messages.Form_code);
        name = text(general, Messages.Form_name);
        description = multi(general, Messages.Form_description, "", 2); //$NON-NLS-1$
        category = text(general, Messages.Form_category);
        unit = text(general, Messages.Form_unit);
        unit.setText("EA"); //$NON-NLS-1$
        roles = text(general, Messages.Form_roles);
        roles.setMessage(Messages.Form_roles_hint);
        toolkit.createLabel(general, Messages.Form_tracking);
        tracking = new Combo(general, SWT.READ_ONLY);
        for (Tracking known : Tracking.values()) {
            tracking.add(Trackings.title(known));
        }
        tracking.select(0);
        tracking.addListener(SWT.Selection, event -> touched());
        toolkit.createLabel(general, ""); //$NON-NLS-1$
        active = toolkit.createButton(general, Messages.Form_active, SWT.CHECK);
        active.setSelection(true);
        active.addListener(SWT.Selection, event -> touched());
        Composite right = toolkit.createComposite(form.getBody());
        GridLayoutFactory.fillDefaults().spacing(0, 10).applyTo(right);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(right);
        Composite codes = section(right, Messages.Form_identification);
        packs = multi(codes, Messages.Form_packs, Messages.Form_packs_hint, MULTI_LINES);
        barcodes = multi(codes, Messages.Form_barcodes, Messages.Form_barcodes_hint, MULTI_LINES);
        aliases = text(codes, Messages.Form_aliases);
        aliases.setMessage(Messages.Form_aliases_hint);
        Composite planning = section(right, Messages.Form_planning);
        cost = number(planning, Messages.Form_cost);
        price = number(planning, Messages.Form_price);
        safety = number(planning, Messages.Form_safety);
        reorder = number(planning, Messages.Form_reorder);
        shelfLife = number(planning, Messages.Form_shelf);
        shelfLife.setMessage(Messages.Form_days);
        for (Control field : new Control[] { code, name, description, category, unit, roles, tracking, shelfLife, cost,
            price, safety, reorder, packs, barcodes, aliases, active }) {
            Allowed.guard(field, CatalogPermission.EDIT);
        }
        showing = false;
    }

    private Composite section(String title) {
        return section(form.getBody(), title);
    }

    private Composite section(Composite parent, String title) {
        Section section = toolkit.createSection(parent, org.eclipse.ui.forms.widgets.ExpandableComposite.TITLE_BAR);
        section.setText(title);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).applyTo(section);
        Composite body = toolkit.createComposite(section);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(2, 6).spacing(8, 6).applyTo(body);
        section.setClient(body);
        return body;
    }

    private Text text(Composite parent, String label) {
        toolkit.createLabel(parent, label);
        Text text = toolkit.createText(parent, "", SWT.BORDER); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        text.addListener(SWT.Modify, event -> touched());
        return text;
    }

    private Text number(Composite parent, String label) {
        toolkit.createLabel(parent, label);
        Text text = toolkit.createText(parent, "", SWT.BORDER | SWT.RIGHT); //$NON-NLS-1$
        GridDataFactory.fillDefaults().hint(120, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> touched());
        return text;
    }

    private Text multi(Composite parent, String label, String hint, int lines) {
        Label caption = toolkit.createLabel(parent, label);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(caption);
        Text text = toolkit.createText(parent, "", SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.WRAP); //$NON-NLS-1$
        text.setToolTipText(hint);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, lines * text.getLineHeight()).applyTo(text);
        text.addListener(SWT.Modify, event -> touched());
        // Tab leaves the field, as in the others.
        text.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
        return text;
    }

    private void touched() {
        if (!showing) {
            changed.run();
        }
    }

    Control control() {
        return form;
    }

    /** The field of the code. */
    Text code() {
        return code;
    }

    void setFocus() {
        (code.getText().isEmpty() ? code : name).setFocus();
    }

    void show(Item item) {
        showing = true;
        try {
            code.setText(item.code());
            name.setText(item.name());
            description.setText(item.description());
            category.setText(item.category());
            unit.setText(item.unit().code());
            roles.setText(String.join(", ", new TreeSet<>(item.roles()))); //$NON-NLS-1$
            tracking.select(item.tracking().ordinal());
            shelfLife.setText(item.shelfLifeDays().map(String::valueOf).orElse("")); //$NON-NLS-1$
            cost.setText(plain(item.standardCost()));
            price.setText(plain(item.listPrice()));
            safety.setText(plain(item.safetyStock()));
            reorder.setText(plain(item.reorderPoint()));
            active.setSelection(item.active());
            packs.setText(item.packs().stream().map(ItemForm::pack).collect(Collectors.joining("\n"))); //$NON-NLS-1$
            barcodes.setText(
                item.barcodes().stream().map(ItemForm::barcode).collect(Collectors.joining("\n"))); //$NON-NLS-1$
            aliases.setText(item.aliases().stream().filter(alias -> alias.partner().equals(PartnerId.SELF))
                .map(ItemAlias::code).collect(Collectors.joining(", "))); //$NON-NLS-1$
        } finally {
            showing = false;
        }
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(""); //$NON-NLS-1$
    }

    private static String pack(Pack pack) {
        return pack.content().toDecimal(9).map(content -> pack.code() + "=" //$NON-NLS-1$
            + content.stripTrailingZeros().toPlainString()).orElseGet(() -> pack.code() + "=" + pack.content()); //$NON-NLS-1$
    }

    private static String barcode(ItemBarcode barcode) {
        return barcode.pack().isEmpty() ? barcode.barcode().text() : barcode.barcode().text() + "=" + barcode.pack(); //$NON-NLS-1$
    }

    /** What stands in the fields. */
    ItemTexts typed() {
        return new ItemTexts(code.getText(), name.getText(), description.getText(), category.getText(),
            unit.getText(), roles.getText(), Tracking.values()[tracking.getSelectionIndex()], shelfLife.getText(),
            cost.getText(), price.getText(), safety.getText(), reorder.getText(), active.getSelection(),
            packs.getText(), barcodes.getText(), aliases.getText());
    }

}
