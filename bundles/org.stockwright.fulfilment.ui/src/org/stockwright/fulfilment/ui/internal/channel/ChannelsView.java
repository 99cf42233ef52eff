package org.stockwright.fulfilment.ui.internal.channel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.ui.Figures;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Channel;
import org.stockwright.fulfilment.Channels.Fetched;
import org.stockwright.fulfilment.Channels.Load;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Instants;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/**
 * The channels: how they are doing above, their messages and what they may sell below. What is selected above narrows what is
 * shown below.
 */
public final class ChannelsView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.fulfilment.ui.channels"; //$NON-NLS-1$
    private static final String JSON = ".json"; //$NON-NLS-1$

    private Grid<Row> grid;
    private QueuePane queue;
    private OfferPane offer;
    private final List<Button> buttons = new ArrayList<>();

    /** A channel with how it is doing. */
    private record Row(Channel channel, Load load, String customer, String place) {
    }

    /** What was taken from a channel and what became of it. */
    private record Imported(Fetched fetched, Processed processed) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Channels.class, Partners.class, Locations.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.DOCUMENTS, Topic.ACCESS, Topic.PARTNERS);
    }

    @Override
    protected void createContent(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.HORIZONTAL);
        // side by side where it is wide and low, as in the perspective; one above the other where it is narrow
        sash.addListener(SWT.Resize, event -> {
            Point size = sash.getSize();
            sash.setOrientation(size.x > 2 * size.y ? SWT.HORIZONTAL : SWT.VERTICAL);
        });
        Composite upper = new Composite(sash, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(upper);
        Composite bar = new Composite(upper, SWT.NONE);
        bar.setLayout(new RowLayout());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        Button fresh = new Button(bar, SWT.PUSH);
        fresh.setText(Messages.Channels_new);
        fresh.addListener(SWT.Selection, event -> ChannelEditor.open(getSite().getPage(), Optional.empty()));
        Allowed.guard(fresh, FulfilmentPermission.CHANNELS);
        Composite rows = new Composite(upper, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "fulfilment.channels", columns(), row -> row.channel().code()); //$NON-NLS-1$
        grid.mark(row -> !row.channel().active() ? Mark.DIMMED : row.load().dead() > 0 ? Mark.WARNING : Mark.NONE);
        grid.onOpen(row -> ChannelEditor.open(getSite().getPage(), Optional.of(row.channel().code())));
        grid.onSelect(chosen -> selected());
        act(bar, Messages.Channels_settings,
            (channels, code) -> ChannelEditor.open(getSite().getPage(), Optional.of(code)));
        act(bar, Messages.Channels_import, this::fetch);
        act(bar, Messages.Channels_file, this::file);
        act(bar, Messages.Channels_publish, this::publish);
        CTabFolder tabs = new CTabFolder(sash, SWT.BOTTOM | SWT.FLAT);
        queue = new QueuePane(tabs, () -> service(Channels.class), this::notices);
        offer = new OfferPane(tabs, () -> service(Channels.class), this::notices);
        tab(tabs, Messages.Channels_messages, queue.control());
        tab(tabs, Messages.Channels_offer, offer.control());
        tabs.setSelection(0);
        sash.setWeights(44, 56);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        Allowed.follow(upper, this::enable);
    }

    private static void tab(CTabFolder tabs, String title, Control control) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(title);
        tab.setControl(control);
    }

    /** Something that can be done with the selected channel: a button, and an entry of its menu. */
    private void act(Composite bar, String label, BiConsumer<Channels, String> run) {
        Runnable acting = () -> chosen().ifPresent(code -> service(Channels.class)
            .ifPresent(channels -> run.accept(channels, code)));
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> acting.run());
        buttons.add(button);
        Action entry = new Action(label) {

            @Override
            public void run() {
                acting.run();
            }

        };
        grid.menu().add(entry);
        Allowed.guard(entry, bar, FulfilmentPermission.CHANNELS);
    }

    private Optional<String> chosen() {
        List<Row> rows = grid.selection();
        return rows.size() == 1 ? Optional.of(rows.getFirst().channel().code()) : Optional.empty();
    }

    private void enable() {
        boolean may = chosen().isPresent() && Allowed.may(FulfilmentPermission.CHANNELS);
        buttons.forEach(button -> button.setEnabled(may));
    }

    private void selected() {
        enable();
        queue.show(chosen());
        offer.show(chosen());
    }

    @SuppressWarnings("nls")
    private static List<Column<Row>> columns() {
        return List.of(Column.<Row>text("code", Messages.Queue_channel, row -> row.channel().code()).width(13),
            Column.<Row>number("waiting", Messages.Queue_waiting, row -> BigDecimal.valueOf(row.load().waiting()))
                .width(9),
            Column.<Row>number("dead", Messages.Channels_dead, row -> BigDecimal.valueOf(row.load().dead())).width(8),
            Column.<Row, Instant>of("last", Messages.Channels_last, row -> row.load().last().orElse(null),
                Instants::minutes).width(17),
            Column.<Row>text("active", Messages.Channels_active,
                row -> row.channel().active() ? Messages.Channels_isActive : Messages.Channels_rests).width(9),
            Column.<Row>number("buffer", Messages.Channel_buffer, row -> Figures.plain(row.channel().bufferQuantity()))
                .width(9),
            Column.<Row>number("percent", Messages.Channel_percent,
                row -> Figures.plain(row.channel().bufferPercent())).width(10),
            Column.<Row>text("title", Messages.Channel_title, row -> row.channel().title()).width(24),
            Column.<Row>text("connector", Messages.Channel_connector, row -> row.channel().connector()).width(12),
            Column.<Row>text("place", Messages.Channel_place, Row::place).width(13),
            Column.<Row>text("customer", Messages.Field_customer, Row::customer).width(13),
            Column.<Row>text("items", Messages.Channels_sells, row -> row.channel().assortment().isEmpty()
                ? Messages.Channels_all : Integer.toString(row.channel().assortment().size())).width(12));
    }

    @Override
    protected void refresh() {
        Channels channels = service(Channels.class).orElseThrow();
        Partners partners = service(Partners.class).orElseThrow();
        Locations locations = service(Locations.class).orElseThrow();
        Work.load(Messages.Channels_load, progress -> rows(channels, partners, locations)).on(grid.control())
            .with(notices()).quietly().done(this::show).start();
    }

    private static List<Row> rows(Channels channels, Partners partners, Locations locations) {
        Map<String, Load> loads = new HashMap<>();
        channels.loads().forEach(load -> loads.put(load.channel(), load));
        return channels.list().stream().map(one -> new Row(one,
            loads.getOrDefault(one.code(), new Load(one.code(), 0, 0, Optional.empty())),
            one.customer().flatMap(partners::get).map(Partner::code).orElse(""), //$NON-NLS-1$
            one.place().flatMap(locations::get).map(Location::code).orElse(""))).toList(); //$NON-NLS-1$
    }

    private void show(List<Row> rows) {
        grid.setRows(rows);
        setContentDescription(rows.isEmpty() ? Messages.Channels_none : ""); //$NON-NLS-1$
        enable();
        queue.refresh();
    }

    private void fetch(Channels channels, String code) {
        Work.request(NLS.bind(Messages.Channels_importing, code), progress -> channels.fetch(code)
            .then(fetched -> channels.process(Optional.of(code), progress)
                .map(processed -> new Imported(fetched, processed))))
            .on(grid.control()).with(notices()).done(imported -> told(code, imported)).start();
    }

    private void told(String code, Imported imported) {
        Fetched fetched = imported.fetched();
        Processed processed = imported.processed();
        String counts = NLS.bind(Messages.Channels_imported, new Object[] { code, fetched.taken(), fetched.known(),
            processed.done(), processed.retry(), processed.dead() });
        if (!fetched.refused().isEmpty()) {
            notices().failed(counts + '\n' + Notices.text(fetched.refused()));
        } else if (processed.dead() + processed.retry() > 0) {
            notices().failed(counts);
        } else {
            notices().done(counts);
        }
    }

    /** Takes files into the queue as if the channel had sent them; their names are the messages' ids. */
    private void file(Channels channels, String code) {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setFilterExtensions(new String[] { '*' + JSON });
        if (dialog.open() != null) {
            List<Path> files = new ArrayList<>();
            for (String name : dialog.getFileNames()) {
                files.add(Path.of(dialog.getFilterPath(), name));
            }
            Work.request(NLS.bind(Messages.Channels_importing, code), progress -> take(channels, code, files, progress))
                .on(grid.control()).with(notices()).done(imported -> told(code, imported)).start();
        }
    }

    private static Outcome<Imported> take(Channels channels, String code, List<Path> files, Progress progress) {
        int taken = 0;
        int known = 0;
        List<Refusal> refused = new ArrayList<>();
        for (Path file : files) {
            progress.check();
            String name = String.valueOf(file.getFileName());
            String id = name.endsWith(JSON) ? name.substring(0, name.length() - JSON.length()) : name;
            Outcome<Boolean> outcome = channels.take(code, id, read(file));
            outcome.refusals().forEach(refusal -> refused.add(refusal.at(new Place(name, 0, "")))); //$NON-NLS-1$
            taken += outcome.isDone() && outcome.value().booleanValue() ? 1 : 0;
            known += outcome.isDone() && !outcome.value().booleanValue() ? 1 : 0;
        }
        Fetched fetched = new Fetched(taken, known, refused);
        return channels.process(Optional.of(code), progress).map(processed -> new Imported(fetched, processed));
    }

    private static String read(Path file) {
        try {
            // what is no UTF-8 is no message either: it is refused as such, not passed over
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publish(Channels channels, String code) {
        Work.request(NLS.bind(Messages.Channels_publishing, code),
            progress -> channels.publish(code, Optional.empty())).on(grid.control()).with(notices())
            .done(count -> {
                notices().done(NLS.bind(Messages.Channels_published, code, count));
                offer.show(chosen());
            }).start();
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
        queue.clear();
        offer.show(Optional.empty());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
