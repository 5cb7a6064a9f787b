package dev.posthorn.openssl.negotiation;

import java.util.Set;

/**
 * The recordings that nobody's rules explain, one by one. With the suite EXP-RC2-CBC-MD5 the laboratory's 0.9.8y breaks on
 * record MACs, believed to be an artefact of its compiler (fact sheet on negotiation, "Known remainder"): the handshakes
 * were taken out, and these single changes that lead to the suite were left in.
 */
final class KnownRemainder {

    private static final Set<String> CHANGES = Set.of(
            "0.9.8y-00025 enable_all_protocols",
            "0.9.8y-00146 set_tmp_rsa_callback",
            "0.9.8y-00281 server_ciphers_all",
            "0.9.8y-00451 server_ciphers_all",
            "0.9.8y-00668 set_tmp_rsa_callback",
            "0.9.8y-01049 set_tmp_rsa_callback",
            "0.9.8y-01379 set_tmp_rsa_callback",
            "0.9.8y-20076 certs_rsa_and_ecdsa",
            "0.9.8y-20131 server_ciphers_all",
            "0.9.8y-20308 server_ciphers_all");

    private KnownRemainder() {}

    static boolean holds(RecordedHandshake recorded, String change) {
        return CHANGES.contains(recorded.id() + " " + change);
    }
}
