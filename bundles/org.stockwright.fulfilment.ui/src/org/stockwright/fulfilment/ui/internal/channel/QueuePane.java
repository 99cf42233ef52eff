package org.stockwright.fulfilment.ui.internal.channel;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.documents.ui.Reason;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Event;
import org.stockwright.fulfilment.Channels.Message;
import org.stockwright.fulfilment.Channels.Processed;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.FulfilmentPermission;
import org.stockwright.fulfilment.ui.internal.Instants;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** The messages of a channel, or of all: the dead-letter list first. They are tried again, corrected or given up here. */
final class QueuePane {

    private static final int MOST = 2_000;
    private static final List<Set<State>> CHOICES = List.of(Set.of(State.DEAD), Set.of(State.NEW, State.RETRY),
        Set.of(State.DONE), Set.of(State.DISMISSED), Set.of());

    /** The text of a message with what happened to it. */
    private record Letter(String text, List<Event> trail) {
    }

    private final Composite body;
    private final Label whose;
    private final Combo states;
    private final Grid<Message> grid;
    private final Label empty;
    private final Supplier<Optional<Channels>> channels;
    private final Supplier<Notices> notices;
    private final List<Button> buttons = new ArrayList<>();
    private Optional<String> channel = Optional.empty();

    QueuePane(Composite parent, Supplier<Optional<Channels>> channels, Supplier<Notices> notices) {
        this.channels = channels;
        this.notices = notices;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        Composite bar = new Composite(body, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).margins(8, 4).spacing(6, 4).applyTo(bar);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
        whose = new Label(bar, SWT.NONE);
        states = new Combo(bar, SWT.READ_ONLY);
        states.setItems(Messages.Queue_dead, Messages.Queue_waiting, Messages.Queue_done, Messages.Queue_dismissed,
            Messages.Queue_all);
        states.select(0);
        states.addListener(SWT.Selection, event -> refresh());
        empty = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).indent(8, 0).applyTo(empty);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "fulfilment.queue", columns(), row -> List.of(row.channel(), row.id())); //$NON-NLS-1$
        grid.mark(row -> row.state() == State.DEAD ? Mark.BAD
            : row.state() == State.RETRY ? Mark.WARNING : row.state() == State.NEW ? Mark.NONE : Mark.DIMMED);
        grid.onOpen(this::look);
        grid.onSelect(chosen -> enable());
        act(bar, Messages.Queue_again, this::again);
        act(bar, Messages.Queue_mend, () -> grid.selection().stream().findFirst().ifPresent(this::look));
        act(bar, Messages.Queue_giveUp, this::giveUp);
        Allowed.follow(body, this::enable);
        name();
    }

    private void act(Composite bar, String label, Runnable run) {
        Button button = new Button(bar, SWT.PUSH);
        button.setText(label);
        button.addListener(SWT.Selection, event -> run.run());
        buttons.add(button);
        Action entry = new Action(label) {

            @Override
            public void run() {
                run.run();
            }

        };
        grid.menu().add(entry);
        Allowed.guard(entry, body, FulfilmentPermission.CHANNELS);
    }

    private void enable() {
        boolean may = !grid.selection().isEmpty() && Allowed.may(FulfilmentPermission.CHANNELS);
        buttons.forEach(button -> button.setEnabled(may));
    }

    @SuppressWarnings("nls")
    private static List<Column<Message>> columns() {
        return List.of(Column.<Message>text("id", Messages.Queue_message, Message::id).width(13),
            Column.<Message>text("refusal", Messages.Queue_refusal, row -> line(row.refusal())).width(60),
            Column.<Message>text("state", Messages.Queue_state, row -> state(row.state())).width(15),
            Column.<Message>text("result", Messages.Queue_result, Message::result).width(13),
            Column.<Message>text("channel", Messages.Queue_channel, Message::channel).width(12),
            Column.<Message>number("attempts", Messages.Queue_attempts, row -> BigDecimal.valueOf(row.attempts()))
                .width(10),
            Column.<Message, Instant>of("next", Messages.Queue_next, row -> row.next().orElse(null),
                Instants::minutes).width(17),
            Column.<Message, Instant>of("received", Messages.Queue_received, Message::received, Instants::minutes)
                .width(17),
            Column.<Message, Instant>of("changed", Messages.Queue_changed, Message::changed, Instants::minutes)
                .width(17).hidden(),
            Column.<Message>text("user", Messages.Queue_user, Message::user).width(12));
    }

    /** A refusal as people read it: in one line, without its code. */
    static String line(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("(^|: )[A-Z][A-Z0-9_]+: ", "$1"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
    }

    /** What people call a state. */
    static String state(State state) {
        return switch (state) {
            case NEW -> Messages.Queue_isNew;
            case RETRY -> Messages.Queue_isRetry;
            case DONE -> Messages.Queue_isDone;
            case DEAD -> Messages.Queue_isDead;
            case DISMISSED -> Messages.Queue_isDismissed;
        };
    }

    /** Shows the messages of this channel; of all when it is empty. */
    void show(Optional<String> code) {
        channel = code;
        name();
        refresh();
    }

    private void name() {
        whose.setText(channel.map(one -> NLS.bind(Messages.Queue_of, one)).orElse(Messages.Queue_ofAll));
        whose.getParent().layout();
    }

    void refresh() {
        Set<State> wanted = CHOICES.get(states.getSelectionIndex());
        Optional<String> code = channel;
        channels.get()
            .ifPresent(service -> Work.load(Messages.Queue_load, progress -> service.queue(code, wanted, MOST))
                .on(body).with(notices.get()).quietly().done(this::show).start());
    }

    private void show(List<Message> messages) {
        grid.setRows(messages);
        empty.setText(!messages.isEmpty() ? "" //$NON-NLS-1$
            : states.getSelectionIndex() == 0 ? Messages.Queue_noneDead : Messages.Queue_none);
        enable();
    }

    /** Sends what is selected again, as it is, and processes it at once. */
    private void again() {
        List<Message> chosen = grid.selection();
        if (chosen.size() == 1) {
            Message one = chosen.getFirst();
            channels.get().ifPresent(service -> Work
                .request(Messages.Queue_sending, progress -> again(service, one, Optional.empty(), progress)).on(body)
                .with(notices.get()).done(event -> told(one, event)).start());
        } else if (!chosen.isEmpty()) {
            channels.get().ifPresent(service -> Work
                .request(Messages.Queue_sending, progress -> again(service, chosen, progress)).on(body)
                .with(notices.get()).done(counts -> notices.get().done(NLS.bind(Messages.Queue_processed,
                    new Object[] { counts.done(), counts.retry(), counts.dead() })))
                .start());
        }
    }

    /** Sends one again, corrected or as it is, processes what is due, and says what became of it. */
    static Outcome<Event> again(Channels service, Message one, Optional<String> corrected, Progress progress) {
        return service.retry(one.channel(), one.id(), corrected)
            .then(due -> service.process(Optional.of(one.channel()), progress))
            .then(done -> service.trail(one.channel(), one.id())).map(List::getLast);
    }

    private static Outcome<Processed> again(Channels service, List<Message> chosen, Progress progress) {
        Outcome<Processed> sum = Outcome.done(new Processed(0, 0, 0, 0));
        for (Message one : chosen) {
            sum = sum.then(so -> service.retry(one.channel(), one.id(), Optional.empty()).map(due -> so));
        }
        for (String code : chosen.stream().map(Message::channel).collect(Collectors.toCollection(TreeSet::new))) {
            sum = sum.then(so -> service.process(Optional.of(code), progress)
                .map(now -> new Processed(so.done() + now.done(), so.retry() + now.retry(), so.dead() + now.dead(),
                    so.left() + now.left())));
        }
        return sum;
    }

    private void told(Message one, Event event) {
        if (event.action().equals(State.DONE.name())) {
            notices.get().done(NLS.bind(Messages.Queue_became, one.id(), event.note()));
        } else {
            notices.get().failed(NLS.bind(Messages.Queue_failedAgain, one.id(), line(event.note())));
        }
    }

    private void giveUp() {
        List<Message> chosen = grid.selection();
        String what = chosen.stream().map(Message::id).collect(Collectors.joining(", ")); //$NON-NLS-1$
        if (!chosen.isEmpty()) {
            Reason.ask(body.getShell(), Messages.Queue_giveUpTitle, NLS.bind(Messages.Queue_giveUpQuestion, what))
                .ifPresent(why -> channels.get().ifPresent(service -> Work
                    .request(Messages.Queue_givingUp, progress -> giveUp(service, chosen, why)).on(body)
                    .with(notices.get()).done(last -> notices.get().done(NLS.bind(Messages.Queue_givenUp, what)))
                    .start()));
        }
    }

    private static Outcome<Integer> giveUp(Channels service, List<Message> chosen, String why) {
        Outcome<Integer> count = Outcome.done(Integer.valueOf(0));
        for (Message one : chosen) {
            count = count.then(so -> service.dismiss(one.channel(), one.id(), why)
                .map(gone -> Integer.valueOf(so.intValue() + 1)));
        }
        return count;
    }

    /** Opens the text of a message, with what happened to it. */
    private void look(Message one) {
        channels.get().ifPresent(service -> Work.request(Messages.Queue_load, progress -> service
            .text(one.channel(), one.id())
            .then(text -> service.trail(one.channel(), one.id()).map(trail -> new Letter(text, trail))))
            .on(body).with(notices.get()).quietly().done(letter -> {
                LetterDialog dialog = new LetterDialog(body.getShell(), service, one, letter.text(), letter.trail());
                dialog.open();
                dialog.result().ifPresent(event -> told(one, event));
            }).start());
    }

    void clear() {
        grid.setRows(List.of());
        empty.setText(""); //$NON-NLS-1$
        enable();
    }

    Control control() {
        return body;
    }

}
