package org.crosscheck.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses belong to somebody on the public internet, after the registries of special-purpose addresses of IANA. */
final class Addresses {
    private static final List<Block> SPECIAL_V4 = blocks(
            "0.0.0.0/8", // this network
            "10.0.0.0/8", // private
            "100.64.0.0/10", // shared by the customers of a carrier
            "127.0.0.0/8", // loopback
            "169.254.0.0/16", // link-local, where clouds keep their metadata
            "172.16.0.0/12", // private
            "192.0.0.0/24", // protocol assignments
            "192.0.2.0/24", // documentation
            "192.88.99.0/24", // once relays to IPv6
            "192.168.0.0/16", // private
            "198.18.0.0/15", // benchmarks
            "198.51.100.0/24", // documentation
            "203.0.113.0/24", // documentation
            "224.0.0.0/4", // multicast
            "240.0.0.0/4"); // reserved, and broadcast

    /** What is assigned at all; the rest is loopback, unique-local, link-local, multicast, IPv4 in IPv6, or nobody's. */
    private static final List<Block> GLOBAL_V6 = blocks("2000::/3");

    private static final List<Block> SPECIAL_V6 = blocks(
            "2001::/23", // protocol assignments, tunnels to IPv4 among them
            "2001:db8::/32", // documentation
            "2002::/16", // an IPv4 address each
            "3fff::/20"); // documentation

    private Addresses() {}

    static boolean isPublic(InetAddress address) {
        // Java itself takes an IPv4 address that is mapped into IPv6 for what it is.
        if (address instanceof Inet4Address) return !in(SPECIAL_V4, address);
        return in(GLOBAL_V6, address) && !in(SPECIAL_V6, address);
    }

    private static boolean in(List<Block> blocks, InetAddress address) {
        return blocks.stream().anyMatch(block -> block.has(address.getAddress()));
    }

    private static List<Block> blocks(String... blocks) {
        return Arrays.stream(blocks).map(Block::of).toList();
    }

    /** The addresses that start with the same bits. */
    private record Block(byte[] start, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/");
            try {
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("no address: " + text, e);
            }
        }

        boolean has(byte[] address) {
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> i % 8;
                if ((start[i / 8] & mask) != (address[i / 8] & mask)) return false;
            }
            return true;
        }
    }
}
