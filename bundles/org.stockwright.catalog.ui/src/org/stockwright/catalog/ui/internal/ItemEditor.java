package org.stockwright.catalog.ui.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.ItemId;
import org.stockwright.catalog.Item;
import org.stockwright.catalog.ItemDraft;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.ItemPage;
import org.stockwright.ui.KeyInput;
import org.stockwright.ui.Services;
import org.stockwright.ui.StockwrightEditor;
import org.stockwright.ui.Work;

/** An item as a stock card: its master data, and the pages that other bundles add. */
public final class ItemEditor extends StockwrightEditor {

    /** The editor's id. */
    public static final String ID = "org.stockwright.catalog.ui.item"; //$NON-NLS-1$
    static final String KIND = "item"; //$NON-NLS-1$
    static final String NEW_KEY = "new"; //$NON-NLS-1$

    private final List<ItemPage.View> views = new ArrayList<>();
    private CTabFolder tabs;
    private ItemForm form;
    private LookAlikeWarning warning;
    private boolean formDirty;
    private boolean saving;
    private Optional<Item> item = Optional.empty();

    /** Opens an item. */
    static void open(IWorkbenchPage page, ItemId id, String code) {
        try {
            page.openEditor(new KeyInput(KIND, id.toString(), code), ID);
        } catch (PartInitException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected List<Class<?>> needs() {
        return List.of(Items.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.ITEMS, Topic.STOCK, Topic.LOCATIONS);
    }

    @Override
    protected void createContent(Composite parent) {
        tabs = new CTabFolder(parent, SWT.BOTTOM | SWT.FLAT);
        form = new ItemForm(tabs, () -> formDirty(true));
        warning = new LookAlikeWarning(form.code(), () -> service(Items.class));
        warning.setActive(input().key().equals(NEW_KEY));
        CTabItem master = new CTabItem(tabs, SWT.NONE);
        master.setText(Messages.Item_master);
        master.setControl(form.control());
        tabs.setSelection(master);
        tabs.addListener(SWT.Selection, event -> showSelected());
    }

    @Override
    protected void opened() {
        if (views.isEmpty() && !input().key().equals(NEW_KEY)) {
            addPages();
        }
    }

    private void addPages() {
        List<ItemPage> pages = new ArrayList<>(Services.findAll(ItemEditor.class, ItemPage.class));
        pages.sort(Comparator.comparingInt(ItemPage::order));
        for (ItemPage page : pages) {
            Composite body = new Composite(tabs, SWT.NONE);
            body.setLayout(new FillLayout());
            ItemPage.View view = page.create(body, getSite(), notices());
            view.onDirty(this::touched);
            views.add(view);
            CTabItem tab = new CTabItem(tabs, SWT.NONE);
            tab.setText(page.title());
            tab.setControl(body);
        }
    }

    private void formDirty(boolean now) {
        formDirty = now;
        touched();
    }

    private void touched() {
        setDirty(formDirty || views.stream().anyMatch(ItemPage.View::isDirty));
    }

    @Override
    protected void refresh() {
        if (item.isEmpty() && input().key().equals(NEW_KEY)) {
            return;
        }
        ItemId id = item.map(Item::id).orElseGet(() -> new ItemId(Long.parseLong(input().key())));
        service(Items.class).ifPresent(items -> Work.load(Messages.Item_load, progress -> items.get(id))
            .on(tabs).with(notices()).quietly().done(this::show).start());
    }

    private void show(Optional<Item> found) {
        if (found.isEmpty()) {
            notices().failed(Messages.Item_unknown);
            return;
        }
        // What is being typed is kept: the version that it started from decides when it is saved.
        if (!formDirty && !found.equals(item)) {
            form.show(found.get());
            formDirty(false);
            setPartName(found.get().code());
        }
        if (!formDirty || item.isEmpty()) {
            item = found;
        }
        showSelected();
    }

    private void showSelected() {
        int page = tabs.getSelectionIndex() - 1;
        if (page >= 0 && page < views.size()) {
            item.ifPresent(views.get(page)::show);
        }
    }

    /** The master data first: the pages are about an item that is stored. */
    @Override
    public void doSave(IProgressMonitor monitor) {
        if (!saving) {
            saving = true;
            if (formDirty) {
                warning.before(this::store, () -> saving = false);
            } else {
                savePages();
            }
        }
        awaitSaved(monitor, tabs, () -> saving);
    }

    private void savePages() {
        Deque<ItemPage.View> unsaved = new ArrayDeque<>(views.stream().filter(ItemPage.View::isDirty).toList());
        next(unsaved);
    }

    private void next(Deque<ItemPage.View> unsaved) {
        if (unsaved.isEmpty()) {
            saving = false;
            touched();
        } else {
            unsaved.poll().save(() -> next(unsaved));
        }
    }

    private void store() {
        Optional<Item> edited = item;
        ItemTexts typed = form.typed();
        service(Items.class).ifPresentOrElse(items -> Work
            .request(Messages.Item_saving, progress -> typed.draft(edited).then(items::save)).on(tabs)
            .with(notices()).done(this::saved).always(() -> {
                if (formDirty) {
                    saving = false;
                } else {
                    savePages();
                }
            }).start(), () -> saving = false);
    }

    private void saved(Item stored) {
        item = Optional.of(stored);
        warning.setActive(false);
        form.show(stored);
        formDirty(false);
        setPartName(stored.code());
        notices().done(NLS.bind(Messages.Item_saved, stored.code()));
        if (views.isEmpty()) {
            addPages();
        }
    }

    /** Into the page in front: keys and commands are for what is seen. */
    @Override
    protected void focusContent() {
        int page = tabs.getSelectionIndex() - 1;
        if (page >= 0 && page < views.size()) {
            views.get(page).setFocus();
        } else {
            form.setFocus();
        }
    }

    /** The draft that saving would store now, for tests. */
    ItemDraft draft() {
        return form.typed().draft(item).value();
    }

}
