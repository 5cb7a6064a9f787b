package dev.posthorn.postfix;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much Postfix insists on TLS (fact sheet on Postfix TLS configuration section 9). Ordered from less to more. */
public enum SecurityLevel {
    /** No TLS. */
    NONE("none", 2, 3),
    /** TLS where the peer can; opportunistic. */
    MAY("may", 2, 3),
    /** TLS, whoever the peer is. */
    ENCRYPT("encrypt", 2, 3),
    /** A client that wants a certificate or key with a known fingerprint. */
    FINGERPRINT("fingerprint", 2, 5),
    /** A client that follows TLSA records where the MX record is not secured; Postfix itself chooses it. */
    HALF_DANE("halfdane", 2, 11),
    /** A client that follows TLSA records, and does with less where there are none. */
    DANE("dane", 2, 11),
    /** A client that insists on TLSA records. */
    DANE_ONLY("dane-only", 2, 11),
    /** A client that wants a certificate for the name of the host. */
    VERIFY("verify", 2, 3),
    /** A client that wants a certificate for the name of the destination. */
    SECURE("secure", 2, 3);

    private final String text;
    private final int sinceMajor;
    private final int sinceMinor;

    SecurityLevel(String text, int sinceMajor, int sinceMinor) {
        this.text = text;
        this.sinceMajor = sinceMajor;
        this.sinceMinor = sinceMinor;
    }

    /**
     * Looks up a level by its name in some version.
     *
     * @param name the name, in any case
     * @param version the version that reads it
     * @return the level; empty if that version does not know the name
     */
    public static Optional<SecurityLevel> forName(String name, PostfixVersion version) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(level -> level.text.equals(wanted) && level.isIn(version))
                .findFirst();
    }

    private boolean isIn(PostfixVersion version) {
        return version.isAtLeast(new PostfixVersion(sinceMajor, sinceMinor, 0));
    }

    /**
     * Is clear text out of the question? Then the {@code mandatory} parameters count.
     *
     * @return true from {@link #ENCRYPT} on
     */
    public boolean isMandatory() {
        return compareTo(ENCRYPT) >= 0;
    }

    /**
     * Must a server's certificate match, so that anonymous suites are of no use?
     *
     * @return true from {@link #FINGERPRINT} on
     */
    public boolean authenticates() {
        return compareTo(ENCRYPT) > 0;
    }

    /** {@code dane-only}, as Postfix writes it. */
    @Override
    public String toString() {
        return text;
    }
}
