package org.stockwright.service.ui.internal.template;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.Decimals;
import org.stockwright.base.Outcome;
import org.stockwright.service.BoundaryEffect;
import org.stockwright.service.Demand;
import org.stockwright.service.Templates;
import org.stockwright.service.ui.internal.Messages;

/**
 * What each position of the boundary does, side by side, for a demand that was recorded or typed. The selected row is where the
 * boundary stands: choosing another row moves it.
 */
final class EffectPane {

    private static final int PADDING = 14;
    private static final int FIELD = 60;
    private static final int FIRST = 210;
    private static final List<String> ASSUMED = List.of("10", "4", "1", "0", "0.95"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

    private final Composite body;
    private final Label sentence;
    private final Table table;
    private final Label source;
    private final Text days;
    private final Button recorded;
    private final List<Text> fields = new ArrayList<>();
    private List<BigDecimal> record = List.of();
    private List<BoundaryEffect> effects = List.of();
    private IntConsumer moved = position -> {
        // nobody listens yet
    };
    private Runnable changed = () -> {
        // nobody listens yet
    };
    private boolean setting;

    EffectPane(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 6).applyTo(body);
        sentence = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(sentence);
        Composite line = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(14).spacing(6, 4).applyTo(line);
        List<String> labels = List.of(Messages.Demand_mean, Messages.Demand_deviation, Messages.Demand_review,
            Messages.Demand_lead, Messages.Demand_service);
        for (int i = 0; i < labels.size(); i++) {
            fields.add(field(line, labels.get(i), ASSUMED.get(i)));
        }
        recorded = new Button(line, SWT.PUSH);
        recorded.setText(Messages.Demand_recorded);
        days = new Text(line, SWT.BORDER | SWT.RIGHT);
        days.setText("56"); //$NON-NLS-1$
        days.setToolTipText(Messages.Demand_days);
        GridDataFactory.swtDefaults().hint(FIELD / 2, SWT.DEFAULT).applyTo(days);
        source = new Label(line, SWT.NONE);
        source.setText(Messages.Demand_assumed);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).span(2, 1).applyTo(source);
        table = new Table(body, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        table.setHeaderVisible(true);
        table.setLinesVisible(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 130).applyTo(table);
        column(Messages.Effect_position, SWT.LEFT);
        for (String title : List.of(Messages.Effect_wait, Messages.Effect_waitStored, Messages.Effect_stock,
            Messages.Effect_fill, Messages.Effect_preparation, Messages.Effect_obsolete, Messages.Effect_obsolescence,
            Messages.Effect_invested, Messages.Effect_validity)) {
            column(title, SWT.RIGHT);
        }
        column(Messages.Effect_model, SWT.LEFT);
        table.addListener(SWT.Selection, event -> {
            if (table.getSelectionIndex() >= 0) {
                moved.accept(table.getSelectionIndex());
            }
        });
    }

    private void column(String title, int style) {
        TableColumn column = new TableColumn(table, style);
        column.setText(title);
        column.pack();
    }

    private Text field(Composite line, String label, String content) {
        Label its = new Label(line, SWT.NONE);
        its.setText(label);
        Text text = new Text(line, SWT.BORDER | SWT.RIGHT);
        text.setText(content);
        GridDataFactory.swtDefaults().hint(FIELD, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> {
            if (!setting) {
                record = List.of();
                source.setText(Messages.Demand_assumed);
                changed.run();
            }
        });
        return text;
    }

    /** Runs with the position that was chosen in the table. */
    void onMove(IntConsumer listener) {
        moved = listener;
    }

    /** Runs when the demand was changed. */
    void onDemand(Runnable listener) {
        changed = listener;
    }

    /**
     * Runs with the number of days when recorded demand is wanted.
     *
     * @param refused takes a sentence when no such number is typed
     */
    void onRecorded(IntConsumer listener, Consumer<String> refused) {
        recorded.addListener(SWT.Selection, event -> days(days.getText()).ifPresentOrElse(listener::accept, () -> {
            days.setFocus();
            days.selectAll();
            refused.accept(NLS.bind(Messages.Demand_daysBad, String.valueOf(Templates.MOST_DAYS)));
        }));
    }

    /** A number of days over which demand can be looked at; empty when it is none. */
    static OptionalInt days(String text) {
        Outcome<BigDecimal> number = Decimals.parse(text);
        return number.isDone() && number.value().signum() > 0 && number.value().stripTrailingZeros().scale() <= 0
            && number.value().compareTo(BigDecimal.valueOf(Templates.MOST_DAYS)) <= 0
                ? OptionalInt.of(number.value().intValue())
                : OptionalInt.empty();
    }

    /** The demand that is typed or was recorded. */
    Outcome<Demand> demand() {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Text field : fields) {
            Outcome<BigDecimal> number = Decimals.parse(field.getText());
            if (!number.isDone()) {
                return Outcome.refused(number.refusals());
            }
            numbers.add(number.value());
        }
        return Outcome
            .done(new Demand(numbers.get(0), numbers.get(1), record, numbers.get(2), numbers.get(3), numbers.get(4)));
    }

    /** Shows a demand that was recorded. */
    void recorded(Demand demand) {
        setting = true;
        try {
            if (demand.mean().signum() == 0) {
                source.setText(Messages.Demand_none);
                return;
            }
            fields.get(0).setText(EffectWords.minutes(demand.mean()));
            fields.get(1).setText(EffectWords.minutes(demand.deviation()));
            record = demand.days();
            source.setText(NLS.bind(Messages.Demand_from, String.valueOf(demand.days().size())));
        } finally {
            setting = false;
        }
        changed.run();
    }

    /**
     * Shows what the positions do.
     *
     * @param boundary where it stands
     * @param stored where it stands in what is stored
     */
    void show(List<BoundaryEffect> found, List<StageDiagram.Box> stages, int boundary, int stored) {
        effects = found;
        table.setRedraw(false);
        table.removeAll();
        for (BoundaryEffect effect : found) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(EffectWords.row(effect, stages).toArray(String[]::new));
        }
        for (TableColumn column : table.getColumns()) {
            column.pack();
            column.setWidth(column.getWidth() + PADDING);
        }
        // names of stages are in the diagram: the figures are what has to be seen
        TableColumn first = table.getColumn(0);
        first.setWidth(Math.min(first.getWidth(), FIRST));
        table.setRedraw(true);
        select(boundary, stored);
    }

    /** Says why nothing can be worked out. */
    void failed(String why) {
        effects = List.of();
        table.removeAll();
        say(why);
    }

    /** The boundary stands elsewhere. */
    void select(int boundary, int stored) {
        if (boundary < table.getItemCount()) {
            table.setSelection(boundary);
        }
        told(boundary, stored).ifPresent(this::say);
    }

    /** What the boundary at a position does, against what is stored. */
    Optional<String> told(int boundary, int stored) {
        if (boundary >= effects.size()) {
            return Optional.empty();
        }
        BoundaryEffect now = effects.get(boundary);
        return Optional.of(stored == boundary || stored < 0 || stored >= effects.size() ? EffectWords.told(now)
            : EffectWords.compared(effects.get(stored), now));
    }

    private void say(String words) {
        if (!words.equals(sentence.getText())) {
            sentence.setText(words);
            body.layout(true, true);
        }
    }

    Composite control() {
        return body;
    }

}
