package org.stockwright.ui.grid;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.ui.action.IKeyAction;
import org.eclipse.nebula.widgets.nattable.ui.action.IMouseAction;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.MouseEvent;

/** Enter, Space and double click open a row or fold a group; Ctrl+C copies. */
final class GridKeys extends AbstractUiBindingConfiguration {

    private final Runnable open;
    private final Runnable copy;

    GridKeys(Runnable open, Runnable copy) {
        this.open = open;
        this.copy = copy;
    }

    @Override
    public void configureUiBindings(UiBindingRegistry registry) {
        IKeyAction opens = (NatTable table, KeyEvent event) -> open.run();
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.CR), opens);
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.KEYPAD_CR), opens);
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, ' '), opens);
        registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'c'),
            (NatTable table, KeyEvent event) -> copy.run());
        IMouseAction opensByMouse = (NatTable table, MouseEvent event) -> open.run();
        registry.registerFirstDoubleClickBinding(MouseEventMatcher.bodyLeftClick(SWT.NONE), opensByMouse);
    }

}
