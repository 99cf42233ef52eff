package org.stockwright.service.ui.internal;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Function;

/** Services of which a test says what some of their methods do; the others are not to be called. */
public final class Calls {

    private Calls() {
    }

    /** A service; its methods by name, each with what it yields for its arguments. */
    public static <T> T of(Class<T> type, Map<String, Function<Object[], Object>> methods) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
            (proxy, method, arguments) -> {
                Function<Object[], Object> its = methods.get(method.getName());
                if (its == null) {
                    throw new AssertionError(method + " is called");
                }
                return its.apply(arguments);
            }));
    }

}
