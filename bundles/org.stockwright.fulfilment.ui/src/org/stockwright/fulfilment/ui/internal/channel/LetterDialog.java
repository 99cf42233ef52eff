package org.stockwright.fulfilment.ui.internal.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Event;
import org.stockwright.fulfilment.Channels.Message;
import org.stockwright.fulfilment.Channels.State;
import org.stockwright.fulfilment.ui.internal.Instants;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;

/** A message with its text and what happened to it. One that failed is mended here and sent again. */
final class LetterDialog extends EntryDialog {

    private static final Set<State> MENDABLE = Set.of(State.RETRY, State.DEAD, State.DISMISSED);
    private static final int WIDTH = 680;

    private final Channels channels;
    private final Message message;
    private final String before;
    private final List<Event> trail;
    private Text text;
    private Optional<Event> result = Optional.empty();

    LetterDialog(Shell shell, Channels channels, Message message, String text, List<Event> trail) {
        super(shell, NLS.bind(Messages.Letter_title, message.id(), message.channel()), told(message),
            mendable(message) ? Messages.Letter_send : Messages.Letter_close);
        this.channels = channels;
        this.message = message;
        this.before = text;
        this.trail = trail;
    }

    private static boolean mendable(Message message) {
        return MENDABLE.contains(message.state());
    }

    private static String told(Message message) {
        return message.refusal().isEmpty() ? QueuePane.state(message.state()) + ' ' + message.result()
            : QueuePane.line(message.refusal());
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected void fields(Composite parent) {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(parent, ChannelsView.ID);
        caption(parent, mendable(message) ? Messages.Letter_mend : Messages.Letter_text);
        text = new Text(parent, SWT.BORDER | SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setText(before);
        text.setEditable(mendable(message));
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, 180).applyTo(text);
        caption(parent, Messages.Letter_trail);
        Table events = new Table(parent, SWT.BORDER | SWT.FULL_SELECTION);
        events.setHeaderVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, 110).applyTo(events);
        List.of(Messages.Letter_at, Messages.Queue_user, Messages.Letter_action, Messages.Letter_note)
            .forEach(title -> new TableColumn(events, SWT.LEFT).setText(title));
        trail.forEach(event -> new TableItem(events, SWT.NONE).setText(new String[] { Instants.minutes(event.at()),
            event.user(), action(event.action()), QueuePane.line(event.note()) }));
        for (TableColumn column : events.getColumns()) {
            column.pack();
        }
    }

    private static void caption(Composite parent, String words) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(words);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(label);
    }

    @SuppressWarnings("nls")
    private static String action(String action) {
        return switch (action) {
            case "TAKEN" -> Messages.Letter_taken;
            case "CORRECTED" -> Messages.Letter_corrected;
            case "SENT_AGAIN" -> Messages.Letter_sentAgain;
            default -> QueuePane.state(State.valueOf(action));
        };
    }

    @Override
    protected Work<?> request() {
        if (!mendable(message)) {
            return Work.load(Messages.Letter_close, progress -> before).done(same -> finish());
        }
        String now = text.getText();
        Optional<String> corrected = now.equals(before) ? Optional.empty() : Optional.of(now);
        return Work.request(Messages.Queue_sending,
            progress -> QueuePane.again(channels, message, corrected, progress)).done(event -> {
                result = Optional.of(event);
                finish();
            });
    }

    /** What became of it when it was sent again. */
    Optional<Event> result() {
        return result;
    }

    @Override
    protected void again() {
        text.setFocus();
    }

}
