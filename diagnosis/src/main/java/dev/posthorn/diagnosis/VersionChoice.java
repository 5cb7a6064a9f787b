package dev.posthorn.diagnosis;

import dev.posthorn.mail.TlsRole;
import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.OpenSslRelease;
import dev.posthorn.postfix.ProtocolList;
import dev.posthorn.tls.ProtocolVersion;
import java.util.Optional;

/** Two sides without a protocol version in common: which of them is the older one. */
final class VersionChoice {

    private static final OpenSslRelease FIRST_WITH_TLSV1_3 = OpenSslRelease.parse("1.1.1");
    private static final OpenSslRelease FIRST_WITH_TLSV1_2 = OpenSslRelease.parse("1.0.1");

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
        boolean hasNewest = !protocols.get().disabled().contains(newest(its));
        boolean hasOldest = !protocols.get().disabled().contains(ProtocolVersion.TLSV1_0);
        if (hasNewest) {
            return CauseFinding.certain(SessionCause.PEER_PROTOCOL_TOO_OLD);
        }
        return hasOldest
                ? CauseFinding.likely(SessionCause.PEER_PROTOCOL_TOO_NEW, SessionCause.PEER_PROTOCOL_TOO_OLD)
                : CauseFinding.open(
                        SessionCause.PROTOCOL_NOT_SHARED,
                        SessionCause.PEER_PROTOCOL_TOO_OLD,
                        SessionCause.PEER_PROTOCOL_TOO_NEW);
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
