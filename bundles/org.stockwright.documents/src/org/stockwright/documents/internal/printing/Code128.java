package org.stockwright.documents.internal.printing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Code 128 (ISO/IEC 15417): the shortest row of symbol characters for a text, by going through all ways to change between
 * the code sets A, B and C. {@link #FNC1} at the beginning makes it a GS1-128 symbol.
 */
final class Code128 {

    /** Stands for the function character 1 in a text: the separator of GS1 element strings. */
    static final char FNC1 = '\u001d';

    private static final String PATTERNS = """
        212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221\
        223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321\
        112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131\
        311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114\
        122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141\
        2141214121211111431113411311411141131143114111134113111131411141313111414111312114122112142112322331112""";
    private static final int STOP = 106;
    private static final int[] START = { 103, 104, 105 };
    private static final int SET_C = 2;
    private static final int FNC1_VALUE = 102;
    /** The value that changes from a set (first) to another (second). */
    private static final int[][] CHANGE = { { -1, 100, 99 }, { 101, -1, 99 }, { 101, 100, -1 } };
    /** What ZPL calls the starts and the changes. */
    private static final String[] ZPL_START = { ">9", ">:", ">;" };
    private static final String[] ZPL_CHANGE = { ">7", ">6", ">5" };
    private static final int NEVER = 1_000_000;

    private final List<Integer> values = new ArrayList<>();
    private final StringBuilder zpl = new StringBuilder();

    private Code128(String text) {
        encode(text);
    }

    /** The symbol of a text; nothing when it is empty or has characters beyond ASCII, which no symbol has. */
    static Optional<Code128> of(String text) {
        return text.isEmpty() || text.chars().anyMatch(c -> c > 127) ? Optional.empty()
            : Optional.of(new Code128(text));
    }

    private void encode(String text) {
        // the fewest characters from each place on, when the set is the one there
        int[][] best = new int[text.length() + 1][3];
        for (int i = text.length() - 1; i >= 0; i--) {
            int[] direct = new int[3];
            for (int set = 0; set < 3; set++) {
                int step = step(text, i, set);
                direct[set] = step == 0 ? NEVER : 1 + best[i + step][set];
            }
            for (int set = 0; set < 3; set++) {
                best[i][set] = direct[set];
                for (int other = 0; other < 3; other++) {
                    best[i][set] = Math.min(best[i][set], direct[other] + (other == set ? 0 : 1));
                }
            }
        }
        int set = cheapest(text, best, 0, -1);
        values.add(START[set]);
        zpl.append(ZPL_START[set]);
        int i = 0;
        while (i < text.length()) {
            int next = cheapest(text, best, i, set);
            if (next != set) {
                values.add(CHANGE[set][next]);
                zpl.append(ZPL_CHANGE[next]);
                set = next;
            }
            int step = step(text, i, set);
            values.add(value(text, i, set));
            tell(text.substring(i, i + step), set);
            i += step;
        }
        int sum = values.getFirst();
        for (int place = 1; place < values.size(); place++) {
            sum += place * values.get(place);
        }
        values.add(sum % 103);
        values.add(STOP);
    }

    /** The set in which to go on: the present one when that is not longer; at the start C before B before A, as GS1 wants it. */
    private static int cheapest(String text, int[][] best, int i, int set) {
        int chosen = -1;
        int least = NEVER;
        for (int one : set < 0 ? new int[] { SET_C, 1, 0 } : new int[] { set, 1, 0, SET_C }) {
            int step = step(text, i, one);
            int cost = step == 0 ? NEVER : 1 + best[i + step][one] + (set < 0 || one == set ? 0 : 1);
            if (cost < least) {
                least = cost;
                chosen = one;
            }
        }
        return chosen;
    }

    /** How many characters of the text the next symbol character takes in a set; 0 when the set has it not. */
    private static int step(String text, int i, int set) {
        char c = text.charAt(i);
        if (c == FNC1) {
            return 1;
        }
        return switch (set) {
            case 0 -> c < 96 ? 1 : 0;
            case 1 -> c >= 32 ? 1 : 0;
            default -> isDigit(c) && i + 1 < text.length() && isDigit(text.charAt(i + 1)) ? 2 : 0;
        };
    }

    private static int value(String text, int i, int set) {
        char c = text.charAt(i);
        if (c == FNC1) {
            return FNC1_VALUE;
        }
        return switch (set) {
            case 0 -> c < 32 ? c + 64 : c - 32;
            case 1 -> c - 32;
            default -> (c - '0') * 10 + text.charAt(i + 1) - '0';
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** ZPL's own words: in set A each character is two digits, in B some have names, in C pairs are themselves. */
    private void tell(String part, int set) {
        if (part.charAt(0) == FNC1) {
            zpl.append(">8");
        } else if (set == 0) {
            int value = value(part, 0, 0);
            zpl.append(value / 10).append(value % 10);
        } else {
            zpl.append(switch (part) {
                case ">" -> ">0";
                case "^" -> "><";
                case "~" -> ">=";
                case "\u007f" -> ">1";
                default -> part;
            });
        }
    }

    /** The values of the symbol characters, from the start to the stop, the check character before it. */
    List<Integer> values() {
        return List.copyOf(values);
    }

    /** The text behind {@code ^FD} of a ZPL field {@code ^BC} in its mode {@code N}, start and changes of set in it. */
    String zpl() {
        return zpl.toString();
    }

    /** The modules from the first bar to the last, dark ones are true; quiet zones are not among them. */
    List<Boolean> modules() {
        List<Boolean> modules = new ArrayList<>();
        for (int value : values) {
            String widths = PATTERNS.substring(value * 6, value == STOP ? value * 6 + 7 : value * 6 + 6);
            for (int i = 0; i < widths.length(); i++) {
                for (int module = 0; module < widths.charAt(i) - '0'; module++) {
                    modules.add(i % 2 == 0);
                }
            }
        }
        return modules;
    }

}
