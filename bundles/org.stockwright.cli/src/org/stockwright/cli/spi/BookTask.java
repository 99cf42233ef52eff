package org.stockwright.cli.spi;

import java.io.IOException;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a command does on an open book. The class has picocli's {@code @Command} with name, description and, in the footer, an
 * example; its fields have {@code @Option} and {@code @Parameters}. The options of every command (where the book is, who acts,
 * format, progress, help) are added to them, so their names are taken: {@code --db}, {@code --user}, {@code --format},
 * {@code --progress}, {@code --help}, {@code -h}.
 */
@ConsumerType
public interface BookTask {

    /**
     * Looks at what was typed, before a book is opened.
     *
     * @throws WrongUsage when the options do not fit together: the command ends with 2
     */
    default void check() {
        // options that picocli can check need no more
    }

    /**
     * Does it. The command ends with 0; with 1 when {@link OpenBook#done}, {@link OpenBook#store} or {@link OpenBook#refuse}
     * met a refusal or somebody cancelled it, with 2 at {@link WrongUsage}, with 3 when the database or a file failed.
     *
     * @throws IOException when a file failed
     */
    void run(OpenBook book) throws IOException;

}
