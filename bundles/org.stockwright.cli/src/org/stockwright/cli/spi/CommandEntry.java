package org.stockwright.cli.spi;

import java.util.List;

/** A command, a word that groups some, or a place where some are added. */
public sealed interface CommandEntry {

    /**
     * A command.
     *
     * @param task what it does; its name, description and example are those of its {@code @Command}
     */
    record Verb(BookTask task) implements CommandEntry {
    }

    /**
     * A word that only means something together with the command behind it.
     *
     * @param name small letters, digits and {@code -}
     * @param description what its commands are for, in a sentence
     * @param example a command line that shows one of them, beginning with {@code stockwright}
     * @param parts its commands, at least one
     */
    record Noun(String name, String description, String example, List<CommandEntry> parts) implements CommandEntry {

        /** Takes a copy. */
        public Noun {
            parts = List.copyOf(parts);
        }

    }

    /**
     * Commands behind a word that is there already, of the product or of another part.
     *
     * @param words the word, or several separated by blanks, for example {@code report}
     * @param parts what is added
     */
    record Behind(String words, List<CommandEntry> parts) implements CommandEntry {

        /** Takes a copy. */
        public Behind {
            parts = List.copyOf(parts);
        }

    }

    /** A word with these tasks behind it. */
    static Noun noun(String name, String description, String example, BookTask... tasks) {
        return new Noun(name, description, example, verbs(tasks));
    }

    /** Tasks as commands. */
    static List<CommandEntry> verbs(BookTask... tasks) {
        return List.of(tasks).stream().map(task -> (CommandEntry) new Verb(task)).toList();
    }

}
