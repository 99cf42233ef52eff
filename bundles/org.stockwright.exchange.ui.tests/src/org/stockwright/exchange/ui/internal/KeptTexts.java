package org.stockwright.exchange.ui.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.stockwright.company.SavedTexts;

/** Texts that are kept in memory. */
final class KeptTexts implements SavedTexts {

    private final Map<String, Saved> texts = new TreeMap<>();

    @Override
    public List<Saved> list(String kind) {
        return texts.entrySet().stream().filter(entry -> entry.getKey().startsWith(kind + "/")).map(Map.Entry::getValue)
            .sorted(Comparator.comparing(Saved::name)).toList();
    }

    @Override
    public Optional<Saved> find(String kind, String name) {
        return Optional.ofNullable(texts.get(kind + "/" + name + "/false"))
            .or(() -> Optional.ofNullable(texts.get(kind + "/" + name + "/true")));
    }

    @Override
    public void save(String kind, Saved text) {
        texts.put(kind + "/" + text.name() + "/" + text.shared(), text);
    }

    @Override
    public void delete(String kind, String name, boolean shared) {
        texts.remove(kind + "/" + name + "/" + shared);
    }

}
