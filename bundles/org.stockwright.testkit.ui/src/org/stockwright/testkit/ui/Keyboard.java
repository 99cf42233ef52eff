package org.stockwright.testkit.ui;

import java.util.Map;

import org.eclipse.swt.SWT;

import com.sun.jna.NativeLong;
import com.sun.jna.platform.unix.X11;

/**
 * Presses keys as the X server's own test extension does: the workbench cannot tell them from a keyboard's, they have
 * its time stamps and go to whatever has the focus. (SWT's {@code Display.post} announces each key of a text field
 * twice on GTK, without a time.)
 */
public final class Keyboard {

    private static final long TYPING_MILLIS = 15;
    /** Longer than any gap inside a scan: by this people are told from scanners. */
    private static final long HUMAN_PAUSE_MILLIS = 130;
    /** Before a scan nobody types. */
    private static final long QUIET_MILLIS = 350;
    private static final long SETTLE_MILLIS = 100;
    /** What scanners send for the FNC1 of GS1 symbols. */
    private static final char GROUP_SEPARATOR = 0x1D;

    /** Keys without a character of their own; the numbers are X11's names of keys (keysymdef.h). */
    private static final Map<Integer, Integer> NAMED = Map.ofEntries(Map.entry((int) SWT.CR, 0xFF0D),
        Map.entry((int) '\n', 0xFF0D), Map.entry((int) SWT.TAB, 0xFF09), Map.entry((int) SWT.ESC, 0xFF1B),
        Map.entry((int) SWT.BS, 0xFF08), Map.entry((int) SWT.DEL, 0xFFFF), Map.entry(SWT.CTRL, 0xFFE3),
        Map.entry(SWT.SHIFT, 0xFFE1), Map.entry(SWT.ALT, 0xFFE9), Map.entry(SWT.ARROW_UP, 0xFF52),
        Map.entry(SWT.ARROW_DOWN, 0xFF54), Map.entry(SWT.ARROW_LEFT, 0xFF51), Map.entry(SWT.ARROW_RIGHT, 0xFF53),
        Map.entry(SWT.HOME, 0xFF50), Map.entry(SWT.END, 0xFF57), Map.entry(SWT.PAGE_UP, 0xFF55),
        Map.entry(SWT.PAGE_DOWN, 0xFF56), Map.entry(SWT.INSERT, 0xFF63), Map.entry(SWT.F1, 0xFFBE),
        Map.entry(SWT.F2, 0xFFBF), Map.entry(SWT.F5, 0xFFC2), Map.entry(SWT.F8, 0xFFC5), Map.entry(SWT.F10, 0xFFC7));

    private final X11.Display display;

    private Keyboard(X11.Display display) {
        this.display = display;
    }

    /** What is done while the connection is open. */
    @FunctionalInterface
    private interface Typing {

        void with(Keyboard keyboard);

    }

    private static void connected(Typing typing) {
        X11.Display display = X11.INSTANCE.XOpenDisplay(null);
        if (display == null) {
            throw new IllegalStateException("There is no X server: start the tests under xvfb-run");
        }
        try {
            typing.with(new Keyboard(display));
            X11.INSTANCE.XSync(display, false);
        } finally {
            X11.INSTANCE.XCloseDisplay(display);
        }
        for (int i = 0; i < 2; i++) {
            Ui.sleep(SETTLE_MILLIS);
            Ui.run(() -> {
                // lets the keys be handled
            });
        }
    }

    /** Types a text as a person does, with a pause here and there; {@code \n} is Enter, {@code \t} is Tab. */
    public static void type(String text) {
        connected(keyboard -> {
            for (int i = 0; i < text.length(); i++) {
                keyboard.stroke(text.charAt(i));
                Ui.sleep(i % 3 == 2 ? HUMAN_PAUSE_MILLIS : TYPING_MILLIS);
            }
        });
    }

    /**
     * Sends a code as a scanner does: all characters in one burst with Enter behind them; the separator of GS1 symbols
     * (0x1D) is Ctrl+].
     */
    public static void scan(String code) {
        Ui.sleep(QUIET_MILLIS);
        connected(keyboard -> {
            for (char character : (code + '\n').toCharArray()) {
                keyboard.stroke(character);
                Ui.sleep(1);
            }
        });
    }

    /** Presses keys together, for example {@code press(SWT.MOD1, SWT.CR)}; the last is the key, the others modifiers. */
    public static void press(int... keys) {
        connected(keyboard -> {
            for (int key : keys) {
                keyboard.fake(keyboard.code(key), true);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                keyboard.fake(keyboard.code(keys[i]), false);
            }
        });
    }

    private void stroke(char character) {
        if (character == GROUP_SEPARATOR) {
            // as scanners do: Control and the key in the same column of the ASCII table
            byte control = code(SWT.CTRL);
            fake(control, true);
            stroke(']');
            fake(control, false);
            X11.INSTANCE.XFlush(display);
            return;
        }
        byte code = code(character);
        boolean shift = isShifted(character, code);
        byte shiftCode = code(SWT.SHIFT);
        if (shift) {
            fake(shiftCode, true);
        }
        fake(code, true);
        fake(code, false);
        if (shift) {
            fake(shiftCode, false);
        }
        X11.INSTANCE.XFlush(display);
    }

    private boolean isShifted(char character, byte code) {
        return !NAMED.containsKey((int) character)
            && X11.INSTANCE.XKeycodeToKeysym(display, code, 0).intValue() != character;
    }

    private byte code(int key) {
        int symbol = NAMED.getOrDefault(key, key);
        byte code = X11.INSTANCE.XKeysymToKeycode(display, new X11.KeySym(symbol));
        if (code == 0) {
            throw new IllegalArgumentException("The keyboard of the X server has no key " + Integer.toHexString(key));
        }
        return code;
    }

    private void fake(byte code, boolean down) {
        X11.XTest.INSTANCE.XTestFakeKeyEvent(display, code & 0xFF, down, new NativeLong(0));
    }

}
