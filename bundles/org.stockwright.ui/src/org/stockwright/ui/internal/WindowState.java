package org.stockwright.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.eclipse.core.runtime.ILog;
import org.eclipse.osgi.util.NLS;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The files in which the workbench remembers windows and preferences. They hold nothing of value: what cannot be read
 * is set aside, so that the workbench starts with the default layout and says so.
 */
@SuppressWarnings("nls")
final class WindowState {

    private final Path folder;
    private final Path plugins;
    private boolean reset = StartScript.hasSetAside();

    /** The state in this workspace folder. */
    WindowState(Path workspace) {
        plugins = workspace.resolve(".metadata").resolve(".plugins");
        folder = plugins.resolve("org.eclipse.e4.workbench");
    }

    /** Where the window layout is. */
    Path folder() {
        return folder;
    }

    /** Whether something was set aside at this start. */
    boolean wasReset() {
        return reset;
    }

    /**
     * Sets aside a layout that is no well-formed XML or with which the last start did not get as far as a window, and
     * preferences and dialog settings that are not readable.
     */
    void setAsideWhatCannotBeRead() throws IOException {
        Path layout = folder.resolve("workbench.xmi");
        if (Files.exists(layout) && (isStarting() || !isXml(layout))) {
            setAside();
        }
        if (!Files.isDirectory(plugins)) {
            return;
        }
        try (Stream<Path> files = Files.walk(plugins, 4)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(".prefs") && !isProperties(file) || name.equals("dialog_settings.xml")
                    && !isXml(file) || name.equals("workingsets.xml") && !isXml(file)) {
                    setAside(file);
                }
            }
        }
    }

    /** Sets the layout aside; false when there is none. */
    boolean setAside() throws IOException {
        Path layout = folder.resolve("workbench.xmi");
        boolean there = Files.exists(layout);
        if (there) {
            setAside(layout);
        }
        Files.deleteIfExists(marker());
        return there;
    }

    private void setAside(Path file) throws IOException {
        Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"), StandardCopyOption.REPLACE_EXISTING);
        reset = true;
        ILog.of(WindowState.class).warn(NLS.bind(Messages.WindowState_setAside, file));
    }

    /** Notes that a start is under way. */
    void starting() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(marker(), "");
    }

    /** Notes that the window is there: the layout was good. */
    void started() throws IOException {
        StartScript.windowIsThere();
        Files.deleteIfExists(marker());
    }

    /** Whether a start was begun and no window appeared. */
    boolean isStarting() {
        return Files.exists(marker());
    }

    private Path marker() {
        return folder.resolve("starting");
    }

    private static boolean isXml(Path file) throws IOException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(file.toFile(), new DefaultHandler() {

                @Override
                public void fatalError(org.xml.sax.SAXParseException e) throws SAXException {
                    throw e;
                }

            });
            return true;
        } catch (SAXException e) {
            return unreadable(file, e).isEmpty();
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    private static boolean isProperties(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            new Properties().load(in);
            return true;
        } catch (IllegalArgumentException e) {
            return unreadable(file, e).isEmpty();
        }
    }

    private static Optional<Exception> unreadable(Path file, Exception cause) {
        ILog.of(WindowState.class).info(NLS.bind(Messages.WindowState_unreadable, file, cause.getMessage()));
        return Optional.of(cause);
    }

}
