package org.stockwright.documents.ui.internal.print;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;

import org.eclipse.core.runtime.ILog;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.documents.ui.internal.Messages;

/** The printers of the system that take PDF, as those of CUPS do. Never called on the user interface's thread. */
final class SystemPrinters {

    private static final DocFlavor PDF = DocFlavor.INPUT_STREAM.PDF;

    private SystemPrinters() {
    }

    /** Their names; none where the system has no service for printing. */
    static List<String> names() {
        try {
            return services().map(PrintService::getName).sorted().distinct().toList();
        } catch (RuntimeException | LinkageError e) {
            // what the system has for printing is not ours; without it papers are shown and saved
            ILog.of(SystemPrinters.class).warn("Printers of the system are not known", e); //$NON-NLS-1$
            return List.of();
        }
    }

    private static Stream<PrintService> services() {
        return Stream.of(PrintServiceLookup.lookupPrintServices(PDF, null));
    }

    /** Hands a PDF to a printer's queue. */
    static Outcome<Path> print(String name, Path file) {
        PrintService printer = services().filter(one -> one.getName().equals(name)).findFirst().orElse(null);
        if (printer == null) {
            return Outcome.refused(Refusal.of(PrintRefusal.NO_SUCH_PRINTER, name).hint(Messages.Print_choosePrinter));
        }
        try (InputStream paper = Files.newInputStream(file)) {
            printer.createPrintJob().print(new SimpleDoc(paper, PDF, null), null);
            return Outcome.done(file);
        } catch (PrintException | IOException e) {
            ILog.of(SystemPrinters.class).warn(name, e);
            return Outcome.refused(Refusal.of(PrintRefusal.NOT_PRINTED, name, String.valueOf(e.getMessage()))
                .hint(Messages.Print_choosePrinter));
        }
    }

}
