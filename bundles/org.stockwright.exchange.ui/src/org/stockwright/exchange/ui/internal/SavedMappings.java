package org.stockwright.exchange.ui.internal;

import java.util.List;
import java.util.Optional;

import org.stockwright.company.SavedTexts;
import org.stockwright.company.SavedTexts.Saved;
import org.stockwright.exchange.spi.ImportKind;

/**
 * The mappings that are kept in the book, per kind: those that somebody gave a name, for everybody, and the last one of
 * each user for each set of headers. Not called on the user interface's thread.
 */
@SuppressWarnings("nls")
final class SavedMappings {

    private static final String KIND = "import.";
    /** No user would begin a name with it. */
    private static final String LAST = "*";

    private final SavedTexts texts;

    SavedMappings(SavedTexts texts) {
        this.texts = texts;
    }

    /** The names that people gave, sorted. */
    List<String> names(ImportKind kind) {
        return texts.list(KIND + kind.id()).stream().map(Saved::name).filter(name -> !name.startsWith(LAST)).distinct()
            .toList();
    }

    /** A mapping by its name. */
    Optional<String> find(ImportKind kind, String name) {
        return texts.find(KIND + kind.id(), name).map(Saved::content);
    }

    /** Keeps a mapping by a name, for everybody. */
    void save(ImportKind kind, String name, ColumnMap map) {
        texts.save(KIND + kind.id(), new Saved(name, true, map.text()));
    }

    /** Forgets a mapping that has a name. */
    void delete(ImportKind kind, String name) {
        texts.delete(KIND + kind.id(), name, true);
        texts.delete(KIND + kind.id(), name, false);
    }

    /** How the user mapped a file with the same headers the last time. */
    Optional<String> last(ImportKind kind, ColumnMap map) {
        return texts.find(KIND + kind.id(), LAST + map.signature()).map(Saved::content);
    }

    /** Keeps how a file with these headers was mapped, for the user. */
    void keepLast(ImportKind kind, ColumnMap map) {
        texts.save(KIND + kind.id(), new Saved(LAST + map.signature(), false, map.text()));
    }

}
