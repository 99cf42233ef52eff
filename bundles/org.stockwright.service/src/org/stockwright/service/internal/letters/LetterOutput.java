package org.stockwright.service.internal.letters;

import java.io.IOException;
import java.io.Writer;

import org.stockwright.service.LetterFormat;

import freemarker.core.XMLOutputFormat;

/**
 * Writes values into letters: escaped, without characters that XML cannot have, and with the format's own line breaks. It is
 * right for text between tags; there are no values inside of tags.
 */
final class LetterOutput extends XMLOutputFormat {

    private final String lineBreak;
    private final String tabulator;
    /** For a blank behind another one, which the format would not show. */
    private final String anotherBlank;

    LetterOutput(LetterFormat format) {
        lineBreak = switch (format) {
            case HTML -> "<br/>";
            case DOCX -> "</w:t><w:br/><w:t xml:space=\"preserve\">";
            case ODT -> "<text:line-break/>";
        };
        tabulator = switch (format) {
            case HTML -> "\t";
            case DOCX -> "</w:t><w:tab/><w:t xml:space=\"preserve\">";
            case ODT -> "<text:tab/>";
        };
        anotherBlank = format == LetterFormat.ODT ? "<text:s/>" : " ";
    }

    @Override
    public String escapePlainText(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
        int before = ' ';
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (c) {
                case '<' -> result.append("&lt;");
                case '>' -> result.append("&gt;");
                case '&' -> result.append("&amp;");
                case '"' -> result.append("&quot;");
                case '\'' -> result.append("&#39;");
                case '\n' -> result.append(lineBreak);
                case '\t' -> result.append(tabulator);
                case ' ' -> result.append(before == ' ' || before == '\n' ? anotherBlank : " ");
                default -> {
                    if (c >= ' ' && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF)
                        && (c & 0xFFFE) != 0xFFFE) {
                        result.appendCodePoint(c);
                    }
                }
            }
            before = c;
        }
        return result.toString();
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(escapePlainText(text));
    }

}
