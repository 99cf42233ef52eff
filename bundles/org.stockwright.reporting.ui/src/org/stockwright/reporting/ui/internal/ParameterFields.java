package org.stockwright.reporting.ui.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.stockwright.catalog.Items;
import org.stockwright.ledger.Location;
import org.stockwright.ledger.Locations;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.ui.CodeField;
import org.stockwright.ui.CodeField.Choice;
import org.stockwright.ui.Services;

/** One field per parameter, of the kind that fits what may be answered. */
final class ParameterFields {

    private static final int MOST_OFFERED = 12;
    private static final int INDENT = 8;

    private final ParametersModel model;
    private final Runnable changed;

    /** Fields that tell the model what is typed, and then that something changed. */
    ParameterFields(ParametersModel model, Runnable changed) {
        this.model = model;
        this.changed = changed;
    }

    /** Makes label and field; the parent's layout has two columns. */
    Control create(Composite form, ReportParameter parameter) {
        if (parameter.type() == ReportParameter.Type.FLAG) {
            return flag(form, parameter);
        }
        Label label = new Label(form, SWT.NONE);
        label.setText(Messages.bind(parameter.required() ? Messages.Parameters_labelRequired
            : Messages.Parameters_label, parameter.label()));
        Control field = switch (parameter.type()) {
            case ITEM -> code(form, parameter, Messages.Parameters_item, ParameterFields::items);
            case LOCATION -> code(form, parameter, Messages.Parameters_place, ParameterFields::places);
            case AS_OF -> text(form, parameter, Messages.Parameters_now);
            case FROM -> text(form, parameter, Messages.Parameters_beginning);
            case CHOICE -> choice(form, parameter);
            case TEXT, FLAG -> text(form, parameter, ""); //$NON-NLS-1$
        };
        GridDataFactory.fillDefaults().grab(true, false).indent(INDENT, 0).applyTo(field);
        return field;
    }

    private void answer(ReportParameter parameter, String text) {
        model.answer(parameter.name(), text);
        changed.run();
    }

    private Button flag(Composite form, ReportParameter parameter) {
        Button button = new Button(form, SWT.CHECK);
        button.setText(parameter.label());
        button.setSelection(model.isSet(parameter.name()));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.addListener(SWT.Selection,
            event -> answer(parameter, Boolean.toString(button.getSelection())));
        return button;
    }

    private Combo choice(Composite form, ReportParameter parameter) {
        Combo combo = new Combo(form, SWT.READ_ONLY);
        if (!parameter.required()) {
            combo.add(""); //$NON-NLS-1$
        }
        parameter.choices().forEach(combo::add);
        combo.setText(model.answer(parameter.name()));
        combo.addListener(SWT.Selection, event -> answer(parameter, combo.getText()));
        return combo;
    }

    private Text text(Composite form, ReportParameter parameter, String hint) {
        Text text = new Text(form, SWT.BORDER);
        text.setText(model.answer(parameter.name()));
        text.setMessage(hint);
        text.addListener(SWT.Modify, event -> answer(parameter, text.getText()));
        return text;
    }

    private <T> Text code(Composite form, ReportParameter parameter, String hint,
        Function<String, List<Choice<T>>> search) {
        CodeField<T> field = new CodeField<>(form, parameter.label(), search);
        String last = model.answer(parameter.name());
        if (!last.isEmpty()) {
            field.set(new Choice<>(null, last, "")); //$NON-NLS-1$
        }
        field.text().setMessage(hint);
        field.text().addListener(SWT.Modify, event -> answer(parameter, field.text().getText()));
        return field.text();
    }

    private static List<Choice<String>> items(String text) {
        return Services.find(ParameterFields.class, Items.class).map(items -> items.search(text, MOST_OFFERED).stream()
            .map(row -> new Choice<>(row.code(), row.code(), row.name())).toList()).orElse(List.of());
    }

    private static List<Choice<String>> places(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return Services.find(ParameterFields.class, Locations.class).map(places -> places.list().stream()
            .filter(place -> lower(place.code()).contains(wanted) || lower(place.name()).contains(wanted))
            .sorted(Comparator.comparing((Location place) -> !lower(place.code()).equals(wanted))
                .thenComparing(place -> !lower(place.code()).startsWith(wanted)).thenComparing(Location::code))
            .limit(MOST_OFFERED).map(place -> new Choice<>(place.code(), place.code(), place.name())).toList())
            .orElse(List.of());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

}
