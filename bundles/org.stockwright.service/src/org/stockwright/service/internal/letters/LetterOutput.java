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

    LetterOutput(LetterFormat format) {
        lineBreak = switch (format) {
            case HTML -> "<br/>";
            case DOCX -> "</w:t><w:br/><w:t xml:space=\"preserve\">";
            case ODT -> "<text:line-break/>";
        };
    }

    @Override
    public String escapePlainText(String text) {
        StringBuilder result = new StringBuilder(text.length() + 16);
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
                default -> {
                    if (c >= ' ' && !Character.isISOControl(c) && (c < 0xD800 || c > 0xDFFF) && (c & 0xFFFE) != 0xFFFE
                        || c == '\t') {
                        result.appendCodePoint(c);
                    }
                }
            }
        }
        return result.toString();
    }

    @Override
    public void output(String text, Writer out) throws IOException {
        out.write(escapePlainText(text));
    }

}
