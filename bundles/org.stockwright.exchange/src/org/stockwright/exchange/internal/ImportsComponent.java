package org.stockwright.exchange.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.stockwright.base.Contributions;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.base.SpreadsheetText;
import org.stockwright.exchange.ExchangeRefusal;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.RowWriter;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;
import org.stockwright.exchange.spi.ImportRow;
import org.stockwright.exchange.spi.WholeFile;
import org.stockwright.persistence.AuditAction;
import org.stockwright.security.Access;
import org.stockwright.security.spi.AuditTeller;
import org.stockwright.security.spi.Guarded;

/**
 * The import engine. Kinds come and go with the areas that contribute them. Immediate, so that it keeps its kinds while
 * nobody holds the service.
 */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.exchange.Imports", immediate = true)
public final class ImportsComponent implements Imports, Guarded {

    private static final String SUBJECT = "import";
    private static final int OLE = 0xD0CF11E0;
    private static final int ZIP = 0x504B0304;
    private static final String CLIPBOARD = "clipboard";

    /** Kept up to date by the framework, so not copied. */
    private final List<ImportKind> kinds = new CopyOnWriteArrayList<>();

    private final Set<ImportKind> asked = ConcurrentHashMap.newKeySet();
    private final Contributions contributions;
    private final AuditTeller audit;
    private final Access access;

    /** Tells of each import before it begins; kinds are bound as they come. */
    @Activate
    public ImportsComponent(@Reference AuditTeller audit, @Reference Access access,
        @Reference Contributions contributions) {
        this.contributions = contributions;
        this.audit = audit;
        this.access = access;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindKind(ImportKind kind) {
        kinds.add(kind);
    }

    void unbindKind(ImportKind kind) {
        kinds.remove(kind);
        asked.remove(kind);
    }

    @Override
    public List<ImportKind> kinds() {
        return sound().sorted(Comparator.comparing(ImportKind::id)).toList();
    }

    @Override
    public Optional<ImportKind> kind(String id) {
        return sound().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** Those that say what they are; one that fails is left out. */
    private Stream<ImportKind> sound() {
        return kinds.stream().filter(kind -> asked.contains(kind) || isSound(kind) && asked.add(kind));
    }

    private boolean isSound(ImportKind kind) {
        return contributions
            .ask(kind, one -> List.of(one.id(), one.title(), one.permission(), List.copyOf(one.columns()))).isDone();
    }

    @Override
    public Outcome<SourceTable> read(Path file, Progress progress) throws IOException {
        return read(file, new TableBuilder(source(file), progress), progress)
            .map(builder -> builder.table().in(file.toAbsolutePath().getParent()));
    }

    @Override
    public Outcome<List<String>> each(Path file, Consumer<ImportRow> rows, Progress progress) throws IOException {
        return read(file, new TableBuilder(source(file), progress, rows), progress).map(TableBuilder::header);
    }

    private static String source(Path file) {
        Path name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    private static Outcome<TableBuilder> read(Path file, TableBuilder builder, Progress progress) throws IOException {
        String source = source(file);
        progress.begin("Reading " + source, -1);
        try {
            long size = Files.size(file);
            if (size > Limits.FILE_BYTES) {
                return Outcome.refused(Refusal.of(ExchangeRefusal.FILE_TOO_LARGE, size / Limits.MEGABYTE,
                    Limits.FILE_BYTES / Limits.MEGABYTE).at(builder.at(0))
                    .hint("Split the file and import its parts one after the other."));
            }
            switch (signature(file)) {
                case ZIP -> XlsxTables.read(file, builder);
                case OLE -> throw new TableRefused(Refusal.of(ExchangeRefusal.NOT_A_TABLE,
                    "it is an old or encrypted workbook").at(builder.at(0))
                    .hint("Save it as XLSX without a password, or as CSV."));
                default -> readText(file, source, builder, progress);
            }
            builder.check();
            return Outcome.done(builder);
        } catch (TableRefused e) {
            return Outcome.refused(e.refusals());
        }
    }

    private static int signature(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = 0;
            for (byte octet : in.readNBytes(4)) {
                first = first << 8 | octet & 0xFF;
            }
            return first;
        }
    }

    private static void readText(Path file, String source, TableBuilder builder, Progress progress)
        throws IOException {
        TextEncoding encoding;
        try (InputStream in = Files.newInputStream(file)) {
            encoding = TextEncoding.of(in, source, progress);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
            Reader reader = new InputStreamReader(in, encoding.charset().newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT))) {
            in.skipNBytes(encoding.markLength());
            CsvTables.read(reader, encoding.charset().name(), source, builder);
        }
    }

    @Override
    public Outcome<SourceTable> paste(String text) {
        TableBuilder builder = new TableBuilder(CLIPBOARD, Progress.NONE);
        try (Reader reader = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            CsvTables.read(reader, "UTF-16", CLIPBOARD, builder);
            return Outcome.done(builder.table());
        } catch (TableRefused e) {
            return Outcome.refused(e.refusals());
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    @Override
    public Map<String, String> suggestMapping(ImportKind kind, SourceTable table) {
        List<String> headers = ErrorRows.isReason(table) ? table.header().subList(0, table.header().size() - 1)
            : table.header();
        return ColumnNames.suggest(headers, kind.columns());
    }

    @Override
    public ImportResult run(ImportKind kind, SourceTable table, Map<String, String> mapping, ImportMode mode,
        Progress progress) {
        Optional<Refusal> denied = access.refusal(kind.permission());
        if (denied.isPresent()) {
            return new ImportResult(table.rows().size(), 0, 0, List.of(denied.get()), List.of());
        }
        ImportCheck check = new ImportCheck(kind, table, mapping);
        check.run(progress);
        boolean blocked = !check.isHeaderSound()
            || mode == ImportMode.ALL_OR_NOTHING && !check.refusals().isEmpty();
        if (blocked || mode == ImportMode.DRY_RUN || check.good().isEmpty()) {
            return run(kind, table, check, blocked, mode, progress);
        }
        Outcome<String> told = audit.tell(AuditAction.IMPORTED, SUBJECT, kind.id(), Map.of("file", table.source(),
            "rows", String.valueOf(table.rows().size()), "mode", mode.name().toLowerCase(Locale.ROOT)));
        if (!told.isDone()) {
            return new ImportResult(table.rows().size(), 0, 0, told.refusals(), List.of());
        }
        ImportResult result = run(kind, table, check, false, mode, progress);
        // That it was begun is told already: a refusal now changes nothing.
        audit.tell(AuditAction.ENDED, SUBJECT, kind.id(), Map.of("file", table.source(),
            "stored", String.valueOf(result.stored()), "unchanged", String.valueOf(result.unchanged()),
            "refusals", String.valueOf(result.refusals().size())));
        return result;
    }

    private ImportResult run(ImportKind kind, SourceTable table, ImportCheck check, boolean blocked,
        ImportMode mode, Progress progress) {
        ImportResult kinds = check.good().isEmpty() ? new ImportResult(0, 0, 0, List.of(), List.of())
            : run(kind, check, blocked ? ImportMode.DRY_RUN : mode, progress);
        List<Refusal> all = new ArrayList<>(check.refusals());
        all.addAll(kinds.refusals());
        all.sort(Comparator.comparingLong(refusal -> refusal.place().line()));
        boolean stored = mode == ImportMode.DRY_RUN && check.isHeaderSound() || !blocked;
        return new ImportResult(table.rows().size(), stored ? kinds.stored() : 0, kinds.unchanged(), all,
            kinds.warnings());
    }

    /** A kind of a plug-in that throws is named; what it had stored in its own units of work stays stored. */
    private ImportResult run(ImportKind kind, ImportCheck check, ImportMode mode, Progress progress) {
        Outcome<ImportResult> result = contributions.call(kind, one -> one.run(check.good(), mode, progress));
        return result.isDone() ? result.value() : new ImportResult(0, 0, 0, result.refusals(), List.of());
    }

    @Override
    public void writeErrors(SourceTable table, ImportResult result, Path file) throws IOException {
        List<String> header = ErrorRows.header(table);
        WholeFile.write(file, out -> {
            try (RowWriter rows = RowWriters.open(RowWriters.formatOf(file), "errors", header, out,
                SpreadsheetText::protectTyped)) {
                for (String[] row : ErrorRows.rows(table, result.refusals())) {
                    rows.write((Object[]) row);
                }
            }
        });
    }

}
