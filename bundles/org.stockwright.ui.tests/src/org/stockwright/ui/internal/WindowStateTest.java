package org.stockwright.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class WindowStateTest {

    private static final String GOOD = "<?xml version=\"1.0\"?><application:Application xmlns:application=\"a\">"
        + "<children name=\"window\"/></application:Application>";

    @TempDir
    private Path workspace;
    private Path layout;
    private WindowState state;

    @BeforeEach
    void start() throws IOException {
        state = new WindowState(workspace);
        Files.createDirectories(state.folder());
        layout = state.folder().resolve("workbench.xmi");
    }

    @Test
    void aGoodLayoutIsKept() throws IOException {
        Files.writeString(layout, GOOD);
        state.setAsideWhatCannotBeRead();
        assertThat(layout).hasContent(GOOD);
        assertThat(state.wasReset()).isFalse();
    }

    @Test
    void aLayoutCutAtAnyPlaceIsSetAside() throws IOException {
        for (int length = 0; length < GOOD.length(); length++) {
            Files.writeString(layout, GOOD.substring(0, length));
            state.setAsideWhatCannotBeRead();
            assertThat(layout).as("cut at %d", length).doesNotExist();
            assertThat(layout.resolveSibling("workbench.xmi.unreadable")).hasContent(GOOD.substring(0, length));
        }
        assertThat(state.wasReset()).isTrue();
    }

    @Test
    void randomBytesAreSetAside() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            byte[] bytes = new byte[random.nextInt(2_000)];
            random.nextBytes(bytes);
            Files.write(layout, bytes);
            state.setAsideWhatCannotBeRead();
            assertThat(layout).as("round %d", round).doesNotExist();
        }
    }

    @Test
    void aWellFormedLayoutWithWhichTheLastStartDiedIsSetAside() throws IOException {
        Files.writeString(layout, GOOD);
        state.starting();
        WindowState next = new WindowState(workspace);
        next.setAsideWhatCannotBeRead();
        assertThat(layout).doesNotExist();
        assertThat(next.isStarting()).isFalse();
        assertThat(next.wasReset()).isTrue();
    }

    @Test
    void aStartThatReachedTheWindowKeepsTheLayout() throws IOException {
        Files.writeString(layout, GOOD);
        state.starting();
        state.started();
        WindowState next = new WindowState(workspace);
        next.setAsideWhatCannotBeRead();
        assertThat(layout).exists();
    }

    @Test
    void garbledPreferencesAndDialogSettingsAreSetAsideAndGoodOnesKept() throws IOException {
        Path settings = workspace.resolve(".metadata/.plugins/org.eclipse.core.runtime/.settings");
        Path dialogs = workspace.resolve(".metadata/.plugins/org.eclipse.ui.workbench");
        Files.createDirectories(settings);
        Files.createDirectories(dialogs);
        Files.writeString(settings.resolve("bad.prefs"), "a=\\uzzzz");
        Files.writeString(settings.resolve("good.prefs"), "a=b");
        Files.writeString(dialogs.resolve("dialog_settings.xml"), "<section");
        state.setAsideWhatCannotBeRead();
        assertThat(settings.resolve("bad.prefs")).doesNotExist();
        assertThat(settings.resolve("good.prefs")).exists();
        assertThat(dialogs.resolve("dialog_settings.xml")).doesNotExist();
    }

    @Test
    void aFirstStartHasNothingToSetAside() throws IOException {
        state.setAsideWhatCannotBeRead();
        assertThat(state.wasReset()).isFalse();
    }

}
