package org.stockwright.documents.internal.printing;

import java.net.URL;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.stockwright.base.DistinctPart;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.catalog.CompanyProfile;
import org.stockwright.catalog.Items;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDataSet.Type;
import org.stockwright.reporting.spi.ReportHeading;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.ReportTimes;

/** A form as a report over one document. */
final class FormReport implements ReportContribution, DistinctPart {

    /** The parameter that says of which document. */
    static final String NUMBER = "number";

    private static final String TERMS = "terms";
    private static final String PACKAGE = "package";
    private static final ReportDataSet HEAD = new ReportDataSet("head",
        List.of(new Column("left_caption", Type.TEXT), new Column("left_address", Type.TEXT),
            new Column("right_caption", Type.TEXT), new Column("right_address", Type.TEXT),
            new Column("number", Type.TEXT), Column.layout("barcode", Type.PICTURE)));
    private static final ReportDataSet FACTS = new ReportDataSet("facts",
        List.of(new Column("label", Type.TEXT), new Column("value", Type.TEXT), new Column("other_label", Type.TEXT),
            new Column("other_value", Type.TEXT)));
    private static final ReportDataSet TOTALS = new ReportDataSet("totals",
        List.of(new Column("label", Type.TEXT), new Column("value", Type.TEXT)));
    /** As wide as the symbol of an SSCC with its quiet zones. */
    private static final int LABEL_MODULES = 176;

    private final Form form;
    private final Papers papers;
    private final Items items;
    private final PrintDesk desk;

    FormReport(Form form, Papers papers, Items items, PrintDesk desk) {
        this.form = form;
        this.papers = papers;
        this.items = items;
        this.desk = desk;
    }

    @Override
    public String id() {
        return form.id();
    }

    @Override
    public String distinctName() {
        return form.id();
    }

    @Override
    public String title() {
        return form.view().title();
    }

    @Override
    public String description() {
        return form.view().description();
    }

    @Override
    public List<ReportParameter> parameters() {
        List<ReportParameter> parameters = new ArrayList<>();
        parameters.add(ReportParameter.required(NUMBER, "Number", ReportParameter.Type.TEXT));
        if (form.hasTerms()) {
            parameters.add(ReportParameter.optional(TERMS, "Terms, for example the Incoterm",
                ReportParameter.Type.TEXT));
        }
        if (form == Form.SSCC_LABEL) {
            parameters.add(ReportParameter.optional(PACKAGE, "Only of the package with this SSCC",
                ReportParameter.Type.TEXT));
        }
        return parameters;
    }

    @Override
    public URL design() {
        return FormReport.class.getResource("/reports/" + form.id() + ".rptdesign");
    }

    @Override
    public List<ReportDataSet> dataSets() {
        if (form.isLabel()) {
            return List.of(new ReportDataSet("labels", Stream.concat(
                Arrays.stream(LabelColumn.values()).map(LabelColumn::column),
                Stream.of(Column.layout("marking", Type.TEXT), Column.layout("barcode", Type.PICTURE))).toList()));
        }
        return List.of(
            new ReportDataSet("lines",
                Stream.concat(form.columns().stream().map(LineColumn::column),
                    Stream.of(Column.layout("scale", Type.INTEGER), Column.layout("decimals", Type.INTEGER)))
                    .toList()),
            HEAD, FACTS, TOTALS);
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        String number = arguments.get(NUMBER);
        Optional<Document> document = papers.find(form, number);
        if (document.isEmpty()) {
            return List.of(Refusal.of(DocumentRefusal.UNKNOWN_DOCUMENT, number)
                .hint("Look the number up in the list of documents; what you may not see cannot be printed."));
        }
        if (!form.isFor(document.get().kind())) {
            return List.of(Refusal
                .of(DocumentRefusal.FORM_OF_OTHER_KIND, title(), number, papers.titleOf(document.get().kind()))
                .hint("It is printed for: " + String.join(", ", form.view().kinds().stream().sorted().toList()) + "."));
        }
        String only = arguments.get(PACKAGE);
        if (form == Form.SSCC_LABEL
            && papers.units(document.get()).stream().filter(unit -> Paper.sscc(unit).isPresent())
                .noneMatch(unit -> only.isEmpty() || unit.code().equals(only))) {
            return List.of(Refusal.of(DocumentRefusal.NOTHING_TO_PRINT, title(), number)
                .hint("Pack it into units with an SSCC first, or print a shipping label."));
        }
        return List.of();
    }

    @Override
    public ReportHeading heading(ReportArguments arguments) {
        Document document = document(arguments);
        ReportTimes times = ReportTimes.of(papers.company().map(CompanyProfile::name),
            papers.company().map(CompanyProfile::zone));
        ZoneId zone = times.zone();
        String marking = desk.marking(form.id(), document.id());
        return times.heading(document.number() + " · " + document.effective().atZone(zone).toLocalDate()
            + (marking.isEmpty() ? "" : " · " + marking));
    }

    private Document document(ReportArguments arguments) {
        return papers.find(form, arguments.get(NUMBER)).orElseThrow();
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        Document document = document(arguments);
        if (form.isLabel()) {
            return labels(document, arguments).stream().map(label -> Stream
                .concat(Arrays.stream(LabelColumn.values()).map(column -> column.cell(label)),
                    Stream.of(label.marking(), label.bars().png(LABEL_MODULES)))
                .toArray()).toList();
        }
        PaperRows rows = new PaperRows(form, papers.read(form, document), arguments.get(TERMS));
        return switch (dataSet) {
            case "lines" -> rows.rows();
            case "head" -> rows.head();
            case "facts" -> rows.facts();
            default -> rows.totals();
        };
    }

    /** The labels of a document, or of the one package that is asked for. */
    List<Label> labels(Document document, ReportArguments arguments) {
        String only = arguments.get(PACKAGE);
        return new Labels(papers.read(form, document), items, desk.marking(form.id(), document.id())).of(form).stream()
            .filter(label -> only.isEmpty() || label.item().equals(only)).toList();
    }

}
