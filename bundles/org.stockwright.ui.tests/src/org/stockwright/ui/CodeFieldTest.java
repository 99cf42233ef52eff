package org.stockwright.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.Conditions;
import org.stockwright.testkit.ui.StockwrightBot;
import org.stockwright.ui.CodeField.Choice;

import static org.assertj.core.api.Assertions.assertThat;

class CodeFieldTest {

    private final StockwrightBot bot = new StockwrightBot();
    private TestWindow window;
    private CodeField<Integer> field;
    private Text next;
    private volatile boolean onUiThread;

    private List<Choice<Integer>> search(String text) {
        if (text.equals("away")) {
            throw new IllegalStateException("the database is away");
        }
        onUiThread |= Thread.currentThread().getName().equals(System.getProperty(Workbench.UI_THREAD_PROPERTY));
        return Stream.of(new Choice<>(1, "BOLT-1", "Bolt M6"), new Choice<>(10, "BOLT-10", "Bolt M8"),
            new Choice<>(2, "NUT-1", "Nut M6")).filter(c -> c.code().contains(text.toUpperCase(Locale.ROOT))).toList();
    }

    @BeforeEach
    void open() {
        window = new TestWindow(shell -> {
            field = new CodeField<>(shell, "Item", this::search);
            next = new Text(shell, SWT.BORDER);
            field.text().forceFocus();
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void enterBehindAnExactCodeTakesItAndGoesToTheNextField() {
        bot.typeText("bolt-10\n");
        bot.waitUntil(Conditions.that("the code is taken", () -> window.ask(() -> field.value().isPresent())));
        assertThat(window.ask(() -> field.value())).contains(10);
        assertThat(window.ask(() -> field.text().getText())).isEqualTo("BOLT-10");
        bot.waitUntil(Conditions.that("the next field has the focus", () -> window.ask(() -> next.isFocusControl())));
        assertThat(onUiThread).isFalse();
    }

    @Test
    void theOnlyMatchIsTaken() {
        bot.typeText("nut\n");
        bot.waitUntil(Conditions.that("the code is taken", () -> window.ask(() -> field.value().isPresent())));
        assertThat(window.ask(() -> field.value())).contains(2);
    }

    @Test
    void aCodeThatNothingHasIsNotTaken() {
        bot.typeText("screw\n");
        bot.waitForWork();
        assertThat(window.ask(() -> field.value())).isEmpty();
        assertThat(window.<Boolean>ask(() -> next.isFocusControl())).isFalse();
    }

    @Test
    void whatCannotBeLookedUpIsSaidAndStays() {
        bot.typeText("away\n");
        bot.waitUntil(Conditions.that("the field says so",
            () -> window.ask(() -> field.error()).startsWith("away cannot be looked up now")));
        assertThat(window.ask(() -> field.text().getText())).isEqualTo("away");
        assertThat(window.<Boolean>ask(() -> next.isFocusControl())).isFalse();
    }

    @Test
    void changingTheTextForgetsTheChoice() {
        bot.typeText("nut\n");
        bot.waitUntil(Conditions.that("the code is taken", () -> window.ask(() -> field.value().isPresent())));
        window.run(() -> field.text().setText("NUT-"));
        assertThat(window.ask(() -> field.value())).isEmpty();
    }

}
