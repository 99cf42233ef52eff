package org.stockwright.service.ui.internal.capacity;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.Partner;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.Bookings;
import org.stockwright.service.Bookings.At;
import org.stockwright.service.Bookings.Booking;
import org.stockwright.service.Bookings.Request;
import org.stockwright.service.Bookings.Search;
import org.stockwright.service.Bookings.Slot;
import org.stockwright.service.Bookings.Subject;
import org.stockwright.service.Bookings.Use;
import org.stockwright.service.Bookings.Wish;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.TemplateChoice;
import org.stockwright.service.ui.internal.cases.CaseRefusal;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Books a service at one of the times that are free on a day, or puts the customer on the waiting list. */
final class BookDialog extends EntryDialog {

    private static final int AFTER_MILLIS = 300;
    private static final int STEP_MINUTES = 15;
    private static final int MOST = 96;
    private static final Duration PATIENCE = Duration.ofDays(14);

    private final Bookings bookings;
    private final Partners partners;
    private final Notices notices;
    private final Optional<String> first;
    private final LocalDate day;
    private final Optional<String> resource;
    private final Optional<Booking> moved;
    private final String key = UUID.randomUUID().toString();
    private CodeField<String> template;
    private CodeField<String> customer;
    private Text when;
    private Text who;
    private Text note;
    private org.eclipse.swt.widgets.List times;
    private Button waits;
    private List<Slot> slots = List.of();
    private final Latest latest = new Latest();

    /**
     * A dialog for a booking.
     *
     * @param first the template that stands there at first
     * @param day on which times are looked for
     * @param resource the code of the resource that has to be among those that do it
     */
    BookDialog(Shell shell, Bookings bookings, Partners partners, Notices notices, Optional<String> first,
        LocalDate day, Optional<String> resource) {
        this(shell, bookings, partners, notices, first, day, resource, Optional.empty());
    }

    private BookDialog(Shell shell, Bookings bookings, Partners partners, Notices notices, Optional<String> first,
        LocalDate day, Optional<String> resource, Optional<Booking> moved) {
        super(shell, moved.isPresent() ? Messages.Move_title : Messages.Book_title,
            moved.map(one -> NLS.bind(Messages.Move_message, one.document().number(), Zones.minutes(one.from())))
                .orElse(Messages.Book_message),
            moved.isPresent() ? Messages.Move_button : Messages.Book_button);
        this.moved = moved;
        this.bookings = bookings;
        this.partners = partners;
        this.notices = notices;
        this.first = first;
        this.day = day;
        this.resource = resource;
    }

    /** A dialog that gives a booking another time, on its own day at first. */
    static BookDialog moving(Shell shell, Bookings bookings, Partners partners, Notices notices, Booking its) {
        LocalDate today = LocalDate.now(Zones.current());
        LocalDate itsDay = its.from().atZone(Zones.current()).toLocalDate();
        return new BookDialog(shell, bookings, partners, notices, Optional.of(its.template()),
            itsDay.isBefore(today) ? today : itsDay,
            its.wanted().isEmpty() ? Optional.empty() : Optional.of(String.join(", ", new TreeSet<>(its.wanted()))), //$NON-NLS-1$
            Optional.of(its));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        new Label(parent, SWT.NONE).setText(Messages.Case_template);
        template = new CodeField<>(parent, Messages.Case_template, TemplateChoice::codes);
        wide(template.text());
        new Label(parent, SWT.NONE).setText(Messages.Case_customer);
        customer = new CodeField<>(parent, Messages.Case_customer,
            text -> Choices.partners(text, Partner.Role.CUSTOMER));
        wide(customer.text());
        when = field(parent, Messages.Book_day, SWT.SINGLE);
        when.setText(day.toString());
        who = field(parent, Messages.Book_resources, SWT.SINGLE);
        who.setMessage(Messages.Book_resourcesHint);
        resource.ifPresent(who::setText);
        Label label = new Label(parent, SWT.NONE);
        label.setText(Messages.Book_times);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(label);
        times = new org.eclipse.swt.widgets.List(parent, SWT.BORDER | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).hint(320, 140).applyTo(times);
        note = field(parent, moved.isPresent() ? Messages.CancelCase_reason : Messages.Book_note, SWT.SINGLE);
        new Label(parent, SWT.NONE);
        waits = new Button(parent, SWT.CHECK);
        waits.setText(NLS.bind(Messages.Book_waits, String.valueOf(PATIENCE.toDays())));
        first.ifPresent(code -> template.set(new Choice<>(code, code, ""))); //$NON-NLS-1$
        for (Text text : List.of(template.text(), when, who)) {
            text.addListener(SWT.Modify, event -> searchSoon());
        }
        searchSoon();
        if (moved.isPresent()) {
            customer.text().setText(moved.get().document().partnerName());
            customer.text().setEnabled(false);
            template.text().setEnabled(false);
            waits.setEnabled(false);
            when.setFocus();
            when.selectAll();
        } else if (first.isPresent()) {
            customer.text().setFocus();
        }
    }

    private static void wide(Text text) {
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(text);
    }

    private Optional<LocalDate> day() {
        try {
            return Optional.of(TypedFields.day(when.getText().strip(), LocalDate.now(Zones.current())));
        } catch (DateTimeException e) {
            // the dialog says how it is written
            return Optional.empty();
        }
    }

    private Set<String> resources() {
        return Arrays.stream(who.getText().split("[,;]")).map(String::strip).filter(one -> !one.isEmpty()) //$NON-NLS-1$
            .collect(Collectors.toSet());
    }

    private void searchSoon() {
        BooleanSupplier newest = latest.ask();
        // the times of another day, service or person are not to be booked
        show(List.of(), Messages.Book_searching);
        times.getDisplay().timerExec(AFTER_MILLIS, () -> {
            if (!times.isDisposed() && newest.getAsBoolean()) {
                search(newest);
            }
        });
    }

    private void search(BooleanSupplier newest) {
        Optional<LocalDate> wanted = day();
        String code = template.text().getText().strip();
        if (wanted.isEmpty() || code.isEmpty()) {
            show(List.of(), Messages.Book_noSearch);
            return;
        }
        ZoneId zone = Zones.current();
        Instant begin = wanted.get().atStartOfDay(zone).toInstant();
        Instant end = wanted.get().plusDays(1).atStartOfDay(zone).toInstant();
        Search search = new Search(code, begin, end, resources(), STEP_MINUTES, MOST);
        boolean[] answered = new boolean[1];
        Work.request(Messages.Book_searching, progress -> bookings.slots(search)).on(times).quietly().done(found -> {
            answered[0] = true;
            if (newest.getAsBoolean()) {
                show(found, Messages.Book_noTimes);
            }
        }).refused(refusals -> {
            answered[0] = true;
            if (newest.getAsBoolean()) {
                show(List.of(), Notices.text(refusals));
            }
        }).always(() -> {
            if (!answered[0] && newest.getAsBoolean()) {
                show(List.of(), Messages.Book_searchFailed);
            }
        }).start();
    }

    private void show(List<Slot> found, String none) {
        slots = found;
        times.removeAll();
        found.forEach(slot -> times.add(NLS.bind(Messages.Book_time, new Object[] { Zones.minutes(slot.start()),
            Zones.minutes(slot.end()).substring(11),
            slot.uses().stream().map(Use::resource).distinct().collect(Collectors.joining(", ")) }))); //$NON-NLS-1$
        if (found.isEmpty()) {
            times.add(none);
        } else {
            times.select(0);
        }
    }

    @Override
    protected String problem() {
        if (template.text().getText().isBlank()) {
            return Messages.Case_templateMissing;
        }
        if (customer.text().getText().isBlank()) {
            return Messages.Case_customerMissing;
        }
        if (day().isEmpty()) {
            return Messages.Version_noDay;
        }
        if (moved.isPresent() && note.getText().isBlank()) {
            return Messages.Move_whyMissing;
        }
        int chosen = times.getSelectionIndex();
        return waits.getSelection() || chosen >= 0 && chosen < slots.size() ? "" : Messages.Book_timeMissing; //$NON-NLS-1$
    }

    @Override
    protected Work<?> request() {
        String code = template.text().getText().strip();
        String whose = customer.text().getText().strip();
        String words = note.getText().strip();
        Set<String> wanted = resources();
        boolean isWish = waits.getSelection();
        Instant start = isWish ? begin() : slots.get(times.getSelectionIndex()).start();
        if (moved.isPresent()) {
            return Work.request(Messages.Move_title,
                progress -> bookings.move(moved.get().document().id(), new At(start, wanted, ""), words)) //$NON-NLS-1$
                .done(booking -> {
                    finish();
                    notices.done(NLS.bind(Messages.Move_done, booking.document().number(),
                        Zones.minutes(booking.from())));
                });
        }
        return Work.request(Messages.Book_title, progress -> {
            Optional<Partner> found = partners.byCode(whose);
            if (found.isEmpty()) {
                return CaseRefusal.<Booking>unknown(whose);
            }
            Subject subject = new Subject(code, found.get().id(), Optional.empty(), "", words); //$NON-NLS-1$
            return isWish
                ? bookings.await(new Wish(key, subject, start, start.plus(PATIENCE), wanted, 0))
                : book(new Request(key, subject, new At(start, wanted, ""))); //$NON-NLS-1$
        }).done(booking -> {
            finish();
            notices.done(isWish ? NLS.bind(Messages.Book_isWaiting, booking.document().number())
                : NLS.bind(Messages.Book_isBooked, booking.document().number(), Zones.minutes(booking.from())));
        });
    }

    private Outcome<Booking> book(Request request) {
        return bookings.book(request);
    }

    private Instant begin() {
        Instant midnight = day().orElse(day).atStartOfDay(Zones.current()).toInstant();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        return midnight.isBefore(now) ? now : midnight;
    }

    @Override
    protected void again() {
        if (template.text().getText().isBlank()) {
            template.text().setFocus();
        } else if (customer.text().getText().isBlank()) {
            customer.text().setFocus();
        } else if (moved.isPresent() && note.getText().isBlank()) {
            note.setFocus();
        } else {
            times.setFocus();
            if (!slots.isEmpty()) {
                // somebody else may have taken the time meanwhile
                searchSoon();
            }
        }
    }

}
