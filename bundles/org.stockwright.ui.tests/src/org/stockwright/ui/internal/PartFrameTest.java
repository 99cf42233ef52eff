package org.stockwright.ui.internal;

import java.time.Instant;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.stockwright.base.Outcome;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Session;
import org.stockwright.security.Sessions;
import org.stockwright.ui.TestWindow;

import static org.assertj.core.api.Assertions.assertThat;

/** A part while nobody is signed in, and afterwards. */
class PartFrameTest {

    /** A service that the part needs: it comes when the test says so. */
    private interface Needed {
    }

    private final BundleContext context = FrameworkUtil.getBundle(PartFrame.class).getBundleContext();
    private final FakeSessions sessions = new FakeSessions();
    private ServiceRegistration<Sessions> registered;
    private ServiceRegistration<Needed> needed;
    private TestWindow window;
    private PartFrame frame;

    @BeforeEach
    void open() {
        registered = context.registerService(Sessions.class, sessions,
            new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.valueOf(1_000))));
        window = new TestWindow(shell -> {
            Composite body = new Composite(shell, 0);
            body.setLayout(new FillLayout());
            frame = new PartFrame(body, new NoContent(), PartFrameTest.class, null);
            frame.start(List.of(Needed.class), Set.of());
        });
    }

    @AfterEach
    void close() {
        window.run(() -> frame.close());
        window.close();
        registered.unregister();
        if (needed != null) {
            needed.unregister();
        }
    }

    private void comes() {
        if (needed != null) {
            needed.unregister();
        }
        needed = context.registerService(Needed.class, new Needed() {
        }, null);
        window.run(() -> {
            // lets the frame hear of it
        });
    }

    @Test
    void whatWasRefusedToNobodyIsNotShownToTheOneWhoSignsIn() {
        comes();
        assertThat(window.ask(() -> frame.isOpen())).as("somebody has to sign in first").isFalse();
        window.run(() -> frame.notices().refused(Outcome.refused(SecurityRefusal.NOT_SIGNED_IN).refusals()));
        sessions.session = Optional.of(new Session("anna", "Anna", Instant.EPOCH, false, false));
        comes();
        assertThat(window.ask(() -> frame.isOpen())).isTrue();
        assertThat(window.ask(() -> frame.notices().text())).isEmpty();
    }

    @Test
    void whatIsToldWhileThePartIsSeenStays() {
        sessions.session = Optional.of(new Session("anna", "Anna", Instant.EPOCH, false, false));
        comes();
        window.run(() -> frame.notices().failed("The printer is out of paper."));
        assertThat(window.ask(() -> frame.notices().text())).isEqualTo("The printer is out of paper.");
    }

    private static final class NoContent implements PartFrame.Content {

        @Override
        public void createContent(Composite parent) {
            // nothing to see
        }

        @Override
        public void opened() {
            // nothing to do
        }

        @Override
        public void closed() {
            // nothing to forget
        }

        @Override
        public void refresh() {
            // nothing to load
        }

    }

    /** A book with users, of whom one or nobody is signed in. */
    private static final class FakeSessions implements Sessions {

        private volatile Optional<Session> session = Optional.empty();

        @Override
        public boolean hasUsers() {
            return true;
        }

        @Override
        public Optional<Session> current() {
            return session;
        }

        @Override
        public Outcome<Session> signIn(String user, char[] password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void signOut() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void lock() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<Session> unlock(char[] password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Outcome<Session> changePassword(char[] old, char[] fresh) {
            throw new UnsupportedOperationException();
        }

    }

}
