package dev.posthorn.diagnosis;

import dev.posthorn.mail.MailPeer;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.postfix.PeerView;
import dev.posthorn.parsers.postfix.RelayView;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The peer of a session: a value once, and bytes to compare the peers of later lines with.
 *
 * <p>Lines print the name as it is or folded to lower case, with a port or without (fact sheet on Postfix log messages,
 * sections 1.5 and 4), so the address decides, and the port where both have one.
 */
final class PeerNote {

    /** What stands for an address that could not be asked for any more: not one peer, but any. */
    static final String UNKNOWN = "unknown";

    private byte[] name = {};
    private int nameLength;
    private byte[] address = {};
    private int addressLength;
    private byte[] port = {};
    private int portLength;
    private @Nullable MailPeer value;

    void clear() {
        value = null;
        nameLength = 0;
        addressLength = 0;
        portLength = 0;
    }

    boolean isKnown() {
        return value != null;
    }

    Optional<MailPeer> value() {
        return Optional.ofNullable(value);
    }

    /** Takes a peer over, unless it is the one already known and neither name nor port is news. */
    void learn(PeerView peer) {
        if (isNews(peer.name(), peer.address(), peer.port())) {
            value = peer.snapshot();
            copy(peer.name(), peer.address(), peer.port());
        }
    }

    /** Takes the server over that a message was delivered to. */
    void learn(RelayView relay) {
        learn(relay.name(), relay.address(), relay.port());
    }

    /** Takes over what stands in a line in three pieces, of which name and port may be absent. */
    void learn(AsciiView newName, AsciiView newAddress, AsciiView newPort) {
        if (isNews(newName, newAddress, newPort)) {
            value = MailPeer.builder()
                    .name(newName.toString())
                    .address(newAddress.toString())
                    .port(newPort.isPresent() ? Optional.of(newPort.toString()) : Optional.empty())
                    .build();
            copy(newName, newAddress, newPort);
        }
    }

    private boolean isNews(AsciiView newName, AsciiView newAddress, AsciiView newPort) {
        return value == null
                || (portLength == 0 && newPort.isPresent())
                || (nameLength == 0 && !newName.isEmpty())
                || !isSame(newName, newAddress, newPort);
    }

    private void copy(AsciiView newName, AsciiView newAddress, AsciiView newPort) {
        name = copy(newName, name);
        nameLength = newName.length();
        address = copy(newAddress, address);
        addressLength = newAddress.length();
        port = copy(newPort, port);
        portLength = newPort.length();
    }

    /** Copies into an array that is large enough, the given one if it is. */
    private static byte[] copy(AsciiView from, byte[] to) {
        if (from.length() > to.length) {
            return from.toByteArray();
        }
        if (!from.isEmpty()) {
            System.arraycopy(from.array(), from.from(), to, 0, from.length());
        }
        return to;
    }

    /** Can a line's peer be the one of this session? */
    boolean isSame(PeerView peer) {
        return isSame(peer.name(), peer.address(), peer.port());
    }

    /** Is this the server that a message was delivered to? */
    boolean isSame(RelayView relay) {
        return isSame(relay.name(), relay.address(), relay.port());
    }

    boolean isSame(AsciiView otherName, AsciiView otherAddress, AsciiView otherPort) {
        if (addressLength == 0 || otherAddress.isEmpty()) {
            return equalsIgnoringCase(name, nameLength, otherName);
        }
        if (isUnknown() || otherAddress.contentEquals(UNKNOWN)) {
            return true; // unknown[unknown]: the client was gone before its address could be asked for.
        }
        return equalsIgnoringCase(address, addressLength, otherAddress) && isSamePort(otherPort);
    }

    private boolean isUnknown() {
        return addressLength == UNKNOWN.length() && startsWith(UNKNOWN);
    }

    private boolean isSamePort(AsciiView other) {
        return portLength == 0 || !other.isPresent() || equalsIgnoringCase(port, portLength, other);
    }

    /** A proxy on this host may say with XCLIENT for whom it speaks, and then the peer changes within a session. */
    boolean isLoopback() {
        return startsWith("127.") || (addressLength == 3 && startsWith("::1"));
    }

    private boolean startsWith(String prefix) {
        if (addressLength < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (address[i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalsIgnoringCase(byte[] bytes, int length, AsciiView other) {
        if (other.length() != length) {
            return false;
        }
        byte[] others = other.isEmpty() ? bytes : other.array();
        int from = other.isEmpty() ? 0 : other.from();
        for (int i = 0; i < length; i++) {
            if (lower(bytes[i]) != lower(others[from + i])) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
    }
}
