package org.stockwright.service.ui.internal;

import java.io.InputStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide is offered, and each of its steps names something that is there. */
class GuideTest {

    private static ParameterizedCommand command(String serialization) throws CommandException {
        return Display.getDefault().syncCall(
            () -> PlatformUI.getWorkbench().getService(ICommandService.class).deserialize(serialization));
    }

    @Test
    void eachStepNamesACommandThatIsThere() throws Exception {
        assertThat(command(
            "org.eclipse.ui.cheatsheets.openCheatSheet(cheatSheetId=org.stockwright.service.ui.service)").getName())
            .contains("Prepare a service ahead and give it");
        try (InputStream content = FrameworkUtil.getBundle(GuideTest.class).getEntry("cheatsheets/service.xml")
            .openStream()) {
            NodeList commands = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(content)
                .getElementsByTagName("command");
            assertThat(commands.getLength()).isGreaterThan(7);
            for (int at = 0; at < commands.getLength(); at++) {
                String step = ((Element) commands.item(at)).getAttribute("serialization");
                ParameterizedCommand command = command(step);
                assertThat(command.getCommand().isDefined()).as(step).isTrue();
                // an unknown view or report has no name of its own
                assertThat(command.getParameterMap().isEmpty() || command.getName().contains("(")).as(step).isTrue();
            }
        }
    }

}
