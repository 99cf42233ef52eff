package org.stockwright.fulfilment.ui.internal;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.help.HelpSystem;
import org.eclipse.help.IContext;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.views.IViewDescriptor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {

    private static final List<String> BUNDLES = List.of("org.stockwright.documents.ui.",
        "org.stockwright.purchasing.ui.", "org.stockwright.fulfilment.ui.");

    @Test
    void everyViewAndEditorHasItsHelp() {
        Stream<String> views = Stream.of(PlatformUI.getWorkbench().getViewRegistry().getViews())
            .map(IViewDescriptor::getId).filter(id -> BUNDLES.stream().anyMatch(id::startsWith));
        assertThat(Stream.concat(views, Stream.of("org.stockwright.documents.ui.document",
            "org.stockwright.documents.ui.entry", "org.stockwright.purchasing.ui.limits",
            "org.stockwright.purchasing.ui.deliveries", "org.stockwright.purchasing.ui.matching",
            "org.stockwright.purchasing.ui.plans", "org.stockwright.purchasing.ui.putAwayRules",
            "org.stockwright.purchasing.ui.docks", "org.stockwright.purchasing.ui.receiving",
            "org.stockwright.fulfilment.ui.packingRules", "org.stockwright.fulfilment.ui.packingSettings",
            "org.stockwright.catalog.ui.partners", "org.stockwright.catalog.ui.addresses",
            "org.stockwright.catalog.ui.priceLists", "org.stockwright.catalog.ui.suppliers",
            "org.stockwright.ledger.ui.limits"))).hasSizeGreaterThan(4).allSatisfy(id -> {
                IContext context = HelpSystem.getContext(id);
                assertThat(context).as(id).isNotNull();
                assertThat(context.getText().split("\n")).as(id).hasSizeGreaterThan(1)
                    .allMatch(line -> line.equals(line.strip()));
            });
    }

}
