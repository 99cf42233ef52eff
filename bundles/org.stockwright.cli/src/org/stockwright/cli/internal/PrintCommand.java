package org.stockwright.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.stockwright.documents.LabelPrinter;
import org.stockwright.documents.Printing;
import org.stockwright.exchange.RowWriter;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a form of a document. */
@Command(name = "print", description = {
    "Prints a document: the file's extension chooses PDF, DOCX, HTML or XLSX, and ZPL for labels. The first print of a",
    "form is the original, each later one says COPY; all stand in the document's trail." }, footer = { "", "Examples:",
        "  stockwright print --list --db ./acme",
        "  stockwright print packing-slip SH-000012 --output slip.pdf --db ./acme",
        "  stockwright print sscc-label SH-000012 --output labels.zpl --db ./acme",
        "  stockwright print sscc-label SH-000012 --printer labels.example.com:9100 --db ./acme" })
final class PrintCommand extends BookCommand {

    @Parameters(index = "0", arity = "0..1", paramLabel = "FORM", description = "what to print; see --list")
    String form;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMBER", description = "the document's number")
    String number;

    @Option(names = "--output", paramLabel = "FILE", description = "the file to write")
    Path output;

    @Option(names = "--printer", paramLabel = "HOST[:PORT]", description = "the label printer to send labels to as ZPL; the port is 9100 unless named")
    String printer;

    @Option(names = "--param", paramLabel = "name=value", description = "an answer to one of the form's questions, for example terms=\"FCA Hamburg\"")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--list", description = "lists the forms and the kinds of documents they are for")
    boolean list;

    @Spec
    CommandSpec spec;

    PrintCommand(Invocation invocation) {
        super(invocation);
    }

    @Override
    public Integer call() throws IOException {
        if (!list && (form == null || number == null || (output == null) == (printer == null))) {
            throw new ParameterException(spec.commandLine(),
                "FORM, NUMBER and one of --output and --printer are needed, or --list for the forms.");
        }
        return super.call();
    }

    @Override
    int run(Session session) throws IOException {
        Printing printing = session.service(Printing.class);
        return list ? list(printing, session) : print(printing, session);
    }

    private int list(Printing printing, Session session) throws IOException {
        session.progress().clear();
        try (RowWriter rows = invocation().result(options, "forms",
            List.of("form", "title", "kinds", "label", "description"))) {
            for (Printing.Form one : printing.forms()) {
                rows.write(one.id(), one.title(), String.join(" ", one.kinds().stream().sorted().toList()),
                    one.isLabel() ? "yes" : "no", one.description());
            }
        }
        return DONE;
    }

    private int print(Printing printing, Session session) throws IOException {
        if (printer != null) {
            return send(printing, session);
        }
        Printing.Printed printed = RefusedException
            .orRefuse(printing.print(form, number, parameters, output.toAbsolutePath(), session.progress()));
        session.progress().clear();
        console().remark("Wrote " + printed.file() + which(printed));
        return DONE;
    }

    private int send(Printing printing, Session session) throws IOException {
        LabelPrinter to = RefusedException.orRefuse(LabelPrinter.of(printer));
        Path labels = Files.createTempFile("stockwright", ".zpl");
        try {
            Printing.Printed printed = RefusedException
                .orRefuse(printing.print(form, number, parameters, labels, to::send, session.progress()));
            session.progress().clear();
            console().remark("Sent to " + to.address() + which(printed));
            return DONE;
        } finally {
            Files.deleteIfExists(labels);
        }
    }

    private static String which(Printing.Printed printed) {
        return printed.isOriginal() ? ", the original." : ", a copy (print " + printed.print() + ").";
    }

}
