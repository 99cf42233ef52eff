package org.stockwright.service.internal.letters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;

/**
 * The fields and instructions in the text of a template, read by a list of what is allowed: what is not in it never reaches the
 * engine. Used by one thread for one text; a template of several parts shares its fields.
 */
final class ReadText {

    private static final int LONGEST = 500;
    private static final int MOST = 5_000;
    private static final int DEEPEST = 20;
    private static final int SHOWN = 60;

    private final String text;
    private final Fields fields;
    private final List<Marker> markers = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Deque<Block> open = new ArrayDeque<>();

    /** An instruction that is not closed yet. */
    private static final class Block {

        private final String name;
        private final String text;
        private final Set<String> seen = new HashSet<>();

        Block(String name, String text) {
            this.name = name;
            this.text = text;
        }

    }

    private ReadText(String text, Fields fields) {
        this.text = text;
        this.fields = fields;
    }

    /** Reads a text. */
    static ReadText of(String text, Fields fields) {
        ReadText read = new ReadText(text, fields);
        read.scan();
        return read;
    }

    /** The markers in their order. */
    List<Marker> markers() {
        return markers;
    }

    /** What is not understood or not allowed. */
    List<Refusal> refusals() {
        return refusals;
    }

    private void scan() {
        int i = 0;
        while (i < text.length() && refusals.isEmpty()) {
            if (text.startsWith("${", i)) {
                i = field(i);
            } else if (text.startsWith("[#", i) || text.startsWith("[/#", i)) {
                i = instruction(i);
            } else if (text.startsWith("[@", i) || text.startsWith("[/@", i)) {
                refuse(i, "There are no macros.");
            } else {
                i++;
            }
        }
        if (refusals.isEmpty() && !open.isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.BLOCK_NOT_CLOSED, open.peek().text)
                .hint("Put [/#" + open.peek().name + "] where it ends."));
        }
    }

    private void refuse(int at, String hint) {
        refusals.add(Refusal.of(ServiceRefusal.BAD_MARKER,
            text.substring(at, Math.min(text.length(), at + SHOWN)).strip()).hint(hint));
    }

    /** Where a marker ends; words in quotes may have anything in them. */
    private int end(int from, char closing) {
        char quote = 0;
        for (int i = from; i < Math.min(text.length(), from + LONGEST); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == closing) {
                return i + 1;
            }
        }
        return -1;
    }

    private int field(int start) {
        int end = end(start + 2, '}');
        if (end < 0) {
            refuse(start, "Close it by }, within " + LONGEST + " characters.");
            return start;
        }
        check(start, end, new MarkerExpression(text.substring(start + 2, end - 1), fields).problem());
        add(start, end, Marker.Kind.FIELD);
        return end;
    }

    private void check(int start, int end, String problem) {
        if (!problem.isEmpty()) {
            refusals.add(Refusal.of(ServiceRefusal.BAD_MARKER, text.substring(start, end)).hint(problem));
        }
    }

    private void add(int start, int end, Marker.Kind kind) {
        markers.add(new Marker(start, end, kind, text.substring(start, end)));
        if (markers.size() > MOST || open.size() > DEEPEST) {
            refusals.add(Refusal.of(ServiceRefusal.TOO_MANY_MARKERS, MOST, DEEPEST)
                .hint("Make two templates of it."));
        }
    }

    private int instruction(int start) {
        int end = end(start + 2, ']');
        if (end < 0) {
            refuse(start, "Close it by ], within " + LONGEST + " characters.");
            return start;
        }
        boolean closes = text.charAt(start + 1) == '/';
        // the engine takes what has a blank before its name for a text
        String inside = text.substring(start + (closes ? 3 : 2), end - 1);
        int cut = 0;
        while (cut < inside.length() && Character.isLetter(inside.charAt(cut))) {
            cut++;
        }
        String name = inside.substring(0, cut);
        String rest = inside.substring(cut).strip();
        if (closes) {
            close(start, end, name, rest);
        } else {
            begin(start, end, name, rest);
        }
        return end;
    }

    private void begin(int start, int end, String name, String rest) {
        switch (name) {
            case "if" -> {
                check(start, end, new MarkerExpression(rest, fields).problem());
                open(start, end, name);
            }
            case "list" -> {
                check(start, end, new MarkerExpression(rest, fields).list());
                open(start, end, name);
            }
            case "sep" -> {
                check(start, end, rest.isBlank() ? "" : "It is written [#sep].");
                if (open.stream().noneMatch(block -> block.name.equals("list"))) {
                    check(start, end, "It stands inside of a list.");
                }
                open(start, end, name);
            }
            case "elseif" -> {
                check(start, end, new MarkerExpression(rest, fields).problem());
                between(start, end, name);
            }
            case "else" -> {
                check(start, end, rest.isBlank() ? "" : "It is written [#else].");
                between(start, end, name);
            }
            default -> check(start, end, "There are [#if], [#elseif], [#else], [#list] and [#sep], and nothing else.");
        }
    }

    private void open(int start, int end, String name) {
        open.push(new Block(name, text.substring(start, end)));
        add(start, end, Marker.Kind.OPEN);
    }

    private void between(int start, int end, String name) {
        Block block = open.peek();
        boolean fits = block != null && !block.seen.contains("else")
            && (block.name.equals("if") || block.name.equals("list") && name.equals("else"));
        check(start, end, fits ? "" : "It has no [#if] before it.");
        if (fits) {
            block.seen.add(name);
            if (block.name.equals("list")) {
                fields.leave();
            }
        }
        add(start, end, Marker.Kind.BETWEEN);
    }

    private void close(int start, int end, String name, String rest) {
        Block block = open.poll();
        if (block == null || !block.name.equals(name) || !rest.isBlank()) {
            refusals.add(Refusal.of(ServiceRefusal.BLOCK_NOT_CLOSED, text.substring(start, end))
                .hint(block == null ? "Nothing is open there." : block.text + " is open there."));
            return;
        }
        if (name.equals("list") && !block.seen.contains("else")) {
            fields.leave();
        }
        add(start, end, Marker.Kind.CLOSE);
    }

}
