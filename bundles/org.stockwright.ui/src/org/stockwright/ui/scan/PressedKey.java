package org.stockwright.ui.scan;

/**
 * Tells a key that is told twice from one that was pressed twice. SWT on GTK sends a second KeyDown from a text field
 * when a press has the time stamp of the key event before it, which is what scanners make of capital letters: Shift and
 * letter come in one report. Only what was released in between was pressed again.
 */
final class PressedKey {

    private char character;
    private int stamp;
    private boolean down;

    /** Takes a KeyDown; whether it is the one before, told again. */
    boolean isToldAgain(char itsCharacter, int itsStamp) {
        if (itsCharacter == 0) {
            return false;
        }
        boolean again = down && character == itsCharacter && stamp == itsStamp;
        character = itsCharacter;
        stamp = itsStamp;
        down = true;
        return again;
    }

    /** Takes a KeyUp. */
    void released() {
        down = false;
    }

}
