package org.stockwright.persistence.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Our own lock on a store's folder. Derby's lock is not enough: the operating system drops it when a second class
 * loader of this process opens and closes the same file. So the file is opened once per process: before that, a name
 * that all class loaders share is taken among the system properties.
 */
final class StoreLock implements AutoCloseable {

    /** The lock stands far behind the text, so that others can read the text where locks forbid reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
    private static final String CLAIM = "stockwright.store.";

    private final FileChannel channel;
    private final FileLock lock;
    private final String claim;

    private StoreLock(FileChannel channel, FileLock lock, String claim) {
        this.channel = channel;
        this.lock = lock;
        this.claim = claim;
    }

    /** Who holds a store. */
    record Holder(String user, String host, String since) {

        /** This program, from now on. */
        static Holder here(String user) {
            return new Holder(user, hostName(), Instant.now().toString());
        }

        /** User and machine. */
        String name() {
            return user + '@' + host;
        }

        private static Holder parse(String text) {
            List<String> lines = text.lines().toList();
            return lines.size() < 3 ? new Holder("?", "?", "?") : new Holder(lines.get(0), lines.get(1), lines.get(2));
        }

        private String text() {
            return user.replaceAll("\\R", " ") + '\n' + host + '\n' + since + '\n';
        }

        private static String hostName() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return "localhost";
            }
        }

    }

    /** The lock, or who has it. */
    record Result(Optional<StoreLock> lock, Holder holder) {
    }

    /**
     * Takes the lock if it is free.
     *
     * @throws IOException when the lock file cannot be written
     */
    static Result take(Path file, Holder me) throws IOException {
        String claim = CLAIM + file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
        Properties shared = System.getProperties();
        Object earlier = shared.putIfAbsent(claim, me.text());
        if (earlier != null) {
            return new Result(Optional.empty(), Holder.parse(earlier.toString()));
        }
        boolean taken = false;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                return new Result(Optional.empty(), Holder.parse(Files.readString(file)));
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(me.text().getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
            taken = true;
            return new Result(Optional.of(new StoreLock(channel, lock, claim)), me);
        } finally {
            if (!taken) {
                if (channel != null) {
                    channel.close();
                }
                shared.remove(claim);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            lock.release();
            channel.close();
        } finally {
            System.getProperties().remove(claim);
        }
    }

}
