package org.stockwright.ui.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.ui.Allowed;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.FileImport;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;
import org.stockwright.ui.entry.EntryKeys;
import org.stockwright.ui.internal.Messages;

/**
 * A page with its explanation, its buttons and its table, in a part that can be saved. Used on the user interface's thread.
 */
public final class MasterTable {

    private static final int SCOPE_WIDTH = 180;

    private final MasterPage page;
    private final Notices notices;
    private final Runnable changed;
    private final MasterSheet sheet;
    private final Composite body;
    private final CellTable cells;
    private final Label hint;
    private final List<Action> growing = new ArrayList<>();
    private final Action undo;
    private final Action redo;
    private final Action discard;
    private Optional<CodeField<String>> scopeField = Optional.empty();
    private String scope = ""; //$NON-NLS-1$
    private boolean read;
    private boolean saving;
    private int asked;

    /**
     * A page without rows; {@link #refresh} reads them.
     *
     * @param parent has a {@code FillLayout} or a {@code CTabFolder}
     * @param site of the part that it stands in
     * @param notices where to tell what became of a request
     * @param changed runs when there is something unsaved, or no more: see {@link #isDirty}
     */
    public MasterTable(Composite parent, MasterPage page, IWorkbenchPartSite site, Notices notices, Runnable changed) {
        this.page = page;
        this.notices = notices;
        this.changed = changed;
        List<MasterColumn> columns = page.columns();
        sheet = new MasterSheet(columns);
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 6).spacing(6, 6).applyTo(body);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, page.help());
        Label explanation = new Label(body, SWT.WRAP);
        explanation.setText(page.explanation());
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(explanation);
        Composite line = new Composite(body, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(line);
        GridLayoutFactory.fillDefaults().numColumns(3).applyTo(line);
        page.scope().ifPresent(wanted -> scope(line, wanted));
        ToolBarManager bar = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
        undo = tool(bar, Messages.Master_undo, Messages.Master_undoTip, this::undo);
        redo = tool(bar, Messages.Master_redo, Messages.Master_redoTip, this::redo);
        bar.add(new Separator());
        discard = tool(bar, Messages.Master_discard, Messages.Master_discardTip, this::discard);
        if (page.isGrowing()) {
            bar.add(new Separator());
            growing.add(tool(bar, Messages.Master_add, Messages.Master_addTip, this::add));
            growing.add(tool(bar, Messages.Master_remove, Messages.Master_removeTip, this::remove));
        }
        if (!page.importKind().isEmpty()) {
            bar.add(new Separator());
            Action importing = tool(bar, Messages.Master_import, Messages.Master_importTip,
                () -> FileImport.open(site.getWorkbenchWindow(), page.importKind()));
            Allowed.follow(body, () -> importing
                .setEnabled(whyNot().isEmpty() && FileImport.isAllowed(site.getWorkbenchWindow())));
        }
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.END, SWT.CENTER).applyTo(bar.createControl(line));
        body.addListener(SWT.Dispose, event -> bar.dispose());
        cells = new CellTable(body, sheet, columns, this::mayEdit, this::update);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 120).applyTo(cells.control());
        cells.onTyping(() -> {
            discard.setEnabled(isDirty());
            changed.run();
        });
        cells.onKey(key -> {
            if (key == SWT.INSERT) {
                add();
            } else {
                remove();
            }
        });
        hint = new Label(body, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(hint);
        new EntryKeys(cells.control(), this::saveNow, this::undo, this::redo);
        page.below(body, notices);
        Allowed.follow(body, this::update);
    }

    private static Action tool(ToolBarManager bar, String text, String tip, Runnable run) {
        Action action = new Action(text) {

            @Override
            public void run() {
                run.run();
            }

        };
        action.setToolTipText(tip);
        bar.add(action);
        return action;
    }

    private void scope(Composite line, MasterPage.Scope wanted) {
        new Label(line, SWT.NONE).setText(wanted.label());
        CodeField<String> field = new CodeField<>(line, wanted.label().replace("&", "").replace(":", ""), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
            wanted.search());
        field.text().setMessage(wanted.hint());
        GridDataFactory.fillDefaults().hint(SCOPE_WIDTH, SWT.DEFAULT).align(SWT.BEGINNING, SWT.CENTER)
            .applyTo(field.text());
        field.onEnter(() -> choose(field.text().getText()));
        field.text().addListener(SWT.FocusOut, event -> {
            if (field.value().isPresent() || field.text().getText().isBlank()) {
                choose(field.text().getText());
            }
        });
        scopeField = Optional.of(field);
    }

    private void choose(String text) {
        cells.finish();
        if (text.strip().equals(scope)) {
            return;
        }
        if (isDirty()) {
            scopeField.ifPresent(field -> field.text().setText(scope));
            notices.failed(Messages.Master_saveFirst);
            return;
        }
        scope(text);
    }

    /** Shows the rows of something else, such as of another item; what is unsaved is dropped. */
    public void scope(String wanted) {
        scope = wanted.strip();
        read = false;
        scopeField.filter(field -> !field.text().getText().strip().equals(scope))
            .ifPresent(field -> field.text().setText(scope));
        sheet.read(List.of());
        update();
        refresh();
    }

    /** Whose rows are shown; empty when nothing was chosen. */
    public String scope() {
        return scope;
    }

    /** Reads the rows, unless there is something unsaved. */
    public void refresh() {
        if (isDirty() || saving) {
            return;
        }
        String wanted = scope;
        int mine = ++asked;
        Work.load(NLS.bind(Messages.Master_load, page.title()), progress -> page.read(wanted)).on(body).with(notices)
            .quietly().done(found -> {
                if (mine == asked && !isDirty() && !saving) {
                    show(found);
                }
            }).start();
    }

    private void show(List<MasterRow> found) {
        if (!read || !MasterSheet.same(found, sheet.stored())) {
            read = true;
            cells.finish();
            sheet.read(found);
        }
        update();
    }

    private boolean mayEdit() {
        if (saving) {
            return false;
        }
        Optional<String> reason = whyNot();
        reason.ifPresent(notices::failed);
        return reason.isEmpty();
    }

    private void update() {
        cells.show();
        Optional<String> reason = whyNot();
        boolean may = reason.isEmpty();
        growing.forEach(action -> action.setEnabled(may));
        undo.setEnabled(sheet.canUndo());
        redo.setEnabled(sheet.canRedo());
        discard.setEnabled(isDirty());
        String text = !may ? NLS.bind(Messages.Master_readOnly, reason.get())
            : sheet.rows().isEmpty() ? read ? page.whenEmpty() : "" //$NON-NLS-1$
                : page.isGrowing() ? Messages.Master_keys : Messages.Master_keysFixed;
        if (!Objects.equals(hint.getText(), text)) {
            hint.setText(text);
            body.layout(true, true);
        }
        changed.run();
    }

    /** Why rows cannot be changed by this user; empty when they can. */
    private Optional<String> whyNot() {
        return page.whyFixed().isEmpty()
            ? page.permissions().stream().map(Allowed::whyNot).flatMap(Optional::stream).findFirst()
            : Optional.of(page.whyFixed());
    }

    private void add() {
        if (page.isGrowing() && mayEdit()) {
            cells.finish();
            int row = sheet.add(cells.row() < 0 ? sheet.rows().size() - 1 : cells.row());
            update();
            cells.select(row, sheet.badColumn(row));
        }
    }

    private void remove() {
        cells.finish();
        int row = cells.row();
        if (page.isGrowing() && row >= 0 && mayEdit()) {
            if (sheet.isStored(row) && !page.whyKept().isEmpty()) {
                notices.failed(page.whyKept());
                return;
            }
            sheet.remove(List.of(row));
            update();
        }
    }

    private void undo() {
        cells.finish();
        sheet.undo();
        update();
    }

    private void redo() {
        cells.finish();
        sheet.redo();
        update();
    }

    private void discard() {
        cells.finish();
        page.discard();
        sheet.read(sheet.stored());
        notices.clear();
        update();
        refresh();
    }

    /** Whether rows were changed and not saved. */
    public boolean isDirty() {
        return cells.isPending() || sheet.isDirty() || page.isChanged();
    }

    /** Ctrl+Enter saves as it posts elsewhere. */
    private void saveNow() {
        save(() -> {
            // nobody waits
        });
    }

    /**
     * Stores the rows, and tells in the notices what became of it; refusals stand at their cells.
     *
     * @param then runs at the end, whatever became of it
     */
    public void save(Runnable then) {
        cells.finish();
        if (saving || !isDirty()) {
            then.run();
            return;
        }
        saving = true;
        String wanted = scope;
        List<MasterRow> before = sheet.stored();
        List<MasterRow> now = sheet.filled();
        Work.request(NLS.bind(Messages.Master_saving, page.title()), progress -> stored(wanted, before, now)).on(body)
            .with(notices).done(found -> {
                read = true;
                sheet.read(found);
                update();
                notices.done(NLS.bind(Messages.Master_saved, page.title()));
            }).refused(refusals -> refused(now, refusals)).always(() -> {
                saving = false;
                then.run();
            }).start();
    }

    private Outcome<List<MasterRow>> stored(String wanted, List<MasterRow> before, List<MasterRow> now) {
        if (!MasterSheet.same(page.read(wanted), before)) {
            return Outcome.refused(Refusal.of(UnsavedRefusal.CHANGED_MEANWHILE, page.title())
                .hint(Messages.Master_changedHint));
        }
        return page.store(wanted, now).map(done -> page.read(wanted));
    }

    private void refused(List<MasterRow> now, List<Refusal> refusals) {
        sheet.refuse(now, refusals);
        // the last column may be out of sight
        notices.refused(refusals);
        update();
        int bad = sheet.firstBad();
        if (bad >= 0) {
            cells.select(bad, sheet.badColumn(bad));
        }
    }

    /** Begins anew with rows that were read elsewhere; what is unsaved is dropped. */
    public void begin(List<MasterRow> rows) {
        cells.finish();
        read = true;
        sheet.read(rows);
        update();
    }

    /** The rows as they are now, with what was typed and is not stored yet. */
    public List<MasterRow> rows() {
        return sheet.filled();
    }

    /** Shows what can be done now, after something beside the table was changed or {@link MasterPage#whyFixed} is another. */
    public void touched() {
        update();
    }

    /** Gives the focus to the table, or to what is chosen first. */
    public void setFocus() {
        if (sheet.rows().isEmpty() && scopeField.isPresent()) {
            scopeField.get().text().setFocus();
        } else if (sheet.rows().isEmpty()) {
            // Insert begins the first row
            cells.control().setFocus();
        } else {
            cells.focus();
        }
    }

    /** The widget. */
    public Control control() {
        return body;
    }

}
