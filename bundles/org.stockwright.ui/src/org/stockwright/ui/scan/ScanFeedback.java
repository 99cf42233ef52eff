package org.stockwright.ui.scan;

/** How the user, who looks at the goods and not at the screen, learns what became of a scan. */
public interface ScanFeedback {

    /** The code was understood: a high beep and a short green flash. */
    void good();

    /** The code was not understood or refused: two low beeps and a red flash. */
    void bad();

}
