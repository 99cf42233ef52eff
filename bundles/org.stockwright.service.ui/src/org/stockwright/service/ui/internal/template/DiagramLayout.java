package org.stockwright.service.ui.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where the stages of a process and the positions of its boundary stand in the diagram, in pixels and without widgets. Stages
 * stand from left to right; position 0 is before the first one, position n behind the n-th.
 *
 * @param left where the first position is
 * @param box how wide a stage is
 * @param gap how wide the room between two stages is; the boundary stands in its middle
 * @param stages how many stages there are
 */
record DiagramLayout(int left, int box, int gap, int stages) {

    /** The left edge of a stage. */
    int stage(int index) {
        return left + gap / 2 + index * (box + gap);
    }

    /** Where the boundary stands at a position. */
    int position(int boundary) {
        return left + boundary * (box + gap);
    }

    /** The position that is the nearest to a point, however far it is away. */
    int nearest(int x) {
        int step = box + gap;
        return Math.clamp(Math.floorDiv(x - left + step / 2, step), 0, stages);
    }

    /** The stage at a point; -1 when there is none. */
    int stageAt(int x) {
        for (int i = 0; i < stages; i++) {
            if (x >= stage(i) && x < stage(i) + box) {
                return i;
            }
        }
        return -1;
    }

    /** How wide the whole diagram is. */
    int width() {
        return position(stages) + left;
    }

    /**
     * Words broken into lines that are not wider than a width, the last one shortened.
     *
     * @param most how many lines there are at most
     * @param width how wide a text is
     */
    static List<String> lines(String text, int most, int width, ToIntFunction<String> measure) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) { //$NON-NLS-1$
            String longer = line.isEmpty() ? word : line + " " + word; //$NON-NLS-1$
            if (line.isEmpty() || measure.applyAsInt(longer) <= width) {
                line.setLength(0);
                line.append(longer);
            } else {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            }
        }
        lines.add(line.toString());
        if (lines.size() > most) {
            String rest = String.join(" ", lines.subList(most - 1, lines.size())); //$NON-NLS-1$
            lines = new ArrayList<>(lines.subList(0, most - 1));
            lines.add(rest);
        }
        return lines.stream().map(one -> shortened(one, width, measure)).toList();
    }

    private static String shortened(String text, int width, ToIntFunction<String> measure) {
        if (measure.applyAsInt(text) <= width) {
            return text;
        }
        String cut = text;
        while (!cut.isEmpty() && measure.applyAsInt(cut + '…') > width) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.stripTrailing() + '…';
    }

}
