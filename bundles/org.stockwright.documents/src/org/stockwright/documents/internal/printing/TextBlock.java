package org.stockwright.documents.internal.printing;

import java.util.ArrayList;
import java.util.List;

/** Breaks a text into lines for printers that cannot. */
final class TextBlock {

    private static final String MORE = "...";
    /** From here on characters are as wide as they are high: those of China, Japan and Korea. */
    private static final int WIDE = 0x2E80;

    private TextBlock() {
    }

    /**
     * The lines of a text, broken at blanks where there are some.
     *
     * @param width how many narrow characters a line has; a wide one is two
     * @param most the most lines; when there are more, the last one ends with three dots
     */
    static List<String> of(String text, int width, int most) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.addAll(broken(line.strip(), width)));
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        kept.set(most - 1, head(kept.getLast(), width - MORE.length()) + MORE);
        return kept;
    }

    private static List<String> broken(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!head(rest, width).equals(rest)) {
            String head = head(rest, width);
            int blank = rest.charAt(head.length()) == ' ' ? head.length() : head.lastIndexOf(' ');
            int cut = blank > 0 ? blank : head.length();
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    /** As much of the beginning as fits. */
    private static String head(String text, int width) {
        int room = width;
        int end = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            room -= character < WIDE ? 1 : 2;
            if (room < 0) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

}
