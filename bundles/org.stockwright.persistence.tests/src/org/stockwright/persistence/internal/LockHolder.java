package org.stockwright.persistence.internal;

import java.io.IOException;
import java.nio.file.Path;

/** The main class of a second process that tries to take a store's lock and keeps it until its input ends. */
final class LockHolder {

    private LockHolder() {
        // only main
    }

    /** Says {@code taken}, or {@code refused} with the holder's name and time. */
    public static void main(String[] arguments) throws IOException {
        StoreLock.Result result = StoreLock.take(Path.of(arguments[0]), StoreLock.Holder.here(arguments[1]));
        System.out.println(result.lock().isPresent() ? "taken"
            : "refused " + result.holder().user() + ' ' + result.holder().host() + ' ' + result.holder().since());
        System.out.flush();
        if (System.in.read() >= 0) {
            throw new IOException("nobody writes to this process");
        }
    }

}
