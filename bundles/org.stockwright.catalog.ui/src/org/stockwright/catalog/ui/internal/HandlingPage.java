package org.stockwright.catalog.ui.internal;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.CatalogPermission;
import org.stockwright.catalog.Handling;
import org.stockwright.catalog.Handling.ItemHandling;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** How an item is stored, packed and shipped. It is saved with the item, and no part of its draft. */
@Component
public final class HandlingPage implements ItemPage {

    private static final int WIDE = 220;

    private final Handling handling;

    /** Shows and stores this. */
    @Activate
    public HandlingPage(@Reference Handling handling) {
        this.handling = handling;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public String title() {
        return Messages.Handling_title;
    }

    @Override
    public View create(Composite parent, IWorkbenchPartSite site, Notices notices) {
        return new Page(parent, notices);
    }

    private final class Page implements View {

        private final Notices notices;
        private final ScrolledComposite scrolled;
        private final Composite body;
        private final Label weightLabel;
        private final Text weight;
        private final Label volumeLabel;
        private final Text volume;
        private final Text temperature;
        private final Text hazard;
        private final Text abc;
        private final Text commodity;
        private final Text origin;
        private final Text days;
        private Runnable changed = () -> {
            // nobody listens yet
        };
        private boolean filling;
        private Item item;
        private HandlingTexts shown = HandlingTexts.of(ItemHandling.none(new ItemId(0)));

        Page(Composite parent, Notices notices) {
            this.notices = notices;
            scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
            scrolled.setExpandHorizontal(true);
            scrolled.setExpandVertical(true);
            scrolled.setShowFocusedControl(true);
            body = new Composite(scrolled, SWT.NONE);
            scrolled.setContent(body);
            GridLayoutFactory.fillDefaults().numColumns(4).margins(12, 12).spacing(8, 6).applyTo(body);
            weightLabel = label(NLS.bind(Messages.Handling_weight, "")); //$NON-NLS-1$
            weight = text(""); //$NON-NLS-1$
            volumeLabel = label(NLS.bind(Messages.Handling_volume, "")); //$NON-NLS-1$
            volume = text(""); //$NON-NLS-1$
            label(Messages.Handling_temperature);
            temperature = text("AMBIENT, CHILLED, FROZEN"); //$NON-NLS-1$
            label(Messages.Handling_hazard);
            hazard = text(Messages.Handling_hazard_hint);
            label(Messages.Handling_abc);
            abc = text(""); //$NON-NLS-1$
            label(Messages.Handling_commodity);
            commodity = text(Messages.Handling_commodity_hint);
            label(Messages.Handling_origin);
            origin = text(Messages.Handling_origin_hint);
            label(Messages.Handling_days);
            days = text(""); //$NON-NLS-1$
            resize();
        }

        private void resize() {
            body.layout();
            scrolled.setMinSize(body.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        }

        private Label label(String text) {
            Label label = new Label(body, SWT.NONE);
            label.setText(text);
            return label;
        }

        private Text text(String hint) {
            Text text = new Text(body, SWT.BORDER);
            text.setMessage(hint);
            GridDataFactory.fillDefaults().hint(WIDE, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER).applyTo(text);
            Allowed.guard(text, CatalogPermission.EDIT);
            text.addListener(SWT.Modify, event -> {
                if (!filling) {
                    changed.run();
                }
            });
            return text;
        }

        @Override
        public void show(Item shownItem) {
            item = shownItem;
            weightLabel.setText(NLS.bind(Messages.Handling_weight, item.unit()));
            volumeLabel.setText(NLS.bind(Messages.Handling_volume, item.unit()));
            resize();
            ItemId id = item.id();
            Work.load(Messages.Handling_load, progress -> handling.of(List.of(id)).get(id)).on(body).with(notices)
                .quietly().done(this::show).start();
        }

        /** What is being typed is kept. */
        private void show(ItemHandling stored) {
            if (!isDirty()) {
                fill(HandlingTexts.of(stored));
            }
        }

        private void fill(HandlingTexts texts) {
            shown = texts;
            filling = true;
            weight.setText(texts.weight());
            volume.setText(texts.volume());
            temperature.setText(texts.temperature());
            hazard.setText(texts.hazard());
            abc.setText(texts.abc());
            commodity.setText(texts.commodity());
            origin.setText(texts.origin());
            days.setText(texts.days());
            filling = false;
            changed.run();
        }

        private HandlingTexts typed() {
            return new HandlingTexts(weight.getText(), volume.getText(), temperature.getText(), hazard.getText(),
                abc.getText(), commodity.getText(), origin.getText(), days.getText());
        }

        @Override
        public void onDirty(Runnable runnable) {
            changed = runnable;
        }

        @Override
        public boolean isDirty() {
            return !typed().equals(shown);
        }

        @Override
        public void save(Runnable then) {
            Item saved = item;
            HandlingTexts typed = typed();
            Work.request(Messages.Handling_saving, progress -> store(saved.id(), typed)).on(body).with(notices)
                .done(stored -> {
                    fill(HandlingTexts.of(stored));
                    notices.done(NLS.bind(Messages.Handling_saved, saved.code()));
                }).always(then).start();
        }

        private Outcome<ItemHandling> store(ItemId id, HandlingTexts typed) {
            return typed.read(id).then(read -> handling.saveAll(List.of(read)))
                .map(count -> handling.of(List.of(id)).get(id));
        }

        @Override
        public void setFocus() {
            weight.setFocus();
        }

    }

}
