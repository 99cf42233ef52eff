package org.stockwright.example.loans.internal;

import java.util.List;
import java.util.Set;

import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.example.loans.Loans;
import org.stockwright.example.loans.Loans.Loan;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;

/** What is lent, to whom, and until when. */
public final class LoansView extends StockwrightView {

    private Grid<Loan> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Loans.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS);
    }

    @Override
    protected void createContent(Composite parent) {
        grid = new Grid<>(parent, "example.loans",
            List.of(Column.<Loan>text("item", "Item", Loan::code).width(16),
                Column.<Loan>text("name", "Name", Loan::name).width(30),
                Column.<Loan>text("borrower", "Borrower", Loan::borrower).width(24),
                Column.<Loan>text("due", "Due", loan -> loan.due().toString()).width(12)),
            Loan::item);
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    @Override
    protected void refresh() {
        service(Loans.class).ifPresent(loans -> Work.load("Reading loans", progress -> loans.list()).on(grid.control())
            .with(notices()).quietly().done(grid::setRows).start());
    }

    @Override
    protected void closed() {
        grid.setRows(List.of());
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
