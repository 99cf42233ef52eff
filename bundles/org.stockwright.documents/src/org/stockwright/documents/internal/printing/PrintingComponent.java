package org.stockwright.documents.internal.printing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.Document;
import org.stockwright.documents.DocumentId;
import org.stockwright.documents.DocumentRefusal;
import org.stockwright.documents.Printing;
import org.stockwright.documents.internal.printing.PrintDesk.Mark;
import org.stockwright.reporting.Reports;
import org.stockwright.reporting.spi.ReportArguments;
import org.stockwright.security.spi.Guarded;

/** Prints forms, by BIRT or as ZPL. */
@Component(service = Guarded.class, property = Guarded.SERVICES + "=org.stockwright.documents.Printing")
public final class PrintingComponent implements Printing, Guarded {

    private static final String ZPL = "zpl";
    private static final List<String> LAID_OUT = List.of("pdf", "docx", "html", "xlsx");

    private final FormReports forms;
    private final Papers papers;
    private final PrintDesk desk;
    private final Reports reports;

    @Activate
    public PrintingComponent(@Reference FormReports forms, @Reference Papers papers, @Reference PrintDesk desk,
        @Reference Reports reports) {
        this.forms = forms;
        this.papers = papers;
        this.desk = desk;
        this.reports = reports;
    }

    @Override
    public List<Printing.Form> forms() {
        return Arrays.stream(org.stockwright.documents.internal.printing.Form.values()).map(form -> form.view())
            .toList();
    }

    @Override
    public Outcome<Printed> print(String id, String number, Map<String, String> answers, Path output,
        Progress progress) {
        return print(id, number, answers, output, (file, same) -> Outcome.done(file), progress);
    }

    @Override
    public Outcome<Printed> print(String id, String number, Map<String, String> answers, Path output,
        Delivery delivery, Progress progress) {
        var form = org.stockwright.documents.internal.printing.Form.of(id);
        if (form.isEmpty()) {
            return Outcome.refused(Refusal.of(DocumentRefusal.UNKNOWN_FORM, id)
                .hint("There are " + String.join(", ", forms().stream().map(Printing.Form::id).toList()) + "."));
        }
        String extension = extension(output);
        boolean zpl = extension.equals(ZPL) && form.get().isLabel();
        if (!zpl && !LAID_OUT.contains(extension)) {
            return Outcome.refused(Refusal
                .of(DocumentRefusal.BAD_PRINT_FILE, form.get().view().title(), String.valueOf(output.getFileName()))
                .hint("Name a file that ends in one of: " + String.join(", ", LAID_OUT)
                    + (form.get().isLabel() ? ", " + ZPL : "") + "."));
        }
        FormReport report = forms.of(form.get());
        Map<String, String> arguments = new HashMap<>(answers);
        arguments.put(FormReport.NUMBER, number);
        List<Refusal> refusals = report.check(new ReportArguments(arguments));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Document document = papers.find(form.get(), number).orElseThrow();
        return marked(desk.draw(id, document.id()), () -> (zpl
            ? Outcome.done(write(output, Zpl.of(form.get(), report.labels(document, new ReportArguments(arguments)))))
            : reports.render(id, arguments, output, progress)).then(file -> delivery.deliver(file, progress)));
    }

    @Override
    public List<Print> prints(DocumentId document) {
        return PrintDesk.prints(papers.trail(document));
    }

    /** What makes a paper. */
    @FunctionalInterface
    private interface Making {
        Outcome<Path> make();
    }

    /** Makes a paper for a print; when nothing comes out of it, the trail tells that. */
    private Outcome<Printed> marked(Mark mark, Making making) {
        boolean made = false;
        try {
            Outcome<Path> file = desk.during(mark, making::make);
            made = file.isDone();
            return file.map(path -> new Printed(path, mark.print(), mark.isOriginal()));
        } finally {
            if (!made) {
                desk.failed(mark);
            }
        }
    }

    private static String extension(Path output) {
        String name = Optional.ofNullable(output.getFileName()).map(Path::toString).orElse("");
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Path write(Path output, String text) {
        try {
            Path folder = Optional.ofNullable(output.toAbsolutePath().getParent()).orElseThrow();
            Files.createDirectories(folder);
            return Files.writeString(output, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
