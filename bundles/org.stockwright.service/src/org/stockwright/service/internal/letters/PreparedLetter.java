package org.stockwright.service.internal.letters;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    private final Optional<OfficeFile> file;
    private final Map<String, Template> texts;
    private final List<LetterField> fields;

    private PreparedLetter(Optional<OfficeFile> file, Map<String, Template> texts, List<LetterField> fields) {
        this.file = file;
        this.texts = texts;
        this.fields = fields;
    }

    /** Reads a content, or says what is not right in it. */
    static Outcome<PreparedLetter> of(LetterFormat format, byte[] content) {
        if (content.length == 0 || content.length > LetterTemplates.MOST_BYTES) {
            return Outcome.refused(ServiceRefusal.LETTER_TOO_LARGE, LetterTemplates.MOST_BYTES);
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
            return Outcome.refused(ServiceRefusal.NOT_A_DOCUMENT, LetterFormat.HTML.name(), "it is not in UTF-8");
        }
        ReadText read = ReadText.of(text, fields);
        List<Refusal> refusals = read.refusals().isEmpty() ? HtmlCheck.refusals(text, read.markers()) : read.refusals();
        return refusals.isEmpty() ? Outcome.done(text) : Outcome.refused(refusals);
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
        return Outcome.done(new PreparedLetter(file, compiled, fields.all()));
    }

    /** What it asks for. */
    List<LetterField> fields() {
        return fields;
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
