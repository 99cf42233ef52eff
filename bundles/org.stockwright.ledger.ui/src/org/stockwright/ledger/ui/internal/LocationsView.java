package org.stockwright.ledger.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.LocationId;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.ui.StockwrightView;
import org.stockwright.ui.Work;
import org.stockwright.ui.scan.ScanFeedback;
import org.stockwright.ui.scan.ScanTarget;

/** The tree of places; what is chosen here narrows the stock view. */
public final class LocationsView extends StockwrightView implements ScanTarget {

    /** The view's id. */
    public static final String ID = "org.stockwright.ledger.ui.locations"; //$NON-NLS-1$

    private TreeViewer tree;
    private List<Location> shown = List.of();

    @Override
    protected List<Class<?>> needs() {
        return List.of(Locations.class);
    }

    @Override
    protected Set<Topic> topics() {
        return Set.of(Topic.LOCATIONS);
    }

    @Override
    protected void createContent(Composite parent) {
        tree = new TreeViewer(parent, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
        tree.setUseHashlookup(true);
        tree.setLabelProvider(new Labels());
        tree.setContentProvider(new LocationTree(List.of()));
        ColumnViewerToolTipSupport.enableFor(tree);
        tree.addDoubleClickListener(event -> {
            Object element = ((IStructuredSelection) event.getSelection()).getFirstElement();
            tree.setExpandedState(element, !tree.getExpandedState(element));
        });
        getSite().setSelectionProvider(tree);
        MenuManager menu = new MenuManager();
        tree.getControl().setMenu(menu.createContextMenu(tree.getControl()));
        getSite().registerContextMenu(menu, tree);
    }

    /** How a place is shown. */
    private static final class Labels extends ColumnLabelProvider {

        @Override
        public String getText(Object element) {
            if (!(element instanceof Location location)) {
                return Messages.Stock_all;
            }
            String name = location.name().isEmpty() || location.name().equals(location.code()) ? location.code()
                : location.code() + "  " + location.name(); //$NON-NLS-1$
            return location.lockReason().isEmpty() ? name
                : NLS.bind(Messages.Locations_locked, name, location.lockReason());
        }

        @Override
        public String getToolTipText(Object element) {
            return element instanceof Location location ? location.kind().word() : null;
        }

        @Override
        public Color getForeground(Object element) {
            return !(element instanceof Location location) || location.active() ? null
                : org.eclipse.swt.widgets.Display.getCurrent().getSystemColor(SWT.COLOR_TITLE_INACTIVE_FOREGROUND);
        }

    }

    @Override
    protected void refresh() {
        service(Locations.class).ifPresent(locations -> Work.load(Messages.Locations_load, progress -> locations.list())
            .on(tree.getControl()).with(notices()).quietly().done(this::show).start());
    }

    private void show(List<Location> locations) {
        if (locations.equals(shown)) {
            return;
        }
        Set<LocationId> open = Arrays.stream(tree.getExpandedElements()).filter(Location.class::isInstance)
            .map(element -> ((Location) element).id()).collect(Collectors.toSet());
        Object chosen = tree.getStructuredSelection().getFirstElement();
        shown = locations;
        tree.getControl().setRedraw(false);
        tree.setInput(null);
        tree.setContentProvider(new LocationTree(locations));
        tree.setInput(locations);
        tree.setExpandedElements(locations.stream().filter(location -> open.contains(location.id())).toArray());
        if (chosen instanceof Location old) {
            locations.stream().filter(location -> location.id().equals(old.id())).findFirst()
                .ifPresent(location -> tree.setSelection(new StructuredSelection(location)));
        }
        tree.getControl().setRedraw(true);
    }

    @Override
    protected void closed() {
        shown = List.of();
        tree.setInput(null);
    }

    /** A scanned place is chosen. */
    @Override
    public void scanned(String code, ScanFeedback feedback) {
        shown.stream().filter(location -> location.code().equals(code)).findFirst().ifPresentOrElse(location -> {
            feedback.good();
            tree.setSelection(new StructuredSelection(location), true);
        }, () -> {
            feedback.bad();
            notices().failed(NLS.bind(Messages.Entry_unknown, code));
        });
    }

    @Override
    protected void focusContent() {
        tree.getControl().setFocus();
    }

}
