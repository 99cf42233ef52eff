package org.stockwright.hostile;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.ExportTable;
import org.stockwright.exchange.Exports;
import org.stockwright.persistence.StoreLocation;
import org.stockwright.persistence.Stores;

import static org.assertj.core.api.Assertions.assertThat;

/** Backups from anywhere and names of any kind never write outside the folder that was chosen. */
class PathIT extends HostileBook {

    private static final String MANIFEST = "stockwright-backup.txt";
    private static final List<String> NAMES = List.of("../evil", "../../evil", "derby/../../evil", "/tmp/evil",
        "derby//../evil", "derby/..", "derby/./x", "..\\evil", "derby\\..\\..\\evil", "C:\\evil", "\\\\host\\share\\x",
        "derby/seg0/../../../evil", "derby/\u2024\u2024/evil", "derby/x\0y", "./evil", "evil", "backups/evil",
        "stockwright.lock", "derby/%2e%2e/evil", "derby/ ../evil", "~/evil");

    private Path backup() throws IOException {
        Path file = folder.resolve("good-" + System.nanoTime() + ".backup");
        return world.service(Stores.class).backup(file, Progress.NONE).value();
    }

    /** The same backup with one entry more, rightly listed and hashed, as an attacker who knows the format makes it. */
    private Path with(Path good, String name, boolean listed) throws IOException {
        byte[] evil = "evil".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("evil-" + System.nanoTime() + ".backup");
        try (ZipFile in = new ZipFile(good.toFile());
            OutputStream out = Files.newOutputStream(file);
            ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : java.util.Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().equals(MANIFEST) && listed) {
                    String text = new String(bytes, StandardCharsets.UTF_8);
                    text = text.substring(0, text.lastIndexOf("end ")) + "file " + sha256(evil) + ' ' + evil.length
                        + ' ' + name + '\n';
                    bytes = (text + "end " + sha256(text.getBytes(StandardCharsets.UTF_8)) + '\n')
                        .getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(bytes);
                zip.closeEntry();
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(evil);
            zip.closeEntry();
        }
        return file;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> tree(Path root) throws IOException {
        Map<String, Long> result = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                result.put(root.relativize(path).toString(),
                    Files.isRegularFile(path) ? Files.size(path) : -1L);
            }
        }
        return result;
    }

    @Test
    void aBackupWithNamesThatLeadOutIsRefusedWhole() throws IOException {
        Stores stores = world.service(Stores.class);
        Path good = backup();
        List<String> accepted = new ArrayList<>();
        for (String name : NAMES) {
            for (boolean listed : new boolean[] { true, false }) {
                Path file = with(good, name, listed);
                Path around = Files.createDirectories(folder.resolve("around-" + System.nanoTime()));
                Path target = around.resolve("a/b/restored");
                Outcome<StoreLocation> outcome = stores.restore(file, new StoreLocation.Folder(target),
                    Progress.NONE);
                if (outcome.isDone()) {
                    accepted.add(name + (listed ? " listed" : ""));
                } else {
                    assertThat(outcome.refusals().getFirst().hint()).isNotEmpty();
                }
                assertThat(tree(around).keySet()).as(name).noneMatch(path -> path.contains("evil"));
                assertThat(Path.of("/tmp/evil")).doesNotExist();
                Files.delete(file);
            }
        }
        assertThat(accepted).isEmpty();
        Path target = folder.resolve("sound/restored");
        assertThat(stores.restore(good, new StoreLocation.Folder(target), Progress.NONE).isDone())
            .as("the sound one is restored").isTrue();
    }

    @Test
    void linksAreNotFollowedOut() throws IOException {
        Stores stores = world.service(Stores.class);
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Path victim = Files.writeString(outside.resolve("victim.txt"), "as it was");
        Path link = Files.createSymbolicLink(folder.resolve("link.backup"), victim);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.backup"), outside.resolve("new.txt"));
        assertThat(stores.backup(link, Progress.NONE).isDone()).isFalse();
        assertThat(stores.backup(dangling, Progress.NONE).isDone()).isFalse();
        Path export = Files.createSymbolicLink(folder.resolve("link.csv"), victim);
        world.service(Exports.class).write(new ExportTable("x", List.of("a"), List.<Object[]>of(new Object[] { "b" })),
            export, Progress.NONE);
        assertThat(Files.isSymbolicLink(export)).as("the link is replaced, not followed").isFalse();
        assertThat(victim).hasContent("as it was");
        assertThat(tree(outside).keySet()).containsExactlyInAnyOrder("", "victim.txt");
    }

}
