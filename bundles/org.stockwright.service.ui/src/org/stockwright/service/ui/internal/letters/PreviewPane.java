package org.stockwright.service.ui.internal.letters;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceColors;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.stockwright.service.ui.internal.Messages;

/** The letter of the sample as a text with its headings, and what is wrong with it. It needs no browser. */
final class PreviewPane {

    private final Composite body;
    private final Label problems;
    private final StyledText page;

    PreviewPane(Composite parent) {
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        Label title = new Label(body, SWT.NONE);
        title.setText(Messages.Letter_preview);
        problems = new Label(body, SWT.WRAP);
        problems.setForeground(JFaceColors.getErrorText(body.getDisplay()));
        problems.setData("org.eclipse.e4.ui.css.disabled", Boolean.TRUE); //$NON-NLS-1$
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(true).applyTo(problems);
        page = new StyledText(body, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        page.setMargins(12, 10, 12, 10);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(page);
    }

    /** Shows a page. */
    void page(HtmlText text) {
        int top = page.getTopIndex();
        page.setText(text.text());
        List<StyleRange> ranges = new ArrayList<>();
        for (HtmlText.Span span : text.spans()) {
            StyleRange range = new StyleRange();
            range.start = span.start();
            range.length = span.length();
            range.fontStyle = (span.bold() ? SWT.BOLD : SWT.NORMAL) | (span.slanted() ? SWT.ITALIC : SWT.NORMAL);
            if (span.heading()) {
                range.font = JFaceResources.getHeaderFont();
            }
            ranges.add(range);
        }
        page.setStyleRanges(ranges.toArray(StyleRange[]::new));
        page.setTopIndex(top);
    }

    /** Shows words in the letter's place. */
    void say(String words) {
        page.setText(words);
    }

    /** Shows what is wrong; empty when nothing is. */
    void problems(String words) {
        if (!problems.getText().equals(words)) {
            problems.setText(words);
            GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(words.isEmpty())
                .applyTo(problems);
            problems.setVisible(!words.isEmpty());
            body.layout(true, true);
        }
    }

    Composite control() {
        return body;
    }

}
