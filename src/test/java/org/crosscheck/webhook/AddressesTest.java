package org.crosscheck.webhook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent to what is not of the public internet, whatever it is called. */
class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "198.19.0.1",
                "192.0.2.1",
                "224.0.0.1",
                "239.1.1.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2002:a00:1::1",
                "2001:0:4136:e378::1",
                "2001:db8::1"
            })
    void an_address_that_is_not_public_is_none(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "2606:4700::1111",
                "2a00:1450:4001::1"
            })
    void a_public_address_is_one(String address) throws UnknownHostException {
        assertThat(Addresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    /** Settings as they are where nobody changes them. */
    private record Careful(Duration timeout) implements WebhookSettings {
        @Override
        public boolean allowPrivate() {
            return false;
        }

        @Override
        public List<Duration> backOff() {
            return List.of(Duration.ofSeconds(5));
        }

        @Override
        public Duration giveUpAfter() {
            return Duration.ofDays(5);
        }

        @Override
        public int senders() {
            return 1;
        }
    }

    @Test
    void a_name_that_leads_to_a_private_address_is_not_connected_to() throws Exception {
        WireMockServer neighbour = new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
        neighbour.start();
        neighbour.stubFor(any(anyUrl()).willReturn(ok()));
        Vertx vertx = Vertx.vertx();
        try {
            Transport transport = new Transport(vertx, new Careful(Duration.ofSeconds(5)), Clock.systemUTC());
            Message message = new Message("msg_1", 1L, new byte[0]);
            for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0")) {
                Attempt attempt =
                        transport.post("http://" + host + ":" + neighbour.port() + "/", message, Message.newSecret());
                assertThat(attempt.status()).as(host).isNull();
                assertThat(attempt.error()).as(host).isNotBlank();
            }
            assertThat(neighbour.getAllServeEvents()).isEmpty();
        } finally {
            neighbour.stop();
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    @Test
    void waiting_grows_and_ends_with_the_last_step() {
        List<Duration> steps = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofHours(24));
        assertThat(BackOff.after(1, steps)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
        assertThat(BackOff.after(2, steps)).isBetween(Duration.ofMinutes(5), Duration.ofMinutes(6));
        assertThat(BackOff.after(3, steps)).isBetween(Duration.ofHours(24), Duration.ofHours(29));
        assertThat(BackOff.after(300, steps)).isBetween(Duration.ofHours(24), Duration.ofHours(29));
    }
}
