package org.stockwright.ui.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stockwright.catalog.Items;
import org.stockwright.testkit.ui.StockwrightBot;

import static org.assertj.core.api.Assertions.assertThat;

/** A file with mistakes is imported: all of them are told at once, nothing is stored before they are mended. */
class ImportTest {

    private static final String HEADER = "item,name,unit,standard_cost,barcode\n";
    private static final List<String> CODES = List.of("IMP-1", "IMP-2", "IMP-3", "IMP-4", "IMP-5");

    private final StockwrightBot bot = new StockwrightBot();
    private final DemoBook book = DemoBook.open(bot);

    @TempDir
    private Path folder;

    @Test
    void allMistakesAreListedWithLineAndColumnAndTheMendedFileIsStored() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.csv"), HEADER + "IMP-1,Good,EA,1.50,\n" + "IMP-2,,EA,2,\n"
            + "IMP-3,Odd unit,XYZ,2,\n" + "IMP-4,Odd cost,EA,abc,\n" + "IMP-5,Odd digit,EA,1,2000000047240\n");
        Wizard wizard = Wizard.open(bot);
        wizard.source("Items", bad);
        book.picture("import-columns");
        wizard.preview();
        book.picture("import-errors");
        assertThat(wizard.problems()).hasSize(4);
        assertThat(wizard.problems()).anyMatch(line -> line.startsWith("3 name: "))
            .anyMatch(line -> line.startsWith("4 unit: ")).anyMatch(line -> line.startsWith("5 standard_cost: "))
            .anyMatch(line -> line.startsWith("6 barcode: "));
        assertThat(wizard.canFinish()).isFalse();
        wizard.cancel();
        assertThat(stored()).isEmpty();

        Path good = Files.writeString(folder.resolve("good.csv"),
            HEADER + "IMP-1,Good,EA,1.50,\n" + "IMP-2,Named,EA,2,\n" + "IMP-3,Counted,KG,2,\n" + "IMP-4,Priced,EA,3,\n"
                + "IMP-5,Barred,EA,1,4006381333931\n");
        wizard = Wizard.open(bot);
        wizard.source("Items", good);
        wizard.preview();
        assertThat(wizard.canFinish()).isTrue();
        assertThat(stored()).isEmpty();
        wizard.finish();
        assertThat(stored()).containsExactlyInAnyOrderElementsOf(CODES);
        book.picture("import-done");
    }

    private static java.util.Set<String> stored() {
        return DemoBook.find(Items.class).orElseThrow().byCodes(CODES).keySet();
    }

}
