package org.stockwright.security.ui.internal;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** After which time the screen is locked. */
public final class LockPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    private static final int MOST_MINUTES = 480;

    /** A page with one column of fields. */
    public LockPreferencePage() {
        super(GRID);
    }

    @Override
    public void init(IWorkbench workbench) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, LockSettings.NODE);
        store.setDefault(LockSettings.IDLE_MINUTES, LockSettings.DEFAULT_MINUTES);
        setPreferenceStore(store);
        setDescription(Messages.Lock_preferences);
    }

    @Override
    protected void createFieldEditors() {
        IntegerFieldEditor minutes = new IntegerFieldEditor(LockSettings.IDLE_MINUTES, Messages.Lock_minutes,
            getFieldEditorParent(), 4);
        minutes.setValidRange(1, MOST_MINUTES);
        addField(minutes);
    }

}
