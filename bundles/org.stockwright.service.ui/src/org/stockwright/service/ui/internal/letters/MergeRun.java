package org.stockwright.service.ui.internal.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.exchange.Imports;
import org.stockwright.exchange.SourceTable;
import org.stockwright.ledger.ui.Zones;
import org.stockwright.service.LetterFormat;
import org.stockwright.service.LetterTable;
import org.stockwright.service.LetterTemplate;
import org.stockwright.service.Letters;
import org.stockwright.service.Letters.Merge;
import org.stockwright.service.Letters.Merged;
import org.stockwright.service.Letters.Output;
import org.stockwright.service.ui.internal.Messages;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/**
 * Makes a letter for each row of a file that the user chooses, into one file: a PDF of all, or an archive. It runs as a job with
 * progress and can be cancelled; the same rows into the same file on the same day go on where they stopped, and no letter is made
 * twice.
 */
public final class MergeRun {

    private static final String PDF = ".pdf"; //$NON-NLS-1$
    private static final String ZIP = ".zip"; //$NON-NLS-1$

    private final Control owner;
    private final Notices notices;
    private final Letters letters;
    private final Imports imports;

    /** Asked for on the page of a control. */
    public MergeRun(Control owner, Notices notices, Letters letters, Imports imports) {
        this.owner = owner;
        this.notices = notices;
        this.letters = letters;
        this.imports = imports;
    }

    /** Asks for the rows and for where the letters go, and makes them. */
    void start(LetterTemplate template) {
        FileDialog from = new FileDialog(owner.getShell(), SWT.OPEN);
        from.setText(Messages.Merge_rows);
        from.setFilterExtensions(new String[] { "*.csv;*.xlsx" }); //$NON-NLS-1$
        String rows = from.open();
        if (rows == null) {
            return;
        }
        FileDialog to = new FileDialog(owner.getShell(), SWT.SAVE);
        to.setText(Messages.Merge_target);
        boolean isPdf = template.format() == LetterFormat.HTML;
        to.setFilterExtensions(isPdf ? new String[] { '*' + PDF, '*' + ZIP } : new String[] { '*' + ZIP });
        to.setFileName(template.code() + (isPdf ? PDF : ZIP));
        to.setOverwrite(true);
        String target = to.open();
        if (target != null) {
            run(template.code(), Path.of(rows), Path.of(target));
        }
    }

    /** Makes the letters. */
    public void run(String template, Path rows, Path target) {
        Work.request(NLS.bind(Messages.Merge_job, template), progress -> merge(template, rows, target, progress))
            .on(owner).with(notices).done(merged -> told(merged, target)).start();
    }

    private Outcome<Merged> merge(String template, Path rows, Path target, Progress progress) {
        LocalDate today = LocalDate.now(Zones.current());
        Output output = target.toString().toLowerCase(Locale.ROOT).endsWith(PDF) ? Output.PDF : Output.AS_WRITTEN;
        try {
            Outcome<SourceTable> table = imports.read(rows, progress);
            return table.isDone()
                ? letters.merge(new Merge(key(template, rows, target, today), template, today, output, target),
                    new LetterTable(table.value(), ""), progress) //$NON-NLS-1$
                : Outcome.refused(table.refusals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the same rows, target and day. */
    private static String key(String template, Path rows, Path target, LocalDate today) throws IOException {
        String its = template + '\n' + rows + '\n' + Files.getLastModifiedTime(rows).toMillis() + '\n'
            + Files.size(rows) + '\n' + target + '\n' + today;
        return "desk-" + UUID.nameUUIDFromBytes(its.getBytes(StandardCharsets.UTF_8)); //$NON-NLS-1$
    }

    private void told(Merged merged, Path target) {
        String words = NLS.bind(Messages.Merge_done, new Object[] { String.valueOf(merged.made()),
            String.valueOf(merged.repeated()), target });
        if (merged.refused() > 0) {
            notices.failed(words + ' ' + NLS.bind(Messages.Merge_refused, String.valueOf(merged.refused()),
                Notices.text(List.of(merged.refusals().getFirst()))));
        } else if (!merged.complete()) {
            notices.failed(words + ' ' + Messages.Merge_stopped);
        } else {
            notices.done(words);
        }
    }

}
