package org.stockwright.ui.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.stockwright.catalog.Items;
import org.stockwright.testkit.SharedData;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The products of AdventureWorks as another program wrote them: the columns are mapped by hand. */
class AdventureWorksWizardTest {

    private static final int PRODUCTS = 504;
    private static final Map<String, String> COLUMNS = Map.of("ProductNumber", "item (required)", "Name",
        "name (required)", "StandardCost", "standard_cost", "ListPrice", "list_price", "SafetyStockLevel",
        "safety_stock", "ReorderPoint", "reorder_point");

    @Test
    void allProductsAreImported() throws IOException {
        Optional<Path> products = SharedData.find("adventureworks/Product.csv");
        assumeTrue(products.isPresent(), "shared/data/adventureworks is not here");
        StockwrightBot bot = new StockwrightBot();
        DemoBook book = DemoBook.open(bot);
        int before = book.items();
        Wizard wizard = Wizard.open(bot);
        wizard.source("Items", products.orElseThrow());
        List<String> headers;
        try (var lines = Files.lines(products.orElseThrow())) {
            headers = List.of(lines.findFirst().orElseThrow().split(","));
        }
        for (int column = 0; column < headers.size(); column++) {
            wizard.map(column, COLUMNS.getOrDefault(headers.get(column), "(not imported)"));
        }
        book.picture("adventureworks-columns");
        wizard.preview();
        assertThat(wizard.canFinish()).isTrue();
        book.picture("adventureworks-preview");
        wizard.finish();
        assertThat(book.items() - before).isEqualTo(PRODUCTS);
        assertThat(DemoBook.find(Items.class).orElseThrow().byCodes(List.of("FR-R92B-58")).get("FR-R92B-58").name())
            .isEqualTo("HL Road Frame - Black, 58");
        book.picture("adventureworks-done");
    }

}
