package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.TlsKeyExchange;
import dev.posthorn.parsers.bytes.AsciiView;
import java.util.OptionalInt;

/** How the keys of a TLS 1.3 session were agreed; borrowed, valid until the next line is read. */
public final class TlsKeyExchangeView {

    final TlsParameter parameter;

    TlsKeyExchangeView(PostfixView owner) {
        parameter = new TlsParameter(owner);
    }

    /**
     * Was it printed?
     *
     * @return false for all protocols but TLS 1.3 and for releases that do not print it
     */
    public boolean isPresent() {
        return parameter.isPresent();
    }

    /**
     * The method, or the group itself since Postfix 3.10.
     *
     * @return such as {@code ECDHE} or {@code X25519}
     */
    public AsciiView name() {
        return parameter.name();
    }

    /**
     * The curve in parentheses.
     *
     * @return such as {@code P-256}, absent if none was printed
     */
    public AsciiView curve() {
        return parameter.curve();
    }

    /**
     * The size in parentheses.
     *
     * @return such as 2048, -1 if none was printed
     */
    public int bits() {
        return parameter.bits();
    }

    /**
     * An owned copy of a key exchange that is present.
     *
     * @return the key exchange as a value
     */
    public TlsKeyExchange snapshot() {
        return TlsKeyExchange.builder()
                .name(name().toString())
                .curve(PostfixView.optional(curve()))
                .bits(bits() < 0 ? OptionalInt.empty() : OptionalInt.of(bits()))
                .build();
    }
}
