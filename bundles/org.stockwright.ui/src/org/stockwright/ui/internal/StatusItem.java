package org.stockwright.ui.internal;

import org.eclipse.jface.action.ContributionItem;
import org.eclipse.jface.action.StatusLineLayoutData;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.ui.StatusField;
import org.stockwright.ui.StatusField.State;
import org.stockwright.ui.StatusField.Tone;

/** One status field as an item of the status line. */
final class StatusItem extends ContributionItem {

    private final StatusField field;
    private State state;
    private CLabel label;

    StatusItem(StatusField field) {
        super("org.stockwright.ui.status." + field.order() + '.' + field.name()); //$NON-NLS-1$
        this.field = field;
        this.state = field.state();
    }

    int order() {
        return field.order();
    }

    @Override
    public boolean isVisible() {
        return !state.text().isEmpty();
    }

    /** Reads the state again; whether the line has to be laid out anew. */
    boolean changed() {
        State before = state;
        state = field.state();
        return !before.equals(state);
    }

    @Override
    public void fill(Composite parent) {
        Label separator = new Label(parent, SWT.SEPARATOR);
        StatusLineLayoutData data = new StatusLineLayoutData();
        data.heightHint = 16;
        separator.setLayoutData(data);
        label = new CLabel(parent, SWT.NONE);
        label.setText(state.text());
        label.setToolTipText(state.tooltip());
        String lamp = lamp(state.tone());
        if (lamp != null) {
            label.setImage(new Images(label).get(lamp));
        }
        if (state.tone() == Tone.DEMO) {
            // The theme's own colours for labels would win otherwise.
            label.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
            label.setBackground(label.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
            label.setForeground(label.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION_TEXT));
        }
        label.addListener(SWT.MouseUp, event -> field.open());
        label.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = field.name() + ": " + state.text(); //$NON-NLS-1$
            }

        });
    }

    private static String lamp(Tone tone) {
        return switch (tone) {
            case GOOD -> Images.DONE;
            case WARNING -> Images.REFUSED;
            case BAD -> Images.FAILED;
            case UNKNOWN -> Images.UNKNOWN;
            case PLAIN, DEMO -> null;
        };
    }

}
