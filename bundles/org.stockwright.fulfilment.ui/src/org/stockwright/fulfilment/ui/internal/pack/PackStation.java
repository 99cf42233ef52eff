package org.stockwright.fulfilment.ui.internal.pack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Documents;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.Reason;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.PackingSession;
import org.stockwright.fulfilment.PackingSession.Kind;
import org.stockwright.fulfilment.Shipping;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.entry.EntryKeys;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/**
 * The packing table: an order is scanned or typed, then its goods. A scan that is wrong is red, sounds, and stops everything
 * until it is settled. Ctrl+Enter packs; afterwards the order can be shipped.
 */
public final class PackStation extends StockwrightView implements ScanTarget {

    /** The view's id. */
    public static final String ID = "org.stockwright.fulfilment.ui.packStation"; //$NON-NLS-1$
    private static final int LOT = 1;
    private static final int EXPECTED = 2;
    private static final int PACKED = 3;
    private static final int MISSING = 4;

    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean working;
    private Composite body;
    private Text order;
    private Label light;
    private Table table;
    private Button pack;
    private Button ship;
    private PackingSession session;
    private String key = ""; //$NON-NLS-1$
    private DocumentId packed;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Packing.class, Shipping.class, Documents.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of();
    }

    @Override
    protected void createContent(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        Composite head = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 6).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        new Label(head, SWT.NONE).setText(Messages.Pack_order);
        order = new Text(head, SWT.BORDER);
        order.setMessage(Messages.Pack_orderHint);
        GridDataFactory.fillDefaults().hint(200, SWT.DEFAULT).applyTo(order);
        order.addListener(SWT.DefaultSelection, event -> typed());
        pack = button(head, Messages.Pack_close, this::pack);
        ship = button(head, Messages.Pack_ship, this::ship);
        light = new Label(body, SWT.CENTER);
        light.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        light.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 44).indent(8, 0).applyTo(light);
        // not virtual for its size: only so GTK does not take scanned letters for a search among the lines
        table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION | SWT.VIRTUAL);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(table);
        column(Messages.Field_item, 120, SWT.LEFT);
        column(Messages.Field_lot, 100, SWT.LEFT);
        column(Messages.Pack_expected, 80, SWT.RIGHT);
        column(Messages.Pack_packed, 75, SWT.RIGHT);
        column(Messages.Pack_missing, 75, SWT.RIGHT);
        column("", 40, SWT.LEFT); //$NON-NLS-1$
        new EntryKeys(body, this::pack, this::nothing, this::nothing);
        say(Messages.Pack_begin, SWT.COLOR_WIDGET_BACKGROUND);
        enable();
        Allowed.follow(pack, this::enable);
    }

    private void nothing() {
        // a scan is taken back by putting the goods aside and beginning anew
    }

    private static Button button(Composite head, String label, Runnable action) {
        Button button = new Button(head, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void column(String title, int width, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.setWidth(width);
    }

    private void enable() {
        pack.setEnabled(session != null && Allowed.may(FulfilmentPermission.PACK));
        ship.setEnabled(packed != null && Allowed.may(FulfilmentPermission.SHIP));
    }

    private void say(String sentence, int colour) {
        light.setText(sentence.replace("&", "&&")); //$NON-NLS-1$ //$NON-NLS-2$
        boolean isPlain = colour == SWT.COLOR_WIDGET_BACKGROUND;
        light.setBackground(isPlain ? null : light.getDisplay().getSystemColor(colour));
        light.setForeground(isPlain ? null : light.getDisplay().getSystemColor(SWT.COLOR_WHITE));
    }

    private void typed() {
        String text = order.getText().strip();
        if (!text.isEmpty()) {
            if (session == null) {
                inTurn(() -> begin(text, Optional.empty()));
            } else {
                order.setText(""); //$NON-NLS-1$
                inTurn(() -> scan(text, Optional.empty()));
            }
        }
    }

    /** Begins with an order. */
    public void begin(String number) {
        inTurn(() -> begin(number, Optional.empty()));
    }

    /** A session is for one thread at a time: scans that come faster wait for their turn. */
    private void inTurn(Runnable step) {
        waiting.add(step);
        next();
    }

    private void next() {
        if (!working && !waiting.isEmpty()) {
            working = true;
            waiting.remove().run();
        }
    }

    private void ended() {
        working = false;
        next();
    }

    private void begin(String number, Optional<ScanFeedback> feedback) {
        Documents documents = service(Documents.class).orElseThrow();
        Packing packing = service(Packing.class).orElseThrow();
        Work.request(Messages.Pack_beginning, progress -> {
            Optional<Document> found = documents.find(number);
            return found.map(Document::id).map(packing::begin).orElseGet(() -> Outcome.refused(
                Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number).hint("Scan the order that lies here."))); //$NON-NLS-1$
        }).on(body).done(begun -> {
            feedback.ifPresent(ScanFeedback::good);
            session = begun;
            packed = null;
            key = "wb-" + UUID.randomUUID(); //$NON-NLS-1$
            order.setText(""); //$NON-NLS-1$
            notices().clear();
            show();
            say(NLS.bind(Messages.Pack_scan, begun.number()), SWT.COLOR_WIDGET_BACKGROUND);
        }).refused(refusals -> {
            feedback.ifPresent(ScanFeedback::bad);
            notices().refused(refusals);
            order.selectAll();
        }).always(this::ended).start();
    }

    @Override
    public void scanned(String code, ScanFeedback feedback) {
        inTurn(() -> {
            if (session == null) {
                begin(code, Optional.of(feedback));
            } else {
                scan(code, Optional.of(feedback));
            }
        });
    }

    private void scan(String code, Optional<ScanFeedback> feedback) {
        PackingSession now = session;
        Packing packing = service(Packing.class).orElseThrow();
        Work.load(Messages.Pack_scanning, progress -> packing.scan(now, code)).on(body).with(notices()).quietly()
            .done(result -> {
                boolean isBad = result.kind() == Kind.ERROR || result.kind() == Kind.WAITS;
                feedback.ifPresent(isBad ? ScanFeedback::bad : ScanFeedback::good);
                show();
                say(sentence(result), isBad ? SWT.COLOR_DARK_RED : SWT.COLOR_DARK_GREEN);
                if (isBad) {
                    settle(result);
                } else if (session.mismatches().isEmpty()) {
                    say(Messages.Pack_complete, SWT.COLOR_DARK_GREEN);
                }
            }).always(this::ended).start();
    }

    private static String sentence(PackingSession.Result result) {
        return switch (result.kind()) {
            case GOODS -> NLS.bind(Messages.Pack_taken, new Object[] { Figures.text(result.quantity()), result.item(),
                result.lot() }).strip();
            case LOT_WANTED -> NLS.bind(Messages.Pack_lotWanted, result.item());
            case UNIT_OPENED -> NLS.bind(Messages.Pack_unit, Integer.valueOf(result.unit()), result.lot());
            case PLACE -> Messages.Pack_place;
            case PUT_ASIDE -> Messages.Pack_wasPutAside;
            case ERROR, WAITS -> PackErrorDialog.title(result);
        };
    }

    /** Nothing goes on before it is settled. */
    private void settle(PackingSession.Result result) {
        PackErrorDialog dialog = new PackErrorDialog(getSite().getShell(), result);
        dialog.open();
        dialog.reason().ifPresentOrElse(this::override, () -> {
            session.putAside();
            say(Messages.Pack_wasPutAside, SWT.COLOR_WIDGET_BACKGROUND);
        });
    }

    private void override(String reason) {
        inTurn(() -> overriding(reason));
    }

    private void overriding(String reason) {
        PackingSession now = session;
        Packing packing = service(Packing.class).orElseThrow();
        Work.request(Messages.Pack_overriding, progress -> packing.override(now, reason)).on(body).with(notices())
            .done(done -> say(Messages.Pack_overridden, SWT.COLOR_WIDGET_BACKGROUND)).always(this::ended).start();
    }

    private void show() {
        List<PackingSession.Expected> rows = session == null ? List.of() : session.expected();
        table.setItemCount(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            PackingSession.Expected row = rows.get(i);
            BigDecimal its = session.packedOf(row);
            BigDecimal missing = row.quantity().amount().subtract(its);
            TableItem item = table.getItem(i);
            item.setText(0, row.code());
            item.setText(LOT, row.lot());
            item.setText(EXPECTED, Figures.text(row.quantity().amount()) + ' ' + row.quantity().unit().code());
            item.setText(PACKED, Figures.text(its));
            item.setText(MISSING, missing.signum() == 0 ? "\u2713" : Figures.text(missing)); //$NON-NLS-1$
        }
        enable();
    }

    private void pack() {
        if (session == null || !pack.isEnabled()) {
            return;
        }
        if (!session.mayClose()) {
            notices().failed(NLS.bind(Messages.Pack_mismatch, String.join("; ", session.mismatches()))); //$NON-NLS-1$
            if (Allowed.may(FulfilmentPermission.OVERRIDE)) {
                Reason.ask(getSite().getShell(), Messages.Pack_override.replace("&", "").replace("...", ""), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
                    Messages.Pack_overrideQuestion).ifPresent(this::override);
            }
            return;
        }
        inTurn(this::close);
    }

    private void close() {
        PackingSession now = session;
        Packing packing = service(Packing.class).orElseThrow();
        Work.request(Messages.Pack_closing, progress -> packing.close(now, key, Instant.now())).on(body)
            .with(notices()).done(units -> {
                packed = now.order();
                session = null;
                show();
                say(NLS.bind(Messages.Pack_done, now.number()), SWT.COLOR_DARK_GREEN);
                notices().done(NLS.bind(Messages.Pack_units, Integer.valueOf(units.size()),
                    units.stream().map(PackedUnit::code).collect(Collectors.joining(", ")))); //$NON-NLS-1$
                ship.setFocus();
            }).always(this::ended).start();
    }

    private void ship() {
        DocumentId its = packed;
        String shipKey = key + ":ship"; //$NON-NLS-1$
        Shipping shipping = service(Shipping.class).orElseThrow();
        Work.request(Messages.Pack_shipping,
            progress -> shipping.ship(Shipping.Request.of(shipKey, its, Shipping.Ready.PACKED, Instant.now())))
            .on(body).with(notices()).done(shipment -> {
                packed = null;
                enable();
                notices().done(NLS.bind(Messages.Ship_done, shipment.number()));
                say(Messages.Pack_begin, SWT.COLOR_WIDGET_BACKGROUND);
                order.setFocus();
            }).start();
    }

    @Override
    protected void refresh() {
        // what is packed changes by scans only
    }

    @Override
    protected void closed() {
        session = null;
        packed = null;
        waiting.clear();
        working = false;
        table.setItemCount(0);
        say(Messages.Pack_begin, SWT.COLOR_WIDGET_BACKGROUND);
        enable();
    }

    @Override
    protected void focusContent() {
        order.setFocus();
    }

}
