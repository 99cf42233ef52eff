package org.stockwright.fulfilment.internal.channels;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.osgi.service.component.annotations.Component;
import org.stockwright.base.Outcome;
import org.stockwright.base.Refusal;
import org.stockwright.fulfilment.Channels;
import org.stockwright.fulfilment.FulfilmentRefusal;
import org.stockwright.fulfilment.spi.ChannelConnector;

/**
 * Exchanges JSON files by a folder, such as one that a shop's server synchronises. Settings:
 * {@code {"folder": "/srv/shop"}}. Messages are files {@code *.json} (UTF-8) in its folder {@code inbox}; the name without
 * the ending is the message's id. They move to {@code done}, or to {@code failed} with the reason in a file {@code .txt}
 * beside. Offers are files in {@code outbox}, numbered, complete as soon as they have their name. Whoever writes into the
 * inbox gives a file its name when it is complete, too.
 */
@Component
public final class FolderConnector implements ChannelConnector {

    private static final String ID = "folder";
    private static final String INBOX = "inbox";
    private static final String DONE = "done";
    private static final String FAILED = "failed";
    private static final String OUTBOX = "outbox";
    private static final String ENDING = ".json";
    private static final String OFFER = "offer-%06d";
    private static final int MOST_BYTES = 4 * Channels.LONGEST_MESSAGE;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Folder with JSON files";
    }

    @Override
    public List<Refusal> check(String settings) {
        return folder(settings).refusals();
    }

    private static Outcome<Path> folder(String settings) {
        Outcome<Map<String, Object>> fields = Json.object(settings);
        if (!fields.isDone() || fields.value().size() != 1 || !(fields.value().get(ID) instanceof String text)) {
            return Outcome.refused(wrong("they name one folder"));
        }
        try {
            Path folder = Path.of(text);
            return folder.isAbsolute() ? Outcome.done(folder) : Outcome.refused(wrong("the folder is not absolute"));
        } catch (InvalidPathException e) {
            return Outcome.refused(wrong("the folder has no possible name"));
        }
    }

    private static Refusal wrong(String what) {
        return Refusal.of(FulfilmentRefusal.BAD_CONNECTOR_SETTINGS, ID, what)
            .hint("Write {\"folder\": \"/where/it/is\"}.");
    }

    /** A folder in the folder; it is made when it is not there. */
    private static Path part(String settings, String name) throws IOException {
        Outcome<Path> folder = folder(settings);
        if (!folder.isDone()) {
            throw new IOException(folder.refusals().getFirst().toString());
        }
        return Files.createDirectories(folder.value().resolve(name));
    }

    @Override
    public List<Arrived> fetch(String settings, int most) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(part(settings, INBOX))) {
            files = found.filter(file -> file.getFileName().toString().endsWith(ENDING))
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).sorted().limit(most).toList();
        }
        List<Arrived> result = new ArrayList<>();
        for (Path file : files) {
            result.add(read(file));
        }
        return result;
    }

    private static Arrived read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String id = name.substring(0, name.length() - ENDING.length());
        if (Files.size(file) > MOST_BYTES) {
            return Arrived.unreadable(id, "the file is larger than " + MOST_BYTES + " bytes");
        }
        try {
            String text = Files.readString(file);
            return Arrived.of(id, text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Arrived.unreadable(id, "the file is not in UTF-8");
        }
    }

    @Override
    public void settle(String settings, String message, boolean accepted, String why) throws IOException {
        Path file = part(settings, INBOX).resolve(message + ENDING);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Path target = part(settings, accepted ? DONE : FAILED);
        String name = free(target, message);
        if (!accepted) {
            Files.writeString(target.resolve(name + ".txt"), why + System.lineSeparator());
        }
        Files.move(file, target.resolve(name + ENDING));
    }

    /** A name that no file has: the message's, or with a number behind it. */
    private static String free(Path folder, String name) {
        String result = name;
        for (int i = 2; Files.exists(folder.resolve(result + ENDING), LinkOption.NOFOLLOW_LINKS); i++) {
            result = name + '~' + i;
        }
        return result;
    }

    @Override
    public void publish(String settings, String offer) throws IOException {
        Path folder = part(settings, OUTBOX);
        long last;
        try (Stream<Path> files = Files.list(folder)) {
            last = files.map(FolderConnector::number).flatMap(Optional::stream).max(Long::compare).orElse(0L);
        }
        String name = String.format(Locale.ROOT, OFFER, last + 1);
        Path unfinished = folder.resolve(name + ".tmp");
        Files.writeString(unfinished, offer);
        Files.move(unfinished, folder.resolve(name + ENDING), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<Long> number(Path file) {
        String name = file.getFileName().toString();
        return name.matches("offer-\\d{6,12}\\.json")
            ? Optional.of(Long.valueOf(name.substring("offer-".length(), name.length() - ENDING.length())))
            : Optional.empty();
    }

}
