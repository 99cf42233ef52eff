package org.stockwright.persistence.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

import org.eclipse.persistence.config.BatchWriting;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.config.TargetDatabase;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.stockwright.persistence.Dialect;

/** The shared model of the open store. Built when somebody first asks for an entity: it takes a second. */
final class SharedModel implements AutoCloseable {

    private static final int BATCH = 500;

    private final List<Class<?>> classes;
    private final Dialect dialect;
    private final ModelSource source;
    private EntityManagerFactory factory;
    /** The one that has read a query; several threads may let it read one. */
    private volatile EntityManagerFactory warm;

    /** A model of these classes, not built yet. */
    SharedModel(List<Class<?>> classes, Dialect dialect, ModelSource source) {
        this.classes = List.copyOf(classes);
        this.dialect = dialect;
        this.source = source;
    }

    /** Builds it now, with what reads queries, so that whoever asks for an entity need not wait. */
    void build() {
        EntityManagerFactory built = factory();
        if (warm != built) {
            try (EntityManager manager = built.createEntityManager()) {
                built.getMetamodel().getEntities().stream().findFirst()
                    .ifPresent(any -> manager.createQuery("SELECT COUNT(e) FROM " + any.getName() + " e"));
            }
            warm = built;
        }
    }

    /** An entity manager on the calling thread's connection. */
    EntityManager manager() {
        return factory().createEntityManager();
    }

    private synchronized EntityManagerFactory factory() {
        EntityManagerFactory built = factory;
        if (built == null) {
            built = made();
            factory = built;
        }
        return built;
    }

    private EntityManagerFactory made() {
        ModelLoader loader = new ModelLoader(classes);
        ModelUnit unit = new ModelUnit(SharedModel.class.getResource("SharedModel.class"),
            classes.stream().map(Class::getName).toList(), loader, source);
        Map<String, Object> settings = new HashMap<>();
        settings.put(PersistenceUnitProperties.CLASSLOADER, loader);
        settings.put(PersistenceUnitProperties.TARGET_DATABASE,
            dialect == Dialect.DERBY ? TargetDatabase.Derby : TargetDatabase.PostgreSQL);
        settings.put(PersistenceUnitProperties.WEAVING, "false");
        // Rows are written by SQL and by other programs too: a cache across units of work would show old ones.
        settings.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        settings.put(PersistenceUnitProperties.BATCH_WRITING, BatchWriting.JDBC);
        settings.put(PersistenceUnitProperties.BATCH_WRITING_SIZE, Integer.toString(BATCH));
        settings.put(PersistenceUnitProperties.LOGGING_LEVEL, "WARNING");
        return new PersistenceProvider().createContainerEntityManagerFactory(unit, settings);
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
        }
    }

}
