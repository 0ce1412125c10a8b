package org.crosscheck.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.crosscheck.problem.ProblemException;

/** How often clients may call: token buckets that fill up within a minute, in the memory of this server. */
@ApplicationScoped
class RateLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Clients that are remembered at a time; whoever comes back after being forgotten starts with a full bucket. */
    private static final int CLIENTS = 100_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final AccessSettings.RequestsPerMinute allowed;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();
    /** Hashes of keys that were good a moment ago: they stay good where somebody else at the same address guesses. */
    private final Cache<String, Boolean> good = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(10))
            .build();

    RateLimits(AccessSettings settings) {
        allowed = settings.requestsPerMinute();
    }

    /** Counts a request, or ends it with a 429 problem. */
    void count(String address, String keyHash) {
        String network = network(address);
        take(bucket("address " + network, allowed.address()));
        if (keyHash != null) take(bucket("key " + keyHash, allowed.key()));
    }

    /** Ends the request with a 429 problem where too many keys from that address were refused. */
    void mayTry(String address, String keyHash) {
        if (keyHash != null && good.getIfPresent(keyHash) != null) return;
        var possible = refusals(address).estimateAbilityToConsume(1);
        if (!possible.canBeConsumed()) throw tooMany(possible.getNanosToWaitForRefill());
    }

    void refused(String address) {
        refusals(address).tryConsume(1);
    }

    void accepted(String keyHash) {
        good.put(keyHash, true);
    }

    private Bucket refusals(String address) {
        return bucket("refused " + network(address), allowed.refused());
    }

    private Bucket bucket(String client, int perMinute) {
        return buckets.get(
                client,
                fresh -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    private static void take(Bucket bucket) {
        var taken = bucket.tryConsumeAndReturnRemaining(1);
        if (!taken.isConsumed()) throw tooMany(taken.getNanosToWaitForRefill());
    }

    private static ProblemException tooMany(long nanoseconds) {
        return ProblemException.tooManyRequests(Math.max(1, TimeUnit.NANOSECONDS.toSeconds(nanoseconds) + 1));
    }

    /** Who has one address of IPv6 has the other 2^64 of its network too. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) return address;
        try {
            InetAddress parsed = InetAddress.getByName(address);
            if (parsed instanceof Inet6Address)
                return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), IPV6_NETWORK_BYTES));
            return parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
