package dev.posthorn.parsers.postfix;

import dev.posthorn.mail.TlsSignature;
import dev.posthorn.parsers.bytes.AsciiView;
import dev.posthorn.parsers.internal.swar.Literal;
import java.util.OptionalInt;

/** How one side of a TLS 1.3 session proved its identity; borrowed, valid until the next line is read. */
public final class TlsSignatureView {

    private final PostfixView owner;
    private final TlsParameter parameter;
    private final AsciiView digest;
    private int digestFrom;
    private int digestTo;

    TlsSignatureView(PostfixView owner) {
        this.owner = owner;
        parameter = new TlsParameter(owner);
        digest = owner.newView();
    }

    /**
     * Was it printed?
     *
     * @return false for all protocols but TLS 1.3, for resumed sessions, and for a side that showed nothing
     */
    public boolean isPresent() {
        return parameter.isPresent();
    }

    /**
     * The algorithm.
     *
     * @return such as {@code RSA-PSS} or {@code ECDSA}
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
     * Was it a bare key instead of a certificate?
     *
     * @return true if the words {@code raw public key} were printed
     */
    public boolean isRawPublicKey() {
        return parameter.isRawPublicKey();
    }

    /**
     * The digest that was signed.
     *
     * @return such as {@code SHA256}, absent if none was printed
     */
    public AsciiView digest() {
        return owner.view(digest, digestFrom, digestTo);
    }

    /**
     * An owned copy of a signature that is present.
     *
     * @return the signature as a value
     */
    public TlsSignature snapshot() {
        return TlsSignature.builder()
                .name(name().toString())
                .curve(PostfixView.optional(curve()))
                .bits(bits() < 0 ? OptionalInt.empty() : OptionalInt.of(bits()))
                .isRawPublicKey(isRawPublicKey())
                .digest(PostfixView.optional(digest()))
                .build();
    }

    void clear() {
        parameter.clear();
        digestFrom = -1;
    }

    /** Steps over {@code <label><name>( (<detail>))?(<digestLabel><digest>)?}; over nothing if the label is not here. */
    int read(Literal label, Literal digestLabel, byte[] bytes, int at, int to) {
        digestFrom = -1;
        int behind = parameter.read(label, bytes, at, to);
        if (!parameter.wasRead()) {
            return behind;
        }
        int from = digestLabel.after(bytes, behind, to);
        if (from < 0) {
            return behind;
        }
        digestFrom = from;
        digestTo = TlsParameter.endOfWord(bytes, from, to);
        return digestTo == digestFrom ? -1 : digestTo;
    }
}
