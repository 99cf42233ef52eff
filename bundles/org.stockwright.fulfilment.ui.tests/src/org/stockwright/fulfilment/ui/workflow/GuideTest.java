package org.stockwright.fulfilment.ui.workflow;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.stockwright.testkit.ui.StockwrightBot;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The guides for receiving and shipping are opened, and each of their steps opens something. */
class GuideTest {

    private static final Map<String, String> GUIDES = Map.of("org.stockwright.purchasing.ui", "receiving",
        "org.stockwright.fulfilment.ui", "shipping");
    private static final String VIEW = "org.eclipse.ui.cheatsheets.views.CheatSheetView";

    private final StockwrightBot bot = new StockwrightBot();
    private final GoodsBook book = GoodsBook.open(bot, "org.stockwright.purchasing.ui.perspective.warehouse");

    private static List<String> steps(String bundle, String guide) throws Exception {
        try (InputStream content = Platform.getBundle(bundle).getEntry("cheatsheets/" + guide + ".xml")
            .openStream()) {
            NodeList commands = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(content)
                .getElementsByTagName("command");
            List<String> steps = new ArrayList<>();
            for (int at = 0; at < commands.getLength(); at++) {
                steps.add(((Element) commands.item(at)).getAttribute("serialization"));
            }
            return steps;
        }
    }

    /** The command that a step names; it has to be there. */
    private ParameterizedCommand command(String serialization) {
        AtomicReference<ParameterizedCommand> found = new AtomicReference<>();
        bot.getDisplay().syncExec(() -> {
            try {
                found.set(PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization));
            } catch (CommandException e) {
                throw new IllegalStateException(serialization, e);
            }
        });
        return found.get();
    }

    private void run(String serialization) {
        ParameterizedCommand command = command(serialization);
        bot.getDisplay().syncExec(() -> {
            assertThat(command.getCommand().isEnabled()).as(serialization).isTrue();
            try {
                PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                throw new IllegalStateException(serialization, e);
            }
        });
        book.settle();
    }

    @Test
    void eachStepOfAGuideOpensItsPage() throws Exception {
        for (Map.Entry<String, String> guide : GUIDES.entrySet()) {
            run("org.eclipse.ui.cheatsheets.openCheatSheet(cheatSheetId=" + guide.getKey() + "." + guide.getValue()
                + ")");
            assertThat(bot.viewById(VIEW)).isNotNull();
            book.picture("guide-" + guide.getValue());
            List<String> steps = steps(guide.getKey(), guide.getValue());
            assertThat(steps).hasSizeGreaterThan(4);
            for (String step : steps.stream().filter(step -> !step.contains("reporting")).toList()) {
                run(step);
            }
            List<String> reports = steps.stream().filter(step -> step.contains("reporting")).toList();
            assertThat(reports).isNotEmpty();
            for (String step : reports) {
                assertThat(command(step).getParameterMap().isEmpty()).as(step).isFalse();
            }
            book.picture("guide-" + guide.getValue() + "-done");
            bot.closeAllEditors();
        }
    }

}
