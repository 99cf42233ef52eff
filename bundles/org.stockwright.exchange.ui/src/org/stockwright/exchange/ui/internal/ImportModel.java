package org.stockwright.exchange.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.company.SavedTexts;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.exchange.spi.ImportColumn;
import org.stockwright.exchange.spi.ImportKind;
import org.stockwright.exchange.spi.ImportMode;
import org.stockwright.exchange.spi.ImportResult;

/**
 * What the import wizard has been told so far: kind, file, mapping, what the check found. It asks the import engine;
 * pages only show it. Methods with a {@link Progress} run in a job while the wizard waits, all others on the user
 * interface's thread.
 */
final class ImportModel {

    /** So many rows are shown before they are imported. */
    static final int FIRST_ROWS = 50;

    private final Imports imports;
    private final SavedMappings saved;
    private ImportKind kind;
    private String file = ""; //$NON-NLS-1$
    private SourceTable table;
    private boolean pasted;
    private ColumnMap map;
    private ImportKind mapKind;
    private List<String> names = List.of();
    private boolean keepGood;
    private ImportResult result;

    ImportModel(Imports imports, SavedTexts texts) {
        this.imports = imports;
        saved = new SavedMappings(texts);
    }

    /** What can be imported. */
    List<ImportKind> kinds() {
        return imports.kinds();
    }

    /** What shall be imported, if that was chosen. */
    Optional<ImportKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** Chooses what is imported. */
    void kind(ImportKind chosen) {
        if (chosen != kind) {
            kind = chosen;
            result = null;
        }
    }

    /** Takes rows that were copied instead of a file. */
    void paste(SourceTable rows) {
        table = rows;
        pasted = true;
    }

    /** Whether the rows come from the clipboard. */
    boolean isPasted() {
        return pasted;
    }

    /** The file's path as it was typed. */
    String file() {
        return file;
    }

    /** Takes the path of the file as it was typed. */
    void file(String path) {
        if (!path.equals(file)) {
            file = path;
            result = null;
        }
    }

    /** Why the first page cannot be left; empty when it can. Does not touch the disk. */
    Optional<String> sourceProblem() {
        if (kind == null) {
            return Optional.of(Messages.Source_noKind);
        }
        return pasted || path().isPresent() ? Optional.empty() : Optional.of(Messages.Source_noFile);
    }

    private Optional<Path> path() {
        try {
            return file.isBlank() ? Optional.empty() : Optional.of(Path.of(file.strip()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads the file and finds the mapping for it: the one that was used for the same headers the last time, or the one
     * that suggests itself. A mapping that was begun is kept as long as kind and headers are the same.
     */
    Outcome<SourceTable> prepare(Progress progress) throws IOException {
        if (!pasted) {
            Outcome<SourceTable> read = imports.read(path().orElseThrow(), progress);
            if (!read.isDone()) {
                return read;
            }
            table = read.value();
        }
        ColumnMap before = map;
        map = new ColumnMap(table, kind.columns(), imports.suggestMapping(kind, table));
        names = saved.names(kind);
        if (before != null && mapKind == kind && before.headers().equals(map.headers())) {
            map.apply(before.text());
        } else {
            saved.last(kind, map).ifPresent(map::apply);
        }
        mapKind = kind;
        result = null;
        return Outcome.done(table);
    }

    /** Whether the file that the page names is there. */
    boolean fileExists() {
        return pasted || path().map(Files::isRegularFile).orElse(false);
    }

    /** The rows, once they were read. */
    SourceTable table() {
        return table;
    }

    /** The mapping, once the rows were read. */
    ColumnMap map() {
        return map;
    }

    /** Says what a header means; what the check found before no longer holds. */
    void map(String header, String column) {
        if (!map.column(header).equals(column)) {
            map.map(header, column);
            result = null;
        }
    }

    /** The names of the mappings that are kept for this kind. */
    List<String> names() {
        return names;
    }

    /** Takes over a mapping that is kept; an empty name means the one that suggests itself. */
    void choose(String name, Progress progress) {
        progress.check();
        map.suggest();
        if (!name.isEmpty()) {
            saved.find(kind, name).ifPresent(map::apply);
        }
        result = null;
    }

    /** Keeps the mapping by a name, for everybody. */
    void saveAs(String name, Progress progress) {
        progress.check();
        saved.save(kind, name.strip(), map);
        names = saved.names(kind);
    }

    /** Forgets a mapping that is kept. */
    void forget(String name, Progress progress) {
        progress.check();
        saved.delete(kind, name);
        names = saved.names(kind);
    }

    /** Checks all rows and stores nothing. */
    ImportResult check(Progress progress) {
        result = null;
        ImportResult found = imports.run(kind, table, map.mapping(), ImportMode.DRY_RUN, progress);
        // a kind may see only at its end that the user wanted to stop
        progress.check();
        result = found;
        return found;
    }

    /** What the check found, as long as nothing was changed since. */
    Optional<ImportResult> result() {
        return Optional.ofNullable(result);
    }

    /** Whether the rows without errors are stored although others have some. */
    boolean keepsGood() {
        return keepGood;
    }

    /** Chooses whether the rows without errors are stored although others have some. */
    void keepGood(boolean keep) {
        keepGood = keep;
    }

    /** How many rows have an error; 0 as well when only the header has. */
    long badRows() {
        return result == null ? 0 : result.refusals().stream().mapToLong(refusal -> refusal.place().line())
            .filter(line -> line > 1).distinct().count();
    }

    /** Whether nothing speaks against the header; only then can good rows be stored without the bad ones. */
    boolean isHeaderSound() {
        return result != null && result.refusals().stream().allMatch(refusal -> refusal.place().line() > 1);
    }

    /** Whether finishing would store something: it was checked, and there is something good. */
    boolean isReady() {
        return result != null && result.stored() > 0 && (result.isClean() || keepGood && isHeaderSound());
    }

    /** What the check means, in a sentence. */
    String verdict() {
        if (result == null) {
            return Messages.Preview_notChecked;
        }
        if (!isHeaderSound() && !result.isClean()) {
            return Messages.Preview_header;
        }
        if (!result.isClean()) {
            return keepGood ? Messages.bind(Messages.Preview_errorsKeep, result.refusals().size(), result.stored())
                : Messages.bind(Messages.Preview_errors, result.refusals().size());
        }
        return result.stored() == 0 ? Messages.Preview_none : Messages.bind(Messages.Preview_clean, result.stored());
    }

    /** The check in figures. */
    String counts() {
        return result == null ? "" : Messages.bind(Messages.Preview_counts, new Object[] { result.rows(), //$NON-NLS-1$
            result.stored(), result.unchanged(), result.refusals().size(), badRows(), result.warnings().size() });
    }

    /** The columns that are imported, in the order of the file. */
    List<String> importedHeaders() {
        return map.headers().stream().filter(header -> !map.column(header).isEmpty()).toList();
    }

    /** The first rows: the cells of the columns that are imported. */
    List<String[]> firstRows() {
        int[] positions = importedHeaders().stream().mapToInt(table.header()::indexOf).toArray();
        List<String[]> rows = new ArrayList<>();
        for (String[] cells : table.rows().subList(0, Math.min(FIRST_ROWS, table.rows().size()))) {
            String[] row = new String[positions.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = positions[i] < cells.length && cells[positions[i]] != null ? cells[positions[i]] : ""; //$NON-NLS-1$
            }
            rows.add(row);
        }
        return rows;
    }

    /** Writes the rows that were refused, each with its reasons, to be mended and imported again. */
    void writeBadRows(Path target) throws IOException {
        imports.writeErrors(table, result, target);
    }

    /** The name that is proposed for the file of bad rows; the import knows by it that the last column is a reason. */
    String badRowsName() {
        String name = pasted ? kind.id() : table.source();
        int mark = name.indexOf(".errors."); //$NON-NLS-1$
        int end = mark >= 0 ? mark : name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return name.substring(0, end) + ".errors.csv"; //$NON-NLS-1$
    }

    /** Stores what the user agreed to, and keeps the mapping for the next file with these headers. */
    Outcome<ImportResult> store(Progress progress) {
        ImportMode mode = keepGood ? ImportMode.KEEP_GOOD : ImportMode.ALL_OR_NOTHING;
        ImportResult stored = imports.run(kind, table, map.mapping(), mode, progress);
        saved.keepLast(kind, map);
        return stored.isClean() || keepGood && stored.stored() > 0 ? Outcome.done(stored)
            : Outcome.refused(stored.refusals());
    }

    /** What was stored, in a sentence. */
    String report(ImportResult stored) {
        long left = stored.refusals().stream().mapToLong(refusal -> refusal.place().line()).distinct().count();
        return Messages.bind(left == 0 ? Messages.Import_done : Messages.Import_doneWithout,
            new Object[] { kind.title(), stored.stored(), stored.unchanged(), left });
    }

    /** The columns of the chosen kind; none while none is chosen. */
    List<ImportColumn> columns() {
        return kind == null ? List.of() : kind.columns();
    }

}
