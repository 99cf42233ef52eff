package org.stockwright.security.ui.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Progress;
import org.stockwright.security.AuditEvent;
import org.stockwright.security.AuditEvent.Field;
import org.stockwright.security.AuditQuery;
import org.stockwright.security.AuditTrail;
import org.stockwright.security.SecurityPermission;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.GridQuery;
import org.stockwright.ui.grid.PagedRows;

/** Who did what when, other than posting: filtered by time, user, subject and key. */
public final class AuditView extends StockwrightView implements PagedRows<AuditEvent> {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
        .withZone(ZoneId.systemDefault());

    private Text from;
    private Text to;
    private Text user;
    private Text subject;
    private Text key;
    private Grid<AuditEvent> grid;
    private boolean paged;
    private volatile AuditQuery query = AuditQuery.all();

    @Override
    protected List<Class<?>> needs() {
        return List.of(AuditTrail.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS, Topic.LOCATIONS, Topic.PARTNERS, Topic.SETTINGS, Topic.UPKEEP, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite content = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        filters(content);
        Composite body = new Composite(content, SWT.NONE);
        body.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        grid = new Grid<>(body, "security.audit", columns(), AuditEvent::id); //$NON-NLS-1$
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        grid.provideSelection(getSite());
    }

    private void filters(Composite parent) {
        Composite bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(11).margins(8, 6).spacing(6, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        from = filter(bar, Messages.Audit_from, Messages.Audit_date);
        to = filter(bar, Messages.Audit_to, Messages.Audit_date);
        user = filter(bar, Messages.Audit_user, ""); //$NON-NLS-1$
        subject = filter(bar, Messages.Audit_subjectLabel, ""); //$NON-NLS-1$
        key = filter(bar, Messages.Audit_keyLabel, ""); //$NON-NLS-1$
        Button apply = new Button(bar, SWT.PUSH);
        apply.setText(Messages.Audit_apply);
        apply.addListener(SWT.Selection, event -> apply());
    }

    private Text filter(Composite bar, String label, String message) {
        new Label(bar, SWT.NONE).setText(label);
        Text text = new Text(bar, SWT.BORDER);
        text.setMessage(message);
        GridDataFactory.fillDefaults().grab(true, false).hint(90, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.DefaultSelection, event -> apply());
        return text;
    }

    private void apply() {
        try {
            query = new AuditQuery(day(from, 0), day(to, 1), user.getText().strip(), subject.getText().strip(),
                key.getText().strip(), "", ""); //$NON-NLS-1$ //$NON-NLS-2$
            notices().clear();
            refresh();
        } catch (DateTimeParseException e) {
            notices().failed(NLS.bind(Messages.Audit_badDate, e.getParsedString()));
        }
    }

    /** The start of the day, or of the one after it. */
    private static Optional<Instant> day(Text text, int later) {
        String typed = text.getText().strip();
        return typed.isEmpty() ? Optional.empty() : Optional
            .of(LocalDate.parse(typed).plusDays(later).atStartOfDay(ZoneId.systemDefault()).toInstant()
                .minusNanos(later * 1_000L));
    }

    private static List<Column<AuditEvent>> columns() {
        return List.of(
            Column.<AuditEvent, Instant>of("when", Messages.Audit_when, AuditEvent::recorded, TIME::format).width(22) //$NON-NLS-1$
                .unsorted().unfiltered(),
            text("who", Messages.Audit_who, 14, AuditEvent::user), //$NON-NLS-1$
            text("what", Messages.Audit_what, 12, AuditEvent::action), //$NON-NLS-1$
            text("subject", Messages.Audit_subject, 14, AuditEvent::subject), //$NON-NLS-1$
            text("key", Messages.Audit_key, 22, AuditEvent::key), //$NON-NLS-1$
            text("before", Messages.Audit_before, 40, event -> values(event, Field::before)), //$NON-NLS-1$
            text("after", Messages.Audit_after, 40, event -> values(event, Field::after))); //$NON-NLS-1$
    }

    private static Column<AuditEvent> text(String id, String label, int width, Function<AuditEvent, String> text) {
        return Column.<AuditEvent>text(id, label, text).width(width).unsorted().unfiltered();
    }

    private static String values(AuditEvent event, Function<Field, Optional<String>> side) {
        return event.fields().stream()
            .filter(field -> field.hidden() || side.apply(field).isPresent())
            .map(field -> field.name() + " = " + (field.hidden() ? Messages.Audit_hidden //$NON-NLS-1$
                : side.apply(field).orElse(""))) //$NON-NLS-1$
            .collect(Collectors.joining("; ")); //$NON-NLS-1$
    }

    @Override
    public long count(GridQuery asked, Progress progress) {
        return service(AuditTrail.class).map(trail -> trail.count(query)).orElse(0L);
    }

    @Override
    public List<AuditEvent> page(GridQuery asked, long offset, int rows, Progress progress) {
        return service(AuditTrail.class).map(trail -> trail.page(query, offset, rows)).orElse(List.of());
    }

    @Override
    protected void refresh() {
        Optional<String> reason = Allowed.whyNot(SecurityPermission.AUDIT);
        if (reason.isPresent()) {
            closed();
            notices().failed(reason.get());
        } else if (!paged) {
            paged = true;
            grid.setPaged(this);
        } else {
            grid.reload();
        }
    }

    @Override
    protected void closed() {
        paged = false;
        grid.setRows(List.of());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
