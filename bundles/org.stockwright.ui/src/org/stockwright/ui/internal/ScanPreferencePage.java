package org.stockwright.ui.internal;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.preference.FieldEditorPreferencePage;
import org.eclipse.jface.preference.IntegerFieldEditor;
import org.eclipse.jface.preference.StringFieldEditor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;
import org.stockwright.ui.scan.ScanDetector;

/** How the scanner on this desk is recognised. */
public final class ScanPreferencePage extends FieldEditorPreferencePage implements IWorkbenchPreferencePage {

    /** The page. */
    public ScanPreferencePage() {
        super(GRID);
        setDescription(Messages.ScanPreferencePage_description);
    }

    @Override
    public void init(IWorkbench workbench) {
        ScopedPreferenceStore store = new ScopedPreferenceStore(InstanceScope.INSTANCE, ScanSettings.NODE);
        store.setDefault(ScanSettings.SHORTEST, ScanDetector.Settings.DEFAULT.shortest());
        store.setDefault(ScanSettings.GAP, ScanDetector.Settings.DEFAULT.longestGapMillis());
        setPreferenceStore(store);
    }

    @Override
    protected void createFieldEditors() {
        addField(number(ScanSettings.SHORTEST, Messages.ScanPreferencePage_shortest, 2, 40));
        addField(number(ScanSettings.GAP, Messages.ScanPreferencePage_gap, 10, 500));
        addField(new StringFieldEditor(ScanSettings.PREFIX, Messages.ScanPreferencePage_prefix,
            getFieldEditorParent()));
        addField(new StringFieldEditor(ScanSettings.SUFFIX, Messages.ScanPreferencePage_suffix,
            getFieldEditorParent()));
    }

    private IntegerFieldEditor number(String key, String label, int least, int most) {
        IntegerFieldEditor editor = new IntegerFieldEditor(key, label, getFieldEditorParent());
        editor.setValidRange(least, most);
        return editor;
    }

}
