package dev.posthorn.openssl.ciphers;

import dev.posthorn.openssl.OpenSslBuild;
import dev.posthorn.openssl.ciphers.catalog.CipherCatalog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Catalogues by the text of their builds, each made once. */
final class Catalogs {

    private static final Map<String, CipherCatalog> BY_BUILD = new ConcurrentHashMap<>();

    private Catalogs() {}

    static CipherCatalog of(String build) {
        return BY_BUILD.computeIfAbsent(
                build, text -> CipherCatalog.forBuild(OpenSslBuild.parse(text)).orElseThrow());
    }
}
