package org.stockwright.service.ui.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Control;
import org.stockwright.base.Outcome;
import org.stockwright.ui.Notices;
import org.stockwright.ui.Work;

/** Opens files by the programs of the machine. They lie in a folder that only this user can read, and are deleted at the end. */
public final class FileOpener {

    /** What no program runs. */
    private static final Set<String> HARMLESS = Set.of("pdf", "html", "odt", "docx", "txt", "csv"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$

    private FileOpener() {
    }

    /**
     * Opens a file.
     *
     * @param owner the control on whose page it was asked for
     * @param notices where to tell what became of it
     * @param name its name with its ending
     * @param content reads it, in a job
     */
    public static void open(Control owner, Notices notices, String name, Supplier<Outcome<byte[]>> content) {
        if (!HARMLESS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT))) {
            notices.failed(NLS.bind(Messages.File_notOpened, name));
            return;
        }
        Work.request(Messages.File_opening, progress -> content.get().map(bytes -> written(name, bytes))).on(owner)
            .with(notices).done(path -> {
                if (Program.launch(path.toString())) {
                    notices.done(NLS.bind(Messages.File_opened, name));
                } else {
                    notices.failed(NLS.bind(Messages.Letter_noProgram, path));
                }
            }).start();
    }

    private static Path written(String name, byte[] bytes) {
        try {
            Path folder = Files.createTempDirectory("stockwright-letters"); //$NON-NLS-1$
            folder.toFile().deleteOnExit();
            // a name that was typed elsewhere may have anything in it
            Path file = folder.resolve(name.replaceAll("[^\\p{L}\\p{N}._ -]", "_")); //$NON-NLS-1$ //$NON-NLS-2$
            file.toFile().deleteOnExit();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

}
