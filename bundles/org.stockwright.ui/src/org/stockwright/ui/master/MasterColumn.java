package org.stockwright.ui.master;

import java.util.List;
import java.util.function.Function;

import org.stockwright.ui.CodeField.Choice;

/**
 * A column of a page.
 *
 * @param id its name in rows and in refusals, as in the files of the same data
 * @param label its title
 * @param width in characters
 * @param type how its cells are edited
 * @param hint what stands in a cell that is being edited and empty, or empty
 * @param words what can be chosen, for {@link Type#WORD}; the first is what a new row begins with
 * @param search finds what fits a text, for {@link Type#CODE}; called in a job
 * @param isKept whether its cells are not edited any more once their row is stored
 */
public record MasterColumn(String id, String label, int width, Type type, String hint, List<String> words,
    Function<String, List<Choice<String>>> search, boolean isKept) {

    /** How cells are edited. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A number, which stands at the right. */
        NUMBER,
        /** A code of something, which is offered while it is typed. */
        CODE,
        /** One of a few words. */
        WORD,
        /** Not at all: it says what the row is about. */
        SHOWN,
        /** Not at all: a number. */
        FIGURE
    }

    /** Takes a copy. */
    public MasterColumn {
        words = List.copyOf(words);
    }

    private static MasterColumn of(String id, String label, int width, Type type) {
        return new MasterColumn(id, label, width, type, "", List.of(), text -> List.of(), false); //$NON-NLS-1$
    }

    /** A column of texts. */
    public static MasterColumn text(String id, String label, int width) {
        return of(id, label, width, Type.TEXT);
    }

    /** A column of numbers. */
    public static MasterColumn number(String id, String label, int width) {
        return of(id, label, width, Type.NUMBER);
    }

    /** A column of codes. */
    public static MasterColumn code(String id, String label, int width, Function<String, List<Choice<String>>> search) {
        return new MasterColumn(id, label, width, Type.CODE, "", List.of(), search, false); //$NON-NLS-1$
    }

    /** A column of words to choose from; a new row begins with the first. */
    public static MasterColumn word(String id, String label, int width, List<String> words) {
        return new MasterColumn(id, label, width, Type.WORD, "", words, text -> List.of(), false); //$NON-NLS-1$
    }

    /** A column that is not edited. */
    public static MasterColumn shown(String id, String label, int width) {
        return of(id, label, width, Type.SHOWN);
    }

    /** A column of numbers that is not edited. */
    public static MasterColumn figure(String id, String label, int width) {
        return of(id, label, width, Type.FIGURE);
    }

    /** The same with something in a cell while it is empty. */
    public MasterColumn hint(String text) {
        return new MasterColumn(id, label, width, type, text, words, search, isKept);
    }

    /** The same, whose cells are not edited any more once their row is stored: a code that others know. */
    public MasterColumn kept() {
        return new MasterColumn(id, label, width, type, hint, words, search, true);
    }

    /** Whether its cells are edited. */
    public boolean isEdited() {
        return type != Type.SHOWN && type != Type.FIGURE;
    }

    /** Whether its cells stand at the right. */
    public boolean isNumber() {
        return type == Type.NUMBER || type == Type.FIGURE;
    }

}
