package org.stockwright.service.ui.internal.letters;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A page of HTML as a text with parts that stand out, for platforms without a browser: headings, paragraphs, lists, tables, bold
 * and slanted words. It shows what a letter says, not its exact layout.
 *
 * @param text the text
 * @param spans the parts that stand out, by their beginning
 */
@SuppressWarnings("nls")
record HtmlText(String text, List<Span> spans) {

    private static final Set<String> BLOCKS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "table",
        "ul",
        "ol", "dl", "dt", "dd", "blockquote", "pre", "address", "center", "caption", "hr", "li", "body", "html",
        "thead",
        "tbody", "tfoot");
    private static final Set<String> APART = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl",
        "blockquote", "pre");
    private static final Set<String> UNSEEN = Set.of("head", "style", "title", "script");
    private static final Set<String> BOLD = Set.of("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th", "dt");
    private static final Set<String> SLANTED = Set.of("i", "em", "address");
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "meta", "col", "link");
    private static final Map<String, String> NAMED = Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'",
        "nbsp", " ", "euro", "€", "copy", "©", "ndash", "–", "mdash", "—");

    /**
     * A part that stands out.
     *
     * @param start its first character
     * @param length how long it is
     * @param bold whether it is bold
     * @param slanted whether it is slanted
     * @param heading whether it is larger
     */
    record Span(int start, int length, boolean bold, boolean slanted, boolean heading) {
    }

    /** Reads a page; what is not closed or not known is passed over. */
    static HtmlText of(String html) {
        return new Reader(html).read();
    }

    private static final class Reader {

        private final String html;
        private final StringBuilder text = new StringBuilder();
        private final List<Span> spans = new ArrayList<>();
        private final Deque<String> open = new ArrayDeque<>();
        private int at;
        private int begun;
        /** How many of what is open is not to be seen. */
        private int unseen;
        private boolean blank = true;

        Reader(String html) {
            this.html = html;
        }

        HtmlText read() {
            while (at < html.length()) {
                char c = html.charAt(at);
                if (html.startsWith("<!--", at)) {
                    int end = html.indexOf("-->", at);
                    at = end < 0 ? html.length() : end + 3;
                } else if (c == '<') {
                    tag();
                } else if (c == '&') {
                    entity();
                } else {
                    add(c);
                    at++;
                }
            }
            style();
            int end = text.length();
            while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
                end--;
            }
            text.setLength(end);
            return new HtmlText(text.toString(),
                spans.stream().filter(span -> span.start() + span.length() <= text.length())
                    .toList());
        }

        private boolean isUnseen() {
            return unseen > 0;
        }

        private void open(String name) {
            open.push(name);
            unseen += UNSEEN.contains(name) ? 1 : 0;
        }

        private String close() {
            String name = open.pop();
            unseen -= UNSEEN.contains(name) ? 1 : 0;
            return name;
        }

        private void add(char c) {
            if (isUnseen()) {
                return;
            }
            if (open.contains("pre")) {
                text.append(c);
            } else if (!Character.isWhitespace(c)) {
                text.append(c);
                blank = false;
            } else if (!blank) {
                text.append(' ');
                blank = true;
            }
        }

        private void entity() {
            int end = html.indexOf(';', at);
            String name = end < 0 || end > at + 10 ? "" : html.substring(at + 1, end);
            String shown = NAMED.get(name);
            if (shown == null && name.matches("#\\d{1,6}")) {
                int code = Integer.parseInt(name.substring(1));
                shown = Character.isValidCodePoint(code) ? Character.toString(code) : null;
            }
            if (shown == null) {
                add('&');
                at++;
            } else {
                if (!isUnseen()) {
                    text.append(shown);
                    blank = false;
                }
                at = end + 1;
            }
        }

        private void tag() {
            int end = html.indexOf('>', at);
            if (end < 0) {
                at = html.length();
                return;
            }
            String inner = html.substring(at + 1, end).strip();
            at = end + 1;
            boolean closing = inner.startsWith("/");
            String name = (closing ? inner.substring(1) : inner).split("[\\s/]", 2)[0].toLowerCase(Locale.ROOT);
            style();
            if (closing) {
                if (open.contains(name)) {
                    while (!close().equals(name)) {
                        // what was not closed ends here too
                    }
                }
                after(name);
            } else {
                before(name);
                if (!EMPTY.contains(name) && !inner.startsWith("!") && !inner.endsWith("/")) {
                    open(name);
                }
            }
            begun = text.length();
        }

        private void before(String name) {
            if (isUnseen()) {
                return;
            }
            if (BLOCKS.contains(name)) {
                line();
            }
            switch (name) {
                case "br" -> text.append('\n');
                case "hr" -> text.append("―――――――――――――――――――\n");
                case "li" -> text.append("  • ");
                case "td", "th" -> {
                    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                        text.append('\t');
                    }
                }
                default -> {
                    // nothing stands before others
                }
            }
            blank = true;
        }

        private void after(String name) {
            if (BLOCKS.contains(name) && !isUnseen()) {
                line();
                if (APART.contains(name) && !text.isEmpty() && !endsWithBlankLine()) {
                    text.append('\n');
                }
                blank = true;
            }
        }

        private boolean endsWithBlankLine() {
            int length = text.length();
            return length > 1 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
        }

        /** Begins a line, unless one has begun. */
        private void line() {
            while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
                text.setLength(text.length() - 1);
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                text.append('\n');
            }
        }

        /** The text since the last tag looks as the tags around it say. */
        private void style() {
            boolean bold = open.stream().anyMatch(BOLD::contains);
            boolean slanted = open.stream().anyMatch(SLANTED::contains);
            boolean heading = open.stream().anyMatch(name -> name.equals("h1") || name.equals("h2"));
            if (text.length() > begun && (bold || slanted)) {
                spans.add(new Span(begun, text.length() - begun, bold, slanted, heading));
            }
            begun = text.length();
        }

    }

}
