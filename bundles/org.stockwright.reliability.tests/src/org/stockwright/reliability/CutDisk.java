package org.stockwright.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a disk holds after the power was cut. What was forced is there. Of what was written to a file after it was forced
 * last, each block of the disk is there or not, whatever the order. Names (new, renamed and deleted files) come in order, as
 * a journal of the file system keeps them: all up to the last force of any file, and some of those after it.
 */
final class CutDisk {

    private static final int BLOCK = 4_096;

    /** A file, whatever it is called: what was done to its content, and how much of that is forced. */
    private static final class Content {

        private final List<DiskWrites.Write> done = new ArrayList<>();
        private final List<Boolean> forced = new ArrayList<>();
        private byte[] bytes = new byte[0];

        private void add(DiskWrites.Write write) {
            done.add(write);
            forced.add(write.synchronous());
        }

        private void force() {
            forced.replaceAll(one -> true);
        }

        private byte[] after(Chance chance) {
            for (int i = 0; i < done.size(); i++) {
                DiskWrites.Write write = done.get(i);
                if (write.type() == 'W') {
                    write(write, forced.get(i), chance);
                } else if (forced.get(i) || chance.happens()) {
                    bytes = Arrays.copyOf(bytes, (int) write.offset());
                }
            }
            return bytes;
        }

        private void write(DiskWrites.Write write, boolean sure, Chance chance) {
            int from = 0;
            while (from < write.bytes().length) {
                long at = write.offset() + from;
                int length = (int) Math.min(BLOCK - at % BLOCK, write.bytes().length - from);
                if (sure || chance.happens()) {
                    if (bytes.length < at + length) {
                        bytes = Arrays.copyOf(bytes, (int) at + length);
                    }
                    System.arraycopy(write.bytes(), from, bytes, (int) at, length);
                }
                from += length;
            }
        }

    }

    /** Whether something that is not sure has happened. */
    private interface Chance {

        boolean happens();

    }

    private final Path folder;
    private final DiskWrites writes;

    /** The disk under a folder to which this was done. */
    CutDisk(Path folder, DiskWrites writes) {
        this.folder = folder;
        this.writes = writes;
    }

    /** Makes the folder as it was at the end, with all that was done. */
    void whole(Path before, Path target) throws IOException {
        make(before, target, writes.count(), writes.count(), () -> true);
    }

    /** Makes the folder as it is when the power is cut after so much was done. */
    void cut(Path before, Path target, int at, Random random) throws IOException {
        int settled = at;
        while (settled > 0 && !writes.list().get(settled - 1).settles()) {
            settled--;
        }
        make(before, target, at, settled + random.nextInt(at - settled + 1), random::nextBoolean);
    }

    private void make(Path before, Path target, int at, int names, Chance chance) throws IOException {
        Map<String, Content> now = load(before);
        Map<String, Content> kept = now;
        for (int i = 0; i < at; i++) {
            if (i == names) {
                kept = new TreeMap<>(now);
            }
            replay(writes.list().get(i), now);
        }
        if (names >= at) {
            kept = now;
        }
        Files.createDirectories(target);
        for (Map.Entry<String, Content> file : kept.entrySet()) {
            Path path = target.resolve(file.getKey());
            if (file.getValue() == null) {
                Files.createDirectories(path);
            } else {
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue().after(chance));
            }
        }
    }

    private void replay(DiskWrites.Write write, Map<String, Content> now) {
        if (write.path().isEmpty()) {
            return;
        }
        String name = name(write.path());
        Content content = now.get(name);
        switch (write.type()) {
            case 'C' -> {
                if (content == null) {
                    now.put(name, new Content());
                } else {
                    content.add(new DiskWrites.Write('T', false, write.path(), 0, write.bytes()));
                }
            }
            case 'W', 'T', 'S' -> {
                // nothing of a file that has no name any more, and of a folder only its names
                if (content != null && write.type() == 'S') {
                    content.force();
                } else if (content != null) {
                    content.add(write);
                }
            }
            case 'M' -> now.put(name, null);
            case 'D' -> now.remove(name);
            case 'R' -> rename(name, name(write.text()), now);
            default -> throw new IllegalArgumentException("not understood: " + write.type() + ' ' + write.path());
        }
    }

    private static void rename(String from, String to, Map<String, Content> now) {
        for (String each : List.copyOf(now.keySet())) {
            if (each.equals(from) || each.startsWith(from + '/')) {
                Content content = now.remove(each);
                now.put(to + each.substring(from.length()), content);
            }
        }
    }

    private String name(String path) {
        return folder.relativize(Path.of(path)).toString();
    }

    private static Map<String, Content> load(Path before) throws IOException {
        Map<String, Content> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(before)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                String name = before.relativize(file).toString();
                if (Files.isDirectory(file)) {
                    files.put(name, null);
                } else {
                    Content content = new Content();
                    content.bytes = Files.readAllBytes(file);
                    files.put(name, content);
                }
            }
        }
        return files;
    }

}
