package org.stockwright.documents.ui.internal.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.stockwright.documents.ui.entry.EntryField;
import org.stockwright.documents.ui.entry.EntryRow;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;

/** The widgets of fields, by their ids; Enter goes from one to the next. */
final class Fields {

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, CodeField<Object>> codes = new LinkedHashMap<>();
    private final List<EntryField> fields = new ArrayList<>();
    private Runnable last = () -> {
        // nobody waits behind the last field
    };
    private Consumer<EntryField> left = field -> {
        // nobody listens
    };
    private boolean setting;

    /** Makes the widget of a field; they are made in the order of Enter. */
    void add(Composite parent, EntryField field) {
        Text text = field.search().map(search -> {
            CodeField<Object> code = new CodeField<>(parent, field.label(), search);
            codes.put(field.id(), code);
            return code.text();
        }).orElseGet(() -> plain(parent, field));
        text.setMessage(field.hint());
        GC gc = new GC(text);
        int width = (int) (field.width() * gc.getFontMetrics().getAverageCharacterWidth());
        gc.dispose();
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(text);
        int index = fields.size();
        fields.add(field);
        texts.put(field.id(), text);
        CodeField<Object> code = codes.get(field.id());
        if (code == null) {
            text.addListener(SWT.DefaultSelection, event -> next(index));
        } else {
            code.onEnter(() -> next(index));
        }
    }

    private static Text plain(Composite parent, EntryField field) {
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE | (field.isNumber() ? SWT.RIGHT : SWT.LEFT));
        text.getAccessible().addAccessibleListener(new AccessibleAdapter() {

            @Override
            public void getName(AccessibleEvent event) {
                event.result = field.label();
            }

        });
        return text;
    }

    private void next(int index) {
        left.accept(fields.get(index));
        if (index + 1 < fields.size()) {
            focus(fields.get(index + 1).id());
        } else {
            last.run();
        }
    }

    /** What Enter does behind the last field. */
    void onLast(Runnable runnable) {
        last = runnable;
    }

    /** Takes a field that was left with Enter. */
    void onLeft(Consumer<EntryField> listener) {
        left = listener;
    }

    /** Runs when the user changed one. */
    void onChange(Consumer<EntryField> listener) {
        fields.forEach(field -> texts.get(field.id()).addListener(SWT.Modify, event -> {
            if (!setting) {
                listener.accept(field);
            }
        }));
    }

    /** Runs when the focus leaves one. */
    void onFocusOut(Consumer<EntryField> listener) {
        fields.forEach(field -> texts.get(field.id()).addListener(SWT.FocusOut, event -> listener.accept(field)));
    }

    /** What stands in them. */
    EntryRow values() {
        Map<String, String> values = new LinkedHashMap<>();
        texts.forEach((id, text) -> values.put(id, text.getText()));
        return new EntryRow(values);
    }

    /** Shows a row, without telling. */
    void show(EntryRow row) {
        setting = true;
        try {
            texts.forEach((id, text) -> {
                String value = row.get(id);
                if (!text.getText().strip().equals(value)) {
                    CodeField<Object> code = codes.get(id);
                    if (code == null) {
                        text.setText(value);
                    } else {
                        code.set(value.isEmpty() ? null : new Choice<>(value, value, "")); //$NON-NLS-1$
                    }
                }
            });
        } finally {
            setting = false;
        }
    }

    /** Gives the focus to a field, with its text selected. */
    void focus(String id) {
        Text text = texts.get(id);
        text.setFocus();
        text.selectAll();
    }

    /** Gives the focus to the first field that is empty, or the first. */
    void focusFirst() {
        focus(fields.getFirst().id());
    }

    /** What stands in a field with the focus or without. */
    String value(String id) {
        return texts.get(id).getText().strip();
    }

}
