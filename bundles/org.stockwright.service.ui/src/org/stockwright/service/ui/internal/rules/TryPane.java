package org.stockwright.service.ui.internal.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.service.ui.internal.rules.TableRows.Col;

/** Decides a case that is typed, by the table as it is now, whether stored or not. */
final class TryPane {

    private static final int FIELD = 110;

    private final Composite body;
    private final ScrolledComposite scrolled;
    private final Composite form;
    private final Text result;
    private final Consumer<Map<String, String>> run;
    private final Map<String, Text> fields = new LinkedHashMap<>();
    private List<String> names = List.of();

    /** A pane that runs with the inputs of a case. */
    TryPane(Composite parent, Consumer<Map<String, String>> run) {
        this.run = run;
        body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(body);
        scrolled = new ScrolledComposite(body, SWT.V_SCROLL);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        scrolled.setShowFocusedControl(true);
        GridDataFactory.fillDefaults().grab(true, true).hint(SWT.DEFAULT, 60).applyTo(scrolled);
        form = new Composite(scrolled, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(6, 4).applyTo(form);
        scrolled.setContent(form);
        Button decide = new Button(body, SWT.PUSH);
        decide.setText(Messages.Rules_try);
        decide.addListener(SWT.Selection, event -> run());
        result = new Text(body, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.BORDER | SWT.V_SCROLL);
        result.setMessage(Messages.Rules_tryHint);
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 50).applyTo(result);
    }

    /** Asks for the inputs of these columns; what was typed stays. */
    void ask(List<Col> cols) {
        List<String> wanted = cols.stream().filter(Col::isInput).map(Col::name).filter(name -> !name.isEmpty())
            .distinct().toList();
        if (wanted.equals(names)) {
            return;
        }
        names = wanted;
        Map<String, String> typed = typed();
        for (Control child : form.getChildren()) {
            child.dispose();
        }
        fields.clear();
        for (String name : wanted) {
            new Label(form, SWT.NONE).setText(name);
            Text text = new Text(form, SWT.BORDER);
            text.setText(typed.getOrDefault(name, "")); //$NON-NLS-1$
            GridDataFactory.fillDefaults().grab(true, false).hint(FIELD, SWT.DEFAULT).applyTo(text);
            text.addListener(SWT.DefaultSelection, event -> run());
            fields.put(name, text);
        }
        form.layout(true, true);
        scrolled.setMinSize(form.computeSize(SWT.DEFAULT, SWT.DEFAULT));
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
        run.accept(typed());
    }

    /** Shows what was decided, or why it was not. */
    void show(String words) {
        result.setText(words);
    }

    Composite control() {
        return body;
    }

}
