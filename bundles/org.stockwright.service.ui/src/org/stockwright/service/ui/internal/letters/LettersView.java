package org.stockwright.service.ui.internal.letters;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.catalog.Items;
import org.stockwright.exchange.Imports;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.Letters;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template.State;
import org.stockwright.service.ui.internal.GridActions;
import org.stockwright.service.ui.internal.Latest;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.VersionBar;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.grid.Column;
import org.stockwright.ui.grid.Grid;
import org.stockwright.ui.grid.Mark;

/** Every version of every letter template. */
public final class LettersView extends StockwrightView {

    private static final int MILLION = 1_000_000;

    private final Latest latest = new Latest();
    private Grid<LetterTemplate> grid;

    @Override
    protected List<Class<?>> needs() {
        return List.of(LetterTemplates.class, Letters.class, Imports.class, Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(body);
        GridActions<LetterTemplate> actions = new GridActions<>(body);
        actions.add(Messages.Letter_new, ServicePermission.TEMPLATES,
            () -> LetterEditor.open(getSite().getPage(), LetterDoc.NEW, Messages.Letter_newTitle));
        actions.add(Messages.Letter_file, ServicePermission.TEMPLATES, this::file);
        Composite rows = new Composite(body, SWT.NONE);
        rows.setLayout(new FillLayout());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(rows);
        grid = new Grid<>(rows, "service.letters", columns(), LetterDoc::key); //$NON-NLS-1$
        grid.mark(row -> row.state() == State.RETIRED ? Mark.DIMMED : Mark.NONE);
        grid.onOpen(row -> LetterEditor.open(getSite().getPage(), LetterDoc.key(row), row.code()));
        actions.on(grid, chosen -> {
            // the buttons follow by themselves
        });
        actions.act(Messages.Version_copy, ServicePermission.TEMPLATES, row -> true, row -> LetterEditor
            .open(getSite().getPage(), LetterDoc.COPY + LetterDoc.key(row), row.code()));
        actions.act(Messages.Merge_button, ServicePermission.CASES,
            row -> row.holds(LocalDate.now(Zones.current())), row -> merge().start(row));
        grid.provideSelection(getSite());
        grid.fillToolBar(getViewSite().getActionBars().getToolBarManager());
    }

    private MergeRun merge() {
        return new MergeRun(grid.control(), notices(), service(Letters.class).orElseThrow(),
            service(Imports.class).orElseThrow());
    }

    private void file() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.OPEN);
        dialog.setFilterExtensions(new String[] { "*.odt;*.docx;*.html" }); //$NON-NLS-1$
        String path = dialog.open();
        if (path != null) {
            Work.load(Messages.Letter_load, progress -> LetterDoc.fits(Path.of(path))).on(grid.control())
                .with(notices()).quietly().done(fits -> file(path, fits)).start();
        }
    }

    private void file(String path, boolean fits) {
        if (fits) {
            LetterEditor.open(getSite().getPage(), LetterDoc.NEW + path, Messages.Letter_newTitle);
        } else {
            notices().failed(NLS.bind(Messages.Letter_tooLong, Path.of(path).getFileName(),
                String.valueOf(LetterTemplates.MOST_BYTES / MILLION)));
        }
    }

    @SuppressWarnings("nls")
    private static List<Column<LetterTemplate>> columns() {
        return List.of(Column.<LetterTemplate>text("code", Messages.Templates_code, LetterTemplate::code).width(16),
            Column.<LetterTemplate>number("version", Messages.Templates_version,
                row -> BigDecimal.valueOf(row.version())).width(8),
            Column.<LetterTemplate>text("state", Messages.Templates_state, row -> VersionBar.words(row.state()))
                .width(11),
            Column.<LetterTemplate>text("name", Messages.Templates_name, LetterTemplate::name).width(36),
            Column.<LetterTemplate>text("format", Messages.Letter_format, row -> row.format().name()).width(8),
            Column.<LetterTemplate>text("from", Messages.Templates_from, row -> row.from().toString()).width(11),
            Column.<LetterTemplate>text("until", Messages.Templates_until,
                row -> row.until().map(String::valueOf).orElse("")).width(11),
            Column.<LetterTemplate>text("fields", Messages.Letter_fields,
                row -> String.join(", ", row.fields().stream().map(LetterField::name).toList())).width(50));
    }

    @Override
    protected void refresh() {
        LetterTemplates templates = service(LetterTemplates.class).orElseThrow();
        Work.load(Messages.Letter_load, progress -> templates.list()).on(grid.control()).with(notices()).quietly()
            .done(latest.only(this::show)).start();
    }

    private void show(List<LetterTemplate> rows) {
        grid.setRows(rows);
        setContentDescription(rows.isEmpty() ? Messages.Letter_none : ""); //$NON-NLS-1$
    }

    @Override
    protected void closed() {
        latest.forget();
        grid.setRows(List.of());
        setContentDescription(""); //$NON-NLS-1$
    }

    @Override
    protected void focusContent() {
        grid.setFocus();
    }

}
