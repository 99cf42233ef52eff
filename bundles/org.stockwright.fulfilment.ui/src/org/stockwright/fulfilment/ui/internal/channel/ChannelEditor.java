package org.stockwright.fulfilment.ui.internal.channel;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.Partners;
import org.stockwright.catalog.Units;
import org.stockwright.documents.ui.entry.EntryMasters;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.Channels.Connector;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.ui.internal.Messages;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;

/** Sets up a channel: what speaks with it, where its goods come from, what it is told. */
public final class ChannelEditor extends StockwrightEditor {

    /** The editor's id. */
    public static final String ID = "org.stockwright.fulfilment.ui.channel"; //$NON-NLS-1$
    /** No channel has this code. */
    private static final String NEW = "+"; //$NON-NLS-1$

    private ChannelForm form;
    private Composite content;
    private boolean isNew;
    private boolean shown;
    private boolean saving;

    /** What is read at once. */
    private record Read(ChannelTexts texts, List<Connector> connectors, boolean isNew) {
    }

    /** Opens the editor of a channel, or of a new one. */
    static void open(IWorkbenchPage page, Optional<String> code) {
        try {
            page.openEditor(new KeyInput("channel", code.orElse(NEW), code.orElse(Messages.Channel_new)), ID); //$NON-NLS-1$
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Channels.class, Items.class, Units.class, Partners.class, Locations.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        content = parent;
        form = new ChannelForm(parent, () -> setDirty(true));
        PlatformUI.getWorkbench().getHelpSystem().setHelp(form.control(), ID);
    }

    private <T> T its(Class<T> type) {
        return service(type).orElseThrow();
    }

    @Override
    protected void refresh() {
        form.masters(its(EntryMasters.class));
        if (shown && isDirty()) {
            return;
        }
        Channels channels = its(Channels.class);
        Partners partners = its(Partners.class);
        Locations locations = its(Locations.class);
        Items items = its(Items.class);
        String code = input().key();
        Work.load(Messages.Channel_load, progress -> {
            List<Connector> connectors = channels.connectors();
            Optional<ChannelTexts> found = channels.list().stream().filter(one -> one.code().equals(code)).findFirst()
                .map(one -> ChannelTexts.of(one, partners, locations, items));
            return new Read(found.orElseGet(() -> ChannelTexts.fresh(connectors.isEmpty() ? "" //$NON-NLS-1$
                : connectors.getFirst().id())), connectors, found.isEmpty());
        }).on(content).with(notices()).quietly().done(this::show).start();
    }

    private void show(Read read) {
        if (isDirty()) {
            return;
        }
        isNew = read.isNew();
        shown = true;
        form.show(read.texts(), read.connectors(), isNew);
        setDirty(false);
    }

    /** Comes back when it is saved or not; the display goes on meanwhile. What is not saved keeps the editor open. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        if (!saving) {
            saving = true;
            store();
            Display display = content.getDisplay();
            while (saving && !content.isDisposed()) {
                if (!display.readAndDispatch()) {
                    display.sleep();
                }
            }
        }
        if (isDirty()) {
            monitor.setCanceled(true);
        }
    }

    private void store() {
        ChannelTexts typed = form.typed();
        Channels channels = its(Channels.class);
        Partners partners = its(Partners.class);
        Locations locations = its(Locations.class);
        Items items = its(Items.class);
        boolean first = isNew;
        Work.request(Messages.Channel_saving, progress -> typed.read(partners, locations, items)
            .then(channel -> first && channels.list().stream().anyMatch(one -> one.code().equals(channel.code()))
                ? Outcome.refused(Refusal.of(FulfilmentRefusal.BAD_CHANNEL, channel.code(), Messages.Channel_taken)
                    .hint(Messages.Channel_takenHint))
                : channels.save(channel)))
            .on(content).with(notices()).done(this::saved).always(() -> saving = false).start();
    }

    private void saved(Channels.Channel channel) {
        setDirty(false);
        isNew = false;
        setInputWithNotify(new KeyInput(input().kind(), channel.code(), channel.code()));
        setPartName(channel.code());
        notices().done(NLS.bind(Messages.Channel_saved, channel.code()));
        refresh();
    }

    @Override
    protected void focusContent() {
        form.setFocus();
    }

}
