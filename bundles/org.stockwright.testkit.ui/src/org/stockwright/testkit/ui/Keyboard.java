package org.stockwright.testkit.ui;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** Posts keys to the display as the operating system would: they go to whatever has the focus. */
public final class Keyboard {

    private static final long TYPING_MILLIS = 12;
    private static final String SHIFTED = "~!@#$%^&*()_+{}|:\"<>?";

    private Keyboard() {
    }

    /** Types a text; {@code \n} is Enter, {@code \t} is Tab. Slower than a scanner's burst begins: see {@link #scan}. */
    public static void type(String text) {
        // A pause inside the text tells it from a scan, as with people.
        for (int i = 0; i < text.length(); i++) {
            post(text.charAt(i));
            Ui.sleep(i % 3 == 2 ? HUMAN_PAUSE_MILLIS : TYPING_MILLIS);
        }
        settle();
    }

    /** Longer than any gap inside a scan. */
    private static final long HUMAN_PAUSE_MILLIS = 130;

    /** Sends a code as a scanner does: all characters in one burst with Enter behind them. */
    public static void scan(String code) {
        Ui.sleep(350);
        for (char character : (code + '\n').toCharArray()) {
            post(character);
            Ui.sleep(2);
        }
        settle();
    }

    /** Presses keys together, for example {@code press(SWT.MOD1, SWT.CR)}; the last is the key, the others modifiers. */
    public static void press(int... keys) {
        Arrays.stream(keys).forEach(key -> event(SWT.KeyDown, key));
        for (int i = keys.length - 1; i >= 0; i--) {
            event(SWT.KeyUp, keys[i]);
        }
        settle();
    }

    private static void post(char character) {
        char key = character == '\n' ? '\r' : character;
        boolean shift = Character.isUpperCase(key) || SHIFTED.indexOf(key) >= 0;
        if (shift) {
            event(SWT.KeyDown, SWT.SHIFT);
        }
        character(SWT.KeyDown, key);
        character(SWT.KeyUp, key);
        if (shift) {
            event(SWT.KeyUp, SWT.SHIFT);
        }
    }

    private static void character(int type, char key) {
        Event event = new Event();
        event.type = type;
        event.character = key;
        postOrFail(event);
    }

    private static void event(int type, int key) {
        Event event = new Event();
        event.type = type;
        if ((key & SWT.KEYCODE_BIT) != 0 || (key & SWT.MODIFIER_MASK) != 0) {
            event.keyCode = key;
        } else {
            event.character = (char) key;
        }
        postOrFail(event);
    }

    private static void postOrFail(Event event) {
        if (!Ui.display().post(event)) {
            throw new IllegalStateException("The display does not take posted keys; run under an X server");
        }
    }

    private static void settle() {
        for (int i = 0; i < 3; i++) {
            Ui.sleep(30);
            Ui.run(() -> {
                // lets the posted keys be handled
            });
        }
    }

}
