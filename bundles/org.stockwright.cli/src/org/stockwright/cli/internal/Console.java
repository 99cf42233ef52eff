package org.stockwright.cli.internal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.stockwright.base.Refusal;

/**
 * Where results and messages go.
 *
 * @param out results and nothing else, in UTF-8
 * @param err refusals, progress and remarks
 * @param resultIsTerminal whether a person reads the results
 * @param messageIsTerminal whether a person reads the messages
 */
public record Console(OutputStream out, PrintWriter err, boolean resultIsTerminal, boolean messageIsTerminal) {

    private static final int BUFFER = 1 << 16;

    /** The console of this process. */
    static Console ofProcess() {
        return new Console(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER),
            new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8), isTerminal(1),
            isTerminal(2));
    }

    /** Asks the kernel where it can be asked; the JDK only knows whether input and output are both terminals. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
            } catch (IOException e) {
                return false;
            }
        }
        return System.getenv("TERM") != null && System.console() != null;
    }

    /** Prints a reason: {@code CODE: sentence. Hint (file:line, column name)}. */
    void print(Refusal refusal) {
        err.println(text(refusal));
        err.flush();
    }

    static String text(Refusal refusal) {
        StringBuilder text = new StringBuilder(refusal.code().name()).append(": ").append(refusal.sentence());
        if (".!?…".indexOf(text.charAt(text.length() - 1)) < 0) {
            text.append('.');
        }
        if (!refusal.hint().isEmpty()) {
            text.append(' ').append(refusal.hint());
        }
        if (!refusal.place().isNone()) {
            text.append(" (").append(refusal.place()).append(')');
        }
        return text.toString();
    }

    /** Tells the user something that is no error. */
    void remark(String text) {
        err.println(text);
        err.flush();
    }

}
