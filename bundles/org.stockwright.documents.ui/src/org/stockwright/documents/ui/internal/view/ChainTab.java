package org.stockwright.documents.ui.internal.view;

import java.util.List;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;
import org.stockwright.documents.Link;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.Words;
import org.stockwright.ledger.ui.Zones;

/** The chain of a document; Enter opens the document of a row. */
final class ChainTab {

    private final Composite body;
    private final StackLayout stack = new StackLayout();
    private final Tree tree;
    private final Label empty;
    private List<Link> shown = List.of();

    ChainTab(Composite parent, Consumer<ChainTree.Node> open) {
        body = new Composite(parent, SWT.NONE);
        body.setLayout(stack);
        Composite page = new Composite(body, SWT.NONE);
        FillLayout margins = new FillLayout();
        margins.marginHeight = 8;
        margins.marginWidth = 8;
        page.setLayout(margins);
        empty = new Label(page, SWT.WRAP);
        empty.setText(Messages.Chain_none);
        tree = new Tree(body, SWT.FULL_SELECTION | SWT.BORDER);
        tree.setHeaderVisible(true);
        column(Messages.Chain_what, 320, SWT.LEFT);
        column(Messages.Column_quantity, 100, SWT.RIGHT);
        column(Messages.Chain_soFar, 150, SWT.RIGHT);
        column(Messages.Column_at, 140, SWT.LEFT);
        column(Messages.Column_user, 110, SWT.LEFT);
        tree.addListener(SWT.DefaultSelection, event -> {
            if (event.item instanceof TreeItem item && item.getData() instanceof ChainTree.Node node) {
                open.accept(node);
            }
        });
        stack.topControl = page;
    }

    private void column(String title, int width, int style) {
        TreeColumn column = new TreeColumn(tree, style);
        column.setText(title);
        column.setWidth(width);
    }

    Control control() {
        return body;
    }

    void show(List<Link> links) {
        stack.topControl = links.isEmpty() ? empty.getParent() : tree;
        body.layout();
        if (links.equals(shown)) {
            return;
        }
        shown = links;
        tree.setRedraw(false);
        tree.removeAll();
        new ChainTree(links).roots().forEach(node -> fill(new TreeItem(tree, SWT.NONE), node));
        for (TreeItem root : tree.getItems()) {
            expand(root);
        }
        tree.setRedraw(true);
    }

    /** From the top: what stands below something closed cannot be opened. */
    private static void expand(TreeItem item) {
        item.setExpanded(true);
        for (TreeItem child : item.getItems()) {
            expand(child);
        }
    }

    private static void fill(TreeItem item, ChainTree.Node node) {
        item.setData(node);
        item.setText(new String[] { node.label(), node.quantity(), node.reached(),
            node.link().map(link -> Words.minutes(link.effective(), Zones.current())).orElse(""), //$NON-NLS-1$
            node.link().map(Link::user).orElse("") }); //$NON-NLS-1$
        node.children().forEach(child -> fill(new TreeItem(item, SWT.NONE), child));
    }

}
