package org.stockwright.valuation.ui.internal.method;

import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.stockwright.ui.EntryDialog;
import org.stockwright.ui.Work;
import org.stockwright.valuation.CostScope;
import org.stockwright.valuation.CostSettings;
import org.stockwright.valuation.ui.internal.Fields;
import org.stockwright.valuation.ui.internal.Messages;
import org.stockwright.valuation.ui.internal.Words;

/** Asks which goods share one cost, before the first value. */
final class ScopeDialog extends EntryDialog {

    private static final List<CostScope> SCOPES = Arrays.asList(CostScope.values());

    private final CostSettings settings;
    private final CostScope now;
    private Combo scope;

    ScopeDialog(Shell shell, CostSettings settings, CostScope now) {
        super(shell, Words.title(Messages.Method_scopeDialog), Messages.Method_scopeMessage,
            Messages.Method_scopeChoose);
        this.settings = settings;
        this.now = now;
    }

    @Override
    protected void fields(Composite parent) {
        scope = Fields.combo(parent, Messages.Method_scopeField, SCOPES.stream().map(Words::of).toList());
        scope.select(SCOPES.indexOf(now));
    }

    @Override
    protected Work<?> request() {
        CostScope wanted = SCOPES.get(scope.getSelectionIndex());
        return Work.request(Messages.Method_job, progress -> settings.setScope(wanted)).done(set -> finish());
    }

    @Override
    protected void again() {
        scope.setFocus();
    }

}
