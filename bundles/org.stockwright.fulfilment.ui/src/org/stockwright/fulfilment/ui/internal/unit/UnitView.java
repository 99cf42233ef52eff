package org.stockwright.fulfilment.ui.internal.unit;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.Items;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentPermission;
import org.stockwright.documents.Documents;
import org.stockwright.documents.Printing;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.Figures;
import org.stockwright.documents.ui.Reason;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.PackedUnit;
import org.stockwright.fulfilment.PackedUnit.Content;
import org.stockwright.fulfilment.Packing;
import org.stockwright.fulfilment.Picking;
import org.stockwright.fulfilment.ui.internal.Instants;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/** A handling unit that was scanned or typed: where it stands, what is in it and in what it holds, its label. */
public final class UnitView extends StockwrightView implements ScanTarget {

    /** The view's id. */
    public static final String ID = "org.stockwright.fulfilment.ui.unit"; //$NON-NLS-1$
    private static final String LABEL_FORM = "sscc-label"; //$NON-NLS-1$
    private static final int LOT = 1;
    private static final int QUANTITY = 2;
    private static final int WEIGHT = 3;
    private static final int VOLUME = 4;
    private static final int STATE = 5;

    private Composite body;
    private Text find;
    private Label title;
    private Label facts;
    private Tree tree;
    private Button openOrder;
    private Button openShipment;
    private Button unpack;
    private Button print;
    private Shown shown;

    /** A unit with all that stands around it. */
    private record Shown(PackedUnit unit, UnitTree tree, Map<ItemId, Item> items, Optional<Document> order,
        Optional<Document> shipment) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Packing.class, Documents.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(body);
        Composite head = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(8, 6).spacing(6, 4).applyTo(head);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(head);
        new Label(head, SWT.NONE).setText(Messages.Unit_find);
        find = new Text(head, SWT.BORDER);
        find.setMessage(Messages.Unit_findHint);
        GridDataFactory.fillDefaults().hint(230, SWT.DEFAULT).applyTo(find);
        find.addListener(SWT.DefaultSelection, event -> find(find.getText(), Optional.empty()));
        openOrder = button(head, Messages.Unit_order, () -> open(shown.order()));
        openShipment = button(head, Messages.Unit_shipment, () -> open(shown.shipment()));
        unpack = button(head, Messages.Unit_unpack, this::unpack);
        print = button(head, Messages.Unit_print, this::print);
        title = new Label(body, SWT.NONE);
        title.setFont(JFaceResources.getHeaderFont());
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 2).applyTo(title);
        facts = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).applyTo(facts);
        tree = new Tree(body, SWT.FULL_SELECTION | SWT.BORDER);
        tree.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(tree);
        column(Messages.Unit_what, 360, SWT.LEFT);
        column(Messages.Field_lot, 130, SWT.LEFT);
        column(Messages.Field_quantity, 110, SWT.RIGHT);
        column(Messages.Unit_weight, 100, SWT.RIGHT);
        column(Messages.Unit_volume, 100, SWT.RIGHT);
        column(Messages.Unit_state, 110, SWT.LEFT);
        tree.addListener(SWT.DefaultSelection, event -> {
            if (event.item instanceof TreeItem item && item.getData() instanceof PackedUnit unit) {
                find(unit.code(), Optional.empty());
            }
        });
        Allowed.follow(body, this::enable);
        clear();
    }

    private static Button button(Composite head, String label, Runnable action) {
        Button button = new Button(head, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    private void column(String label, int width, int style) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(label);
        column.setWidth(width);
    }

    private void enable() {
        boolean is = shown != null;
        openOrder.setEnabled(is && shown.order().isPresent());
        openShipment.setEnabled(is && shown.shipment().isPresent());
        unpack.setEnabled(
            is && shown.unit().state() == PackedUnit.State.PACKED && Allowed.may(FulfilmentPermission.PICK));
        print.setEnabled(
            is && shown.unit().state() != PackedUnit.State.UNPACKED && Allowed.may(DocumentPermission.PRINT));
    }

    private void clear() {
        shown = null;
        title.setText(Messages.Unit_none);
        facts.setText(Messages.Unit_noneHint);
        tree.removeAll();
        enable();
    }

    @Override
    public void scanned(String code, ScanFeedback feedback) {
        find(code, Optional.of(feedback));
    }

    private void find(String code, Optional<ScanFeedback> feedback) {
        String wanted = code.strip();
        if (wanted.isEmpty()) {
            return;
        }
        Work.request(Messages.Unit_load, progress -> read(wanted)).on(body).quietly().done(found -> {
            feedback.ifPresent(ScanFeedback::good);
            notices().clear();
            show(found);
        }).refused(refusals -> {
            feedback.ifPresent(ScanFeedback::bad);
            notices().refused(refusals);
            find.setFocus();
            find.selectAll();
        }).start();
    }

    private Outcome<Shown> read(String code) {
        Packing packing = service(Packing.class).orElseThrow();
        Documents documents = service(Documents.class).orElseThrow();
        Items items = service(Items.class).orElseThrow();
        Optional<PackedUnit> found = packing.unit(code);
        if (found.isEmpty()) {
            return Outcome.refused(
                Refusal.of(FulfilmentRefusal.UNKNOWN_PACKED_UNIT, code).hint(Messages.Unit_unknownHint));
        }
        List<PackedUnit> around = packing.units(found.get().order());
        Map<ItemId, Item> known = new HashMap<>();
        around.forEach(unit -> unit.content().forEach(content -> known.computeIfAbsent(content.itemId(),
            id -> items.get(id).orElse(null))));
        return Outcome.done(new Shown(found.get(), new UnitTree(around), known, documents.get(found.get().order()),
            found.get().shipment().flatMap(documents::get)));
    }

    private void show(Shown found) {
        shown = found;
        PackedUnit unit = found.unit();
        find.setText(unit.code());
        find.selectAll();
        title.setText(NLS.bind(Messages.Unit_title, new Object[] { unit.code(), unit.rule(), state(unit) }));
        String number = found.order().map(Document::number).orElse(""); //$NON-NLS-1$
        String who = found.order().map(Document::partnerName).orElse(""); //$NON-NLS-1$
        StringBuilder words = new StringBuilder(NLS.bind(Messages.Unit_packedFor, new Object[] { number, who,
            Instants.minutes(unit.packed()), unit.user(), unit.location() }));
        found.shipment().ifPresent(shipment -> words.append('\n')
            .append(NLS.bind(Messages.Unit_left, shipment.number(), Instants.minutes(shipment.effective()))));
        words.append('\n').append(NLS.bind(Messages.Unit_weighs, kilos(unit).orElse(Messages.Unit_unknownWeight),
            litres(unit).orElse(Messages.Unit_unknownVolume)));
        facts.setText(words.toString());
        tree.setRedraw(false);
        tree.removeAll();
        fill(new TreeItem(tree, SWT.NONE), found.tree().outermost(unit));
        tree.setRedraw(true);
        body.layout();
        enable();
    }

    private void fill(TreeItem item, PackedUnit unit) {
        item.setData(unit);
        item.setText(0, (unit.code() + "  " + unit.rule()).strip()); //$NON-NLS-1$
        kilos(unit).ifPresent(text -> item.setText(WEIGHT, text));
        litres(unit).ifPresent(text -> item.setText(VOLUME, text));
        item.setText(STATE, state(unit));
        unit.content().forEach(content -> fill(new TreeItem(item, SWT.NONE), content));
        shown.tree().in(unit).forEach(inner -> fill(new TreeItem(item, SWT.NONE), inner));
        item.setExpanded(true);
        if (unit.code().equals(shown.unit().code())) {
            tree.setSelection(item);
        }
    }

    private void fill(TreeItem row, Content content) {
        Optional<Item> item = Optional.ofNullable(shown.items().get(content.itemId()));
        row.setText(0, content.item() + "  " + (content.line().isEmpty() ? Messages.Unit_material //$NON-NLS-1$
            : item.map(Item::name).orElse(""))); //$NON-NLS-1$
        row.setText(LOT, content.lot());
        row.setText(QUANTITY, (Figures.text(content.quantity()) + ' ' + item.map(one -> one.unit().code()).orElse("")) //$NON-NLS-1$
            .strip());
    }

    private static Optional<String> kilos(PackedUnit unit) {
        return unit.weight().map(UnitView::plain).map(number -> number + " kg"); //$NON-NLS-1$
    }

    private static Optional<String> litres(PackedUnit unit) {
        return unit.volume().map(UnitView::plain).map(number -> number + " l"); //$NON-NLS-1$
    }

    private static String plain(BigDecimal number) {
        return Figures.text(number);
    }

    private static String state(PackedUnit unit) {
        return switch (unit.state()) {
            case PACKED -> Messages.Unit_isPacked;
            case SHIPPED -> Messages.Unit_isShipped;
            case UNPACKED -> Messages.Unit_isUnpacked;
        };
    }

    private void open(Optional<Document> document) {
        document.ifPresent(one -> DocumentPages.open(getSite().getPage(), one.id(), one.number()));
    }

    /** Units are opened by putting everything of their order back. */
    private void unpack() {
        PackedUnit unit = shown.unit();
        DocumentId order = unit.order();
        String number = shown.order().map(Document::number).orElse(""); //$NON-NLS-1$
        Reason.ask(getSite().getShell(), Messages.Unit_unpackTitle, NLS.bind(Messages.Unit_unpackQuestion, number))
            .ifPresent(why -> service(Picking.class).ifPresent(picking -> Work
                .request(Messages.Unit_unpackTitle, progress -> picking.putBack("wb-" + UUID.randomUUID(), order, //$NON-NLS-1$
                    Optional.empty(), false, Instant.now(), why))
                .on(body).with(notices()).done(done -> {
                    notices().done(NLS.bind(Messages.Unit_unpacked, done.number()));
                    refresh();
                }).start()));
    }

    private void print() {
        PackedUnit unit = shown.unit();
        Optional<Document> about = shown.shipment().or(() -> shown.order());
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setFilterExtensions(new String[] { "*.pdf", "*.zpl" }); //$NON-NLS-1$ //$NON-NLS-2$
        dialog.setFileName(unit.code() + ".pdf"); //$NON-NLS-1$
        dialog.setOverwrite(true);
        String chosen = about.isEmpty() ? null : dialog.open();
        if (chosen != null) {
            print(about.get(), unit, Path.of(chosen));
        }
    }

    /** Prints the label of one unit into a file. */
    public void print(Document about, PackedUnit unit, Path file) {
        service(Printing.class).ifPresent(printing -> Work
            .request(Messages.Unit_printing, progress -> printing.print(LABEL_FORM, about.number(),
                Map.of("package", unit.code()), file, progress)) //$NON-NLS-1$
            .on(body).with(notices())
            .done(printed -> notices().done(NLS.bind(Messages.Unit_printed, printed.file().getFileName(),
                printed.isOriginal() ? Messages.Unit_original : Messages.Unit_copy)))
            .start());
    }

    /** The unit that is shown is read again. */
    @Override
    protected void refresh() {
        if (shown != null) {
            Work.request(Messages.Unit_load, progress -> read(shown.unit().code())).on(body).with(notices()).quietly()
                .done(this::show).start();
        }
    }

    @Override
    protected void closed() {
        find.setText(""); //$NON-NLS-1$
        clear();
    }

    @Override
    protected void focusContent() {
        find.setFocus();
        find.selectAll();
    }

}
