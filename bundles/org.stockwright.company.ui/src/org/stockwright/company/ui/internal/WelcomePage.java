package org.stockwright.company.ui.internal;

import java.util.List;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.IntroPart;
import org.stockwright.ui.Services;

/** The first thing that a new user sees: try the demo company, make a company, open one; and the books of last time. */
public final class WelcomePage extends IntroPart {

    private FormToolkit toolkit;
    private ScrolledForm form;
    private Composite recent;
    private Hyperlink first;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        Composite body = form.getBody();
        GridLayoutFactory.swtDefaults().margins(60, 40).spacing(6, 6).applyTo(body);
        Label title = toolkit.createLabel(body, Messages.Welcome_title);
        title.setFont(JFaceResources.getHeaderFont());
        Label about = toolkit.createLabel(body, Messages.Welcome_about, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(620, SWT.DEFAULT).applyTo(about);
        first = entry(body, Messages.Welcome_demo, Messages.Welcome_demoText, "demo"); //$NON-NLS-1$
        entry(body, Messages.Welcome_new, Messages.Welcome_newText, "new"); //$NON-NLS-1$
        entry(body, Messages.Welcome_open, Messages.Welcome_openText, "open"); //$NON-NLS-1$
        recent = toolkit.createComposite(body);
        GridLayoutFactory.fillDefaults().spacing(6, 4).applyTo(recent);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 18).applyTo(recent);
        fillRecent();
    }

    private Hyperlink entry(Composite body, String label, String text, String command) {
        Hyperlink link = toolkit.createHyperlink(body, label, SWT.NONE);
        link.setFont(JFaceResources.getBannerFont());
        GridDataFactory.fillDefaults().indent(0, 16).align(SWT.BEGINNING, SWT.CENTER).applyTo(link);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> run(command)));
        Label explanation = toolkit.createLabel(body, text, SWT.WRAP);
        GridDataFactory.fillDefaults().hint(620, SWT.DEFAULT).applyTo(explanation);
        return link;
    }

    private void run(String command) {
        IHandlerService handlers = getIntroSite().getService(IHandlerService.class);
        try {
            handlers.executeCommand("org.stockwright.company.ui." + command, null); //$NON-NLS-1$
        } catch (CommandException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fillRecent() {
        for (Control control : recent.getChildren()) {
            control.dispose();
        }
        List<RecentBooks.Book> books = Services.find(WelcomePage.class, Books.class)
            .map(found -> found.recent().list()).orElse(List.of());
        if (!books.isEmpty()) {
            Label heading = toolkit.createLabel(recent, Messages.Welcome_recent);
            heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        }
        IWorkbenchWindow window = getIntroSite().getWorkbenchWindow();
        for (RecentBooks.Book book : books) {
            Hyperlink link = toolkit.createHyperlink(recent, book.name(), SWT.NONE);
            link.setToolTipText(book.location());
            link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(event -> Services
                .find(WelcomePage.class, Books.class).ifPresent(all -> all.open(window, book.location()))));
            toolkit.createLabel(recent, book.location())
                .setForeground(link.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
        }
        form.reflow(true);
    }

    @Override
    public void standbyStateChanged(boolean standby) {
        if (!standby && recent != null && !recent.isDisposed()) {
            fillRecent();
        }
    }

    @Override
    public void setFocus() {
        first.setFocus();
    }

    @Override
    public String getTitle() {
        return Messages.Welcome_tab;
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }

}
