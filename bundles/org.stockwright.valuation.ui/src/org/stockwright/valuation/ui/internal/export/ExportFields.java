package org.stockwright.valuation.ui.internal.export;

import java.time.LocalDate;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.Recorded;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.export.ExportChoice.What;

/** The fields that say what is exported: everything since the last export, an earlier one again, or a copy of days. */
final class ExportFields {

    private static final int DAY_WIDTH = 110;

    private final List<Recorded<String>> earlier;
    private final Button sinceLast;
    private final Button again;
    private final Button days;
    private final Text key;
    private final Combo exports;
    private final Text first;
    private final Text last;

    ExportFields(Composite parent, List<Recorded<String>> earlier, Figures figures, Runnable changed) {
        this.earlier = earlier;
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(5).spacing(8, 6).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(area);
        LocalDate today = LocalDate.now(figures.zone());
        sinceLast = radio(area, Messages.Export_sinceLast);
        sinceLast.setSelection(true);
        Fields.label(area, Messages.Export_name);
        key = text(area, ExportChoice.freeKey(today, earlier.stream().map(Recorded::what).toList()), 3);
        key.setToolTipText(Messages.Export_nameTip);
        again = radio(area, Messages.Export_again);
        exports = Fields.combo(area, Messages.Export_earlier, earlier.isEmpty() ? List.of(Messages.Export_noEarlier)
            : earlier.stream().map(one -> NLS.bind(Messages.Export_earlierShown,
                new Object[] { one.what(), figures.minutes(one.at()), one.user() })).toList());
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(exports);
        days = radio(area, Messages.Export_days);
        days.setToolTipText(Messages.Export_daysTip);
        Fields.label(area, Messages.Journal_from);
        first = text(area, today.withDayOfMonth(1).minusMonths(1).toString(), 1);
        Fields.label(area, Messages.Journal_to);
        last = text(area, today.withDayOfMonth(1).minusDays(1).toString(), 1);
        again.setEnabled(!earlier.isEmpty());
        for (Button button : List.of(sinceLast, again, days)) {
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    enable();
                    changed.run();
                }
            });
        }
        exports.addListener(SWT.Selection, event -> changed.run());
        for (Text text : List.of(key, first, last)) {
            text.addListener(SWT.Modify, event -> changed.run());
        }
        enable();
    }

    private static Button radio(Composite area, String label) {
        Button button = new Button(area, SWT.RADIO);
        button.setText(label);
        return button;
    }

    private static Text text(Composite area, String begun, int span) {
        Text text = new Text(area, SWT.BORDER);
        text.setText(begun);
        GridDataFactory.fillDefaults().span(span, 1).grab(true, false).hint(DAY_WIDTH, SWT.DEFAULT)
            .align(SWT.FILL, SWT.CENTER).applyTo(text);
        return text;
    }

    private void enable() {
        What what = what();
        key.setEnabled(what == What.SINCE_LAST);
        exports.setEnabled(what == What.AGAIN);
        first.setEnabled(what == What.DAYS);
        last.setEnabled(what == What.DAYS);
    }

    private What what() {
        return again.getSelection() ? What.AGAIN : days.getSelection() ? What.DAYS : What.SINCE_LAST;
    }

    /** What is chosen. */
    ExportChoice choice() {
        String name = what() == What.AGAIN ? earlier.get(exports.getSelectionIndex()).what() : key.getText();
        return new ExportChoice(what(), name, first.getText(), last.getText());
    }

}
