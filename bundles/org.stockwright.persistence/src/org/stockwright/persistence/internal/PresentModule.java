package org.stockwright.persistence.internal;

import java.net.URL;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.persistence.InstalledModule;
import org.stockwright.persistence.spi.ModuleContribution;

/**
 * What an installed module said of itself, asked once.
 *
 * @param id its stable id
 * @param version its version
 * @param title what people call it
 * @param feature the feature that brings it
 * @param entities its entity classes
 * @param migrations its scripts
 * @param kinds the kinds of documents that only it changes
 * @param guards what it checks when it moves
 * @param bundle the symbolic name of its bundle
 * @param isIndispensable whether a store that it has worked in is refused without it
 */
record PresentModule(String id, String version, String title, String feature, List<Class<?>> entities,
    List<URL> migrations, List<InstalledModule.OwnedKind> kinds, List<InstalledModule.Guard> guards, String bundle,
    boolean isIndispensable) {

    private static final Logger LOG = LoggerFactory.getLogger(PresentModule.class);

    PresentModule {
        entities = List.copyOf(entities);
        migrations = List.copyOf(migrations);
        kinds = List.copyOf(kinds);
        guards = List.copyOf(guards);
    }

    /** All that answer, by id; one that fails, or takes another's id, is named and counts as not installed. */
    static List<PresentModule> of(Collection<ModuleContribution> modules, Contributions contributions) {
        Map<String, PresentModule> found = new TreeMap<>();
        for (ModuleContribution contribution : modules) {
            Outcome<PresentModule> answer = contributions.ask(contribution, PresentModule::of);
            if (answer.isDone() && found.putIfAbsent(answer.value().id, answer.value()) != null) {
                LOG.error("{} takes the id {} of another module and is left out", contribution.getClass().getName(),
                    answer.value().id);
            }
        }
        return new ArrayList<>(found.values());
    }

    private static PresentModule of(ModuleContribution module) {
        return new PresentModule(module.moduleId(), module.version(), module.title(), module.feature(),
            module.entities(), module.migrations(), module.documents(), module.guards(),
            Optional.ofNullable(FrameworkUtil.getBundle(module.getClass())).map(Bundle::getSymbolicName).orElse(""),
            module.isIndispensable());
    }

    /** Whether a store has to remember it. */
    boolean ownsData() {
        return !migrations.isEmpty() || !kinds.isEmpty() || !guards.isEmpty();
    }

    /** As a store remembers it. */
    InstalledModule installed(Instant since) {
        return new InstalledModule(id, title, feature, version, since, false, kinds, guards, bundle);
    }

}
