package org.stockwright.reliability;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a process did to the files of a folder, in order, as {@code native/recorder.c} has written it down.
 *
 * @param list what was done
 */
record DiskWrites(List<Write> list) {

    private static final int HEAD = 18;

    /**
     * One thing that was done.
     *
     * @param type the letter that recorder.c explains
     * @param synchronous whether it was on the disk when the call came back
     * @param path of the file
     * @param offset where in the file, or its new length
     * @param bytes what was written, or the new path
     */
    record Write(char type, boolean synchronous, String path, long offset, byte[] bytes) {

        /** Whether everything that was done to names before is on the disk when this is done. */
        boolean settles() {
            return type == 'S' || synchronous;
        }

        /** The bytes as a text. */
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

    }

    /** Reads a log. */
    static DiskWrites read(Path log) throws IOException {
        List<Write> list = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(log)))) {
            byte[] head = in.readNBytes(HEAD);
            while (head.length == HEAD) {
                ByteBuffer numbers = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
                char type = (char) numbers.get();
                boolean synchronous = numbers.get() != 0;
                int path = numbers.getInt();
                int bytes = numbers.getInt();
                long offset = numbers.getLong();
                list.add(new Write(type, synchronous, new String(whole(in, path), StandardCharsets.UTF_8), offset,
                    whole(in, bytes)));
                head = in.readNBytes(HEAD);
            }
        }
        return new DiskWrites(list);
    }

    private static byte[] whole(DataInputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException("a record is not whole");
        }
        return bytes;
    }

    /** How many there are. */
    int count() {
        return list.size();
    }

    /** The whole lines that the process had said when so much was done. */
    List<String> said(int done) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (Write write : list.subList(0, done)) {
            if (write.type() == 'O') {
                out.writeBytes(write.bytes());
            }
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }

    /** How much was done when the process first said this. */
    int first(String words) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).type() == 'O' && list.get(i).text().contains(words)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("never said: " + words);
    }

    /** How much was done when the process last said this. */
    int last(String words) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).type() == 'O' && list.get(i).text().contains(words)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("never said: " + words);
    }

    /** The same as if nothing had ever been forced to the disk. */
    DiskWrites neverForced() {
        return new DiskWrites(list.stream().filter(write -> write.type() != 'S')
            .map(write -> new Write(write.type(), false, write.path(), write.offset(), write.bytes())).toList());
    }

    /** Calls that write in a way which the recorder does not follow. */
    List<String> unknown() {
        return list.stream().filter(write -> write.type() == '?').map(write -> write.text() + ' ' + write.path())
            .distinct().toList();
    }

}
