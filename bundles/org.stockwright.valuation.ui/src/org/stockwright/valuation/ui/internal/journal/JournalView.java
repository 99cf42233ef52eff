package org.stockwright.valuation.ui.internal.journal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.base.ItemId;
import org.stockwright.base.Outcome;
import org.stockwright.catalog.ItemMatch;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.ui.InstantField;
import org.stockwright.ledger.ui.InstantField.Edge;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Grid;
import org.stockwright.valuation.Journal;
import org.stockwright.valuation.Journal.Balance;
import org.stockwright.valuation.JournalLine;
import org.stockwright.valuation.ValuationPermission;
import org.stockwright.valuation.ui.internal.Figures;
import org.stockwright.valuation.ui.internal.GridTabs;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.ValueView;
import org.stockwright.valuation.ui.internal.export.ExportHandler;

/** The stock journal between two dates, by item and account, and the balances of accounts by it. */
public final class JournalView extends ValueView {

    /** The view's id. */
    public static final String ID = "org.stockwright.valuation.ui.journal"; //$NON-NLS-1$

    private JournalSheet sheet = JournalSheet.EMPTY;
    private InstantField from;
    private InstantField to;
    private InstantField knownAt;
    private Text item;
    private Text account;
    private Grid<JournalLine> lines;
    private Grid<Balance> balances;
    private GridTabs tabs;
    private Label total;

    @Override
    protected List<Class<?>> needs() {
        return List.of(Journal.class, Items.class);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = column(parent);
        Composite header = line(body, 11);
        from = new InstantField(Edge.START, this::notices, this::refreshSoon);
        from.preset(JournalQuestion.begin(LocalDate.now(Figures.current().zone())));
        from.create(header, Messages.Journal_from, Messages.Journal_fromTip, Messages.Journal_first);
        to = new InstantField(Edge.END, this::notices, this::refreshSoon);
        to.create(header, Messages.Journal_to, Messages.Journal_toTip, Messages.Journal_last);
        item = field(header, Messages.Journal_item, Messages.Journal_itemHint);
        account = field(header, Messages.Journal_account, Messages.Journal_accountHint);
        knownAt = new InstantField(Edge.END, this::notices, this::refreshSoon);
        knownAt.create(header, Messages.Journal_knownAt, Messages.Journal_knownAtTip, Messages.Journal_now);
        tabs = new GridTabs(header, body);
        lines = new Grid<>(rest(tabs.page(Messages.Journal_rows)), "valuation.journal", //$NON-NLS-1$
            JournalColumns.lines(() -> sheet.figures()), JournalLine::id);
        tabs.add(lines);
        balances = new Grid<>(rest(tabs.page(Messages.Journal_balances)), "valuation.balances", //$NON-NLS-1$
            JournalColumns.balances(() -> sheet.figures()), Balance::account);
        tabs.add(balances);
        total = text(body);
        lines.provideSelection(getSite());
        tool(getViewSite().getActionBars().getToolBarManager(), tabs.control(), Messages.Export_tool,
            ValuationPermission.EXPORT, () -> ExportHandler.open(getSite().getWorkbenchWindow()));
    }

    private Text field(Composite header, String label, String hint) {
        new Label(header, SWT.NONE).setText(label);
        Text text = new Text(header, SWT.BORDER | SWT.SEARCH | SWT.ICON_CANCEL);
        text.setMessage(hint);
        GridDataFactory.fillDefaults().hint(110, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.DefaultSelection, event -> refreshSoon());
        return text;
    }

    @Override
    protected void load() {
        JournalQuestion question = new JournalQuestion(from.instant(), to.instant(), knownAt.instant(),
            item.getText(), account.getText());
        Optional<Items> items = service(Items.class);
        service(Journal.class).ifPresent(journal -> start(question, Work
            .request(Messages.Journal_load,
                progress -> JournalSheet.read(journal, question, code -> find(items, code), Figures.current()))
            .on(tabs.control()).done(this::show)));
    }

    private static Outcome<ItemId> find(Optional<Items> items, String code) {
        return items.orElseThrow().resolve(code).map(ItemMatch::item);
    }

    private void show(JournalSheet found) {
        sheet = found;
        lines.setRows(found.lines());
        balances.setRows(found.balances());
        setContentDescription(found.remark());
        show(total, found.total());
    }

    @Override
    protected void empty() {
        show(JournalSheet.EMPTY);
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        tabs.setFocus();
    }

}
