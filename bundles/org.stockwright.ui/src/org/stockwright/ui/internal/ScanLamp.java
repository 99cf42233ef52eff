package org.stockwright.ui.internal;

import org.stockwright.ui.StatusField;

/** The status field that keeps the last scan and whether it was good. */
public final class ScanLamp implements StatusField {

    private State state = new State("", "", Tone.PLAIN); //$NON-NLS-1$ //$NON-NLS-2$
    private Runnable changed = () -> {
        // nobody shows it yet
    };

    /** Shows a scan. */
    public void show(String code, boolean good) {
        state = new State(code.length() > 24 ? code.substring(0, 24) + '\u2026' : code,
            Messages.bind(good ? Messages.ScanLamp_good : Messages.ScanLamp_bad, code), good ? Tone.GOOD : Tone.BAD);
        changed.run();
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public String name() {
        return Messages.ScanLamp_name;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void onChange(Runnable listener) {
        changed = listener;
    }

}
