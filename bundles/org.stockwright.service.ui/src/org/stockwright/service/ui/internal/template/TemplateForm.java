package org.stockwright.service.ui.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ledger.ui.PlaceSearch;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;

/** The fields of a template's head. */
final class TemplateForm {

    private static final int COLUMNS = 6;
    private static final int WIDE = 150;

    private final Composite body;
    private final Runnable changed;
    private final Text code;
    private final Text name;
    private final CodeField<String> service;
    private final CodeField<String> stored;
    private final CodeField<String> queue;
    private final Text from;
    private final Text until;
    private final Text minimum;
    private final Text target;
    private final Text under;
    private final Text over;
    private final List<Text> all = new ArrayList<>();
    private boolean setting;
    private boolean isNew;

    TemplateForm(Composite parent, Runnable changed) {
        this.changed = changed;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).margins(0, 0).spacing(8, 4).applyTo(body);
        code = text(Messages.Template_code, "", SWT.LEFT); //$NON-NLS-1$
        name = text(Messages.Template_name, "", SWT.LEFT); //$NON-NLS-1$
        service = codes(Messages.Template_service, Messages.Template_serviceHint, Choices::items);
        from = text(Messages.Template_from, "", SWT.LEFT); //$NON-NLS-1$
        until = text(Messages.Template_until, Messages.Template_untilHint, SWT.LEFT);
        stored = codes(Messages.Template_stored, Messages.Template_storedHint, Choices::items);
        minimum = text(Messages.Template_minimum, "", SWT.RIGHT); //$NON-NLS-1$
        target = text(Messages.Template_target, "", SWT.RIGHT); //$NON-NLS-1$
        queue = codes(Messages.Template_queue, Messages.Template_queueHint, PlaceSearch::codes);
        under = text(Messages.Template_under, Messages.Template_underHint, SWT.RIGHT);
        over = text(Messages.Template_over, Messages.Template_overHint, SWT.RIGHT);
    }

    private void label(String text) {
        Label label = new Label(body, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
    }

    private Text text(String label, String hint, int alignment) {
        label(label);
        return watch(new Text(body, SWT.BORDER | alignment), hint);
    }

    private Text watch(Text text, String hint) {
        text.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(WIDE, SWT.DEFAULT)
            .applyTo(text);
        text.addListener(SWT.Modify, event -> {
            if (!setting) {
                changed.run();
            }
        });
        all.add(text);
        return text;
    }

    private CodeField<String> codes(String label, String hint, Function<String, List<Choice<String>>> search) {
        label(label);
        CodeField<String> field = new CodeField<>(body, label, search);
        watch(field.text(), hint);
        return field;
    }

    /** Shows a head; the code can be typed only while the template is new. */
    void show(TemplateTexts texts, boolean isANew) {
        setting = true;
        try {
            isNew = isANew;
            set(code, texts.code());
            set(name, texts.name());
            set(service, texts.service());
            set(stored, texts.stored());
            set(queue, texts.queue());
            set(from, texts.from());
            set(until, texts.until());
            set(minimum, texts.minimum());
            set(target, texts.target());
            set(under, texts.under());
            set(over, texts.over());
        } finally {
            setting = false;
        }
    }

    private static void set(Text text, String content) {
        if (!text.getText().equals(content)) {
            text.setText(content);
        }
    }

    private static void set(CodeField<String> field, String content) {
        if (!field.text().getText().equals(content)) {
            field.set(content.isEmpty() ? null : new Choice<>(content, content, "")); //$NON-NLS-1$
        }
    }

    /** Lets it be typed, or not. */
    void edit(Optional<String> whyNot) {
        all.forEach(text -> {
            text.setEditable(whyNot.isEmpty() && (text != code || isNew));
            text.setToolTipText(whyNot.orElse(null));
        });
    }

    /** What is typed now; the boundary is elsewhere. */
    TemplateTexts typed(int boundary) {
        return new TemplateTexts(code.getText(), name.getText(), service.text().getText(), stored.text().getText(),
            queue.text().getText(), from.getText(), until.getText(), minimum.getText(), target.getText(),
            under.getText(), over.getText(), boundary);
    }

    Composite control() {
        return body;
    }

    void setFocus() {
        (isNew && code.getText().isEmpty() ? code : name).setFocus();
    }

}
