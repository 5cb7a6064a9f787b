package dev.posthorn.peers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A text that is an IP address and nothing else, so that it may stand in a table or a firewall rule. What a log calls an
 * address need not be one.
 *
 * @param text the address in lower case: digits, letters a to f, dots and colons
 * @param isIpv6 is it one of IPv6?
 */
public record PeerAddress(String text, boolean isIpv6) {

    private static final int MAX_LENGTH = 45;
    private static final int GROUPS = 8;
    private static final int BYTES_OF_IPV4 = 4;

    /**
     * Makes an address.
     *
     * @param text an address
     * @param isIpv6 is it one of IPv6?
     * @throws IllegalArgumentException if it is none
     */
    public PeerAddress {
        if (isIpv6 ? parseIpv6(text).isEmpty() : parseIpv4(text).isEmpty()) {
            throw new IllegalArgumentException("text: is no address");
        }
    }

    /**
     * Reads an address as it stands between the brackets of a log line.
     *
     * @param text any text
     * @return the address, empty if the text is anything else: a name, a zone behind {@code %}, a leading zero
     */
    public static Optional<PeerAddress> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String lower = text.toLowerCase(Locale.ROOT);
        if (parseIpv4(lower).isPresent()) {
            return Optional.of(new PeerAddress(lower, false));
        }
        return parseIpv6(lower).map(groups -> new PeerAddress(lower, true));
    }

    private static Optional<int[]> parseIpv4(String text) {
        String[] parts = text.split("\\.", -1);
        int[] bytes = new int[BYTES_OF_IPV4];
        if (parts.length != BYTES_OF_IPV4) {
            return Optional.empty();
        }
        for (int i = 0; i < BYTES_OF_IPV4; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return Optional.empty();
            }
            bytes[i] = Integer.parseInt(parts[i]);
        }
        return Optional.of(bytes);
    }

    /** RFC 4291 section 2.2, the last 32 bits in the form of IPv4 included. */
    private static Optional<int[]> parseIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        Optional<int[]> head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        Optional<int[]> tail = gap < 0 ? Optional.of(new int[0]) : groups(text.substring(gap + 2), true);
        if (head.isEmpty() || tail.isEmpty()) {
            return Optional.empty();
        }
        int stated = head.get().length + tail.get().length;
        if (gap < 0 ? stated != GROUPS : stated >= GROUPS) {
            return Optional.empty();
        }
        int[] all = Arrays.copyOf(head.get(), GROUPS);
        System.arraycopy(tail.get(), 0, all, GROUPS - tail.get().length, tail.get().length);
        return Optional.of(all);
    }

    private static Optional<int[]> groups(String text, boolean mayEndInIpv4) {
        if (text.isEmpty()) {
            return Optional.of(new int[0]);
        }
        String[] parts = text.split(":", -1);
        int[] groups = new int[parts.length + 1];
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            Optional<int[]> ipv4 = mayEndInIpv4 && i == parts.length - 1 ? parseIpv4(parts[i]) : Optional.empty();
            if (ipv4.isPresent()) {
                groups[count++] = ipv4.get()[0] << 8 | ipv4.get()[1];
                groups[count++] = ipv4.get()[2] << 8 | ipv4.get()[3];
            } else if (parts[i].matches("[0-9a-f]{1,4}")) {
                groups[count++] = Integer.parseInt(parts[i], 16);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(Arrays.copyOf(groups, count));
    }

    /**
     * Is it an address that a peer on a network can have? No table should name this host itself.
     *
     * @return false for loopback, unspecified, multicast and broadcast addresses
     */
    public boolean isOfAPeer() {
        if (isIpv6) {
            int[] groups = parseIpv6(text).orElseThrow();
            boolean isNearZero = Arrays.stream(groups).limit(GROUPS - 1).allMatch(group -> group == 0);
            return !(isNearZero && groups[GROUPS - 1] <= 1) && groups[0] >> 8 != 0xFF;
        }
        int first = parseIpv4(text).orElseThrow()[0];
        return first != 0 && first != 127 && first < 224;
    }

    /**
     * The address alone as a network, in the form of a {@code cidr:} table.
     *
     * @return such as {@code 192.0.2.25/32}
     */
    public String asNetwork() {
        return text + (isIpv6 ? "/128" : "/32");
    }

    /** The address. */
    @Override
    public String toString() {
        return text;
    }
}
