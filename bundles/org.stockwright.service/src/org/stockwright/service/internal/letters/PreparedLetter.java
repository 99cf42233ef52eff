package org.stockwright.service.internal.letters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ServiceRefusal;

import freemarker.template.Template;

/** The content of a template, read and checked, ready to be filled in again and again. Thread-safe. */
final class PreparedLetter {

    private static final String WHOLE = "";
    /** What a letter in HTML begins with that does not say its encoding. */
    static final String UTF_8 = "<meta charset=\"utf-8\"/>";
    private static final Pattern CHARSET = Pattern.compile("(?i)<meta[^>]*\\scharset\\s*=");
    private static final Pattern HEAD = Pattern.compile("(?i)<head(\\s[^>]*)?>");
    private static final Pattern ROOT = Pattern.compile("(?i)<html(\\s[^>]*)?>|^\\s*<!doctype html>(?!\\s*<html)");

    private final Optional<OfficeFile> file;
    private final Map<String, Template> texts;
    private final Fields fields;
    private final long size;

    private PreparedLetter(Optional<OfficeFile> file, Map<String, Template> texts, Fields fields, long size) {
        this.file = file;
        this.texts = texts;
        this.fields = fields;
        this.size = size;
    }

    /** Reads a content, or says what is not right in it. */
    static Outcome<PreparedLetter> of(LetterFormat format, byte[] content) {
        if (content.length == 0 || content.length > LetterTemplates.MOST_BYTES) {
            return Outcome.refused(Refusal.of(ServiceRefusal.LETTER_TOO_LARGE, LetterTemplates.MOST_BYTES)
                .hint("Write something into it, or make its pictures smaller."));
        }
        Fields fields = new Fields();
        if (format == LetterFormat.HTML) {
            return html(content, fields).then(text -> prepared(format, Optional.empty(), Map.of(WHOLE, text), fields));
        }
        return OfficeFile.read(format, content).then(file -> office(format, file, fields));
    }

    private static Outcome<String> html(byte[] content, Fields fields) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return Outcome.refused(Refusal.of(ServiceRefusal.NOT_A_DOCUMENT, LetterFormat.HTML.name(),
                "it is not in UTF-8").hint("Save it in UTF-8."));
        }
        ReadText read = ReadText.of(text, fields);
        List<Refusal> refusals = read.refusals().isEmpty() ? HtmlCheck.refusals(text, read.markers()) : read.refusals();
        return refusals.isEmpty() ? Outcome.done(inUtf8(text)) : Outcome.refused(refusals);
    }

    /** A browser that opens a file guesses its encoding unless the file says it. */
    private static String inUtf8(String html) {
        if (CHARSET.matcher(html).find()) {
            return html;
        }
        Matcher head = HEAD.matcher(html);
        Matcher root = ROOT.matcher(html);
        int at = head.find() ? head.end() : root.find() ? root.end() : 0;
        return html.substring(0, at) + UTF_8 + html.substring(at);
    }

    private static Outcome<PreparedLetter> office(LetterFormat format, OfficeFile file, Fields fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> part : file.texts().entrySet()) {
            Outcome<Optional<String>> text = OfficeText.of(format, part.getValue(), fields);
            if (!text.isDone()) {
                return Outcome.refused(text.refusals());
            }
            text.value().ifPresent(one -> texts.put(part.getKey(), one));
        }
        return prepared(format, Optional.of(file), texts, fields);
    }

    private static Outcome<PreparedLetter> prepared(LetterFormat format, Optional<OfficeFile> file,
        Map<String, String> texts, Fields fields) {
        Optional<String> ambiguous = fields.ambiguous();
        if (ambiguous.isPresent()) {
            return Outcome.refused(Refusal.of(ServiceRefusal.BAD_FIELD, ambiguous.get())
                .hint("It is a table in one place and a field in another."));
        }
        Map<String, Template> compiled = new LinkedHashMap<>();
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Outcome<Template> template = LetterEngine.compile(format, text.getValue());
            if (!template.isDone()) {
                return Outcome.refused(template.refusals());
            }
            compiled.put(text.getKey(), template.value());
        }
        long characters = texts.values().stream().mapToLong(String::length).sum();
        return Outcome.done(new PreparedLetter(file, compiled, fields,
            4 * characters + file.map(OfficeFile::size).orElse(0L)));
    }

    /** What it asks for. */
    List<LetterField> fields() {
        return fields.all();
    }

    /** The columns of a table that it can do without. */
    Set<String> softColumns(String table) {
        return fields.softColumns(table);
    }

    /** About how many bytes it takes in memory. */
    long size() {
        return size;
    }

    /** The letter of a sample; of a document also whether its program can read it. */
    Outcome<byte[]> trial(LetterData sample) {
        return fill(sample).then(content -> file.map(office -> office.again(content)).orElse(true)
            ? Outcome.done(content)
            : Outcome.refused(Refusal.of(ServiceRefusal.LETTER_FAILED, "its program could not read it")
                .hint("Put the ends of conditions and lists into paragraphs or rows of their own.")));
    }

    /** The letter of these data. */
    Outcome<byte[]> fill(LetterData data) {
        return LetterModel.of(data).then(model -> LetterEngine.within(() -> {
            Map<String, byte[]> filled = new LinkedHashMap<>();
            for (Map.Entry<String, Template> text : texts.entrySet()) {
                filled.put(text.getKey(),
                    LetterEngine.fill(text.getValue(), model).getBytes(StandardCharsets.UTF_8));
            }
            return file.map(office -> office.with(filled)).orElseGet(() -> filled.get(WHOLE));
        }));
    }

}
