package org.stockwright.ui.master;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Services;
import org.stockwright.ui.StockwrightEditor;

/** The pages of an area as tabs. One star and one Ctrl+S are for all of them. */
public final class MasterEditor extends StockwrightEditor {

    /** The editor's id. */
    public static final String ID = "org.stockwright.ui.master"; //$NON-NLS-1$
    private static final String KIND = "master"; //$NON-NLS-1$

    private final List<Tab> tabs = new ArrayList<>();
    private CTabFolder folder;
    private boolean watching;
    private boolean saving;

    /** A page and its tab. */
    private record Tab(MasterPage page, MasterTable table, CTabItem item) {
    }

    /** Opens the pages of an area under a title. */
    public static MasterEditor open(IWorkbenchPage page, String area, String title) {
        try {
            return (MasterEditor) page.openEditor(new KeyInput(KIND, area, title), ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(MasterPage.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS, Topic.PARTNERS, Topic.LOCATIONS, Topic.SETTINGS, Topic.ACCESS);
    }

    @Override
    protected void createContent(Composite parent) {
        folder = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        folder.addListener(SWT.Selection, event -> focusContent());
    }

    @Override
    protected void opened() {
        addPages();
        if (!watching) {
            // the pages of a book come one after the other
            watching = true;
            whenAvailable(MasterPage.class, page -> {
                if (isOpen()) {
                    addPages();
                }
            });
        }
    }

    private void addPages() {
        List<MasterPage> pages = new ArrayList<>(Services.findAll(MasterEditor.class, MasterPage.class).stream()
            .filter(page -> page.area().equals(input().key())).toList());
        pages.sort(Comparator.comparingInt(MasterPage::order));
        for (MasterPage page : pages) {
            if (tabs.stream().noneMatch(tab -> tab.page() == page)) {
                int index = (int) tabs.stream().filter(tab -> tab.page().order() < page.order()).count();
                MasterTable table = new MasterTable(folder, page, getSite(), notices(), this::touched);
                CTabItem item = new CTabItem(folder, SWT.NONE, index);
                item.setText(page.title());
                item.setControl(table.control());
                tabs.add(index, new Tab(page, table, item));
                table.refresh();
            }
        }
        if (folder.getSelectionIndex() < 0 && !tabs.isEmpty()) {
            folder.setSelection(0);
        }
    }

    private void touched() {
        setDirty(tabs.stream().anyMatch(tab -> tab.table().isDirty()));
        tabs.forEach(tab -> {
            String title = tab.table().isDirty() ? "*" + tab.page().title() : tab.page().title(); //$NON-NLS-1$
            if (!tab.item().getText().equals(title)) {
                tab.item().setText(title);
            }
        });
    }

    @Override
    protected void closed() {
        tabs.forEach(tab -> {
            tab.item().dispose();
            tab.table().control().dispose();
        });
        tabs.clear();
        setDirty(false);
    }

    @Override
    protected void refresh() {
        tabs.forEach(tab -> tab.table().refresh());
    }

    /** Brings a page to the front and shows the rows of something there. */
    public void show(String title, String scope) {
        tabs.stream().filter(tab -> tab.page().title().equals(title)).findFirst().ifPresent(tab -> {
            folder.setSelection(tab.item());
            if (!tab.table().isDirty()) {
                tab.table().scope(scope);
            }
            tab.table().setFocus();
        });
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (!saving) {
            saving = true;
            Deque<MasterTable> unsaved = new ArrayDeque<>();
            tabs.stream().map(Tab::table).forEach(unsaved::add);
            next(unsaved);
        }
        awaitSaved(monitor, folder, () -> saving);
    }

    private void next(Deque<MasterTable> unsaved) {
        if (unsaved.isEmpty()) {
            saving = false;
        } else {
            unsaved.poll().save(() -> next(unsaved));
        }
    }

    @Override
    protected void focusContent() {
        if (folder.getSelectionIndex() >= 0) {
            tabs.get(folder.getSelectionIndex()).table().setFocus();
        } else {
            folder.setFocus();
        }
    }

}
