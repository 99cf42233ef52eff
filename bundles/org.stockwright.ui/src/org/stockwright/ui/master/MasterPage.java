package org.stockwright.ui.master;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Notices;

/**
 * A page of master data or rules. Register it as an OSGi service that lives as long as the services of the open book that it
 * needs; it becomes a tab of the editor of its {@link #area}.
 */
@ConsumerType
public interface MasterPage {

    /**
     * What is chosen above a table, such as whose addresses are shown.
     *
     * @param label of the field
     * @param hint what stands in it while it is empty
     * @param search finds what fits a text; called in a job
     */
    record Scope(String label, String hint, Function<String, List<Choice<String>>> search) {
    }

    /** The word of the editor that it is a tab of, for example {@code purchasing}. */
    String area();

    /** Tabs stand from left to right in this order. */
    int order();

    /** The tab's title. */
    String title();

    /** What the rows decide, in a sentence or two above the table. */
    String explanation();

    /** What to do while there are no rows. */
    String whenEmpty();

    /** The permissions by which rows are changed; without one of them they are only shown. */
    List<String> permissions();

    /** The id of the context help. */
    String help();

    /** The word of the kind of file that has the same rows; empty when there is none. */
    default String importKind() {
        return ""; //$NON-NLS-1$
    }

    /** What is chosen above the table, if anything. */
    default Optional<Scope> scope() {
        return Optional.empty();
    }

    /** Whether rows can be added and taken away; otherwise they are only filled in. */
    default boolean isGrowing() {
        return true;
    }

    /** Why rows that are stored cannot be taken away; empty when they can. */
    default String whyKept() {
        return ""; //$NON-NLS-1$
    }

    /** What the page shows: a change of these refreshes it while nothing is unsaved. */
    Set<Topic> topics();

    /** From left to right. */
    List<MasterColumn> columns();

    /**
     * The rows as they are stored; called in a job.
     *
     * @param scope what was chosen above the table; empty when nothing was
     */
    List<MasterRow> read(String scope);

    /**
     * Stores all rows in the place of those before, all or none; called in a job.
     *
     * @param scope as in {@link #read}
     * @param rows the rows as they shall be
     * @return refusals carry the index of the row (from 1) as their line, and where it is known the column's id
     */
    Outcome<?> store(String scope, List<MasterRow> rows);

    /** Whether something that stands beside the table, and is stored with its rows, was changed. */
    default boolean isChanged() {
        return false;
    }

    /** Puts what stands beside the table back as it was read: the user does not want what he changed. */
    default void discard() {
        // most pages are a table only
    }

    /** Why rows cannot be changed by anybody now, in a sentence; empty when they can. */
    default String whyFixed() {
        return ""; //$NON-NLS-1$
    }

    /** Makes something below the table, such as a box to try the rules; the parent has a {@code GridLayout} of one column. */
    default void below(Composite parent, Notices notices) {
        // most pages are a table only
    }

}
