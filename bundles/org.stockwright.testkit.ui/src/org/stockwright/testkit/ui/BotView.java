package org.stockwright.testkit.ui;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPart;
import org.stockwright.ui.NoticeStrip;
import org.stockwright.ui.Notices;

/** A view or editor. */
public final class BotView {

    private final IWorkbenchPart part;
    private final Control control;

    BotView(IWorkbenchPart part) {
        this.part = part;
        this.control = Ui.await("the content of " + part.getTitle(), () -> Adapters.adapt(part.getSite()
            .getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class).getWidget(), Control.class));
    }

    /** Its title. */
    public String getTitle() {
        return Ui.get(part::getTitle);
    }

    /** Brings it to the front. */
    public BotView show() {
        Ui.run(() -> part.getSite().getPage().activate(part));
        return this;
    }

    /** Gives it the focus. */
    public BotView setFocus() {
        return show();
    }

    /** The part itself; only for the user interface's thread. */
    public IWorkbenchPart getReference() {
        return part;
    }

    /** Finds things in it alone. */
    public Bot bot() {
        return new Bot(() -> control) {

            @Override
            Control toolRoot() {
                // A part's tool bar stands in the folder's corner while the part is on top.
                Composite folder = control.getParent();
                return folder.getParent() == null ? folder : folder.getParent();
            }

        };
    }

    /** A tool in its tool bar. */
    public BotToolbarButton toolbarButton(String tooltip) {
        show();
        return bot().toolbarButtonWithTooltip(tooltip);
    }

    /** What its notices say; empty when nothing. */
    public String notice() {
        return Ui.get(() -> Adapters.adapt(part, Notices.class) instanceof NoticeStrip strip ? strip.text() : "");
    }

}
