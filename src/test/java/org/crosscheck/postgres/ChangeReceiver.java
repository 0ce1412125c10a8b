package org.crosscheck.postgres;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.crosscheck.dossier.Client;

/** A server that is sent changes, and keeps them in the order in which they came. */
final class ChangeReceiver implements AutoCloseable {
    /** A message, as it came. */
    record Message(String id, long number) {}

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile int heldAt = -1;
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    ChangeReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    List<Message> messages() {
        return messages;
    }

    private void take(HttpExchange exchange) throws IOException {
        long number = Client.JSON
                .readTree(exchange.getRequestBody())
                .at("/data/number")
                .asLong();
        messages.add(new Message(exchange.getRequestHeaders().getFirst("webhook-id"), number));
        if (messages.size() == heldAt) hold();
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private void hold() {
        held.countDown();
        try {
            goOn.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does not answer the {@code count}-th message from now on before {@code meanwhile} is done. */
    void whileHeld(int count, Runnable sent, Action meanwhile) throws Exception {
        heldAt = messages.size() + count;
        sent.run();
        if (!held.await(20, TimeUnit.SECONDS)) throw new AssertionError("not so many messages came");
        meanwhile.run();
        goOn.countDown();
    }

    /** Something that may fail. */
    interface Action {
        void run() throws Exception;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
