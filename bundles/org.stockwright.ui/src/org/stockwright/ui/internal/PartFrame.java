package org.stockwright.ui.internal;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPartSite;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ui.NoticeStrip;
import org.stockwright.ui.Services;
import org.stockwright.ui.scan.ScanService;

/**
 * What our views and editors have in common: an empty page while no book is open, a strip for notices, the content,
 * and refreshing it a moment after something it shows has changed.
 */
public final class PartFrame implements AutoCloseable, ScanService.Flash {

    /** Changes that come close together make one refresh. */
    private static final int COALESCE_MILLIS = 150;
    private static final int FLASH_MILLIS = 500;
    private static final int FLASH_HEIGHT = 4;

    /** What a part does in its frame. */
    public interface Content {

        /** Makes the content; called once. */
        void createContent(Composite parent);

        /** The book was opened: its services are there. */
        void opened();

        /** The book was closed. */
        void closed();

        /** Something that is shown has changed, or was opened. */
        void refresh();

    }

    private final Content content;
    private final Services services;
    private final Display display;
    private final Set<Class<?>> missing = new HashSet<>();
    private final AtomicBoolean refreshDue = new AtomicBoolean();
    private final StackLayout stack = new StackLayout();
    private final Composite root;
    private final Composite emptyPage;
    private final Composite contentPage;
    private final Composite bar;
    private final NoticeStrip strip;
    private ServiceRegistration<ChangeListener> registration;
    private boolean open;

    /** A frame in this parent, for a part of this class. */
    public PartFrame(Composite parent, Content content, Class<?> asker, IWorkbenchPartSite site) {
        this.content = content;
        display = parent.getDisplay();
        services = Services.of(asker, display);
        root = new Composite(parent, SWT.NONE);
        root.setLayout(stack);
        emptyPage = createEmptyPage(site);
        contentPage = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(contentPage);
        bar = new Composite(contentPage, SWT.NONE);
        bar.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, FLASH_HEIGHT).applyTo(bar);
        strip = new NoticeStrip(contentPage);
        Composite body = new Composite(contentPage, SWT.NONE);
        body.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        content.createContent(body);
        stack.topControl = emptyPage;
    }

    /** Begins to watch for the services that the part needs and for changes of what it shows. */
    public void start(List<Class<?>> needed, Set<Topic> topics) {
        missing.addAll(needed);
        needed.forEach(this::watch);
        appear();
        if (!topics.isEmpty()) {
            Set<Topic> mine = EnumSet.copyOf(topics);
            BundleContext context = FrameworkUtil.getBundle(PartFrame.class).getBundleContext();
            ChangeListener listener = changed -> {
                if (changed.stream().anyMatch(mine::contains)) {
                    refreshSoon();
                }
            };
            registration = context.registerService(ChangeListener.class, listener, null);
        }
    }

    private <T> void watch(Class<T> type) {
        Consumer<T> came = service -> {
            missing.remove(type);
            appear();
        };
        services.whenAvailable(type, came, () -> {
            if (services.get(type).isEmpty()) {
                missing.add(type);
                appear();
            }
        });
    }

    private void appear() {
        boolean complete = missing.isEmpty();
        if (root.isDisposed() || complete == open && stack.topControl == (open ? contentPage : emptyPage)) {
            return;
        }
        open = complete;
        stack.topControl = open ? contentPage : emptyPage;
        root.layout();
        if (open) {
            content.opened();
            content.refresh();
        } else {
            strip.clear();
            content.closed();
        }
    }

    /** Refreshes a moment later, on the user interface's thread; callable on any thread. */
    public void refreshSoon() {
        if (!refreshDue.compareAndSet(false, true) || display.isDisposed()) {
            return;
        }
        display.asyncExec(() -> display.timerExec(COALESCE_MILLIS, () -> {
            refreshDue.set(false);
            if (open && !root.isDisposed()) {
                content.refresh();
            }
        }));
    }

    /** Whether the book is open and the content shown. */
    public boolean isOpen() {
        return open;
    }

    /** The part's services. */
    public Services services() {
        return services;
    }

    /** The part's notices. */
    public NoticeStrip notices() {
        return strip;
    }

    /** The user looks at the goods: a bar in colour is seen from the corner of the eye. */
    @Override
    public void flash(boolean good) {
        if (bar.isDisposed()) {
            return;
        }
        bar.setBackground(display.getSystemColor(good ? SWT.COLOR_GREEN : SWT.COLOR_RED));
        display.timerExec(FLASH_MILLIS, () -> {
            if (!bar.isDisposed()) {
                bar.setBackground(null);
            }
        });
    }

    /** Gives the focus to the empty page; false when the content is shown. */
    public boolean focusEmptyPage() {
        return !open && emptyPage.setFocus();
    }

    private Composite createEmptyPage(IWorkbenchPartSite site) {
        Composite page = new Composite(root, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(24, 24).spacing(6, 10).applyTo(page);
        new Label(page, SWT.NONE).setText(Messages.PartFrame_nothingOpen);
        Link link = new Link(page, SWT.NONE);
        link.setText(Messages.PartFrame_welcome);
        link.addListener(SWT.Selection, event -> site.getWorkbenchWindow().getWorkbench().getIntroManager()
            .showIntro(site.getWorkbenchWindow(), false));
        return page;
    }

    @Override
    public void close() {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
        services.close();
    }

}
