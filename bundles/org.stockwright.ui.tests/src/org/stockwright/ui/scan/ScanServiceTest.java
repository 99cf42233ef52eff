package org.stockwright.ui.scan;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.TestWindow;

import static org.assertj.core.api.Assertions.assertThat;

class ScanServiceTest {

    private final StockwrightBot bot = new StockwrightBot();
    private final List<String> scans = new ArrayList<>();
    private TestWindow window;
    private Text text;
    private Button button;
    private volatile int pressed;
    private int returns;

    @BeforeEach
    void open() {
        window = new TestWindow(shell -> {
            text = new Text(shell, SWT.BORDER);
            text.setText("before");
            text.addListener(SWT.DefaultSelection, event -> returns++);
            button = new Button(shell, SWT.PUSH);
            button.setText("Post");
            button.addListener(SWT.Selection, event -> pressed++);
            shell.setDefaultButton(button);
            ScanTargets.register(shell, (code, feedback) -> {
                scans.add(code);
                feedback.good();
            });
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    private String content() {
        return window.ask(() -> text.getText());
    }

    @Test
    void aScanIntoAFocusedFieldGoesToTheTargetAndLeavesTheFieldAlone() {
        window.run(() -> {
            text.forceFocus();
            text.setSelection(3);
        });
        bot.scan("4006381333931");
        assertThat(scans).containsExactly("4006381333931");
        assertThat(content()).isEqualTo("before");
        assertThat(window.ask(() -> text.getCaretPosition())).isEqualTo(3);
        assertThat(pressed).isZero();
        assertThat(returns).isZero();
        assertThat(window.<Boolean>ask(() -> text.isFocusControl())).isTrue();
    }

    @Test
    void theIdentifierAndTheSeparatorsOfAGs1SymbolArrive() {
        String scan = "]C1010952123454321310AB-1\u001D17281231";
        window.run(() -> text.forceFocus());
        bot.scan(scan);
        assertThat(scans).containsExactly(scan);
        assertThat(content()).isEqualTo("before");
        window.run(() -> button.forceFocus());
        bot.scan(scan);
        assertThat(scans).containsExactly(scan, scan);
        assertThat(pressed).isZero();
    }

    @Test
    void theEnterOfAScanPressesNoFocusedButton() {
        window.run(() -> button.forceFocus());
        bot.scan("4006381333931");
        assertThat(scans).containsExactly("4006381333931");
        assertThat(pressed).isZero();
    }

    @Test
    void typedTextStaysInTheFieldAndItsEnterPressesTheDefaultButton() {
        window.run(() -> {
            text.forceFocus();
            text.selectAll();
        });
        bot.typeText("Hello 42\n");
        bot.waitUntil(Conditions.that("the button is pressed", () -> pressed > 0));
        assertThat(content()).isEqualTo("Hello 42");
        assertThat(scans).isEmpty();
        assertThat(pressed).isEqualTo(1);
    }

    @Test
    void fiveScansInARowAreFiveScans() {
        window.run(() -> text.forceFocus());
        for (int i = 0; i < 5; i++) {
            bot.scan("AABB-1100" + i);
        }
        assertThat(scans).containsExactly("AABB-11000", "AABB-11001", "AABB-11002", "AABB-11003", "AABB-11004");
        assertThat(content()).isEqualTo("before");
    }

}
