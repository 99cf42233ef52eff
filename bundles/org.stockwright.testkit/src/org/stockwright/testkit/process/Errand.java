package org.stockwright.testkit.process;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.stockwright.base.ItemId;
import org.stockwright.base.LocationId;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Quantity;
import org.stockwright.base.Refusal;
import org.stockwright.ledger.Ledger;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ledger.MovementLine;
import org.stockwright.ledger.PostingReceipt;
import org.stockwright.ledger.PostingRequest;
import org.stockwright.ledger.Verification;
import org.stockwright.ledger.spi.PostingParticipant;
import org.stockwright.persistence.StoreInfo;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.persistence.Transaction;
import org.stockwright.persistence.spi.ModuleContribution;
import org.stockwright.testkit.Warehouse;

/**
 * What a second process can do; it tells of it in lines on its output. A folder may also be the address of a server's
 * database; then {@code stockwright.home} should name another folder than the test's. The property {@value #USER} says
 * who acts.
 *
 * <ul>
 * <li>{@code OPEN FOLDER}: opens a store or makes one; says {@code opened} or {@code refused CODE SENTENCE}; ends when
 * its input ends
 * <li>{@code MIGRATE FOLDER SCRIPTS}: the same with a module that brings the scripts of a folder
 * <li>{@code POST FOLDER KEY COUNT LINES FROM TO ITEM…}: posts so many documents (0: until it is killed), the places and
 * items by their numbers, the same content for the same key; says {@code posted KEY} after each
 * <li>{@code EXIT FOLDER KEY COUNT LINES FROM TO ITEM…}: posts with a check that ends the program by {@code System.exit}
 * <li>{@code BACKUP FOLDER FILE}: backs the store up; says {@code written}
 * <li>{@code IDLE FOLDER SECONDS}: opens the store and leaves it to its background work for so long
 * <li>{@code SEAL FOLDER}: seals what is posted as often as it can until its input ends; says {@code sealed TIMES} then
 * </ul>
 */
public enum Errand {
    /** Opens a store and keeps it open until the input ends. */
    OPEN,
    /** Opens a store with one more module. */
    MIGRATE,
    /** Posts documents. */
    POST,
    /** Posts with a check that ends the program. */
    EXIT,
    /** Makes a backup. */
    BACKUP,
    /** Does nothing with an open store. */
    IDLE,
    /** Seals again and again until the input ends. */
    SEAL;

    /** The module that {@link #MIGRATE} brings. */
    public static final String MODULE = "reliability.module";

    /** System property: who acts; {@code second} when it is not set. */
    public static final String USER = "stockwright.errand.user";

    /** When the first document takes effect: the same document again must have the same content. */
    private static final Instant EFFECTIVE = Instant.parse("2026-01-15T08:00:00Z");
    /** The status with which {@link #EXIT} ends. */
    public static final int EXITED = 7;
    private static final long PATIENCE_MILLIS = 20_000;

    /** Does the errand that the arguments name. */
    public static void run(String[] arguments) throws IOException, InterruptedException {
        StoreLocation place = StoreLocation.parse(arguments[1]).value();
        switch (valueOf(arguments[0])) {
            case OPEN -> open(place, true).ifPresent(store -> untilInputEnds());
            case MIGRATE -> {
                Module module = new Module(scripts(Path.of(arguments[2])));
                context().registerService(ModuleContribution.class, module, null);
                open(place, true).ifPresent(store -> untilInputEnds());
            }
            case POST -> {
                if (open(place, false).isPresent()) {
                    post(arguments);
                }
            }
            case EXIT -> {
                context().registerService(PostingParticipant.class, new Exit(), null);
                if (open(place, false).isPresent()) {
                    post(arguments);
                }
            }
            case BACKUP -> {
                if (open(place, false).isPresent()) {
                    say(told(service(Stores.class).backup(Path.of(arguments[2]), Progress.NONE), "written"));
                }
            }
            case IDLE -> {
                open(place, false);
                Thread.sleep(Long.parseLong(arguments[2]) * 1_000);
            }
            case SEAL -> open(place, false).ifPresent(store -> seal());
        }
        service(Stores.class).close();
        say("closed");
    }

    private static Optional<StoreInfo> open(StoreLocation place, boolean create) {
        Outcome<StoreInfo> outcome = service(Stores.class).open(place, System.getProperty(USER, "second"), create,
            Progress.NONE);
        say(told(outcome, "opened"));
        return outcome.isDone() ? Optional.of(outcome.value()) : Optional.empty();
    }

    private static void post(String[] arguments) {
        String key = arguments[2];
        int count = Integer.parseInt(arguments[3]);
        int lines = Integer.parseInt(arguments[4]);
        LocationId from = new LocationId(Long.parseLong(arguments[5]));
        LocationId to = new LocationId(Long.parseLong(arguments[6]));
        List<ItemId> items = Arrays.stream(arguments, 7, arguments.length).map(Long::valueOf).map(ItemId::new).toList();
        Ledger ledger = service(Ledger.class);
        Random random = new Random(key.hashCode());
        for (int document = 0; count == 0 || document < count; document++) {
            List<MovementLine> content = new ArrayList<>();
            for (int line = 0; line < lines; line++) {
                content.add(MovementLine.of(MovementKind.RECEIPT, items.get((document + line) % items.size()),
                    Quantity.of(1L + random.nextInt(9), Warehouse.PCS), Optional.of(from), Optional.of(to))
                    .withUnitCost(BigDecimal.valueOf(1L + random.nextInt(999), 2)));
            }
            PostingRequest request = new PostingRequest(key + document, EFFECTIVE.plusSeconds(document), content,
                "", "", "RL");
            Outcome<PostingReceipt> outcome = ledger.post(request);
            say(told(outcome, "posted " + request.key()));
        }
    }

    private static void seal() {
        Thread input = Thread.ofPlatform().daemon().start(Errand::untilInputEnds);
        Verification verification = service(Verification.class);
        long times = 0;
        while (input.isAlive()) {
            verification.seal(Progress.NONE);
            times++;
        }
        say("sealed " + times);
    }

    private static String told(Outcome<?> outcome, String done) {
        return outcome.isDone() ? done : "refused " + outcome.refusals().getFirst().code().name() + ' '
            + outcome.refusals().getFirst().sentence();
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void untilInputEnds() {
        try {
            while (System.in.read() >= 0) {
                // nothing that is said matters, only the end
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<URL> scripts(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files.sorted()::iterator) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls;
    }

    private static BundleContext context() {
        return FrameworkUtil.getBundle(Errand.class).getBundleContext();
    }

    private static <T> T service(Class<T> type) {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context(), type, null);
        tracker.open();
        try {
            T service = tracker.waitForService(PATIENCE_MILLIS);
            if (service == null) {
                throw new IllegalStateException(String.format(Locale.ROOT, "no service %s", type.getName()));
            }
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            tracker.close();
        }
    }

    /** A check of somebody who thinks that the program is his. */
    private static final class Exit implements PostingParticipant {

        @Override
        public String name() {
            return "Exit";
        }

        @Override
        public List<Refusal> check(Transaction transaction, PostingRequest request) {
            System.exit(EXITED);
            return List.of();
        }

    }

    private record Module(List<URL> migrations) implements ModuleContribution {

        @Override
        public String moduleId() {
            return MODULE;
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public List<Class<?>> entities() {
            return List.of();
        }

    }

}
