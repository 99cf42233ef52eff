package org.stockwright.ui.internal;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.quickaccess.IQuickAccessComputer;
import org.eclipse.ui.quickaccess.IQuickAccessComputerExtension;
import org.eclipse.ui.quickaccess.QuickAccessElement;
import org.stockwright.base.BookClosed;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.ui.Finder;
import org.stockwright.ui.Services;

/** Asks all finders for what the user typed into Ctrl+3. */
public final class FinderComputer implements IQuickAccessComputer, IQuickAccessComputerExtension {

    private static final int SHORTEST = 2;

    @Override
    public QuickAccessElement[] computeElements() {
        return new QuickAccessElement[0];
    }

    @Override
    public QuickAccessElement[] computeElements(String query, IProgressMonitor monitor) {
        String text = query.strip();
        if (text.length() < SHORTEST) {
            return new QuickAccessElement[0];
        }
        List<QuickAccessElement> elements = new ArrayList<>();
        for (Finder finder : Services.findAll(FinderComputer.class, Finder.class)) {
            if (monitor.isCanceled()) {
                break;
            }
            elements.addAll(ask(finder, text));
        }
        return elements.toArray(QuickAccessElement[]::new);
    }

    /** A finder that fails or hangs must not take the others' hits away. */
    private static List<Element> ask(Finder finder, String text) {
        try {
            return Services.find(FinderComputer.class, Contributions.class)
                .map(guard -> guard.ask(finder, one -> one.find(text).stream().limit(Finder.MOST)
                    .map(hit -> new Element(one.kind(), hit)).toList()))
                .filter(Outcome::isDone).map(Outcome::value).orElse(List.of());
        } catch (BookClosed e) {
            // There is nothing to be found any more.
            return List.of();
        }
    }

    @Override
    public void resetState() {
        // nothing is kept
    }

    @Override
    public boolean needsRefresh() {
        return false;
    }

    /** A hit as a line of the list. */
    private static final class Element extends QuickAccessElement {

        private final String kind;
        private final Finder.Hit hit;

        Element(String kind, Finder.Hit hit) {
            this.kind = kind;
            this.hit = hit;
        }

        @Override
        public String getId() {
            return kind + ':' + hit.id();
        }

        @Override
        public String getLabel() {
            return hit.label() + " \u2013 " + kind; //$NON-NLS-1$
        }

        @Override
        public ImageDescriptor getImageDescriptor() {
            return Images.descriptor("stock"); //$NON-NLS-1$
        }

        @Override
        public void execute() {
            PlatformUI.getWorkbench().getDisplay().asyncExec(hit.open());
        }

    }

}
