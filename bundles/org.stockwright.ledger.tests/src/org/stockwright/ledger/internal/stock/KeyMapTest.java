package org.stockwright.ledger.internal.stock;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.stockwright.ledger.internal.stock.KeyMap.Key;
import org.stockwright.ledger.internal.stock.KeyMap.Window;

import static org.assertj.core.api.Assertions.assertThat;

class KeyMapTest {

    @Test
    void aLongListIsFoundByWindowsAlsoAfterRowsCameBetween() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Key> keys = new ArrayList<>();
        KeyMap map = new KeyMap();
        for (int i = 0; i < 150_000; i++) {
            Key key = new Key(i / 3 * 10L, i);
            keys.add(key);
            map.add(key);
        }
        for (int i = 0; i < 5_000; i++) {
            Key key = new Key(random.nextInt(600_000), 1_000_000L + i);
            keys.add(key);
            map.add(key);
        }
        Collections.sort(keys);
        assertThat(map.isExact()).isFalse();
        assertThat(map.total()).isEqualTo(keys.size());
        for (int i = 0; i < 200; i++) {
            int offset = random.nextInt(keys.size() - 100);
            Window window = map.window(offset, 50);
            List<Key> inWindow = keys.stream().filter(key -> key.compareTo(window.from()) >= 0)
                .filter(key -> window.until().map(until -> key.compareTo(until) < 0).orElse(true)).toList();
            assertThat(inWindow.subList((int) window.skip(), (int) window.skip() + 50)).as("seed %d", seed)
                .isEqualTo(keys.subList(offset, offset + 50));
        }
    }

    @Test
    void aShortListHasEveryKeyInOrder() {
        KeyMap map = new KeyMap();
        map.add(new Key(30, 1));
        map.add(new Key(10, 2));
        map.add(new Key(20, 3));
        assertThat(map.isExact()).isTrue();
        assertThat(map.rows(0, 3)).containsExactly(2L, 3L, 1L);
    }

    @Test
    void rowsThatAreInItAlreadyAreNotCountedAgain() {
        KeyMap map = new KeyMap();
        map.add(new Key(10, 1));
        map.built(List.of(new Key(10, 1)), 100);
        map.addRecent(List.of(new Key(10, 1), new Key(5, 2)), 200);
        map.addRecent(List.of(new Key(5, 2)), 300);
        assertThat(map.rows(0, 2)).containsExactly(2L, 1L);
        assertThat(map.total()).isEqualTo(2);
        assertThat(map.readUntil()).isEqualTo(300);
    }

}
