package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.ChangeListener;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.persistence.AcknowledgementJournal;
import org.stockwright.persistence.ChainAnchor;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.Password;
import org.stockwright.persistence.Promotion;
import org.stockwright.persistence.ServerState;
import org.stockwright.persistence.StoreException;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.StoreRefusal;
import org.stockwright.persistence.Stores;
import org.stockwright.persistence.UnitOfWork;
import org.stockwright.persistence.spi.ActingUser;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.persistence.spi.PasswordSource;

/**
 * Holds the one open store and offers its services while it is open. Public, with a public constructor: Declarative
 * Services make no others; nobody else sees this package. Immediate, because a delayed component ends with its last user,
 * and the store would close with it.
 */
@Component(immediate = true)
public final class StoresComponent implements Stores {

    private static final Logger LOG = LoggerFactory.getLogger(StoresComponent.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BundleContext context;
    private final Contributions contributions;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Clock clock;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ChangeListener> listeners;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<ModuleContribution> modules;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<PasswordSource> passwords;

    private volatile Opened opened;
    private volatile ActingUser acting;

    /** Made by Declarative Services. */
    @Activate
    public StoresComponent(BundleContext context, @Reference Contributions contributions) {
        this.context = context;
        this.contributions = contributions;
    }

    /** Somebody knows who acts; a store may be open already, or be opened just now: then it is told twice. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY, unbind = "forgetActing")
    void setActing(ActingUser user) {
        acting = user;
        Opened current = opened;
        if (current != null) {
            user.opened(work(current));
        }
    }

    void forgetActing(ActingUser user) {
        if (acting == user) {
            acting = null;
        }
    }

    /** The open store with its services; what is known about it may change by a backup. */
    private static final class Opened {

        private final OpenStore store;
        private volatile StoreInfo info;
        private ServiceRegistration<AcknowledgementJournal> journal;
        private ServiceRegistration<ChainAnchor> anchor;
        private ServiceRegistration<UnitOfWork> work;

        private Opened(OpenStore store) {
            this.store = store;
            this.info = store.info();
        }

        private StoreInfo info() {
            return info;
        }

        private void backedUp(Instant when) {
            info = new StoreInfo(info.location(), info.engine(), info.schema(), info.user(), Optional.of(when));
        }

    }

    @Override
    public Outcome<StoreInfo> open(StoreLocation location, String user, boolean create, Progress progress) {
        return open(location, user, create, Optional.empty(), progress);
    }

    @Override
    public Outcome<StoreInfo> createEncrypted(StoreLocation location, String user, Password password,
        Progress progress) {
        if (!(location instanceof StoreLocation.Folder)) {
            return Outcome.refused(Refusal.of(StoreRefusal.UNSUPPORTED, "Encrypting a server's database")
                .hint("Its administrator encrypts the server's disk."));
        }
        Optional<Refusal> weak = BookKeys.weakness(password);
        return weak.isPresent() ? Outcome.refused(weak.get())
            : open(location, user, true, Optional.of(password), progress);
    }

    private synchronized Outcome<StoreInfo> open(StoreLocation location, String user, boolean create,
        Optional<Password> encryption, Progress progress) {
        if (EngineCount.in(context) > 1) {
            return Outcome.refused(Refusal.of(StoreRefusal.TWO_ENGINES)
                .hint("Remove the plug-in that brings another Derby: two would not see each other's locks."));
        }
        Opened current = opened;
        if (current != null) {
            return Outcome.refused(Refusal.of(StoreRefusal.IN_USE, current.info.location(), current.info.user(),
                "this program", "its start").hint("Close it first: one database is open at a time."));
        }
        StoreAssembly assembly = assembly();
        Outcome<OpenStore> outcome = switch (location) {
            case StoreLocation.Folder folder -> new StoreOpener(assembly, new BookKeys(passwords), encryption)
                .open(folder, user, create, progress);
            case StoreLocation.Server server -> new ServerOpener(assembly, passwords).open(server, user, create,
                progress);
        };
        return outcome.map(this::offer);
    }

    @Override
    public Outcome<ServerState> look(StoreLocation.Server location, String user, Progress progress) {
        return new ServerOpener(assembly(), passwords).look(location, user, progress);
    }

    private StoreInfo offer(OpenStore store) {
        Opened fresh = new Opened(store);
        UnitOfWork work = work(fresh);
        opened = fresh;
        tellOpened(store, work);
        fresh.journal = context.registerService(AcknowledgementJournal.class, store.journal(), null);
        fresh.anchor = context.registerService(ChainAnchor.class, store.anchor(), null);
        fresh.work = context.registerService(UnitOfWork.class, work, null);
        if (isAnyMissing(store)) {
            tellUpkeep();
        }
        return fresh.info;
    }

    private UnitOfWork work(Opened of) {
        return new StoreWork(of.store, of::info, () -> {
            ActingUser user = acting;
            return user == null ? Optional.empty() : user.current();
        });
    }

    /** Whoever lets users in comes before anybody who could use the store. */
    private void tellOpened(OpenStore store, UnitOfWork work) {
        ActingUser user = acting;
        boolean told = false;
        try {
            if (user != null) {
                user.opened(work);
            }
            told = true;
        } finally {
            if (!told) {
                opened = null;
                end(store);
            }
        }
    }

    @Override
    @Deactivate
    public synchronized void close() {
        Opened closing = opened;
        if (closing == null) {
            return;
        }
        if (!closing.store.running().stop(PATIENCE)) {
            LOG.warn("Work was still running after {} and is cut off; it will not be stored", PATIENCE);
        }
        closing.work.unregister();
        closing.anchor.unregister();
        closing.journal.unregister();
        boolean troubled = closing.store.trouble().current().isPresent() || isAnyMissing(closing.store);
        opened = null;
        end(closing.store);
        ActingUser user = acting;
        if (user != null) {
            user.closed();
        }
        if (troubled) {
            tellUpkeep();
        }
    }

    private static boolean isAnyMissing(OpenStore store) {
        return store.modules().stream().anyMatch(InstalledModule::isMissing);
    }

    /** What is closed has no trouble any more, which the store that told of it cannot tell; nor what it lacks from its opening on. */
    private void tellUpkeep() {
        for (ChangeListener listener : listeners) {
            try {
                listener.changed(Set.of(Topic.UPKEEP));
            } catch (RuntimeException e) {
                LOG.error("A listener failed: {}", listener.getClass().getName(), e);
            }
        }
    }

    private static void end(OpenStore store) {
        try {
            store.close();
        } catch (SQLException | IOException e) {
            LOG.error("{} was not closed cleanly; it recovers at the next opening", store.info().location(), e);
        }
    }

    @Override
    public Optional<StoreInfo> current() {
        Opened current = opened;
        return current == null ? Optional.empty() : Optional.of(current.info);
    }

    @Override
    public List<InstalledModule> modules() {
        Opened current = opened;
        return current == null ? List.of() : current.store.modules();
    }

    @Override
    public Optional<Refusal> trouble() {
        Opened current = opened;
        return current == null ? Optional.empty() : current.store.trouble().current();
    }

    @Override
    public Outcome<Path> backup(Path file, Progress progress) {
        Opened current = opened;
        if (current == null) {
            return Outcome.refused(Refusal.of(StoreRefusal.NO_STORE, "use").hint("Open a database first."));
        }
        OpenStore store = current.store;
        store.running().enter();
        try {
            return store.backup(file.toAbsolutePath(), version(), stopping(store, progress)).map(when -> {
                current.backedUp(when);
                return file;
            });
        } catch (IOException | SQLException e) {
            throw new StoreException("No backup was written to " + file + ": " + e.getMessage(), e);
        } finally {
            store.running().leave();
        }
    }

    @Override
    public Outcome<Promotion> promote(StoreLocation.Server target, Progress progress) {
        Opened current = opened;
        if (current == null) {
            return Outcome.refused(Refusal.of(StoreRefusal.NO_STORE, "use").hint("Open a database first."));
        }
        OpenStore store = current.store;
        if (store.engine().isShared()) {
            return Outcome.refused(Refusal.of(StoreRefusal.UNSUPPORTED, "Copying from " + current.info.location())
                .hint("It is on a server already; use the server's own tools to move it."));
        }
        store.running().enter();
        try {
            StoreAssembly assembly = assembly();
            return new StorePromotion(store, assembly, new ServerOpener(assembly, passwords)).run(target,
                stopping(store, progress));
        } finally {
            store.running().leave();
        }
    }

    private StoreAssembly assembly() {
        return new StoreAssembly(PresentModule.of(modules, contributions), this::clock, () -> listeners, version());
    }

    @Override
    public Outcome<StoreLocation> restore(Path file, StoreLocation location, Progress progress) {
        if (!(location instanceof StoreLocation.Folder folder)) {
            return Outcome.refused(Refusal.of(StoreRefusal.UNSUPPORTED, location).hint("Restore into a folder."));
        }
        try {
            return Restore.into(folder, file.toAbsolutePath(), progress);
        } catch (IOException e) {
            throw new StoreException(file + " could not be restored: " + e.getMessage(), e);
        }
    }

    /** Closing the store ends a backup, as cancelling it does. */
    private static Progress stopping(OpenStore store, Progress progress) {
        return new Progress() {

            @Override
            public void begin(String task, long total) {
                progress.begin(task, total);
            }

            @Override
            public void worked(long amount) {
                progress.worked(amount);
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled() || store.running().isStopping();
            }

        };
    }

    private String version() {
        return context.getBundle().getVersion().toString();
    }

    private Clock clock() {
        Clock service = clock;
        return service == null ? Clock.systemUTC() : service;
    }

}
