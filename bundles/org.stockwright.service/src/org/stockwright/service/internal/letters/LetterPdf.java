package org.stockwright.service.internal.letters;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.reporting.spi.ReportContribution;
import org.stockwright.reporting.spi.ReportDataSet;
import org.stockwright.reporting.spi.ReportDataSet.Column;
import org.stockwright.reporting.spi.ReportDataSet.Type;
import org.stockwright.reporting.spi.ReportParameter;
import org.stockwright.reporting.spi.TableReport;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.LetterTemplates;
import org.stockwright.service.ServiceRefusal;

/**
 * Letters in HTML as pages: a report of one row for each letter, which begins on a page of its own. In the catalogue of reports
 * it shows the sample of a template.
 */
@Component(service = { ReportContribution.class, LetterPdf.class })
public final class LetterPdf extends TableReport {

    private static final String ID = "letters";
    private static final String TEMPLATE = "template";

    private final LetterTemplates templates;
    /** A report is made on the thread of whoever asks for it, its parameters can be given by anybody: so these are none. */
    private final ThreadLocal<Iterable<String>> present = new ThreadLocal<>();

    /** Lives as long as the open book. */
    @Activate
    public LetterPdf(@Reference LetterTemplates templates) {
        super(ID, "Letters", "What the letters of a template look like, by its sample.",
            new ReportDataSet(ID, List.of(new Column("html", Type.TEXT))));
        this.templates = templates;
    }

    /** Writes letters into one PDF. */
    Outcome<Path> write(Reports reports, String template, Iterable<String> letters, Path file, Progress progress) {
        present.set(letters);
        try {
            return reports.render(ID, Map.of(TEMPLATE, template), file, progress);
        } finally {
            present.remove();
        }
    }

    /** The HTML of templates was checked by {@link HtmlCheck}, and values are escaped. */
    @Override
    public boolean showsMarkup() {
        return true;
    }

    @Override
    public List<ReportParameter> parameters() {
        return List.of(ReportParameter.required(TEMPLATE, "Code of the letter template", ReportParameter.Type.TEXT));
    }

    @Override
    public List<Refusal> check(ReportArguments arguments) {
        if (present.get() != null) {
            return List.of();
        }
        Optional<LetterTemplate> newest = newest(arguments);
        if (newest.isEmpty()) {
            return List.of(Refusal.of(ServiceRefusal.UNKNOWN_LETTER_VERSION, arguments.get(TEMPLATE), 1)
                .hint("Look it up in the list of letter templates."));
        }
        return newest.get().format() == LetterFormat.HTML ? sample(newest.get()).refusals()
            : List.of(Refusal.of(ServiceRefusal.NO_PDF, newest.get().format())
                .hint("Choose a template in HTML."));
    }

    private Optional<LetterTemplate> newest(ReportArguments arguments) {
        List<LetterTemplate> versions = templates.versions(arguments.get(TEMPLATE));
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    private Outcome<String> sample(LetterTemplate template) {
        return templates.content(template.code(), template.version())
            .then(content -> PreparedLetter.of(template.format(), content))
            .then(letter -> letter.fill(template.sample()))
            .map(html -> new String(html, StandardCharsets.UTF_8));
    }

    @Override
    public Iterable<Object[]> rows(String dataSet, ReportArguments arguments, Progress progress) {
        Iterable<String> letters = Optional.ofNullable(present.get())
            .orElseGet(() -> List.of(sample(newest(arguments).orElseThrow()).value()));
        return () -> {
            Iterator<String> each = letters.iterator();
            return new Iterator<>() {

                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public Object[] next() {
                    return new Object[] { PrintedHtml.of(each.next()) };
                }

            };
        };
    }

}
