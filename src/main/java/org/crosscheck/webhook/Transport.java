package org.crosscheck.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Posts messages. The name of a receiver is looked up once, and the connection goes to the very address that was looked at: a name
 * that says something else the next time leads nowhere. Redirects are answers like others, and bodies are not read.
 */
@ApplicationScoped
class Transport {
    private static final Logger LOG = Logger.getLogger(Transport.class);
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final HttpClient client;
    private final WebhookSettings settings;
    private final Clock clock;

    Transport(Vertx vertx, WebhookSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        int timeout = (int) settings.timeout().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(timeout)
                .setKeepAlive(false)
                .setMaxPoolSize(settings.senders() * 2)
                .setVerifyHost(true));
    }

    Attempt post(String url, Message message, String secret) {
        Instant now = clock.instant();
        long start = System.nanoTime();
        Integer status = null;
        String error = null;
        try {
            URI target = URI.create(url);
            status = send(target, address(target), message, secret, now);
        } catch (UnknownHostException e) {
            error = "The name of the host has no address.";
        } catch (RefusedException e) {
            error = e.getMessage();
        } catch (TimeoutException e) {
            error = "No answer in time.";
        } catch (ExecutionException e) {
            LOG.debug("A webhook cannot be reached", e);
            error = e.getCause() instanceof TimeoutException ? "No answer in time." : "No connection, or it was cut.";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            error = "This server was stopped.";
        }
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Attempt(now, millis, status, error);
    }

    /** The address to connect to. None at all where one of the host's is not of the public internet. */
    private InetAddress address(URI target) throws UnknownHostException, RefusedException {
        InetAddress[] addresses = InetAddress.getAllByName(target.getHost());
        for (InetAddress address : addresses) {
            if (!settings.allowPrivate() && !Addresses.isPublic(address))
                throw new RefusedException("The host has an address that is not of the public internet.");
        }
        return addresses[0];
    }

    private int send(URI target, InetAddress address, Message message, String secret, Instant now)
            throws ExecutionException, InterruptedException, TimeoutException {
        boolean encrypted = target.getScheme().equals("https");
        int port = target.getPort() >= 0 ? target.getPort() : encrypted ? HTTPS : HTTP;
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(target.getHost())
                .setPort(port)
                .setSsl(encrypted)
                .setFollowRedirects(false)
                .setTimeout(settings.timeout().toMillis())
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery());
        message.headers(secret, now).forEach(options::putHeader);
        AtomicReference<HttpClientRequest> sent = new AtomicReference<>();
        try {
            return client.request(options)
                    .compose(request -> {
                        sent.set(request);
                        request.connection()
                                .exceptionHandler(fault -> LOG.debug("The connection of a webhook was cut", fault));
                        return request.send(Buffer.buffer(message.body()));
                    })
                    .map(response -> response.statusCode())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            // Whatever else it says is not read.
            if (sent.get() != null) sent.get().connection().close();
        }
    }

    /** That we do not send there. */
    private static final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
