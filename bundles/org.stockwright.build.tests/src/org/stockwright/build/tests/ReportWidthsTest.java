package org.stockwright.build.tests;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A table that is wider than its page is cut off at the right, on paper and on the screen. */
class ReportWidthsTest {

    private static final Pattern PAGE = Pattern.compile("<simple-master-page [^>]*extends=\"stockwright\\.(\\w+)\"");

    private static final Pattern TABLE = Pattern.compile("<table .*?</table>", Pattern.DOTALL);

    private static final Pattern COLUMN = Pattern
        .compile("<column [^>]*>\\s*<property name=\"width\">([0-9.]+)mm</property>");

    /** Millimetres of A4 between margins of 15 mm, as the library has its pages. */
    private static final Map<String, BigDecimal> WIDTHS = Map.of("landscape", BigDecimal.valueOf(267), "portrait",
        BigDecimal.valueOf(180), "form", BigDecimal.valueOf(180));

    @Test
    void everyTableFitsItsPage() {
        List<Path> designs = designs();
        assertThat(designs).hasSizeGreaterThan(30);
        List<String> wide = new ArrayList<>();
        for (Path design : designs) {
            String text = BundleSource.read(design, "");
            Matcher page = PAGE.matcher(text);
            Matcher table = TABLE.matcher(text);
            while (table.find()) {
                // labels have pages of their own, and no tables
                assertThat(page.reset().find()).as("%s has a page of the library", design).isTrue();
                BigDecimal width = WIDTHS.get(page.group(1));
                assertThat(width).as("the page %s", page.group(1)).isNotNull();
                assertThat(COLUMN.matcher(table.group()).results().count())
                    .as("columns of %s with a width in millimetres", design)
                    .isEqualTo(table.group().split("<column ", -1).length - 1);
                BigDecimal columns = COLUMN.matcher(table.group()).results()
                    .map(found -> new BigDecimal(found.group(1)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
                if (columns.compareTo(width) > 0) {
                    wide.add(design.getFileName() + ": " + columns + " mm on a page of " + width + " mm");
                }
            }
        }
        assertThat(wide).isEmpty();
    }

    private static List<Path> designs() {
        return BundleSource.all().stream().filter(bundle -> !bundle.isTest()).map(bundle -> bundle.folder().resolve(
            "reports")).filter(Files::isDirectory).flatMap(ReportWidthsTest::files).toList();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".rptdesign")).sorted().toList().stream();
        } catch (IOException e) {
            throw new AssertionError(folder + " cannot be read", e);
        }
    }

}
