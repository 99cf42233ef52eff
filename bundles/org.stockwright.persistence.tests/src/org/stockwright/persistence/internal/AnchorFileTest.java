package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.persistence.ChainAnchor.Head;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AnchorFileTest {

    private static final Head SEVENTH = head(7, "a");

    @TempDir
    Path folder;

    private Path path;
    private AnchorFile file;

    @BeforeEach
    void open() {
        path = folder.resolve("chain.head");
        file = new AnchorFile(path);
    }

    private static Head head(long block, String digit) {
        return new Head(block, 1_000 * block, digit.repeat(64), Instant.parse("2026-01-15T08:00:00.123456Z"));
    }

    @Test
    void whatIsKeptIsRead() throws IOException {
        assertThat(file.read()).isEmpty();
        file.keep(SEVENTH);
        assertThat(new AnchorFile(path).read()).contains(SEVENTH);
        file.keep(SEVENTH);
        file.keep(head(8, "b"));
        assertThat(file.read()).contains(head(8, "b"));
        assertThat(folder).isDirectoryContaining(path::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void itNeverGoesBack() throws IOException {
        file.keep(SEVENTH);
        assertThatIllegalArgumentException().isThrownBy(() -> file.keep(head(6, "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> file.keep(head(7, "d")));
        assertThat(file.read()).contains(SEVENTH);
    }

    @Test
    void aDamagedFileIsNotTakenForAnotherHeadAndNotReplaced() throws IOException {
        file.keep(SEVENTH);
        String sound = Files.readString(path);
        for (String damaged : new String[] { sound.replace("block=7", "block=6"), sound.replace("aaaa", "aaab"), "",
            sound.substring(0, sound.length() / 2), sound.replace("sealed=2026", "sealed=yesterday") }) {
            Files.writeString(path, damaged);
            assertThatThrownBy(file::read).isInstanceOf(IOException.class).hasMessageContaining("is damaged");
            assertThatThrownBy(() -> file.keep(head(8, "b"))).isInstanceOf(IOException.class);
            assertThat(path).hasContent(damaged);
        }
    }

}
