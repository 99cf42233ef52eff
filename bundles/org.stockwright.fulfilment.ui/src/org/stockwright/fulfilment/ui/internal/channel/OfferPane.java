package org.stockwright.fulfilment.ui.internal.channel;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Offered;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Instants;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;

/** What a channel may sell, less its buffer. It is worked out when somebody asks; its tool bar exports it. */
final class OfferPane {

    private final Composite body;
    private final Button look;
    private final Label told;
    private final Grid<Offered> grid;
    private final Supplier<Optional<Channels>> channels;
    private final Supplier<Notices> notices;
    private Optional<String> channel = Optional.empty();

    OfferPane(Composite parent, Supplier<Optional<Channels>> channels, Supplier<Notices> notices) {
        this.channels = channels;
        this.notices = notices;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite bar = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(8, 4).spacing(6, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        look = new Button(bar, SWT.PUSH);
        look.setText(Messages.Offer_look);
        look.addListener(SWT.Selection, event -> look());
        told = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(told);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "fulfilment.offer", columns(), Offered::id); //$NON-NLS-1$
        ToolBarManager tools = new ToolBarManager(SWT.FLAT);
        grid.fillToolBar(tools);
        tools.createControl(bar);
        Allowed.follow(body, this::enable);
        name();
    }

    @SuppressWarnings("nls")
    private static List<Column<Offered>> columns() {
        return List.of(Column.<Offered>text("item", Messages.Field_item, Offered::item).width(24),
            Column.<Offered>quantity("quantity", Messages.Offer_quantity, Offered::quantity).width(18),
            Column.<Offered, Instant>of("changed", Messages.Offer_since, Offered::changed, Instants::minutes)
                .width(18));
    }

    private void enable() {
        look.setEnabled(channel.isPresent() && Allowed.may(FulfilmentPermission.CHANNELS));
    }

    /** Of this channel from now on; what was worked out for another one is shown no more. */
    void show(Optional<String> code) {
        if (!code.equals(channel)) {
            channel = code;
            grid.setRows(List.of());
            name();
        }
    }

    private void name() {
        told.setText(channel.map(one -> NLS.bind(Messages.Offer_ask, one)).orElse(Messages.Offer_choose));
        enable();
    }

    private void look() {
        Optional<Channels> service = channels.get();
        if (service.isPresent() && channel.isPresent()) {
            String code = channel.get();
            Work.request(NLS.bind(Messages.Offer_working, code),
                progress -> service.get().offer(code, Optional.empty()))
                .on(body).with(notices.get()).done(rows -> {
                    if (channel.filter(code::equals).isPresent()) {
                        grid.setRows(rows);
                        told.setText(NLS.bind(Messages.Offer_told, Integer.valueOf(rows.size()), code));
                    }
                }).start();
        }
    }

    Control control() {
        return body;
    }

}
