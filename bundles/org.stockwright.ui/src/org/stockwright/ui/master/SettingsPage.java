package org.stockwright.ui.master;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal.Place;
import org.stockwright.ui.internal.Messages;

/** A page with a row for each of a few settings: what it is called, its value, and what the value means. */
public abstract class SettingsPage extends DescribedPage {

    /** The column of values, for refusals. */
    protected static final String VALUE = "value"; //$NON-NLS-1$

    private static final String ID = "id"; //$NON-NLS-1$
    private static final String NAME = "name"; //$NON-NLS-1$
    private static final String MEANING = "meaning"; //$NON-NLS-1$
    private static final int NAME_WIDTH = 34;
    private static final int VALUE_WIDTH = 24;
    private static final int MEANING_WIDTH = 64;

    /**
     * A setting as it is stored.
     *
     * @param id tells it from others
     * @param name what people call it
     * @param value as it is typed
     * @param meaning what can be typed and what it does
     */
    public record Setting(String id, String name, String value, String meaning) {
    }

    /** A page that answers this. */
    protected SettingsPage(Facts facts) {
        super(facts);
    }

    /** The settings as they are stored; called in a job. */
    protected abstract List<Setting> settings();

    /**
     * Stores all values, or none; called in a job.
     *
     * @param values by the settings' ids
     * @param line the line of a setting, for refusals
     */
    protected abstract Outcome<?> store(Map<String, String> values, ToIntFunction<String> line);

    /** The outcome with its refusals at a value. */
    protected static <T> Outcome<T> located(Outcome<T> outcome, int line) {
        return outcome.isDone() ? outcome : Outcome.refused(
            outcome.refusals().stream().map(refusal -> refusal.at(Place.field(line, VALUE))).toList());
    }

    @Override
    public final boolean isGrowing() {
        return false;
    }

    @Override
    public final List<MasterColumn> columns() {
        return List.of(MasterColumn.shown(NAME, Messages.Master_setting, NAME_WIDTH),
            MasterColumn.text(VALUE, Messages.Master_value, VALUE_WIDTH),
            MasterColumn.shown(MEANING, Messages.Master_meaning, MEANING_WIDTH));
    }

    @Override
    public final List<MasterRow> read(String scope) {
        return settings().stream().map(
            one -> MasterRow.of(ID, one.id(), NAME, one.name(), VALUE, one.value(), MEANING, one.meaning())).toList();
    }

    @Override
    public final Outcome<?> store(String scope, List<MasterRow> rows) {
        return store(rows.stream().collect(Collectors.toMap(row -> row.get(ID), row -> row.get(VALUE))),
            id -> 1 + IntStream.range(0, rows.size()).filter(i -> rows.get(i).get(ID).equals(id)).findFirst()
                .orElse(-1));
    }

}
