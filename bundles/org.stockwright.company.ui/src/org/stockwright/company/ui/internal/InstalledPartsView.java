package org.stockwright.company.ui.internal;

import java.util.List;
import java.util.Set;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Contributions;
import org.stockwright.company.Companies;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** The modules of the book, what of installed parts failed, and what does not fit; enables parts again. */
public final class InstalledPartsView extends StockwrightView {

    private Grid<InstalledPart> grid;
    private Action enable;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Companies.class, Contributions.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.UPKEEP);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "company.parts", columns(), InstalledPart::id); //$NON-NLS-1$
        grid.mark(part -> part.isSound() ? Mark.NONE : Mark.BAD);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        enable = new Action(Messages.Parts_enable) {

            @Override
            public void run() {
                enable();
            }

        };
        enable.setEnabled(false);
        bar.add(enable);
        grid.onSelect(parts -> enable.setEnabled(parts.stream().anyMatch(InstalledPart::isDisabled)));
        grid.fillToolBar(bar);
        grid.provideSelection(getSite());
    }

    private static List<Column<InstalledPart>> columns() {
        return List.of(Column.<InstalledPart>text("title", Messages.Parts_title, InstalledPart::title).width(34), //$NON-NLS-1$
            Column.<InstalledPart>text("state", Messages.Parts_state, InstalledPart::state).width(16), //$NON-NLS-1$
            Column.<InstalledPart>text("detail", Messages.Parts_detail, InstalledPart::detail).width(60), //$NON-NLS-1$
            Column.<InstalledPart>text("feature", Messages.Parts_feature, InstalledPart::feature).width(30), //$NON-NLS-1$
            Column.<InstalledPart>text("version", Messages.Parts_version, InstalledPart::version).width(12), //$NON-NLS-1$
            Column.<InstalledPart>text("id", Messages.Parts_id, InstalledPart::id).width(40).hidden()); //$NON-NLS-1$
    }

    private void enable() {
        List<InstalledPart> chosen = grid.selection().stream().filter(InstalledPart::isDisabled).toList();
        service(Contributions.class).ifPresent(contributions -> {
            chosen.forEach(part -> contributions.enable(part.id()));
            notices().done(NLS.bind(Messages.Parts_enabled, Integer.valueOf(chosen.size())));
            refreshSoon();
        });
    }

    @Override
    protected void refresh() {
        service(Companies.class).ifPresent(companies -> service(Contributions.class).ifPresent(contributions -> Work
            .load(Messages.Parts_load,
                progress -> InstalledPart.all(companies, contributions))
            .on(grid.control()).with(notices()).quietly().done(grid::setRows).start()));
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
