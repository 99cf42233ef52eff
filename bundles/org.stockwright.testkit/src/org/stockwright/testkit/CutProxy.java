package org.stockwright.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.stockwright.persistence.StoreLocation;

/**
 * Stands between the program and a database server, on this machine, and cuts connections: all of them, or the next one
 * that commits, at a chosen moment.
 */
public final class CutProxy implements AutoCloseable {

    /** When the connection that commits next is cut. */
    public enum Moment {
        /** The server never hears of the commit. */
        BEFORE_THE_SERVER_HEARS,
        /** The server hears of it while the connection is cut. */
        WHILE_THE_SERVER_COMMITS,
        /** The server has committed, its answer is lost. */
        BEFORE_THE_ANSWER
    }

    private static final Pattern HOST = Pattern.compile("//([^:/]+):(\\d+)/");
    private static final byte[] COMMIT = "COMMIT\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final StoreLocation.Server target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Moment>> next = new AtomicReference<>(Optional.empty());
    private final AtomicInteger cuts = new AtomicInteger();
    private volatile boolean shut;

    /** In front of the server of this database. */
    public CutProxy(StoreLocation.Server target) {
        Matcher address = HOST.matcher(target.url());
        if (!address.find()) {
            throw new IllegalArgumentException("No host and port in " + target);
        }
        this.target = target;
        this.host = address.group(1);
        this.port = Integer.parseInt(address.group(2));
        try {
            this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("cut-proxy").start(this::accept);
    }

    /** The same database by way of this; statements go as texts, so that a commit can be seen. */
    public StoreLocation.Server way() {
        String url = HOST.matcher(target.url()).replaceFirst("//127.0.0.1:" + door.getLocalPort() + "/");
        return new StoreLocation.Server(url + (url.contains("?") ? "&" : "?") + "prepareThreshold=0");
    }

    /** Cuts the next connection that commits. */
    public void cutNextCommit(Moment moment) {
        next.set(Optional.of(moment));
    }

    /** How many commits were cut. */
    public int cuts() {
        return cuts.get();
    }

    /** Cuts all connections and lets nobody in. */
    public void shut() {
        shut = true;
        cutAll();
    }

    /** Lets connections in again. */
    public void open() {
        shut = false;
    }

    /** Cuts all connections. */
    public void cutAll() {
        sockets.forEach(CutProxy::cut);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                if (shut) {
                    cut(client);
                } else {
                    connect(client);
                }
            } catch (IOException | UncheckedIOException e) {
                if (!door.isClosed()) {
                    System.err.println("CutProxy: " + e);
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, port);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        sockets.add(client);
        sockets.add(server);
        AtomicReference<Moment> due = new AtomicReference<>();
        pump(client, server, true, due);
        pump(server, client, false, due);
    }

    private void pump(Socket from, Socket to, boolean asks, AtomicReference<Moment> due) {
        Thread.ofPlatform().daemon().name("cut-proxy-pump").start(() -> {
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                int length = in.read(buffer);
                while (length >= 0) {
                    Moment moment = asks ? commits(buffer, length, due) : due.get();
                    if (moment == Moment.BEFORE_THE_SERVER_HEARS || !asks && moment == Moment.BEFORE_THE_ANSWER) {
                        break;
                    }
                    out.write(buffer, 0, length);
                    out.flush();
                    if (moment == Moment.WHILE_THE_SERVER_COMMITS) {
                        break;
                    }
                    length = in.read(buffer);
                }
            } catch (IOException e) {
                // cut by the other side, or by us
                sockets.remove(from);
            } finally {
                cut(from);
                cut(to);
                sockets.remove(from);
                sockets.remove(to);
            }
        });
    }

    /** The moment at which the connection that sends this is to be cut, if it commits and one is due. */
    private Moment commits(byte[] bytes, int length, AtomicReference<Moment> due) {
        for (int at = 0; at + COMMIT.length <= length; at++) {
            int same = 0;
            while (same < COMMIT.length && bytes[at + same] == COMMIT[same]) {
                same++;
            }
            if (same == COMMIT.length) {
                Optional<Moment> moment = next.getAndSet(Optional.empty());
                if (moment.isPresent()) {
                    cuts.incrementAndGet();
                    due.set(moment.get());
                    return moment.get();
                }
            }
        }
        return null;
    }

    /** The other side hears of it at once, as when a machine is gone. */
    private static void cut(Socket socket) {
        if (socket.isClosed()) {
            return;
        }
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (SocketException e) {
            // the other thread closed it meanwhile
            assert socket.isClosed() : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cutAll();
    }

}
