package org.stockwright.valuation.ui.internal.account;

import java.time.Instant;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.stockwright.ledger.ui.InstantField;
import org.stockwright.ledger.ui.InstantField.Edge;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Services;
import org.stockwright.ui.Work;
import org.stockwright.valuation.Accounts;
import org.stockwright.valuation.ui.internal.Messages;

/** Answers which account a side of a movement would get, by which rule. */
final class RuleTest {

    private final Supplier<AccountSheet> sheet;
    private final Supplier<Notices> notices;
    private final RuleFields about;
    private final InstantField at;
    private final Label answer;
    private int asked;

    RuleTest(Composite parent, Supplier<AccountSheet> sheet, Supplier<Notices> notices) {
        this.sheet = sheet;
        this.notices = notices;
        Group group = new Group(parent, SWT.NONE);
        group.setText(Messages.Account_test);
        GridLayoutFactory.swtDefaults().numColumns(8).spacing(6, 4).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).indent(4, 4).applyTo(group);
        about = new RuleFields(group);
        at = new InstantField(Edge.START, notices, this::ask);
        at.create(group, Messages.Account_testAt, Messages.Account_testAtTip, Messages.Journal_now);
        answer = new Label(group, SWT.WRAP);
        GridDataFactory.fillDefaults().span(8, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(answer);
        about.onChange(this::ask);
    }

    /** The rules were read again. */
    void refresh() {
        about.sides(sheet.get().sides());
        ask();
    }

    private void ask() {
        String category = about.categoryPath();
        String kind = about.kindWord();
        String side = about.sideWord();
        Instant instant = at.instant().orElseGet(Instant::now);
        int mine = ++asked;
        if (side.isEmpty()) {
            answer.setText(""); //$NON-NLS-1$
            return;
        }
        Services.find(RuleTest.class, Accounts.class).ifPresent(accounts -> Work
            .request(Messages.Account_testJob, progress -> accounts.deciding(category, kind, side, instant))
            .on(answer).with(notices.get()).quietly().done(rule -> {
                if (mine == asked) {
                    say(sheet.get().answer(rule));
                }
            }).refused(refusals -> say(Notices.text(refusals))).start());
    }

    private void say(String text) {
        answer.setText(text);
        answer.requestLayout();
    }

}
