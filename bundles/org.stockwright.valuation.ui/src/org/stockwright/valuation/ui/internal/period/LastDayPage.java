package org.stockwright.valuation.ui.internal.period;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.valuation.ui.internal.Messages;

/** The first page of an assistant that closes a period: it begins with its last day. */
abstract class LastDayPage extends WizardPage {

    private Text day;

    LastDayPage(String name, String title, String description) {
        super(name, title, null);
        setDescription(description);
    }

    /** Makes the field of the last day. */
    final void lastDay(Composite area, int span, String typed, Consumer<String> typing) {
        label(area, Messages.Close_lastDay);
        day = new Text(area, SWT.BORDER);
        day.setText(typed);
        day.setToolTipText(Messages.Close_lastDayTip);
        GridDataFactory.fillDefaults().span(span, 1).hint(160, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER)
            .applyTo(day);
        day.addListener(SWT.Modify, event -> typing.accept(day.getText()));
    }

    static void label(Composite area, String text) {
        Label label = new Label(area, SWT.NONE);
        label.setText(text);
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    /** Says what explains the page below its fields. */
    static void explanation(Composite area, int span, String text) {
        Label explanation = new Label(area, SWT.WRAP);
        explanation.setText(text);
        GridDataFactory.fillDefaults().span(span, 1).hint(520, SWT.DEFAULT).indent(0, 8).grab(true, false)
            .applyTo(explanation);
    }

    /** Lets the user go on when there is no problem. */
    final void check(Optional<String> problem) {
        setErrorMessage(problem.orElse(null));
        setPageComplete(problem.isEmpty());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            day.setFocus();
            day.selectAll();
        }
    }

}
