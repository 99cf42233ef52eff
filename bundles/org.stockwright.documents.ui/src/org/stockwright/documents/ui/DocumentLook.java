package org.stockwright.documents.ui;

import java.util.List;

import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.documents.Step;

/** How documents of a kind are shown. Register it as an OSGi service; kinds without one are shown with all their steps. */
@ConsumerType
public interface DocumentLook {

    /** The id of the kind, for example {@code purchase-order}. */
    String kind();

    /** What people call several, for example {@code Purchase orders}. */
    String plural();

    /** The steps that its lines take, as columns; others are shown when they happened. */
    List<Step> steps();

    /** The look of a kind by a constant. */
    static DocumentLook of(String kind, String plural, Step... steps) {
        return new DocumentLook() {

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public String plural() {
                return plural;
            }

            @Override
            public List<Step> steps() {
                return List.of(steps);
            }

        };
    }

}
