package org.stockwright.persistence.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.stockwright.base.StoredText;
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
 * @param migrations its scripts, by engine
 * @param kinds the kinds of documents that only it changes
 * @param guards what it checks when it moves
 * @param bundle the symbolic name of its bundle
 * @param isIndispensable whether a store that it has worked in is refused without it
 */
record PresentModule(String id, String version, String title, String feature, List<Class<?>> entities,
    Map<String, List<Migration>> migrations, List<InstalledModule.OwnedKind> kinds, List<InstalledModule.Guard> guards,
    String bundle,
    boolean isIndispensable) {

    private static final Logger LOG = LoggerFactory.getLogger(PresentModule.class);
    /** As in the tables of modules. */
    private static final int MOST_ID = 128;
    private static final int MOST_TEXT = 200;
    private static final int MOST_SHORT = 100;
    private static final int MOST_NAME = 64;

    /**
     * Checks what a store has to be able to remember.
     *
     * @throws IllegalArgumentException when it cannot be remembered, or is the core's name
     */
    PresentModule {
        entities = List.copyOf(entities);
        migrations = Map.copyOf(migrations);
        kinds = kinds.stream().distinct().toList();
        guards = guards.stream().distinct().toList();
        if (id.equals(Schema.CORE)) {
            throw new IllegalArgumentException("The id " + id + " is taken");
        }
        fits("id", id, MOST_ID);
        fits("title", title, MOST_TEXT);
        fits("feature", feature, MOST_TEXT);
        fits("version", version, MOST_SHORT);
        for (InstalledModule.OwnedKind kind : kinds) {
            fits("kind of documents", kind.id(), MOST_NAME);
            fits("kind's title", kind.title(), MOST_TEXT);
            fits("kind's permission", kind.permission(), MOST_SHORT);
        }
        if (kinds.stream().map(InstalledModule.OwnedKind::id).distinct().count() < kinds.size()) {
            throw new IllegalArgumentException("A kind of documents is named twice");
        }
    }

    private static void fits(String what, String text, int most) {
        if (text.isBlank() || text.length() > most || !StoredText.isSound(text)) {
            throw new IllegalArgumentException("The " + what + " has to be of 1 to " + most + " characters: " + text);
        }
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
        Map<String, List<Migration>> migrations;
        try {
            migrations = Migration.of(module.moduleId(), module.migrations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PresentModule(module.moduleId(), module.version(), module.title(), module.feature(),
            module.entities(), migrations, module.documents(), module.guards(),
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
