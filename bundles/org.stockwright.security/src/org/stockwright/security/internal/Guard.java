package org.stockwright.security.internal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.security.Access;
import org.stockwright.security.AccessDenied;
import org.stockwright.security.Requires;
import org.stockwright.security.SecurityRefusal;
import org.stockwright.security.Unguarded;

/** The check in front of one service. */
final class Guard implements InvocationHandler {

    private static final String NOBODY = "";

    private final Supplier<?> service;
    private final Class<?> type;
    private final Access access;
    /** The permission by method; empty for methods that everybody may call. */
    private final Map<Method, Optional<String>> permissions = new ConcurrentHashMap<>();
    private volatile Object instance;

    private Guard(Supplier<?> service, Class<?> type, Access access) {
        this.service = service;
        this.type = type;
        this.access = access;
    }

    /** A service behind its check; it is asked for at the first call. */
    static Object of(Supplier<?> service, Class<?> type, Access access) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
            new Guard(service, type, access));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return objectMethod(proxy, method, arguments);
        }
        Optional<String> permission = permissions.computeIfAbsent(method, this::permission);
        if (permission.isPresent()) {
            Optional<Refusal> refusal = permission.get().equals(NOBODY) ? Optional.of(noRule(method))
                : access.refusal(permission.get());
            if (refusal.isPresent()) {
                forgetPasswords(arguments);
                if (method.getReturnType() == Outcome.class) {
                    return Outcome.refused(refusal.get());
                }
                throw new AccessDenied(refusal.get());
            }
        }
        try {
            return method.invoke(instance(), arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** As the service itself would have done. */
    private static void forgetPasswords(Object[] arguments) {
        if (arguments != null) {
            for (Object argument : arguments) {
                if (argument instanceof char[] password) {
                    Arrays.fill(password, '\0');
                }
            }
        }
    }

    private static Refusal noRule(Method method) {
        return Refusal.of(SecurityRefusal.NO_RULE, method.getDeclaringClass().getName() + '.' + method.getName())
            .hint("Whoever wrote it has to annotate it.");
    }

    /** Asked for once: the component stays while this guard is offered. */
    private Object instance() {
        Object asked = instance;
        if (asked == null) {
            asked = service.get();
            instance = asked;
        }
        return asked;
    }

    private Optional<String> permission(Method method) {
        Requires requires = method.getAnnotation(Requires.class);
        if (requires != null) {
            return Optional.of(requires.value());
        }
        if (method.isAnnotationPresent(Unguarded.class)) {
            return Optional.empty();
        }
        Requires all = type.getAnnotation(Requires.class);
        if (all != null) {
            return Optional.of(all.value());
        }
        return type.isAnnotationPresent(Unguarded.class) ? Optional.empty() : Optional.of(NOBODY);
    }

    private Object objectMethod(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> Boolean.valueOf(proxy == arguments[0]);
            case "hashCode" -> Integer.valueOf(System.identityHashCode(proxy));
            default -> "guarded " + type.getName();
        };
    }

}
