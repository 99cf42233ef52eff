package org.stockwright.documents;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.stockwright.base.Outcome;
import org.stockwright.base.Progress;
import org.stockwright.base.Refusal;

/**
 * A label printer that takes raw data at a port of the network, as those for ZPL do. Each use makes one connection. A printer
 * that does not answer, or takes nothing because it has no labels left, is given up after some seconds.
 *
 * @param host its name or address
 * @param port from 1 to 65535
 */
public record LabelPrinter(String host, int port) {

    /** The port of raw printing. */
    public static final int PORT = 9100;

    /** So long a printer may take to answer, or to take the next part. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int MOST_PORT = 65_535;

    /** The printer at {@code host} or {@code host:port}; an IPv6 address stands in square brackets. */
    public static Outcome<LabelPrinter> of(String address) {
        String text = address.strip();
        int colon = text.lastIndexOf(':');
        boolean hasPort = colon > text.lastIndexOf(']') && colon >= 0;
        String host = hasPort ? text.substring(0, colon) : text;
        String port = hasPort ? text.substring(colon + 1) : Integer.toString(PORT);
        boolean isHost = host.matches("[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+\\]");
        if (!isHost || !port.matches("\\d{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > MOST_PORT) {
            return Outcome.refused(Refusal.of(DocumentRefusal.BAD_PRINTER, text)
                .hint("Type its name or address and its port, for example labels.example.com:" + PORT + "."));
        }
        return Outcome.done(new LabelPrinter(host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
            Integer.parseInt(port)));
    }

    /** {@code host:port}. */
    public String address() {
        return (host.contains(":") ? '[' + host + ']' : host) + ':' + port;
    }

    /**
     * Sends a file as it is. Never called on the user interface's thread.
     *
     * @return the file, once the printer has taken all of it
     * @throws Progress.Cancelled when the user asked to stop
     */
    public Outcome<Path> send(Path file, Progress progress) {
        return send(file, PATIENCE, progress);
    }

    Outcome<Path> send(Path file, Duration patience, Progress progress) {
        try (AsynchronousSocketChannel channel = AsynchronousSocketChannel.open()) {
            ByteBuffer data = ByteBuffer.wrap(Files.readAllBytes(file));
            InetSocketAddress printer = new InetSocketAddress(host, port);
            if (printer.isUnresolved()) {
                return failed("its name is not known");
            }
            await(channel.connect(printer), patience, progress);
            while (data.hasRemaining()) {
                await(channel.write(data), patience, progress);
            }
            channel.shutdownOutput();
            return Outcome.done(file);
        } catch (TimeoutException e) {
            return failed("it did not answer for " + patience.toSeconds() + " s");
        } catch (ExecutionException e) {
            return failed(String.valueOf(e.getCause().getMessage()));
        } catch (IOException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Progress.Cancelled();
        }
    }

    private Outcome<Path> failed(String why) {
        return Outcome.refused(Refusal.of(DocumentRefusal.PRINTER_FAILED, address(), why)
            .hint("See whether it is switched on, has labels and is at this address, then print again."));
    }

    /** Waits in short steps, so that cancelling takes effect at once. */
    private static void await(Future<?> step, Duration patience, Progress progress)
        throws InterruptedException, ExecutionException, TimeoutException {
        long steps = patience.toMillis() / LOOK.toMillis();
        for (long i = 1;; i++) {
            progress.check();
            try {
                step.get(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (i >= steps) {
                    throw e;
                }
            }
        }
    }

}
