package org.stockwright.service.ui.internal;

import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    private static final String BUNDLE = "org.stockwright.service.ui.";

    @Test
    void everyViewAndEditorHasItsHelp() {
        Stream<String> views = Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews())
            .map(IViewDescriptor::getId).filter(id -> id.startsWith(BUNDLE));
        assertThat(Stream.concat(views,
            Stream.of("template", "decisionTable", "letterTemplate", "resources").map(BUNDLE::concat)))
            .hasSize(11).allSatisfy(id -> {
                IContext context = HelpSystem.getContext(id);
                assertThat(context).as(id).isNotNull();
                assertThat(context.getText().split("\n")).as(id).hasSizeGreaterThan(1)
                    .allMatch(line -> line.equals(line.strip()));
            });
    }

}
