package org.stockwright.valuation.ui.internal;

import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    /** The views of others that the perspective for control has or offers. */
    private static Stream<String> inControl() {
        return Stream.of("org.stockwright.ledger.ui.ledger", "org.stockwright.ledger.ui.stock");
    }

    @Test
    void everyViewHasItsHelp() {
        assertThat(Stream.concat(inControl(),
            Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews()).map(IViewDescriptor::getId)
                .filter(id -> id.startsWith("org.stockwright.valuation.ui."))))
            .hasSizeGreaterThan(10).allSatisfy(id -> {
                IContext context = HelpSystem.getContext(id);
                assertThat(context).as(id).isNotNull();
                assertThat(context.getText().split("\n")).as(id).hasSizeGreaterThan(1)
                    .allMatch(line -> line.equals(line.strip()));
            });
    }

}
