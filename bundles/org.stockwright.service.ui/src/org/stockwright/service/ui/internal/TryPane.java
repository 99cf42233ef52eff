package org.stockwright.service.ui.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * Tries out what is typed beside it, whether stored or not, with values that are typed here. What came of it is gone as soon as
 * other values are typed.
 */
public final class TryPane {

    private static final int FIELD = 110;

    private final Composite body;
    private final ScrolledComposite scrolled;
    private final Composite form;
    private final Text result;
    private final BiConsumer<Map<String, String>, Consumer<String>> run;
    private final Latest latest = new Latest();
    private final Map<String, Text> fields = new LinkedHashMap<>();
    /** Also of fields that are asked for no more: a name that is just being typed anew comes again. */
    private final Map<String, String> known = new HashMap<>();
    private List<String> names = List.of();

    /**
     * A pane without fields.
     *
     * @param hint stands where the result will be
     * @param columns how many fields stand beside each other
     * @param run tries it with the values by name, of which those that are empty are left out, and tells what came of it, or why
     *     nothing did; not heard any more when something else was typed meanwhile
     */
    public TryPane(Composite parent, String hint, int columns, BiConsumer<Map<String, String>, Consumer<String>> run) {
        this.run = run;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        scrolled = new ScrolledComposite(body, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 60).applyTo(scrolled);
        form = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2 * columns).spacing(6, 4).applyTo(form);
        scrolled.setContent(form);
        Button button = new Button(body, SWT.PUSH);
        button.setText(Messages.Try_button);
        button.addListener(SWT.Selection, event -> run());
        result = new Text(body, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        result.setMessage(hint);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 50).applyTo(result);
    }

    /** Asks for these values; what was typed stays. */
    public void ask(Collection<String> asked) {
        List<String> wanted = asked.stream().filter(name -> !name.isEmpty()).distinct().toList();
        if (wanted.equals(names)) {
            return;
        }
        names = wanted;
        fields.forEach((name, text) -> known.put(name, text.getText()));
        for (Control child : form.getChildren()) {
            child.dispose();
        }
        fields.clear();
        for (String name : wanted) {
            new Label(form, SWT.NONE).setText(name);
            Text text = new Text(form, SWT.BORDER);
            text.setText(known.getOrDefault(name, "")); //$NON-NLS-1$
            GridDataFactory.fillDefaults().grab(true, false).hint(FIELD, SWT.DEFAULT).applyTo(text);
            text.addListener(SWT.Modify, event -> forget());
            text.addListener(SWT.DefaultSelection, event -> run());
            // Enter tries it, also where a dialog's button waits for Enter
            text.addListener(SWT.Traverse, event -> event.doit &= event.detail != SWT.TRAVERSE_RETURN);
            fields.put(name, text);
        }
        form.layout(true, true);
        scrolled.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
        forget();
    }

    /** Takes values by name in place of all that was typed, also for fields that are asked for later. */
    public void fill(Map<String, String> values) {
        known.clear();
        known.putAll(values);
        fields.forEach((name, text) -> text.setText(values.getOrDefault(name, ""))); //$NON-NLS-1$
        forget();
    }

    private Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.forEach((name, text) -> {
            if (!text.getText().isBlank()) {
                typed.put(name, text.getText().strip());
            }
        });
        return typed;
    }

    private void run() {
        run.accept(typed(), latest.only(this::show));
    }

    /** What was tried is another by now: what came of it, or will come, is not shown any more. */
    public void forget() {
        latest.forget();
        show(""); //$NON-NLS-1$
    }

    /** Says something in the place of the result. */
    public void show(String words) {
        if (!result.getText().equals(words)) {
            result.setText(words);
        }
    }

    /** The widget. */
    public Composite control() {
        return body;
    }

}
