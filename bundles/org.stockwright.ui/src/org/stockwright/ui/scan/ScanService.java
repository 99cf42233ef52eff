package org.stockwright.ui.scan;

import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.stockwright.ui.Curtain;
import org.stockwright.ui.internal.ScanLamp;
import org.stockwright.ui.internal.ScanSettings;

/**
 * Watches all keys of the display for scans, wherever the focus is. The workbench has one. Characters reach the focused
 * field while nobody can know yet that they are a scan; when it is one, the field gets back what it held.
 */
public final class ScanService implements AutoCloseable {

    private final Display display;
    private final Supplier<ScanDetector.Settings> settings;
    private final ScanLamp lamp;
    private final Listener keys = this::key;
    private final Listener traversals = this::traverse;
    private final PressedKey pressed = new PressedKey();
    private final Listener releases = event -> pressed.released();
    private final KeyClock clock = new KeyClock(() -> System.nanoTime() / 1_000_000);
    private ScanDetector detector;
    private ScanDetector.Settings current;
    private FieldContent before = FieldContent.NONE;
    private int traversedAt;
    private ScanDetector.Verdict traversed;

    /** A service that does not watch yet. */
    public ScanService(Display display, ScanLamp lamp) {
        this.display = display;
        this.lamp = lamp;
        settings = ScanSettings::read;
        current = settings.get();
        detector = new ScanDetector(current);
    }

    /** Begins to watch. */
    public void start() {
        display.addFilter(SWT.KeyDown, keys);
        display.addFilter(SWT.KeyUp, releases);
        display.addFilter(SWT.Traverse, traversals);
    }

    /** Enter and Tab come as a traversal first, which would press the default button or move the focus. */
    private void traverse(Event event) {
        if (event.detail != SWT.TRAVERSE_RETURN && event.detail != SWT.TRAVERSE_TAB_NEXT) {
            return;
        }
        traversed = verdict(event);
        traversedAt = event.time;
        if (isOurs(traversed)) {
            event.doit = false;
            event.detail = SWT.TRAVERSE_NONE;
        }
    }

    private void key(Event event) {
        if (pressed.isToldAgain(event.character, event.time)) {
            return;
        }
        ScanDetector.Verdict verdict;
        if (traversed != null && traversedAt == event.time && (event.character == '\r' || event.character == '\t')) {
            verdict = traversed;
        } else {
            verdict = verdict(event);
        }
        traversed = null;
        if (isOurs(verdict)) {
            event.doit = false;
            event.type = SWT.None;
        }
    }

    private static boolean isOurs(ScanDetector.Verdict verdict) {
        return verdict == ScanDetector.Verdict.SCANNED || verdict == ScanDetector.Verdict.SWALLOW;
    }

    private ScanDetector.Verdict verdict(Event event) {
        if (detector.length() == 0) {
            takeSettings();
        }
        ScanDetector.Verdict verdict = detector.key(event.character, clock.at(event.time));
        switch (verdict) {
            case PERHAPS_FIRST -> before = FieldContent.of(display.getFocusControl());
            case SCANNED -> {
                if (Curtain.isDrawn(display.getActiveShell())) {
                    before.restore();
                    beep(false);
                    return verdict;
                }
                Optional<ScanTarget> target = ScanTargets.active(display);
                if (target.isEmpty()) {
                    return FieldContent.isField(display.getFocusControl()) ? ScanDetector.Verdict.TYPED : verdict;
                }
                before.restore();
                deliver(target.get(), detector.code());
            }
            case TYPED, PERHAPS, SWALLOW -> {
                // nothing to remember
            }
        }
        return verdict;
    }

    private void takeSettings() {
        ScanDetector.Settings now = settings.get();
        if (!now.equals(current)) {
            current = now;
            detector = new ScanDetector(now);
        }
    }

    /** After the key event, so that a dialog that the target opens does not swallow the key's release. */
    private void deliver(ScanTarget target, Optional<String> code) {
        Flash flash = ScanTargets.activePart().map(part -> Adapters.adapt(part, Flash.class)).orElse(good -> {
            // a dialog has the lamp in the status line
        });
        String shown = code.map(text -> text.replaceAll("\\p{Cntrl}", " ")).orElse("\u2026"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
        ScanFeedback feedback = new ScanFeedback() {

            @Override
            public void good() {
                tell(true);
            }

            @Override
            public void bad() {
                tell(false);
            }

            private void tell(boolean good) {
                display.asyncExec(() -> {
                    lamp.show(shown, good);
                    flash.flash(good);
                    beep(good);
                });
            }

        };
        display.asyncExec(() -> code.ifPresentOrElse(text -> target.scanned(text, feedback), feedback::bad));
    }

    private void beep(boolean good) {
        display.beep();
        if (!good) {
            display.timerExec(180, display::beep);
            display.timerExec(360, display::beep);
        }
    }

    /** A part's coloured bar. */
    @FunctionalInterface
    public interface Flash {

        /** Shows for a moment whether a scan was good. */
        void flash(boolean good);

    }

    @Override
    public void close() {
        if (!display.isDisposed()) {
            display.removeFilter(SWT.KeyDown, keys);
            display.removeFilter(SWT.KeyUp, releases);
            display.removeFilter(SWT.Traverse, traversals);
        }
    }

}
