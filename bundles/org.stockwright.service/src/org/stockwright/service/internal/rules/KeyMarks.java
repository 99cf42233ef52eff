package org.stockwright.service.internal.rules;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

import org.stockwright.base.Sha256;

/** Finds keys that stand in a file twice, with eight bytes for each. For one thread. */
final class KeyMarks {

    private long[] marks = new long[1024];
    private int count;

    /** The mark of a key: eight bytes of its hash. */
    static long of(String key) {
        return ByteBuffer.wrap(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** One more key. */
    void add(String key) {
        if (count == marks.length) {
            marks = Arrays.copyOf(marks, 2 * marks.length);
        }
        marks[count] = of(key);
        count++;
    }

    /** The marks that stand there more than once. */
    Set<Long> twice() {
        long[] sorted = Arrays.copyOf(marks, count);
        Arrays.sort(sorted);
        Set<Long> result = new HashSet<>();
        for (int i = 1; i < count; i++) {
            if (sorted[i] == sorted[i - 1]) {
                result.add(sorted[i]);
            }
        }
        return result;
    }

}
