package org.stockwright.valuation.ui.internal.account;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.stockwright.catalog.ui.Choices;
import org.stockwright.ledger.MovementKind;
import org.stockwright.ui.CodeField;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** The fields for what a posting rule is about: category, kind of movement and side; three pairs of label and field. */
final class RuleFields {

    private static final List<String> KINDS = Stream
        .concat(Stream.of(""), Stream.of(MovementKind.values()).map(MovementKind::word)).toList(); //$NON-NLS-1$

    private static final int SIDE_WIDTH = 210;

    private final CodeField<String> category;
    private final Combo kind;
    private final Combo side;
    private List<String> sides = List.of();

    RuleFields(Composite parent) {
        category = Fields.code(parent, Messages.Value_category, Messages.Account_any, Choices::categories);
        kind = Fields.combo(parent, Messages.Account_kindField,
            KINDS.stream().map(word -> word.isEmpty() ? Messages.Account_any : Words.spoken(word)).toList());
        side = Fields.combo(parent, Messages.Account_sideField, List.of());
        // it is filled later
        GridDataFactory.fillDefaults().hint(SIDE_WIDTH, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER).applyTo(side);
    }

    /** Which sides can be chosen. */
    void sides(List<String> words) {
        if (!words.equals(sides)) {
            sides = words;
            side.setItems(words.stream().map(Words::spoken).toArray(String[]::new));
            side.select(0);
        }
    }

    /** Runs whenever something else was chosen or entered. */
    void onChange(Runnable runnable) {
        category.onEnter(runnable);
        category.onChosen(chosen -> runnable.run());
        kind.addListener(SWT.Selection, event -> runnable.run());
        side.addListener(SWT.Selection, event -> runnable.run());
    }

    CodeField<String> category() {
        return category;
    }

    String categoryPath() {
        return category.text().getText().strip();
    }

    String kindWord() {
        return KINDS.get(Math.max(0, kind.getSelectionIndex()));
    }

    /** The word of the side; empty while there are none to choose. */
    String sideWord() {
        return sides.isEmpty() ? "" : sides.get(Math.max(0, side.getSelectionIndex())); //$NON-NLS-1$
    }

}
