package org.stockwright.persistence.internal;

import java.io.IOException;
import java.net.URL;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One class loader over all bundles that bring entities. It defines nothing; each class comes from its own bundle. */
final class ModelLoader extends ClassLoader {

    private final Map<String, Class<?>> entities = new HashMap<>();
    private final Set<ClassLoader> loaders = new LinkedHashSet<>();

    /** A loader that finds these classes and what their bundles see. */
    ModelLoader(Collection<Class<?>> classes) {
        super(ModelLoader.class.getClassLoader());
        for (Class<?> entity : classes) {
            entities.put(entity.getName(), entity);
            loaders.add(Objects.requireNonNull(entity.getClassLoader(), entity.getName()));
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        Class<?> entity = entities.get(name);
        if (entity != null) {
            return entity;
        }
        for (ClassLoader loader : loaders) {
            try {
                return loader.loadClass(name);
            } catch (ClassNotFoundException e) {
                // the next one may have it
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected URL findResource(String name) {
        for (ClassLoader loader : loaders) {
            URL found = loader.getResource(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) throws IOException {
        Set<URL> found = new LinkedHashSet<>();
        for (ClassLoader loader : loaders) {
            loader.getResources(name).asIterator().forEachRemaining(found::add);
        }
        return Collections.enumeration(found);
    }

}
