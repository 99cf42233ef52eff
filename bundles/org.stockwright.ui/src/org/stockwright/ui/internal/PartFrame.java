package org.stockwright.ui.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.handlers.IHandlerService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;
import org.stockwright.ui.NoticeStrip;
import org.stockwright.ui.Services;
import org.stockwright.ui.Troubles;
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
    private static final String SIGN_IN = "org.stockwright.security.ui.signIn"; //$NON-NLS-1$
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
        .withZone(ZoneId.systemDefault());

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
    private final Composite signInPage;
    private final Label age;
    private final Composite contentPage;
    private final Composite bar;
    private final NoticeStrip strip;
    private ServiceRegistration<ChangeListener> registration;
    private boolean open;
    private String user = ""; //$NON-NLS-1$
    private Instant read = Instant.now();
    private boolean aged;

    /** A frame in this parent, for a part of this class. */
    public PartFrame(Composite parent, Content content, Class<?> asker, IWorkbenchPartSite site) {
        this.content = content;
        display = parent.getDisplay();
        services = Services.of(asker, display);
        root = new Composite(parent, SWT.NONE);
        root.setLayout(stack);
        emptyPage = page(Messages.PartFrame_nothingOpen, Messages.PartFrame_welcome, () -> site.getWorkbenchWindow()
            .getWorkbench().getIntroManager().showIntro(site.getWorkbenchWindow(), false));
        signInPage = page(Messages.PartFrame_nobody, Messages.PartFrame_signIn, () -> signIn(site));
        contentPage = new Composite(root, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(contentPage);
        bar = new Composite(contentPage, SWT.NONE);
        bar.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, FLASH_HEIGHT).applyTo(bar);
        strip = new NoticeStrip(contentPage);
        age = new Label(contentPage, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).indent(8, 0).exclude(true).applyTo(age);
        age.setVisible(false);
        Composite body = new Composite(contentPage, SWT.NONE);
        body.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        content.createContent(body);
        stack.topControl = emptyPage;
        strip.setSilent(true);
    }

    /** Begins to watch for the services that the part needs and for changes of what it shows. */
    public void start(List<Class<?>> needed, Set<Topic> topics) {
        missing.addAll(needed);
        needed.forEach(this::watch);
        appear();
        BundleContext context = FrameworkUtil.getBundle(PartFrame.class).getBundleContext();
        ChangeListener listener = changed -> {
            if (changed.contains(Topic.ACCESS) || changed.contains(Topic.UPKEEP)) {
                onDisplay(this::situation);
            }
            if (changed.stream().anyMatch(topics::contains)) {
                refreshSoon();
            }
        };
        registration = context.registerService(ChangeListener.class, listener, null);
    }

    private void onDisplay(Runnable runnable) {
        if (!display.isDisposed()) {
            display.asyncExec(() -> {
                if (!root.isDisposed()) {
                    runnable.run();
                }
            });
        }
    }

    /** Somebody signed in or out, or the database came or went. */
    private void situation() {
        appear();
        boolean unreadable = isUnreadable();
        if (unreadable != aged) {
            aged = unreadable;
            age.setText(NLS.bind(Messages.PartFrame_asOf, TIME.format(read)));
            ((GridData) age.getLayoutData()).exclude = !aged;
            age.setVisible(aged);
            contentPage.layout(true, true);
            if (!aged) {
                refreshSoon();
            }
        }
    }

    private boolean isUnreadable() {
        return services.get(Troubles.class).flatMap(Troubles::now).filter(trouble -> !trouble.readable()).isPresent();
    }

    /** Who works here: empty on a book without users; null when somebody has to sign in first. */
    private String whoWorks() {
        Optional<Sessions> sessions = services.get(Sessions.class);
        if (sessions.isEmpty() || !sessions.get().hasUsers()) {
            return ""; //$NON-NLS-1$
        }
        return sessions.get().current().map(Session::user).orElse(null);
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
        if (root.isDisposed()) {
            return;
        }
        String now = whoWorks();
        boolean complete = missing.isEmpty() && now != null;
        Composite page = complete ? contentPage : missing.isEmpty() ? signInPage : emptyPage;
        boolean another = complete && open && !user.equals(now);
        user = now == null ? "" : now; //$NON-NLS-1$
        if (another) {
            // What the last user was shown is not for the next one.
            strip.clear();
            content.closed();
        }
        if (!another && complete == open && stack.topControl == page) {
            return;
        }
        boolean was = open;
        open = complete;
        strip.setSilent(!open);
        stack.topControl = page;
        root.layout();
        if (open) {
            content.opened();
            refresh();
        } else if (was) {
            content.closed();
        }
    }

    /** What cannot be read now stays as it was; it is read when the database is there again. */
    private void refresh() {
        if (!isUnreadable()) {
            read = Instant.now();
            content.refresh();
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
                refresh();
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
        return !open && stack.topControl.setFocus();
    }

    private Composite page(String sentence, String next, Runnable action) {
        Composite page = new Composite(root, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(24, 24).spacing(6, 10).applyTo(page);
        new Label(page, SWT.NONE).setText(sentence);
        Link link = new Link(page, SWT.NONE);
        link.setText(next);
        link.addListener(SWT.Selection, event -> action.run());
        return page;
    }

    private static void signIn(IWorkbenchPartSite site) {
        try {
            site.getService(IHandlerService.class).executeCommand(SIGN_IN, null);
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
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
