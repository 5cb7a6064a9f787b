package dev.posthorn.openssl.negotiation;

import dev.posthorn.table.TsvTable;
import dev.posthorn.tls.CipherSuite;
import dev.posthorn.tls.CompressionMethod;
import dev.posthorn.tls.ExtensionType;
import dev.posthorn.tls.NamedGroup;
import dev.posthorn.tls.PointFormat;
import dev.posthorn.tls.ProtocolVersion;
import dev.posthorn.tls.SignatureScheme;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of {@code profiles.tsv}. */
final class ProfileTable {

    private static final String ABSENT = "-";

    private ProfileTable() {}

    static List<ClientHelloProfile> get() {
        return Holder.PROFILES;
    }

    private static ClientHelloProfile profile(TsvTable.Row row) {
        return new ClientHelloProfile(row.text("name"), row.text("recorded_as"), row.text("description"), hello(row));
    }

    private static ClientHello hello(TsvTable.Row row) {
        ClientHelloBuilder hello = ClientHello.builder(version(row.text("version")))
                .format(row.text("format").equals("sslv2") ? ClientHello.Format.SSLV2 : ClientHello.Format.TLS)
                .cipherSuites(row.words("suites", ',').stream()
                        .map(code -> CipherSuite.forHexCode(code)
                                .orElseThrow(() -> row.bad("suites", "has a word that is no code point")))
                        .toList());
        ifPresent(row, "compression", ProfileTable::compressionMethod, hello::compressionMethods);
        ifPresent(row, "extensions", ProfileTable::extensionType, hello::extensions);
        ifPresent(row, "groups", ProfileTable::group, hello::groups);
        ifPresent(row, "point_formats", ProfileTable::pointFormat, hello::pointFormats);
        ifPresent(row, "signature_schemes", ProfileTable::signatureScheme, hello::signatureSchemes);
        ifPresent(row, "supported_versions", ProfileTable::version, hello::supportedVersions);
        ifPresent(row, "key_shares", ProfileTable::group, hello::keyShares);
        return hello.build();
    }

    private static <T> void ifPresent(
            TsvTable.Row row, String column, Function<String, T> read, Consumer<List<T>> set) {
        if (row.text(column).equals(ABSENT)) {
            return;
        }
        try {
            set.accept(row.words(column, ',').stream().map(read).toList());
        } catch (IllegalArgumentException e) {
            IllegalStateException bad = row.bad(column, "has a word that is no code point");
            bad.initCause(e);
            throw bad;
        }
    }

    private static CompressionMethod compressionMethod(String number) {
        return new CompressionMethod(Integer.parseInt(number));
    }

    private static ExtensionType extensionType(String number) {
        return new ExtensionType(Integer.parseInt(number));
    }

    private static NamedGroup group(String number) {
        return new NamedGroup(Integer.parseInt(number));
    }

    private static PointFormat pointFormat(String number) {
        return new PointFormat(Integer.parseInt(number));
    }

    private static SignatureScheme signatureScheme(String hexCode) {
        return new SignatureScheme(HexFormat.fromHexDigits(hexCode));
    }

    private static ProtocolVersion version(String hexCode) {
        return new ProtocolVersion(HexFormat.fromHexDigits(hexCode));
    }

    /** Read on first use. */
    private static final class Holder {
        static final List<ClientHelloProfile> PROFILES = Tables.table("profiles.tsv").rows().stream()
                .map(ProfileTable::profile)
                .toList();
    }
}
