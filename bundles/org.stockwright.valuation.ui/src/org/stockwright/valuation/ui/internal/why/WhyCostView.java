package org.stockwright.valuation.ui.internal.why;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.valuation.CostLayer;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.Valuation;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;
import org.stockwright.valuation.ui.internal.journal.JournalColumns;
import org.stockwright.valuation.ui.internal.value.ValueColumns;

/** Why a movement cost what it did: the rule, the layers that it took, and its rows of the journal. */
public final class WhyCostView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.whyCost"; //$NON-NLS-1$

    private Figures layerFigures = Figures.PLAIN;
    private Figures lineFigures = Figures.PLAIN;
    private long movement;
    private Label heading;
    private Label layersCaption;
    private Label linesCaption;
    private Grid<CostLayer> layers;
    private Grid<JournalLine> lines;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Valuation.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        heading = text(body);
        SashForm parts = new SashForm(body, SWT.VERTICAL);
        GridDataFactory.fillDefaults().grab(true, true).indent(0, 4).applyTo(parts);
        Composite upper = column(parts);
        layersCaption = text(upper);
        layers = new Grid<>(rest(upper), "valuation.why.layers", ValueColumns.layers(() -> layerFigures), //$NON-NLS-1$
            ValueColumns::key);
        Composite lower = column(parts);
        linesCaption = text(lower);
        lines = new Grid<>(rest(lower), "valuation.why.lines", JournalColumns.lines(() -> lineFigures), //$NON-NLS-1$
            JournalLine::id);
        lines.provideSelection(getSite());
        lines.fillToolBar(getViewSite().getActionBars().getToolBarManager());
        show(CostStory.EMPTY);
    }

    /** Explains a movement. */
    public void explain(long seq) {
        movement = seq;
        if (isOpen()) {
            refreshSoon();
        }
    }

    @Override
    protected void load() {
        if (movement == 0) {
            return;
        }
        long asked = movement;
        service(Valuation.class).ifPresent(valuation -> start(Long.valueOf(asked), Work
            .load(Messages.Why_load, progress -> new CostStory(asked, valuation.why(asked), Figures.current()))
            .on(heading).quietly().done(this::show)));
    }

    private void show(CostStory found) {
        layerFigures = found.layerFigures();
        lineFigures = found.lineFigures();
        setPartName(found.title());
        show(heading, found.heading());
        show(layersCaption, found.layersCaption());
        show(linesCaption, found.linesCaption());
        layers.setRows(found.layers());
        lines.setRows(found.lines());
    }

    @Override
    protected void empty() {
        movement = 0;
        show(CostStory.EMPTY);
    }

    @Override
    protected void focusContent() {
        lines.setFocus();
    }

}
