package dev.posthorn.peers;

import dev.posthorn.openssl.ciphers.CipherString;
import java.util.Optional;

/**
 * One thing a peer's handshakes showed: under which cipher string of which service they ended how.
 *
 * @param service the instance or service of Postfix
 * @param cipherString the string in force, if it was logged
 * @param outcome version and suite, or OpenSSL's reason
 * @param succeeded did it succeed?
 */
record Observation(Optional<String> service, Optional<CipherString> cipherString, String outcome, boolean succeeded) {

    Observation {}
}
