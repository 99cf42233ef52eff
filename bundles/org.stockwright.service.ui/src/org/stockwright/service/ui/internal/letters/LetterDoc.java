package org.stockwright.service.ui.internal.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.stockwright.base.ChangeListener.Topic;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.Items;
import org.stockwright.catalog.ui.TypedFields;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.LetterData;
import org.stockwright.service.LetterField;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ServicePermission;
import org.stockwright.service.Template.State;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.master.DescribedPage;
import org.stockwright.ui.master.MasterColumn;
import org.stockwright.ui.master.MasterRow;
import org.stockwright.ui.master.UnsavedRefusal;

/**
 * A version of a letter template while it is edited, without widgets: its fields with their sample data are the rows of a table,
 * its head and content stand beside them. All is stored together.
 */
@SuppressWarnings("nls")
final class LetterDoc extends DescribedPage {

    /** Before the name of a file, or alone, for a template that is new. */
    static final String NEW = "+";
    /** Before the key of a version that a new version is begun with. */
    static final String COPY = "=";

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String FIELD = "field";
    private static final String NEEDED = "needed";
    private static final String SAMPLE = "sample";
    private static final String BLANK = """
        <html>
        <head><title>Letter</title></head>
        <body>
        <h1>Subject</h1>
        <p>Dear ${name},</p>
        <p>this letter says what it is about.</p>
        <p>Yours sincerely</p>
        </body>
        </html>
        """;

    /**
     * What stands beside the fields.
     *
     * @param content of the letter
     */
    record Head(String code, String name, String from, String until, LetterFormat format, Bytes content) {
    }

    /** Bytes that are equal when all of them are. */
    record Bytes(byte[] all) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes bytes && Arrays.equals(all, bytes.all);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(all);
        }

        /** As a text, for what is one. */
        String text() {
            return new String(all, StandardCharsets.UTF_8);
        }

        static Bytes of(String text) {
            return new Bytes(text.getBytes(StandardCharsets.UTF_8));
        }

    }

    private final LetterTemplates templates;
    private final Items items;
    private volatile String key;
    private volatile Optional<LetterTemplate> version = Optional.empty();
    private volatile Head stored = new Head("", "", "", "", LetterFormat.HTML, Bytes.of(""));
    private volatile Head typed = stored;
    private volatile List<MasterRow> begun = List.of();
    /** The sample texts that are stored, by field. */
    private volatile Map<String, String> kept = Map.of();
    /** All sample texts by field, also of fields that the letter asks for no more: a name that is typed anew comes again. */
    private final Map<String, String> known = new HashMap<>();

    /**
     * What is stored, or what a new one begins with.
     *
     * @param before what was stored by then; what was read is not taken when it is another by now
     * @param version the version; empty while none is stored
     * @param isGone whether there was one, which is not there any more
     * @param head what stands beside the fields
     * @param samples sample texts by field
     * @param rows the fields
     */
    record Read(Head before, Optional<LetterTemplate> version, boolean isGone, Head head, Map<String, String> samples,
        List<MasterRow> rows) {
    }

    LetterDoc(String key, LetterTemplates templates, Items items) {
        super(new Facts("letter", 10, Messages.Letter_word, Messages.Letter_fieldsAbout, Messages.Letter_noFields,
            LetterEditor.ID, "", List.of(ServicePermission.TEMPLATES), Set.of(Topic.SETTINGS)));
        this.key = key;
        this.templates = templates;
        this.items = items;
    }

    /** The key of a version. */
    static String key(LetterTemplate template) {
        return template.code() + '/' + template.version();
    }

    String key() {
        return key;
    }

    Optional<LetterTemplate> version() {
        return version;
    }

    Head stored() {
        return stored;
    }

    Head typed() {
        return typed;
    }

    synchronized void type(Head head) {
        typed = head;
    }

    /** The rows that the table begins with now. */
    List<MasterRow> begin(List<MasterRow> rows) {
        begun = List.copyOf(rows);
        return begun;
    }

    @Override
    public boolean isChanged() {
        return version.isEmpty() || !typed.equals(stored)
            || begun.stream().anyMatch(row -> !row.get(SAMPLE).equals(kept.getOrDefault(row.get(FIELD), "").strip()));
    }

    @Override
    public synchronized void discard() {
        typed = stored;
        known.clear();
        known.putAll(kept);
        begun = begun.stream().map(row -> row.with(SAMPLE, kept.getOrDefault(row.get(FIELD), ""))).toList();
    }

    @Override
    public String whyFixed() {
        return version.filter(one -> one.state() != State.DRAFT)
            .map(one -> NLS.bind(Messages.Template_fixed, String.valueOf(one.version()))).orElse("");
    }

    @Override
    public boolean isGrowing() {
        return false;
    }

    @Override
    public List<MasterColumn> columns() {
        return List.of(MasterColumn.shown(FIELD, Messages.Letter_field, 14),
            MasterColumn.shown(NEEDED, Messages.Letter_needed, 9),
            MasterColumn.text(SAMPLE, Messages.Letter_sample, 22).hint(Messages.Letter_sampleHint));
    }

    @Override
    public List<MasterRow> read(String scope) {
        return begun;
    }

    /** Reads what is stored, or what a new one begins with, and changes nothing here; called in a job. */
    Read load() {
        Head before = stored;
        boolean isNew = key.startsWith(NEW) || key.startsWith(COPY);
        Optional<LetterTemplate> found = find();
        String today = LocalDate.now(Zones.current()).toString();
        Head head = found.map(one -> head(one, isNew ? today : one.from().toString())).orElseGet(() -> fresh(today));
        LetterData sample = found.map(LetterTemplate::sample)
            .orElseGet(() -> LetterData.of(Map.of("name", "Ada Lovelace")));
        Map<String, String> samples = texts(sample);
        return new Read(before, isNew ? Optional.empty() : found, !isNew && found.isEmpty(), head, samples,
            rows(templates.sketch(head.format(), head.content().all(), sample).fields(), samples));
    }

    /** Begins with what was read, unless something was stored or read since; tells whether it did. */
    synchronized boolean take(Read read) {
        if (read.before() != stored) {
            return false;
        }
        version = read.version();
        stored = read.head();
        typed = stored;
        kept = read.samples();
        known.clear();
        known.putAll(kept);
        begin(read.rows());
        return true;
    }

    /** The rows of these fields, each with the sample text that it has now or had last. */
    List<MasterRow> rows(List<LetterField> fields, List<MasterRow> now) {
        known.putAll(texts(now));
        return rows(fields, known);
    }

    private Optional<LetterTemplate> find() {
        String plain = key.startsWith(COPY) ? key.substring(COPY.length()) : key;
        int slash = plain.lastIndexOf('/');
        return key.startsWith(NEW) || slash < 0 ? Optional.empty()
            : templates.versions(plain.substring(0, slash)).stream().filter(one -> key(one).equals(plain)).findFirst();
    }

    private Head head(LetterTemplate template, String from) {
        Outcome<byte[]> content = templates.content(template.code(), template.version());
        return new Head(template.code(), template.name(), from, template.until().map(LocalDate::toString).orElse(""),
            template.format(), new Bytes(content.isDone() ? content.value() : new byte[0]));
    }

    private Head fresh(String today) {
        Path file = Path.of(key.substring(Math.min(key.length(), NEW.length())));
        if (Files.isRegularFile(file)) {
            LetterFormat format = format(file);
            return new Head("", "", today, "", format,
                format == LetterFormat.HTML ? text(bytes(file)) : new Bytes(bytes(file)));
        }
        return new Head("", "", today, "", LetterFormat.HTML, Bytes.of(BLANK));
    }

    /** A page as we keep it: what is not UTF-8 was written by a program for Windows. */
    private static Bytes text(byte[] page) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(page));
            return new Bytes(page);
        } catch (CharacterCodingException e) {
            // then it is read as that
            return Bytes.of(new String(page, WINDOWS));
        }
    }

    /** Whether a file is small enough for a letter; called in a job. */
    static boolean fits(Path file) {
        try {
            return Files.size(file) <= LetterTemplates.MOST_BYTES;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The format of a file by its ending; HTML for what is neither of the others. */
    static LetterFormat format(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(LetterFormat.values()).filter(one -> name.endsWith('.' + one.ending())).findFirst()
            .orElse(LetterFormat.HTML);
    }

    /** The bytes of a file; called in a job. */
    static byte[] bytes(Path file) {
        try {
            return fits(file) ? Files.readAllBytes(file) : new byte[LetterTemplates.MOST_BYTES + 1];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of fields with sample texts by name. */
    static List<MasterRow> rows(List<LetterField> fields, Map<String, String> texts) {
        return fields.stream().map(field -> MasterRow.of(FIELD, field.name(), NEEDED,
            field.isTable() ? NLS.bind(Messages.Letter_table, String.join(", ", new TreeSet<>(field.columns())))
                : field.required() ? Messages.Letter_isNeeded : Messages.Letter_isFree,
            SAMPLE, texts.getOrDefault(field.name(), ""))).toList();
    }

    /** The sample texts of rows, by field. */
    static Map<String, String> texts(List<MasterRow> rows) {
        Map<String, String> texts = new HashMap<>();
        rows.forEach(row -> texts.put(row.get(FIELD), row.get(SAMPLE)));
        return texts;
    }

    /** Whether rows ask for the same fields. */
    static boolean sameFields(List<MasterRow> some, List<MasterRow> others) {
        return some.stream().map(row -> row.get(FIELD) + row.get(NEEDED)).toList()
            .equals(others.stream().map(row -> row.get(FIELD) + row.get(NEEDED)).toList());
    }

    /** Sample data as texts: rows of a table are {@code name = Bolt, price = 3; name = Nut, price = 1}. */
    private static Map<String, String> texts(LetterData sample) {
        Map<String, String> texts = new HashMap<>(sample.fields());
        sample.tables().forEach((name, rows) -> texts.put(name, rows.stream()
            .map(row -> row.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(cell -> cell.getKey() + " = " + cell.getValue()).collect(Collectors.joining(", ")))
            .collect(Collectors.joining("; "))));
        return texts;
    }

    /** The sample data of rows. */
    static LetterData sample(List<MasterRow> rows) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
        for (MasterRow row : rows) {
            String text = row.get(SAMPLE);
            if (row.get(NEEDED).equals(Messages.Letter_isNeeded) || row.get(NEEDED).equals(Messages.Letter_isFree)) {
                if (!text.isEmpty()) {
                    fields.put(row.get(FIELD), text);
                }
            } else {
                tables.put(row.get(FIELD), table(text));
            }
        }
        return new LetterData(fields, tables);
    }

    private static List<Map<String, String>> table(String text) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : text.split(";")) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (String cell : line.split(",")) {
                int sign = cell.indexOf('=');
                if (sign > 0) {
                    cells.put(cell.substring(0, sign).strip(), cell.substring(sign + 1).strip());
                }
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return rows;
    }

    @Override
    public Outcome<?> store(String scope, List<MasterRow> rows) {
        TypedFields fields = new TypedFields(items);
        LocalDate today = LocalDate.now(Zones.current());
        Head head = typed;
        LocalDate from = fields.day(head.from(), today, 0, "from").orElse(today);
        Optional<LocalDate> until = fields.day(head.until(), today, 0, "until");
        if (version.isPresent() && !find().equals(version)) {
            return Outcome.refused(Refusal.of(UnsavedRefusal.CHANGED_MEANWHILE, title())
                .hint(Messages.Version_changedHint));
        }
        return fields.outcome(() -> {
            LetterTemplate draft = new LetterTemplate(head.code().strip(),
                version.map(LetterTemplate::version).orElse(0), head.name().strip(), State.DRAFT, head.format(), from,
                until, version.flatMap(LetterTemplate::stored), sample(rows), List.of(), "");
            return templates.save(draft, head.content().all());
        }).map(saved -> {
            stored(saved, head, rows);
            return begin(rows);
        });
    }

    /** Takes what was saved; what was typed meanwhile stays, and is not saved yet. */
    private void stored(LetterTemplate saved, Head head, List<MasterRow> rows) {
        key = key(saved);
        Optional<LetterTemplate> now = find();
        synchronized (this) {
            version = now;
            stored = new Head(saved.code(), saved.name(), saved.from().toString(),
                saved.until().map(LocalDate::toString).orElse(""), saved.format(), head.content());
            kept = texts(rows);
            if (typed.equals(head)) {
                typed = stored;
            }
        }
    }

}
