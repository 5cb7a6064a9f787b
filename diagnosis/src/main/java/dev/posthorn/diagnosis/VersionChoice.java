package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.openssl.negotiation.ServerCertificate;
import dev.posthorn.openssl.negotiation.ServerCertificate.KeyType;
import dev.posthorn.postfix.ProtocolList;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;
import java.util.Set;

/** Two sides without a protocol version in common: which of them is the older one. */
final class VersionChoice {

    private static final OpenSslRelease FIRST_WITH_TLSV1_3 = OpenSslRelease.parse("1.1.1");
    private static final OpenSslRelease FIRST_WITH_TLSV1_2 = OpenSslRelease.parse("1.0.1");

    /** RFC 8446 section 4.2.3. */
    private static final Set<NamedGroup> TLSV1_3_CURVES =
            Set.of(NamedGroup.SECP256R1, NamedGroup.SECP384R1, NamedGroup.SECP521R1);

    private VersionChoice() {}

    /**
     * A server chooses among the versions that its client can, so a client without the version chosen met an older server. A
     * server that has its newest version switched on can be too old for nobody who speaks that version.
     */
    static CauseFinding refine(CauseFinding finding, VerdictCase its) {
        if (its.session.role() == TlsRole.CLIENT) {
            return CauseFinding.likely(SessionCause.PEER_PROTOCOL_TOO_OLD, finding.cause());
        }
        Optional<ProtocolList> protocols =
                its.settings().map(settings -> settings.server().protocols());
        if (protocols.isEmpty()) {
            return finding;
        }
        ProtocolVersion newest = newest(its);
        boolean hasNewest = !protocols.get().disabled().contains(newest);
        boolean hasOldest = !protocols.get().disabled().contains(ProtocolVersion.TLSV1_0);
        if (hasNewest) {
            return canServe(newest, its)
                    ? CauseFinding.certain(SessionCause.PEER_PROTOCOL_TOO_OLD)
                    : CauseFinding.likely(
                            SessionCause.PEER_PROTOCOL_TOO_OLD, finding.cause(), SessionCause.CERTIFICATE_UNUSABLE);
        }
        return hasOldest
                ? CauseFinding.likely(SessionCause.PEER_PROTOCOL_TOO_NEW, SessionCause.PEER_PROTOCOL_TOO_OLD)
                : CauseFinding.open(
                        SessionCause.PROTOCOL_NOT_SHARED,
                        SessionCause.PEER_PROTOCOL_TOO_OLD,
                        SessionCause.PEER_PROTOCOL_TOO_NEW);
    }

    /** OpenSSL reckons with TLSv1.3 only if it has a certificate that can sign there: RSA, or one of three curves. */
    private static boolean canServe(ProtocolVersion newest, VerdictCase its) {
        return !newest.equals(ProtocolVersion.TLSV1_3)
                || its.context.server().certificates().stream().anyMatch(VersionChoice::signsInTls13);
    }

    private static boolean signsInTls13(ServerCertificate certificate) {
        return certificate.keyType() == KeyType.RSA
                || certificate.curve().filter(TLSV1_3_CURVES::contains).isPresent();
    }

    private static ProtocolVersion newest(VerdictCase its) {
        Optional<OpenSslRelease> release = its.context.server().openSsl().map(OpenSslBuild::release);
        if (release.filter(known -> !known.isAtLeast(FIRST_WITH_TLSV1_2)).isPresent()) {
            return ProtocolVersion.TLSV1_0;
        }
        return release.filter(known -> !known.isAtLeast(FIRST_WITH_TLSV1_3)).isPresent()
                ? ProtocolVersion.TLSV1_2
                : ProtocolVersion.TLSV1_3;
    }
}
