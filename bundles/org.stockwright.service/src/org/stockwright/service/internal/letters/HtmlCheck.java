package org.stockwright.service.internal.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Refusal;
import org.stockwright.service.ServiceRefusal;

/**
 * Looks at the HTML of a letter by a list of what it may have: text with its layout, tables, pictures that are in it. It has no
 * scripts, no forms and nothing from elsewhere, and its fields stand between tags.
 */
final class HtmlCheck {

    private static final Set<String> ELEMENTS = Set.of("html", "head", "title", "meta", "style", "body", "h1", "h2",
        "h3",
        "h4", "h5", "h6", "p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small",
        "font",
        "table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "col", "colgroup", "ul", "ol", "li", "dl",
        "dt",
        "dd", "blockquote", "pre", "address", "center", "img", "a");
    private static final Set<String> ATTRIBUTES = Set.of("style", "class", "id", "lang", "dir", "align", "valign",
        "width",
        "height", "colspan", "rowspan", "border", "cellpadding", "cellspacing", "bgcolor", "color", "face", "size",
        "alt",
        "title", "charset", "name", "content", "src", "href", "type", "xmlns", "start");
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=\\s]*");
    private static final Pattern LINK = Pattern.compile("(https?://|mailto:|#)[^\\s\"'<>]*");
    private static final Pattern BAD_STYLE = Pattern.compile(
        "(?is).*(url\\s*\\(|image(-set)?\\s*\\(|src\\s*\\(|cross-fade\\s*\\(|//|@|expression|\\\\|&|<|javascript).*");
    private static final int SHOWN = 120;
    private static final Pattern END_OF_STYLE = Pattern.compile("</style", Pattern.CASE_INSENSITIVE);

    private final String html;
    private final List<Marker> markers;
    private final List<Refusal> refusals = new ArrayList<>();
    private int at;
    /** The first marker that is not passed yet. */
    private int marker;

    private HtmlCheck(String html, List<Marker> markers) {
        this.html = html;
        this.markers = markers;
    }

    /** What it may not have. */
    static List<Refusal> refusals(String html, List<Marker> markers) {
        HtmlCheck check = new HtmlCheck(html, markers);
        check.walk();
        return check.refusals;
    }

    private void refuse(String what, int where) {
        long line = html.substring(0, where).chars().filter(c -> c == '\n').count() + 1;
        refusals.add(Refusal.of(ServiceRefusal.UNSAFE_HTML, what.substring(0, Math.min(what.length(), SHOWN)))
            .hint("Take it out: a letter has text, tables, and pictures of its own.").at(Refusal.Place.line(line)));
    }

    private void walk() {
        while (at < html.length() && refusals.size() < 20) {
            pass();
            if (marker < markers.size() && markers.get(marker).start() == at) {
                at = markers.get(marker).end();
            } else if (html.charAt(at) == '<') {
                tag();
            } else {
                at++;
            }
        }
    }

    private void pass() {
        while (marker < markers.size() && markers.get(marker).end() <= at) {
            marker++;
        }
    }

    private void tag() {
        int start = at;
        if (html.regionMatches(true, at, "<!doctype html>", 0, 15)) {
            at += 15;
            return;
        }
        boolean closing = html.startsWith("</", at);
        at += closing ? 2 : 1;
        String name = word().toLowerCase(Locale.ROOT);
        if (!ELEMENTS.contains(name)) {
            refuse(
                name.isEmpty() ? "a < that begins no element, such as a comment; write &lt; for the sign"
                    : "<" + name + ">",
                start);
            return;
        }
        attributes(start);
        if (name.equals("style") && !closing) {
            pass();
            Matcher closes = END_OF_STYLE.matcher(html);
            int end = closes.find(Math.min(at, html.length())) ? closes.start() : -1;
            String sheet = end < 0 ? "" : html.substring(at, end);
            if (end < 0 || BAD_STYLE.matcher(sheet).matches()) {
                refuse("a style with something from elsewhere, or one that does not end", start);
            }
            at = end < 0 ? html.length() : end;
            if (marker < markers.size() && markers.get(marker).start() < at) {
                refuse("a field inside of a style", start);
            }
        }
    }

    private String word() {
        int start = at;
        while (at < html.length() && (Character.isLetterOrDigit(html.charAt(at)) || html.charAt(at) == '-')) {
            at++;
        }
        return html.substring(start, at);
    }

    private void blank() {
        while (at < html.length() && (Character.isWhitespace(html.charAt(at)) || html.charAt(at) == '/')) {
            at++;
        }
    }

    private void attributes(int start) {
        blank();
        while (at < html.length() && html.charAt(at) != '>') {
            int before = at;
            String name = word().toLowerCase(Locale.ROOT);
            if (!ATTRIBUTES.contains(name)) {
                refuse(name.isEmpty() ? "a field or sign inside of a tag" : "the attribute " + name, before);
                at = html.length();
                return;
            }
            blank();
            String value = "";
            if (at < html.length() && html.charAt(at) == '=') {
                at++;
                blank();
                value = value();
            }
            check(name, value, before);
            blank();
        }
        if (at >= html.length()) {
            refuse("a tag that does not end", start);
        }
        at++;
    }

    private String value() {
        char quote = at < html.length() ? html.charAt(at) : ' ';
        int start = at + 1;
        int end = quote == '"' || quote == '\'' ? html.indexOf(quote, start) : -1;
        if (end < 0) {
            refuse("a value without quotes", at);
            at = html.length();
            return "";
        }
        at = end + 1;
        return html.substring(start, end);
    }

    private void check(String name, String value, int where) {
        if (value.contains("${") || value.contains("[#") || value.contains("[/#")) {
            refuse("a field inside of a tag", where);
        }
        if (value.indexOf('<') >= 0 || value.indexOf('>') >= 0) {
            // inside of a title it would end it: what is a value here would be elements there
            refuse("a < or > inside of a tag; write &lt; or &gt; for the sign", where);
        }
        boolean bad = switch (name) {
            case "src" -> !PICTURE.matcher(value).matches();
            case "href" -> !LINK.matcher(value).matches();
            case "style" -> BAD_STYLE.matcher(value).matches();
            case "charset" -> !value.equalsIgnoreCase("utf-8");
            default -> false;
        };
        if (bad) {
            refuse(name.equals("src") ? "a picture from elsewhere; put it in as data:image/png;base64,…"
                : "the " + name + " '" + value.substring(0, Math.min(40, value.length())) + "'", where);
        }
    }

}
