package dev.posthorn.openssl.ciphers;

import java.util.Optional;

/**
 * Why OpenSSL refuses a cipher string as a whole (fact sheet on cipher strings section 10).
 *
 * @param reason which of its errors it raises
 * @param span where in the string the first syntax error is; empty for other errors
 */
public record Rejection(Reason reason, Optional<TextSpan> span) {

    /** The errors. */
    public enum Reason {
        /** A syntax error. The object's former list stays in force. */
        INVALID_COMMAND("invalid command"),
        /** Nothing is left. The object's list is empty afterwards although the call reports a failure. */
        NO_CIPHER_MATCH("no cipher match"),
        /** A Suite B mode in a context whose method cannot do TLS 1.2. The object's former list stays in force. */
        SUITE_B_WITHOUT_TLS12("only TLS 1.2 allowed in Suite B mode");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /**
         * The reason as OpenSSL's error queue prints it.
         *
         * @return the reason text
         */
        public String text() {
            return text;
        }
    }

    /** {@code invalid command at 3..4}. */
    @Override
    public String toString() {
        return reason.text() + span.map(at -> " at " + at).orElse("");
    }
}
