package org.stockwright.reporting.ui.internal;

import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.stockwright.base.Progress;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportParameter.Type;

import static org.assertj.core.api.Assertions.assertThat;

class ParametersModelTest {

    /** A report that only asks. */
    private record Asking(List<ReportParameter> parameters) implements ReportContribution {

        @Override
        public String id() {
            return "asking";
        }

        @Override
        public String title() {
            return "Asking";
        }

        @Override
        public String description() {
            return "";
        }

        @Override
        public URL design() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ReportDataSet> dataSets() {
            return List.of();
        }

        @Override
        public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
            return List.of();
        }

    }

    private static final Asking REPORT = new Asking(List.of(ReportParameter.required("item", "Item", Type.ITEM),
        ReportParameter.optional("from", "From", Type.FROM), ReportParameter.optional("to", "To", Type.AS_OF),
        new ReportParameter("by", "By", Type.CHOICE, false, "site", List.of("site", "category"))));

    @Test
    void whatIsRequiredIsMissingAndWhatIsWrongIsSaid() {
        ParametersModel model = new ParametersModel(REPORT, Map.of());
        assertThat(model.problem()).contains("Item is required.");
        assertThat(model.mistake()).isEmpty();
        model.answer("item", "BOLT");
        assertThat(model.problem()).isEmpty();
        model.answer("from", "31.01.2026");
        assertThat(model.problem()).isPresent().isEqualTo(model.mistake());
        model.answer("from", "2026-01-31");
        assertThat(model.problem()).isEmpty();
        model.answer("by", "weather");
        assertThat(model.mistake()).contains("By: weather is not among the choices.");
    }

    @Test
    void nowIsLeftToTheReportButOnlyAsAnEnd() {
        ParametersModel model = new ParametersModel(REPORT, Map.of("item", "BOLT", "gone", "x"));
        model.answer("to", " Now ");
        assertThat(model.arguments()).containsExactly(Map.entry("item", "BOLT"), Map.entry("by", "site"));
        model.answer("from", "now");
        assertThat(model.mistake()).isPresent();
    }

    @Test
    void answersAreKeptAsOneText() {
        Map<String, String> answers = Map.of("item", "A&B=1?", "to", "2026-01-31T17:30+01:00");
        assertThat(Answers.parse(Answers.text(answers))).isEqualTo(answers);
        assertThat(Answers.parse("")).isEmpty();
        assertThat(Answers.parse("nothing&%zz=1&a=%41")).isEqualTo(Map.of("a", "A"));
        ReportKey key = new ReportKey("stock-card", answers);
        assertThat(ReportKey.of(key.input("Stock card"))).isEqualTo(key);
        assertThat(ReportKey.of(new ReportKey("all", Map.of()).input("All"))).isEqualTo(new ReportKey("all", Map.of()));
    }

    @Test
    void aFileWithoutAKnownExtensionGetsTheChosenOne() {
        assertThat(ReportFiles.named(Path.of("stock"), 0)).isEqualTo(Path.of("stock.pdf"));
        assertThat(ReportFiles.named(Path.of("stock.2026"), 1)).isEqualTo(Path.of("stock.2026.xlsx"));
        assertThat(ReportFiles.named(Path.of("stock.CSV"), 0)).isEqualTo(Path.of("stock.CSV"));
    }

}
