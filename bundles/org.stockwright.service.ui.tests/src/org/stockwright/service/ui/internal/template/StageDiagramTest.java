package org.stockwright.service.ui.internal.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.service.ui.internal.template.StageDiagram.Box;

import static org.assertj.core.api.Assertions.assertThat;

class StageDiagramTest {

    private static final List<Box> STAGES = List.of(new Box("Collect", "Staff - 6 min"),
        new Box("Draft the letter to the insurer", "Automation - 1 min"), new Box("Consent", "Customer - 3 min"),
        new Box("Send", "Staff - 2 min"));

    private final List<Integer> moves = new ArrayList<>();
    private Shell shell;
    private StageDiagram diagram;
    private int stops;

    private static <T> T on(Supplier<T> supplier) {
        return Display.getDefault().syncCall(supplier::get);
    }

    private static void run(Runnable runnable) {
        Display.getDefault().syncExec(runnable);
    }

    @BeforeEach
    void open() {
        run(() -> {
            shell = new Shell(Display.getDefault());
            shell.setLayout(new FillLayout());
            shell.setSize(1200, 260);
            diagram = new StageDiagram(shell);
            diagram.onMove(moves::add);
            diagram.onStop(() -> stops++);
            diagram.show(STAGES, 1, 1, 2, false);
            shell.open();
        });
    }

    @AfterEach
    void close() {
        run(() -> shell.dispose());
    }

    private void press(int key) {
        run(() -> {
            Event event = new Event();
            event.keyCode = key;
            diagram.canvas().notifyListeners(SWT.KeyDown, event);
        });
    }

    private void mouse(int type, int x) {
        run(() -> {
            Event event = new Event();
            event.button = 1;
            event.x = x;
            event.y = 60;
            diagram.canvas().notifyListeners(type, event);
        });
    }

    @Test
    void theBoundaryIsMovedByKeysAndStopsBeforeTheCustomersStage() {
        press(SWT.ARROW_RIGHT);
        assertThat(moves).containsExactly(2);
        press(SWT.ARROW_RIGHT);
        assertThat(moves).as("the customer is not there before").containsExactly(2);
        assertThat(stops).isEqualTo(1);
        press(SWT.HOME);
        press(SWT.ARROW_LEFT);
        assertThat(moves).as("there is nothing before the first stage").containsExactly(2, 0);
        press(SWT.END);
        assertThat(moves).containsExactly(2, 0, 2);
    }

    @Test
    void theBoundaryIsDraggedByTheMouseToTheNearestPosition() {
        DiagramLayout layout = on(() -> layoutOf(diagram.canvas()));
        mouse(SWT.MouseDown, layout.position(1));
        mouse(SWT.MouseMove, layout.position(2) - layout.gap());
        assertThat(moves).containsExactly(2);
        mouse(SWT.MouseMove, layout.position(4));
        assertThat(moves).as("not behind what the customer does").containsExactly(2);
        mouse(SWT.MouseMove, layout.position(0) + 1);
        mouse(SWT.MouseUp, layout.position(0) + 1);
        mouse(SWT.MouseMove, layout.position(2));
        assertThat(moves).as("what is not held is not moved").containsExactly(2, 0);
    }

    private static DiagramLayout layoutOf(Canvas canvas) {
        GC gc = new GC(canvas);
        try {
            return StageDiagram.layout(gc, STAGES.size());
        } finally {
            gc.dispose();
        }
    }

    @Test
    void screenReadersHearWhereItStandsAndWhatItDoes() {
        run(() -> diagram.effect(Optional.of("Customers wait 5 min.")));
        assertThat(on(() -> diagram.told()))
            .isEqualTo("The boundary is between Collect and Draft the letter to the insurer. Customers wait 5 min.");
        press(SWT.HOME);
        run(() -> diagram.effect(Optional.empty()));
        assertThat(on(() -> diagram.told())).isEqualTo("All stages are done when the customer is there.");
    }

    @Test
    void nobodyMovesTheBoundaryOfAVersionThatIsInUse() {
        run(() -> diagram.show(STAGES, 1, 1, 2, true));
        press(SWT.ARROW_RIGHT);
        press(SWT.HOME);
        assertThat(moves).isEmpty();
        assertThat(stops).isEqualTo(2);
    }

    @Test
    void longNamesAreBrokenAndShortenedToTheirBoxes() {
        assertThat(DiagramLayout.lines("Draft the letter to the insurer of the patient", 2, 16, String::length))
            .containsExactly("Draft the letter", "to the insurer…");
        assertThat(DiagramLayout.lines("Send", 2, 16, String::length)).containsExactly("Send");
    }

}
