package dev.posthorn.show;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The looks of the page, and its hash: the page's content security policy admits this style sheet and nothing else.
 *
 * @param text the style sheet
 */
record StyleSheet(String text) {

    static StyleSheet load() {
        try (InputStream resource = StyleSheet.class.getResourceAsStream("dossier.css")) {
            if (resource == null) {
                throw new IllegalStateException("the resource dossier.css is missing");
            }
            return new StyleSheet(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Content Security Policy Level 3, section 2.3.1, writes it. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
