package org.stockwright.ui;

import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.stockwright.base.Refusal;
import org.stockwright.ui.internal.Images;
import org.stockwright.ui.internal.Messages;

/**
 * A line above a part's content that says what became of the last request, in a place of its own so that nothing is
 * covered. It takes no space while there is nothing to say. The parent has a {@code GridLayout}.
 */
public final class NoticeStrip extends Composite implements Notices {

    private static final int DONE_SHOWN_MILLIS = 8_000;
    private static final int MOST_SHOWN = 8;

    private final Images images;
    private final Label icon;
    private final Text message;
    private int shown;
    private boolean silent;

    /** An empty strip. */
    public NoticeStrip(Composite parent) {
        super(parent, SWT.NONE);
        images = new Images(this);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(6, 3).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
        icon = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(icon);
        message = new Text(this, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP);
        // As a label, whatever the theme has for fields.
        message.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(message);
        message.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = message.getText();
            }

        });
        ToolBar tools = new ToolBar(this, SWT.FLAT);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(tools);
        ToolItem close = new ToolItem(tools, SWT.PUSH);
        close.setText("\u00d7"); //$NON-NLS-1$
        close.setToolTipText(Messages.NoticeStrip_close);
        close.addListener(SWT.Selection, event -> clear());
        setVisible(false);
    }

    @Override
    public void done(String sentence) {
        show(Images.DONE, sentence);
        int mine = shown;
        getDisplay().timerExec(DONE_SHOWN_MILLIS, () -> {
            if (!isDisposed() && mine == shown) {
                clear();
            }
        });
    }

    /** It was found to be so: looks like {@link #done} and stays until something else is shown. */
    public void found(String sentence) {
        show(Images.DONE, sentence);
    }

    @Override
    public void refused(List<Refusal> refusals) {
        String more = refusals.size() <= MOST_SHOWN ? "" //$NON-NLS-1$
            : "\n" + Messages.bind(Messages.NoticeStrip_more, refusals.size() - MOST_SHOWN); //$NON-NLS-1$
        show(Images.REFUSED, Notices.text(refusals.stream().limit(MOST_SHOWN).toList()) + more);
    }

    @Override
    public void failed(String sentence) {
        show(Images.FAILED, sentence);
    }

    /** What is shown now; empty when nothing is. */
    public String text() {
        return isVisible() || !excluded() ? message.getText() : ""; //$NON-NLS-1$
    }

    private boolean excluded() {
        return ((GridData) getLayoutData()).exclude;
    }

    private void show(String image, String text) {
        if (isDisposed() || silent) {
            return;
        }
        shown++;
        Image picture = images.get(image);
        icon.setImage(picture);
        message.setBackground(getBackground());
        message.setForeground(getForeground());
        message.setText(text);
        appear(true);
        message.getAccessible().sendEvent(ACC.EVENT_TEXT_CHANGED,
            new Object[] { ACC.INSERT, Integer.valueOf(0), Integer.valueOf(text.length()), text });
    }

    /**
     * While it is silent, nothing is shown and what comes is dropped: the content that it belongs to is not to be seen,
     * and whoever sees it next did not ask.
     */
    public void setSilent(boolean now) {
        silent = now;
        if (silent) {
            clear();
        }
    }

    @Override
    public void clear() {
        if (!isDisposed() && !excluded()) {
            shown++;
            message.setText(""); //$NON-NLS-1$
            appear(false);
        }
    }

    private void appear(boolean visible) {
        ((GridData) getLayoutData()).exclude = !visible;
        setVisible(visible);
        getParent().layout(true, true);
    }

}
