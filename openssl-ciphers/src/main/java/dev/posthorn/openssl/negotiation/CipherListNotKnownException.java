package dev.posthorn.openssl.negotiation;

import dev.posthorn.text.TerminalText;

/**
 * Nobody recorded what a release makes of a cipher string, and there are no rules to find out: OpenSSL 0.9.8 with a string
 * that neither spells its suites out nor is one of the recorded ones.
 */
public final class CipherListNotKnownException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int MAX_ECHO = 80;

    CipherListNotKnownException(String cipherString) {
        super("cipherString: what OpenSSL 0.9.8 makes of \"" + TerminalText.escape(cipherString, MAX_ECHO)
                + "\" is not known here; spell its suites out, separated by colons");
    }
}
