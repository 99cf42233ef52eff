package org.stockwright.exchange.spi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.base.Refusal.Place;
import org.stockwright.exchange.ExchangeRefusal;

/**
 * One row of a file, its cells found by the kind's column names. Cells are stripped of blanks around them.
 */
public final class ImportRow {

    /** No folder, no drive, no hidden file. */
    private static final Pattern PLAIN_NAME = Pattern.compile("[^./\\\\:\\p{Cntrl}][^/\\\\:\\p{Cntrl}]{0,199}");

    private final String source;
    private final long line;
    private final Map<String, Integer> positions;
    private final String[] cells;
    private final Optional<Path> folder;

    /**
     * A row.
     *
     * @param source the file's name, for error messages
     * @param line where the row begins in the file, from 1 (the header is line 1)
     * @param positions column name to index in the cells; shared by all rows of a file
     * @param cells the texts; may be shorter than the header
     */
    public ImportRow(String source, long line, Map<String, Integer> positions, String[] cells) {
        this(source, line, positions, cells, Optional.empty());
    }

    /**
     * A row of a file that stands in a folder.
     *
     * @param source the file's name, for error messages
     * @param line where the row begins in the file, from 1 (the header is line 1)
     * @param positions column name to index in the cells; shared by all rows of a file
     * @param cells the texts; may be shorter than the header
     * @param folder where files may stand that cells name; empty for none
     */
    public ImportRow(String source, long line, Map<String, Integer> positions, String[] cells, Optional<Path> folder) {
        this.source = Objects.requireNonNull(source);
        this.line = line;
        this.positions = Objects.requireNonNull(positions);
        this.cells = cells;
        this.folder = folder;
    }

    /** The text of a cell; empty when the file has no such column or the cell is empty. */
    public String get(String column) {
        Integer position = positions.get(column);
        return position == null || position >= cells.length || cells[position] == null ? "" : cells[position].strip();
    }

    /** Whether the cell has a text. */
    public boolean has(String column) {
        return !get(column).isEmpty();
    }

    /**
     * The content of a file that stands beside the imported one and whose name is in a cell. A plain name: a table from elsewhere
     * cannot ask for files of other folders, nor by a link for what that leads to.
     *
     * @param column where the name stands
     * @param most so many bytes are read
     * @return refused when there is no such file beside, or it is longer
     */
    public Outcome<byte[]> beside(String column, int most) {
        String name = get(column);
        if (folder.isEmpty()) {
            return Outcome.refused(Refusal.of(ExchangeRefusal.NOT_BESIDE, name)
                .hint("Import a file that stands in the same folder: what is pasted has none."));
        }
        Refusal missing = Refusal.of(ExchangeRefusal.NOT_BESIDE, name)
            .hint("Put the file into the same folder, and write its name without the folder.");
        if (!PLAIN_NAME.matcher(name).matches()) {
            return Outcome.refused(missing);
        }
        try {
            Path file = folder.get().resolve(name);
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Outcome.refused(missing);
            }
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                byte[] content = in.readNBytes(most + 1);
                return content.length > most
                    ? Outcome.refused(Refusal.of(ExchangeRefusal.BESIDE_TOO_LARGE, name, most)
                        .hint("Make it smaller, or name another one."))
                    : Outcome.done(content);
            }
        } catch (IOException | InvalidPathException e) {
            return Outcome.refused(missing);
        }
    }

    /** The line in the file. */
    public long line() {
        return line;
    }

    /** The place of a cell, for a refusal. */
    public Place at(String column) {
        return new Place(source, line, column);
    }

    /** The place of the whole row, for a refusal. */
    public Place at() {
        return new Place(source, line, "");
    }

}
