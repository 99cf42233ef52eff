package org.stockwright.cli.internal;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.company.Companies;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.Requires;
import org.stockwright.security.Sessions;
import org.stockwright.security.Unguarded;
import org.stockwright.security.Users;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Walks every method of every service of this product, as a user who may do nothing: each refuses, or says why it is
 * everybody's.
 */
class GuardedServicesIT {

    private static final String PASSWORD = "four locked doors";

    /** Services that are not behind the guard, with the reason. */
    private static final Map<String, String> NOT_BEHIND_THE_GUARD = Map.ofEntries(
        Map.entry("org.stockwright.persistence.Stores", "opens what users are in; areas and Companies call it"),
        Map.entry("org.stockwright.persistence.UnitOfWork", "below the areas, which are behind the guard"),
        Map.entry("org.stockwright.persistence.AcknowledgementJournal", "below the areas"),
        Map.entry("org.stockwright.persistence.ChainAnchor", "below the areas"),
        Map.entry("org.stockwright.persistence.spi.ActingUser", "asks and tells who acts"),
        Map.entry("org.stockwright.persistence.spi.ModuleContribution", "only names what a module brings"),
        Map.entry("org.stockwright.security.Access", "is the check itself"),
        Map.entry("org.stockwright.security.Sessions", "lets users in; asks for passwords itself"),
        Map.entry("org.stockwright.security.spi.AuditTeller", "only adds to the audit trail"),
        Map.entry("org.stockwright.security.spi.PermissionSource", "only names permissions"),
        Map.entry("org.stockwright.security.spi.Guarded", "has no methods; the guard stands before its interfaces"),
        Map.entry("org.stockwright.base.Contributions", "is about the program, not about what stands in a book"),
        Map.entry("org.stockwright.base.ChangeListener", "hears that something changed, not what"));

    @TempDir
    Path folder;

    private final BundleContext context = FrameworkUtil.getBundle(CommandRun.class).getBundleContext();

    @Test
    void everyServiceMethodRefusesAUserWithoutPermissions() throws Exception {
        try (Services services = new Services(context)) {
            Companies companies = services.get(Companies.class);
            companies.create(folder.resolve("db").toString(), "tester", Invocation.defaults(), Progress.NONE).value();
            try {
                Sessions sessions = services.get(Sessions.class);
                services.get(Users.class).add("root", "", PASSWORD.toCharArray(), Set.of()).value();
                sessions.signIn("root", PASSWORD.toCharArray()).value();
                services.get(Users.class).add("nobody", "", PASSWORD.toCharArray(), Set.of()).value();
                sessions.signIn("nobody", PASSWORD.toCharArray()).value();
                walk();
                sessions.signOut();
                walk();
            } finally {
                companies.close();
            }
        }
    }

    private void walk() throws Exception {
        List<String> open = new ArrayList<>();
        Set<String> walked = new TreeSet<>();
        for (ServiceReference<?> reference : context.getAllServiceReferences(null, null)) {
            for (String name : (String[]) reference.getProperty(Constants.OBJECTCLASS)) {
                if (isOurs(reference, name) && !NOT_BEHIND_THE_GUARD.containsKey(name)) {
                    walked.add(name);
                    walk(reference, name, open);
                }
            }
        }
        assertThat(open).isEmpty();
        assertThat(walked).contains("org.stockwright.ledger.Ledger", "org.stockwright.ledger.Stock",
            "org.stockwright.catalog.Items", "org.stockwright.exchange.Imports", "org.stockwright.reporting.Reports",
            "org.stockwright.company.Companies", "org.stockwright.security.Users", "org.stockwright.security.Roles",
            "org.stockwright.bench.Benchmarks").hasSizeGreaterThan(15);
    }

    /** What a bundle of this product exports to others; internal services are reached by nobody else. */
    private static boolean isOurs(ServiceReference<?> reference, String name) {
        return name.startsWith("org.stockwright.") && !name.contains(".internal.")
            && reference.getBundle().getSymbolicName().startsWith("org.stockwright.");
    }

    private void walk(ServiceReference<?> reference, String name, List<String> open) throws Exception {
        Class<?> type = reference.getBundle().loadClass(name);
        if (name.contains(".spi.")) {
            // Brought to an engine and called by it; the engine's own service is behind the guard.
            return;
        }
        Object service = context.getService(reference);
        for (Method method : type.getMethods()) {
            // a static method is nobody's service
            if (!Modifier.isStatic(method.getModifiers()) && !isEverybodys(type, method)
                && !isRefused(service, method)) {
                open.add(name + '.' + method.getName() + Arrays.toString(method.getParameterTypes()));
            }
        }
        context.ungetService(reference);
    }

    private static boolean isEverybodys(Class<?> type, Method method) {
        Unguarded unguarded = method.getAnnotation(Unguarded.class);
        if (unguarded == null && !method.isAnnotationPresent(Requires.class)) {
            unguarded = type.getAnnotation(Unguarded.class);
        }
        return unguarded != null && !unguarded.value().isBlank();
    }

    private static boolean isRefused(Object service, Method method) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(GuardedServicesIT::nothing).toArray();
        try {
            return method.invoke(service, arguments) instanceof Outcome<?> outcome && outcome.refusals().stream()
                .anyMatch(refusal -> Set.of("NOT_ALLOWED", "NOT_SIGNED_IN").contains(refusal.code().name()));
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof AccessDenied;
        }
    }

    private static Object nothing(Class<?> type) {
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

}
