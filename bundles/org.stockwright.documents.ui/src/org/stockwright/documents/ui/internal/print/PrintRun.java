package org.stockwright.documents.ui.internal.print;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;
import org.stockwright.documents.LabelPrinter;
import org.stockwright.documents.Printing;
import org.stockwright.documents.ui.internal.Messages;
import org.stockwright.documents.ui.internal.TemporaryFolder;

/**
 * Prints a form of several documents, one after the other. What one of them is refused does not stop the others; cancelling
 * does, and what was printed until then is printed.
 *
 * @param form what is printed
 * @param numbers of the documents, at least one
 * @param answers more answers to the form's questions
 * @param target where it goes
 */
record PrintRun(Printing.Form form, List<String> numbers, Map<String, String> answers, Target target) {

    /** Takes copies. */
    PrintRun {
        numbers = List.copyOf(numbers);
        answers = Map.copyOf(answers);
    }

    /**
     * What became of it.
     *
     * @param printed the papers that were made, by the order of the documents
     * @param refusals why others were not
     */
    record Result(List<Printing.Printed> printed, List<Refusal> refusals) {

        /** Takes copies. */
        Result {
            printed = List.copyOf(printed);
            refusals = List.copyOf(refusals);
        }

        /** How many are originals. */
        int originals() {
            return (int) printed.stream().filter(Printing.Printed::isOriginal).count();
        }

    }

    /** Prints; refused when nothing was printed at all. Never called on the user interface's thread. */
    Outcome<Result> with(Printing printing, Progress progress) {
        progress.begin(form.title(), numbers.size());
        List<Printing.Printed> printed = new ArrayList<>();
        List<Refusal> refusals = new ArrayList<>();
        Function<String, Path> files = files();
        for (String number : numbers) {
            progress.check();
            Outcome<Printing.Printed> one = print(printing, number, files.apply(number),
                Progress.silent(progress::isCancelled));
            if (one.isDone()) {
                printed.add(one.value());
            } else {
                refusals.addAll(one.refusals());
            }
            progress.worked(1);
        }
        return printed.isEmpty() ? Outcome.refused(refusals) : Outcome.done(new Result(printed, refusals));
    }

    /** Where the paper of a document is written: what was chosen, a file in the folder that was chosen, or one for now. */
    private Function<String, Path> files() {
        if (!target.way().isFile()) {
            TemporaryFolder folder = TemporaryFolder.create();
            return number -> folder.file(fileName(number));
        }
        Path chosen = Path.of(target.where());
        return number -> numbers.size() == 1 ? chosen : chosen.resolve(fileName(number));
    }

    private Outcome<Printing.Printed> print(Printing printing, String number, Path file, Progress progress) {
        try {
            return printing.print(form.id(), number, answers, file, this::deliver, progress);
        } catch (UncheckedIOException e) {
            return Outcome.refused(Refusal.of(PrintRefusal.NOT_WRITTEN, file, String.valueOf(e.getCause().getMessage()))
                .hint(Messages.Print_otherFile));
        }
    }

    private Outcome<Path> deliver(Path file, Progress progress) {
        return switch (target.way()) {
            case VIEWER, FILE, ZPL_FILE -> Outcome.done(file);
            case LABEL_PRINTER -> LabelPrinter.of(target.where()).then(printer -> printer.send(file, progress));
            case PRINTER -> SystemPrinters.print(target.where(), file);
        };
    }

    /** What the file of a document is called. */
    String fileName(String number) {
        return (number + '-' + form.id()).replaceAll("[^A-Za-z0-9._-]", "_") + '.' + target.way().extension(); //$NON-NLS-1$ //$NON-NLS-2$
    }

}
