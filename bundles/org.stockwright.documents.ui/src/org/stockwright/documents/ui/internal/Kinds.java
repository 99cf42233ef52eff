package org.stockwright.documents.ui.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.stockwright.documents.Document;
import org.stockwright.documents.Documents;
import org.stockwright.documents.KindView;
import org.stockwright.documents.Step;
import org.stockwright.documents.ui.DocumentAction;
import org.stockwright.documents.ui.DocumentLook;
import org.stockwright.documents.ui.DocumentParts;
import org.stockwright.ui.Services;

/**
 * The kinds of documents with the words for them.
 *
 * @param views as the book knows them
 */
public record Kinds(List<KindView> views) {

    /** None. */
    public static final Kinds NONE = new Kinds(List.of());

    /** Takes a copy. */
    public Kinds {
        views = List.copyOf(views);
    }

    /** Those that may be seen; reads the book. */
    public static Kinds of(Documents documents) {
        return new Kinds(documents.kinds());
    }

    /** The kind with this id. */
    public Optional<KindView> find(String kind) {
        return views.stream().filter(view -> view.id().equals(kind)).findFirst();
    }

    /** What people call a document of a kind. */
    public String title(String kind) {
        return find(kind).map(KindView::title).orElse(kind);
    }

    /** What people call a state of a kind. */
    public String state(String kind, String state) {
        return find(kind).map(view -> view.titleOf(state)).orElse(state);
    }

    /** What people call several documents of a kind. */
    public String plural(String kind) {
        return look(kind).map(DocumentLook::plural).orElseGet(() -> title(kind));
    }

    private static Optional<DocumentLook> look(String kind) {
        return Services.findAll(Kinds.class, DocumentParts.class).stream().flatMap(parts -> parts.looks().stream())
            .filter(look -> look.kind().equals(kind)).findFirst();
    }

    /** The steps that are columns of a document's lines: those of its kind and those that happened. */
    public static List<Step> steps(Document document) {
        List<Step> expected = look(document.kind()).map(DocumentLook::steps).orElse(List.of());
        List<Step> steps = new ArrayList<>(expected);
        for (Step step : Step.values()) {
            if (!steps.contains(step)
                && document.lines().stream().anyMatch(line -> line.progress().containsKey(step))) {
                steps.add(step);
            }
        }
        steps.sort(Comparator.naturalOrder());
        return steps;
    }

    /** The step that a line of a kind is open for: the last that its kind expects before it is cancelled or returned. */
    public static Optional<Step> last(String kind) {
        return look(kind).flatMap(look -> look.steps().stream()
            .filter(step -> step != Step.RETURNED && step != Step.CANCELLED && step != Step.INVOICED)
            .reduce((a, b) -> b));
    }

    /** What can be done with a document of a kind in a state, about a place of ours. */
    public static List<DocumentAction> actions(String kind, String state, String place) {
        return Services.findAll(Kinds.class, DocumentParts.class).stream().flatMap(parts -> parts.actions().stream())
            .filter(action -> action.fits(kind, state, place)).toList();
    }

}
