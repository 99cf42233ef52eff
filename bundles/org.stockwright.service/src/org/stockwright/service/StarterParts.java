package org.stockwright.service;

import java.util.List;

import org.osgi.annotation.versioning.ProviderType;
import org.stockwright.base.Outcome;
import org.stockwright.security.Requires;

/**
 * The letters, decision tables and scores that the automated stages of the {@linkplain Templates#starters() ready templates} name.
 * They come with the product too, as drafts: a company looks at them, changes them and approves them. Thread-safe; never called on
 * the user interface's thread.
 */
@ProviderType
@Requires(ServicePermission.VIEW)
public interface StarterParts {

    /** How far a part is in the book. */
    enum Standing {
        /** There is none with its code. */
        MISSING,
        /** It is drafted, and has to be approved before the template can be. */
        DRAFT,
        /** A version of it is used today. */
        READY,
        /** There are versions of it, none of them a draft or used today. */
        PAST
    }

    /**
     * What a stage names.
     *
     * @param kind the kind of automation: {@code letter}, {@code decision} or {@code score}
     * @param code its code
     * @param name what people call it
     * @param standing how far it is
     */
    record Part(String kind, String code, String name, Standing standing) {
    }

    /** The parts of a ready template, each once, in the order of its stages; none for an id that nobody knows. */
    List<Part> of(String starter);

    /**
     * Drafts the parts of a ready template that are missing, in their order, and the fields of client profiles that its scores
     * ask for. What there is, in whatever state, is left as it is; so are those before one that is refused, and a repetition goes
     * on behind them.
     *
     * @return the parts that were drafted
     */
    @Requires(ServicePermission.TEMPLATES)
    Outcome<List<Part>> draft(String starter);

}
