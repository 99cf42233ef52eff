package org.stockwright.company.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.company.Company;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;
import org.stockwright.ui.StatusField;

/** The status field that names who acts. */
@Component(service = StatusField.class)
public final class UserField implements StatusField {

    private final BookState book;
    private final Sessions sessions;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ServiceRegistration<ChangeListener> registration;

    @Activate
    public UserField(@Reference BookState book, @Reference Sessions sessions, BundleContext context) {
        this.book = book;
        this.sessions = sessions;
        ChangeListener listener = topics -> {
            if (topics.contains(Topic.ACCESS)) {
                listeners.forEach(Runnable::run);
            }
        };
        registration = context.registerService(ChangeListener.class, listener, null);
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }

    @Override
    public State state() {
        Optional<Company> company = book.company();
        if (company.isEmpty()) {
            return new State("", "", Tone.PLAIN); //$NON-NLS-1$ //$NON-NLS-2$
        }
        if (!sessions.hasUsers()) {
            String user = company.get().user();
            return new State(user, Messages.bind(Messages.Status_userTip, user), Tone.PLAIN);
        }
        return sessions.current().map(UserField::signedIn)
            .orElseGet(() -> new State(Messages.Status_nobody, Messages.Status_nobodyTip, Tone.WARNING));
    }

    private static State signedIn(Session session) {
        String person = session.displayName().isEmpty() ? session.user() : session.displayName();
        return new State(person, Messages.bind(Messages.Status_userTip, session.user()), Tone.PLAIN);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String name() {
        return Messages.Status_user;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
        book.onChange(listener);
    }

}
