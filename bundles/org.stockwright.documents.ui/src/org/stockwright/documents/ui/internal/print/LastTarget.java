package org.stockwright.documents.ui.internal.print;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

import org.stockwright.company.SavedTexts;
import org.stockwright.company.SavedTexts.Saved;
import org.stockwright.documents.ui.internal.print.Target.Way;
import org.stockwright.ui.entry.TextRows;

/**
 * Where the user printed to the last time, kept in the book; of files the folder is kept. Not called on the user interface's
 * thread.
 *
 * @param texts where it is kept
 */
@SuppressWarnings("nls")
record LastTarget(SavedTexts texts) {

    /** Nobody printed yet. */
    static final Target NONE = new Target(Way.VIEWER, "");

    private static final String KIND = "print";
    private static final String NAME = "target";

    Target find() {
        return texts.find(KIND, NAME).map(saved -> read(saved.content())).orElse(NONE);
    }

    private static Target read(String text) {
        List<String> fields = TextRows.read(text).getFirst();
        return fields.size() != 2 ? NONE : Arrays.stream(Way.values())
            .filter(way -> way.name().equals(fields.getFirst())).findFirst()
            .map(way -> new Target(way, fields.getLast())).orElse(NONE);
    }

    void keep(Target target, boolean isFolder) {
        String where = target.way().isFile() && !isFolder
            ? Objects.requireNonNullElse(Path.of(target.where()).getParent(), Path.of("")).toString() : target.where();
        TextRows text = new TextRows();
        text.row(target.way().name(), where);
        texts.save(KIND, new Saved(NAME, false, text.toString()));
    }

}
