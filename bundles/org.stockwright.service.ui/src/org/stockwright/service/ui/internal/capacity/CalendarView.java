package org.stockwright.service.ui.internal.capacity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partners;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.ui.DocumentPages;
import org.stockwright.documents.ui.Reason;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Arrivals;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Offer;
import org.stockwright.service.Bookings.Slot;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.Capacity;
import org.stockwright.service.Capacity.Figure;
import org.stockwright.service.Capacity.Period;
import org.stockwright.service.Resources;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.Panes;
import org.stockwright.service.ui.internal.TemplateChoice;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.Notices;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** A week of resources with what is booked, how many services are left and what limits them; below, bookings and who waits. */
public final class CalendarView extends StockwrightView {

    /** The view's id. */
    public static final String ID = "org.stockwright.service.ui.calendar"; //$NON-NLS-1$

    private CodeField<String> template;
    private Label name;
    private WeekCanvas calendar;
    private GridActions<Booking> bookingActions;
    private GridActions<Waiting> offerActions;
    private Grid<Booking> bookings;
    private Grid<Waiting> offers;
    private CTabItem waitingTab;
    private LocalDate monday = LocalDate.EPOCH;
    private WeekModel week = new WeekModel(LocalDate.EPOCH, List.of(), List.of());
    private final Latest latest = new Latest();

    /** What is read at once. */
    private record Read(WeekModel week, List<Waiting> waiting, String problem) {
    }

    /** Somebody who waits, with the time that can be offered to him now. */
    private record Waiting(Booking wish, Optional<Slot> offer) {
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Arrivals.class, Bookings.class, Capacity.class, Resources.class, Partners.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.DOCUMENTS, Topic.SETTINGS, Topic.STOCK, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        SashForm sash = new SashForm(parent, SWT.VERTICAL);
        Composite upper = Panes.part(sash);
        bar(upper);
        calendar = new WeekCanvas(upper);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(calendar.control());
        calendar.onSelect((row, day) -> selected());
        calendar.onOpen(this::book);
        calendar.onTurn(this::turn);
        CTabFolder tabs = new CTabFolder(sash, SWT.BOTTOM | SWT.FLAT);
        Composite first = Panes.part(tabs);
        bookingActions = new GridActions<>(first);
        bookings = new Grid<>(Panes.rows(first), "service.bookings", columns(), row -> row.document().id()); //$NON-NLS-1$
        bookings.mark(row -> row.isOutside() ? Mark.WARNING
            : row.document().state().equals(Bookings.BOOKED) ? Mark.NONE : Mark.DIMMED);
        bookings.onOpen(row -> DocumentPages.open(getSite().getPage(), row.document().id(), row.document().number()));
        bookingActions.on(bookings, chosen -> {
            // the buttons follow by themselves
        });
        bookingActions.act(Messages.Calendar_arrive, ServicePermission.BOOK,
            row -> row.document().state().equals(Bookings.BOOKED), this::arrive);
        bookingActions.act(Messages.Calendar_move, ServicePermission.BOOK,
            row -> row.document().state().equals(Bookings.BOOKED), row -> BookDialog.moving(getSite().getShell(), its(),
                service(Partners.class).orElseThrow(), notices(), row).open());
        bookingActions.act(Messages.Calendar_cancel, ServicePermission.BOOK,
            row -> row.document().state().equals(Bookings.BOOKED), this::cancel);
        bookingActions.act(Messages.Calendar_noShow, ServicePermission.BOOK,
            row -> row.document().state().equals(Bookings.BOOKED) && row.from().isBefore(Instant.now()), this::noShow);
        Composite second = Panes.part(tabs);
        offerActions = new GridActions<>(second);
        offers = new Grid<>(Panes.rows(second), "service.offers", offerColumns(), row -> row.wish().document().id()); //$NON-NLS-1$
        offers.mark(row -> row.offer().isPresent() ? Mark.NONE : Mark.DIMMED);
        offers.onOpen(row -> DocumentPages.open(getSite().getPage(), row.wish().document().id(),
            row.wish().document().number()));
        offerActions.on(offers, chosen -> {
            // the buttons follow by themselves
        });
        offerActions.act(Messages.Calendar_accept, ServicePermission.BOOK, row -> row.offer().isPresent(),
            this::accept);
        offerActions.act(Messages.Calendar_giveUp, ServicePermission.BOOK, row -> true, this::giveUp);
        Panes.tab(tabs, Messages.Calendar_bookings, first);
        waitingTab = Panes.tab(tabs, Messages.Calendar_offers, second);
        tabs.setSelection(0);
        sash.setWeights(64, 36);
    }

    private void bar(Composite upper) {
        Composite bar = new Composite(upper, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(8).margins(8, 4).spacing(6, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        button(bar, Messages.Calendar_before, () -> turn(-1));
        button(bar, Messages.Calendar_today, () -> {
            today();
            refresh();
        });
        button(bar, Messages.Calendar_after, () -> turn(1));
        name = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(name);
        new Label(bar, SWT.NONE).setText(Messages.Calendar_for);
        template = new CodeField<>(bar, Messages.Calendar_for, TemplateChoice::codes);
        template.text().setMessage(Messages.Calendar_forHint);
        GridDataFactory.swtDefaults().hint(150, SWT.DEFAULT).applyTo(template.text());
        template.text().addListener(SWT.Modify, event -> refreshSoon());
        Button book = button(bar, Messages.Calendar_book, this::book);
        Allowed.guard(book, ServicePermission.BOOK);
    }

    private void today() {
        LocalDate today = LocalDate.now(Zones.current());
        monday = WeekModel.monday(today);
        calendar.day(today.getDayOfWeek().getValue() - 1);
    }

    private static Button button(Composite bar, String label, Runnable run) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> run.run());
        return button;
    }

    @SuppressWarnings("nls")
    private static List<Column<Booking>> columns() {
        return List.of(Column.<Booking>text("number", Messages.Case_number, row -> row.document().number()).width(12),
            Column.<Booking>text("state", Messages.Case_state, row -> state(row)).width(12),
            Column.<Booking, Instant>of("from", Messages.Calendar_from, Booking::from, Zones::minutes).width(20),
            Column.<Booking, Instant>of("until", Messages.Calendar_until, Booking::until, Zones::minutes).width(20),
            Column.<Booking>text("template", Messages.Case_service, Booking::template).width(16),
            Column.<Booking>text("customer", Messages.Case_who,
                row -> row.document().partnerName()).width(26),
            Column.<Booking>text("resources", Messages.Calendar_who,
                row -> row.uses().stream().map(Use::resource).distinct().collect(Collectors.joining(", "))).width(24),
            Column.<Booking>text("unit", Messages.Calendar_unit, row -> row.unit().orElse("")).width(14),
            Column.<Booking>text("note", Messages.Calendar_note,
                row -> row.uses().stream().map(Use::note).filter(note -> !note.isEmpty()).distinct()
                    .collect(Collectors.joining("; ")))
                .width(30));
    }

    @SuppressWarnings("nls")
    private static List<Column<Waiting>> offerColumns() {
        return List.of(
            Column.<Waiting>text("number", Messages.Case_number, row -> row.wish().document().number()).width(12),
            Column.<Waiting>text("customer", Messages.Case_who, row -> row.wish().document().partnerName()).width(26),
            Column.<Waiting>text("template", Messages.Case_service, row -> row.wish().template()).width(16),
            Column.<Waiting, Instant>of("wantedFrom", Messages.Calendar_wanted, row -> row.wish().from(),
                Zones::minutes).width(20),
            Column.<Waiting, Instant>of("wantedUntil", Messages.Calendar_until, row -> row.wish().until(),
                Zones::minutes).width(20),
            Column.<Waiting>text("wantedBy", Messages.Calendar_wantedBy,
                row -> String.join(", ", new TreeSet<>(row.wish().wanted()))).width(14),
            Column.<Waiting, Instant>of("from", Messages.Calendar_offered,
                row -> row.offer().map(Slot::start).orElse(null), Zones::minutes).width(20),
            Column.<Waiting>text("resources", Messages.Calendar_who,
                row -> row.offer().map(slot -> slot.uses().stream().map(Use::resource).distinct()
                    .collect(Collectors.joining(", "))).orElse(Messages.Calendar_noOffer))
                .width(24));
    }

    private static String state(Booking row) {
        return switch (row.document().state()) {
            case Bookings.BOOKED -> Messages.Calendar_isBooked;
            case Bookings.WAITING -> Messages.Calendar_isWaiting;
            case Bookings.ARRIVED -> Messages.Case_arrived;
            case Bookings.NO_SHOW -> Messages.Calendar_isNoShow;
            default -> Messages.Case_cancelled;
        };
    }

    private Bookings its() {
        return service(Bookings.class).orElseThrow();
    }

    private void turn(int weeks) {
        monday = monday.plusWeeks(weeks);
        refresh();
    }

    private void selected() {
        bookings.setRows(week.bookings(calendar.row(), calendar.day()));
        bookingActions.update();
    }

    /** Books on the day that is chosen, by the resource that is chosen. */
    private void book() {
        if (!Allowed.may(ServicePermission.BOOK)) {
            return;
        }
        LocalDate today = LocalDate.now(Zones.current());
        LocalDate chosen = monday.plusDays(calendar.day());
        Optional<String> resource = week.rows().isEmpty() ? Optional.empty()
            : Optional.of(week.rows().get(calendar.row()).resource().code());
        Optional<String> code = Optional.of(template.text().getText().strip()).filter(text -> !text.isEmpty());
        new BookDialog(getSite().getShell(), its(), service(Partners.class).orElseThrow(), notices(), code,
            chosen.isBefore(today) ? today : chosen, resource).open();
    }

    /** The customer came: his booking becomes a case. */
    private void arrive(Booking booking) {
        Arrivals arrivals = service(Arrivals.class).orElseThrow();
        Work.request(Messages.Calendar_arriving, progress -> arrivals.arrive(booking.document().id(), Map.of()))
            .on(calendar.control()).with(notices())
            .done(its -> notices().done(NLS.bind(Messages.Calendar_arrived, booking.document().number(), its.number())))
            .start();
    }

    private void cancel(Booking booking) {
        Bookings service = its();
        Reason.ask(getSite().getShell(), Messages.Calendar_cancelTitle,
            NLS.bind(Messages.Calendar_cancelQuestion, booking.document().number()))
            .ifPresent(why -> told(Messages.Calendar_cancelTitle, Messages.CancelCase_done,
                () -> service.cancel(booking.document().id(), why)));
    }

    private void noShow(Booking booking) {
        Bookings service = its();
        Reason.ask(getSite().getShell(), Messages.Calendar_noShowTitle,
            NLS.bind(Messages.Calendar_noShowQuestion, booking.document().number()))
            .ifPresent(why -> told(Messages.Calendar_noShowTitle, Messages.Calendar_noShowDone,
                () -> service.noShow(booking.document().id(), why)));
    }

    private void accept(Waiting row) {
        Bookings service = its();
        row.offer().ifPresent(slot -> told(Messages.Calendar_accepting, Messages.Calendar_accepted,
            () -> service.accept(row.wish().document().id(), new At(slot.start(), Set.of(), "")))); //$NON-NLS-1$
    }

    private void giveUp(Waiting row) {
        Bookings service = its();
        Reason.ask(getSite().getShell(), Messages.Calendar_giveUpTitle,
            NLS.bind(Messages.Calendar_giveUpQuestion, row.wish().document().number()))
            .ifPresent(why -> told(Messages.Calendar_giveUpTitle, Messages.CancelCase_done,
                () -> service.cancel(row.wish().document().id(), why)));
    }

    private void told(String job, String sentence, Supplier<Outcome<Booking>> request) {
        Work.request(job, progress -> request.get()).on(calendar.control()).with(notices())
            .done(now -> notices().done(NLS.bind(sentence, now.document().number()))).start();
    }

    @Override
    protected void opened() {
        today();
    }

    @Override
    protected void refresh() {
        Bookings service = its();
        Capacity capacity = service(Capacity.class).orElseThrow();
        Resources resources = service(Resources.class).orElseThrow();
        LocalDate first = monday;
        String code = template.text().getText().strip();
        Work.load(Messages.Calendar_load, progress -> read(service, capacity, resources, first, code))
            .on(calendar.control()).with(notices()).quietly().done(latest.only(this::show)).start();
    }

    private static Read read(Bookings service, Capacity capacity, Resources resources, LocalDate first, String code) {
        ZoneId zone = Zones.current();
        Instant begin = first.atStartOfDay(zone).toInstant();
        Instant end = first.plusDays(WeekModel.DAYS).atStartOfDay(zone).toInstant();
        Outcome<List<Figure>> figures = code.isEmpty() ? Outcome.done(List.of())
            : capacity.of(code, first, first.plusDays(WeekModel.DAYS - 1L), Period.DAY);
        List<Booking> booked = service.list(begin, end).stream().filter(one -> !one.uses().isEmpty()).toList();
        return new Read(
            WeekModel.of(first, zone, resources.list(), booked, figures.isDone() ? figures.value() : List.of()),
            waiting(service), Notices.text(figures.refusals()));
    }

    /** Everybody who waits, in the order of the list; for some there is a time now. */
    private static List<Waiting> waiting(Bookings service) {
        Map<DocumentId, Slot> offered = service.offers().stream()
            .collect(Collectors.toMap(offer -> offer.wish().document().id(), Offer::slot, (first, later) -> first));
        return service.waiting().stream()
            .map(wish -> new Waiting(wish, Optional.ofNullable(offered.get(wish.document().id())))).toList();
    }

    private void show(Read read) {
        week = read.week();
        name.setText(NLS.bind(Messages.Calendar_week, week.monday(), week.monday().plusDays(WeekModel.DAYS - 1L))
            + (read.problem().isEmpty() ? "" : "   " + read.problem())); //$NON-NLS-1$ //$NON-NLS-2$
        calendar.show(week);
        offers.setRows(read.waiting());
        waitingTab.setText(read.waiting().isEmpty() ? Messages.Calendar_offers
            : Messages.Calendar_offers + " (" + read.waiting().size() + ')'); //$NON-NLS-1$
        offerActions.update();
        setContentDescription(week.rows().isEmpty() ? Messages.Calendar_none : ""); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        latest.forget();
        show(new Read(new WeekModel(monday, List.of(), List.of()), List.of(), "")); //$NON-NLS-1$
        bookings.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        calendar.setFocus();
    }

}
