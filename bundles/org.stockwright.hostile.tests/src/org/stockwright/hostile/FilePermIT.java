package org.stockwright.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.exchange.Imports;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;
import org.stockwright.reporting.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/** The book is for its owner alone, and nothing is left behind in temporary folders. */
class FilePermIT extends HostileBook {

    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private static List<String> open(Path root) throws IOException {
        List<String> open = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS::contains)) {
                    open.add(root.relativize(path) + " "
                        + PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
                }
            }
        }
        return open;
    }

    @Test
    void nobodyElseReadsTheBookOrItsBackups() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(world.folder()), "a store that is no folder has no files");
        Assumptions.assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"),
            "this system has other permissions");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(world.folder())))
            .isEqualTo("rwx------");
        warehouse.ledger().search("x", 1);
        assertThat(open(world.folder())).isEmpty();
        Path backup = world.service(Stores.class).backup(folder.resolve("private.backup"), Progress.NONE).value();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup))).isEqualTo("rw-------");
        Path restored = folder.resolve("private-restored");
        world.service(Stores.class).restore(backup, new StoreLocation.Folder(restored), Progress.NONE).value();
        assertThat(open(restored)).isEmpty();
    }

    @Test
    void nothingTemporaryIsLeftBehind() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        Path csv = Files.writeString(work.resolve("in.csv"), "item,name\nT-1,First\n=bad,,\n");
        Exports exports = world.service(Exports.class);
        ExportTable table = new ExportTable("x", List.of("item", "name"),
            List.of(new Object[] { "T-2", "x" }, new Object[] { "T-3", "y" }));
        Set<Path> before = temporary();
        exports.write(table, work.resolve("out.xlsx"), Progress.NONE);
        exports.write(table, work.resolve("out.csv"), Progress.NONE);
        Imports imports = world.service(Imports.class);
        imports.read(csv, Progress.NONE);
        imports.read(work.resolve("out.xlsx"), Progress.NONE).value();
        for (String format : List.of("pdf", "xlsx", "html", "csv", "docx")) {
            world.service(Reports.class).render("stock-on-hand", Map.of(), work.resolve("report." + format),
                Progress.NONE).value();
        }
        world.service(Reports.class).prepare("stock-on-hand", Map.of(), Progress.NONE).value().close();
        world.service(Stores.class).backup(work.resolve("b.backup"), Progress.NONE).value();
        try (Stream<Path> files = Files.list(work)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("in.csv", "out.xlsx",
                "out.csv", "b.backup", "report.pdf", "report.xlsx", "report.html", "report.csv", "report.docx");
        }
        Set<Path> left = temporary();
        left.removeAll(before);
        assertThat(left).isEmpty();
        if (Files.isDirectory(world.folder().resolve("backups"))) {
            assertThat(world.folder().resolve("backups")).isEmptyDirectory();
        }
    }

    /** What programs keep for themselves in the temporary folder is not ours: classes of a scripting or fonts cache. */
    private static Set<Path> temporary() throws IOException {
        Set<Path> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("java.io.tmpdir")), 2)) {
            all.filter(path -> path.toString().matches(".*(poi|stockwright|birt|report|sxssf|\\.tmp).*"))
                .filter(path -> !path.startsWith(folder.getParent())).forEach(found::add);
        } catch (java.io.UncheckedIOException e) {
            // another program deleted its own while we looked: what was found so far stands
            assertThat(found).isNotNull();
        }
        return found;
    }

}
